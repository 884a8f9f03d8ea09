import { stream } from '@pembinaan/event-sourcing';
import type { SubjectId } from '../../values/ids.js';
import type { LocalDate } from '../../values/local-date.js';
import {
  ImprovementActionAssigned,
  ImprovementActionCompleted,
  type ImprovementCause,
  type ImprovementTarget,
} from './events.js';

export type ImprovementAction =
  | { readonly status: 'none' }
  | {
      readonly status: 'assigned' | 'completed';
      readonly target: ImprovementTarget;
      readonly cause: ImprovementCause;
      readonly ownerId: SubjectId;
      readonly due: LocalDate;
    };

export const improvementActionState = stream('improvementAction', {
  events: [ImprovementActionAssigned, ImprovementActionCompleted],
  initial: (): ImprovementAction => ({ status: 'none' }),
}).evolve({
  ImprovementActionAssigned: (_, { data }) => ({
    status: 'assigned',
    target: data.target,
    cause: data.cause,
    ownerId: data.ownerId,
    due: data.due,
  }),
  ImprovementActionCompleted: (action) => (action.status === 'none' ? action : { ...action, status: 'completed' }),
});
