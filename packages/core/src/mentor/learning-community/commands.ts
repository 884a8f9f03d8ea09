import { command } from '@pembinaan/event-sourcing';
import { LearningCommunityFormed, LearningCommunityMet } from './events.js';

export const FormLearningCommunity = command(
  'FormLearningCommunity',
  LearningCommunityFormed.schema.omit({ formedOn: true, formedBy: true }),
);

/** Who sends it earns no JP from the meeting, also as one of the attendees: nobody attests to learning of his own. */
export const RecordCommunityMeeting = command(
  'RecordCommunityMeeting',
  LearningCommunityMet.schema.omit({ units: true, recordedBy: true }),
);
