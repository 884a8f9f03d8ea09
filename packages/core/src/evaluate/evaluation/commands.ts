import { command } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { MeasurementId, UnitId } from '../../values/ids.js';
import {
  BehaviourRated,
  EvaluationConcluded,
  EvaluationContested,
  EvaluationPlanned,
  ParticipantReactionRecorded,
  ProgramImpactMeasured,
} from './events.js';

export const PlanEvaluation = command(
  'PlanEvaluation',
  EvaluationPlanned.schema.omit({ plannedOn: true, plannedBy: true }),
);
/** Sent by whoever keeps the survey, never by a participant: see {@link reactionToken}. */
export const RecordParticipantReaction = command(
  'RecordParticipantReaction',
  ParticipantReactionRecorded.schema.omit({ programId: true, recordedBy: true }),
);
export const RateBehaviour = command(
  'RateBehaviour',
  BehaviourRated.schema.omit({ programId: true, ratedOn: true, ratedBy: true }),
);

/** Names the measurements; the library reads their values, so that nobody types an effect. */
export const MeasureProgramImpact = command(
  'MeasureProgramImpact',
  z.strictObject({
    unitId: UnitId,
    service: ProgramImpactMeasured.schema.shape.service,
    metric: ProgramImpactMeasured.schema.shape.outcome.shape.metric,
    beforeId: MeasurementId,
    afterId: MeasurementId,
    guardBeforeId: MeasurementId.exactOptional(),
    guardAfterId: MeasurementId.exactOptional(),
    comparison: z.strictObject({ unitId: UnitId, beforeId: MeasurementId, afterId: MeasurementId }).exactOptional(),
  }),
);
export const ConcludeEvaluation = command(
  'ConcludeEvaluation',
  EvaluationConcluded.schema.pick({ conclusion: true, strengths: true, weaknesses: true, evidence: true }),
);
export const ContestEvaluation = command('ContestEvaluation', EvaluationContested.schema.pick({ grounds: true }));
