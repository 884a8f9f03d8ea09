import { stream } from '@pembinaan/event-sourcing';
import type { Maker } from '../../values/acts.js';
import type { CompetencyCode, ProficiencyLevel } from '../../values/competency.js';
import type { AssessmentId, GapId } from '../../values/ids.js';
import type { LocalDate } from '../../values/local-date.js';
import type { Expectation, PerformancePredicate } from '../../values/performance.js';
import {
  type AssessmentMethod,
  CompetencyAssessed,
  CompetencyGapValidated,
  PerformancePredicateRecorded,
  type RatedPeriod,
  ratedPeriodKey,
} from './events.js';

export interface Assessment {
  readonly assessmentId: AssessmentId;
  readonly competency: CompetencyCode;
  readonly level: ProficiencyLevel;
  readonly method: AssessmentMethod;
  readonly assessedOn: LocalDate;
  readonly validUntil: LocalDate | undefined;
  readonly assessedBy: Maker;
}

export interface RecordedPredicate {
  readonly period: RatedPeriod;
  readonly results: Expectation;
  readonly behaviour: Expectation;
  readonly predicate: PerformancePredicate;
}

export interface CompetencyProfile {
  /** An assessment recorded again under its id replaces the earlier one here; the stream keeps both. */
  readonly assessments: readonly Assessment[];
  readonly gaps: readonly GapId[];
  /** One a period; recorded again as a correction, it replaces the earlier one here. */
  readonly predicates: readonly RecordedPredicate[];
}

export const competencyProfileState = stream('competencyProfile', {
  events: [CompetencyAssessed, CompetencyGapValidated, PerformancePredicateRecorded],
  initial: (): CompetencyProfile => ({ assessments: [], gaps: [], predicates: [] }),
}).evolve({
  CompetencyAssessed: (profile, { data }) => ({
    ...profile,
    assessments: [
      ...profile.assessments.filter((known) => known.assessmentId !== data.assessmentId),
      {
        assessmentId: data.assessmentId,
        competency: data.competency,
        level: data.level,
        method: data.method,
        assessedOn: data.assessedOn,
        validUntil: data.validUntil,
        assessedBy: data.assessedBy,
      },
    ],
  }),
  CompetencyGapValidated: (profile, { data }) => ({ ...profile, gaps: [...profile.gaps, data.gapId] }),
  PerformancePredicateRecorded: (profile, { data }) => ({
    ...profile,
    predicates: [
      ...profile.predicates.filter(({ period }) => ratedPeriodKey(period) !== ratedPeriodKey(data.period)),
      { period: data.period, results: data.results, behaviour: data.behaviour, predicate: data.predicate },
    ],
  }),
});

/**
 * The assessment that gives the level of a person on a day: the latest by then that is still valid.
 * Self-assessments stand apart and count only when `withSelf` is set (R06).
 */
export function assessmentOn(
  profile: CompetencyProfile,
  competency: CompetencyCode,
  date: LocalDate,
  withSelf = false,
): Assessment | undefined {
  return profile.assessments.reduce<Assessment | undefined>((found, candidate) => {
    const counts =
      candidate.competency === competency &&
      candidate.assessedOn <= date &&
      (candidate.validUntil === undefined || date <= candidate.validUntil) &&
      (withSelf || candidate.method !== 'self');
    return counts && (found === undefined || candidate.assessedOn >= found.assessedOn) ? candidate : found;
  }, undefined);
}
