import {
  JpClaimRejected,
  JpClaimSubmitted,
  JpCredited,
  LearningCommunityFormed,
  LearningCommunityMet,
  WorkplaceLearningAssigned,
  WorkplaceLearningCompleted,
} from '@pembinaan/core';
import { ledgerOf } from './batches.js';
import { atWork, DAY_MS, dateOf, dayIn } from './days.js';
import { type Append, newStream, type Stream } from './desk.js';
import { made } from './made.js';
import { activeEmployee, activeEmployees, self, type Town } from './town.js';
import { TOPICS } from './words.js';

/** What is learnt outside of batches in a year: self-study that is claimed, communities that meet, work elsewhere. */
export function putLearning(town: Town, year: number): void {
  const { agenda, dice } = town;
  const size = town.activity.ranks;
  for (let claim = 0; claim < Math.round(size * 1.8); claim++) {
    agenda.put(atWork(dayIn(year, 1, 20) + dice.below(300), dice.next()), () => study(town, year));
  }
  for (let community = 0; community < Math.max(1, Math.round(size / 250)); community++) {
    agenda.put(atWork(dayIn(year, 1, 20) + dice.below(20), dice.next()), () => form(town, year));
  }
  for (let stay = 0; stay < Math.round(size * 0.03); stay++) {
    agenda.put(atWork(dayIn(year, 3, 1) + dice.below(180), dice.next()), () => send(town));
  }
}

/** Self-study: claimed by the person, verified by somebody else some days later. */
function study(town: Town, year: number): readonly Append[] {
  const { desk, dice, officials, agenda } = town;
  const { verifier } = officials;
  const employee = activeEmployee(town);
  const ledger = ledgerOf(employee, year);
  const claimId = dice.id(12);
  const today = Math.floor(desk.moment / DAY_MS);
  const evidenceHash = dice.hash();
  const submitted = made(JpClaimSubmitted, {
    claimId,
    employeeId: employee.id,
    year,
    form: 'NKL09',
    days: [{ date: dateOf(today), minutes: dice.pick([45, 90, 135]) }],
    international: false,
    evidenceHash,
    inWorkingHours: true,
    ...(employee.kind === 'pppk' && { permissionRef: `izin-${dice.id(6)}` }),
    submittedBy: { subjectId: employee.id },
  });
  agenda.put(atWork(today + dice.between(2, 20), dice.next()), () => {
    if (dice.chance(0.08)) {
      const rejected = made(JpClaimRejected, {
        claimId,
        employeeId: employee.id,
        evidenceHash,
        reason: { code: 'evidenceUnclear' },
        rejectedBy: { subjectId: verifier.subjectId },
      });
      return [desk.write(ledger, verifier, [rejected])];
    }
    const credited = made(JpCredited, {
      employeeId: employee.id,
      year,
      source: { kind: 'claim', claimId },
      form: 'NKL09',
      activityDate: dateOf(today),
      jpRaw: 300,
      jpCredited: 200,
      capApplied: { per: 'day', unit: 'jp', value: 200 },
      verifiedBy: { subjectId: verifier.subjectId },
    });
    return [desk.write(ledger, verifier, [credited], { facts: [employee.stream] })];
  });
  return [desk.write(ledger, self(employee), [submitted], { facts: [employee.stream] })];
}

/** A community of practice, which meets each month of its year. */
function form(town: Town, year: number): readonly Append[] {
  const { desk, dice, officials, agenda, units } = town;
  const { planner } = officials;
  const stream = newStream('learningCommunity', dice.id(12));
  const today = Math.floor(desk.moment / DAY_MS);
  const formed = made(LearningCommunityFormed, {
    name: `Komunitas belajar ${dice.between(1, 99)}/${year}`,
    positionFamily: 'mixed',
    coordinatorId: activeEmployee(town).id,
    sponsorUnitId: dice.pick(units).id,
    topicCodes: [dice.pick(TOPICS)],
    formedOn: dateOf(today),
    formedBy: { subjectId: planner.subjectId },
  });
  for (let month = 2; month <= 12; month++) {
    agenda.put(atWork(dayIn(year, month, 4 + dice.below(20)), 0.8), () => meet(town, stream));
  }
  return [desk.write(stream, planner, [formed])];
}

function meet(town: Town, stream: Stream): readonly Append[] {
  const { desk, dice, officials } = town;
  const { secretary } = officials;
  const attendees = activeEmployees(town, dice.between(6, 18));
  if (attendees.length < 2) return [];
  const met = made(LearningCommunityMet, {
    meetingId: dice.id(12),
    date: dateOf(Math.floor(desk.moment / DAY_MS)),
    minutes: 90,
    attendees: attendees.map(({ id }) => id),
    units: [...new Set(attendees.map(({ unit }) => unit.id))],
    topicCodes: [dice.pick(TOPICS)],
    recordedBy: { subjectId: secretary.subjectId },
  });
  return [desk.write(stream, secretary, [met], { facts: attendees.map((employee) => employee.stream) })];
}

/** A stay at another unit in order to learn. */
function send(town: Town): readonly Append[] {
  const { desk, dice, officials, agenda, units } = town;
  const { planner } = officials;
  const employee = activeEmployee(town);
  const stream = newStream('workplaceLearning', dice.id(12));
  const today = Math.floor(desk.moment / DAY_MS);
  const host = dice.pick(units);
  const assigned = made(WorkplaceLearningAssigned, {
    employeeId: employee.id,
    unitId: employee.unit.id,
    form: 'NKL12',
    host: { kind: 'unit', unitId: host.id },
    hostMentorId: activeEmployee(town).id,
    period: { from: dateOf(today + 5), to: dateOf(today + 35) },
    objectives: ['memahami alur layanan di unit lain'],
    international: false,
    jp: 2000,
    assignmentLetterRef: `ST-${dice.id(6)}`,
    aboveCeiling: false,
    assignedBy: { subjectId: planner.subjectId },
  });
  agenda.put(atWork(today + 37, dice.next()), () => {
    const completed = made(WorkplaceLearningCompleted, {
      employeeId: employee.id,
      form: 'NKL12',
      international: false,
      outcome: 'completed',
      on: dateOf(today + 35),
      reportHash: dice.hash(),
      lessons: ['satu lembar syarat untuk setiap layanan'],
      hostConfirmation: `SK-${dice.id(6)}`,
      completedBy: { subjectId: host.head.subjectId },
    });
    return [desk.write(stream, host.head, [completed])];
  });
  return [desk.write(stream, planner, [assigned], { facts: [employee.stream] })];
}
