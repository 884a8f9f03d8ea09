import { event } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { Maker, reasonFrom } from '../../values/acts.js';
import { AgreementId, Sha256 } from '../../values/ids.js';
import { LocalDate, Period } from '../../values/local-date.js';

export const PartnerAgreementSigned = event(
  'PartnerAgreementSigned',
  z.strictObject({
    agreementId: AgreementId,
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
  basis: 'Cooperation of regional governments (MoU, PKS); practices of Lhokseumawe (L7) and Muaratebo (M10)',
});

export const PartnerAgreementEnded = event(
  'PartnerAgreementEnded',
  z.strictObject({
    agreementId: AgreementId,
    /** First day on which it no longer holds. */
    on: LocalDate,
    reason: reasonFrom(['fulfilled', 'notFulfilled', 'mutual', 'breach']),
    /** How the agency rates the partner, 1 to 5. */
    rating: z.int().min(1).max(5).exactOptional(),
    endedBy: Maker,
  }),
).describe({
  number: 78,
  en: 'An agreement with a partner ends, with a reason.',
  id: 'Perjanjian dengan mitra berakhir, dengan alasan.',
  basis: 'Cooperation of regional governments (MoU, PKS)',
});
