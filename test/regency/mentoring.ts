import {
  MentoringSessionConfirmed,
  MentoringSessionRecorded,
  MentorshipApproved,
  MentorshipEnded,
  MentorshipProposed,
} from '@pembinaan/core';
import { atWork, DAY_MS, dateOf, dayIn } from './days.js';
import { type Append, newStream, type Stream } from './desk.js';
import { made } from './made.js';
import { activeEmployees, type Employee, self, type Town } from './town.js';
import { COMPETENCIES, TOPICS } from './words.js';

/** One in ten is mentored in a year: proposed, approved, ten sessions that the mentee confirms, ended. */
export function putMentoring(town: Town, year: number): void {
  const { agenda, dice } = town;
  for (let pair = 0; pair < Math.round(town.activity.ranks * 0.1); pair++) {
    agenda.put(atWork(dayIn(year, 3, 1) + dice.below(90), dice.next()), () => propose(town));
  }
}

function propose(town: Town): readonly Append[] {
  const { desk, dice, officials, agenda } = town;
  const { planner } = officials;
  const [mentor, mentee] = activeEmployees(town, 2);
  if (mentor === undefined || mentee === undefined) return [];
  const stream = newStream('mentorship', dice.id(12));
  const today = Math.floor(desk.moment / DAY_MS);
  const proposed = made(MentorshipProposed, {
    mentorId: mentor.id,
    menteeId: mentee.id,
    kind: dice.pick(['mentoring', 'coaching']),
    competencies: [dice.pick(COMPETENCIES)],
    goals: [{ goalId: 'sasaran-1', topicCode: dice.pick(TOPICS) }],
    period: { from: dateOf(today + 7), to: dateOf(today + 160) },
    proposedBy: { subjectId: planner.subjectId },
  });
  const approved = made(MentorshipApproved, {
    mentorId: mentor.id,
    menteeId: mentee.id,
    approvedBy: { subjectId: mentee.unit.head.subjectId },
  });
  agenda.put(atWork(today + 3, dice.next()), () => [
    desk.write(stream, mentee.unit.head, [approved], { facts: [mentor.stream, mentee.stream] }),
  ]);
  for (let session = 0; session < 10; session++) {
    agenda.put(atWork(today + 7 + session * 14, dice.next()), () => meet(town, stream, mentor, mentee, session));
  }
  agenda.put(atWork(today + 160, dice.next()), () => {
    const ended = made(MentorshipEnded, {
      mentorId: mentor.id,
      menteeId: mentee.id,
      outcome: dice.pick(['goalsMet', 'partly']),
      reason: { code: 'periodOver' },
      endedBy: { subjectId: mentee.unit.head.subjectId },
    });
    return [desk.write(stream, mentee.unit.head, [ended])];
  });
  return [desk.write(stream, planner, [proposed], { facts: [mentor.stream, mentee.stream] })];
}

function meet(town: Town, stream: Stream, mentor: Employee, mentee: Employee, session: number): readonly Append[] {
  const { desk, dice, agenda } = town;
  if (mentor.gone || mentee.gone) return [];
  const sessionId = dice.id(10);
  const today = Math.floor(desk.moment / DAY_MS);
  const date = dateOf(today);
  const recorded = made(MentoringSessionRecorded, {
    mentorId: mentor.id,
    menteeId: mentee.id,
    sessionId,
    date,
    minutes: dice.pick([60, 90, 120]),
    topicCodes: [dice.pick(TOPICS)],
    goalProgress: [{ goalId: 'sasaran-1', percent: Math.min(100, session * 11) }],
    recordedBy: { subjectId: mentor.id },
  });
  agenda.put(atWork(today + dice.between(1, 3), dice.next()), () => {
    const confirmed = made(MentoringSessionConfirmed, {
      mentorId: mentor.id,
      menteeId: mentee.id,
      sessionId,
      date,
      agreed: dice.chance(0.97),
      confirmedBy: { subjectId: mentee.id },
    });
    return [desk.write(stream, self(mentee), [confirmed])];
  });
  return [desk.write(stream, self(mentor), [recorded])];
}
