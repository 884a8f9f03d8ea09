import { type GroupBeforeAfter, gainOfGroup, type Judgement } from '../designs/index.js';
import { disclosure } from '../disclosure.js';
import type { BatchHistory, Seat } from '../program/program-history.js';
import { normalisedGain } from '../statistics/normalised-gain.js';
import type { LearningEstimate, NormalisedGroupGain } from './round-estimates.js';

/** Scores are hundredths of 0 to 100. */
const SCALE = { low: 0, high: 10_000 };

/**
 * What the tests before and after say of the people in the batches of a round (level 2). A person who sat in several batches is one pair:
 * of the first batch in which he or she took both tests. Nothing is told of fewer pairs than `minimumN`.
 */
export function learningEstimate(batches: readonly BatchHistory[], minimumN: number): LearningEstimate {
  const people = [...onePlaceEach(batches)];
  const scores = people.map(({ pre, post }) => ({ pre: pre?.score ?? null, post: post?.score ?? null }));
  const pairs = scores.filter(({ pre, post }) => pre !== null && post !== null).length;
  const preOnly = scores.filter(({ pre, post }) => pre !== null && post === null).length;
  const postOnly = scores.filter(({ pre, post }) => pre === null && post !== null).length;
  const { suppressed } = disclosure(pairs, minimumN);
  const shown = pairs > 0 && !suppressed;
  return {
    people: people.length,
    pairs,
    preOnly,
    postOnly,
    neither: people.length - pairs - preOnly - postOnly,
    suppressed: pairs > 0 && suppressed,
    judgement: shown
      ? told(gainOfGroup({ people: scores, scale: SCALE, lowerIsBetter: false }), preOnly, minimumN)
      : null,
    normalisedGain: shown ? shareOfRoom(scores) : null,
    events: people.flatMap(({ pre, post }) => [pre, post].flatMap((result) => result?.told ?? [])),
  };
}

/** Those who were confirmed or sat a test: the place that stands for each of them. */
function onePlaceEach(batches: readonly BatchHistory[]): Iterable<Seat> {
  const places = new Map<string, Seat>();
  for (const seat of batches.flatMap(({ seats }) => [...seats.values()])) {
    if (!seat.confirmed && seat.pre === null && seat.post === null) continue;
    const known = places.get(seat.employeeId);
    if (known === undefined || testsIn(seat) > testsIn(known)) places.set(seat.employeeId, seat);
  }
  return places.values();
}

function testsIn({ pre, post }: Seat): number {
  return Number(pre !== null) + Number(post !== null);
}

/**
 * With the bounds of drop-out one could work out the mean score of those who were lost from the figures beside them. Where these are few,
 * the bounds are not told; whether the claim withstands them is.
 */
function told(judgement: Judgement, lost: number, minimumN: number): Judgement {
  if (lost === 0 || lost >= minimumN) return judgement;
  return {
    ...judgement,
    assumptions: judgement.assumptions.map((assumption) =>
      assumption.code === 'withstandsDropOut'
        ? { ...assumption, figures: { ...assumption.figures, worst: null, best: null, noGain: null } }
        : assumption,
    ),
  };
}

function shareOfRoom(people: GroupBeforeAfter['people']): NormalisedGroupGain | null {
  const scores = { pre: people.map(({ pre }) => pre), post: people.map(({ post }) => post) };
  const { classGain, classGainInterval, classGainBand } = normalisedGain(scores, SCALE);
  if (classGain === null || classGainBand === null) return null;
  return { estimate: classGain, interval: classGainInterval, band: classGainBand };
}
