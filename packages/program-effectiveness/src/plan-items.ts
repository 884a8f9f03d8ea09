import { DevelopmentPlanEstablished, DevelopmentPlanRevised, PlanItemAdded } from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';

export interface PlannedItem {
  readonly itemId: string;
  readonly participantsPlanned: number;
  /** JP hundredths for each participant. */
  readonly jp: number;
  /** Rupiah. */
  readonly cost: number;
  readonly impactIndicator: string;
}

export interface PlanRow {
  established: boolean;
  items: PlannedItem[];
}

/** The items of each development plan, keyed by plan id. */
export const planItems = projection({
  name: 'plan-items',
  version: 1,
  events: [PlanItemAdded, DevelopmentPlanEstablished, DevelopmentPlanRevised],
  initial: (): PlanRow => ({ established: false, items: [] }),
  key: (event) => idOf(event.stream),
  on: {
    PlanItemAdded: (plan, { data }) => {
      plan.items.push(planned(data.item));
      return plan;
    },
    DevelopmentPlanEstablished: (plan) => {
      plan.established = true;
      return plan;
    },
    DevelopmentPlanRevised: (plan, { data }) => {
      for (const change of data.changes) {
        if (change.kind === 'add') plan.items.push(planned(change.item));
        else plan.items = plan.items.filter(({ itemId }) => itemId !== change.itemId);
      }
      return plan;
    },
  },
});

function planned({ itemId, participantsPlanned, jp, cost, impactIndicator }: PlannedItem): PlannedItem {
  return { itemId, participantsPlanned, jp, cost, impactIndicator };
}
