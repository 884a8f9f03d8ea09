import type { IssuedCommand, IssuedOf, Rejection } from '@pembinaan/event-sourcing';
import type { PolicyFigures } from '../../governance/policy/figures.js';
import { G02 } from '../../governance/rules/index.js';
import { BasisPoints, type Score } from '../../values/amounts.js';
import type { SubjectId } from '../../values/ids.js';
import type { LocalDate } from '../../values/local-date.js';
import type { RecordAttendance, RecordLearningResult } from './commands.js';
import type { BatchCounts } from './events.js';
import { R19 } from './rules.js';
import type { KnownBatch, Participant } from './state.js';

const OUTCOMES: readonly string[] = ['completed', 'notCompleted', 'withdrawn'] satisfies Participant['status'][];

/** The outcome of a participant, once it is decided. */
export function outcomeOf(batch: KnownBatch, employeeId: SubjectId): string | undefined {
  const status = batch.participants.get(employeeId)?.status;
  return status !== undefined && OUTCOMES.includes(status) ? status : undefined;
}

/** The participant of whom something may be recorded: confirmed; with an outcome only where a record is corrected (R19). */
export function confirmedIn(
  batch: KnownBatch,
  employeeId: SubjectId,
  command: Pick<IssuedCommand, 'corrects'>,
): Participant | undefined {
  const participant = batch.participants.get(employeeId);
  if (participant?.status === 'confirmed') return participant;
  return command.corrects !== undefined && outcomeOf(batch, employeeId) !== undefined ? participant : undefined;
}

/** The refusal of a record about somebody whose nomination is not confirmed (R19). */
export function notConfirmed(batch: KnownBatch, employeeId: SubjectId): Rejection {
  const status = batch.participants.get(employeeId)?.status ?? 'notNominated';
  return R19.refuse('notConfirmed', { employeeId, status });
}

/** Refuses attendance at a session that there is not or that is still to come, and minutes that cannot be (R19). */
export function attendancePossible(
  batch: KnownBatch,
  { sessionId, present, minutes }: IssuedOf<typeof RecordAttendance>['data'],
  today: LocalDate,
): Rejection | undefined {
  const session = batch.sessions.find((known) => known.sessionId === sessionId);
  if (session === undefined) return G02.refuse('notFound', { what: 'session', id: sessionId });
  if (session.date > today) return R19.refuse('sessionAhead', { sessionId, date: session.date });
  if (!present) return minutes === 0 ? undefined : R19.refuse('minutesWithoutPresence', { given: minutes });
  if (minutes === 0) return R19.refuse('presenceWithoutMinutes', {});
  if (minutes > session.minutes) {
    return R19.refuse('tooManyMinutes', { sessionId, given: minutes, minutes: session.minutes });
  }
  return undefined;
}

/** Refuses a result out of turn: attempts are counted from 1 for each kind, up to the maximum of the programme (R19). */
export function attemptInTurn(
  batch: KnownBatch,
  participant: Participant,
  { data, corrects }: IssuedOf<typeof RecordLearningResult>,
): Rejection | undefined {
  const { employeeId, kind, attempt } = data;
  const made = participant.results.filter((result) => result.kind === kind).length;
  if (kind === 'pre' && attempt > 1) return R19.refuse('onePreTest', {});
  if (attempt > batch.maxAttempts) return R19.refuse('attemptsExhausted', { attempt, maximum: batch.maxAttempts });
  if (attempt > made + 1) return R19.refuse('attemptSkipped', { attempt, expected: made + 1 });
  if (attempt <= made && corrects === undefined) return R19.refuse('resultRecorded', { employeeId, kind, attempt });
  return undefined;
}

/** The share of the sessions at which the participant was present, in basis points, rounded down. */
export function attendanceShare(batch: KnownBatch, { attended }: Participant): BasisPoints {
  return BasisPoints.parse(Math.floor((attended.length * 10_000) / batch.sessions.length));
}

/** The best score after the training, in a test or for a paper. */
export function bestScore({ results }: Participant): Score | undefined {
  return results.reduce<Score | undefined>(
    (best, { kind, score }) => (kind === 'pre' || (best !== undefined && score <= best) ? best : score),
    undefined,
  );
}

/**
 * Tells whether corrected records contradict an outcome: the person was at no session, or the best score lies below the pass mark. The
 * outcome itself is corrected by whoever decided it; until then it earns nothing (R19, R20, R22).
 */
export function disproved(batch: KnownBatch, participant: Participant): boolean {
  if (participant.minutes.size > 0 && participant.attended.length === 0) return true;
  const best = bestScore(participant);
  return best !== undefined && best < batch.passMark;
}

/** Refuses completion without the attendance of the policy and the pass mark of the batch (R19). */
export function completes(
  employeeId: SubjectId,
  batch: KnownBatch,
  participant: Participant,
  figures: PolicyFigures,
): Rejection | undefined {
  const attended = participant.attended.length;
  const sessions = batch.sessions.length;
  const minimum = figures['batch.attendance.minimum'].value;
  // Whole numbers on both sides, so that no rounding decides.
  if (attended * 10_000 < minimum * sessions) {
    return R19.refuse('attendanceTooLow', { employeeId, attended, sessions, minimum });
  }
  const best = bestScore(participant);
  const { passMark } = batch;
  if ((best ?? 0) >= passMark) return undefined;
  return R19.refuse('belowPassMark', { employeeId, passMark, ...(best !== undefined && { best }) });
}

/** Refuses to complete a batch that is not over, or in which somebody is left without an outcome (R19). */
export function everyoneSettled(batch: KnownBatch, on: LocalDate): Rejection | undefined {
  if (on < batch.period.to) return R19.refuse('notOver', { on, lastDay: batch.period.to });
  const nominated = inState(batch, 'nominated');
  if (nominated[0] !== undefined) {
    return R19.refuse('nominationOpen', { employeeId: nominated[0], open: nominated.length });
  }
  const confirmed = inState(batch, 'confirmed');
  if (confirmed[0] !== undefined) {
    return R19.refuse('outcomeMissing', { employeeId: confirmed[0], missing: confirmed.length });
  }
  return undefined;
}

/** Refuses to cancel a batch that somebody has completed: certificates and JP may rest on it (R19). */
export function nobodyCompleted(batch: KnownBatch): Rejection | undefined {
  const completed = inState(batch, 'completed');
  if (completed[0] === undefined) return undefined;
  return R19.refuse('someCompleted', { employeeId: completed[0], completed: completed.length });
}

function inState(batch: KnownBatch, status: Participant['status']): readonly SubjectId[] {
  return [...batch.participants].flatMap(([employeeId, participant]) =>
    participant.status === status ? [employeeId] : [],
  );
}

/** How many were nominated, and what became of them; somebody nominated again after a refusal counts once. */
export function countsOf({ participants }: KnownBatch): BatchCounts {
  const all = [...participants.values()];
  const confirmed = all.filter(({ status }) => status === 'confirmed' || OUTCOMES.includes(status));
  return {
    nominated: all.length,
    declined: all.filter(({ status }) => status === 'declined').length,
    confirmed: confirmed.length,
    attended: confirmed.filter(({ attended }) => attended.length > 0).length,
    completed: all.filter(({ status }) => status === 'completed').length,
  };
}
