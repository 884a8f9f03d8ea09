import {
  AssignResourcePerson,
  AttendanceRecorded,
  BatchCancelled,
  BatchCompleted,
  BatchScheduled,
  CancelBatch,
  CompleteBatch,
  ConfirmNomination,
  DecideParticipantOutcome,
  DeclineNomination,
  LearningResultRecorded,
  NominateParticipant,
  NominationConfirmed,
  NominationDeclined,
  ParticipantNominated,
  ParticipantOutcomeDecided,
  RecordAttendance,
  RecordLearningResult,
  ScheduleBatch,
} from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';
import { type Agency, type Attempt, belief } from '../agency.js';
import { office } from '../cast.js';
import { plusDays } from '../days.js';
import type { Dice } from '../dice.js';
import type { Moves } from '../play.js';
import { commitmentsTo } from './budgets.js';
import { evaluationsOf } from './evaluations.js';
import { partners } from './partners.js';
import { employees, staff } from './people.js';
import { type Program, programs } from './programs.js';

export interface Participant {
  readonly employeeId: string;
  readonly status: 'nominated' | 'confirmed' | 'declined' | 'completed' | 'notCompleted' | 'withdrawn';
  readonly attempts: number;
}

export interface Batch {
  readonly id: string;
  status: 'none' | 'scheduled' | 'completed' | 'cancelled';
  programId: string;
  evaluationId: string;
  passMark: number;
  maxAttempts: number;
  period: { readonly from: string; readonly to: string };
  sessions: readonly { readonly sessionId: string; readonly date: string; readonly minutes: number }[];
  participants: readonly Participant[];
}

const changed = (batch: Batch, employeeId: string, change: Partial<Participant>): Batch => ({
  ...batch,
  participants: [
    ...batch.participants.filter((known) => known.employeeId !== employeeId),
    {
      employeeId,
      status: 'nominated',
      attempts: 0,
      ...batch.participants.find((known) => known.employeeId === employeeId),
      ...change,
    },
  ],
});

const batchesView = projection({
  name: 'model-batches',
  version: 1,
  events: [
    BatchScheduled,
    ParticipantNominated,
    NominationConfirmed,
    NominationDeclined,
    AttendanceRecorded,
    LearningResultRecorded,
    ParticipantOutcomeDecided,
    BatchCompleted,
    BatchCancelled,
  ],
  initial: (id: string): Batch => ({
    id,
    status: 'none',
    programId: '',
    evaluationId: '',
    passMark: 0,
    maxAttempts: 0,
    period: { from: '', to: '' },
    sessions: [],
    participants: [],
  }),
  key: ({ stream }) => idOf(stream),
  on: {
    BatchScheduled: (batch, { data: { programId, evaluationId, passMark, maxAttempts, period, sessions } }): Batch => ({
      ...batch,
      status: 'scheduled',
      programId,
      evaluationId,
      passMark,
      maxAttempts,
      period,
      sessions,
    }),
    ParticipantNominated: (batch, { data }): Batch =>
      changed(batch, data.employeeId, { status: 'nominated', attempts: 0 }),
    NominationConfirmed: (batch, { data }): Batch => changed(batch, data.employeeId, { status: 'confirmed' }),
    NominationDeclined: (batch, { data }): Batch => changed(batch, data.employeeId, { status: 'declined' }),
    AttendanceRecorded: (batch): Batch => batch,
    LearningResultRecorded: (batch, { data }): Batch =>
      data.kind === 'post' ? changed(batch, data.employeeId, { attempts: data.attempt }) : batch,
    ParticipantOutcomeDecided: (batch, { data }): Batch => changed(batch, data.employeeId, { status: data.outcome }),
    BatchCompleted: (batch): Batch => ({ ...batch, status: 'completed' }),
    BatchCancelled: (batch): Batch => ({ ...batch, status: 'cancelled' }),
  },
});

/** The batches that the model knows, with their participants. */
export const batches = belief(batchesView);

export const batchesThatAre = (agency: Agency, ...statuses: readonly Batch['status'][]): readonly Batch[] =>
  batches(agency).filter(({ status }) => statuses.includes(status));

export const batchWith = (agency: Agency, id: string): Batch | undefined =>
  batches(agency).find((batch) => batch.id === id);

/** A batch of one to three sessions, some days ahead. */
export function schedule(agency: Agency, dice: Dice, program: Program): Attempt | undefined {
  const planned = evaluationsOf(agency, program.id);
  const evaluation = dice.chance(85) ? planned.at(-1) : dice.of(planned);
  const commitment = dice.of(commitmentsTo(agency, program.id));
  const partner = dice.of(partners(agency));
  if (evaluation === undefined) return undefined;
  const id = agency.newId('angkatan');
  const from = plusDays(agency.today, dice.between(2, 9));
  const days = dice.between(1, 3);
  return {
    by: office.organiser,
    to: id,
    command: ScheduleBatch({
      programId: program.id,
      period: { from, to: plusDays(from, days - 1) },
      sessions: Array.from({ length: days }, (_, day) => ({
        sessionId: `${id}-s${day + 1}`,
        date: plusDays(from, day),
        minutes: 270,
      })),
      capacity: dice.oneOf(6, 6, 5, 2),
      venue: 'Aula',
      ...(partner !== undefined && dice.chance(10) && { partnerId: partner.id }),
      ...(commitment !== undefined && {
        budget: { budgetId: commitment.budgetId, commitmentId: commitment.commitmentId },
      }),
      evaluationId: evaluation.id,
    }),
  };
}

export function teach(agency: Agency, dice: Dice, { id, sessions }: Batch): Attempt {
  const partner = dice.of(partners(agency));
  return {
    by: office.organiser,
    to: id,
    command: AssignResourcePerson({
      subjectId: dice.oneOf(office.trainer, office.trainer, 'dosen', office.evaluator, 'senior-izin'),
      origin: 'internal',
      ...(partner !== undefined && dice.chance(20) && { partnerId: partner.id }),
      sessionIds: dice.some(sessions, dice.between(1, 3)).map(({ sessionId }) => sessionId),
    }),
  };
}

export const nominate = (id: string, employeeId: string, dice: Dice): Attempt => ({
  by: dice.oneOf('head-loket', 'head-izin', office.organiser),
  to: id,
  command: NominateParticipant({ employeeId }),
});

export const confirm = (agency: Agency, id: string, employeeId: string, dice: Dice): Attempt => {
  const pppk = employees(agency).some((person) => person.id === employeeId && person.kind !== 'pns');
  return {
    by: dice.oneOf(office.planner, office.planner, office.organiser),
    to: id,
    command: ConfirmNomination({
      employeeId,
      ...((pppk ? dice.chance(92) : dice.chance(20)) && { assignmentLetterRef: `ST/${id}` }),
    }),
  };
};

export const declineNomination = (id: string, employeeId: string, dice: Dice): Attempt => {
  const by = dice.oneOf('self', 'superior');
  return {
    by: by === 'self' ? employeeId : 'head-loket',
    to: id,
    command: DeclineNomination({
      employeeId,
      by,
      reason: dice.oneOf({ code: 'workload' }, { code: 'noCareerEffect' }),
    }),
  };
};

export const attend = (id: string, employeeId: string, sessionId: string, present: boolean): Attempt => ({
  by: office.organiser,
  to: id,
  command: RecordAttendance({ employeeId, sessionId, present, minutes: present ? 270 : 0, method: 'sheet' }),
});

export const examine = (
  id: string,
  employeeId: string,
  kind: 'pre' | 'post' | 'paper',
  attempt: number,
  score: number,
): Attempt => ({
  by: office.examiner,
  to: id,
  command: RecordLearningResult({ employeeId, kind, attempt, score }),
});

export const decide = (
  id: string,
  employeeId: string,
  outcome: 'completed' | 'notCompleted' | 'withdrawn',
): Attempt => ({
  by: office.organiser,
  to: id,
  command:
    outcome === 'completed'
      ? DecideParticipantOutcome({ employeeId, outcome })
      : DecideParticipantOutcome({ employeeId, outcome, reason: { code: 'absent' } }),
});

export const complete = (id: string): Attempt => ({ by: office.organiser, to: id, command: CompleteBatch({}) });

export const cancel = (id: string, dice: Dice): Attempt => ({
  by: office.organiser,
  to: id,
  command: CancelBatch({ reason: dice.oneOf({ code: 'quorum' }, { code: 'speaker' }, { code: 'other' }) }),
});

/** A batch and somebody in it, whatever their states. */
function somebodyIn(
  agency: Agency,
  dice: Dice,
  ...statuses: readonly Participant['status'][]
): (Participant & { readonly batch: Batch }) | undefined {
  const found = batches(agency).flatMap((batch) =>
    batch.participants.filter(({ status }) => statuses.includes(status)).map((one) => ({ ...one, batch })),
  );
  return dice.of(found.slice(-15));
}

export const batchMoves: Moves = {
  'a batch is scheduled': (agency, dice) => {
    const program = dice.of(programs(agency));
    return program && schedule(agency, dice, program);
  },
  'a resource person is assigned': (agency, dice) => {
    const batch = dice.of(batches(agency));
    return batch && teach(agency, dice, batch);
  },
  'somebody is nominated': (agency, dice) => {
    const batch = dice.of(batchesThatAre(agency, 'scheduled', 'completed'));
    const person = dice.of([...employees(agency).map(({ id }) => id), office.trainer]);
    return batch && person !== undefined ? nominate(batch.id, person, dice) : undefined;
  },
  'a nomination is confirmed': (agency, dice) => {
    const found = somebodyIn(agency, dice, 'nominated', 'nominated', 'declined');
    return found && confirm(agency, found.batch.id, found.employeeId, dice);
  },
  'a nomination is declined': (agency, dice) => {
    const found = somebodyIn(agency, dice, 'nominated', 'confirmed');
    return found && declineNomination(found.batch.id, found.employeeId, dice);
  },
  'attendance is recorded': (agency, dice) => {
    const found = somebodyIn(agency, dice, 'confirmed', 'completed', 'declined');
    const session = dice.of(found?.batch.sessions ?? []);
    return found && session && attend(found.batch.id, found.employeeId, session.sessionId, dice.chance(80));
  },
  'a result is recorded': (agency, dice) => {
    const found = somebodyIn(agency, dice, 'confirmed', 'completed');
    const kind = dice.oneOf('pre', 'post', 'post', 'paper');
    return (
      found &&
      examine(found.batch.id, found.employeeId, kind, found.attempts + dice.oneOf(0, 1, 1), dice.between(4000, 9500))
    );
  },
  'an outcome is decided': (agency, dice) => {
    const found = somebodyIn(agency, dice, 'confirmed', 'completed', 'withdrawn', 'notCompleted');
    return found && decide(found.batch.id, found.employeeId, dice.oneOf('completed', 'notCompleted', 'withdrawn'));
  },
  'a batch is completed': (agency, dice) => {
    const batch = dice.of(batches(agency));
    return batch && complete(batch.id);
  },
  'a batch is cancelled': (agency, dice) => {
    const batch = dice.of(batchesThatAre(agency, 'scheduled', 'completed').slice(-3));
    return batch && cancel(batch.id, dice);
  },
};

/** Those who could take part now, in any order. */
export const candidates = (agency: Agency, dice: Dice, count: number): readonly string[] =>
  dice.some(
    staff(agency).map(({ id }) => id),
    count,
  );
