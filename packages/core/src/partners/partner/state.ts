import { stream } from '@pembinaan/event-sourcing';
import type { AgreementId } from '../../values/ids.js';
import { addDays, type LocalDate, type Period } from '../../values/local-date.js';
import { PartnerAgreementEnded, PartnerAgreementSigned } from './events.js';

export interface Agreement {
  readonly agreementId: AgreementId;
  readonly level: 'mou' | 'pks';
  /** As signed; see {@link lastDayOf} for the day until which it really held. */
  readonly period: Period;
  /** First day on which it no longer holds, where it was ended. */
  readonly endedOn: LocalDate | undefined;
}

export interface Partner {
  readonly agreements: readonly Agreement[];
}

export const partnerState = stream('partner', {
  events: [PartnerAgreementSigned, PartnerAgreementEnded],
  initial: (): Partner => ({ agreements: [] }),
}).evolve({
  PartnerAgreementSigned: (partner, { data }) => ({
    agreements: [
      ...partner.agreements,
      { agreementId: data.agreementId, level: data.level, period: data.period, endedOn: undefined },
    ],
  }),
  PartnerAgreementEnded: (partner, { data }) => ({
    agreements: partner.agreements.map((known) =>
      known.agreementId === data.agreementId ? { ...known, endedOn: data.on } : known,
    ),
  }),
});

/** The last day on which an agreement holds: that of its period, or the day before it was ended; then it may lie before its first day. */
export function lastDayOf({ period, endedOn }: Pick<Agreement, 'period' | 'endedOn'>): LocalDate {
  if (endedOn === undefined || endedOn > period.to) return period.to;
  return addDays(endedOn, -1);
}
