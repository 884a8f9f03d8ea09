import { type Clock, type LocalDate, localDate } from '@pembinaan/core';
import type { Advice } from '../advice/advice.js';
import { adviceFor } from '../advice/advice-for.js';
import { type KnownRound, knownRounds } from '../advice/known-rounds.js';
import type { RoundEstimates } from '../estimates/round-estimates.js';
import type { ProgramDecision, ProgramHistory } from '../program/program-history.js';
import type { Told } from '../program/told.js';
import type { EvaluationSurroundings } from '../surroundings/surroundings.js';
import { type GainSince, gainSince } from './gain-since.js';
import { type OutcomeInTwoRounds, roundsCompared } from './rounds-compared.js';

/** A round with what its figures carry and what it suggests. */
export interface RoundAdvised {
  readonly evaluationId: string;
  readonly estimates: RoundEstimates;
  readonly advice: Advice;
}

/** What happened after a decision about a programme. */
export interface Aftermath {
  readonly decision: Told;
  readonly on: LocalDate;
  /** The round that it rests on: the one that it or its recommendation cites, else the last that was taught by then. */
  readonly restsOn: RoundAdvised | null;
  /** Rounds that were taught from that day on, in their order. */
  readonly laterRounds: readonly RoundAdvised[];
  readonly nextDecision: Told | null;
  /** Whether what the round had found was kept; empty but for expansions and continuations. */
  readonly gain: readonly GainSince[];
  /** The round with the old method beside the first with the new one; null but for revised methods. */
  readonly revision: RevisedMethod | null;
}

export interface RevisedMethod {
  readonly before: RoundAdvised | null;
  /** Null until a round was taught with it. */
  readonly after: RoundAdvised | null;
  /** The planned results that both share. */
  readonly outcomes: readonly OutcomeInTwoRounds[];
}

/**
 * What happened after a decision: after an expansion or a continuation, whether what had been found was kept; after a revision of the
 * method, the round before beside the first round after.
 *
 * @param rounds what the events say of all rounds of the programme, as of the same clock
 */
export function aftermathOf(
  program: ProgramHistory,
  decision: ProgramDecision,
  rounds: readonly RoundEstimates[],
  surroundings: EvaluationSurroundings,
  clock: Clock,
): Aftermath {
  const on = localDate(decision.told.occurredAt, surroundings.timeZone);
  const known = knownRounds(program, rounds).filter(({ estimates }) => estimates.window !== null);
  const later = known.filter((round) => firstSession(round) >= on);
  const earlier = known.filter((round) => firstSession(round) < on);
  const restsOn = citedBy(decision, program, known) ?? earlier.at(-1);
  const advised = ({ round, estimates }: KnownRound): RoundAdvised => ({
    evaluationId: round.evaluationId,
    estimates,
    advice: adviceFor(program, round.evaluationId, rounds, surroundings, clock),
  });
  const { type } = decision.told;
  const follows = type === 'ProgramExpanded' || type === 'ProgramContinued';
  const taughtAfter = known.filter((round) => restsOn !== undefined && firstSession(round) > firstSession(restsOn));
  return {
    decision: decision.told,
    on,
    restsOn: restsOn === undefined ? null : advised(restsOn),
    laterRounds: later.map(advised),
    nextDecision: nextAfter(decision, program),
    gain:
      follows && restsOn !== undefined
        ? gainSince(
            restsOn.estimates,
            surroundings,
            clock,
            taughtAfter.map(({ round }) => round.serviceUnits),
          )
        : [],
    revision: type === 'ProgramMethodRevised' ? revisedMethod(earlier.at(-1), later[0], advised) : null,
  };
}

function revisedMethod(
  before: KnownRound | undefined,
  after: KnownRound | undefined,
  advised: (round: KnownRound) => RoundAdvised,
): RevisedMethod {
  return {
    before: before === undefined ? null : advised(before),
    after: after === undefined ? null : advised(after),
    outcomes: before === undefined || after === undefined ? [] : roundsCompared(before.estimates, after.estimates),
  };
}

function citedBy(
  decision: ProgramDecision,
  { recommendations }: ProgramHistory,
  known: readonly KnownRound[],
): KnownRound | undefined {
  const named = 'recommendationId' in decision ? decision.recommendationId : undefined;
  const cited =
    'evaluationId' in decision
      ? decision.evaluationId
      : recommendations.find(({ recommendationId }) => recommendationId === named)?.evaluationId;
  return known.find(({ round }) => round.evaluationId === cited);
}

function nextAfter({ told }: ProgramDecision, { decisions }: ProgramHistory): Told | null {
  return decisions.find((other) => other.told.revision > told.revision)?.told ?? null;
}

function firstSession({ estimates }: KnownRound): string {
  return estimates.window?.firstSession ?? '';
}
