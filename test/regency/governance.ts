import {
  AuditFindingClosed,
  AuditFindingRaised,
  ChangeResistanceObserved,
  ChangeSupportGiven,
  DataSubjectRequestDecided,
  LeadershipInvolvementRecorded,
} from '@pembinaan/core';
import { atWork, DAY_MS, dateOf, dayIn } from './days.js';
import { type Append, newStream, type Stream } from './desk.js';
import { made } from './made.js';
import { activeEmployee, type Town, type Unit } from './town.js';
import { TOPICS } from './words.js';

/** What leaders, auditors and the data protection officer do in a year. */
export function putGovernance(town: Town, year: number): void {
  const { agenda, dice, units } = town;
  const size = town.activity.ranks;
  const put = (times: number, task: () => readonly Append[]): void => {
    for (let time = 0; time < Math.max(1, Math.round(times)); time++) {
      agenda.put(atWork(dayIn(year, 1, 20) + dice.below(320), dice.next()), task);
    }
  };
  for (const unit of units) {
    const leadership = newStream('leadership', `${unit.head.subjectId}-${year}`);
    put(8, () => involve(town, unit, leadership));
    if (dice.chance(0.3)) {
      const support = newStream('changeSupport', `${unit.id}-${year}`);
      put(1, () => observe(town, unit, support));
    }
  }
  put(size * 0.003, () => find(town));
  put(size * 0.004, () => request(town));
}

function involve({ desk, dice, officials }: Town, unit: Unit, stream: Stream): readonly Append[] {
  const { secretary } = officials;
  const involved = made(LeadershipInvolvementRecorded, {
    involvementId: dice.id(12),
    leaderId: unit.head.subjectId,
    role: dice.pick(['supervise', 'open', 'attend', 'teach', 'forum']),
    unitId: unit.id,
    date: dateOf(Math.floor(desk.moment / DAY_MS)),
    topicCodes: [dice.pick(TOPICS)],
    evidenceHash: dice.hash(),
    recordedBy: { subjectId: secretary.subjectId },
  });
  return [desk.write(stream, secretary, [involved])];
}

function observe({ desk, dice, officials, agenda }: Town, unit: Unit, stream: Stream): readonly Append[] {
  const { evaluator, organiser } = officials;
  const today = Math.floor(desk.moment / DAY_MS);
  const observed = made(ChangeResistanceObserved, {
    observationId: dice.id(12),
    unitId: unit.id,
    about: 'procedure',
    level: dice.between(1, 4),
    basis: 'survey',
    n: dice.between(5, 40),
    observedOn: dateOf(today),
    observedBy: { subjectId: evaluator.subjectId },
  });
  agenda.put(atWork(today + 12, dice.next()), () => {
    const given = made(ChangeSupportGiven, {
      supportId: dice.id(12),
      unitId: unit.id,
      kind: 'outreach',
      about: 'procedure',
      reach: dice.between(5, 60),
      date: dateOf(today + 12),
      givenBy: { subjectId: organiser.subjectId },
    });
    return [desk.write(stream, organiser, [given])];
  });
  return [desk.write(stream, evaluator, [observed])];
}

function find(town: Town): readonly Append[] {
  const { desk, dice, officials, agenda } = town;
  const { inspector } = officials;
  const employee = activeEmployee(town);
  const stream = newStream('audit', dice.id(12));
  const today = Math.floor(desk.moment / DAY_MS);
  const raised = made(AuditFindingRaised, {
    target: { stream: employee.stream.name, revision: 0 },
    criterion: 'R05',
    severity: dice.pick(['low', 'medium', 'high']),
    concerns: [employee.id],
    due: dateOf(today + 30),
    raisedBy: { subjectId: inspector.subjectId },
  });
  agenda.put(atWork(today + 25, dice.next()), () => {
    const closed = made(AuditFindingClosed, {
      concerns: [employee.id],
      followUpRefs: ['surat-tindak-lanjut'],
      reason: { code: 'followedUp' },
      closedBy: { subjectId: inspector.subjectId },
    });
    return [desk.write(stream, inspector, [closed])];
  });
  return [desk.write(stream, inspector, [raised], { facts: [employee.stream] })];
}

function request(town: Town): readonly Append[] {
  const { desk, dice, officials } = town;
  const { privacy } = officials;
  const employee = activeEmployee(town);
  const decided = made(DataSubjectRequestDecided, {
    requestId: dice.id(12),
    right: dice.pick(['access', 'rectification']),
    receivedOn: dateOf(Math.floor(desk.moment / DAY_MS) - 3),
    decision: 'granted',
    ground: 'UU 27/2022 Pasal 8',
    decidedBy: { subjectId: privacy.subjectId },
  });
  return [desk.write(employee.privacy, privacy, [decided])];
}
