import type { Clock, LocalDate, Period } from '@pembinaan/core';
import { roundPolicyOf } from '../estimates/round-policy.js';
import type { ProgramHistory } from '../program/program-history.js';
import type { Told } from '../program/told.js';
import type { ProgramSurroundings } from '../surroundings/surroundings.js';
import { type BehaviourAccount, behaviourIn } from './behaviour.js';
import { type ImpactAccount, impactsOf } from './impact.js';
import { type LeadersAccount, leadersOf } from './leaders.js';
import { type LearningAccount, learningIn } from './learning.js';
import { type Level, levelOfBatch, levelOfProgram, roundsOf } from './levels.js';
import { type LostPlacesAccount, lostPlacesOf } from './lost-places.js';
import { type MaterialAccount, materialsOf } from './materials.js';
import { type MentoringAccount, mentoringOf } from './mentoring.js';
import { type MoneyAccount, moneyOf } from './money.js';
import { type ParticipationAccount, participationOf } from './participation.js';
import { type PartnerAccount, partnersOf } from './partners.js';
import { plannedItemsOf } from './planned-items.js';
import { type ReactionAccount, reactionIn } from './reaction.js';
import { type RefusalAccount, refusalsIn } from './refusals.js';
import { type SpeakersAccount, speakersOf } from './speakers.js';
import { type ImprovementAccount, improvementsOf, type VoiceAccount, voicesOf } from './voices.js';
import { type WorkplaceAccount, workplaceOf } from './workplace.js';

/** What is told alike of a programme, of each of its rounds and of each batch. */
export interface LevelAccount {
  readonly participation: ParticipationAccount;
  readonly refusals: RefusalAccount;
  readonly lost: LostPlacesAccount;
  readonly money: MoneyAccount;
  /** Levels 1 to 4 of evaluation (Kirkpatrick 1959). */
  readonly reaction: ReactionAccount;
  readonly learning: LearningAccount;
  readonly behaviour: BehaviourAccount;
  readonly impacts: readonly ImpactAccount[];
  readonly speakers: readonly SpeakersAccount[];
}

/** A batch and what came of it. */
export interface BatchAccount extends LevelAccount {
  readonly batchId: string;
  readonly status: 'scheduled' | 'completed' | 'cancelled';
  readonly period: Period;
  readonly told: Told;
}

/** A round: an evaluation, with the batches held under it. */
export interface RoundAccount extends LevelAccount {
  readonly evaluationId: string;
  /** `prePost`, `comparison` or `timeSeries`; null where the evaluation is not known of. */
  readonly design: string | null;
  /** The levels that it is to measure. */
  readonly levels: readonly number[];
  /** The last conclusion, and whether it is contested. */
  readonly conclusion: {
    readonly code: string;
    readonly on: LocalDate;
    readonly contested: boolean;
    readonly told: Told;
  } | null;
  readonly told: Told | null;
  readonly batches: readonly BatchAccount[];
}

/** What a programme is and did, on a day. */
export interface ProgramAccount extends LevelAccount {
  readonly programId: string;
  readonly on: LocalDate;
  /** Null where the programme is known only from what others tell of it. */
  readonly name: string | null;
  readonly track: string | null;
  readonly form: string | null;
  readonly status: ProgramHistory['status'];
  /** JP hundredths for each participant, as designed. */
  readonly jp: number | null;
  /** The smallest group that is told of. */
  readonly minimumN: number;
  /** The event that designed it. */
  readonly told: Told | null;
  readonly rounds: readonly RoundAccount[];
  readonly mentoring: MentoringAccount;
  readonly workplace: WorkplaceAccount;
  /** Beside the outcomes, never a cause of them. */
  readonly leaders: readonly LeadersAccount[];
  readonly partners: readonly PartnerAccount[];
  readonly materials: readonly MaterialAccount[];
  readonly voices: readonly VoiceAccount[];
  readonly improvements: readonly ImprovementAccount[];
}

/**
 * Tells what a programme is and did: what was planned and what came of it, for the whole programme, each round and each batch; what belongs to
 * it; who helped; and which voices of the public led to it.
 *
 * Figures about people are told only of groups of `disclosure.minimumN` (5 without a policy), and so that nobody learns of a smaller group by
 * taking figures of this account from one another. Numbers of places are told of any group.
 */
export function programAccount(
  program: ProgramHistory,
  surroundings: ProgramSurroundings,
  { effective: on }: Clock,
): ProgramAccount {
  const { designed } = program;
  const policy = roundPolicyOf(surroundings);
  const { minimumN } = policy;
  const rounds = roundsOf(program);
  const planned = plannedItemsOf(program, surroundings);
  const refusals = refusalsIn(program, rounds, minimumN);
  const reaction = reactionIn(rounds, minimumN);
  const learning = learningIn(rounds, designed?.passMark, minimumN);
  const behaviour = behaviourIn(rounds, policy);
  const at = (level: Level): LevelAccount => {
    const learnt = learning(level);
    return {
      participation: participationOf(level, planned, on),
      refusals: refusals(level),
      lost: lostPlacesOf(level, program, surroundings.timeZone),
      money: moneyOf(level, program, planned, learnt),
      reaction: reaction(level),
      learning: learnt.account,
      behaviour: behaviour(level),
      impacts: impactsOf(level, minimumN),
      speakers: speakersOf(level),
    };
  };
  return {
    programId: program.programId,
    on,
    name: designed?.name ?? null,
    track: designed?.track ?? null,
    form: designed?.form ?? null,
    status: program.status,
    jp: designed?.jp ?? null,
    minimumN,
    told: designed?.told ?? null,
    ...at(levelOfProgram(program)),
    rounds: rounds.map((round): RoundAccount => {
      const { evaluationId, evaluation, batches } = round;
      const last = evaluation?.conclusions.at(-1);
      return {
        evaluationId,
        design: evaluation?.design ?? null,
        levels: evaluation?.levels ?? [],
        conclusion:
          last === undefined
            ? null
            : { code: last.conclusion, on: last.concludedOn, contested: last.contested !== null, told: last.told },
        told: evaluation?.told ?? null,
        ...at(round),
        batches: batches.map((batch): BatchAccount => {
          const { batchId, status, period, told } = batch;
          return { batchId, status, period, told, ...at(levelOfBatch(batch)) };
        }),
      };
    }),
    mentoring: mentoringOf(program, surroundings, minimumN),
    workplace: workplaceOf(program),
    leaders: leadersOf(program),
    partners: partnersOf(program, surroundings, on),
    materials: materialsOf(program, on),
    voices: voicesOf(surroundings, on),
    improvements: improvementsOf(surroundings, on),
  };
}
