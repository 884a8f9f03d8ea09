import { command } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import {
  AttendanceRecorded,
  BatchCancelled,
  BatchScheduled,
  LearningResultRecorded,
  NominationConfirmed,
  NominationDeclined,
  ParticipantNominated,
  ParticipantOutcomeDecided,
  ResourcePersonAssigned,
} from './events.js';

// The programme is that of the batch. What is counted, computed or taken over from programme, placement and policy is not asked for.
export const ScheduleBatch = command(
  'ScheduleBatch',
  BatchScheduled.schema.omit({ form: true, jp: true, passMark: true, maxAttempts: true, scheduledBy: true }),
);
export const AssignResourcePerson = command(
  'AssignResourcePerson',
  ResourcePersonAssigned.schema.omit({ programId: true, assignedBy: true }),
);
export const NominateParticipant = command(
  'NominateParticipant',
  ParticipantNominated.schema.omit({ programId: true, unitId: true, period: true, nominatedBy: true }),
);
export const ConfirmNomination = command(
  'ConfirmNomination',
  NominationConfirmed.schema.pick({ employeeId: true, assignmentLetterRef: true }),
);
export const DeclineNomination = command(
  'DeclineNomination',
  NominationDeclined.schema.omit({ programId: true, unitId: true, declinedBy: true }),
);
export const RecordAttendance = command(
  'RecordAttendance',
  AttendanceRecorded.schema.omit({ programId: true, recordedBy: true }),
);
export const RecordLearningResult = command(
  'RecordLearningResult',
  LearningResultRecorded.schema.omit({ programId: true, examinedBy: true }),
);

const { employeeId, reason } = ParticipantOutcomeDecided.schema.shape;

/** Whoever did not complete is told why (R09); whoever did needs no reason. */
export const DecideParticipantOutcome = command(
  'DecideParticipantOutcome',
  z.discriminatedUnion('outcome', [
    z.strictObject({ employeeId, outcome: z.literal('completed') }),
    z.strictObject({ employeeId, outcome: z.enum(['notCompleted', 'withdrawn']), reason: reason.unwrap() }),
  ]),
);

export const CompleteBatch = command('CompleteBatch', z.strictObject({}));
export const CancelBatch = command(
  'CancelBatch',
  BatchCancelled.schema.omit({ programId: true, participants: true, cancelledBy: true }),
);
