import { decider } from '@pembinaan/event-sourcing';
import { makerOf } from '../../values/acts.js';
import { authorised, decreed, G02 } from '../rules/index.js';
import { standing } from '../standing.js';
import { AdoptPolicyVersion } from './commands.js';
import { PolicyVersionAdopted } from './events.js';
import { consistent, tellsDays } from './rules.js';
import { POLICY, policyState } from './state.js';

export const policy = decider(policyState, { commands: [AdoptPolicyVersion] })
  .facts({
    // Also the first adoption needs an authority: it is granted before there is a policy, by decree alone.
    AdoptPolicyVersion: (_, command) => standing(command),
  })
  .decide({
    AdoptPolicyVersion: (state, command, { policy: { on }, authority }) => {
      const { version, figures, decree, effectiveFrom, retroactive } = command.data;
      if (command.streamId !== POLICY) {
        return G02.refuse('mismatch', { what: 'policy', given: command.streamId, expected: POLICY });
      }
      if (state.versions.some((known) => known.version === version)) {
        return G02.refuse('alreadyExists', { what: 'policy version', id: version });
      }
      return (
        authorised(command, authority, ['ppk'], on) ??
        decreed({ decree, effectiveFrom, on, retroactive }) ??
        tellsDays(figures) ??
        consistent(figures) ?? [PolicyVersionAdopted({ ...command.data, adoptedBy: makerOf(command) })]
      );
    },
  });
