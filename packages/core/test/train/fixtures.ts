import { type DomainEvent, type EventStore, eventId } from '@pembinaan/event-sourcing';
import type * as z from 'zod';
import { EvaluationPlanned } from '../../src/evaluate/evaluation/events.js';
import { PolicyFigures, PolicyVersionAdopted } from '../../src/governance/policy/index.js';
import { LearningCommunityFormed, LearningCommunityMet } from '../../src/mentor/learning-community/events.js';
import {
  MentoringSessionConfirmed,
  MentoringSessionRecorded,
  MentorshipProposed,
} from '../../src/mentor/mentorship/events.js';
import { PartnerAgreementSigned } from '../../src/partners/partner/events.js';
import { EmployeePlaced, EmployeeRegistered, EmployeeSeparated } from '../../src/people/employee/events.js';
import { BudgetCommitted, BudgetRealized } from '../../src/plan/budget/events.js';
import {
  DevelopmentPlanDrafted,
  DevelopmentPlanEstablished,
  DevelopmentPlanSubmitted,
  PlanItemAdded,
} from '../../src/plan/development-plan/events.js';
import {
  AttendanceRecorded,
  BatchCancelled,
  BatchCompleted,
  BatchScheduled,
  LearningResultRecorded,
  NominationConfirmed,
  NominationDeclined,
  ParticipantNominated,
  ParticipantOutcomeDecided,
  ResourcePersonAssigned,
} from '../../src/train/batch/events.js';
import { CertificateIssued, CertificateRevoked } from '../../src/train/certificate/events.js';
import { JpClaimRejected, JpClaimSubmitted } from '../../src/train/jp-ledger/events.js';
import { LearningMaterialPublished, ProgramApproved, ProgramDesigned } from '../../src/train/program/events.js';
import { WorkplaceLearningAssigned, WorkplaceLearningCompleted } from '../../src/train/workplace-learning/events.js';
import { adoption, decreeOf, HASH, noonOf } from '../governance/fixtures.js';

/** What may be said differently about an event of the past. */
type Details<E extends { of: (plain: never) => unknown }> = Partial<Parameters<E['of']>[0]>;

const by = (subjectId: string) => ({ subjectId });

/** The hash of an invented document. */
export function hashOf(letter: string): string {
  return letter.repeat(64);
}

// --- the plan: one item, established ---

const item = {
  itemId: 'item-1',
  needIds: ['need-1'],
  form: 'KL03' as const,
  target: 'individual' as const,
  participantsPlanned: 30,
  jp: 2000,
  cost: 25_000_000,
  impactIndicator: 'Shorter waiting at the counters',
  learningModel: 'formal10' as const,
};
const draft = [
  DevelopmentPlanDrafted.of({ year: 2026, agencyId: 'agency-1', draftedBy: by('planner-1') }),
  PlanItemAdded.of({ item, addedBy: by('planner-1') }),
];
export const submittedPlan = [
  ...draft,
  DevelopmentPlanSubmitted.of({
    contentHash: HASH,
    totals: { items: 1, participants: 30, cost: 25_000_000 },
    submittedBy: by('planner-1'),
  }),
];
export const establishedPlan = [
  ...submittedPlan,
  DevelopmentPlanEstablished.of({
    contentHash: HASH,
    decree: decreeOf('2025-12-20'),
    validity: { from: '2026-01-01', to: '2026-12-31' },
    establishedBy: by('ppk-1'),
  }),
];

// --- the programme: technical training for counter clerks, 20 JP ---

export const design = {
  name: 'Civil registry at the counter',
  track: 'full' as const,
  planItem: { planId: 'plan-1', itemId: 'item-1' },
  form: 'KL03' as const,
  competencies: [{ code: 'M05', targetLevel: 3 }],
  jp: 2000,
  estimatedCost: 25_000_000,
  needsLeaveOfDuty: true,
  certificate: 'attendance' as const,
  passMark: 7000,
  maxAttempts: 3,
  valueTags: ['kompeten' as const],
};
export const designed = (details: Details<typeof ProgramDesigned> = {}) =>
  ProgramDesigned.of({ ...design, designedBy: by('designer-1'), ...details });
export const approved = ProgramApproved.of({ track: 'full', approvedBy: by('ppk-1') });
export const freeOfCost = { estimatedCost: 0 };

/** A version of a module; its document is told from others by one letter. */
export const material = {
  materialId: 'module-1',
  title: 'Family cards at the counter',
  kind: 'module' as const,
  public: false,
  sha256: hashOf('1'),
  validityStatement: 'Follows the regulation of 2026',
};
export const materialPublished = (version: number, details: Details<typeof LearningMaterialPublished> = {}) =>
  LearningMaterialPublished.of({
    ...material,
    version,
    sha256: hashOf(String(version)),
    publishedBy: by('designer-1'),
    ...details,
  });

// --- what a batch rests on ---

export const evaluationPlanned = (details: Details<typeof EvaluationPlanned> = {}) =>
  EvaluationPlanned.of({
    programId: 'program-1',
    levels: [2, 3],
    design: 'prePost',
    serviceUnits: ['unit-registry'],
    comparisonUnits: [],
    metrics: [],
    minimumEffect: 1000,
    minimumN: 5,
    evaluatorId: 'evaluator-1',
    plannedOn: '2026-05-01',
    plannedBy: by('planner-1'),
    ...details,
  });

export const committed = (details: Details<typeof BudgetCommitted> = {}) =>
  BudgetCommitted.of({
    commitmentId: 'commitment-1',
    planId: 'plan-1',
    planItemId: 'item-1',
    programId: 'program-1',
    amount: 25_000_000,
    committedBy: by('treasurer-1'),
    ...details,
  });
export const spent = (amount: number) =>
  BudgetRealized.of({
    commitmentId: 'commitment-1',
    programId: 'program-1',
    amount,
    documentRef: 'SP2D 017/2026',
    realizedBy: by('treasurer-2'),
  });

export const agreement = (level: 'mou' | 'pks', from: string, to: string) =>
  PartnerAgreementSigned.of({
    agreementId: `${level}-${from}`,
    kind: 'university',
    level,
    contribution: ['speakers'],
    period: { from, to },
    documentHash: HASH,
    signedBy: by('ppk-1'),
  });

// --- a batch of four sessions, Monday to Thursday, three weeks before the clock of the tests ---

const sessionOn = (sessionId: string, date: string) => ({ sessionId, date, minutes: 180 });
export const schedule = {
  programId: 'program-1',
  period: { from: '2026-05-11', to: '2026-05-15' },
  sessions: [
    sessionOn('s1', '2026-05-11'),
    sessionOn('s2', '2026-05-12'),
    sessionOn('s3', '2026-05-13'),
    sessionOn('s4', '2026-05-14'),
  ],
  capacity: 30,
  venue: 'Training hall',
  budget: { budgetId: 'budget-1', commitmentId: 'commitment-1' },
  evaluationId: 'evaluation-1',
};
export const scheduled = (details: Details<typeof BatchScheduled> = {}) =>
  BatchScheduled.of({
    ...schedule,
    form: 'KL03',
    jp: 2000,
    passMark: 7000,
    maxAttempts: 3,
    scheduledBy: by('organiser-1'),
    ...details,
  });

export const taughtBy = (subjectId: string) =>
  ResourcePersonAssigned.of({
    programId: 'program-1',
    subjectId,
    origin: 'university',
    sessionIds: ['s1'],
    assignedBy: by('organiser-1'),
  });

export const nominated = (employeeId: string, details: Details<typeof ParticipantNominated> = {}) =>
  ParticipantNominated.of({
    programId: 'program-1',
    employeeId,
    unitId: 'unit-registry',
    period: schedule.period,
    nominatedBy: by('head-1'),
    ...details,
  });
export const confirmed = (employeeId: string, details: Details<typeof NominationConfirmed> = {}) =>
  NominationConfirmed.of({
    programId: 'program-1',
    employeeId,
    form: 'KL03',
    jp: 2000,
    period: schedule.period,
    aboveCeiling: false,
    confirmedBy: by('organiser-1'),
    ...details,
  });
export const takesPart = (employeeId: string) => [nominated(employeeId), confirmed(employeeId)];
export const declined = (employeeId: string) =>
  NominationDeclined.of({
    programId: 'program-1',
    employeeId,
    unitId: 'unit-registry',
    by: 'self',
    reason: { code: 'workload' },
    declinedBy: by(employeeId),
  });
export const attended = (employeeId: string, sessionId: string, minutes = 180) =>
  AttendanceRecorded.of({
    programId: 'program-1',
    employeeId,
    sessionId,
    present: minutes > 0,
    minutes,
    method: 'sheet',
    recordedBy: by('recorder-1'),
  });
export const attendedAll = (employeeId: string) =>
  schedule.sessions.map(({ sessionId }) => attended(employeeId, sessionId));
export const scored = (employeeId: string, kind: 'pre' | 'post' | 'paper', attempt: number, score: number) =>
  LearningResultRecorded.of({
    programId: 'program-1',
    employeeId,
    kind,
    attempt,
    score,
    examinedBy: by('examiner-1'),
  });
export const outcome = (
  employeeId: string,
  kind: 'completed' | 'notCompleted' | 'withdrawn',
  details: Details<typeof ParticipantOutcomeDecided> = {},
) =>
  ParticipantOutcomeDecided.of({
    programId: 'program-1',
    employeeId,
    outcome: kind,
    attendanceShare: 10_000,
    decidedBy: by('organiser-1'),
    ...(kind !== 'completed' && { reason: { code: 'absent' as const } }),
    ...details,
  });
export const batchCancelled = BatchCancelled.of({
  programId: 'program-1',
  reason: { code: 'budget' },
  participants: ['employee-1'],
  cancelledBy: by('organiser-1'),
});
export const batchCompleted = BatchCompleted.of({
  programId: 'program-1',
  counts: { nominated: 1, declined: 0, confirmed: 1, attended: 1, completed: 1 },
  realisedCost: 0,
  completedBy: by('organiser-1'),
});

// --- certificates ---

export const certificateIssued = (details: Details<typeof CertificateIssued> = {}) =>
  CertificateIssued.of({
    employeeId: 'employee-1',
    programId: 'program-1',
    batchId: 'batch-1',
    number: '017/PKP/2026',
    issuer: 'BKPSDM',
    form: 'KL03',
    jp: 2000,
    period: schedule.period,
    documentHash: HASH,
    issuedBy: by('issuer-1'),
    ...details,
  });
export const certificateRevoked = (details: Details<typeof CertificateRevoked> = {}) =>
  CertificateRevoked.of({
    employeeId: 'employee-1',
    programId: 'program-1',
    batchId: 'batch-1',
    reason: { code: 'issuedInError' },
    revokedBy: by('head-1'),
    ...details,
  });

// --- claims of JP ---

/** Self-study of an hour and a half in the evening of 4 May 2026. */
export const claim = {
  claimId: 'claim-1',
  employeeId: 'employee-1',
  form: 'NKL09' as const,
  days: [{ date: '2026-05-04', minutes: 90 }],
  international: false,
  evidenceHash: hashOf('e'),
  inWorkingHours: false,
};
export const claimed = (details: Details<typeof JpClaimSubmitted> = {}) =>
  JpClaimSubmitted.of({ ...claim, year: 2026, submittedBy: by('employee-1'), ...details });
export const claimRejected = (details: Details<typeof JpClaimRejected> = {}) =>
  JpClaimRejected.of({
    claimId: 'claim-1',
    employeeId: 'employee-1',
    evidenceHash: claim.evidenceHash,
    reason: { code: 'evidenceUnclear' },
    rejectedBy: by('verifier-1'),
    ...details,
  });

// --- a learning community ---

export const communityFormed = LearningCommunityFormed.of({
  name: 'Counter clerks of the sub-districts',
  positionFamily: 'pelaksana',
  coordinatorId: 'employee-9',
  sponsorUnitId: 'unit-registry',
  topicCodes: ['queue'],
  formedOn: '2026-01-05',
  formedBy: by('clerk-1'),
});
export const communityMet = (details: Details<typeof LearningCommunityMet> = {}) =>
  LearningCommunityMet.of({
    meetingId: 'meeting-1',
    date: '2026-05-04',
    minutes: 90,
    attendees: ['employee-1', 'employee-2'],
    units: ['unit-registry'],
    topicCodes: ['queue'],
    recordedBy: by('clerk-1'),
    ...details,
  });

// --- learning at a workplace: an internship of a month at a university ---

export const internship = {
  employeeId: 'employee-1',
  form: 'NKL12' as const,
  host: { kind: 'partner' as const, partnerId: 'partner-1' },
  hostMentorId: 'lecturer-1',
  period: { from: '2026-04-01', to: '2026-04-30' },
  objectives: ['Run a counter without queue tickets'],
  international: false,
};
export const assignedTo = (details: Details<typeof WorkplaceLearningAssigned> = {}) =>
  WorkplaceLearningAssigned.of({ ...internship, jp: 2000, aboveCeiling: false, assignedBy: by('head-1'), ...details });
export const workplaceCompleted = (details: Details<typeof WorkplaceLearningCompleted> = {}) =>
  WorkplaceLearningCompleted.of({
    employeeId: 'employee-1',
    form: 'NKL12',
    international: false,
    outcome: 'completed',
    on: '2026-04-30',
    reportHash: HASH,
    lessons: ['Appointments halve the queue'],
    hostConfirmation: 'Univ. 12/2026',
    completedBy: by('head-1'),
    ...details,
  });
export const workplaceStopped = (details: Details<typeof WorkplaceLearningCompleted> = {}) =>
  WorkplaceLearningCompleted.of({
    employeeId: 'employee-1',
    form: 'NKL12',
    international: false,
    outcome: 'stopped',
    reason: { code: 'recalled' },
    on: '2026-04-10',
    lessons: [],
    completedBy: by('head-1'),
    ...details,
  });

// --- people ---

export const pns = EmployeeRegistered.of({ kind: 'pns', numberHash: HASH, registeredBy: by('clerk-1') });
export const pppk = (kind: 'pppk' | 'pppkPartTime' = 'pppk', from = '2025-03-01') =>
  EmployeeRegistered.of({
    kind,
    numberHash: HASH,
    contract: { from, to: '2030-02-28' },
    registeredBy: by('clerk-1'),
  });
/** As an import of old data may have left it. */
export const pppkWithoutContract = EmployeeRegistered.of({
  kind: 'pppk',
  numberHash: HASH,
  registeredBy: by('clerk-1'),
});
export const placedIn = (unitId: string, from = '2026-01-05') =>
  EmployeePlaced.of({
    position: 'Counter clerk',
    positionKind: 'pelaksana',
    standardId: 'standard-1',
    unitId,
    from,
    decree: decreeOf('2026-01-02'),
    placedBy: by('clerk-1'),
  });
export const leaves = (on: string) => EmployeeSeparated.of({ kind: 'retired', on, recordedBy: by('clerk-1') });

// --- the policy with other figures ---

export const figures = adoption.figures;
export const adoptedWith = (changes: Partial<z.input<typeof PolicyFigures>>, effectiveFrom = '2026-01-01') =>
  PolicyVersionAdopted.of({
    ...adoption,
    version: `changed-${effectiveFrom}`,
    effectiveFrom,
    figures: PolicyFigures.parse({ ...figures, ...changes }),
    adoptedBy: by('ppk-1'),
  });
/** A figure with another value, set by the agency. */
export const set = <V>(value: V) => ({ value, basis: 'A test', certainty: 'agency' as const });

// --- a mentorship ---

export const mentorship = (kind: 'mentoring' | 'coaching' | 'onTheJob' = 'mentoring') =>
  MentorshipProposed.of({
    mentorId: 'mentor-1',
    menteeId: 'employee-1',
    kind,
    competencies: ['M05'],
    goals: [{ goalId: 'goal-1', topicCode: 'queue' }],
    period: { from: '2026-01-01', to: '2026-12-31' },
    proposedBy: by('head-1'),
  });
export const met = (sessionId: string, date: string) =>
  MentoringSessionRecorded.of({
    mentorId: 'mentor-1',
    menteeId: 'employee-1',
    sessionId,
    date,
    minutes: 60,
    topicCodes: ['queue'],
    goalProgress: [],
    recordedBy: by('mentor-1'),
  });
export const agreedOn = (sessionId: string, date: string, agreed = true) =>
  MentoringSessionConfirmed.of({
    mentorId: 'mentor-1',
    menteeId: 'employee-1',
    sessionId,
    date,
    agreed,
    confirmedBy: by('employee-1'),
  });

// --- a store with a past, where no test kit tells it ---

/** Writes the events of a stream as they are, without a decision. */
export async function tell(store: EventStore, stream: string, events: readonly DomainEvent[]): Promise<void> {
  const commandId = `told-${stream}`;
  await store.append(
    stream,
    events.map(({ type, data }, index) => ({
      id: eventId(commandId, index),
      type,
      schemaVersion: 1,
      occurredAt: noonOf('2026-01-01'),
      data,
      metadata: {
        actor: { subjectId: 'clerk-1', roles: [] },
        correlationId: commandId,
        causationId: commandId,
        commandId,
        facts: [],
        salt: 'AAAAAAAAAAAAAAAAAAAAAA',
      },
    })),
    'none',
  );
}
