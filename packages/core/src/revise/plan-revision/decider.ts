import { decider } from '@pembinaan/event-sourcing';
import { authorised, decreed, G02, independentOf } from '../../governance/rules/index.js';
import { standing } from '../../governance/standing.js';
import { developmentNeedState } from '../../plan/development-need/state.js';
import { contentHash } from '../../plan/development-plan/content-hash.js';
import { DevelopmentPlanRevised } from '../../plan/development-plan/events.js';
import { R12 } from '../../plan/development-plan/rules.js';
import { applyChanges, developmentPlanState } from '../../plan/development-plan/state.js';
import { makerOf } from '../../values/acts.js';
import { ReviseDevelopmentPlan } from './commands.js';
import { applicable, needed, needsOf } from './rules.js';

/** What changes an established plan: the same stream as its drafting and establishment. */
export const planRevision = decider(developmentPlanState, { commands: [ReviseDevelopmentPlan] })
  .facts({
    ReviseDevelopmentPlan: (_, command) => ({
      ...standing(command),
      needs: needsOf(command.data.changes).map((needId) => developmentNeedState.at(needId)),
    }),
  })
  .decide({
    ReviseDevelopmentPlan: (plan, command, { policy, authority, needs }) => {
      const { changes, decree } = command.data;
      if (plan.status === 'none') return G02.refuse('notFound', { what: 'plan', id: command.streamId });
      if (plan.status !== 'established') return R12.refuse('notEstablished', { status: plan.status });
      // Who returned the plan once has checked it; who drafted or submitted it has made it.
      const makers = plan.acts.filter(({ act }) => act !== 'returned');
      return (
        authorised(command, authority, ['ppk'], policy.on) ??
        independentOf(command, makers) ??
        decreed({ decree, effectiveFrom: policy.on, on: policy.on }) ??
        applicable(plan.items, changes) ??
        needed(changes, needs) ?? [
          DevelopmentPlanRevised({
            ...command.data,
            contentHash: contentHash(applyChanges(plan.items, changes)),
            revisedBy: makerOf(command),
          }),
        ]
      );
    },
  });
