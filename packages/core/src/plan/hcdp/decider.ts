import { decider } from '@pembinaan/event-sourcing';
import { authorised, decreed, G02 } from '../../governance/rules/index.js';
import { standing } from '../../governance/standing.js';
import { makerOf } from '../../values/acts.js';
import { HcdpId } from '../../values/ids.js';
import { LocalDate } from '../../values/local-date.js';
import { EstablishHcdp } from './commands.js';
import { HcdpEstablished } from './events.js';
import { hcdpState } from './state.js';

/** The id of the HCDP of an agency for its years. */
export function hcdpId(agencyId: string, years: { readonly from: number; readonly to: number }): HcdpId {
  return HcdpId.parse(`${agencyId}-${years.from}-${years.to}`);
}

export const hcdp = decider(hcdpState, { commands: [EstablishHcdp] })
  .facts({ EstablishHcdp: (_, command) => standing(command) })
  .decide({
    EstablishHcdp: (state, command, { policy, authority }) => {
      const { agencyId, years, decree, retroactive } = command.data;
      const expected = hcdpId(agencyId, years);
      if (command.streamId !== expected) {
        return G02.refuse('mismatch', { what: 'hcdp', given: command.streamId, expected });
      }
      if (state.status !== 'none') return G02.refuse('alreadyExists', { what: 'hcdp', id: expected });
      const effectiveFrom = LocalDate.parse(`${years.from}-01-01`);
      return (
        authorised(command, authority, ['ppk'], policy.on) ??
        decreed({ decree, effectiveFrom, on: policy.on, retroactive }) ?? [
          HcdpEstablished({ ...command.data, establishedBy: makerOf(command) }),
        ]
      );
    },
  });
