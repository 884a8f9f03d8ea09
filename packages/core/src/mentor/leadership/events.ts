import { event } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { Maker } from '../../values/acts.js';
import { InvolvementId, ProgramId, Sha256, SubjectId, TopicCode, UnitId } from '../../values/ids.js';
import { LocalDate } from '../../values/local-date.js';

/** What a leader did: supervise, open, attend, teach, mentor, hold a forum, give facilities. */
export const LeaderRole = z.enum(['supervise', 'open', 'attend', 'teach', 'mentor', 'forum', 'facilitate']);
export type LeaderRole = z.output<typeof LeaderRole>;

export const LeadershipInvolvementRecorded = event(
  'LeadershipInvolvementRecorded',
  z.strictObject({
    involvementId: InvolvementId,
    leaderId: SubjectId,
    role: LeaderRole,
    programId: ProgramId.exactOptional(),
    /** The unit whose staff it concerned. */
    unitId: UnitId.exactOptional(),
    date: LocalDate,
    topicCodes: z.array(TopicCode),
    evidenceHash: Sha256,
    recordedBy: Maker,
  }),
)
  .describe({
    number: 49,
    en: 'The involvement of a leader is recorded by somebody else, with evidence.',
    id: 'Keterlibatan pimpinan dicatat oleh orang lain, dengan bukti.',
    basis: 'Practices of Binjai (B7, B8) and Sleman (S8-S10)',
  })
  .correctable(({ involvementId }) => involvementId);
