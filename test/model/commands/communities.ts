import {
  FormLearningCommunity,
  LearningCommunityFormed,
  LearningCommunityMet,
  RecordCommunityMeeting,
} from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';
import { type Agency, type Attempt, belief } from '../agency.js';
import { units } from '../cast.js';
import { plusDays } from '../days.js';
import type { Dice } from '../dice.js';
import { type Moves, play, type Story } from '../play.js';
import { candidates } from './batches.js';
import { credit } from './credits.js';

interface Community {
  readonly id: string;
  coordinatorId: string;
}

const communitiesView = projection({
  name: 'model-communities',
  version: 1,
  events: [LearningCommunityFormed],
  initial: (id: string): Community => ({ id, coordinatorId: '' }),
  key: ({ stream }) => idOf(stream),
  on: {
    LearningCommunityFormed: (community, { data }): Community => ({ ...community, coordinatorId: data.coordinatorId }),
  },
});

const communities = belief(communitiesView);

interface Meeting {
  readonly id: string;
  communityId: string;
  date: string;
  attendees: readonly string[];
}

const meetingsView = projection({
  name: 'model-meetings',
  version: 1,
  events: [LearningCommunityMet],
  initial: (id: string): Meeting => ({ id, communityId: '', date: '', attendees: [] }),
  key: ({ data }) => data.meetingId,
  on: {
    LearningCommunityMet: (meeting, { stream, data: { date, attendees } }): Meeting => ({
      ...meeting,
      communityId: idOf(stream),
      date,
      attendees,
    }),
  },
});

/** The meetings of all learning communities. */
export const meetings = belief(meetingsView);

function form(agency: Agency, dice: Dice): Attempt {
  const coordinatorId = dice.of(candidates(agency, dice, 1)) ?? 'staff-1';
  return {
    by: coordinatorId,
    to: agency.newId('kombel'),
    command: FormLearningCommunity({
      name: 'Komunitas loket',
      positionFamily: 'mixed',
      coordinatorId,
      sponsorUnitId: dice.of(units) ?? units[0],
      topicCodes: ['waktu-tunggu'],
    }),
  };
}

const meet = (agency: Agency, dice: Dice, { id, coordinatorId }: Community): Attempt => ({
  by: coordinatorId,
  to: id,
  command: RecordCommunityMeeting({
    meetingId: agency.newId('temu'),
    date: plusDays(agency.today, -dice.oneOf(0, 0, 1, -1)),
    minutes: dice.oneOf(60, 120, 200),
    attendees: [...candidates(agency, dice, dice.between(2, 4))],
    topicCodes: ['waktu-tunggu'],
  }),
});

export const communityMoves: Moves = {
  'a community is formed': form,
  'a community meets': (agency, dice) => {
    const community = dice.of(communities(agency));
    return community && meet(agency, dice, community);
  },
};

/** A community meets some times, twice on one day perhaps, and those who came are credited. */
export const aCommunityMeets: Story = async function* (agency, dice) {
  await play(agency, dice, form(agency, dice));
  for (let times = dice.between(1, 3); times > 0; times--) {
    const community = dice.of(communities(agency).slice(-3));
    if (community === undefined || !(await play(agency, dice, meet(agency, dice, community)))) continue;
    const meeting = meetings(agency).at(-1);
    for (const employeeId of meeting?.attendees ?? []) {
      if (meeting === undefined) continue;
      const source = { kind: 'community', communityId: meeting.communityId, meetingId: meeting.id } as const;
      await play(agency, dice, credit(employeeId, meeting.date.slice(0, 4), source));
    }
    yield plusDays(agency.today, dice.oneOf(0, 7));
  }
};
