import { command } from '@pembinaan/event-sourcing';
import { CompetencyAssessed, CompetencyGapValidated, PerformancePredicateRecorded } from './events.js';

// The day of an assessment is the day on which the command says that it happened.
export const AssessCompetency = command(
  'AssessCompetency',
  CompetencyAssessed.schema.omit({ assessedOn: true, assessedBy: true }),
);
// What is required and what was reached follow from the standard of the position and from the profile.
export const ValidateCompetencyGap = command(
  'ValidateCompetencyGap',
  CompetencyGapValidated.schema.pick({ gapId: true, competency: true, priority: true }),
);

const recorded = PerformancePredicateRecorded.schema.omit({ recordedBy: true });

/** The predicate is computed; it may be given as the source has it, and then must be right (R34). */
export const RecordPerformancePredicate = command(
  'RecordPerformancePredicate',
  recorded.extend({ predicate: recorded.shape.predicate.exactOptional() }),
);
