import { decider } from '@pembinaan/event-sourcing';
import { openMatters } from '../../registers/open-matters.js';
import { makerOf } from '../../values/acts.js';
import { SubjectId } from '../../values/ids.js';
import { policyFor } from '../policy/state.js';
import { beneficiary, G02, independentOf } from '../rules/index.js';
import { DecideDataSubjectRequest, DestroySubjectKey } from './commands.js';
import { DataSubjectRequestDecided, SubjectKeyDestroyed } from './events.js';
import { decidedAfterReceipt, grounded, nothingOpen, R40 } from './rules.js';
import { privacyState } from './state.js';

export const privacy = decider(privacyState, { commands: [DecideDataSubjectRequest, DestroySubjectKey] })
  .facts({
    DecideDataSubjectRequest: (_, command) => ({ policy: policyFor(command) }),
    DestroySubjectKey: (_, command) => ({ policy: policyFor(command), open: openMatters.at(command.streamId) }),
  })
  .decide({
    DecideDataSubjectRequest: (privacy, command, { policy }) => {
      const { requestId, receivedOn } = command.data;
      if (privacy.requests.some((known) => known.requestId === requestId)) {
        return G02.refuse('alreadyDecided', { what: 'request', id: requestId });
      }
      return (
        decidedAfterReceipt(receivedOn, policy.on) ??
        independentOf(command, [beneficiary(SubjectId.parse(command.streamId))]) ?? [
          DataSubjectRequestDecided({ ...command.data, decidedBy: makerOf(command) }),
        ]
      );
    },

    DestroySubjectKey: (privacy, command, { policy, open }) => {
      const { keyId, basis } = command.data;
      if (privacy.destroyedKeys.includes(keyId)) return R40.refuse('alreadyDestroyed', { keyId });
      return (
        grounded(command, basis, privacy, policy.today) ??
        nothingOpen(open) ?? [SubjectKeyDestroyed({ ...command.data, destroyedBy: makerOf(command) })]
      );
    },
  });
