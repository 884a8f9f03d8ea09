import { command } from '@pembinaan/event-sourcing';
import {
  MentoringSessionConfirmed,
  MentoringSessionRecorded,
  MentorshipApproved,
  MentorshipEnded,
  MentorshipProposed,
} from './events.js';

// The pair is named once, when it is proposed; the later events repeat it so that each can be read by itself.
const pair = { mentorId: true, menteeId: true } as const;

export const ProposeMentorship = command('ProposeMentorship', MentorshipProposed.schema.omit({ proposedBy: true }));
export const ApproveMentorship = command(
  'ApproveMentorship',
  MentorshipApproved.schema.omit({ ...pair, approvedBy: true }),
);
export const RecordMentoringSession = command(
  'RecordMentoringSession',
  MentoringSessionRecorded.schema.omit({ ...pair, recordedBy: true }),
);
export const ConfirmMentoringSession = command(
  'ConfirmMentoringSession',
  MentoringSessionConfirmed.schema.omit({ ...pair, date: true, confirmedBy: true }),
);
export const EndMentorship = command('EndMentorship', MentorshipEnded.schema.omit({ ...pair, endedBy: true }));
