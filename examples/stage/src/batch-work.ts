import {
  AssignResourcePerson,
  CompleteBatch,
  ConfirmNomination,
  DecideParticipantOutcome,
  DeclineNomination,
  IssueCertificate,
  NominateParticipant,
  RateBehaviour,
  RecordAttendance,
  RecordLearningResult,
  ScheduleBatch,
} from '@pembinaan/core';
import { documentHash } from './documents.js';
import type { Office } from './office.js';
import type { PembinaanCommand, Stage } from './stage.js';

type DataOf<T extends PembinaanCommand['type']> = Extract<PembinaanCommand, { type: T }>['data'];

/** What becomes of one nominated person. Scores are hundredths. */
export type ParticipantStory = { readonly id: string; readonly letter?: string } & (
  | { readonly declines: DataOf<'DeclineNomination'>['reason']; readonly by?: 'self' | 'superior' }
  | {
      readonly pre: number;
      readonly post: number;
      readonly absentFrom?: readonly string[];
      /** The certificate is not issued with those of the others; see {@link issueCertificate}. */
      readonly certificateLater?: boolean;
    }
);

export interface BatchStory {
  readonly batchId: string;
  readonly programId: string;
  readonly evaluationId: string;
  readonly scheduledOn: string;
  readonly sessions: readonly { readonly sessionId: string; readonly date: string; readonly minutes: number }[];
  readonly venue: string;
  readonly capacity: number;
  readonly commitmentId?: string;
  readonly partnerId?: string;
  /** Who teaches in which sessions. */
  readonly speakers?: readonly DataOf<'AssignResourcePerson'>[];
  readonly participants: readonly ParticipantStory[];
  /** Done once the batch is scheduled, before anybody is nominated. */
  readonly afterScheduling?: () => Promise<void>;
  readonly passMark: number;
  /** The last day on which the certificates are valid, if there is one. */
  readonly certificatesUntil?: string;
}

/** The first and the last day of some sessions. */
function periodOf(sessions: BatchStory['sessions']): { from: string; to: string } {
  const days = sessions.map(({ date }) => date).sort();
  return { from: days[0] ?? '', to: days.at(-1) ?? '' };
}

/** What is needed to schedule a batch. */
export type ScheduledStory = Omit<
  BatchStory,
  'scheduledOn' | 'speakers' | 'participants' | 'afterScheduling' | 'passMark' | 'certificatesUntil'
>;

/** The command that schedules a batch. */
export function scheduleBatch({ budgetId }: Office, story: ScheduledStory): PembinaanCommand {
  return ScheduleBatch({
    programId: story.programId,
    evaluationId: story.evaluationId,
    period: periodOf(story.sessions),
    sessions: [...story.sessions],
    capacity: story.capacity,
    venue: story.venue,
    ...(story.commitmentId !== undefined && { budget: { budgetId, commitmentId: story.commitmentId } }),
    ...(story.partnerId !== undefined && { partnerId: story.partnerId }),
  });
}

/** Runs a batch from the schedule to the certificates; the JP follow by themselves. Returns the ids of those who completed. */
export async function runBatch(stage: Stage, office: Office, story: BatchStory): Promise<readonly string[]> {
  const { who } = office;
  const { batchId, sessions } = story;
  const period = periodOf(sessions);
  const organiser = office.as(who.organiser);

  stage.on(story.scheduledOn);
  await organiser.does(batchId, scheduleBatch(office, story));
  for (const speaker of story.speakers ?? []) await organiser.does(batchId, AssignResourcePerson(speaker));
  await story.afterScheduling?.();

  for (const participant of story.participants) await nominate(stage, office, batchId, participant);

  const present = story.participants.filter((participant) => 'pre' in participant);
  const first = sessions[0];
  for (const session of sessions) {
    stage.on(session.date, '16:00');
    for (const { id, absentFrom = [], pre } of present) {
      if (session === first) {
        await office
          .as(who.examiner)
          .does(batchId, RecordLearningResult({ employeeId: id, kind: 'pre', attempt: 1, score: pre }));
      }
      const isPresent = !absentFrom.includes(session.sessionId);
      await organiser.does(
        batchId,
        RecordAttendance({
          employeeId: id,
          sessionId: session.sessionId,
          present: isPresent,
          minutes: isPresent ? session.minutes : 0,
          method: 'qr',
        }),
      );
    }
  }

  stage.on(period.to, '17:00');
  const completed: string[] = [];
  for (const { id, post, absentFrom = [] } of present) {
    const finishes = absentFrom.length === 0;
    if (finishes) {
      await office
        .as(who.examiner)
        .does(batchId, RecordLearningResult({ employeeId: id, kind: 'post', attempt: 1, score: post }));
    }
    const passes = finishes && post >= story.passMark;
    await organiser.does(
      batchId,
      DecideParticipantOutcome(
        passes
          ? { employeeId: id, outcome: 'completed' }
          : { employeeId: id, outcome: 'notCompleted', reason: { code: finishes ? 'belowPassMark' : 'absent' } },
      ),
    );
    if (passes) completed.push(id);
  }
  await organiser.does(batchId, CompleteBatch({}));

  const waiting = present.filter(({ certificateLater }) => certificateLater === true).map(({ id }) => id);
  for (const [index, employeeId] of completed.entries()) {
    if (waiting.includes(employeeId)) continue;
    await issueCertificate(office, { batchId, employeeId, place: index + 1, until: story.certificatesUntil });
  }
  return completed;
}

/** The certificate of somebody who completed a batch. */
export interface CertificateStory {
  readonly batchId: string;
  readonly employeeId: string;
  /** The place among those who completed, from 1 on; it makes the number. */
  readonly place: number;
  /** The last day on which it is valid, if there is one. */
  readonly until?: string | undefined;
}

/** BKPSDM issues a certificate; the JP follow by themselves. */
export async function issueCertificate(
  office: Office,
  { batchId, employeeId, place, until }: CertificateStory,
): Promise<void> {
  await office.as(office.who.registrar).does(
    `${batchId}-sertifikat-${place}`,
    IssueCertificate({
      employeeId,
      batchId,
      number: `${batchId}/${String(place).padStart(3, '0')}`,
      issuer: `BKPSDM ${office.setup.agencyId} (rekaan)`,
      documentHash: documentHash(`sertifikat ${batchId} ${employeeId}`),
      ...(until !== undefined && { validUntil: until }),
    }),
  );
}

/** Who is nominated, and who of these declines. */
export interface Nomination {
  readonly id: string;
  /** The written assignment that a PPPK needs. */
  readonly letter?: string;
  readonly declines?: DataOf<'DeclineNomination'>['reason'];
  readonly by?: 'self' | 'superior';
}

/** The head of the unit nominates a person for a batch, who declines or is confirmed. */
export async function nominate(
  stage: Stage,
  { who, as }: Office,
  batchId: string,
  { id: employeeId, letter, declines: reason, by = 'self' }: Nomination,
): Promise<void> {
  await as(who.head).does(batchId, NominateParticipant({ employeeId }));
  stage.later(2);
  if (reason !== undefined) {
    await as(by === 'self' ? employeeId : who.head).does(batchId, DeclineNomination({ employeeId, by, reason }));
  } else {
    const confirmation = { employeeId, ...(letter !== undefined && { assignmentLetterRef: letter }) };
    await as(who.planner).does(batchId, ConfirmNomination(confirmation));
  }
}

/** How those who completed a batch behave at work. */
export interface BehaviourRating {
  readonly evaluationId: string;
  readonly batchId: string;
  readonly ratings: DataOf<'RateBehaviour'>['ratings'];
}

/** The superior rates how those who completed a batch behave at work, months later. Returns the ids of the ratings' events. */
export async function rateBehaviour(
  stage: Stage,
  office: Office,
  on: string,
  rating: BehaviourRating,
  people: readonly string[],
): Promise<readonly string[]> {
  stage.on(on);
  const eventIds: string[] = [];
  for (const employeeId of people) {
    const events = await office
      .as(office.who.head)
      .does(rating.evaluationId, behaviourOf(employeeId, rating, 'superior'));
    eventIds.push(...events.map(({ id }) => id));
  }
  return eventIds;
}

/** Each of those who completed a batch in one unit is rated by the next as well, so that the head is not the only one who sees. */
export async function rateAmongColleagues(
  stage: Stage,
  office: Office,
  on: string,
  rating: BehaviourRating,
  people: readonly string[],
): Promise<readonly string[]> {
  stage.on(on);
  const eventIds: string[] = [];
  for (const [index, employeeId] of people.entries()) {
    const colleague = people[(index + 1) % people.length] ?? employeeId;
    const events = await office.as(colleague).does(rating.evaluationId, behaviourOf(employeeId, rating, 'peer'));
    eventIds.push(...events.map(({ id }) => id));
  }
  return eventIds;
}

function behaviourOf(
  employeeId: string,
  { batchId, ratings }: BehaviourRating,
  raterKind: 'superior' | 'peer',
): PembinaanCommand {
  const by = raterKind === 'superior' ? 'atasan' : 'rekan';
  return RateBehaviour({ batchId, ratingId: `${batchId}-${employeeId}-${by}`, employeeId, raterKind, ratings });
}
