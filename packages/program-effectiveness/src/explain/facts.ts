import { type Clock, type KnownEntry, knownEntries, POLICY } from '@pembinaan/core';
import type { MoneyAccount } from '../card/money.js';
import { DEFAULT_MINIMUM_N } from '../disclosure.js';
import type { EvaluatedRound, ProgramEvaluation, ProgramSubject } from '../effectiveness/program-subject.js';
import type { ContextEntry } from '../files/context-files.js';
import type { ProgramEntry } from '../files/program-files.js';
import type { EvaluationHistory, ProgramHistory } from '../program/program-history.js';
import type { PolicyInView } from '../surroundings/policy-in-view.js';
import type { EvaluationSurroundings } from '../surroundings/surroundings.js';

/** An event that tells of a programme, as it was known. */
export type KnownOfProgram = KnownEntry<ProgramEntry>;
/** An event of what surrounds a programme, as it was known. */
export type KnownAround = KnownEntry<ContextEntry>;

/** Everything from which the cells of a programme come about, as of a clock: the same answers as the views have, and the events behind them. */
export interface ProgramFacts {
  readonly program: ProgramHistory;
  readonly clock: Clock;
  readonly evaluation: ProgramEvaluation;
  /** Of the whole programme. */
  readonly money: MoneyAccount;
  readonly policy: PolicyInView | undefined;
  readonly services: EvaluationSurroundings['services'];
  /** The smallest group that is told of. */
  readonly minimumN: number;
  /** The events of the programme, those that were corrected or lie ahead too. */
  readonly own: readonly KnownOfProgram[];
  /** The same of the policy, of the units that its evaluations measure or compare, and of the plans. */
  readonly around: readonly KnownAround[];
}

/** One round among them. */
export interface RoundFacts extends ProgramFacts {
  readonly planned: EvaluationHistory;
  readonly round: EvaluatedRound;
}

export async function programFacts(subject: ProgramSubject): Promise<ProgramFacts> {
  const { reading, history: program } = subject;
  const [evaluation, { money }, { policy, services, plan }] = await Promise.all([
    subject.evaluation(),
    subject.account(),
    subject.surroundings(),
  ]);
  const plans = new Set([...(plan === undefined ? [] : [plan.planId]), ...money.items.map(({ planId }) => planId)]);
  const files = await reading.knownContext([
    `policy-${POLICY}`,
    ...[...services.keys()].map((unitId) => `serviceUnit-${unitId}`),
    ...[...plans].map((planId) => `developmentPlan-${planId}`),
  ]);
  return {
    program,
    clock: reading.clock,
    evaluation,
    money,
    policy,
    services,
    minimumN: policy?.figures['disclosure.minimumN'].value ?? DEFAULT_MINIMUM_N,
    own: knownEntries(await reading.known(program.programId)),
    around: knownEntries(files),
  };
}

/** One of the rounds; undefined where it was not planned by then. */
export function roundFacts(facts: ProgramFacts, evaluationId: string): RoundFacts | undefined {
  const planned = facts.program.evaluations.find((known) => known.evaluationId === evaluationId);
  const round = facts.evaluation.rounds.find((known) => known.evaluationId === evaluationId);
  return planned === undefined || round === undefined ? undefined : { ...facts, planned, round };
}

/** The events of some type among those of the programme. */
export function ownEntries<T extends ProgramEntry['type']>(
  { own }: ProgramFacts,
  ...types: readonly T[]
): readonly Extract<KnownOfProgram, { readonly type: T }>[] {
  return own.filter((entry): entry is Extract<KnownOfProgram, { readonly type: T }> =>
    types.some((type) => type === entry.type),
  );
}

/** The events of some type among those that surround it. */
export function entriesAround<T extends ContextEntry['type']>(
  { around }: ProgramFacts,
  ...types: readonly T[]
): readonly Extract<KnownAround, { readonly type: T }>[] {
  return around.filter((entry): entry is Extract<KnownAround, { readonly type: T }> =>
    types.some((type) => type === entry.type),
  );
}
