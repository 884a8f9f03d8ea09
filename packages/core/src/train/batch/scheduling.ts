import type { IssuedOf, Rejection } from '@pembinaan/event-sourcing';
import type { Evaluation } from '../../evaluate/evaluation/state.js';
import { G02, inStatus } from '../../governance/rules/index.js';
import { lastDayOf, type Partner } from '../../partners/partner/state.js';
import { R13, withinOpen } from '../../plan/budget/rules.js';
import type { Budget } from '../../plan/budget/state.js';
import { R26 } from '../../revise/program-revision/rules.js';
import type { SessionId } from '../../values/ids.js';
import { Period } from '../../values/local-date.js';
import type { KnownProgram } from '../program/state.js';
import type { ScheduleBatch } from './commands.js';
import { R16, R21 } from './rules.js';
import { firstSession, type Session } from './state.js';

type Wish = IssuedOf<typeof ScheduleBatch>['data'];

/** Refuses a programme that is not approved, is suspended or cancelled, or whose method is under review (R26). */
export function runs(programId: string, program: KnownProgram): Rejection | undefined {
  if (program.openReview !== undefined) return R26.refuse('reviewOpen', { programId });
  return inStatus('programme', program, 'approved');
}

/** Refuses sessions with one id, and sessions outside the period (R21). */
export function sessionsFit({ sessions, period }: Wish): Rejection | undefined {
  const seen = new Set<string>();
  for (const { sessionId, date } of sessions) {
    if (seen.has(sessionId)) return G02.refuse('alreadyExists', { what: 'session', id: sessionId });
    seen.add(sessionId);
    if (date < period.from || date > period.to) return R21.refuse('sessionOutside', { sessionId, date, ...period });
  }
  return undefined;
}

/** Refuses a batch whose programme has no evaluation plan from before the first session (R21). */
export function evaluationPlanned(wish: Wish, evaluation: Evaluation): Rejection | undefined {
  const { evaluationId, programId } = wish;
  if (evaluation.status === 'none') return R21.refuse('notPlanned', { evaluationId });
  if (evaluation.programId !== programId) {
    return R21.refuse('otherProgram', { evaluationId, programId: evaluation.programId });
  }
  // What is held after the conclusion could never be measured under it.
  if (evaluation.status === 'concluded') return R21.refuse('concluded', { evaluationId });
  const first = firstSession(wish);
  const { plannedOn } = evaluation;
  // A plan is dated by the day, so one of the day of the first session cannot be told to come before it.
  if (plannedOn >= first) return R21.refuse('plannedTooLate', { evaluationId, plannedOn, firstSession: first });
  return undefined;
}

/** Refuses a batch of a programme that costs money without an open commitment for that programme (R13). */
export function funded(
  { programId, budget: named }: Wish,
  { estimatedCost }: KnownProgram,
  budget: Budget | undefined,
): Rejection | undefined {
  if (named === undefined || budget === undefined) {
    if (estimatedCost === 0) return undefined;
    return R13.refuse('commitmentMissing', { programId, estimatedCost });
  }
  const { commitmentId } = named;
  const commitment = budget.commitments.find((known) => known.commitmentId === commitmentId);
  if (commitment === undefined) return G02.refuse('notFound', { what: 'commitment', id: commitmentId });
  if (commitment.programId !== programId) {
    return G02.refuse('mismatch', {
      what: 'programme of the commitment',
      given: commitment.programId,
      expected: programId,
    });
  }
  // What the batch will cost is known when it is paid; until then a commitment of which nothing is left pays for nothing.
  return withinOpen(commitment, 1);
}

/** From the first to the last day of some sessions of a batch. */
export function daysOf(sessions: readonly Session[], sessionIds: readonly SessionId[]): Period {
  const days = sessions.filter(({ sessionId }) => sessionIds.includes(sessionId)).map(({ date }) => date);
  return Period.parse({
    from: days.reduce((first, day) => (day < first ? day : first)),
    to: days.reduce((last, day) => (day > last ? day : last)),
  });
}

/** Refuses a partner without a PKS that is active for the whole period (R16). */
export function partnerBound(partnerId: string, partner: Partner, period: Period): Rejection | undefined {
  if (partner.agreements.length === 0) return R16.refuse('noAgreement', { partnerId });
  const operative = partner.agreements.filter(({ level }) => level === 'pks');
  if (operative.length === 0) return R16.refuse('mouOnly', { partnerId });
  const covers = operative.some((pks) => pks.period.from <= period.from && period.to <= lastDayOf(pks));
  return covers ? undefined : R16.refuse('notWholePeriod', { partnerId, ...period });
}
