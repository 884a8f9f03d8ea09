import { type LocalDate, ratedDays, ratedPeriodKey } from '@pembinaan/core';
import { type NotShown, notShown } from '../disclosure.js';
import { peopleReadModel } from '../history/people-read-model.js';
import { inOrder } from '../order.js';
import { assignmentRecords } from '../records/assignment-records.js';
import { type BehaviourRating, behaviourRecords } from '../records/behaviour-records.js';
import { policies, policyInForce } from '../records/policies.js';
import {
  lastPredicate,
  type PredicateEntry,
  type PredicateRow,
  predicateRecords,
} from '../records/predicate-records.js';
import { meanHundredths } from '../rounding.js';

/** A batch that the person completed, with what is known before and after. Means are hundredths of 1-5. */
export interface AfterTrainingLine {
  readonly employeeId: string;
  readonly batchId: string;
  readonly programId: string;
  readonly from: string;
  readonly to: string;
  /** The predicate of the last period that was over before the batch began. */
  readonly predicateBefore: string | null;
  readonly periodBefore: string | null;
  /** The predicate of the first period that began after the batch. */
  readonly predicateAfter: string | null;
  readonly periodAfter: string | null;
  /** Before: the ratings of the latest batch that was rated before this one began; after: those of this batch. */
  readonly selfBefore: number | null;
  readonly selfAfter: number | null;
  /** The superior answers for the rating openly; it is what the person may contest (R36). */
  readonly superiorBefore: number | null;
  readonly superiorAfter: number | null;
  /** Peers and subordinates together, where enough of them answered that none can be told. */
  readonly othersBefore: number | null;
  readonly othersAfter: number | null;
  /** Why answers of peers and subordinates are held back; null where none are. */
  readonly notShown: NotShown;
}

/**
 * M8, M9: what became of it, asked about one person: there is no way to ask about several, so that nobody is ranked. Before and after is
 * no proof that the training did it.
 */
export const afterTraining = (employeeId: string) =>
  peopleReadModel({
    name: 'AfterTraining',
    question: {
      en: 'How were my performance and my behaviour at work before and after each training that I completed?',
      id: 'Bagaimana kinerja dan perilaku kerja saya sebelum dan sesudah setiap pelatihan yang saya selesaikan?',
    },
    needs: [assignmentRecords, predicateRecords, behaviourRecords, policies],
    linesOf: 'person',
    tells: 'everPlaced',
    about: employeeId,
    dayOf: ({ to }: AfterTrainingLine) => to,
    answer: ([assignments, predicates, behaviour, policyRows], on) => {
      const policy = policyInForce(policyRows.rows, on);
      const ratings = Object.values(behaviour.get(employeeId)?.ratings ?? {}).filter(({ ratedOn }) => ratedOn <= on);
      const lines = Object.entries(assignments.get(employeeId)?.batches ?? {}).flatMap(
        ([batchId, { programId, status, period }]): AfterTrainingLine[] => {
          if (status !== 'completed' || period === null || on < period.to) return [];
          const before = lastBefore(predicates.get(employeeId), period.from);
          const after = firstAfter(predicates.get(employeeId), period.to, on);
          const ratedBefore = latestRated(ratings.filter(({ ratedOn }) => ratedOn < period.from));
          const ratedAfter = ratings.filter((rating) => rating.batchId === batchId);
          const othersBefore = meanOfOthers(ratedBefore, (n) => notShown(n, policy));
          const othersAfter = meanOfOthers(ratedAfter, (n) => notShown(n, policy));
          return [
            {
              employeeId,
              batchId,
              programId,
              from: period.from,
              to: period.to,
              predicateBefore: before?.predicate ?? null,
              periodBefore: before === undefined ? null : ratedPeriodKey(before.period),
              predicateAfter: after?.predicate ?? null,
              periodAfter: after === undefined ? null : ratedPeriodKey(after.period),
              selfBefore: meanBy(ratedBefore, ['self']),
              selfAfter: meanBy(ratedAfter, ['self']),
              superiorBefore: meanBy(ratedBefore, ['superior']),
              superiorAfter: meanBy(ratedAfter, ['superior']),
              othersBefore: othersBefore.mean,
              othersAfter: othersAfter.mean,
              notShown: othersAfter.notShown ?? othersBefore.notShown,
            },
          ];
        },
      );
      return inOrder(lines, ({ from, batchId }) => [from, batchId]);
    },
  });

function lastBefore(record: PredicateRow | undefined, day: LocalDate): PredicateEntry | undefined {
  return lastPredicate(record, day, ({ period }) => ratedDays(period).to < day);
}

/** The period that began first; of a year and its first quarter the quarter, which was over first. */
function firstAfter(record: PredicateRow | undefined, day: LocalDate, on: LocalDate): PredicateEntry | undefined {
  return inOrder(
    Object.values(record?.predicates ?? {}).filter(
      ({ period }) => day < ratedDays(period).from && ratedDays(period).to <= on,
    ),
    ({ period }) => [ratedDays(period).from, ratedDays(period).to],
  )[0];
}

/** The ratings of the batch that was rated last. */
function latestRated(ratings: readonly BehaviourRating[]): readonly BehaviourRating[] {
  const last = inOrder(ratings, ({ ratedOn }) => [ratedOn]).at(-1);
  return ratings.filter(({ batchId }) => batchId === last?.batchId);
}

function meanBy(ratings: readonly BehaviourRating[], kinds: readonly BehaviourRating['raterKind'][]): number | null {
  return meanHundredths(
    ratings
      .filter(({ raterKind }) => kinds.includes(raterKind))
      .flatMap(({ scores }) => scores.map(({ score }) => score)),
  );
}

function meanOfOthers(
  ratings: readonly BehaviourRating[],
  hiddenFor: (raters: number) => NotShown,
): { readonly mean: number | null; readonly notShown: NotShown } {
  const mean = meanBy(ratings, OTHERS);
  if (mean === null) return { mean, notShown: null };
  const raters = new Set(ratings.filter(({ raterKind }) => OTHERS.includes(raterKind)).map(({ raterId }) => raterId));
  const hidden = hiddenFor(raters.size);
  return hidden === null ? { mean, notShown: null } : { mean: null, notShown: hidden };
}

const OTHERS: readonly BehaviourRating['raterKind'][] = ['peer', 'subordinate'];
