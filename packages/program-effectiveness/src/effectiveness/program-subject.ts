import { addDays, type LocalDate, localDate } from '@pembinaan/core';
import {
  type Advice,
  adviceFor,
  type DecisionDeparture,
  type Departure,
  decisionDepartureOf,
  departureOf,
  latestAdvice,
  momentOf,
} from '../advice/index.js';
import { type Aftermath, aftermathOf, type LineageStep, lineageOf } from '../aftermath/index.js';
import { type ProgramAccount, programAccount } from '../card/index.js';
import { estimatesOf } from '../estimates/index.js';
import type { RoundEstimates } from '../estimates/round-estimates.js';
import type { ProgramDecision, ProgramHistory } from '../program/program-history.js';
import type { Told } from '../program/told.js';
import { evaluationSurroundings, programSurroundings } from '../surroundings/read-surroundings.js';
import type { EvaluationSurroundings, ProgramSurroundings } from '../surroundings/surroundings.js';
import { isDesignedBy, type Reading } from './reading.js';
import { readingAt } from './reading-at.js';

/** One round of a programme: what its figures carry, and what it suggests. */
export interface EvaluatedRound {
  readonly evaluationId: string;
  readonly estimates: RoundEstimates;
  readonly advice: Advice;
}

/** What the rounds of a programme come to. */
export interface ProgramEvaluation {
  readonly programId: string;
  /** In the order in which they were planned. */
  readonly rounds: readonly EvaluatedRound[];
  /** What should happen with it by all of them. */
  readonly advice: Advice;
}

/** What was decided, beside what was recommended and what the evidence advised at that moment, and what happened next. */
export interface TakenDecision {
  readonly decision: ProgramDecision;
  readonly departure: DecisionDeparture;
  readonly aftermath: Aftermath;
}

/** A programme about which something is asked, as of the clock of a reading: read and worked out as far as it is asked for, once. */
export interface ProgramSubject {
  readonly programId: string;
  readonly reading: Reading;
  readonly history: ProgramHistory;
  surroundings(): Promise<EvaluationSurroundings>;
  allSurroundings(): Promise<ProgramSurroundings>;
  evaluation(): Promise<ProgramEvaluation>;
  account(): Promise<ProgramAccount>;
  lineage(): Promise<readonly LineageStep[]>;
  /** The recommendations, beside what the evidence advised when they were made. */
  recommendations(): Promise<readonly Departure[]>;
  decisions(): Promise<readonly TakenDecision[]>;
}

/** Undefined where no programme of that id was designed, as far as was known. */
export async function programSubject(reading: Reading, programId: string): Promise<ProgramSubject | undefined> {
  const history = await reading.program(programId);
  const { clock } = reading;
  const designed = history?.designed ?? null;
  if (history === undefined || designed === null || !isDesignedBy(designed.told, clock)) return undefined;
  const designedAt = designed.told.occurredAt;
  const surroundings = once(() => evaluationSurroundings(reading, history));
  const estimates = once(async () => estimatesOf(history, await surroundings(), clock));
  const allSurroundings = once(() => programSurroundings(reading, history));
  /** What the evidence advised at the moment of an event, by what was known then: for that round, or for the programme. */
  async function adviceAt(event: { readonly told: Told }, evaluationId: string | undefined): Promise<Advice> {
    const { timeZone } = await surroundings();
    const { effective, position } = momentOf(event, timeZone);
    const designedOn = localDate(designedAt, timeZone);
    // An act whose day was mistyped may lie before the programme.
    const day = effective < designedOn ? designedOn : effective;
    const on = async (effective: LocalDate) => {
      const moment = await readingAt(reading.shelf, { effective, position, recorded: clock.recorded });
      return programSubject(moment, programId);
    };
    // Days were told in another time zone where the agency has changed its own since.
    const then = await ((await on(day)) ?? (await on(addDays(day, 1))))?.evaluation();
    const round = then?.rounds.find((known) => known.evaluationId === evaluationId);
    const advice = round?.advice ?? then?.advice;
    if (advice === undefined)
      throw new RangeError(`The programme ${programId} was not known at ${event.told.position}.`);
    return advice;
  }
  return {
    programId,
    reading,
    history,
    surroundings,
    allSurroundings,
    evaluation: once(async () => {
      const around = await surroundings();
      const all = await estimates();
      const rounds = all.map((each): EvaluatedRound => {
        const { evaluationId } = each;
        return { evaluationId, estimates: each, advice: adviceFor(history, evaluationId, all, around, clock) };
      });
      return { programId, rounds, advice: latestAdvice(history, all, around, clock) };
    }),
    account: once(async () => programAccount(history, await allSurroundings(), clock)),
    lineage: once(async () => lineageOf(history, await allSurroundings())),
    recommendations: once(() =>
      Promise.all(
        history.recommendations.map(async (recommendation) =>
          departureOf(recommendation, await adviceAt(recommendation, recommendation.evaluationId)),
        ),
      ),
    ),
    decisions: once(() =>
      Promise.all(
        history.decisions.map(async (decision): Promise<TakenDecision> => {
          const cited = history.recommendations.find(
            ({ recommendationId }) => 'recommendationId' in decision && decision.recommendationId === recommendationId,
          );
          const then = await adviceAt(decision, cited?.evaluationId);
          const around = await surroundings();
          return {
            decision,
            departure: decisionDepartureOf(decision, history, then),
            aftermath: aftermathOf(history, decision, await estimates(), around, clock),
          };
        }),
      ),
    ),
  };
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}
