import { agencyReadModel } from '../../agency-read-model.js';
import { byCells } from '../../lines.js';
import { type PlanDecision, type PlanRow, planItems } from '../../plan-items.js';
import { agencyPolicy, policyOnDay } from '../../records/agency-policy.js';

/** A step in the life of the plans: a plan was drafted, established, or revised; a revision has a line for each of its causes. */
export type CycleHistoryLine = {
  readonly year: number | null;
  readonly planId: string;
  /** The plan that it follows. */
  readonly previousPlanId: string | null;
  readonly hcdpId: string | null;
  readonly step: 'drafted' | 'established' | 'revised';
  readonly on: string;
  readonly decreeNumber: string | null;
  readonly causeKind: string | null;
  readonly causeRef: string | null;
  /** Items of the plan and their cost in rupiah, as the step left them; null for a draft. */
  readonly items: number | null;
  readonly cost: number | null;
};

/** M1, T14: a system that goes on; each plan follows from the one before, and each revision from something. */
export const cycleHistory = agencyReadModel({
  name: 'CycleHistory',
  question: {
    en: 'How did one plan lead to the next, and what caused each revision?',
    id: 'Bagaimana satu rencana berlanjut ke rencana berikutnya, dan apa sebab setiap perubahannya?',
  },
  projections: [planItems, agencyPolicy],
  answer: ([plans, policies], on): readonly CycleHistoryLine[] => {
    const { dayOf } = policyOnDay(policies, on);
    return [...plans.rows.values()]
      .flatMap((plan) => [
        ...(plan.draftedAt === null ? [] : [drafted(plan, dayOf(plan.draftedAt))]),
        ...plan.decisions.flatMap((decision) => decided(plan, decision, dayOf(decision.at))),
      ])
      .filter((line) => line.on <= on)
      .sort(
        byCells(
          ({ year }) => year,
          ({ planId }) => planId,
          (line) => line.on,
        ),
      );
  },
});

function drafted(plan: PlanRow, on: string): CycleHistoryLine {
  const nothing = { decreeNumber: null, causeKind: null, causeRef: null, items: null, cost: null };
  return { ...lineage(plan), step: 'drafted', on, ...nothing };
}

function decided(plan: PlanRow, decision: PlanDecision, on: string): readonly CycleHistoryLine[] {
  const { decreeNumber, items, cost, causes } = decision;
  const step = decision.decision === 'DevelopmentPlanEstablished' ? 'established' : 'revised';
  const line = { ...lineage(plan), step, on, decreeNumber, items, cost } as const;
  if (causes.length === 0) return [{ ...line, causeKind: null, causeRef: null }];
  return causes.map(({ kind, ref }) => ({ ...line, causeKind: kind, causeRef: ref }));
}

function lineage({ year, planId, previousPlanId, hcdpId }: PlanRow) {
  return { year, planId, previousPlanId, hcdpId };
}
