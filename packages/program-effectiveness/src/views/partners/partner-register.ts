import { daysBetween } from '@pembinaan/core';
import { agencyReadModel } from '../../agency-read-model.js';
import { byCells, inOneCell } from '../../lines.js';
import { agreementsOf, partnerRecords, standingOn } from '../../records/partner-records.js';

/** An agreement with a partner, as it stands on the day. */
export type PartnerRegisterLine = {
  readonly partnerId: string;
  readonly agreementId: string;
  readonly kind: string;
  /** A PKS lets the partner act, an MoU alone does not (R16). */
  readonly level: string;
  readonly contribution: string | null;
  readonly from: string;
  readonly to: string;
  readonly standing: 'notYet' | 'inForce' | 'expired' | 'ended';
  /** Days until the last day, that day not counted; null where it is not in force. */
  readonly daysLeft: number | null;
  readonly endedOn: string | null;
  readonly endReason: string | null;
  /** 1 to 5; null where the agency gave none. */
  readonly rating: number | null;
};

/** M10: with whom the agency works, until when, and how that went. */
export const partnerRegister = agencyReadModel({
  name: 'PartnerRegister',
  question: {
    en: 'Which agreements with partners are in force, which expire or have ended, and how were the partners rated?',
    id: 'Perjanjian mitra mana yang berlaku, mana yang akan atau sudah berakhir, dan bagaimana penilaian mitranya?',
  },
  projections: [partnerRecords],
  answer: ([partners], on): readonly PartnerRegisterLine[] =>
    agreementsOf(partners)
      .map((agreement): PartnerRegisterLine => {
        const { partnerId, agreementId, kind, level, contribution, from, to } = agreement;
        const standing = standingOn(agreement, on);
        const ended = standing === 'ended' ? agreement.ended : null;
        return {
          partnerId,
          agreementId,
          kind,
          level,
          contribution: inOneCell(contribution),
          from,
          to,
          standing,
          daysLeft: standing === 'inForce' ? daysBetween(on, to) : null,
          endedOn: ended?.on ?? null,
          endReason: ended?.reason ?? null,
          rating: ended?.rating ?? null,
        };
      })
      .sort(
        byCells(
          ({ partnerId }) => partnerId,
          ({ from }) => from,
          ({ agreementId }) => agreementId,
        ),
      ),
});
