import { stream } from '@pembinaan/event-sourcing';
import type { AgencyId } from '../../values/ids.js';
import type { LocalDate } from '../../values/local-date.js';
import type { NeedsCycleStep } from '../../values/needs-cycle-step.js';
import { NeedsCycleOpened } from './events.js';

export type NeedsCycle =
  | { readonly status: 'none' }
  | {
      readonly status: 'open';
      readonly agencyId: AgencyId;
      readonly year: number;
      readonly steps: readonly { readonly step: NeedsCycleStep; readonly due: LocalDate }[];
    };

export const needsCycleState = stream('needsCycle', {
  events: [NeedsCycleOpened],
  initial: (): NeedsCycle => ({ status: 'none' }),
}).evolve({
  NeedsCycleOpened: (_, { data }) => ({
    status: 'open',
    agencyId: data.agencyId,
    year: data.year,
    steps: data.steps.map(({ step, due }) => ({ step, due })),
  }),
});
