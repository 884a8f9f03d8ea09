import { command } from '@pembinaan/event-sourcing';
import { WorkplaceLearningAssigned, WorkplaceLearningCompleted } from './events.js';

// The unit is that of the placement, the JP are those of the table; person, form and programme are named once, with the assignment.
export const AssignWorkplaceLearning = command(
  'AssignWorkplaceLearning',
  WorkplaceLearningAssigned.schema.omit({ unitId: true, jp: true, aboveCeiling: true, assignedBy: true }),
);
export const CompleteWorkplaceLearning = command(
  'CompleteWorkplaceLearning',
  WorkplaceLearningCompleted.schema.omit({
    employeeId: true,
    programId: true,
    form: true,
    international: true,
    completedBy: true,
  }),
);
