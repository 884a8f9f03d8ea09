import { decider } from '@pembinaan/event-sourcing';
import { authorised } from '../../governance/rules/index.js';
import { standing } from '../../governance/standing.js';
import { makerOf } from '../../values/acts.js';
import { SignPartnerAgreement } from './commands.js';
import { PartnerAgreementSigned } from './events.js';
import { partnerState } from './state.js';

export const partner = decider(partnerState, { commands: [SignPartnerAgreement] })
  .facts({ SignPartnerAgreement: (_, command) => standing(command) })
  .decide({
    SignPartnerAgreement: (_, command, { policy, authority }) =>
      authorised(command, authority, ['ppk', 'pyb'], policy.on) ?? [
        PartnerAgreementSigned({ ...command.data, signedBy: makerOf(command) }),
      ],
  });
