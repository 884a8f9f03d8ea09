import { idOf, process, type RecordedEvent } from '@pembinaan/event-sourcing';
import { LearningCommunityMet } from '../mentor/learning-community/events.js';
import { MentoringSessionConfirmed, MentoringSessionRecorded } from '../mentor/mentorship/events.js';
import { AttendanceRecorded, LearningResultRecorded, ParticipantOutcomeDecided } from '../train/batch/events.js';
import { CertificateIssued, CertificateRevoked } from '../train/certificate/events.js';
import { JpClaimRejected, type JpSource } from '../train/jp-ledger/events.js';
import { WorkplaceLearningCompleted } from '../train/workplace-learning/events.js';
import { BatchId, CommunityId, MentorshipId, WorkplaceLearningId } from '../values/ids.js';
import { settle, settlementOf, settlementsOf } from './settlement.js';

type About = Pick<RecordedEvent, 'stream'>;
const ofBatch = ({ stream }: About): JpSource => ({ kind: 'batch', batchId: BatchId.parse(idOf(stream)) });

type OfSession = About & {
  readonly data: { readonly sessionId: Extract<JpSource, { kind: 'mentorship' }>['sessionId'] };
};
const ofSession = ({ stream, data }: OfSession): JpSource => ({
  kind: 'mentorship',
  mentorshipId: MentorshipId.parse(idOf(stream)),
  sessionId: data.sessionId,
});

type OfMeeting = About & {
  readonly data: { readonly meetingId: Extract<JpSource, { kind: 'community' }>['meetingId'] };
};
const ofMeeting = ({ stream, data }: OfMeeting): JpSource => ({
  kind: 'community',
  communityId: CommunityId.parse(idOf(stream)),
  meetingId: data.meetingId,
});

const ofStay = ({ stream }: About): JpSource => ({
  kind: 'workplace',
  workplaceLearningId: WorkplaceLearningId.parse(idOf(stream)),
});

const isCorrection = ({ metadata }: Pick<RecordedEvent, 'metadata'>): boolean => metadata.corrects !== undefined;

/**
 * JP follow by themselves: credited when a participant completes a batch, when the other party confirms a mentoring session, when a
 * community meets, when a stay at a workplace is completed; taken back when a certificate is revoked or an outcome is corrected; moved
 * to the right year when a session is. Claims are credited by whoever verifies them (R23); a claim that is rejected after that is taken back.
 *
 * The state of the source decides, not the event alone, so that an event that is met late or twice does no harm.
 */
export const jpCrediting = process({
  name: 'jp-crediting',
  events: [
    ParticipantOutcomeDecided,
    AttendanceRecorded,
    LearningResultRecorded,
    CertificateIssued,
    CertificateRevoked,
    MentoringSessionRecorded,
    MentoringSessionConfirmed,
    LearningCommunityMet,
    WorkplaceLearningCompleted,
    JpClaimRejected,
  ],
})
  .facts({
    ParticipantOutcomeDecided: (event) => ({ settlements: settlementOf(ofBatch(event), event.data.employeeId) }),
    // Attendance and records of sessions matter here only where they change what was credited.
    AttendanceRecorded: (event) => ({
      settlements: isCorrection(event) ? settlementOf(ofBatch(event), event.data.employeeId) : undefined,
    }),
    LearningResultRecorded: (event) => ({
      settlements: isCorrection(event) ? settlementOf(ofBatch(event), event.data.employeeId) : undefined,
    }),
    CertificateIssued: ({ data }) => ({
      settlements: settlementOf({ kind: 'batch', batchId: data.batchId }, data.employeeId),
    }),
    CertificateRevoked: ({ data }) => ({
      settlements: settlementOf({ kind: 'batch', batchId: data.batchId }, data.employeeId),
    }),
    MentoringSessionRecorded: (event) => ({
      settlements: isCorrection(event) ? settlementOf(ofSession(event), event.data.menteeId) : undefined,
    }),
    MentoringSessionConfirmed: (event) => ({ settlements: settlementOf(ofSession(event), event.data.menteeId) }),
    // A corrected list of attendees may lack somebody who was credited.
    LearningCommunityMet: (event) => ({ settlements: settlementsOf(ofMeeting(event), event.data.attendees) }),
    WorkplaceLearningCompleted: (event) => ({ settlements: settlementOf(ofStay(event), event.data.employeeId) }),
    JpClaimRejected: ({ data }) => ({
      settlements: settlementOf({ kind: 'claim', claimId: data.claimId }, data.employeeId),
    }),
  })
  .react({
    ParticipantOutcomeDecided: (event, { settlements }) => settle(ofBatch(event), settlements, isCorrection(event)),
    AttendanceRecorded: (event, { settlements }) => settle(ofBatch(event), settlements ?? [], true),
    LearningResultRecorded: (event, { settlements }) => settle(ofBatch(event), settlements ?? [], true),
    CertificateIssued: ({ data }, { settlements }) =>
      settle({ kind: 'batch', batchId: data.batchId }, settlements, false),
    CertificateRevoked: ({ data }, { settlements }) =>
      settle({ kind: 'batch', batchId: data.batchId }, settlements, false),
    MentoringSessionRecorded: (event, { settlements }) => settle(ofSession(event), settlements ?? [], true),
    MentoringSessionConfirmed: (event, { settlements }) => settle(ofSession(event), settlements, isCorrection(event)),
    LearningCommunityMet: (event, { settlements }) => settle(ofMeeting(event), settlements, isCorrection(event)),
    WorkplaceLearningCompleted: (event, { settlements }) => settle(ofStay(event), settlements, isCorrection(event)),
    // A claim that is no longer earned is taken back; one that is earned is credited by whoever verifies it.
    JpClaimRejected: ({ data }, { settlements }) =>
      settle({ kind: 'claim', claimId: data.claimId }, settlements, false),
  });
