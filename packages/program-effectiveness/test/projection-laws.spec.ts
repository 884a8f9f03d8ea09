import {
  AgreementId,
  BatchId,
  BudgetCommitted,
  ClaimId,
  CommitmentId,
  EventId,
  InputId,
  InvolvementId,
  MaterialId,
  MeasurementId,
  ProgramId,
  RatingId,
  RecommendationId,
  Rupiah,
  SessionId,
  SubjectId,
  SupportId,
  UnitId,
} from '@pembinaan/core';
import type { Projection } from '@pembinaan/event-sourcing';
import { describeProjectionLaws } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { agencyReadModels, contextFiles, programFiles, programRecords } from '../src/index.js';

/** Ids by which rows, or parts of rows, are kept: a few of each, so that events meet. */
const ids: readonly unknown[] = [
  AgreementId,
  BatchId,
  ClaimId,
  CommitmentId,
  InputId,
  InvolvementId,
  MaterialId,
  MeasurementId,
  ProgramId,
  RatingId,
  RecommendationId,
  SessionId,
  SubjectId,
  SupportId,
  UnitId,
];

/** Amounts of which thirty can be summed. */
const amounts: readonly unknown[] = [Rupiah, BudgetCommitted.schema.shape.amount];

const uuids = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];

const override = (schema: unknown) => {
  if (ids.includes(schema)) return fc.constantFrom('a', 'b', 'c');
  if (amounts.includes(schema)) return fc.integer({ min: 1, max: 1_000_000_000 });
  return schema === EventId ? fc.constantFrom(...uuids) : undefined;
};

/** The category matters to `programRecords` only. */
const streams = (type: string): readonly string[] => {
  if (type.startsWith('Budget')) return ['budget-a-2026'];
  if (type.startsWith('Certificate')) return ['certificate-a', 'certificate-b'];
  if (/^(Evaluation|Behaviour|ProgramImpact|ParticipantReaction)/.test(type)) return ['evaluation-a', 'evaluation-b'];
  if (/^(Program|Revision|Method|LearningMaterial)/.test(type)) return ['program-a', 'program-b'];
  return ['batch-a', 'batch-b'];
};

const projections = new Set<Projection<unknown>>([
  programFiles,
  contextFiles,
  programRecords,
  ...agencyReadModels.flatMap((model) => model.projections),
]);

for (const projection of projections) {
  // A policy version is long.
  const size = projection.name === 'agency-policy' ? { maxEvents: 5 } : {};
  describeProjectionLaws(projection.name, projection, { override, streams, ...size });
}
