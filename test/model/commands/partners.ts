import {
  EndPartnerAgreement,
  PartnerAgreementEnded,
  PartnerAgreementSigned,
  SignPartnerAgreement,
} from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';
import { belief } from '../agency.js';
import { hash } from '../cast.js';
import { plusDays } from '../days.js';
import type { Moves } from '../play.js';
import { asPpk, asPyb } from './officials.js';

export interface Partner {
  readonly id: string;
  agreements: readonly { readonly agreementId: string; readonly ended: boolean }[];
}

const partnersView = projection({
  name: 'model-partners',
  version: 1,
  events: [PartnerAgreementSigned, PartnerAgreementEnded],
  initial: (id: string): Partner => ({ id, agreements: [] }),
  key: ({ stream }) => idOf(stream),
  on: {
    PartnerAgreementSigned: (partner, { data: { agreementId } }): Partner => ({
      ...partner,
      agreements: [...partner.agreements, { agreementId, ended: false }],
    }),
    PartnerAgreementEnded: (partner, { data: { agreementId } }): Partner => ({
      ...partner,
      agreements: partner.agreements.map((known) =>
        known.agreementId === agreementId ? { ...known, ended: true } : known,
      ),
    }),
  },
});

/** The partners of the agency, with their agreements. */
export const partners = belief(partnersView);

export const partnerMoves: Moves = {
  'an agreement is signed': (agency, dice) => ({
    ...dice.oneOf(asPpk, asPyb),
    to: dice.oneOf('kampus-a', 'kampus-b', 'lembaga-c'),
    command: SignPartnerAgreement({
      agreementId: agency.newId('perjanjian'),
      kind: 'university',
      level: dice.oneOf('pks', 'pks', 'mou'),
      contribution: ['speakers', 'hosting'],
      period: { from: agency.today, to: plusDays(agency.today, dice.oneOf(60, 200, 700)) },
      documentHash: hash('perjanjian'),
    }),
  }),
  'an agreement ends': (agency, dice) => {
    const partner = dice.of(partners(agency));
    const agreement = dice.of(partner?.agreements.filter(({ ended }) => !ended || dice.chance(20)) ?? []);
    return (
      partner &&
      agreement && {
        ...asPyb,
        to: partner.id,
        command: EndPartnerAgreement({
          agreementId: agreement.agreementId,
          on: plusDays(agency.today, dice.oneOf(0, 10, 30)),
          reason: { code: 'mutual' },
        }),
      }
    );
  },
};
