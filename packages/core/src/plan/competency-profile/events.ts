import { event } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { Maker } from '../../values/acts.js';
import { CompetencyCode, ProficiencyLevel } from '../../values/competency.js';
import { AssessmentId, BatchId, DocumentRef, GapId, StandardId } from '../../values/ids.js';
import { LocalDate, type Period, Year } from '../../values/local-date.js';
import { Expectation, PerformancePredicate } from '../../values/performance.js';

export const AssessmentMethod = z.enum(['assessmentCentre', 'test', 'superior', 'self', 'training']);
export type AssessmentMethod = z.output<typeof AssessmentMethod>;

/** What an assessment rests on: a batch of training, or a document. */
export const Evidence = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('batch'), batchId: BatchId }),
  z.strictObject({ kind: z.literal('document'), ref: DocumentRef }),
]);
export type Evidence = z.output<typeof Evidence>;

export const Priority = z.enum(['high', 'medium', 'low']);

export const CompetencyAssessed = event(
  'CompetencyAssessed',
  z.strictObject({
    assessmentId: AssessmentId,
    competency: CompetencyCode,
    level: ProficiencyLevel,
    method: AssessmentMethod,
    assessedOn: LocalDate,
    evidence: z.array(Evidence),
    validUntil: LocalDate.exactOptional(),
    assessedBy: Maker,
  }),
)
  .describe({
    number: 2,
    en: 'The level of a person in one competency is assessed.',
    id: 'Level seseorang pada satu kompetensi dinilai.',
    basis: 'Permenpan RB 38/2017',
  })
  .correctable(({ assessmentId, competency }) => `${assessmentId}/${competency}`);

export const CompetencyGapValidated = event(
  'CompetencyGapValidated',
  z.strictObject({
    gapId: GapId,
    competency: CompetencyCode,
    required: ProficiencyLevel,
    /** 0 where the person was never assessed. */
    actual: z.int().min(0).max(5),
    standardId: StandardId,
    standardVersion: z.int().positive(),
    priority: Priority,
    validatedBy: Maker,
  }),
).describe({
  number: 3,
  en: 'The gap between the standard of the position and the profile of the person is validated.',
  id: 'Kesenjangan antara standar jabatan dan profil seseorang divalidasi.',
  basis: 'PP 11/2017 Pasal 203',
});

/** A year, or one quarter of it. */
export const RatedPeriod = z.strictObject({ year: Year, quarter: z.int().min(1).max(4).exactOptional() });
export type RatedPeriod = z.output<typeof RatedPeriod>;

/** One text for one period, so that two can be compared: `2026`, `2026/Q1`. */
export function ratedPeriodKey({ year, quarter }: RatedPeriod): string {
  return quarter === undefined ? String(year) : `${year}/Q${quarter}`;
}

/** The first and the last day of a rated period. */
export function ratedDays({ year, quarter }: RatedPeriod): Period {
  const [first, last] = quarter === undefined ? YEAR : (QUARTERS[quarter - 1] ?? YEAR);
  return { from: LocalDate.parse(`${year}-${first}`), to: LocalDate.parse(`${year}-${last}`) };
}

const YEAR = ['01-01', '12-31'] as const;
const QUARTERS = [
  ['01-01', '03-31'],
  ['04-01', '06-30'],
  ['07-01', '09-30'],
  ['10-01', '12-31'],
] as const;

export const PerformancePredicateRecorded = event(
  'PerformancePredicateRecorded',
  z.strictObject({
    period: RatedPeriod,
    /** Hasil kerja: the results of the work. */
    results: Expectation,
    /** Perilaku kerja: the behaviour at work. */
    behaviour: Expectation,
    predicate: PerformancePredicate,
    source: z.enum(['eKinerja', 'sheet']),
    recordedBy: Maker,
  }),
)
  .describe({
    number: 59,
    en: 'The performance predicate of a person for a year or a quarter is recorded.',
    id: 'Predikat kinerja seseorang untuk satu tahun atau triwulan dicatat.',
    basis: 'Permenpan RB 6/2022',
  })
  .correctable(({ period }) => ratedPeriodKey(period));
