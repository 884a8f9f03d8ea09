import { event } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { Maker, reasonFrom } from '../../values/acts.js';
import { DocumentRef, SubjectId } from '../../values/ids.js';
import { LocalDate } from '../../values/local-date.js';

/** The name of a stream of the log, such as `program-p1`. */
export const StreamName = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*-.+$/, 'a stream name such as program-p1 is needed')
  .max(200);

/** An event of the log, by its stream and its revision there. */
export const AuditTarget = z.strictObject({ stream: StreamName, revision: z.int().min(0) });
export type AuditTarget = z.output<typeof AuditTarget>;

export const AuditFindingRaised = event(
  'AuditFindingRaised',
  z.strictObject({
    /** The event that the finding is about. */
    target: AuditTarget,
    /** What is not met: a rule such as R25, or a regulation. */
    criterion: DocumentRef,
    severity: z.enum(['low', 'medium', 'high']),
    /** The people whom it concerns: while it is open, their keys are not destroyed (R40). */
    concerns: z.array(SubjectId),
    due: LocalDate,
    raisedBy: Maker,
  }),
).describe({
  number: 87,
  en: 'An auditor raises a finding about an event of the log.',
  id: 'Auditor menyampaikan temuan atas suatu peristiwa dalam catatan.',
  basis: 'PP 60/2008 (SPIP)',
});

export const AuditFindingClosed = event(
  'AuditFindingClosed',
  z.strictObject({
    concerns: z.array(SubjectId),
    followUpRefs: z.array(DocumentRef),
    reason: reasonFrom(['followedUp', 'accepted', 'withdrawn']),
    closedBy: Maker,
  }),
).describe({
  number: 88,
  en: 'An auditor closes a finding, with what was done about it.',
  id: 'Auditor menutup temuan, beserta tindak lanjutnya.',
  basis: 'PP 60/2008 (SPIP)',
});
