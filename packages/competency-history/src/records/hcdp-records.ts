import { HcdpEstablished } from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';

export interface HcdpRow {
  /** First and last year. */
  years: { readonly from: number; readonly to: number } | null;
}

/** The years of each human capital development plan (HCDP), keyed by its id. */
export const hcdpRecords = projection({
  name: 'hcdp-records',
  version: 1,
  events: [HcdpEstablished],
  initial: (): HcdpRow => ({ years: null }),
  key: (event) => idOf(event.stream),
  on: {
    HcdpEstablished: (_, { data }) => ({ years: { ...data.years } }),
  },
});
