import { type FactReader, type FactRequest, fact, type Rejection } from '@pembinaan/event-sourcing';
import type { PolicyFigures } from '../../governance/policy/figures.js';
import { POLICY, policyOn, policyState } from '../../governance/policy/state.js';
import { G02 } from '../../governance/rules/index.js';
import type { MentorshipKind } from '../../mentor/mentorship/events.js';
import { mentorshipState } from '../../mentor/mentorship/state.js';
import type { Jp } from '../../values/amounts.js';
import type { DevelopmentForm } from '../../values/development-form.js';
import type { SubjectId } from '../../values/ids.js';
import type { LocalDate } from '../../values/local-date.js';
import { batchState } from '../batch/state.js';
import type { JpSource } from './events.js';
import { R22 } from './rules.js';

/** What a person did that may earn JP. */
export interface Activity {
  readonly form: DevelopmentForm;
  /** The last day of a batch, the day of a session. */
  readonly date: LocalDate;
  /** The JP of the programme, where the activity is a batch of one. */
  readonly programJp: Jp | undefined;
  /** The sessions at which the person was present. */
  readonly meetings: readonly { readonly date: LocalDate; readonly minutes: number }[];
  readonly mentorId: SubjectId | undefined;
}

/** An activity that earned JP, with the figures of its day; or why the source earned none. */
export type Claim =
  | { readonly earned: true; readonly activity: Activity; readonly figures: PolicyFigures | undefined }
  | { readonly earned: false; readonly refusal: Rejection };

/**
 * What a source earned a person, as a fact. The figures are those of the day of the activity, not of the day on which it is credited,
 * and it is their version that is stored with the credit (R22).
 */
export function claimOf(employeeId: SubjectId, source: JpSource): FactRequest<Claim> {
  return fact(async (reader) => {
    const found =
      source.kind === 'batch'
        ? await batchActivity(reader, employeeId, source)
        : await sessionActivity(reader, employeeId, source);
    if ('kind' in found) return { earned: false, refusal: found };
    const version = await policyState
      .at(POLICY)
      .map((policy) => policyOn(policy, found.date))
      .stamp((inForce) => (inForce === undefined ? {} : { policyVersion: inForce.version }))
      .load(reader);
    return { earned: true, activity: found, figures: version?.figures };
  });
}

async function batchActivity(
  reader: FactReader,
  employeeId: SubjectId,
  { batchId }: Extract<JpSource, { kind: 'batch' }>,
): Promise<Activity | Rejection> {
  const batch = await batchState.at(batchId).load(reader);
  if (batch.status === 'none') return G02.refuse('notFound', { what: 'batch', id: batchId });
  if (batch.status === 'cancelled') return R22.refuse('batchCancelled', { batchId });
  const participant = batch.participants.get(employeeId);
  if (participant?.status !== 'completed') {
    return R22.refuse('notCompleted', { employeeId, batchId, status: participant?.status ?? 'notNominated' });
  }
  const meetings = batch.sessions
    .filter(({ sessionId }) => participant.attended.includes(sessionId))
    .map(({ sessionId, date }) => ({ date, minutes: participant.minutes.get(sessionId) ?? 0 }));
  return { form: batch.form, date: batch.period.to, programJp: batch.jp, meetings, mentorId: undefined };
}

/** Mentoring, coaching and on-the-job guidance are forms of their own (Peraturan LAN 10/2018). */
const formOf: Readonly<Record<MentorshipKind, DevelopmentForm>> = {
  mentoring: 'NKL02',
  coaching: 'NKL01',
  onTheJob: 'NKL11',
};

async function sessionActivity(
  reader: FactReader,
  employeeId: SubjectId,
  { mentorshipId, sessionId }: Extract<JpSource, { kind: 'mentorship' }>,
): Promise<Activity | Rejection> {
  const mentorship = await mentorshipState.at(mentorshipId).load(reader);
  if (mentorship.status === 'none') return G02.refuse('notFound', { what: 'mentorship', id: mentorshipId });
  const session = mentorship.sessions.find((known) => known.sessionId === sessionId);
  if (session === undefined) return G02.refuse('notFound', { what: 'session', id: sessionId });
  const { menteeId, mentorId, kind } = mentorship;
  if (employeeId !== menteeId) return R22.refuse('notTheMentee', { employeeId, mentorshipId });
  if (session.status !== 'confirmed') return R22.refuse('notConfirmed', { sessionId, status: session.status });
  const { date, minutes } = session;
  return { form: formOf[kind], date, programJp: undefined, meetings: [{ date, minutes }], mentorId };
}
