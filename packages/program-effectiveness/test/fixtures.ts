import {
  AttendanceRecorded,
  BatchCancelled,
  BatchCompleted,
  BatchScheduled,
  BudgetCeilingSet,
  BudgetCommitted,
  DevelopmentNeedProposed,
  DevelopmentNeedValidated,
  DevelopmentNeedVerified,
  DevelopmentPlanDrafted,
  EmployeePlaced,
  EvaluationConcluded,
  EvaluationPlanned,
  indonesia2026,
  LearningMaterialPublished,
  NominationConfirmed,
  NominationDeclined,
  ParticipantNominated,
  ParticipantOutcomeDecided,
  PartnerAgreementSigned,
  PlanItemAdded,
  PolicyVersionAdopted,
  ProgramApproved,
  ProgramDesigned,
  ProgramImpactMeasured,
  PublicForumHeld,
  PublicInputRecorded,
  PublicReportReceived,
  SatisfactionSurveyPublished,
  ServiceMeasurementRecorded,
} from '@pembinaan/core';
import { type AsOfOptions, type EventStore, type Projection, projection } from '@pembinaan/event-sourcing';
import { type GivenEvent, givenEvents, type PastDetails } from '@pembinaan/event-sourcing/testing';
import { expect } from 'vitest';

export type Past = readonly GivenEvent[];

/** The input of an event type, of which a test says only what matters to it. */
type Some<E extends { of(plain: never): unknown }> = Partial<Parameters<E['of']>[0]>;

export const by = { subjectId: 'officer' };
export const hash = 'a'.repeat(64);
export const decree = { number: 'SK-1', date: '2026-01-02', documentHash: hash };

/** When it was true: at nine in the morning of a day in Jakarta. */
export const on = (day: string, details: PastDetails = {}): PastDetails => ({
  ...details,
  occurredAt: `${day}T02:00:00.000Z`,
});

const nothing = projection({
  name: 'nothing',
  version: 1,
  events: [],
  initial: () => ({}),
  key: () => undefined,
  on: {},
});

/** A read model whose lines keep their type. */
interface Asked<L> {
  readonly name: string;
  readonly projections: readonly Projection<unknown>[];
  ask(store: EventStore, on: string, asOf?: AsOfOptions): Promise<readonly L[]>;
}

/** These tell which conclusion stood, or who had a hand in something, when something else was decided: there the order matters. */
const ORDERED: readonly string[] = ['ProgramCard', 'DecisionTrace', 'SodExceptions'];

/**
 * Stores a past and asks for a day.
 *
 * Two laws are checked on the way. No handler changes an event, and each row is plain JSON: the projections fold the past with frozen
 * events too. And the answer, with the order of its lines, does not depend on which stream was written first.
 */
export async function ask<L>(model: Asked<L>, past: Past, day: string, asOf: AsOfOptions = {}): Promise<readonly L[]> {
  for (const each of model.projections) await givenEvents(each, past).view(asOf);
  const lines = await model.ask(await givenEvents(nothing, past).store(), day, asOf);
  if (!ORDERED.includes(model.name)) {
    const streams = [...new Set(past.map(([stream]) => stream))].reverse();
    const otherwise = streams.flatMap((stream) => past.filter(([each]) => each === stream));
    expect(await model.ask(await givenEvents(nothing, otherwise).store(), day, asOf)).toEqual(lines);
  }
  return lines;
}

type Figures = Partial<Record<keyof typeof indonesia2026.figures, unknown>>;

/** The default policy, with figures of the agency's own where a test needs them. */
export function policy(own: Figures = {}, some: Some<typeof PolicyVersionAdopted> = {}): GivenEvent {
  const figures = Object.fromEntries(
    Object.entries(own).map(([key, value]) => [key, { value, basis: 'choice of the test', certainty: 'agency' }]),
  );
  return [
    'policy-agency',
    PolicyVersionAdopted.of({
      version: 'p-2026',
      effectiveFrom: '2026-01-01',
      legalBasis: 'Perwali 1/2026',
      decree,
      adoptedBy: by,
      ...some,
      figures: { ...indonesia2026.figures, ...figures },
    }),
    on('2026-01-01'),
  ];
}

export const placed = (employeeId: string, unitId: string, from = '2025-01-01'): GivenEvent => [
  `employee-${employeeId}`,
  EmployeePlaced.of({
    position: 'Analis',
    positionKind: 'pelaksana',
    standardId: 'analis',
    unitId,
    from,
    decree,
    placedBy: by,
  }),
];

// Plan.

export const need = (
  needId: string,
  some: Some<typeof DevelopmentNeedProposed> = {},
  details?: PastDetails,
): GivenEvent => [
  `developmentNeed-${needId}`,
  DevelopmentNeedProposed.of({
    year: 2026,
    origin: { kind: 'strategic' },
    target: { kind: 'institution' },
    competency: 'M05',
    form: 'KL03',
    jp: 1000,
    estimatedCost: 0,
    proposedBy: by,
    ...some,
  }),
  details ?? on('2026-01-05'),
];

export const verified = (needId: string, details?: PastDetails): GivenEvent => [
  `developmentNeed-${needId}`,
  DevelopmentNeedVerified.of({ checklist: [{ item: 'form 2a', met: true }], verifiedBy: { subjectId: 'verifier' } }),
  details ?? on('2026-01-06'),
];

export const validated = (needId: string, details?: PastDetails): GivenEvent => [
  `developmentNeed-${needId}`,
  DevelopmentNeedValidated.of({ priority: 'high', validatedBy: { subjectId: 'validator' } }),
  details ?? on('2026-01-07'),
];

export const drafted = (some: Some<typeof DevelopmentPlanDrafted> = {}, planId = 'x-2026'): GivenEvent => [
  `developmentPlan-${planId}`,
  DevelopmentPlanDrafted.of({ year: 2026, agencyId: 'x', draftedBy: { subjectId: 'planner' }, ...some }),
  on('2026-01-10'),
];

type Item = Parameters<typeof PlanItemAdded.of>[0]['item'];
type SomeItem = Partial<Omit<Item, 'missionRef'>> & { readonly missionRef?: string | null };

export const planItem = (
  itemId: string,
  some: SomeItem = {},
  { planId = 'x-2026', details = on('2026-01-12') } = {},
): GivenEvent => [
  `developmentPlan-${planId}`,
  PlanItemAdded.of({ item: itemOf(itemId, some), addedBy: { subjectId: 'planner' } }),
  details,
];

/** An item that serves the second mission, unless it is to serve none. */
export const itemOf = (itemId: string, { missionRef = 'misi-2', ...some }: SomeItem = {}) => ({
  itemId,
  needIds: ['need'],
  form: 'KL03' as const,
  target: 'individual' as const,
  participantsPlanned: 10,
  jp: 1000,
  cost: 12_000_000,
  impactIndicator: 'waktu tunggu',
  learningModel: 'formal10' as const,
  ...(missionRef !== null && { missionRef }),
  ...some,
});

export const ceiling = (amount: number, some: Some<typeof BudgetCeilingSet> = {}, day = '2026-01-15'): GivenEvent => [
  `budget-${some.agencyId ?? 'x'}-2026`,
  BudgetCeilingSet.of({
    year: 2026,
    agencyId: 'x',
    account: '5.1.02',
    source: 'apbd',
    decree,
    setBy: by,
    ...some,
    amount,
  }),
  on(day),
];

export const commitment = (
  commitmentId: string,
  amount: number,
  some: Some<typeof BudgetCommitted> = {},
  day = '2026-02-01',
): GivenEvent => [
  'budget-x-2026',
  BudgetCommitted.of({
    commitmentId,
    planId: 'x-2026',
    planItemId: 'item',
    programId: 'p',
    amount,
    committedBy: by,
    ...some,
  }),
  on(day),
];

// Train.

export const designed = (
  programId: string,
  some: Some<typeof ProgramDesigned> = {},
  details = on('2026-01-20'),
): GivenEvent => [
  `program-${programId}`,
  ProgramDesigned.of({
    name: `Program ${programId} (rekaan)`,
    track: 'full',
    planItem: { planId: 'x-2026', itemId: 'item' },
    form: 'KL03',
    competencies: [{ code: 'M05', targetLevel: 3 }],
    jp: 1000,
    estimatedCost: 12_000_000,
    needsLeaveOfDuty: false,
    certificate: 'attendance',
    passMark: 7000,
    maxAttempts: 2,
    valueTags: [],
    designedBy: { subjectId: 'designer' },
    ...some,
  }),
  details,
];

export const approved = (
  programId: string,
  approvedBy: Parameters<typeof ProgramApproved.of>[0]['approvedBy'] = { subjectId: 'ppk' },
  details = on('2026-01-25'),
): GivenEvent => [`program-${programId}`, ProgramApproved.of({ track: 'full', approvedBy }), details];

/** A batch on 10 and 11 March 2026 with the sessions s1 and s2, unless said otherwise. */
export const scheduled = (batchId: string, some: Some<typeof BatchScheduled> = {}): GivenEvent => {
  const period = some.period ?? { from: '2026-03-10', to: '2026-03-11' };
  return [
    `batch-${batchId}`,
    BatchScheduled.of({
      programId: 'p',
      form: 'KL03',
      jp: 1000,
      passMark: 7000,
      maxAttempts: 2,
      sessions: [
        { sessionId: 's1', date: period.from, minutes: 300 },
        { sessionId: 's2', date: period.to, minutes: 300 },
      ],
      capacity: 40,
      venue: 'aula',
      evaluationId: 'e',
      scheduledBy: by,
      ...some,
      period,
    }),
    on('2026-02-10'),
  ];
};

const period = { from: '2026-03-10', to: '2026-03-11' };

export const nominated = (
  batchId: string,
  employeeId: string,
  some: Some<typeof ParticipantNominated> = {},
): GivenEvent => [
  `batch-${batchId}`,
  ParticipantNominated.of({ programId: 'p', employeeId, period, nominatedBy: { subjectId: 'head' }, ...some }),
];

export const confirmed = (batchId: string, employeeId: string, programId = 'p'): GivenEvent => [
  `batch-${batchId}`,
  NominationConfirmed.of({
    programId,
    employeeId,
    form: 'KL03',
    jp: 1000,
    period,
    aboveCeiling: false,
    confirmedBy: { subjectId: 'bkpsdm' },
  }),
];

export const declined = (
  batchId: string,
  employeeId: string,
  code: 'workload' | 'noCareerEffect' | 'oldWayOk' | 'distance' = 'workload',
): GivenEvent => [
  `batch-${batchId}`,
  NominationDeclined.of({ programId: 'p', employeeId, by: 'self', reason: { code }, declinedBy: by }),
];

export const attended = (batchId: string, employeeId: string, sessionId = 's1', present = true): GivenEvent => [
  `batch-${batchId}`,
  AttendanceRecorded.of({
    programId: 'p',
    employeeId,
    sessionId,
    present,
    minutes: present ? 300 : 0,
    method: 'qr',
    recordedBy: by,
  }),
];

export const outcome = (
  batchId: string,
  employeeId: string,
  some: Some<typeof ParticipantOutcomeDecided> = {},
): GivenEvent => [
  `batch-${batchId}`,
  ParticipantOutcomeDecided.of({
    programId: 'p',
    employeeId,
    outcome: 'completed',
    attendanceShare: 10_000,
    decidedBy: by,
    ...some,
  }),
];

/** Nominated from a unit and confirmed. */
export const seated = (batchId: string, employeeId: string, unitId: string): Past => [
  nominated(batchId, employeeId, { unitId }),
  confirmed(batchId, employeeId),
];

export const completed = (batchId: string): GivenEvent => [
  `batch-${batchId}`,
  BatchCompleted.of({
    programId: 'p',
    counts: { nominated: 0, declined: 0, confirmed: 0, attended: 0, completed: 0 },
    realisedCost: 0,
    completedBy: by,
  }),
];

export const cancelled = (batchId: string, participants: readonly string[] = [], day = '2026-03-01'): GivenEvent => [
  `batch-${batchId}`,
  BatchCancelled.of({ programId: 'p', reason: { code: 'budget' }, participants: [...participants], cancelledBy: by }),
  on(day),
];

export const material = (
  materialId: string,
  some: Some<typeof LearningMaterialPublished> = {},
  programId = 'p',
): GivenEvent => [
  `program-${programId}`,
  LearningMaterialPublished.of({
    materialId,
    version: 1,
    title: `Bahan ${materialId}`,
    kind: 'module',
    public: false,
    sha256: hash,
    validityStatement: 'diperiksa oleh bidang terkait',
    publishedBy: by,
    ...some,
  }),
  on('2026-02-01'),
];

export const agreement = (
  partnerId: string,
  agreementId: string,
  some: Some<typeof PartnerAgreementSigned> = {},
): GivenEvent => [
  `partner-${partnerId}`,
  PartnerAgreementSigned.of({
    agreementId,
    kind: 'university',
    level: 'pks',
    contribution: ['speakers', 'material'],
    period: { from: '2026-01-01', to: '2026-12-31' },
    documentHash: hash,
    signedBy: by,
    ...some,
  }),
];

/** As many different ids as needed. */
export const people = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);

// Evaluate.

export const planned = (some: Some<typeof EvaluationPlanned> = {}, evaluationId = 'e'): GivenEvent => [
  `evaluation-${evaluationId}`,
  EvaluationPlanned.of({
    programId: 'p',
    levels: [2, 3, 4],
    design: 'prePost',
    serviceUnits: ['loket'],
    comparisonUnits: [],
    metrics: [{ service: 'ktp-el', metric: 'waiting', guardMetric: 'error' }],
    minimumEffect: 1000,
    minimumN: 5,
    evaluatorId: 'evaluator',
    plannedOn: '2026-02-05',
    plannedBy: by,
    ...some,
  }),
];

export const impact = (
  improvement: number,
  some: Some<typeof ProgramImpactMeasured> = {},
  evaluationId = 'e',
): GivenEvent => [
  `evaluation-${evaluationId}`,
  ProgramImpactMeasured.of({
    programId: 'p',
    unitId: 'loket',
    service: 'ktp-el',
    outcome: { metric: 'waiting', before: 2400, after: 1500, beforeId: 'm1', afterId: 'm2' },
    n: 240,
    measuredBy: by,
    ...some,
    improvement,
  }),
];

export const concluded = (some: Some<typeof EvaluationConcluded> = {}, evaluationId = 'e'): GivenEvent => [
  `evaluation-${evaluationId}`,
  EvaluationConcluded.of({
    programId: 'p',
    conclusion: 'effective',
    strengths: ['antrean lebih pendek'],
    weaknesses: ['materi terlalu umum'],
    measuredLevels: [2, 3, 4],
    missingLevels: [],
    evidence: ['11111111-1111-4111-8111-111111111111'],
    design: 'prePost',
    concludedOn: '2026-07-06',
    concludedBy: { subjectId: 'evaluator' },
    ...some,
  }),
];

export const measurement = (
  measurementId: string,
  some: Some<typeof ServiceMeasurementRecorded> & { readonly period: { readonly from: string; readonly to: string } },
  unitId = 'loket',
): GivenEvent => [
  `serviceUnit-${unitId}`,
  ServiceMeasurementRecorded.of({
    measurementId,
    service: 'ktp-el',
    metric: 'waiting',
    n: 100,
    source: 'queue',
    recordedBy: by,
    ...some,
  }),
];

export const survey = (
  surveyId: string,
  some: Some<typeof SatisfactionSurveyPublished> & { readonly period: { readonly from: string; readonly to: string } },
  unitId = 'loket',
): GivenEvent => [
  `serviceUnit-${unitId}`,
  SatisfactionSurveyPublished.of({
    surveyId,
    n: 150,
    nrr: [3200, 3100, 2900, 3600, 3300, 3400, 3500, 3000, 3100],
    ikm: 8083,
    grade: 'B',
    publishedBy: by,
    ...some,
  }),
];

// The voice of the public.

export const report = (reportId: string, some: Some<typeof PublicReportReceived> = {}): GivenEvent => [
  `publicReport-${reportId}`,
  PublicReportReceived.of({
    externalRef: `LAPOR-${reportId}`,
    channel: 'sp4nLapor',
    classification: 'complaint',
    service: 'ktp-el',
    unitId: 'loket',
    topicCodes: ['waktu-tunggu'],
    receivedOn: '2026-03-02',
    receivedBy: by,
    ...some,
  }),
];

export const forum = (forumId: string, some: Some<typeof PublicForumHeld> = {}): GivenEvent => [
  `publicForum-${forumId}`,
  PublicForumHeld.of({
    date: '2026-03-05',
    place: 'Kecamatan Rekaan',
    hostId: 'camat',
    attendees: 40,
    topicCodes: ['waktu-tunggu'],
    recordedBy: by,
    ...some,
  }),
];

export const input = (forumId: string, inputId: string, some: Some<typeof PublicInputRecorded> = {}): GivenEvent => [
  `publicForum-${forumId}`,
  PublicInputRecorded.of({
    inputId,
    kind: 'complaint',
    service: 'ktp-el',
    unitId: 'loket',
    topicCodes: ['waktu-tunggu'],
    answerDue: '2026-03-25',
    recordedBy: by,
    ...some,
  }),
];
