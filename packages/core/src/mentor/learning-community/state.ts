import { stream } from '@pembinaan/event-sourcing';
import type { Maker } from '../../values/acts.js';
import type { Minutes } from '../../values/amounts.js';
import type { MeetingId, SubjectId, UnitId } from '../../values/ids.js';
import type { LocalDate } from '../../values/local-date.js';
import { LearningCommunityFormed, LearningCommunityMet } from './events.js';

export interface CommunityMeeting {
  readonly meetingId: MeetingId;
  readonly date: LocalDate;
  readonly minutes: Minutes;
  readonly attendees: readonly SubjectId[];
  /** Earns no JP from the meeting, attendee or not: nobody attests to learning of his own. */
  readonly recordedBy: Maker;
}

export type LearningCommunity =
  | { readonly status: 'none' }
  | {
      readonly status: 'formed';
      readonly coordinatorId: SubjectId;
      readonly sponsorUnitId: UnitId;
      readonly formedOn: LocalDate;
      /** One a meeting id; recorded again as a correction, it replaces the earlier one here. */
      readonly meetings: readonly CommunityMeeting[];
    };

export const learningCommunityState = stream('learningCommunity', {
  events: [LearningCommunityFormed, LearningCommunityMet],
  initial: (): LearningCommunity => ({ status: 'none' }),
}).evolve({
  LearningCommunityFormed: (_, { data }) => ({
    status: 'formed',
    coordinatorId: data.coordinatorId,
    sponsorUnitId: data.sponsorUnitId,
    formedOn: data.formedOn,
    meetings: [],
  }),
  LearningCommunityMet: (community, { data }) =>
    community.status === 'none'
      ? community
      : {
          ...community,
          meetings: [
            ...community.meetings.filter(({ meetingId }) => meetingId !== data.meetingId),
            {
              meetingId: data.meetingId,
              date: data.date,
              minutes: data.minutes,
              attendees: data.attendees,
              recordedBy: data.recordedBy,
            },
          ],
        },
});
