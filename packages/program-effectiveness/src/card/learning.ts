import { shareOf } from '../disclosure.js';
import type { BatchHistory, Seat } from '../program/program-history.js';
import { normalisedGain, type PairedGain, pairedGain } from '../statistics/index.js';
import { groupsOfPeople } from './groups-of-people.js';
import { heldIn, type Level, type Round } from './levels.js';
import { type Disclosed, disclosed } from './told-parts.js';

/** What the participants learnt (level 2): a gain and never an effect, since there is nobody to compare with. */
export interface LearningAccount extends Disclosed {
  /** People of whom both tests are known; told of small groups too. */
  readonly pairs: number;
  /** Places with one of the tests only. */
  readonly preOnly: number;
  readonly postOnly: number;
  /** The people behind the means: the pairs; of a programme, those of the rounds that are told. */
  readonly n: number;
  /** Score hundredths, rounded half up. The test after is the first attempt at it. */
  readonly meanPre: number | null;
  readonly meanPost: number | null;
  readonly meanGain: number | null;
  /** The gain as a share of the room there was to gain (Hake 1998), basis points; null too where everybody had full marks before. */
  readonly classGain: number | null;
  readonly pass: PassAccount;
}

/** Who reached the pass mark of the programme, with the best of the attempts. */
export interface PassAccount extends Disclosed {
  /** People whose best score is known. */
  readonly tested: number;
  /** The people behind the share. */
  readonly n: number;
  /** Basis points; null for a programme without a pass mark too. */
  readonly share: number | null;
}

/** The learning of a level, and the gain in full for what is worked out from it. */
export interface Learning {
  readonly account: LearningAccount;
  /** In score points; of a group that is not told, of nobody. */
  readonly gain: PairedGain;
}

/** @param passMark score hundredths; undefined where the programme has none */
export function learningIn(
  rounds: readonly Round[],
  passMark: number | undefined,
  minimumN: number,
): (level: Level) => Learning {
  const pairsOf = groupsOfPeople(rounds, pairsIn, minimumN);
  const scoresOf = groupsOfPeople(rounds, bestScoresIn, minimumN);
  return (level) => {
    const { all, told, notTold } = pairsOf(level);
    const seats = heldIn(level).flatMap((batch) => [...batch.seats.values()]);
    const scores = scoresOf(level);
    return {
      account: {
        ...disclosed(notTold),
        pairs: all.length,
        preOnly: seats.filter(({ pre, post }) => pre !== null && post === null).length,
        postOnly: seats.filter(({ pre, post }) => pre === null && post !== null).length,
        n: told.length,
        meanPre: meanScore(told.map(({ pre }) => pre)),
        meanPost: meanScore(told.map(({ post }) => post)),
        meanGain: meanScore(told.map(({ pre, post }) => post - pre)),
        classGain: classGainOf(told),
        pass: {
          ...disclosed(scores.notTold),
          tested: scores.all.length,
          n: scores.told.length,
          share: passMark === undefined ? null : shareOf(reached(scores.told, passMark), scores.told.length),
        },
      },
      gain: pairedGain({ pre: told.map(({ pre }) => pre / 100), post: told.map(({ post }) => post / 100) }),
    };
  };
}

interface Pair {
  readonly pre: number;
  readonly post: number;
}

function pairsIn(batch: BatchHistory): ReadonlyMap<string, Pair> {
  return people(batch, ({ pre, post }) => (pre && post ? { pre: pre.score, post: post.score } : null));
}

function bestScoresIn(batch: BatchHistory): ReadonlyMap<string, number> {
  return people(batch, ({ bestScore }) => bestScore);
}

/** What is known of the people of a batch, of those of whom it is known. */
function people<M>({ seats }: BatchHistory, known: (seat: Seat) => M | null): ReadonlyMap<string, M> {
  return new Map(
    [...seats].flatMap(([employeeId, seat]) => {
      const member = known(seat);
      return member === null ? [] : [[employeeId, member] as const];
    }),
  );
}

/** Of hundredths, in hundredths, rounded half up. */
function meanScore(scores: readonly number[]): number | null {
  const sum = scores.reduce((total, score) => total + score, 0);
  return scores.length === 0 ? null : Math.floor(sum / scores.length + 0.5);
}

function classGainOf(pairs: readonly Pair[]): number | null {
  const scores = { pre: pairs.map(({ pre }) => pre), post: pairs.map(({ post }) => post) };
  const { classGain } = normalisedGain(scores, SCORES);
  return classGain === null ? null : Math.floor(classGain * 10_000 + 0.5);
}

/** Scores run from 0 to 100, in hundredths. */
const SCORES = { low: 0, high: 10_000 };

function reached(scores: readonly number[], passMark: number): number {
  return scores.filter((score) => score >= passMark).length;
}
