import {
  DevelopmentPlanDrafted,
  DevelopmentPlanEstablished,
  DevelopmentPlanReturned,
  DevelopmentPlanRevised,
  DevelopmentPlanSubmitted,
  type PlanItem,
  PlanItemAdded,
  PlanItemRemoved,
} from '@pembinaan/core';
import { idOf, projection, type RecordedEvent } from '@pembinaan/event-sourcing';

export interface PlannedItem {
  readonly itemId: string;
  readonly needIds: readonly string[];
  readonly form: string;
  readonly target: 'individual' | 'institution';
  readonly participantsPlanned: number;
  /** JP hundredths for each participant. */
  readonly jp: number;
  /** Rupiah. */
  readonly cost: number;
  /** The mission of the regional plan (RPJMD) that it serves. */
  readonly missionRef: string | null;
  readonly impactIndicator: string;
  readonly learningModel: string;
  /** The instant at which it came into the plan. */
  readonly addedAt: string;
}

/** An act by which a plan came to hold, or to hold otherwise. */
export interface PlanDecision {
  readonly decision: 'DevelopmentPlanEstablished' | 'DevelopmentPlanRevised';
  readonly eventId: string;
  readonly at: string;
  readonly decidedBy: string;
  readonly authorityId: string | null;
  readonly policyVersion: string | null;
  readonly decreeNumber: string;
  /** Why it was revised. */
  readonly causes: readonly { readonly kind: string; readonly ref: string }[];
  /** The submission that it decided on, and whether the content is the one submitted (R12); null for a revision. */
  readonly submissionId: string | null;
  readonly asSubmitted: boolean | null;
  /** Items and their cost in rupiah, as it left them. */
  readonly items: number;
  readonly cost: number;
}

export interface PlanRow {
  readonly planId: string;
  year: number | null;
  agencyId: string | null;
  hcdpId: string | null;
  previousPlanId: string | null;
  status: 'none' | 'draft' | 'submitted' | 'returned' | 'established';
  draftedAt: string | null;
  items: PlannedItem[];
  submission: { readonly eventId: string; readonly contentHash: string; readonly at: string } | null;
  decisions: PlanDecision[];
}

/** The development plans with their items and the decisions on them, keyed by plan id. */
export const planItems = projection({
  name: 'plan-items',
  version: 2,
  events: [
    DevelopmentPlanDrafted,
    PlanItemAdded,
    PlanItemRemoved,
    DevelopmentPlanSubmitted,
    DevelopmentPlanReturned,
    DevelopmentPlanEstablished,
    DevelopmentPlanRevised,
  ],
  initial: (planId): PlanRow => ({
    planId,
    year: null,
    agencyId: null,
    hcdpId: null,
    previousPlanId: null,
    status: 'none',
    draftedAt: null,
    items: [],
    submission: null,
    decisions: [],
  }),
  key: (event) => idOf(event.stream),
  on: {
    DevelopmentPlanDrafted: (plan, { occurredAt, data }) => {
      plan.year = data.year;
      plan.agencyId = data.agencyId;
      plan.hcdpId = data.hcdpId ?? null;
      plan.previousPlanId = data.previousPlanId ?? null;
      plan.status = 'draft';
      plan.draftedAt = occurredAt;
      return plan;
    },
    PlanItemAdded: (plan, { occurredAt, data }) => {
      plan.items.push(planned(data.item, occurredAt));
      return plan;
    },
    PlanItemRemoved: (plan, { data }) => {
      plan.items = plan.items.filter(({ itemId }) => itemId !== data.itemId);
      return plan;
    },
    DevelopmentPlanSubmitted: (plan, { id, occurredAt, data }) => {
      plan.status = 'submitted';
      plan.submission = { eventId: id, contentHash: data.contentHash, at: occurredAt };
      return plan;
    },
    DevelopmentPlanReturned: (plan) => {
      plan.status = 'returned';
      return plan;
    },
    DevelopmentPlanEstablished: (plan, event) => {
      plan.status = 'established';
      const { establishedBy, decree, contentHash } = event.data;
      return decided(plan, event, {
        decision: 'DevelopmentPlanEstablished',
        decidedBy: establishedBy.subjectId,
        decreeNumber: decree.number,
        causes: [],
        submissionId: plan.submission?.eventId ?? null,
        asSubmitted: plan.submission === null ? null : plan.submission.contentHash === contentHash,
      });
    },
    DevelopmentPlanRevised: (plan, event) => {
      const { changes, causes, decree, revisedBy } = event.data;
      for (const change of changes) {
        if (change.kind === 'add') plan.items.push(planned(change.item, event.occurredAt));
        else plan.items = plan.items.filter(({ itemId }) => itemId !== change.itemId);
      }
      return decided(plan, event, {
        decision: 'DevelopmentPlanRevised',
        decidedBy: revisedBy.subjectId,
        decreeNumber: decree.number,
        causes: causes.map(({ kind, ref }) => ({ kind, ref })),
        submissionId: null,
        asSubmitted: null,
      });
    },
  },
});

function planned(item: PlanItem, addedAt: string): PlannedItem {
  const { itemId, needIds, form, target, participantsPlanned, jp, cost, missionRef, impactIndicator, learningModel } =
    item;
  return {
    itemId,
    needIds: [...needIds],
    form,
    target,
    participantsPlanned,
    jp,
    cost,
    missionRef: missionRef ?? null,
    impactIndicator,
    learningModel,
    addedAt,
  };
}

function decided(
  plan: PlanRow,
  { id, occurredAt, metadata }: RecordedEvent,
  act: Pick<PlanDecision, 'decision' | 'decidedBy' | 'decreeNumber' | 'causes' | 'submissionId' | 'asSubmitted'>,
): PlanRow {
  plan.decisions.push({
    ...act,
    eventId: id,
    at: occurredAt,
    authorityId: metadata.actor.authorityId ?? null,
    policyVersion: metadata.policyVersion ?? null,
    items: plan.items.length,
    cost: plan.items.reduce((sum, { cost }) => sum + cost, 0),
  });
  return plan;
}
