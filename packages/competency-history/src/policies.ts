import { PolicyVersionAdopted } from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';

export interface PolicyRow {
  versions: {
    readonly version: string;
    readonly effectiveFrom: string;
    /** JP hundredths. */
    readonly minimumPns: number;
    /** JP hundredths. */
    readonly maximumPppk: number;
    readonly eventId: string;
  }[];
}

/** The figures of the policy that the views on people need, by version; keyed by the policy stream. */
export const policies = projection({
  name: 'policies',
  version: 1,
  events: [PolicyVersionAdopted],
  initial: (): PolicyRow => ({ versions: [] }),
  key: (event) => idOf(event.stream),
  on: {
    PolicyVersionAdopted: (row, event) => {
      const { version, effectiveFrom, figures } = event.data;
      row.versions.push({
        version,
        effectiveFrom,
        minimumPns: figures['jp.minimum.pns.year'].value,
        maximumPppk: figures['jp.maximum.pppk.contractYear'].value,
        eventId: event.id,
      });
      return row;
    },
  },
});
