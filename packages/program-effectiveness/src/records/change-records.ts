import { ChangeResistanceObserved, ChangeSupportGiven } from '@pembinaan/core';
import { projection } from '@pembinaan/event-sourcing';

/** Resistance as it was observed in a unit; never in a person (R39). */
export interface ResistanceRow {
  readonly observationId: string;
  readonly unitId: string;
  /** What the unit resists. */
  readonly about: string;
  readonly on: string;
  /** 1 slight to 4 strong. */
  readonly level: number;
  /** People on whom the observation rests. */
  readonly n: number;
}

/** What was observed of resistance, keyed by stream and observation; one that was recorded anew replaces the earlier one. */
export const resistanceRecords = projection({
  name: 'resistance-records',
  version: 1,
  events: [ChangeResistanceObserved],
  initial: (): ResistanceRow => ({ observationId: '', unitId: '', about: '', on: '', level: 0, n: 0 }),
  key: (event) => `${event.stream}/${event.data.observationId}`,
  on: {
    ChangeResistanceObserved: (_, { data: { observationId, unitId, about, observedOn, level, n } }) => ({
      observationId,
      unitId,
      about,
      on: observedOn,
      level,
      n,
    }),
  },
});

/** A support that a unit was given in a change. */
export interface SupportRow {
  readonly supportId: string;
  readonly unitId: string;
  readonly about: string;
  readonly on: string;
  readonly kind: string;
  /** How many people it reached. */
  readonly reach: number;
}

/** The supports, keyed by stream and support; one that was recorded anew replaces the earlier one. */
export const supportRecords = projection({
  name: 'support-records',
  version: 1,
  events: [ChangeSupportGiven],
  initial: (): SupportRow => ({ supportId: '', unitId: '', about: '', on: '', kind: '', reach: 0 }),
  key: (event) => `${event.stream}/${event.data.supportId}`,
  on: {
    ChangeSupportGiven: (_, { data: { supportId, unitId, about, date, kind, reach } }) => ({
      supportId,
      unitId,
      about,
      on: date,
      kind,
      reach,
    }),
  },
});
