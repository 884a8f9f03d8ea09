import { decider, type Rejection } from '@pembinaan/event-sourcing';
import { authorised, G02, reasoned } from '../../governance/rules/index.js';
import { standing } from '../../governance/standing.js';
import { makerOf } from '../../values/acts.js';
import type { AgreementId } from '../../values/ids.js';
import type { LocalDate } from '../../values/local-date.js';
import { EndPartnerAgreement, SignPartnerAgreement } from './commands.js';
import { PartnerAgreementEnded, PartnerAgreementSigned } from './events.js';
import { type Agreement, type Partner, partnerState } from './state.js';

export const partner = decider(partnerState, { commands: [SignPartnerAgreement, EndPartnerAgreement] })
  .facts({
    SignPartnerAgreement: (_, command) => standing(command),
    EndPartnerAgreement: (_, command) => standing(command),
  })
  .decide({
    SignPartnerAgreement: (state, command, { policy, authority }) => {
      const { agreementId } = command.data;
      if (agreementWith(state, agreementId) !== undefined) {
        return G02.refuse('alreadyExists', { what: 'agreement', id: agreementId });
      }
      return (
        authorised(command, authority, ['ppk', 'pyb'], policy.on) ?? [
          PartnerAgreementSigned({ ...command.data, signedBy: makerOf(command) }),
        ]
      );
    },

    EndPartnerAgreement: (state, command, { policy, authority }) => {
      const { agreementId, on, reason } = command.data;
      const agreement = agreementWith(state, agreementId);
      if (agreement === undefined) return G02.refuse('notFound', { what: 'agreement', id: agreementId });
      return (
        authorised(command, authority, ['ppk', 'pyb'], policy.on) ??
        reasoned(reason) ??
        endable(agreement, on) ?? [PartnerAgreementEnded({ ...command.data, endedBy: makerOf(command) })]
      );
    },
  });

function agreementWith({ agreements }: Partner, agreementId: AgreementId): Agreement | undefined {
  return agreements.find((known) => known.agreementId === agreementId);
}

/** Refuses to end what was ended before, and an end before the beginning (G02). */
function endable({ period, endedOn }: Agreement, on: LocalDate): Rejection | undefined {
  if (endedOn !== undefined) {
    return G02.refuse('wrongStatus', { what: 'agreement', status: 'ended', needed: ['signed'] });
  }
  if (on >= period.from) return undefined;
  return G02.refuse('before', { what: 'end of the agreement', date: on, of: 'agreement', begun: period.from });
}
