import { command } from '@pembinaan/event-sourcing';
import { ImprovementActionAssigned, ImprovementActionCompleted } from './events.js';

export const AssignImprovementAction = command(
  'AssignImprovementAction',
  ImprovementActionAssigned.schema.omit({ assignedBy: true }),
);

// What is improved, and why, is said once, when the action is assigned; the later event repeats it so that it can be read by itself.
export const CompleteImprovementAction = command(
  'CompleteImprovementAction',
  ImprovementActionCompleted.schema.omit({ target: true, cause: true, verifiedBy: true }),
);
