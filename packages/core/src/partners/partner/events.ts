import { event } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { Maker } from '../../values/acts.js';
import { Sha256 } from '../../values/ids.js';
import { Period } from '../../values/local-date.js';

export const PartnerAgreementSigned = event(
  'PartnerAgreementSigned',
  z.strictObject({
    kind: z.enum(['university', 'trainingInstitute', 'ngo', 'agency', 'private']),
    /** A PKS (operative agreement) lets the partner act; an MoU alone does not (R16). */
    level: z.enum(['mou', 'pks']),
    contribution: z.array(z.enum(['speakers', 'material', 'venue', 'funds', 'hosting', 'certification'])),
    period: Period,
    documentHash: Sha256,
    signedBy: Maker,
  }),
).describe({
  number: 77,
  en: 'An agreement with a partner is signed for a period.',
  id: 'Perjanjian dengan mitra ditandatangani untuk suatu masa.',
});
