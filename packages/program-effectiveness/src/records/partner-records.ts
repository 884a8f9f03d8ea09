import { type LocalDate, PartnerAgreementEnded, PartnerAgreementSigned } from '@pembinaan/core';
import { idOf, projection, type View } from '@pembinaan/event-sourcing';

export interface AgreementRow {
  readonly kind: string;
  readonly level: 'mou' | 'pks';
  readonly contribution: readonly string[];
  readonly from: LocalDate;
  readonly to: LocalDate;
  ended: { readonly on: string; readonly reason: string; readonly rating: number | null } | null;
}

export interface PartnerRow {
  readonly partnerId: string;
  /** By agreement. */
  agreements: Record<string, AgreementRow>;
}

/** The partners and the agreements with them, keyed by partner. */
export const partnerRecords = projection({
  name: 'partner-records',
  version: 1,
  events: [PartnerAgreementSigned, PartnerAgreementEnded],
  initial: (partnerId): PartnerRow => ({ partnerId, agreements: {} }),
  key: (event) => idOf(event.stream),
  on: {
    PartnerAgreementSigned: (partner, { data: { agreementId, kind, level, contribution, period } }) => {
      partner.agreements[agreementId] = {
        kind,
        level,
        contribution: [...contribution],
        from: period.from,
        to: period.to,
        ended: null,
      };
      return partner;
    },
    PartnerAgreementEnded: (partner, { data: { agreementId, on, reason, rating } }) => {
      const agreement = partner.agreements[agreementId];
      if (agreement !== undefined) agreement.ended = { on, reason: reason.code, rating: rating ?? null };
      return partner;
    },
  },
});

/** An agreement with the ids that lead to it. */
export type KnownAgreement = AgreementRow & { readonly partnerId: string; readonly agreementId: string };

/** All agreements of all partners. */
export function agreementsOf(view: View<PartnerRow>): readonly KnownAgreement[] {
  return [...view.rows.values()].flatMap(({ partnerId, agreements }) =>
    Object.entries(agreements).map(([agreementId, agreement]) => ({ ...agreement, partnerId, agreementId })),
  );
}

/** How an agreement stands on a day. */
export function standingOn(agreement: AgreementRow, day: string): 'notYet' | 'inForce' | 'expired' | 'ended' {
  if (agreement.ended !== null && agreement.ended.on <= day) return 'ended';
  if (day < agreement.from) return 'notYet';
  return day <= agreement.to ? 'inForce' : 'expired';
}
