import { LearningCommunityFormed, LearningCommunityMet, type LocalDate } from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';

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

/** Each learning community with its meetings, keyed by community id. */
export const communityRecords = projection({
  name: 'community-records',
  version: 1,
  events: [LearningCommunityFormed, LearningCommunityMet],
  initial: (): CommunityRecord => ({ name: null, positionFamily: null, sponsorUnitId: null, meetings: {} }),
  key: (event) => idOf(event.stream),
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
