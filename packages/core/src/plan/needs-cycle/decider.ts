import { decider } from '@pembinaan/event-sourcing';
import { authorised, G02, noPolicy } from '../../governance/rules/index.js';
import { standing } from '../../governance/standing.js';
import { makerOf } from '../../values/acts.js';
import { NeedsCycleId } from '../../values/ids.js';
import { workingDayFrom } from '../../values/working-days.js';
import { OpenNeedsCycle } from './commands.js';
import { NeedsCycleOpened } from './events.js';
import { needsCycleState } from './state.js';
import { datedSteps } from './steps.js';

/** The id of the needs cycle of an agency for a year: there is one stream for both, so that there is one cycle a year. */
export function needsCycleId(agencyId: string, year: number): NeedsCycleId {
  return NeedsCycleId.parse(`${agencyId}-${year}`);
}

export const needsCycle = decider(needsCycleState, { commands: [OpenNeedsCycle] })
  .facts({ OpenNeedsCycle: (_, command) => standing(command) })
  .decide({
    OpenNeedsCycle: (cycle, command, { policy, authority }) => {
      const { agencyId, year, startsOn } = command.data;
      const expected = needsCycleId(agencyId, year);
      if (command.streamId !== expected) {
        return G02.refuse('mismatch', { what: 'needs cycle', given: command.streamId, expected });
      }
      if (cycle.status !== 'none') return G02.refuse('alreadyExists', { what: 'needs cycle', id: expected });
      if (policy.figures === undefined) return noPolicy(policy);
      return (
        authorised(command, authority, ['ppk', 'pyb', 'bkpsdm'], policy.on) ?? [
          NeedsCycleOpened({
            agencyId,
            year,
            startsOn: workingDayFrom(startsOn, policy.calendar),
            steps: [...datedSteps(startsOn, policy.figures['needs.cycle.steps'].value, policy.calendar)],
            openedBy: makerOf(command),
          }),
        ]
      );
    },
  });
