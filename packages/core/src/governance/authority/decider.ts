import { decider } from '@pembinaan/event-sourcing';
import { authoritiesOf } from '../../registers/authorities-of.js';
import { makerOf } from '../../values/acts.js';
import { policyFor } from '../policy/state.js';
import { actingForAPeriod, auditorApart, beneficiary, decreed, G02, independentOf, reasoned } from '../rules/index.js';
import { EndAuthority, GrantAuthority } from './commands.js';
import { AuthorityEnded, AuthorityGranted } from './events.js';
import { authorityState } from './state.js';

export const authority = decider(authorityState, { commands: [GrantAuthority, EndAuthority] })
  .facts({
    GrantAuthority: (_, command) => ({
      policy: policyFor(command),
      held: authoritiesOf.at(command.data.subjectId).map(({ authorities }) => authorities),
    }),
  })
  .decide({
    GrantAuthority: (state, command, { policy, held }) => {
      const { decree, from, retroactive } = command.data;
      if (state.status !== 'none') return G02.refuse('alreadyExists', { what: 'authority', id: command.streamId });
      return (
        independentOf(command, [beneficiary(command.data.subjectId)]) ??
        actingForAPeriod(command.data) ??
        decreed({ decree, effectiveFrom: from, on: policy.on, retroactive }) ??
        auditorApart(command.data, held) ?? [AuthorityGranted({ ...command.data, grantedBy: makerOf(command) })]
      );
    },

    EndAuthority: (state, command) => {
      if (state.status === 'none') return G02.refuse('notFound', { what: 'authority', id: command.streamId });
      if (state.endedOn !== undefined) {
        return G02.refuse('wrongStatus', { what: 'authority', status: 'ended', needed: ['granted'] });
      }
      return (
        reasoned(command.data.reason) ?? [
          AuthorityEnded({ ...command.data, subjectId: state.subjectId, endedBy: makerOf(command) }),
        ]
      );
    },
  });
