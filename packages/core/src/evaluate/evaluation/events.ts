import { event } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { ServiceCode, ServiceMetric } from '../../service/service-unit/events.js';
import { BerAkhlak } from '../../train/program/events.js';
import { Maker } from '../../values/acts.js';
import { BasisPoints } from '../../values/amounts.js';
import { CompetencyCode } from '../../values/competency.js';
import { BatchId, EventId, MeasurementId, ProgramId, RatingId, Sha256, SubjectId, UnitId } from '../../values/ids.js';
import { LocalDate } from '../../values/local-date.js';

/** Levels of post-training evaluation: 1 reaction, 2 learning, 3 behaviour, 4 impact. */
export const EvaluationLevel = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
export type EvaluationLevel = z.output<typeof EvaluationLevel>;

export const EvaluationDesign = z.enum(['prePost', 'comparison', 'timeSeries']);

/** A metric that the programme should improve, and the one that must not suffer for it (R24). */
export const EvaluationMetric = z.strictObject({
  service: ServiceCode,
  metric: ServiceMetric,
  guardMetric: ServiceMetric.exactOptional(),
});

export const EvaluationPlanned = event(
  'EvaluationPlanned',
  z.strictObject({
    programId: ProgramId,
    levels: z.array(EvaluationLevel).min(1),
    design: EvaluationDesign,
    serviceUnits: z.array(UnitId),
    comparisonUnits: z.array(UnitId),
    metrics: z.array(EvaluationMetric),
    /** Smallest relative improvement that counts as an effect, basis points; not below the policy's `effect.minimum`. */
    minimumEffect: BasisPoints,
    /** Fewest cases for a conclusion. */
    minimumN: z.int().positive(),
    evaluatorId: SubjectId,
    plannedOn: LocalDate,
    plannedBy: Maker,
  }),
).describe({
  number: 53,
  en: 'The evaluation of a programme is planned, before its first session.',
  id: 'Evaluasi program direncanakan, sebelum sesi pertamanya.',
  basis: 'PP 11/2017 Pasal 203-205; Peraturan LAN 10/2018 (evaluation)',
});

/** In which relation the rater stands to the participant. */
export const RaterKind = z.enum(['self', 'superior', 'peer', 'subordinate']);
export type RaterKind = z.output<typeof RaterKind>;

export const BehaviourRated = event(
  'BehaviourRated',
  z.strictObject({
    programId: ProgramId,
    batchId: BatchId,
    ratingId: RatingId,
    employeeId: SubjectId,
    raterKind: RaterKind,
    /** 1 to 5 for a competency or a value of BerAKHLAK. */
    ratings: z
      .array(
        z.strictObject({
          of: z.union([CompetencyCode, BerAkhlak]),
          score: z.int().min(1).max(5),
        }),
      )
      .min(1),
    ratedOn: LocalDate,
    ratedBy: Maker,
  }),
)
  .describe({
    number: 55,
    en: 'The behaviour of a participant at work is rated, months after the training (level 3).',
    id: 'Perilaku peserta di tempat kerja dinilai beberapa bulan setelah pelatihan (level 3).',
    basis: 'Evaluasi pascapelatihan LAN',
  })
  .correctable(({ ratingId, employeeId, ratedBy }) => `${ratingId}/${employeeId}/${ratedBy.subjectId}`);

/** Before and after of one metric in one unit, read by the library from the measurements. */
const BeforeAfter = z.strictObject({
  metric: ServiceMetric,
  before: z.int(),
  after: z.int(),
  beforeId: MeasurementId,
  afterId: MeasurementId,
});

export const ProgramImpactMeasured = event(
  'ProgramImpactMeasured',
  z.strictObject({
    programId: ProgramId,
    unitId: UnitId,
    service: ServiceCode,
    /** Seconds for speeds, basis points for rates. */
    outcome: BeforeAfter,
    comparison: z.strictObject({ unitId: UnitId, outcome: BeforeAfter }).exactOptional(),
    /** Relative improvement in basis points; negative is worse; less that of the comparison unit, where there is one. Null where the value before is 0. */
    improvement: z.int().nullable(),
    guard: z.strictObject({ ...BeforeAfter.shape, worsened: z.boolean() }).exactOptional(),
    /** The smaller number of cases of the two periods. */
    n: z.int().min(0),
    measuredBy: Maker,
  }),
)
  .describe({
    number: 60,
    en: 'The change of a service around a programme is measured (level 4).',
    id: 'Perubahan layanan di sekitar program diukur (level 4).',
    basis: 'Evaluasi pascapelatihan LAN, level 4',
  })
  .correctable(({ unitId, service, outcome }) => `${unitId}/${service}/${outcome.metric}`);

export const Conclusion = z.enum(['effective', 'noSignificantChange', 'harmful', 'inconclusive']);
export type Conclusion = z.output<typeof Conclusion>;

/** An answer to a question on the reaction (level 1): 1 poor to 4 very good. */
const ReactionScore = z.int().min(1).max(4);

/** What a participant thought of speaker, material, organiser and facility. */
export const ReactionScores = z.strictObject({
  speaker: ReactionScore,
  material: ReactionScore,
  organiser: ReactionScore,
  facility: ReactionScore,
});
export type ReactionScores = z.output<typeof ReactionScores>;

export const ParticipantReactionRecorded = event(
  'ParticipantReactionRecorded',
  z.strictObject({
    programId: ProgramId,
    batchId: BatchId,
    /** A token that stands for one participant of one batch and cannot be traced back without the key of the survey (R30). */
    respondentToken: Sha256,
    scores: ReactionScores,
    recordedBy: Maker,
  }),
).describe({
  number: 54,
  en: 'A participant says how the training was, without being named (level 1).',
  id: 'Seorang peserta menilai pelatihan tanpa disebut namanya (level 1).',
  basis: 'Evaluasi pascapelatihan LAN, level 1',
});

export const EvaluationConcluded = event(
  'EvaluationConcluded',
  z.strictObject({
    programId: ProgramId,
    conclusion: Conclusion,
    strengths: z.array(z.string().min(1).max(300)),
    weaknesses: z.array(z.string().min(1).max(300)),
    /** Planned levels that were measured, and those that were not; found by the library. */
    measuredLevels: z.array(EvaluationLevel),
    missingLevels: z.array(EvaluationLevel),
    /** The events on which the conclusion rests. */
    evidence: z.array(EventId).min(1),
    design: EvaluationDesign,
    /** Whose objection it answers, where the conclusion was contested; found by the library. */
    answers: SubjectId.exactOptional(),
    concludedOn: LocalDate,
    concludedBy: Maker,
  }),
).describe({
  number: 61,
  en: 'The evaluation of a programme is concluded, with its evidence.',
  id: 'Evaluasi program disimpulkan, beserta buktinya.',
  basis: 'PP 11/2017 Pasal 203-205; practice of Binjai (B9)',
});

export const EvaluationContested = event(
  'EvaluationContested',
  z.strictObject({
    programId: ProgramId,
    grounds: z.enum(['data', 'method', 'attribution', 'procedure']),
    /** Last working day for the answer, counted by the library. */
    answerDue: LocalDate,
    contestedBy: Maker,
  }),
).describe({
  number: 62,
  en: 'A conclusion is contested; until it is concluded anew, it carries no expansion.',
  id: 'Kesimpulan disanggah; sebelum disimpulkan kembali, kesimpulan itu tidak menjadi dasar perluasan.',
  basis: 'PP 60/2008 (SPIP); fairness to those who are judged',
});
