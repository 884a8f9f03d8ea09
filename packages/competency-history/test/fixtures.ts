import {
  type AssessmentMethod,
  AttendanceRecorded,
  BatchCancelled,
  BehaviourRated,
  CertificateIssued,
  CertificateRevoked,
  CompetencyAssessed,
  CompetencyGapValidated,
  CompetencyStandardEstablished,
  type DevelopmentForm,
  EmployeePlaced,
  EmployeeRegistered,
  EmployeeSeparated,
  indonesia2026,
  JpClaimRejected,
  JpClaimSubmitted,
  JpCredited,
  LearningCommunityFormed,
  LearningCommunityMet,
  LearningResultRecorded,
  MentoringSessionConfirmed,
  MentoringSessionRecorded,
  MentorshipApproved,
  MentorshipEnded,
  MentorshipProposed,
  NominationConfirmed,
  NominationDeclined,
  ParticipantNominated,
  ParticipantOutcomeDecided,
  type PerformancePredicate,
  PerformancePredicateRecorded,
  PolicyVersionAdopted,
  type PositionKind,
  ProgramDesigned,
  type RaterKind,
  RecognitionGranted,
  WorkplaceLearningAssigned,
  WorkplaceLearningCompleted,
} from '@pembinaan/core';
import { type DomainEvent, type EventStore, eventCatalog } from '@pembinaan/event-sourcing';
import { givenEvents, historyEventId, type PastDetails } from '@pembinaan/event-sourcing/testing';
import {
  type AsOf,
  competencyHistory,
  competencyHistoryProjections,
  type Needs,
  type PeopleReadModel,
  peopleReadModels,
  personFiles,
  type Query,
} from '../src/index.js';

/** An event of the past with its stream. All people, units and figures are invented. */
export type Line = readonly [stream: string, event: DomainEvent, details?: PastDetails];

export const hash = 'a'.repeat(64);
export const decree = { number: 'SK-1', date: '2026-01-02', documentHash: hash };
export const by = { subjectId: 'officer' };

const recorded = new Map(competencyHistoryProjections.flatMap(({ events }) => events).map((type) => [type.type, type]));
const recorder = { ...personFiles, catalog: eventCatalog([...recorded.values()]) };

/** A store with a past. */
export function storeOf(lines: readonly Line[]): Promise<EventStore> {
  return givenEvents(recorder, lines).store();
}

/** All that a read model answers after a past; small pages, so that every question is also one of paging. */
export async function ask<N extends Needs, L>(
  model: PeopleReadModel<N, L>,
  lines: readonly Line[],
  on: string,
  { limit = 2, ...query }: Query & Pick<AsOf, 'recorded' | 'position'> = {},
): Promise<readonly L[]> {
  const { recorded, position, ...asked } = query;
  const history = await competencyHistory(await storeOf(lines));
  const found: L[] = [];
  for await (const line of history.asOf({ effective: on, recorded, position }).lines(model, { ...asked, limit })) {
    found.push(line);
  }
  return found;
}

/** The same event, true since a day in place of when it was recorded. */
export function since(day: string, [stream, event, details]: Line): Line {
  return [stream, event, { ...details, occurredAt: `${day}T01:00:00.000Z` }];
}

/** Every read model, to be asked alike: what its lines are made of does not matter. */
export const everyReadModel = peopleReadModels;

/** An event that corrects the one at that revision of its stream. */
export function correcting([stream, event, details]: Line, revision: number): Line {
  return [
    stream,
    event,
    { ...details, corrects: { eventId: historyEventId(stream, revision), reason: 'salah ketik' } },
  ];
}

export function policy(figures: object = {}, from = '2020-01-01', version = 'p-2020'): Line {
  return [
    'policy-agency',
    PolicyVersionAdopted.of({
      version,
      effectiveFrom: from,
      figures: { ...indonesia2026.figures, ...figures },
      legalBasis: 'rekaan',
      decree,
      adoptedBy: by,
    }),
  ];
}

/** Another value of a figure. */
export const figure = (value: unknown) => ({ value, basis: 'rekaan', certainty: 'agency' });

/** A policy under which groups of two are shown: fewer no policy may show. */
export const openPolicy = (from?: string): Line => policy({ 'disclosure.minimumN': figure(2) }, from);

export function standard(standardId: string, items: Readonly<Record<string, number>>): Line {
  return [
    `competencyStandard-${standardId}`,
    CompetencyStandardEstablished.of({
      positionKind: 'pelaksana',
      position: 'Pengadministrasi',
      version: 1,
      items: Object.entries(items).map(([competency, requiredLevel]) => ({ competency, requiredLevel })),
      effectiveFrom: '2020-01-01',
      decree,
      establishedBy: by,
    }),
  ];
}

export function placed(
  person: string,
  unitId: string,
  more: { from?: string; standardId?: string; positionKind?: PositionKind } = {},
): Line {
  return [
    `employee-${person}`,
    EmployeePlaced.of({
      position: 'Pengadministrasi',
      positionKind: more.positionKind ?? 'pelaksana',
      standardId: more.standardId ?? 's',
      unitId,
      from: more.from ?? '2020-01-01',
      decree,
      placedBy: by,
    }),
  ];
}

/** A PNS who stands in no unit yet. */
export const registered = (person: string): Line => [
  `employee-${person}`,
  EmployeeRegistered.of({ kind: 'pns', numberHash: hash, registeredBy: by }),
];

/** A PNS in a unit. */
export function pns(person: string, unitId: string, more: Parameters<typeof placed>[2] = {}): readonly Line[] {
  return [registered(person), placed(person, unitId, more)];
}

/** A PPPK in a unit, with a contract from a day on. */
export function pppk(person: string, unitId: string, from: string, to: string): readonly Line[] {
  const contract = { from, to };
  return [
    [`employee-${person}`, EmployeeRegistered.of({ kind: 'pppk', numberHash: hash, contract, registeredBy: by })],
    placed(person, unitId, { from }),
  ];
}

export const separated = (person: string, on: string): Line => [
  `employee-${person}`,
  EmployeeSeparated.of({ kind: 'moved', on, recordedBy: by }),
];

export function assessed(
  person: string,
  competency: string,
  level: number,
  assessedOn: string,
  more: { assessmentId?: string; method?: AssessmentMethod; validUntil?: string; batchId?: string } = {},
): Line {
  return [
    `competencyProfile-${person}`,
    CompetencyAssessed.of({
      assessmentId: more.assessmentId ?? `as-${assessedOn}`,
      competency,
      level,
      method: more.method ?? 'test',
      assessedOn,
      evidence: more.batchId === undefined ? [] : [{ kind: 'batch', batchId: more.batchId }],
      ...(more.validUntil !== undefined && { validUntil: more.validUntil }),
      assessedBy: by,
    }),
  ];
}

export const gapValidated = (person: string, competency: string, required: number): Line => [
  `competencyProfile-${person}`,
  CompetencyGapValidated.of({
    gapId: `gap-${competency}`,
    competency,
    required,
    actual: 0,
    standardId: 's',
    standardVersion: 1,
    priority: 'high',
    validatedBy: by,
  }),
];

export const predicate = (
  person: string,
  period: { year: number; quarter?: number },
  value: PerformancePredicate,
): Line => [
  `competencyProfile-${person}`,
  PerformancePredicateRecorded.of({
    period,
    results: 'meets',
    behaviour: 'meets',
    predicate: value,
    source: 'eKinerja',
    recordedBy: by,
  }),
];

type Source = Parameters<typeof JpCredited.of>[0]['source'];

export function credited(
  person: string,
  on: string,
  jpCredited: number,
  more: { jpRaw?: number; form?: DevelopmentForm; source?: Source; capped?: boolean } = {},
): Line {
  const form = more.form ?? 'KL03';
  const year = Number(on.slice(0, 4));
  return [
    `jpLedger-${person}-${year}`,
    JpCredited.of({
      employeeId: person,
      year,
      source: more.source ?? { kind: 'batch', batchId: `b-${on}` },
      form,
      activityDate: on,
      jpRaw: more.jpRaw ?? jpCredited,
      jpCredited,
      ...(more.capped === true && { capApplied: { per: 'day', unit: 'jp', value: 200 } }),
      verifiedBy: by,
    }),
  ];
}

export const claim = (claimId: string): Source => ({ kind: 'claim', claimId });

export const claimed = (person: string, claimId: string, ...dates: string[]): Line => [
  `jpLedger-${person}-${(dates[0] ?? '').slice(0, 4)}`,
  JpClaimSubmitted.of({
    claimId,
    employeeId: person,
    year: Number((dates[0] ?? '').slice(0, 4)),
    form: 'NKL09',
    days: dates.map((date) => ({ date, minutes: 90 })),
    international: false,
    evidenceHash: hash,
    inWorkingHours: false,
    submittedBy: { subjectId: person },
  }),
];

export const claimRejected = (person: string, claimId: string, year: number): Line => [
  `jpLedger-${person}-${year}`,
  JpClaimRejected.of({
    claimId,
    employeeId: person,
    evidenceHash: hash,
    reason: { code: 'duplicate' },
    rejectedBy: by,
  }),
];

export const nominated = (batchId: string, person: string, from: string, to = from): Line => [
  `batch-${batchId}`,
  ParticipantNominated.of({ programId: 'p', employeeId: person, period: { from, to }, nominatedBy: by }),
];

export const confirmed = (batchId: string, person: string, from: string, to = from, jp = 1000): Line => [
  `batch-${batchId}`,
  NominationConfirmed.of({
    programId: 'p',
    employeeId: person,
    form: 'KL03',
    jp,
    period: { from, to },
    aboveCeiling: false,
    confirmedBy: by,
  }),
];

export const outcome = (
  batchId: string,
  person: string,
  what: 'completed' | 'notCompleted' | 'withdrawn',
  bestScore?: number,
): Line => [
  `batch-${batchId}`,
  ParticipantOutcomeDecided.of({
    programId: 'p',
    employeeId: person,
    outcome: what,
    attendanceShare: 10_000,
    ...(bestScore !== undefined && { bestScore }),
    decidedBy: by,
  }),
];

/** Confirmed, and completed with a test. */
export const passed = (batchId: string, person: string, from: string, to = from): readonly Line[] => [
  confirmed(batchId, person, from, to),
  outcome(batchId, person, 'completed', 8000),
];

export const batchCancelled = (batchId: string, ...participants: string[]): Line => [
  `batch-${batchId}`,
  BatchCancelled.of({ programId: 'p', reason: { code: 'budget' }, participants, cancelledBy: by }),
];

export const certified = (
  certificateId: string,
  person: string,
  batchId: string,
  to: string,
  more: { validUntil?: string; form?: DevelopmentForm; programId?: string } = {},
): Line => [
  `certificate-${certificateId}`,
  CertificateIssued.of({
    employeeId: person,
    programId: more.programId ?? 'p',
    batchId,
    number: `NO/${certificateId}`,
    issuer: 'Balai (rekaan)',
    form: more.form ?? 'KL03',
    jp: 2000,
    period: { from: to, to },
    documentHash: hash,
    ...(more.validUntil !== undefined && { validUntil: more.validUntil }),
    issuedBy: by,
  }),
];

export const revoked = (certificateId: string, person: string, batchId: string): Line => [
  `certificate-${certificateId}`,
  CertificateRevoked.of({
    employeeId: person,
    programId: 'p',
    batchId,
    reason: { code: 'outcomeCorrected' },
    revokedBy: by,
  }),
];

export const sentTo = (
  id: string,
  person: string,
  from: string,
  to: string,
  jp = 2000,
  more: { needId?: string } = {},
): Line => [
  `workplaceLearning-${id}`,
  WorkplaceLearningAssigned.of({
    employeeId: person,
    form: 'NKL12',
    host: { kind: 'partner', partnerId: 'universitas' },
    hostMentorId: 'dosen',
    period: { from, to },
    objectives: ['belajar arsip'],
    international: false,
    jp,
    aboveCeiling: false,
    assignedBy: by,
    ...more,
  }),
];

export const cameBack = (id: string, person: string, on: string, what: 'completed' | 'stopped'): Line => [
  `workplaceLearning-${id}`,
  WorkplaceLearningCompleted.of({
    employeeId: person,
    form: 'NKL12',
    international: false,
    outcome: what,
    on,
    lessons: [],
    ...(what === 'completed' ? { reportHash: hash } : { reason: { code: 'recalled' as const } }),
    completedBy: by,
  }),
];

/** A mentorship of a mentor and a mentee. */
export function mentorship(id: string, mentorId: string, menteeId: string, from = '2026-01-01', to = '2026-12-31') {
  const pair = { mentorId, menteeId };
  const stream = `mentorship-${id}`;
  return {
    proposed: [
      stream,
      MentorshipProposed.of({
        ...pair,
        kind: 'mentoring',
        competencies: ['M05'],
        goals: [{ goalId: 'g', topicCode: 'arsip' }],
        period: { from, to },
        proposedBy: by,
      }),
    ] as Line,
    approved: [stream, MentorshipApproved.of({ ...pair, approvedBy: by })] as Line,
    session: (sessionId: string, date: string, recordedBy = mentorId): Line => [
      stream,
      MentoringSessionRecorded.of({
        ...pair,
        sessionId,
        date,
        minutes: 60,
        topicCodes: ['arsip'],
        goalProgress: [],
        recordedBy: { subjectId: recordedBy },
      }),
    ],
    answered: (sessionId: string, date: string, agreed: boolean): Line => [
      stream,
      MentoringSessionConfirmed.of({ ...pair, sessionId, date, agreed, confirmedBy: { subjectId: menteeId } }),
    ],
    ended: [
      stream,
      MentorshipEnded.of({ ...pair, outcome: 'goalsMet', reason: { code: 'goalsMet' }, endedBy: by }),
    ] as Line,
  };
}

export const communityFormed = (communityId: string): Line => [
  `learningCommunity-${communityId}`,
  LearningCommunityFormed.of({
    name: 'Komunitas arsip (rekaan)',
    positionFamily: 'mixed',
    coordinatorId: 'a',
    sponsorUnitId: 'loket',
    topicCodes: ['arsip'],
    formedOn: '2026-01-05',
    formedBy: by,
  }),
];

export const met = (
  communityId: string,
  meetingId: string,
  date: string,
  attendees: readonly string[],
  units: readonly string[],
  practice = false,
): Line => [
  `learningCommunity-${communityId}`,
  LearningCommunityMet.of({
    meetingId,
    date,
    minutes: 90,
    attendees: [...attendees],
    units: [...units],
    topicCodes: ['arsip'],
    ...(practice && { practiceShared: hash }),
    recordedBy: by,
  }),
];

export const rated = (
  person: string,
  batchId: string,
  rater: string,
  raterKind: RaterKind,
  ratedOn: string,
  scores: Readonly<Record<string, number>>,
): Line => [
  `evaluation-${batchId}`,
  BehaviourRated.of({
    programId: 'p',
    batchId,
    ratingId: `r-${person}-${rater}`,
    employeeId: person,
    raterKind,
    ratings: Object.entries(scores).map(([of, score]) => ({ of, score })),
    ratedOn,
    ratedBy: { subjectId: rater },
  }),
];

export const recognised = (
  person: string,
  recognitionId: string,
  more: { shown?: boolean; careerLink?: 'ipAsn' | 'talentPool' | 'none'; at?: string } = {},
): Line => [
  `employee-${person}`,
  RecognitionGranted.of({
    recognitionId,
    kind: 'award',
    basis: { kind: 'idea', ideaId: 'gagasan-1' },
    careerLink: more.careerLink ?? 'none',
    shownAsRoleModel: more.shown ?? true,
    grantedBy: by,
  }),
  { occurredAt: more.at ?? '2026-03-01T02:00:00.000Z' },
];

export const designed = (programId: string, ...codes: string[]): Line => [
  `program-${programId}`,
  ProgramDesigned.of({
    name: 'Aplikasi arsip',
    track: 'light',
    trackReason: 'tanpa biaya',
    form: 'KL03',
    competencies: codes.map((code) => ({ code, targetLevel: 3 })),
    jp: 1000,
    estimatedCost: 0,
    needsLeaveOfDuty: false,
    certificate: 'attendance',
    passMark: 7000,
    maxAttempts: 3,
    valueTags: [],
    designedBy: by,
  }),
];

export const declined = (batchId: string, person: string): Line => [
  `batch-${batchId}`,
  NominationDeclined.of({
    programId: 'p',
    employeeId: person,
    by: 'self',
    reason: { code: 'workload' },
    declinedBy: { subjectId: person },
  }),
];

export const attended = (batchId: string, person: string, sessionId: string, present = true): Line => [
  `batch-${batchId}`,
  AttendanceRecorded.of({
    programId: 'p',
    employeeId: person,
    sessionId,
    present,
    minutes: present ? 90 : 0,
    method: 'sheet',
    recordedBy: by,
  }),
];

export const tested = (
  batchId: string,
  person: string,
  kind: 'pre' | 'post' | 'paper',
  attempt: number,
  score: number,
): Line => [
  `batch-${batchId}`,
  LearningResultRecorded.of({ programId: 'p', employeeId: person, kind, attempt, score, examinedBy: by }),
];
