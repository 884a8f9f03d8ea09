import { FormLearningCommunity, RecordCommunityMeeting } from '@pembinaan/core';
import type { Office } from './office.js';
import type { PembinaanCommand, Stage } from './stage.js';

type DataOf<T extends PembinaanCommand['type']> = Extract<PembinaanCommand, { type: T }>['data'];

/** The planner forms a learning community, on the light track: nobody has to approve it. */
export async function formCommunity(
  stage: Stage,
  office: Office,
  on: string,
  communityId: string,
  community: DataOf<'FormLearningCommunity'>,
): Promise<void> {
  stage.on(on);
  await office.as(office.who.planner).does(communityId, FormLearningCommunity(community));
}

/** A meeting of a community, as the secretary noted it. */
export type Meeting = Omit<DataOf<'RecordCommunityMeeting'>, 'meetingId'>;

/** A community meets. The secretary records it without attending, so that all who came earn JP (R23); they follow by themselves. */
export async function communityMeets(
  stage: Stage,
  office: Office,
  communityId: string,
  meeting: Meeting,
): Promise<void> {
  stage.on(meeting.date, '16:00');
  await office
    .as(office.who.secretary)
    .does(communityId, RecordCommunityMeeting({ ...meeting, meetingId: `${communityId}-${meeting.date}` }));
}
