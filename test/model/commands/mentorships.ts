import {
  ApproveMentorship,
  ConfirmMentoringSession,
  EndMentorship,
  MentoringSessionConfirmed,
  MentoringSessionRecorded,
  MentorshipApproved,
  MentorshipEnded,
  MentorshipProposed,
  ProposeMentorship,
  RecordMentoringSession,
} from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';
import { type Agency, type Attempt, belief } from '../agency.js';
import { competencies, office } from '../cast.js';
import { plusDays } from '../days.js';
import type { Dice } from '../dice.js';
import { type Moves, play, type Story } from '../play.js';
import { credit, sessionSource } from './credits.js';
import { employees } from './people.js';
import { programs } from './programs.js';

interface Mentorship {
  readonly id: string;
  status: 'none' | 'proposed' | 'approved' | 'ended';
  mentorId: string;
  menteeId: string;
  from: string;
  to: string;
}

const mentorshipsView = projection({
  name: 'model-mentorships',
  version: 1,
  events: [MentorshipProposed, MentorshipApproved, MentorshipEnded],
  initial: (id: string): Mentorship => ({ id, status: 'none', mentorId: '', menteeId: '', from: '', to: '' }),
  key: ({ stream }) => idOf(stream),
  on: {
    MentorshipProposed: (mentorship, { data: { mentorId, menteeId, period } }): Mentorship => ({
      ...mentorship,
      status: 'proposed',
      mentorId,
      menteeId,
      ...period,
    }),
    MentorshipApproved: (mentorship): Mentorship => ({ ...mentorship, status: 'approved' }),
    MentorshipEnded: (mentorship): Mentorship => ({ ...mentorship, status: 'ended' }),
  },
});

/** The mentorships that the model knows. */
export const mentorships = belief(mentorshipsView);

interface Session {
  readonly id: string;
  mentorshipId: string;
  mentorId: string;
  menteeId: string;
  date: string;
  recordedBy: string;
  answered: boolean;
}

const sessionsView = projection({
  name: 'model-sessions',
  version: 1,
  events: [MentoringSessionRecorded, MentoringSessionConfirmed],
  initial: (id: string): Session => ({
    id,
    mentorshipId: '',
    mentorId: '',
    menteeId: '',
    date: '',
    recordedBy: '',
    answered: false,
  }),
  key: ({ data }) => data.sessionId,
  on: {
    MentoringSessionRecorded: (session, { stream, data: { mentorId, menteeId, date, recordedBy } }): Session => ({
      ...session,
      mentorshipId: idOf(stream),
      mentorId,
      menteeId,
      date,
      recordedBy: recordedBy.subjectId,
    }),
    MentoringSessionConfirmed: (session): Session => ({ ...session, answered: true }),
  },
});

/** The sessions of all mentorships. */
export const sessions = belief(sessionsView);

function propose(agency: Agency, dice: Dice): Attempt | undefined {
  const mentorId = dice.oneOf('senior-loket', 'senior-izin', 'senior-loket', 'head-izin', 'head-loket');
  const mentee = dice.of(employees(agency));
  const program = dice.of(programs(agency));
  if (mentee === undefined) return undefined;
  const reversed = dice.chance(10);
  return {
    by: office.planner,
    to: agency.newId('damping'),
    command: ProposeMentorship({
      mentorId: reversed ? mentee.id : mentorId,
      menteeId: reversed ? mentorId : mentee.id,
      kind: dice.oneOf('mentoring', 'coaching', 'onTheJob'),
      competencies: [...dice.some(competencies, dice.between(1, 2))],
      goals: [{ goalId: 'g1', topicCode: 'waktu-tunggu' }],
      period: { from: plusDays(agency.today, dice.oneOf(0, 5)), to: plusDays(agency.today, dice.oneOf(40, 90)) },
      ...(program !== undefined && dice.chance(30) && { programId: program.id }),
    }),
  };
}

const approve = (id: string, dice: Dice): Attempt => ({
  by: dice.oneOf('head-loket', 'head-izin', office.validator),
  to: id,
  command: ApproveMentorship({}),
});

function record(agency: Agency, dice: Dice, { id, mentorId, menteeId }: Mentorship): Attempt {
  return {
    by: dice.oneOf(mentorId, menteeId),
    to: id,
    command: RecordMentoringSession({
      sessionId: agency.newId('sesi'),
      date: plusDays(agency.today, -dice.oneOf(0, 0, 3, 20)),
      minutes: 60,
      topicCodes: ['waktu-tunggu'],
      goalProgress: [{ goalId: 'g1', percent: dice.between(0, 100) }],
    }),
  };
}

const confirm = (session: Session, dice: Dice): Attempt => ({
  by: session.recordedBy === session.mentorId ? session.menteeId : session.mentorId,
  to: session.mentorshipId,
  command: ConfirmMentoringSession({ sessionId: session.id, agreed: dice.chance(85) }),
});

const end = (id: string, dice: Dice): Attempt => ({
  by: office.planner,
  to: id,
  command: EndMentorship({
    outcome: dice.oneOf('goalsMet', 'stopped'),
    reason: dice.oneOf({ code: 'periodOver' }, { code: 'noTime' }, { code: 'other' }),
  }),
});

export const mentorshipMoves: Moves = {
  'a mentorship is proposed': propose,
  'a mentorship is approved': (agency, dice) => {
    const found = dice.of(mentorships(agency).slice(-4));
    return found && approve(found.id, dice);
  },
  'a session is recorded': (agency, dice) => {
    const found = dice.of(mentorships(agency).slice(-6));
    return found && record(agency, dice, found);
  },
  'a session is confirmed': (agency, dice) => {
    const found = dice.of(sessions(agency).slice(-6));
    return found && confirm(found, dice);
  },
  'the answer to a session is corrected': (agency, dice) => {
    const found = dice.of(sessions(agency).filter(({ answered }) => answered));
    const answer =
      found && agency.history.standing(MentoringSessionConfirmed).find(({ data }) => data.sessionId === found.id);
    return found && answer && { ...confirm(found, dice), corrects: answer.id };
  },
  'a mentorship ends': (agency, dice) => {
    const found = dice.of(mentorships(agency).slice(-6));
    return found && end(found.id, dice);
  },
};

/** Two people meet for some weeks, more often in a month than counts, and the mentee is credited. */
export const somebodyIsMentored: Story = async function* (agency, dice) {
  const proposal = propose(agency, dice);
  if (proposal === undefined || !(await play(agency, dice, proposal))) return;
  yield plusDays(agency.today, dice.between(0, 3));
  if (!(await play(agency, dice, approve(proposal.to, dice)))) return;
  const found = mentorships(agency).find(({ id }) => id === proposal.to);
  if (found === undefined) return;
  yield found.from;
  for (let meetings = dice.between(2, 5); meetings > 0; meetings--) {
    yield plusDays(agency.today, dice.between(2, 12));
    const attempt = record(agency, dice, found);
    if (!(await play(agency, dice, attempt))) continue;
    const session = sessions(agency).at(-1);
    if (session === undefined || session.mentorshipId !== found.id) continue;
    await play(agency, dice, confirm(session, dice));
    await play(agency, dice, credit(found.menteeId, session.date.slice(0, 4), sessionSource(session)));
  }
  await play(agency, dice, end(found.id, dice));
};
