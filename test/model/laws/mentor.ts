import {
  LeadershipInvolvementRecorded,
  MentoringSessionConfirmed,
  MentoringSessionRecorded,
  MentorshipApproved,
  MentorshipEnded,
  MentorshipProposed,
} from '@pembinaan/core';
import type * as z from 'zod';
import { plusDays, share } from '../days.js';
import { figuresOf, placementOn, servesOn } from './facts.js';
import type { History, Placed, Told } from './history.js';
import { type Complain, inBoth, law } from './law.js';
import { levelOn } from './plan.js';

/** The levels that one province requires of the positions of the model (domain.md 1.7): who is senior to whom. */
const SENIORITY: Readonly<Record<string, number>> = { pelaksana: 1, pengawas: 2, jfPenyelia: 3 };

type Proposal = Told<z.output<typeof MentorshipProposed.schema>>;

/** The mentorships of which nothing says that they ended, on a day and as known at a place. */
function open(history: History, day: string, known: Placed): readonly Proposal[] {
  const ended = history.of(MentorshipEnded, known).map(({ of }) => of);
  return history.of(MentorshipProposed, known).filter(({ of, data }) => !ended.includes(of) && day <= data.period.to);
}

export const pairs = law(
  'R27',
  'Mentor and mentee are two who serve; the mentor is not the superior, is ahead or senior, has room, and is not mentored back.',
  (history, complain) => {
    for (const event of history.of(MentorshipProposed)) {
      const { mentorId, menteeId, competencies, period } = event.data;
      const on = event.on >= period.from ? event.on : period.from;
      if (mentorId === menteeId) complain(event, 'is with oneself');
      if (placementOn(history, menteeId, on, event)?.superiorId === mentorId) complain(event, 'is with the superior');
      const ahead = competencies.some(
        (code) => levelOn(history, mentorId, code, on, event) > levelOn(history, menteeId, code, on, event),
      );
      const rank = (id: string): number => SENIORITY[placementOn(history, id, on, event)?.positionKind ?? ''] ?? 0;
      if (!ahead && rank(mentorId) <= rank(menteeId)) complain(event, `${mentorId} is not ahead of ${menteeId}`);
      examinePair(history, event, event, on, complain);
    }
    for (const approved of history.of(MentorshipApproved)) {
      const proposal = history.of(MentorshipProposed, approved).find(({ of }) => of === approved.of);
      if (proposal === undefined) complain(approved, 'was not proposed');
      else examinePair(history, approved, proposal, approved.on, complain);
    }
  },
);

function examinePair(history: History, event: Told<unknown>, proposal: Proposal, on: string, complain: Complain): void {
  const { mentorId, menteeId, competencies, period } = proposal.data;
  for (const id of [mentorId, menteeId]) if (!servesOn(history, id, on, event)) complain(event, `${id} does not serve`);
  const others = open(history, event.on, event).filter(({ of }) => of !== proposal.of);
  const asMentor = others.filter(({ data }) => data.mentorId === mentorId).length;
  const most = figuresOf(history, event)['mentoring.load.maximum'].value;
  if (asMentor + 1 > most) complain(event, `${mentorId} has ${asMentor} others of at most ${most}`);
  for (const { data } of others) {
    const back = data.mentorId === menteeId && data.menteeId === mentorId && share(data.period, period);
    if (back && inBoth(data.competencies, competencies).length > 0) complain(event, 'goes both ways at once');
  }
}

/** The answer to a session as it is recorded now: a record that was corrected is to be answered anew. */
export function answerTo(history: History, sessionId: string, known: Placed) {
  const recorded = history.standing(MentoringSessionRecorded, known).find(({ data }) => data.sessionId === sessionId);
  return history
    .standing(MentoringSessionConfirmed, known)
    .find(({ index, data }) => data.sessionId === sessionId && index > (recorded?.index ?? 0));
}

export const sessionsKept = law(
  'R28',
  'A session lies in its mentorship, is recorded in time by one of the two, and answered by the other.',
  (history, complain) => {
    for (const event of history.of(MentoringSessionRecorded)) {
      const { date } = event.data;
      const pair = history.of(MentorshipProposed, event).find(({ of }) => of === event.of);
      const approved = history.of(MentorshipApproved, event).some(({ of }) => of === event.of);
      const ended = history.of(MentorshipEnded, event).some(({ of }) => of === event.of);
      if (pair === undefined || !approved || ended) complain(event, 'is of no open mentorship');
      else {
        if (date < pair.data.period.from || date > pair.data.period.to) complain(event, `${date} lies outside`);
        if (event.by !== pair.data.mentorId && event.by !== pair.data.menteeId)
          complain(event, 'is by neither of them');
      }
      if (date > event.recordedOn) complain(event, 'is to come');
      const days = figuresOf(history, event)['mentoring.recordWithinDays'].value;
      if (event.corrects === undefined && event.recordedOn > plusDays(date, days)) complain(event, 'came too late');
    }
    for (const event of history.of(MentoringSessionConfirmed)) {
      const { sessionId, mentorId, menteeId } = event.data;
      const sessions = history.of(MentoringSessionRecorded, event).filter(({ of }) => of === event.of);
      if (!sessions.some(({ data }) => data.sessionId === sessionId)) complain(event, 'answers nothing');
      if (event.by !== mentorId && event.by !== menteeId) complain(event, 'is by neither of them');
      const before = answerTo(history, sessionId, event);
      if (before !== undefined && event.corrects === undefined) complain(event, 'answers twice');
    }
  },
);

export const leadersRecorded = law('R29', 'Somebody else records what a leader did.', (history, complain) => {
  for (const event of history.of(LeadershipInvolvementRecorded)) {
    const { leaderId, date } = event.data;
    if (event.hands.includes(leaderId)) complain(event, `${leaderId} recorded it`);
    if (event.of !== `${leaderId}-${date.slice(0, 4)}`) complain(event, 'stands elsewhere');
    if (date > event.recordedOn) complain(event, 'is to come');
  }
});

export const mentorLaws = [pairs, sessionsKept, leadersRecorded];
