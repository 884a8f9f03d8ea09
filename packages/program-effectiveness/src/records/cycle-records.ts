import { HcdpEstablished, type LocalDate, NeedsCycleOpened } from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';

export interface CycleRow {
  readonly cycleId: string;
  readonly agencyId: string;
  readonly year: number;
  readonly startsOn: string;
  readonly steps: readonly { readonly step: string; readonly workingDays: number; readonly due: LocalDate }[];
}

/** The needs cycles (AKPK) with the last day of each step, keyed by cycle. */
export const cycleRecords = projection({
  name: 'cycle-records',
  version: 1,
  events: [NeedsCycleOpened],
  initial: (cycleId): CycleRow => ({ cycleId, agencyId: '', year: 0, startsOn: '', steps: [] }),
  key: (event) => idOf(event.stream),
  on: {
    NeedsCycleOpened: ({ cycleId }, { data: { agencyId, year, startsOn, steps } }) => ({
      cycleId,
      agencyId,
      year,
      startsOn,
      steps: steps.map(({ step, workingDays, due }) => ({ step, workingDays, due })),
    }),
  },
});

export interface HcdpRow {
  readonly hcdpId: string;
  readonly rpjmdRef: string;
  readonly from: number;
  readonly to: number;
}

/** The plans of several years (HCDP), keyed by their id. */
export const hcdpPeriods = projection({
  name: 'hcdp-periods',
  version: 1,
  events: [HcdpEstablished],
  initial: (hcdpId): HcdpRow => ({ hcdpId, rpjmdRef: '', from: 0, to: 0 }),
  key: (event) => idOf(event.stream),
  on: {
    HcdpEstablished: ({ hcdpId }, { data: { rpjmdRef, years } }) => ({
      hcdpId,
      rpjmdRef,
      from: years.from,
      to: years.to,
    }),
  },
});
