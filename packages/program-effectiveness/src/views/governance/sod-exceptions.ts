import { agencyReadModel } from '../../agency-read-model.js';
import { byCells, grouped } from '../../lines.js';
import { agencyPolicy, policyOnDay } from '../../records/agency-policy.js';
import {
  type Act,
  checkedBy,
  handsOf,
  type MakerCheckerRow,
  makerCheckerRecords,
} from '../../records/maker-checker-records.js';

/** Whoever checks faster than this, in seconds, cannot have read much; no source gives a figure, and nothing is blocked by it. */
export const HASTY_SECONDS = 60;

/** Something about maker and checker that an auditor should look at; what the rules forbid outright was refused and is not here. */
export type SodExceptionsLine = {
  /**
   * `samePerson`: the checker made it (only imports can get here). `throughOperator`: one of the two typed for the other, or somebody
   * typed for both. `hasty`: checked within {@link HASTY_SECONDS} of being made. `reciprocal`: two people check each other's work.
   */
  readonly kind: 'samePerson' | 'throughOperator' | 'hasty' | 'reciprocal';
  readonly makerId: string;
  readonly checkerId: string;
  /** Who had a hand on both sides. */
  readonly via: string | null;
  /** The thing that was made and checked; null for two people. */
  readonly object: string | null;
  readonly check: string | null;
  readonly makeEventId: string | null;
  readonly checkEventId: string | null;
  readonly seconds: number | null;
  /** Things made by the maker and checked by the checker, and the other way round; null for one thing. */
  readonly times: number | null;
  readonly timesBack: number | null;
  readonly on: string | null;
};

/** Near misses in the separation of duties: what no single rule forbids, and what looks odd in the whole. */
export const sodExceptions = agencyReadModel({
  name: 'SodExceptions',
  question: {
    en: 'Where do maker and checker come suspiciously close?',
    id: 'Di mana pembuat dan pemeriksa terlalu dekat sehingga patut dicermati?',
  },
  projections: [makerCheckerRecords, agencyPolicy],
  answer: ([objects, policies], on): readonly SodExceptionsLine[] => {
    const { dayOf } = policyOnDay(policies, on);
    const checks = [...objects.rows.values()].flatMap(checksOf).filter(({ check }) => dayOf(check.recordedAt) <= on);
    return [
      ...checks.flatMap((one) => oddIn(one).map((odd) => ({ ...odd, on: dayOf(one.check.recordedAt) }))),
      ...reciprocal(checks),
    ].sort(
      byCells(
        ({ kind }) => kind,
        (line) => line.on,
        ({ object }) => object,
        ({ checkEventId }) => checkEventId,
        ({ makerId }) => makerId,
        ({ checkerId }) => checkerId,
      ),
    );
  },
});

/** One act that was checked, and the act that checked it. */
interface Check {
  readonly object: string;
  readonly make: Act;
  readonly check: Act;
  /** The last that was made before the check. */
  readonly isLast: boolean;
}

function checksOf({ object, acts }: MakerCheckerRow): readonly Check[] {
  return acts.flatMap((check) => {
    const made = checkedBy(check, acts);
    // Of many acts by the same hands, such as the items of a plan, the last stands for all.
    const byHands = new Map(made.map((make) => [handsOf(make).join('/'), make]));
    return [...byHands.values()].map((make) => ({ object, make, check, isLast: make === made.at(-1) }));
  });
}

function oddIn({ object, make, check, isLast }: Check): readonly Omit<SodExceptionsLine, 'on'>[] {
  const line = {
    makerId: make.subjectId,
    checkerId: check.subjectId,
    via: null,
    object,
    check: check.type,
    makeEventId: make.eventId,
    checkEventId: check.eventId,
    seconds: null,
    times: null,
    timesBack: null,
  };
  const odd: Omit<SodExceptionsLine, 'on'>[] = [];
  const shared = handsOf(make).find((hand) => handsOf(check).includes(hand));
  if (make.subjectId === check.subjectId) odd.push({ ...line, kind: 'samePerson' });
  else if (shared !== undefined) odd.push({ ...line, kind: 'throughOperator', via: shared });
  const seconds = Math.floor((Date.parse(check.recordedAt) - Date.parse(make.recordedAt)) / 1000);
  if (isLast && seconds < HASTY_SECONDS) odd.push({ ...line, kind: 'hasty', seconds });
  return odd;
}

/** Each two people of whom both checked what the other made; once. */
function reciprocal(checks: readonly Check[]): readonly SodExceptionsLine[] {
  const apart = checks.filter(({ make, check }) => make.subjectId !== check.subjectId);
  const byPair = grouped(apart, ({ make, check }) => `${make.subjectId}/${check.subjectId}`);
  return [...byPair.values()].flatMap((pair): readonly SodExceptionsLine[] => {
    const [first] = pair;
    if (first === undefined) return [];
    const [makerId, checkerId] = [first.make.subjectId, first.check.subjectId];
    const back = byPair.get(`${checkerId}/${makerId}`);
    if (back === undefined || checkerId < makerId) return [];
    const nothing = { via: null, object: null, check: null, makeEventId: null, checkEventId: null, seconds: null };
    const counts = { times: thingsIn(pair), timesBack: thingsIn(back) };
    return [{ kind: 'reciprocal', makerId, checkerId, ...nothing, ...counts, on: null }];
  });
}

function thingsIn(checks: readonly Check[]): number {
  return new Set(checks.map(({ object }) => object)).size;
}
