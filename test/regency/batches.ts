import {
  AttendanceRecorded,
  BatchCancelled,
  BatchCompleted,
  BatchScheduled,
  BehaviourRated,
  BudgetRealized,
  CertificateIssued,
  ExternalSyncRecorded,
  JpCredited,
  LearningResultRecorded,
  NominationConfirmed,
  NominationDeclined,
  ParticipantNominated,
  ParticipantOutcomeDecided,
  ParticipantReactionRecorded,
  ResourcePersonAssigned,
} from '@pembinaan/core';
import { atWork, DAY_MS, dateOf, dayIn, workingDay, yearOf } from './days.js';
import { type Append, newStream, type Person, type Stream } from './desk.js';
import { made } from './made.js';
import { activeEmployees, type Employee, type Evaluation, type Program, self, type Town } from './town.js';

/** A batch while it runs. */
interface Batch {
  readonly id: string;
  readonly stream: Stream;
  readonly program: Program;
  readonly evaluation: Evaluation;
  readonly days: readonly number[];
  readonly sessionIds: readonly string[];
  readonly period: { readonly from: string; readonly to: string };
  readonly seats: Map<Employee, 'nominated' | 'confirmed' | 'declined' | 'completed' | 'notCompleted'>;
  cancelled: boolean;
}

/** A day of training. */
const SESSION_MINUTES = 360;
const PROCESS: Person = { subjectId: 'process.jp-crediting', roles: ['process'] };

/** Puts the batches of a year on the agenda: each programme once, and then those again that are in demand. */
export function putBatches(town: Town, year: number): readonly Append[] {
  const { dice, agenda, programs, popularity, batchesPerYear } = town;
  for (let batch = 0; batch < batchesPerYear; batch++) {
    const program = programs[batch] ?? programs[popularity.draw(dice)];
    if (program === undefined) continue;
    const start = workingDay(dayIn(year, 3, 20) + dice.below(230));
    agenda.put(atWork(start - 30, dice.next()), () => schedule(town, program, start));
  }
  return [];
}

function schedule(town: Town, program: Program, start: number): readonly Append[] {
  const { desk, dice, officials, agenda } = town;
  const { evaluation, commitment } = program;
  if (program.status !== 'approved' || evaluation === undefined || commitment === undefined) return [];
  const id = dice.id(12);
  const days = Array.from({ length: program.sessions }, (_, session) => workingDay(start + session));
  const last = days.at(-1) ?? start;
  const batch: Batch = {
    id,
    stream: newStream('batch', id),
    program,
    evaluation,
    days,
    sessionIds: days.map(() => dice.id(10)),
    period: { from: dateOf(start), to: dateOf(last) },
    seats: new Map(),
    cancelled: false,
  };
  program.openBatches.add(id);
  const scheduled = made(BatchScheduled, {
    programId: program.id,
    form: program.form,
    jp: program.jp,
    passMark: 7000,
    maxAttempts: 2,
    period: batch.period,
    sessions: days.map((day, session) => ({
      sessionId: batch.sessionIds[session] ?? '',
      date: dateOf(day),
      minutes: SESSION_MINUTES,
    })),
    capacity: 30,
    venue: 'Aula BKPSDM (rekaan)',
    budget: { budgetId: commitment.budgetId, commitmentId: commitment.commitmentId },
    evaluationId: evaluation.id,
    scheduledBy: { subjectId: officials.organiser.subjectId },
  });
  const speaker = made(ResourcePersonAssigned, {
    programId: program.id,
    subjectId: dice.id(12),
    origin: dice.pick(['internal', 'agency', 'university']),
    sessionIds: [...batch.sessionIds],
    assignedBy: { subjectId: officials.organiser.subjectId },
  });
  for (const employee of activeEmployees(town, dice.between(18, 30))) {
    agenda.put(atWork(start - 24 + dice.below(10), dice.next()), () => nominate(town, batch, employee));
  }
  if (dice.chance(0.02)) agenda.put(atWork(start - 6, dice.next()), () => cancel(town, batch));
  agenda.put(atWork(start, 0), () => examine(town, batch, 'pre'));
  for (const [session, day] of days.entries()) {
    agenda.put(atWork(day, 0.9), () => attend(town, batch, batch.sessionIds[session] ?? '', day));
  }
  agenda.put(atWork(last, 0.95), () => examine(town, batch, 'post'));
  agenda.put(atWork(last + 2, 0), () => putOutcomes(town, batch, last));
  agenda.put(atWork(last + 14, 0.5), () => complete(town, batch));
  return [
    desk.write(batch.stream, officials.organiser, [scheduled], {
      facts: [program.stream, evaluation.stream, commitment.budget],
    }),
    desk.write(batch.stream, officials.organiser, [speaker], { facts: [evaluation.stream] }),
  ];
}

function nominate(town: Town, batch: Batch, employee: Employee): readonly Append[] {
  const { desk, dice, agenda } = town;
  if (batch.cancelled || employee.gone) return [];
  const { head, id: unitId } = employee.unit;
  batch.seats.set(employee, 'nominated');
  const nominated = made(ParticipantNominated, {
    programId: batch.program.id,
    employeeId: employee.id,
    unitId,
    period: batch.period,
    nominatedBy: { subjectId: head.subjectId },
  });
  const start = batch.days[0] ?? 0;
  agenda.put(atWork(start - 12 + dice.below(5), dice.next()), () => answer(town, batch, employee));
  return [desk.write(batch.stream, head, [nominated], { facts: [employee.stream, batch.program.stream] })];
}

function answer(town: Town, batch: Batch, employee: Employee): readonly Append[] {
  const { desk, dice, officials } = town;
  if (batch.cancelled) return [];
  const { program, stream } = batch;
  if (employee.gone || dice.chance(0.08)) {
    batch.seats.set(employee, 'declined');
    const declined = made(NominationDeclined, {
      programId: program.id,
      employeeId: employee.id,
      unitId: employee.unit.id,
      by: employee.gone ? 'bkpsdm' : 'self',
      reason: { code: employee.gone ? 'separated' : dice.pick(['workload', 'noCareerEffect', 'distance', 'oldWayOk']) },
      declinedBy: { subjectId: employee.id },
    });
    return [desk.write(stream, self(employee), [declined])];
  }
  batch.seats.set(employee, 'confirmed');
  const confirmed = made(NominationConfirmed, {
    programId: program.id,
    employeeId: employee.id,
    form: program.form,
    jp: program.jp,
    period: batch.period,
    ...(employee.kind === 'pppk' && { assignmentLetterRef: `ST-${dice.between(100, 999)}` }),
    aboveCeiling: false,
    confirmedBy: { subjectId: officials.planner.subjectId },
  });
  return [desk.write(stream, officials.planner, [confirmed], { facts: [employee.stream] })];
}

function cancel({ desk, dice, officials }: Town, batch: Batch): readonly Append[] {
  batch.cancelled = true;
  batch.program.openBatches.delete(batch.id);
  const cancelled = made(BatchCancelled, {
    programId: batch.program.id,
    reason: { code: dice.pick(['quorum', 'speaker', 'budget']) },
    participants: [...batch.seats].flatMap(([{ id }, seat]) => (seat === 'declined' ? [] : [id])),
    cancelledBy: { subjectId: officials.organiser.subjectId },
  });
  return [desk.write(batch.stream, officials.organiser, [cancelled])];
}

/** The scores of a test of the whole batch: one sheet. */
function examine({ desk, dice, officials }: Town, batch: Batch, kind: 'pre' | 'post'): readonly Append[] {
  const least = kind === 'pre' ? 35 : 60;
  const scores = confirmed(batch).map((employee) =>
    made(LearningResultRecorded, {
      programId: batch.program.id,
      employeeId: employee.id,
      kind,
      attempt: 1,
      score: dice.between(least, least + 40) * 100,
      examinedBy: { subjectId: officials.examiner.subjectId },
    }),
  );
  return scores.length === 0
    ? []
    : [desk.write(batch.stream, officials.examiner, scores, { facts: [batch.program.stream] })];
}

/** The attendance of the whole batch at a session: one sheet, in which one line may be corrected the next day. */
function attend(town: Town, batch: Batch, sessionId: string, day: number): readonly Append[] {
  const { desk, dice, officials, agenda } = town;
  const { organiser } = officials;
  const line = (employee: Employee, present: boolean) =>
    made(AttendanceRecorded, {
      programId: batch.program.id,
      employeeId: employee.id,
      sessionId,
      present,
      minutes: present ? SESSION_MINUTES : 0,
      method: dice.chance(0.7) ? 'qr' : 'sheet',
      recordedBy: { subjectId: organiser.subjectId },
    });
  const people = confirmed(batch);
  if (people.length === 0) return [];
  const presences = people.map(() => dice.chance(0.95));
  const sheet = desk.write(
    batch.stream,
    organiser,
    people.map((employee, index) => line(employee, presences[index] ?? true)),
  );
  const wrong = presences.indexOf(false);
  const employee = people[wrong];
  const eventId = sheet.events[wrong]?.id;
  if (employee !== undefined && eventId !== undefined && dice.chance(0.1)) {
    agenda.put(atWork(day + 1, 0.2), () => [
      desk.write(batch.stream, organiser, [line(employee, true)], {
        corrects: { eventId, reason: 'hadir, tetapi tidak memindai kode' },
      }),
    ]);
  }
  return [sheet];
}

function putOutcomes(town: Town, batch: Batch, last: number): readonly Append[] {
  const { agenda, dice } = town;
  for (const employee of confirmed(batch)) {
    agenda.put(atWork(last + 2 + dice.below(5), dice.next()), () => decide(town, batch, employee, last));
    if (dice.chance(0.6)) agenda.put(atWork(last + 1 + dice.below(7), dice.next()), () => react(town, batch));
    for (const raterKind of ['self', 'superior', 'peer'] as const) {
      if (dice.chance(0.4)) {
        agenda.put(atWork(last + 90 + dice.below(60), dice.next()), () => rate(town, batch, employee, raterKind));
      }
    }
  }
  return [];
}

/** Whether a participant completed; who did is credited the JP by the process, and gets a certificate. */
function decide(town: Town, batch: Batch, employee: Employee, last: number): readonly Append[] {
  const { desk, dice, officials, agenda } = town;
  const { program } = batch;
  const completes = dice.chance(0.93);
  batch.seats.set(employee, completes ? 'completed' : 'notCompleted');
  const outcome = made(ParticipantOutcomeDecided, {
    programId: program.id,
    employeeId: employee.id,
    outcome: completes ? 'completed' : 'notCompleted',
    ...(!completes && { reason: { code: dice.pick(['absent', 'belowPassMark']) } }),
    attendanceShare: completes ? 10_000 : 5000,
    bestScore: dice.between(completes ? 70 : 40, completes ? 100 : 69) * 100,
    decidedBy: { subjectId: officials.organiser.subjectId },
  });
  const decided = desk.write(batch.stream, officials.organiser, [outcome]);
  const [event] = decided.events;
  if (!completes || event === undefined) return [decided];

  const year = yearOf(last);
  const ledger = ledgerOf(employee, year);
  const credited = made(JpCredited, {
    employeeId: employee.id,
    year,
    source: { kind: 'batch', batchId: batch.id },
    form: program.form,
    activityDate: dateOf(last),
    jpRaw: program.jp,
    jpCredited: program.jp,
    verifiedBy: { subjectId: PROCESS.subjectId },
  });
  if (dice.chance(0.9))
    agenda.put(atWork(last + 9 + dice.below(10), dice.next()), () => certify(town, batch, employee));
  return [
    decided,
    desk.write(ledger, PROCESS, [credited], {
      facts: [batch.stream],
      follows: {
        eventId: event.id,
        correlationId: event.metadata.correlationId,
        commandId: `jp-crediting/${event.id}/CreditJp/${employee.id}-${year}/${employee.id}`,
      },
    }),
  ];
}

function certify(town: Town, batch: Batch, employee: Employee): readonly Append[] {
  const { desk, dice, officials, agenda } = town;
  const { records } = officials;
  const stream = newStream('certificate', dice.id(12));
  const issued = made(CertificateIssued, {
    employeeId: employee.id,
    programId: batch.program.id,
    batchId: batch.id,
    number: `${dice.between(1000, 9999)}/${batch.id}`,
    issuer: 'BKPSDM Kabupaten Rekaan',
    form: batch.program.form,
    jp: batch.program.jp,
    period: batch.period,
    documentHash: dice.hash(),
    issuedBy: { subjectId: records.subjectId },
  });
  const append = desk.write(stream, records, [issued], { facts: [batch.stream] });
  const eventId = append.events[0]?.id;
  if (eventId !== undefined && dice.chance(0.35)) {
    const today = Math.floor(desk.moment / DAY_MS);
    agenda.put(atWork(today + 1 + dice.below(5), dice.next()), () => {
      const sent = made(ExternalSyncRecorded, {
        system: 'siasn',
        direction: 'sent',
        what: 'kursus',
        eventId,
        employeeId: employee.id,
        externalRef: `siasn-${dice.id(10)}`,
        outcome: dice.chance(0.96) ? 'accepted' : 'rejected',
        differingFields: [],
        recordedBy: { subjectId: officials.secretary.subjectId },
      });
      const month = dateOf(Math.floor(desk.moment / DAY_MS)).slice(0, 7);
      return [desk.write(syncIn(town, month), officials.secretary, [sent])];
    });
  }
  return [append];
}

function react({ desk, dice, officials }: Town, batch: Batch): readonly Append[] {
  const score = (): number => dice.between(2, 4);
  const reaction = made(ParticipantReactionRecorded, {
    programId: batch.program.id,
    batchId: batch.id,
    respondentToken: dice.hash(),
    scores: { speaker: score(), material: score(), organiser: score(), facility: score() },
    recordedBy: { subjectId: officials.secretary.subjectId },
  });
  return [desk.write(batch.evaluation.stream, officials.secretary, [reaction], { facts: [batch.stream] })];
}

function rate(
  { desk, dice }: Town,
  batch: Batch,
  employee: Employee,
  raterKind: 'self' | 'superior' | 'peer',
): readonly Append[] {
  if (employee.gone) return [];
  const rater: Person =
    raterKind === 'self'
      ? self(employee)
      : raterKind === 'superior'
        ? employee.unit.head
        : { subjectId: dice.id(12), roles: ['pegawai'] };
  const rated = made(BehaviourRated, {
    programId: batch.program.id,
    batchId: batch.id,
    ratingId: dice.id(12),
    employeeId: employee.id,
    raterKind,
    ratings: (['M05', 'akuntabel'] as const).map((of) => ({ of, score: dice.between(2, 5) })),
    ratedOn: dateOf(Math.floor(desk.moment / DAY_MS)),
    ratedBy: { subjectId: rater.subjectId },
  });
  const append = desk.write(batch.evaluation.stream, rater, [rated], {
    facts: [batch.program.stream, batch.stream, employee.stream],
  });
  const eventId = append.events[0]?.id;
  if (eventId !== undefined && batch.evaluation.evidence.length < 5) batch.evaluation.evidence.push(eventId);
  return [append];
}

function complete({ desk, dice, officials }: Town, batch: Batch): readonly Append[] {
  const { program } = batch;
  if (batch.cancelled || program.commitment === undefined) return [];
  program.openBatches.delete(batch.id);
  const seats = [...batch.seats.values()];
  const taken = seats.filter((seat) => seat !== 'declined').length;
  const amount = dice.between(2, 8) * 1_000_000;
  const realized = made(BudgetRealized, {
    commitmentId: program.commitment.commitmentId,
    programId: program.id,
    amount,
    documentRef: `SP2D-${dice.id(10)}`,
    realizedBy: { subjectId: officials.records.subjectId },
  });
  const completed = made(BatchCompleted, {
    programId: program.id,
    counts: {
      nominated: seats.length,
      declined: seats.length - taken,
      confirmed: taken,
      attended: taken,
      completed: seats.filter((seat) => seat === 'completed').length,
    },
    realisedCost: amount,
    completedBy: { subjectId: officials.organiser.subjectId },
  });
  return [
    desk.write(program.commitment.budget, officials.records, [realized]),
    desk.write(batch.stream, officials.organiser, [completed], { facts: [program.commitment.budget] }),
  ];
}

/** The ledger of a person in a year. */
export function ledgerOf(employee: Employee, year: number): Stream {
  let ledger = employee.ledgers.get(year);
  if (ledger === undefined) {
    ledger = newStream('jpLedger', `${employee.id}-${year}`);
    employee.ledgers.set(year, ledger);
  }
  return ledger;
}

function confirmed(batch: Batch): readonly Employee[] {
  if (batch.cancelled) return [];
  return [...batch.seats].flatMap(([employee, seat]) => (seat === 'confirmed' ? [employee] : []));
}

/** What is exchanged with the national system in a month has a stream of its own. */
function syncIn({ syncs }: Town, month: string): Stream {
  let stream = syncs.get(month);
  if (stream === undefined) {
    stream = newStream('sync', `siasn-${month}`);
    syncs.set(month, stream);
  }
  return stream;
}
