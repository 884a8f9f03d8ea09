import {
  DecideInnovationIdea,
  InnovationIdeaDecided,
  InnovationIdeaRaised,
  LeadershipInvolvementRecorded,
  RaiseInnovationIdea,
  RecordLeadershipInvolvement,
} from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';
import { belief } from '../agency.js';
import { hash, office, people } from '../cast.js';
import { plusDays } from '../days.js';
import { type Moves, play, type Story } from '../play.js';

interface Idea {
  readonly id: string;
  decided: boolean;
  raisedBy: string | undefined;
}

const ideasView = projection({
  name: 'model-ideas',
  version: 1,
  events: [InnovationIdeaRaised, InnovationIdeaDecided],
  initial: (id: string): Idea => ({ id, decided: false, raisedBy: undefined }),
  key: ({ stream }) => idOf(stream),
  on: {
    InnovationIdeaRaised: (idea, { data }): Idea => ({ ...idea, raisedBy: data.raisedBy?.subjectId }),
    InnovationIdeaDecided: (idea): Idea => ({ ...idea, decided: true }),
  },
});

/** The ideas that the model knows. */
export const ideas = belief(ideasView);

export const leadershipMoves: Moves = {
  'a leader takes part': (agency, dice) => {
    const leaderId = dice.oneOf(office.ppk, 'head-loket', 'head-izin');
    const date = plusDays(agency.today, -dice.oneOf(0, 3, 3, -1));
    return {
      by: dice.oneOf(office.organiser, office.organiser, leaderId),
      to: `${leaderId}-${date.slice(0, 4)}`,
      command: RecordLeadershipInvolvement({
        involvementId: agency.newId('hadir'),
        leaderId,
        role: dice.oneOf('supervise', 'open', 'forum'),
        date,
        topicCodes: ['layanan'],
        evidenceHash: hash('foto'),
      }),
    };
  },
  'an idea is raised': (agency, dice) => {
    const person = dice.of(people)?.id ?? 'staff-1';
    const unnamed = dice.chance(30);
    const forum = dice.of(agency.history.of(LeadershipInvolvementRecorded));
    return {
      by: unnamed && dice.chance(70) ? office.intake : person,
      to: agency.newId('gagasan'),
      command: RaiseInnovationIdea({
        topicCodes: ['antrean'],
        unnamed,
        ...(forum !== undefined &&
          dice.chance(40) && {
            occasion: {
              kind: 'leaderForum',
              leaderId: forum.data.leaderId,
              year: Number(forum.data.date.slice(0, 4)),
              involvementId: forum.data.involvementId,
            },
          }),
      }),
    };
  },
  'an idea is decided on': (agency, dice) => {
    const idea = dice.of(ideas(agency).slice(-4));
    const decision = dice.oneOf('adopt', 'trial', 'decline');
    return (
      idea && {
        by: dice.oneOf(office.pyb, 'head-loket', idea.raisedBy ?? office.pyb),
        to: idea.id,
        command: DecideInnovationIdea({
          decision,
          ...((decision === 'decline') !== dice.chance(10) && { reason: { code: 'notFeasible' } }),
        }),
      }
    );
  },
};

/** A leader holds a forum, an idea comes up there, and somebody decides on it. */
export const anIdeaComesUp: Story = async function* (agency, dice) {
  for (const move of Object.values(leadershipMoves)) {
    await play(agency, dice, move(agency, dice));
    yield plusDays(agency.today, dice.between(1, 9));
  }
};
