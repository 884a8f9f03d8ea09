import { WorkplaceLearningAssigned } from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';

export interface WorkplaceRow {
  readonly workplaceLearningId: string;
  /** The partner that hosts it; null where a unit of the agency does. */
  readonly partnerId: string | null;
  readonly form: string;
  readonly from: string;
  readonly employeeId: string;
  readonly needId: string | null;
}

/** Who learns at a workplace, and who hosts it, keyed by the placement. */
export const workplaceRecords = projection({
  name: 'workplace-records',
  version: 1,
  events: [WorkplaceLearningAssigned],
  initial: (workplaceLearningId): WorkplaceRow => ({
    workplaceLearningId,
    partnerId: null,
    form: '',
    from: '',
    employeeId: '',
    needId: null,
  }),
  key: (event) => idOf(event.stream),
  on: {
    WorkplaceLearningAssigned: ({ workplaceLearningId }, { data: { host, form, period, employeeId, needId } }) => ({
      workplaceLearningId,
      partnerId: host.kind === 'partner' ? host.partnerId : null,
      form,
      from: period.from,
      employeeId,
      needId: needId ?? null,
    }),
  },
});
