import { event } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { Maker } from '../../values/acts.js';
import { DocumentRef, EventId, SubjectId } from '../../values/ids.js';

export const ExternalSyncRecorded = event(
  'ExternalSyncRecorded',
  z.strictObject({
    system: z.enum(['siasn', 'simpeg', 'eKinerja', 'sipka', 'other']),
    direction: z.enum(['sent', 'received']),
    /** What was sent or received, such as a certificate. */
    what: z.string().min(1).max(60),
    /** The event that was sent, or to which the received record led. */
    eventId: EventId.exactOptional(),
    employeeId: SubjectId.exactOptional(),
    externalRef: DocumentRef,
    outcome: z.enum(['accepted', 'rejected', 'differs']),
    /** The fields that differ, by name, never by value. */
    differingFields: z.array(z.string().regex(/^[A-Za-z][A-Za-z0-9_.]{0,99}$/)),
    recordedBy: Maker,
  }),
).describe({
  en: 'A record is exchanged with another system: accepted, rejected, or with fields that differ.',
  id: 'Satu rekaman dipertukarkan dengan sistem lain: diterima, ditolak, atau berbeda pada beberapa kolom.',
  basis: 'SIASN/SIMPEG (domain.md 5.8: outside the ninety, in a log of its own)',
});
