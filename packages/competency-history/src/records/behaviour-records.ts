import { BehaviourRated, type LocalDate, type RaterKind } from '@pembinaan/core';
import { idOf } from '@pembinaan/event-sourcing';
import { peopleRecord } from './record.js';

/** How one rater saw the behaviour of the person at work (level 3), as it counts after corrections. */
export interface BehaviourRating {
  readonly batchId: string;
  readonly raterKind: RaterKind;
  /** Only to count how many answered; no view shows it. */
  readonly raterId: string;
  readonly ratedOn: LocalDate;
  /** 1 to 5 for a competency or a value of BerAKHLAK. */
  readonly scores: readonly { readonly of: string; readonly score: number }[];
}

export interface BehaviourRow {
  /** By evaluation and rating. */
  ratings: Record<string, BehaviourRating>;
}

/** The ratings of the behaviour of each person. For groups, and for the person's own view; never to rank people. */
export const behaviourRecords = peopleRecord({
  name: 'behaviour',
  reads: { categories: ['evaluation'] },
  events: [BehaviourRated],
  initial: (): BehaviourRow => ({ ratings: {} }),
  on: {
    BehaviourRated: (record, { data }, { stream }) => {
      const { batchId, ratingId, raterKind, ratedBy, ratedOn, ratings } = data;
      record.ratings[`${idOf(stream)}/${ratingId}`] = {
        batchId,
        raterKind,
        raterId: ratedBy.subjectId,
        ratedOn,
        scores: ratings.map(({ of, score }) => ({ of, score })),
      };
      return record;
    },
  },
});
