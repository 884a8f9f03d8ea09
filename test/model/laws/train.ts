import {
  AttendanceRecorded,
  BatchCancelled,
  BatchCompleted,
  BatchScheduled,
  CertificateIssued,
  CertificateRevoked,
  EmployeeSeparated,
  EvaluationPlanned,
  LearningMaterialPublished,
  LearningResultRecorded,
  NominationConfirmed,
  ParticipantOutcomeDecided,
  PartnerAgreementEnded,
  PartnerAgreementSigned,
  ProgramApproved,
  ProgramDesigned,
  ResourcePersonAssigned,
  WorkplaceLearningAssigned,
  WorkplaceLearningCompleted,
} from '@pembinaan/core';
import { type Days, plusDays, plusMonths, share } from '../days.js';
import { employmentOf, figuresOf, servesOn } from './facts.js';
import type { History, Placed, Told } from './history.js';
import { type Complain, grouped, inBoth, law, sum } from './law.js';
import { batchesWith, participantsOf } from './participation.js';

export const fullTrack = law(
  'R14',
  'What costs money, needs leave of duty or gives a functional certificate takes the full track, or is urgent and says why; it is approved once.',
  (history, complain) => {
    for (const event of history.of(ProgramDesigned)) {
      const { estimatedCost, needsLeaveOfDuty, certificate, track, trackReason } = event.data;
      const heavy =
        estimatedCost > 0 || needsLeaveOfDuty || certificate === 'functional' || certificate === 'structural';
      if (heavy && track === 'light') complain(event, 'is on the light track');
      if (heavy && track === 'urgent' && trackReason === undefined) complain(event, 'is urgent without a reason');
    }
    for (const [first, second] of grouped(history.of(ProgramApproved), ({ of }) => of).values()) {
      if (second !== undefined) complain(second, 'is a second approval');
      const design = history.of(ProgramDesigned, first).find(({ of }) => of === first?.of);
      if (first !== undefined && design?.data.track !== first.data.track) complain(first, 'approves another track');
    }
  },
);

export const materials = law(
  'R15',
  'Versions of a material count on and differ; a batch is over before a module of its programme expires.',
  (history, complain) => {
    const versions = grouped(history.of(LearningMaterialPublished), ({ of, data }) => `${of}/${data.materialId}`);
    for (const [first, ...later] of versions.values()) {
      let last = first?.data.version;
      for (const event of later) {
        if (event.data.version !== (last ?? 0) + 1) complain(event, `is version ${event.data.version} after ${last}`);
        last = event.data.version;
      }
    }
    for (const batch of history.of(BatchScheduled)) {
      const published = history.of(LearningMaterialPublished, batch).filter(({ of }) => of === batch.data.programId);
      for (const ofMaterial of grouped(published, ({ data }) => data.materialId).values()) {
        const { kind, validUntil } = ofMaterial.at(-1)?.data ?? {};
        if (kind === 'module' && validUntil !== undefined && validUntil < batch.data.period.to) {
          complain(batch, `outlasts a module that expires on ${validUntil}`);
        }
      }
    }
  },
);

/** Tells whether a partner has an operative agreement for all of those days, as known at a place. */
export function boundFor(history: History, partnerId: string, days: Days, known: Placed): boolean {
  return history.of(PartnerAgreementSigned, known).some(({ of, data: { level, agreementId, period } }) => {
    if (of !== partnerId || level !== 'pks') return false;
    const ended = history
      .of(PartnerAgreementEnded, known)
      .find((event) => event.of === partnerId && event.data.agreementId === agreementId);
    const last = [period.to, ...(ended ? [plusDays(ended.data.on, -1)] : [])].sort()[0] ?? '';
    return period.from <= days.from && days.to <= last;
  });
}

export const partnersBound = law(
  'R16',
  'A partner acts only under a PKS that holds for the whole time.',
  (history, complain) => {
    const check = (event: Told<unknown>, partnerId: string | undefined, days: Days): void => {
      if (partnerId !== undefined && !boundFor(history, partnerId, days, event))
        complain(event, `${partnerId} has no PKS`);
    };
    for (const event of history.of(BatchScheduled)) check(event, event.data.partnerId, event.data.period);
    for (const event of history.of(LearningMaterialPublished)) {
      check(event, event.data.coAuthorPartnerId, { from: event.on, to: event.on });
    }
    for (const event of history.of(WorkplaceLearningAssigned)) {
      const { host, period } = event.data;
      check(event, host.kind === 'partner' ? host.partnerId : undefined, period);
    }
    for (const event of history.of(ResourcePersonAssigned)) {
      const batch = history.of(BatchScheduled, event).find(({ of }) => of === event.of);
      const sessions = batch?.data.sessions.filter(({ sessionId }) => event.data.sessionIds.includes(sessionId)) ?? [];
      const days = sessions.map(({ date }) => date).sort();
      check(event, event.data.partnerId, { from: days[0] ?? '', to: days.at(-1) ?? '' });
    }
  },
);

export const notJudgedByOneself = law(
  'R17',
  'A participant records neither his attendance nor his outcome; an examiner is not tied to the batch or its programme.',
  (history, complain) => {
    for (const event of history.of(AttendanceRecorded)) {
      if (event.hands.includes(event.data.employeeId)) complain(event, 'was recorded by the participant');
    }
    for (const event of history.of(ParticipantOutcomeDecided)) {
      if (event.hands.includes(event.data.employeeId)) complain(event, 'was decided by the participant');
    }
    for (const event of history.of(LearningResultRecorded)) {
      const tied = inBoth(event.hands, tiesOf(history, event.of, event));
      if (tied.length > 0) complain(event, `the examiner ${tied.join()} is tied to it`);
    }
  },
);

/** Who is tied to a batch: participants, resource persons, its organiser, who designed its programme or asked for it. */
export function tiesOf(history: History, batchId: string, known: Placed): readonly string[] {
  const batch = history.of(BatchScheduled, known).find(({ of }) => of === batchId);
  const design = history.of(ProgramDesigned, known).find(({ of }) => of === batch?.data.programId);
  const takesPart = [...participantsOf(history, batchId, known)].flatMap(([id, status]) =>
    status === 'declined' ? [] : [id],
  );
  const teaches = history.of(ResourcePersonAssigned, known).filter(({ of }) => of === batchId);
  return [
    ...takesPart,
    ...teaches.map(({ data }) => `${data.subjectId}`),
    ...(batch?.hands ?? []),
    ...(design?.hands ?? []),
    ...(design?.data.requestedBy === undefined ? [] : [`${design.data.requestedBy}`]),
  ];
}

const SEATED = ['confirmed', 'completed', 'notCompleted'];

interface Engagement extends Days {
  readonly id: string;
  readonly jp: number;
  readonly programId: string | undefined;
  readonly completed: boolean;
}

/** What takes up the days of a person, as known at a place: batches that were not cancelled, and stays at a workplace. */
function engagementsOf(history: History, employeeId: string, known?: Placed): readonly Engagement[] {
  const found: Engagement[] = [];
  for (const [id, status] of batchesWith(history, employeeId, known)) {
    const batch = history.of(BatchScheduled, known).find(({ of }) => of === id);
    const cancelled = history.of(BatchCancelled, known).some(({ of }) => of === id);
    if (batch === undefined || cancelled || !SEATED.includes(status)) continue;
    const { period, jp, programId } = batch.data;
    found.push({ id, ...period, jp, programId, completed: status === 'completed' });
  }
  const ends = history.standing(WorkplaceLearningCompleted, known);
  for (const { of, data } of history.of(WorkplaceLearningAssigned, known)) {
    const stopped = ends.some((end) => end.of === of && end.data.outcome === 'stopped');
    if (data.employeeId !== employeeId || stopped) continue;
    found.push({ id: of, ...data.period, jp: data.jp, programId: undefined, completed: false });
  }
  return found;
}

/** The year of a contract in which a day falls: from one anniversary to the day before the next. */
function contractYear(begins: string, day: string): number {
  return Number(day.slice(0, 4)) - Number(begins.slice(0, 4)) - (day.slice(5) < begins.slice(5) ? 1 : 0);
}

export const participants = law(
  'R18',
  'A participant serves, is in one place at a time, finds a seat and does not repeat too soon; a PPPK has a letter and stays within the JP of a contract year.',
  (history, complain) => {
    for (const event of history.of(NominationConfirmed)) {
      const { employeeId, period, programId, jp, assignmentLetterRef, aboveCeiling } = event.data;
      const batch = history.of(BatchScheduled, event).find(({ of }) => of === event.of);
      const others = engagementsOf(history, employeeId, event).filter(({ id }) => id !== event.of);
      const seated = [...participantsOf(history, event.of, event).values()].filter((status) => SEATED.includes(status));
      if (seated.length + 1 > (batch?.data.capacity ?? 0))
        complain(event, `is one more than the ${seated.length} seats`);
      for (const other of others) {
        if (share(other, period)) complain(event, `${employeeId} is in ${other.id} at that time`);
        const repeats = other.programId === programId && other.completed;
        const until = plusMonths(other.to, figuresOf(history, event)['batch.repeatAfterMonths'].value);
        if (repeats && period.from < until) complain(event, `${employeeId} repeats before ${until}`);
      }
      examineService(history, event, employeeId, period, complain);
      examineContract(history, event, { employeeId, period, jp, assignmentLetterRef, aboveCeiling }, others, complain);
    }
    for (const event of history.of(WorkplaceLearningAssigned)) {
      const { employeeId, period } = event.data;
      const others = engagementsOf(history, employeeId, event).filter(({ id }) => id !== event.of);
      for (const other of others)
        if (share(other, period)) complain(event, `${employeeId} is in ${other.id} at that time`);
      examineService(history, event, employeeId, period, complain);
      examineContract(history, event, event.data, others, complain);
    }
  },
);

function examineService(
  history: History,
  event: Told<unknown>,
  employeeId: string,
  days: Days,
  complain: Complain,
): void {
  if (!servesOn(history, employeeId, days.to, event)) complain(event, `${employeeId} does not serve until ${days.to}`);
  const begins = employmentOf(history, employeeId, event)?.contract?.from;
  if (begins !== undefined && days.from < begins) complain(event, `${employeeId} serves from ${begins} on`);
}

interface Assignment {
  readonly employeeId: string;
  readonly period: Days;
  readonly jp: number;
  readonly assignmentLetterRef?: string | undefined;
  readonly aboveCeiling: boolean;
}

function examineContract(
  history: History,
  event: Told<unknown>,
  { employeeId, period, jp, assignmentLetterRef, aboveCeiling }: Assignment,
  others: readonly Engagement[],
  complain: Complain,
): void {
  const employment = employmentOf(history, employeeId, event);
  const begins = employment?.contract?.from;
  if (employment?.kind === 'pns' || begins === undefined) return;
  if (assignmentLetterRef === undefined) complain(event, `${employeeId} has no assignment letter`);
  const figures = figuresOf(history, event);
  const sameYear = others.filter(({ to }) => contractYear(begins, to) === contractYear(begins, period.to));
  const above = sum(sameYear, (other) => other.jp) + jp > figures['jp.maximum.pppk.contractYear'].value;
  if (above && figures['jp.maximum.pppk.mode'].value === 'block') complain(event, `${employeeId} passes the ceiling`);
  if (above !== aboveCeiling) complain(event, `says ${aboveCeiling} of being above the ceiling`);
}

/** Whether whoever takes part still fits after later corrections, as the log stands at its end. */
export const participantsInTheEnd = law(
  'R18',
  'At no end of a history is somebody in two places at once, or a batch fuller than its seats.',
  (history, complain) => {
    const last = history.all().at(-1);
    for (const employeeId of new Set(history.of(NominationConfirmed).map(({ data }) => data.employeeId))) {
      const engagements = engagementsOf(history, employeeId);
      for (const [index, one] of engagements.entries()) {
        const other = engagements.slice(index + 1).find((later) => share(one, later));
        if (other !== undefined && last !== undefined) complain(last, `${employeeId} is in ${one.id} and ${other.id}`);
      }
    }
    for (const batch of history.of(BatchScheduled)) {
      const seated = [...participantsOf(history, batch.of).values()].filter((status) => SEATED.includes(status));
      if (seated.length > batch.data.capacity) complain(batch, `has ${seated.length} participants`);
    }
  },
);

export const outcomes = law(
  'R19',
  'Completed needs a confirmed nomination, enough attendance and the pass mark within the attempts; an outcome is decided once.',
  (history, complain) => {
    for (const event of history.of(AttendanceRecorded)) {
      const { sessionId, present, minutes } = event.data;
      const batch = history.of(BatchScheduled, event).find(({ of }) => of === event.of);
      const session = batch?.data.sessions.find((known) => known.sessionId === sessionId);
      if (session === undefined || session.date > event.recordedOn)
        complain(event, 'is of a session that was not held');
      else if (present ? minutes < 1 || minutes > session.minutes : minutes !== 0)
        complain(event, `tells ${minutes} minutes`);
    }
    const attempts = grouped(
      history.standing(LearningResultRecorded),
      ({ of, data }) => `${of}/${data.employeeId}/${data.kind}`,
    );
    for (const results of attempts.values()) {
      const most = history.of(BatchScheduled).find(({ of }) => of === results[0]?.of)?.data.maxAttempts ?? 0;
      const numbers = results.map(({ data }) => data.attempt).sort((a, b) => a - b);
      for (const result of results) {
        if (result.data.attempt > (result.data.kind === 'pre' ? 1 : most))
          complain(result, `is attempt ${result.data.attempt}`);
      }
      if (numbers.some((number, index) => number !== index + 1))
        complain(results[0] ?? missing, `attempts are ${numbers}`);
    }
    for (const event of history.of(ParticipantOutcomeDecided)) examineOutcome(history, event, complain);
    for (const event of history.of(BatchCompleted)) {
      const open = [...participantsOf(history, event.of, event)].filter(
        ([, is]) => is === 'nominated' || is === 'confirmed',
      );
      const batch = history.of(BatchScheduled, event).find(({ of }) => of === event.of);
      if (open.length > 0) complain(event, `leaves ${open.join()} open`);
      if (event.on < (batch?.data.period.to ?? '')) complain(event, 'is completed before its last day');
    }
  },
);

/** Stands where a list that is known not to be empty would have its first event. */
const missing: Told<unknown> = {
  index: -1,
  id: '',
  type: 'nothing',
  stream: 'nothing-0',
  of: '0',
  on: '',
  recordedOn: '',
  by: '',
  hands: [],
  authorityId: undefined,
  policyVersion: undefined,
  corrects: undefined,
  data: undefined,
};

type Outcome = ReturnType<typeof outcomesOf>[number];
const outcomesOf = (history: History) => history.of(ParticipantOutcomeDecided);

function examineOutcome(history: History, event: Outcome, complain: Complain): void {
  const { employeeId, outcome } = event.data;
  const earlier = history
    .of(ParticipantOutcomeDecided, event)
    .filter(({ of, data }) => of === event.of && data.employeeId === employeeId);
  if (event.corrects === undefined && earlier.length > 0) complain(event, 'was decided before');
  const before = participantsOf(history, event.of, event).get(employeeId);
  if (earlier.length === 0 && before !== 'confirmed') complain(event, `the nomination is ${before}`);
  if (outcome !== 'completed') return;
  const batch = history.of(BatchScheduled, event).find(({ of }) => of === event.of);
  const mine = ({ of, data }: Told<{ employeeId: string }>): boolean =>
    of === event.of && data.employeeId === employeeId;
  const present = history.standing(AttendanceRecorded, event).filter((record) => mine(record) && record.data.present);
  const scores = history
    .standing(LearningResultRecorded, event)
    .flatMap((result) => (mine(result) && result.data.kind !== 'pre' ? [result.data.score] : []));
  const share = (present.length * 10_000) / (batch?.data.sessions.length ?? 1);
  const needed = figuresOf(history, event)['batch.attendance.minimum'].value;
  if (share < needed) complain(event, `${employeeId} attended ${share} of ${needed}`);
  if (Math.max(0, ...scores) < (batch?.data.passMark ?? 0)) complain(event, `${employeeId} did not pass`);
}

export const certificates = law(
  'R20',
  'A certificate is for a completed outcome, one for each, under a number that its issuer used once, with the JP of the batch.',
  (history, complain) => {
    const issued = history.of(CertificateIssued);
    for (const event of issued) {
      const { batchId, employeeId, issuer, number, jp } = event.data;
      const batch = history.of(BatchScheduled, event).find(({ of }) => of === batchId);
      const before = history.of(CertificateIssued, event);
      const revoked = history.of(CertificateRevoked, event).map(({ of }) => of);
      if (participantsOf(history, batchId, event).get(employeeId) !== 'completed')
        complain(event, 'is for no completed outcome');
      if (batch?.data.jp !== jp) complain(event, `tells ${jp} of ${batch?.data.jp} JP`);
      if (issuer === employeeId) complain(event, 'was issued by the participant');
      if (before.some(({ data }) => data.issuer === issuer && data.number === number))
        complain(event, `number ${number} is used`);
      const second = before.find(
        ({ of, data }) => data.batchId === batchId && data.employeeId === employeeId && !revoked.includes(of),
      );
      if (second !== undefined) complain(event, `${employeeId} holds ${second.of} already`);
    }
  },
);

export const evaluationBefore = law(
  'R21',
  'A batch has an evaluation of its programme that was planned before the first session.',
  (history, complain) => {
    for (const event of history.of(BatchScheduled)) {
      const { evaluationId, programId, sessions, period } = event.data;
      const planned = history.of(EvaluationPlanned, event).find(({ of }) => of === evaluationId);
      const first = sessions.map(({ date }) => date).sort()[0] ?? '';
      if (planned === undefined) complain(event, 'has no evaluation plan');
      else if (planned.data.programId !== programId) complain(event, 'is evaluated as another programme');
      else if (planned.recordedOn >= first)
        complain(event, `was planned on ${planned.recordedOn}, not before ${first}`);
      if (sessions.some(({ date }) => date < period.from || date > period.to)) complain(event, 'has sessions outside');
    }
  },
);

/** Whoever separates is known to have left. */
export const leftOnce = law('R37', 'Somebody leaves once, unless that is corrected.', (history, complain) => {
  for (const event of history.of(EmployeeSeparated)) {
    const before = history.of(EmployeeSeparated, event).filter(({ of }) => of === event.of);
    if (before.length > 0 && event.corrects === undefined) complain(event, 'left before');
  }
});

export const trainLaws = [
  fullTrack,
  materials,
  partnersBound,
  notJudgedByOneself,
  participants,
  participantsInTheEnd,
  outcomes,
  certificates,
  evaluationBefore,
  leftOnce,
];
