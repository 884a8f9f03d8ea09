import { decider } from '@pembinaan/event-sourcing';
import { authorised, decreed, G02, independentOf, inStatus, reasoned } from '../../governance/rules/index.js';
import { standing } from '../../governance/standing.js';
import { makerOf } from '../../values/acts.js';
import { PlanId } from '../../values/ids.js';
import { R08 } from '../development-need/rules.js';
import { developmentNeedState } from '../development-need/state.js';
import { hcdpState } from '../hcdp/state.js';
import {
  AddPlanItem,
  DraftDevelopmentPlan,
  EstablishDevelopmentPlan,
  RemovePlanItem,
  ReturnDevelopmentPlan,
  SubmitDevelopmentPlan,
} from './commands.js';
import { contentHash } from './content-hash.js';
import {
  DevelopmentPlanDrafted,
  DevelopmentPlanEstablished,
  DevelopmentPlanReturned,
  DevelopmentPlanSubmitted,
  PlanItemAdded,
  PlanItemRemoved,
  PlanTotals,
} from './events.js';
import { contentAsSubmitted, R10, R11, servesHcdp } from './rules.js';
import { developmentPlanState } from './state.js';

/** The id of the plan of an agency for a year: there is one stream for both, which is what keeps R10. */
export function developmentPlanId(agencyId: string, year: number): PlanId {
  return PlanId.parse(`${agencyId}-${year}`);
}

export const developmentPlan = decider(developmentPlanState, {
  commands: [
    DraftDevelopmentPlan,
    AddPlanItem,
    RemovePlanItem,
    SubmitDevelopmentPlan,
    ReturnDevelopmentPlan,
    EstablishDevelopmentPlan,
  ],
})
  .facts({
    DraftDevelopmentPlan: (_, { data }) => ({
      hcdp: data.hcdpId === undefined ? undefined : hcdpState.at(data.hcdpId),
      previous: data.previousPlanId === undefined ? undefined : developmentPlanState.at(data.previousPlanId),
    }),
    AddPlanItem: (_, { data }) => ({ needs: data.item.needIds.map((needId) => developmentNeedState.at(needId)) }),
    EstablishDevelopmentPlan: (_, command) => standing(command),
  })
  .decide({
    DraftDevelopmentPlan: (plan, command, { hcdp, previous }) => {
      const { agencyId, year, hcdpId, previousPlanId } = command.data;
      const expected = developmentPlanId(agencyId, year);
      if (command.streamId !== expected) return R10.refuse('wrongStream', { planId: command.streamId, expected });
      if (plan.status !== 'none') return R10.refuse('planExists', { planId: expected, status: plan.status });
      if (previousPlanId !== undefined && previous?.status === 'none') {
        return G02.refuse('notFound', { what: 'plan', id: previousPlanId });
      }
      const refusal = hcdpId && hcdp && servesHcdp({ agencyId, year }, hcdpId, hcdp);
      return refusal ?? [DevelopmentPlanDrafted({ ...command.data, draftedBy: makerOf(command) })];
    },

    AddPlanItem: (plan, command, { needs }) => {
      const { item } = command.data;
      if (plan.status === 'none') return G02.refuse('notFound', { what: 'plan', id: command.streamId });
      if (plan.status !== 'draft' && plan.status !== 'returned') return R11.refuse('frozen', { status: plan.status });
      if (plan.items.some(({ itemId }) => itemId === item.itemId))
        return R11.refuse('itemExists', { itemId: item.itemId });
      if (needs.length === 0) return R08.refuse('noNeed', { itemId: item.itemId });
      for (const [index, need] of needs.entries()) {
        if (need.status !== 'validated') {
          return R08.refuse('needNotValidated', { needId: item.needIds[index] ?? '', status: need.status });
        }
      }
      return [PlanItemAdded({ item, addedBy: makerOf(command) })];
    },

    RemovePlanItem: (plan, command) => {
      const { itemId, reason } = command.data;
      if (plan.status === 'none') return G02.refuse('notFound', { what: 'plan', id: command.streamId });
      if (plan.status !== 'draft' && plan.status !== 'returned') return R11.refuse('frozen', { status: plan.status });
      if (!plan.items.some((item) => item.itemId === itemId)) {
        return G02.refuse('notFound', { what: 'plan item', id: itemId });
      }
      return reasoned(reason) ?? [PlanItemRemoved({ ...command.data, removedBy: makerOf(command) })];
    },

    SubmitDevelopmentPlan: (plan, command) => {
      if (plan.status === 'none') return G02.refuse('notFound', { what: 'plan', id: command.streamId });
      if (plan.status !== 'draft' && plan.status !== 'returned') return R11.refuse('frozen', { status: plan.status });
      if (plan.items.length === 0) return R11.refuse('empty', {});
      return [
        DevelopmentPlanSubmitted({
          contentHash: contentHash(plan.items),
          totals: PlanTotals.parse({
            items: plan.items.length,
            participants: plan.items.reduce((sum, item) => sum + item.participantsPlanned, 0),
            cost: plan.items.reduce((sum, item) => sum + item.cost, 0),
          }),
          submittedBy: makerOf(command),
        }),
      ];
    },

    ReturnDevelopmentPlan: (plan, command) =>
      inStatus('plan', plan, 'submitted') ??
      reasoned(command.data.reason) ??
      independentOf(command, plan.status === 'none' ? [] : plan.acts) ?? [
        DevelopmentPlanReturned({ ...command.data, returnedBy: makerOf(command) }),
      ],

    EstablishDevelopmentPlan: (plan, command, { policy, authority }) => {
      const { decree, validity, retroactive } = command.data;
      return (
        inStatus('plan', plan, 'submitted') ??
        authorised(command, authority, ['ppk'], policy.on) ??
        independentOf(command, plan.status === 'none' ? [] : plan.acts) ??
        decreed({ decree, effectiveFrom: validity.from, on: policy.on, retroactive }) ??
        contentAsSubmitted(plan, command.data.contentHash) ?? [
          DevelopmentPlanEstablished({ ...command.data, establishedBy: makerOf(command) }),
        ]
      );
    },
  });
