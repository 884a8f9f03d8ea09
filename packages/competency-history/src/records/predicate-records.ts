import {
  type Expectation,
  LocalDate,
  type PerformancePredicate,
  PerformancePredicateRecorded,
  type Period,
  type RatedPeriod,
  ratedPeriodKey,
} from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';

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

/** The performance predicates of each person, as they count after corrections; keyed by employee id. */
export const predicateRecords = projection({
  name: 'predicate-records',
  version: 1,
  events: [PerformancePredicateRecorded],
  initial: (): PredicateRow => ({ predicates: {} }),
  key: (event) => idOf(event.stream),
  on: {
    PerformancePredicateRecorded: (record, { data }) => {
      const { period, results, behaviour, predicate } = data;
      record.predicates[ratedPeriodKey(period)] = { period: { ...period }, results, behaviour, predicate };
      return record;
    },
  },
});

/** The first and the last day of a rated period. */
export function daysOf({ year, quarter }: RatedPeriod): Period {
  if (quarter === undefined) return { from: LocalDate.parse(`${year}-01-01`), to: LocalDate.parse(`${year}-12-31`) };
  const first = ['01-01', '04-01', '07-01', '10-01'][quarter - 1];
  const last = ['03-31', '06-30', '09-30', '12-31'][quarter - 1];
  return { from: LocalDate.parse(`${year}-${first}`), to: LocalDate.parse(`${year}-${last}`) };
}

/** Of the periods that were over on a day, the last; a year goes before its last quarter. */
export function lastPredicate(
  record: PredicateRow | undefined,
  on: LocalDate,
  counts: (entry: PredicateEntry) => boolean = () => true,
): PredicateEntry | undefined {
  return Object.values(record?.predicates ?? {})
    .filter((entry) => counts(entry) && daysOf(entry.period).to <= on)
    .sort((a, b) => (latestFirst(a) < latestFirst(b) ? 1 : -1))[0];
}

function latestFirst({ period }: PredicateEntry): string {
  return `${daysOf(period).to}/${period.quarter === undefined ? 'year' : 'quarter'}`;
}
