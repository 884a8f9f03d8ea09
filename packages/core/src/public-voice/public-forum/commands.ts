import { command } from '@pembinaan/event-sourcing';
import { PublicForumHeld, PublicInputRecorded } from './events.js';

export const HoldPublicForum = command('HoldPublicForum', PublicForumHeld.schema.omit({ recordedBy: true }));
export const RecordPublicInput = command(
  'RecordPublicInput',
  PublicInputRecorded.schema.omit({ answerDue: true, recordedBy: true }),
);
