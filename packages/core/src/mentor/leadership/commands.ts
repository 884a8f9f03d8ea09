import { command } from '@pembinaan/event-sourcing';
import { LeadershipInvolvementRecorded } from './events.js';

export const RecordLeadershipInvolvement = command(
  'RecordLeadershipInvolvement',
  LeadershipInvolvementRecorded.schema.omit({ recordedBy: true }),
);
