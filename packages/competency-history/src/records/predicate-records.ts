import {
  type Expectation,
  type LocalDate,
  type PerformancePredicate,
  PerformancePredicateRecorded,
  type RatedPeriod,
  ratedDays,
  ratedPeriodKey,
} from '@pembinaan/core';
import { PREDICATES } from '../files/person-files.js';
import { peopleRecord } from './record.js';

export interface PredicateEntry {
  readonly period: RatedPeriod;
  readonly results: Expectation;
  readonly behaviour: Expectation;
  readonly predicate: PerformancePredicate;
}

export interface PredicateRow {
  /** By year, or by year and quarter. */
  predicates: Record<string, PredicateEntry>;
}

/** The performance predicates of each person, as they count after corrections. */
export const predicateRecords = peopleRecord({
  name: 'predicates',
  reads: { streams: (employeeId) => [`${PREDICATES}competencyProfile-${employeeId}`] },
  events: [PerformancePredicateRecorded],
  initial: (): PredicateRow => ({ predicates: {} }),
  on: {
    PerformancePredicateRecorded: (record, { data }) => {
      const { period, results, behaviour, predicate } = data;
      record.predicates[ratedPeriodKey(period)] = { period: { ...period }, results, behaviour, predicate };
      return record;
    },
  },
});

/** Of the periods that were over on a day, the last; a year goes before its last quarter. */
export function lastPredicate(
  record: PredicateRow | undefined,
  on: LocalDate,
  counts: (entry: PredicateEntry) => boolean = () => true,
): PredicateEntry | undefined {
  return Object.values(record?.predicates ?? {})
    .filter((entry) => counts(entry) && ratedDays(entry.period).to <= on)
    .sort((a, b) => (latestFirst(a) < latestFirst(b) ? 1 : -1))[0];
}

function latestFirst({ period }: PredicateEntry): string {
  return `${ratedDays(period).to}/${period.quarter === undefined ? 'year' : 'quarter'}`;
}
