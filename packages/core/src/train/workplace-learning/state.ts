import { stream } from '@pembinaan/event-sourcing';
import type { Minutes } from '../../values/amounts.js';
import type { ProgramId, SubjectId } from '../../values/ids.js';
import type { LocalDate, Period } from '../../values/local-date.js';
import { type WorkplaceForm, WorkplaceLearningAssigned, WorkplaceLearningCompleted } from './events.js';

interface Assignment {
  readonly employeeId: SubjectId;
  readonly programId: ProgramId | undefined;
  readonly form: WorkplaceForm;
  readonly international: boolean;
  readonly hostMentorId: SubjectId;
  readonly period: Period;
}

export type WorkplaceLearning =
  | { readonly status: 'none' }
  | (Assignment & { readonly status: 'assigned' })
  | (Assignment & {
      readonly status: 'completed' | 'stopped';
      readonly lastDay: LocalDate;
      /** The meetings with the host mentor, for forms that are counted by them. */
      readonly meetings: readonly { readonly date: LocalDate; readonly minutes: Minutes }[] | undefined;
    });

/** Learning at a workplace that was assigned, whatever became of it. */
export type KnownWorkplaceLearning = Exclude<WorkplaceLearning, { status: 'none' }>;

export const workplaceLearningState = stream('workplaceLearning', {
  events: [WorkplaceLearningAssigned, WorkplaceLearningCompleted],
  initial: (): WorkplaceLearning => ({ status: 'none' }),
}).evolve({
  WorkplaceLearningAssigned: (_, { data }) => ({
    status: 'assigned',
    employeeId: data.employeeId,
    programId: data.programId,
    form: data.form,
    international: data.international,
    hostMentorId: data.hostMentorId,
    period: data.period,
  }),
  WorkplaceLearningCompleted: (learning, { data }) =>
    learning.status === 'none'
      ? learning
      : { ...learning, status: data.outcome, lastDay: data.on, meetings: data.meetings },
});
