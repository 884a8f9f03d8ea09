import type { FactReader, Rejection } from '@pembinaan/event-sourcing';
import { G02 } from '../../governance/rules/index.js';
import { learningCommunityState } from '../../mentor/learning-community/state.js';
import type { MentorshipKind } from '../../mentor/mentorship/events.js';
import { mentorshipState } from '../../mentor/mentorship/state.js';
import { participantCertificates, participantKey } from '../../registers/certificate-numbers.js';
import { subjectsOf } from '../../values/acts.js';
import type { Jp } from '../../values/amounts.js';
import type { DevelopmentForm } from '../../values/development-form.js';
import type { SubjectId } from '../../values/ids.js';
import type { LocalDate } from '../../values/local-date.js';
import { disproved } from '../batch/completion.js';
import { batchState } from '../batch/state.js';
import { workplaceLearningState } from '../workplace-learning/state.js';
import type { JpSource, JpVariant } from './events.js';
import { R22, R23 } from './rules.js';
import { type JpLedger, lastClaimedDay } from './state.js';

/** What a person did that may earn JP. */
export interface Activity {
  readonly form: DevelopmentForm;
  readonly variant?: JpVariant | undefined;
  /** The last day of a batch or a stay, the day of a session or a meeting. */
  readonly date: LocalDate;
  readonly international: boolean;
  /** The JP of the programme, where the activity is a batch of one; those on the certificate of a claim. */
  readonly programJp: Jp | undefined;
  /** The sessions at which the person was present, or the days of a claim; undefined where nobody recorded them. */
  readonly meetings: readonly { readonly date: LocalDate; readonly minutes: number }[] | undefined;
  /** Who guided the person. */
  readonly mentorId: SubjectId | undefined;
}

/** What a person did in a source, or the refusal that says why it earns nothing; read from the streams of the source. */
export function activityOf(
  reader: FactReader,
  employeeId: SubjectId,
  source: JpSource,
  ledger: JpLedger,
): Promise<Activity | Rejection> | Activity | Rejection {
  switch (source.kind) {
    case 'batch':
      return batchActivity(reader, employeeId, source);
    case 'mentorship':
      return sessionActivity(reader, employeeId, source);
    case 'community':
      return meetingActivity(reader, employeeId, source);
    case 'workplace':
      return workplaceActivity(reader, employeeId, source);
    case 'claim':
      return claimedActivity(ledger, employeeId, source);
  }
}

type SourceOf<K extends JpSource['kind']> = Extract<JpSource, { kind: K }>;

async function batchActivity(
  reader: FactReader,
  employeeId: SubjectId,
  { batchId }: SourceOf<'batch'>,
): Promise<Activity | Rejection> {
  const batch = await batchState.at(batchId).load(reader);
  if (batch.status === 'none') return G02.refuse('notFound', { what: 'batch', id: batchId });
  if (batch.status === 'cancelled') return R22.refuse('batchCancelled', { batchId });
  const participant = batch.participants.get(employeeId);
  if (participant?.status !== 'completed') {
    return R22.refuse('notCompleted', { employeeId, batchId, status: participant?.status ?? 'notNominated' });
  }
  if (disproved(batch, participant)) return R22.refuse('disproved', { employeeId, batchId });
  const certificates = await participantCertificates.at(participantKey(batchId, employeeId)).load(reader);
  const [revoked] = certificates.revokedIds;
  if (revoked !== undefined && certificates.certificateIds.length === 0) {
    return R22.refuse('certificateRevoked', { employeeId, batchId, certificateId: revoked });
  }
  const meetings = batch.sessions
    .filter(({ sessionId }) => participant.attended.includes(sessionId))
    .map(({ sessionId, date }) => ({ date, minutes: participant.minutes.get(sessionId) ?? 0 }));
  return {
    form: batch.form,
    date: batch.period.to,
    international: false,
    programJp: batch.jp,
    meetings,
    mentorId: undefined,
  };
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
  { mentorshipId, sessionId }: SourceOf<'mentorship'>,
): Promise<Activity | Rejection> {
  const mentorship = await mentorshipState.at(mentorshipId).load(reader);
  if (mentorship.status === 'none') return G02.refuse('notFound', { what: 'mentorship', id: mentorshipId });
  const session = mentorship.sessions.find((known) => known.sessionId === sessionId);
  if (session === undefined) return G02.refuse('notFound', { what: 'session', id: sessionId });
  const { menteeId, mentorId, kind } = mentorship;
  if (employeeId !== menteeId) return R22.refuse('notTheMentee', { employeeId, mentorshipId });
  if (session.status !== 'confirmed') return R22.refuse('notConfirmed', { sessionId, status: session.status });
  const { date, minutes } = session;
  return {
    form: formOf[kind],
    date,
    international: false,
    programJp: undefined,
    meetings: [{ date, minutes }],
    mentorId,
  };
}

async function meetingActivity(
  reader: FactReader,
  employeeId: SubjectId,
  { communityId, meetingId }: SourceOf<'community'>,
): Promise<Activity | Rejection> {
  const community = await learningCommunityState.at(communityId).load(reader);
  if (community.status === 'none') return G02.refuse('notFound', { what: 'community', id: communityId });
  const meeting = community.meetings.find((known) => known.meetingId === meetingId);
  if (meeting === undefined) return G02.refuse('notFound', { what: 'meeting', id: meetingId });
  if (!meeting.attendees.includes(employeeId)) return R22.refuse('notAttended', { employeeId, meetingId });
  // The record is what the JP rest on, so that whoever made it would vouch for himself.
  if (subjectsOf(meeting.recordedBy).includes(employeeId)) {
    return R23.refuse('ownRecord', { employeeId, meetingId });
  }
  const { date, minutes } = meeting;
  return {
    form: 'NKL10',
    date,
    international: false,
    programJp: undefined,
    meetings: [{ date, minutes }],
    mentorId: undefined,
  };
}

async function workplaceActivity(
  reader: FactReader,
  employeeId: SubjectId,
  { workplaceLearningId }: SourceOf<'workplace'>,
): Promise<Activity | Rejection> {
  const learning = await workplaceLearningState.at(workplaceLearningId).load(reader);
  if (learning.status === 'none') {
    return G02.refuse('notFound', { what: 'workplace learning', id: workplaceLearningId });
  }
  if (learning.employeeId !== employeeId) {
    return G02.refuse('mismatch', { what: 'employee', given: employeeId, expected: learning.employeeId });
  }
  if (learning.status !== 'completed') {
    return R22.refuse('workplaceNotCompleted', { workplaceLearningId, status: learning.status });
  }
  const { form, international, hostMentorId, lastDay, meetings } = learning;
  return { form, date: lastDay, international, programJp: undefined, meetings, mentorId: hostMentorId };
}

function claimedActivity(
  { claims }: JpLedger,
  employeeId: SubjectId,
  { claimId }: SourceOf<'claim'>,
): Activity | Rejection {
  const claim = claims.get(claimId);
  if (claim === undefined) return G02.refuse('notFound', { what: 'claim', id: claimId });
  if (claim.employeeId !== employeeId) {
    return G02.refuse('mismatch', { what: 'employee', given: employeeId, expected: claim.employeeId });
  }
  if (claim.status === 'rejected') return R22.refuse('claimRejected', { claimId });
  const { form, variant, days, international, jpOnCertificate } = claim;
  return {
    form,
    variant,
    date: lastClaimedDay(days),
    international,
    programJp: jpOnCertificate,
    meetings: days,
    mentorId: undefined,
  };
}
