import { stream } from '@pembinaan/event-sourcing';
import type { SupportId } from '../../values/ids.js';
import { ChangeResistanceObserved, ChangeSupportGiven } from './events.js';

/**
 * What is remembered of the resistance and the support of a unit in a year: only which ids are taken. No decision rests on how strongly a
 * unit resists (R39).
 */
export interface ChangeSupport {
  readonly observationIds: readonly SupportId[];
  readonly supportIds: readonly SupportId[];
}

const withId = (ids: readonly SupportId[], id: SupportId): readonly SupportId[] =>
  ids.includes(id) ? ids : [...ids, id];

/** One stream for each unit and calendar year; its id is `<unitId>-<year>`. */
export const changeSupportState = stream('changeSupport', {
  events: [ChangeResistanceObserved, ChangeSupportGiven],
  initial: (): ChangeSupport => ({ observationIds: [], supportIds: [] }),
}).evolve({
  ChangeResistanceObserved: (unit, { data }) => ({
    ...unit,
    observationIds: withId(unit.observationIds, data.observationId),
  }),
  ChangeSupportGiven: (unit, { data }) => ({ ...unit, supportIds: withId(unit.supportIds, data.supportId) }),
});

/** The id of the stream of a unit in a calendar year. */
export function changeSupportId(unitId: string, year: number): string {
  return `${unitId}-${year}`;
}
