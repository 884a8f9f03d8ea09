import { LearningCommunityFormed, LearningCommunityMet, type LocalDate } from '@pembinaan/core';
import { type Register, register } from './register.js';

export interface CommunityMeeting {
  readonly date: LocalDate;
  readonly minutes: number;
  readonly attendees: readonly string[];
  /** The units from which the attendees came. */
  readonly units: readonly string[];
  readonly practiceShared: boolean;
}

export interface CommunityRecord {
  name: string | null;
  positionFamily: string | null;
  sponsorUnitId: string | null;
  /** By meeting, as it counts after corrections. */
  meetings: Record<string, CommunityMeeting>;
}

/** The learning communities of the people at hand, with their meetings. */
export const communityRecords = communitiesFrom('communities', (people) => people.streams('learningCommunity'));

/** All learning communities with their meetings. */
export const allCommunities = communitiesFrom('all-communities', undefined);

function communitiesFrom(name: string, neededBy: Register<CommunityRecord>['neededBy']): Register<CommunityRecord> {
  return register({
    name,
    category: 'learningCommunity',
    ...(neededBy !== undefined && { neededBy }),
    events: [LearningCommunityFormed, LearningCommunityMet],
    initial: (): CommunityRecord => ({ name: null, positionFamily: null, sponsorUnitId: null, meetings: {} }),
    on: {
      LearningCommunityFormed: (record, { data }) => {
        record.name = data.name;
        record.positionFamily = data.positionFamily;
        record.sponsorUnitId = data.sponsorUnitId;
        return record;
      },
      LearningCommunityMet: (record, { data }) => {
        const { meetingId, date, minutes, attendees, units, practiceShared } = data;
        record.meetings[meetingId] = {
          date,
          minutes,
          attendees: [...attendees],
          units: [...units],
          practiceShared: practiceShared !== undefined,
        };
        return record;
      },
    },
  });
}
