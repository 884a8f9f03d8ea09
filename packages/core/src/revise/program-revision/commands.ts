import { command } from '@pembinaan/event-sourcing';
import {
  MethodReviewOrdered,
  ProgramCancelled,
  ProgramContinued,
  ProgramExpanded,
  ProgramMethodRevised,
  ProgramSuspended,
  RevisionRecommended,
} from './events.js';

export const RecommendRevision = command('RecommendRevision', RevisionRecommended.schema.omit({ recommendedBy: true }));
export const ExpandProgram = command('ExpandProgram', ProgramExpanded.schema.omit({ expandedBy: true }));
export const OrderMethodReview = command('OrderMethodReview', MethodReviewOrdered.schema.omit({ orderedBy: true }));
export const ReviseProgramMethod = command(
  'ReviseProgramMethod',
  ProgramMethodRevised.schema.omit({ revisedBy: true }),
);
export const SuspendProgram = command('SuspendProgram', ProgramSuspended.schema.omit({ suspendedBy: true }));
export const CancelProgram = command(
  'CancelProgram',
  ProgramCancelled.schema.omit({ openBatches: true, cancelledBy: true }),
);
export const ContinueProgram = command(
  'ContinueProgram',
  ProgramContinued.schema.omit({ endsSuspension: true, continuedBy: true }),
);
