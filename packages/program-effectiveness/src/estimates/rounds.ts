import { addDays, type Clock, type LocalDate } from '@pembinaan/core';
import type { BatchHistory, EvaluationHistory, ProgramHistory } from '../program/program-history.js';
import type { RoundWindow } from './round-estimates.js';
import type { RoundPolicy } from './round-policy.js';

/** An evaluation of a programme, with the batches under it that were held by the day that is asked about. */
export interface Round {
  readonly evaluation: EvaluationHistory;
  /** In the order of their first days. */
  readonly held: readonly BatchHistory[];
  readonly window: RoundWindow | null;
  /** The first session of the round after this one in the same units; null where there is none yet. */
  readonly nextRound: LocalDate | null;
  /** The days from which on periods are baseline, the best first: each later entry holds more of what an earlier round did. */
  readonly baselineFrom: readonly LocalDate[];
}

/** How far back before the first session a baseline may begin. */
const LOOKBACK_DAYS = 730;

/** The rounds of a programme, in the order in which their evaluations were planned. */
export function roundsOf(program: ProgramHistory, policy: RoundPolicy, clock: Clock): readonly Round[] {
  const taught = [...program.evaluations]
    .sort(inOrderOfPlanning)
    .map((evaluation) => taughtUnder(evaluation, program, clock));
  return taught.map((round) => {
    const { evaluation, held, days } = round;
    if (days === null) return { evaluation, held, window: null, nextRound: null, baselineFrom: [] };
    const others = taught.filter((other) => other !== round && sharesUnits(other.evaluation, evaluation));
    // Of two that began on one day neither has a time after of its own.
    const next = earliest(
      others.flatMap((other) => (other.days !== null && other.days.first >= days.first ? other.days.first : [])),
    );
    return {
      evaluation,
      held,
      nextRound: next ?? null,
      window: {
        batchIds: held.map(({ batchId }) => batchId),
        batchesAhead: round.ahead,
        firstSession: days.first,
        lastSession: days.last,
        before: { from: addDays(days.first, -LOOKBACK_DAYS), to: addDays(days.first, -1) },
        after: periodAfter(days, next, policy),
      },
      baselineFrom: baselineStarts(days, others, policy),
    };
  });
}

/** The first and the last session, and the last day of the last batch. */
interface TaughtDays {
  readonly first: LocalDate;
  readonly last: LocalDate;
  readonly over: LocalDate;
}

interface Taught {
  readonly evaluation: EvaluationHistory;
  readonly held: readonly BatchHistory[];
  readonly ahead: number;
  readonly days: TaughtDays | null;
}

function taughtUnder(evaluation: EvaluationHistory, { batches }: ProgramHistory, { effective }: Clock): Taught {
  const scheduled = batches.filter(
    ({ evaluationId, status }) => evaluationId === evaluation.evaluationId && status !== 'cancelled',
  );
  const held = scheduled.filter(({ firstSession }) => firstSession <= effective);
  const first = earliest(held.map(({ firstSession }) => firstSession));
  const last = latest(held.flatMap(({ sessions }) => sessions.map(({ date }) => date)));
  const over = latest(held.map(({ period }) => period.to));
  return {
    evaluation,
    held,
    ahead: scheduled.length - held.length,
    days: first === undefined || last === undefined || over === undefined ? null : { first, last, over },
  };
}

/** From the day after the last session, and before the next round begins. */
function periodAfter(
  { last, over }: TaughtDays,
  next: LocalDate | undefined,
  policy: RoundPolicy,
): RoundWindow['after'] {
  const until = addDays(over, policy.window.to);
  const from = addDays(last, 1);
  const to = next === undefined || next > until ? until : addDays(next, -1);
  return from <= to ? { from, to } : null;
}

/** What earlier rounds did is over; they are taught at least; anything within two years. */
function baselineStarts({ first }: TaughtDays, others: readonly Taught[], policy: RoundPolicy): readonly LocalDate[] {
  const floor = addDays(first, -LOOKBACK_DAYS);
  const earlier = others.flatMap(({ days }) => (days !== null && days.first < first ? [days] : []));
  const settled = latest([floor, ...earlier.map(({ over }) => addDays(over, policy.window.to + 1))]) ?? floor;
  const taught = latest([floor, ...earlier.map(({ last }) => addDays(last, 1))]) ?? floor;
  return [...new Set([settled, taught, floor])];
}

function sharesUnits(one: EvaluationHistory, other: EvaluationHistory): boolean {
  return one.serviceUnits.some((unitId) => other.serviceUnits.includes(unitId));
}

function inOrderOfPlanning(a: EvaluationHistory, b: EvaluationHistory): number {
  return order(a.plannedOn, b.plannedOn) || order(a.told.position, b.told.position);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function earliest(days: readonly LocalDate[]): LocalDate | undefined {
  return [...days].sort()[0];
}

function latest(days: readonly LocalDate[]): LocalDate | undefined {
  return [...days].sort().at(-1);
}
