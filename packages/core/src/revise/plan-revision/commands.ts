import { command } from '@pembinaan/event-sourcing';
import { DevelopmentPlanRevised } from '../../plan/development-plan/events.js';

export const ReviseDevelopmentPlan = command(
  'ReviseDevelopmentPlan',
  DevelopmentPlanRevised.schema.omit({ contentHash: true, revisedBy: true }),
);
