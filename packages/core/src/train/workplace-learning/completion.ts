import type { IssuedOf, Rejection } from '@pembinaan/event-sourcing';
import { reasoned, tookPlace } from '../../governance/rules/index.js';
import type { LocalDate } from '../../values/local-date.js';
import { R19 } from '../batch/rules.js';
import type { CompleteWorkplaceLearning } from './commands.js';
import type { KnownWorkplaceLearning } from './state.js';

type Completion = IssuedOf<typeof CompleteWorkplaceLearning>['data'];

/** Refuses an end that is still to come (G02), completion before the last day or without its papers (R19), and a stop without a reason (R09). */
export function endsWell(
  learning: KnownWorkplaceLearning,
  { outcome, on, reason, reportHash, hostConfirmation }: Completion,
  today: LocalDate,
): Rejection | undefined {
  const ahead = tookPlace('workplace learning', on, today);
  if (ahead !== undefined) return ahead;
  if (outcome === 'stopped') return reasoned(reason);
  if (reason !== undefined) return R19.refuse('reasonNotExpected', {});
  const { to } = learning.period;
  if (on < to) return R19.refuse('workplaceNotOver', { on, lastDay: to });
  if (reportHash === undefined) return R19.refuse('reportMissing', {});
  if (hostConfirmation === undefined) return R19.refuse('hostConfirmationMissing', {});
  return undefined;
}

/**
 * Refuses on-the-job guidance without meetings, or with meetings outside its days, and meetings of any other form (R19): only this form is
 * counted by them (Peraturan LAN 10/2018, NKL11).
 */
export function meetingsFit(
  { form, period }: KnownWorkplaceLearning,
  { outcome, on, meetings }: Completion,
): Rejection | undefined {
  if (form !== 'NKL11') {
    return meetings === undefined ? undefined : R19.refuse('meetingsNotExpected', { form });
  }
  if (outcome === 'completed' && (meetings ?? []).length === 0) return R19.refuse('meetingsMissing', {});
  const outside = meetings?.find(({ date }) => date < period.from || date > on);
  return outside && R19.refuse('meetingOutside', { date: outside.date, from: period.from, to: on });
}
