import { ImprovementActionAssigned, ImprovementActionCompleted, type LocalDate } from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';

export interface ActionRow {
  readonly actionId: string;
  /** What it improves: a programme or a service unit. */
  programId: string | null;
  unitId: string | null;
  /** What caused it, as `input/forum/input`, `complaint/report`, `finding/finding` or `evaluation/evaluation`. */
  cause: string | null;
  due: LocalDate | null;
  /** Instants. */
  assignedAt: string | null;
  completedAt: string | null;
}

/** The improvement actions, keyed by action. */
export const actionRecords = projection({
  name: 'action-records',
  version: 1,
  events: [ImprovementActionAssigned, ImprovementActionCompleted],
  initial: (actionId): ActionRow => ({
    actionId,
    programId: null,
    unitId: null,
    cause: null,
    due: null,
    assignedAt: null,
    completedAt: null,
  }),
  key: (event) => idOf(event.stream),
  on: {
    ImprovementActionAssigned: (action, { occurredAt, data: { target, cause, due } }) => {
      action.programId = target.kind === 'program' ? target.programId : null;
      action.unitId = target.kind === 'serviceUnit' ? target.unitId : null;
      action.cause = causeKey(cause);
      action.due = due;
      action.assignedAt = occurredAt;
      return action;
    },
    ImprovementActionCompleted: (action, { occurredAt }) => {
      action.completedAt = occurredAt;
      return action;
    },
  },
});

type Cause =
  | { readonly kind: 'input'; readonly forumId: string; readonly inputId: string }
  | { readonly kind: 'complaint'; readonly reportId: string }
  | { readonly kind: 'finding'; readonly findingId: string }
  | { readonly kind: 'evaluation'; readonly evaluationId: string };

/** One text for one cause, so that two can be compared. */
export function causeKey(cause: Cause): string {
  switch (cause.kind) {
    case 'input':
      return `input/${cause.forumId}/${cause.inputId}`;
    case 'complaint':
      return `complaint/${cause.reportId}`;
    case 'finding':
      return `finding/${cause.findingId}`;
    case 'evaluation':
      return `evaluation/${cause.evaluationId}`;
  }
}
