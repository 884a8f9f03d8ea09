import {
  ImprovementActionAssigned,
  ImprovementActionCompleted,
  InnovationIdeaDecided,
  InnovationIdeaRaised,
  PublicForumHeld,
  PublicInputRecorded,
  PublicReportAnswered,
  PublicReportClosed,
  PublicReportForwarded,
  PublicReportReceived,
} from '@pembinaan/core';
import { atWork, DAY_MS, dateOf, dayIn } from './days.js';
import { type Append, newStream, type Stream } from './desk.js';
import { made } from './made.js';
import { activeEmployee, self, type Town, type Unit } from './town.js';
import { TOPICS } from './words.js';

/** What the public says in a year: reports, forums, and the ideas and improvements that come of them. */
export function putComplaints(town: Town, year: number): void {
  const { agenda, dice } = town;
  const size = town.activity.ranks;
  const put = (times: number, task: () => readonly Append[]): void => {
    for (let time = 0; time < Math.round(times); time++) {
      agenda.put(atWork(dayIn(year, 1, 18) + dice.below(330), dice.next()), task);
    }
  };
  put(size * 0.9, () => report(town));
  put(12, () => forum(town));
  put(size * 0.05, () => idea(town));
}

function report(town: Town): readonly Append[] {
  const { desk, dice, officials, agenda, units } = town;
  const { counter, secretary } = officials;
  const id = dice.id(12);
  const stream = newStream('publicReport', id);
  const unit = dice.pick(units);
  const today = Math.floor(desk.moment / DAY_MS);
  const received = made(PublicReportReceived, {
    externalRef: `LAPOR-${dice.id(8)}`,
    channel: dice.pick(['sp4nLapor', 'sp4nLapor', 'counter', 'letter']),
    classification: dice.pick(['complaint', 'complaint', 'aspiration', 'information', 'complaintOversight']),
    service: dice.pick(unit.services),
    unitId: unit.id,
    topicCodes: [dice.pick(TOPICS)],
    receivedOn: dateOf(today),
    receivedBy: { subjectId: counter.subjectId },
  });
  agenda.put(atWork(today + dice.between(1, 4), dice.next()), () => {
    const verified = dice.chance(0.9);
    const forwarded = made(PublicReportForwarded, {
      action: verified ? 'verified' : 'archived',
      ...(verified ? { toUnitId: unit.id } : { reason: { code: dice.pick(['duplicate', 'notAReport']) } }),
      on: dateOf(Math.floor(desk.moment / DAY_MS)),
      forwardedBy: { subjectId: secretary.subjectId },
    });
    if (verified) agenda.put(atWork(today + dice.between(5, 20), dice.next()), () => answer(town, id, stream, unit));
    return [desk.write(stream, secretary, [forwarded])];
  });
  return [desk.write(stream, counter, [received])];
}

function answer(town: Town, id: string, stream: Stream, unit: Unit): readonly Append[] {
  const { desk, dice, officials, agenda } = town;
  const today = Math.floor(desk.moment / DAY_MS);
  const answered = made(PublicReportAnswered, { on: dateOf(today), answeredBy: { subjectId: unit.head.subjectId } });
  agenda.put(atWork(today + dice.between(3, 12), dice.next()), () => {
    const closed = made(PublicReportClosed, {
      on: dateOf(Math.floor(desk.moment / DAY_MS)),
      ...(dice.chance(0.6) && { satisfied: dice.chance(0.7) }),
      closedBy: { subjectId: officials.counter.subjectId },
    });
    return [
      desk.write(stream, officials.counter, [closed]),
      ...(dice.chance(0.05) ? improve(town, { kind: 'complaint', reportId: id }, unit) : []),
    ];
  });
  return [desk.write(stream, unit.head, [answered])];
}

function forum(town: Town): readonly Append[] {
  const { desk, dice, officials, units } = town;
  const { counter } = officials;
  const id = dice.id(12);
  const stream = newStream('publicForum', id);
  const today = Math.floor(desk.moment / DAY_MS);
  const held = made(PublicForumHeld, {
    date: dateOf(today),
    place: `Kecamatan ${dice.between(1, 12)} (rekaan)`,
    hostId: officials.pyb.subjectId,
    attendees: dice.between(20, 120),
    topicCodes: [dice.pick(TOPICS)],
    recordedBy: { subjectId: counter.subjectId },
  });
  const appends = [desk.write(stream, counter, [held])];
  for (let input = dice.between(3, 12); input > 0; input--) {
    const unit = dice.pick(units);
    const inputId = dice.id(12);
    const recorded = made(PublicInputRecorded, {
      inputId,
      kind: dice.pick(['complaint', 'suggestion']),
      unitId: unit.id,
      topicCodes: [dice.pick(TOPICS)],
      answerDue: dateOf(today + 20),
      recordedBy: { subjectId: counter.subjectId },
    });
    appends.push(desk.write(stream, counter, [recorded]));
    if (dice.chance(0.4)) appends.push(...improve(town, { kind: 'input', forumId: id, inputId }, unit));
  }
  return appends;
}

type Cause =
  | { readonly kind: 'complaint'; readonly reportId: string }
  | { readonly kind: 'input'; readonly forumId: string; readonly inputId: string };

/** An improvement is assigned, and done some weeks later. */
function improve(town: Town, cause: Cause, unit: Unit): readonly Append[] {
  const { desk, dice, officials, agenda } = town;
  const stream = newStream('improvementAction', dice.id(12));
  const target = { kind: 'serviceUnit', unitId: unit.id } as const;
  const today = Math.floor(desk.moment / DAY_MS);
  const assigned = made(ImprovementActionAssigned, {
    target,
    cause,
    task: 'menyediakan satu lembar syarat untuk setiap layanan di loket',
    ownerId: activeEmployee(town).id,
    due: dateOf(today + 30),
    assignedBy: { subjectId: unit.head.subjectId },
  });
  if (dice.chance(0.85)) {
    agenda.put(atWork(today + dice.between(10, 40), dice.next()), () => {
      const completed = made(ImprovementActionCompleted, {
        target,
        cause,
        evidenceHash: dice.hash(),
        verifiedBy: { subjectId: officials.verifier.subjectId },
      });
      return [desk.write(stream, officials.verifier, [completed])];
    });
  }
  return [desk.write(stream, unit.head, [assigned])];
}

function idea(town: Town): readonly Append[] {
  const { desk, dice, officials, agenda } = town;
  const { pyb } = officials;
  const employee = activeEmployee(town);
  const stream = newStream('idea', dice.id(12));
  const today = Math.floor(desk.moment / DAY_MS);
  const raised = made(InnovationIdeaRaised, {
    raisedBy: { subjectId: employee.id },
    unitId: employee.unit.id,
    topicCodes: [dice.pick(TOPICS)],
  });
  agenda.put(atWork(today + dice.between(10, 40), dice.next()), () => {
    const adopted = dice.chance(0.4);
    const decided = made(InnovationIdeaDecided, {
      decision: adopted ? 'trial' : 'decline',
      ...(!adopted && { reason: { code: dice.pick(['noBudget', 'notFeasible', 'existsAlready']) } }),
      decidedBy: { subjectId: pyb.subjectId },
    });
    return [desk.write(stream, pyb, [decided])];
  });
  return [desk.write(stream, self(employee), [raised])];
}
