import {
  BudgetCeilingSet,
  BudgetCommitted,
  BudgetRealized,
  BudgetReleased,
  CompetencyAssessed,
  CompetencyGapValidated,
  CompetencyStandardEstablished,
  DevelopmentNeedDeclined,
  DevelopmentNeedProposed,
  DevelopmentNeedValidated,
  DevelopmentNeedVerified,
  DevelopmentPlanDrafted,
  DevelopmentPlanEstablished,
  DevelopmentPlanReturned,
  DevelopmentPlanRevised,
  DevelopmentPlanSubmitted,
  NeedsCycleOpened,
  type PlanItem,
  PlanItemAdded,
  PlanItemRemoved,
  ProgramDesigned,
  ResourcePersonAssigned,
} from '@pembinaan/core';
import type * as z from 'zod';
import { hash } from '../cast.js';
import { plusWorkingDays } from '../days.js';
import { figuresOf, placementOn } from './facts.js';
import type { History, Placed, Told } from './history.js';
import { type Complain, grouped, inBoth, law, sum } from './law.js';

export const levels = law(
  'R06',
  'A level is a whole number from 1 to 5 of a competency in the catalogue of the day; a gap is the standard less what others assessed.',
  (history, complain) => {
    const gradable = (event: Told<unknown>, competency: string, level: number): void => {
      const catalogue = figuresOf(history, event)['competency.catalogue'].value;
      if (!Number.isInteger(level) || level < 1 || level > 5) complain(event, `has the level ${level}`);
      if (!catalogue.some(({ code }) => code === competency)) complain(event, `${competency} is not in the catalogue`);
    };
    for (const event of history.of(CompetencyAssessed)) gradable(event, event.data.competency, event.data.level);
    for (const event of history.of(CompetencyStandardEstablished)) {
      for (const { competency, requiredLevel } of event.data.items) gradable(event, competency, requiredLevel);
    }
    for (const event of history.of(ProgramDesigned)) {
      for (const { code, targetLevel } of event.data.competencies) gradable(event, code, targetLevel);
    }
    for (const gap of history.of(CompetencyGapValidated)) {
      const { competency, required, actual } = gap.data;
      const standardId = placementOn(history, gap.of, gap.on, gap)?.standardId;
      const demanded = standardOn(history, standardId ?? '', gap.on, gap)?.find(
        (item) => item.competency === competency,
      );
      if (demanded?.requiredLevel !== required) complain(gap, `the standard asks for ${demanded?.requiredLevel}`);
      if (levelOn(history, gap.of, competency, gap.on, gap) !== actual)
        complain(gap, `another level than ${actual} stands`);
      if (actual >= required) complain(gap, 'is no gap');
    }
  },
);

function standardOn(history: History, standardId: string, day: string, known: Placed) {
  return history
    .of(CompetencyStandardEstablished, known)
    .filter(({ of, data }) => of === standardId && data.effectiveFrom <= day)
    .sort((a, b) => (a.data.effectiveFrom < b.data.effectiveFrom ? -1 : 1))
    .at(-1)?.data.items;
}

/** What others assessed last by a day, while it is valid. */
export function assessmentOn(history: History, subjectId: string, competency: string, day: string, known: Placed) {
  let found: Told<z.output<typeof CompetencyAssessed.schema>> | undefined;
  for (const assessed of history.standing(CompetencyAssessed, known)) {
    const { method, assessedOn, validUntil } = assessed.data;
    if (assessed.of !== subjectId || assessed.data.competency !== competency || method === 'self') continue;
    if (assessedOn > day || (validUntil !== undefined && validUntil < day)) continue;
    if (found === undefined || assessedOn >= found.data.assessedOn) found = assessed;
  }
  return found;
}

/** The level of a person on a day; 0 where nobody else assessed it. */
export function levelOn(history: History, subjectId: string, competency: string, day: string, known: Placed): number {
  return assessmentOn(history, subjectId, competency, day, known)?.data.level ?? 0;
}

export const assessorApart = law(
  'R07',
  'Nobody assesses himself but by the method self, and no trainer assesses by his own course.',
  (history, complain) => {
    for (const event of history.of(CompetencyAssessed)) {
      const { method, evidence } = event.data;
      if (method === 'self' && event.by !== event.of) complain(event, 'somebody else wrote a self-assessment');
      if (method !== 'self' && event.hands.includes(event.of)) complain(event, 'somebody assessed himself');
      const batchIds = evidence.flatMap((piece) => (piece.kind === 'batch' ? [`${piece.batchId}`] : []));
      const trainers = history.of(ResourcePersonAssigned, event).filter(({ of }) => batchIds.includes(of));
      if (
        inBoth(
          event.hands,
          trainers.map(({ data }) => data.subjectId),
        ).length > 0
      )
        complain(event, 'the trainer assessed');
    }
  },
);

export const origins = law(
  'R08',
  'A need names its origin, a plan item rests on validated needs, a programme on an established item or on a short track with a reason.',
  (history, complain) => {
    for (const event of history.of(DevelopmentNeedProposed)) {
      const { kind, ref } = event.data.origin;
      if (kind !== 'strategic' && ref === undefined) complain(event, `does not say which ${kind}`);
    }
    const rests = (event: Told<unknown>, { itemId, needIds }: PlanItem): void => {
      if (needIds.length === 0) complain(event, `${itemId} rests on no need`);
      for (const id of needIds) if (!isValidated(history, id, event)) complain(event, `${id} is not validated`);
    };
    for (const event of history.of(PlanItemAdded)) rests(event, event.data.item);
    for (const event of history.of(DevelopmentPlanRevised)) {
      for (const change of event.data.changes) if (change.kind === 'add') rests(event, change.item);
    }
    for (const event of history.of(ProgramDesigned)) {
      const { planItem, track, trackReason } = event.data;
      if (planItem === undefined) {
        if (track === 'full' || trackReason === undefined) complain(event, `is ${track} without a plan item`);
        continue;
      }
      const { planId, itemId } = planItem;
      const established = history.of(DevelopmentPlanEstablished, event).some(({ of }) => of === planId);
      const there = itemsOf(history, planId, event).some((item) => item.itemId === itemId);
      if (!established || !there) complain(event, `${itemId} is not established`);
    }
  },
);

function isValidated(history: History, needId: string, known: Placed): boolean {
  const steps = [
    ...history.of(DevelopmentNeedProposed, known),
    ...history.of(DevelopmentNeedVerified, known),
    ...history.of(DevelopmentNeedDeclined, known),
    ...history.of(DevelopmentNeedValidated, known),
  ];
  const last = steps
    .filter(({ of }) => of === needId)
    .sort((a, b) => a.index - b.index)
    .at(-1);
  return last?.type === DevelopmentNeedValidated.type;
}

export const onePlanAYear = law('R10', 'An agency has one plan for a year.', (history, complain) => {
  const drafts = grouped(history.of(DevelopmentPlanDrafted), ({ data }) => `${data.agencyId}-${data.year}`);
  for (const [planId, [first, second]] of drafts) {
    if (second !== undefined) complain(second, `is a second plan ${planId}`);
    if (first !== undefined && first.of !== planId) complain(first, `stands in ${first.of} instead of ${planId}`);
  }
});

/** The events of all plans, in their order. */
function planEvents(history: History, until?: Placed) {
  return [
    ...history.of(DevelopmentPlanDrafted, until),
    ...history.of(PlanItemAdded, until),
    ...history.of(PlanItemRemoved, until),
    ...history.of(DevelopmentPlanSubmitted, until),
    ...history.of(DevelopmentPlanReturned, until),
    ...history.of(DevelopmentPlanEstablished, until),
    ...history.of(DevelopmentPlanRevised, until),
  ].sort((a, b) => a.index - b.index);
}

/** The items of a plan at a place in the log, told anew from its events. */
function itemsOf(history: History, planId: string, until?: Placed): readonly PlanItem[] {
  let items: readonly PlanItem[] = [];
  const without = (itemId: string): readonly PlanItem[] => items.filter((item) => item.itemId !== itemId);
  for (const { of, type, data } of planEvents(history, until)) {
    if (of !== planId) continue;
    if (type === 'PlanItemAdded' && 'item' in data) items = [...items, data.item];
    if (type === 'PlanItemRemoved' && 'itemId' in data) items = without(data.itemId);
    if (!('changes' in data)) continue;
    for (const change of data.changes) items = change.kind === 'add' ? [...items, change.item] : without(change.itemId);
  }
  return items;
}

/** The hash of a content: SHA-256 of its JSON with sorted keys, the items in the order of their ids. */
function contentHash(items: readonly PlanItem[]): string {
  return hash(canonical([...items].sort((a, b) => (a.itemId < b.itemId ? -1 : 1))));
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
}

export const contentFrozen = law(
  'R11, R12',
  'Items change only in a draft or a returned plan; what is submitted, established and revised is what the hash says.',
  (history, complain) => {
    for (const events of grouped(planEvents(history), ({ of }) => of).values()) examinePlan(history, events, complain);
  },
);

type PlanEvent = ReturnType<typeof planEvents>[number];

function examinePlan(history: History, events: readonly PlanEvent[], complain: Complain): void {
  let status = 'none';
  let submitted: string | undefined;
  const statusAfter: Readonly<Record<string, string>> = {
    DevelopmentPlanDrafted: 'draft',
    DevelopmentPlanSubmitted: 'submitted',
    DevelopmentPlanReturned: 'returned',
    DevelopmentPlanEstablished: 'established',
  };
  for (const event of events) {
    const { type, data } = event;
    const open = status === 'draft' || status === 'returned';
    if ((type === 'PlanItemAdded' || type === 'PlanItemRemoved' || type === 'DevelopmentPlanSubmitted') && !open) {
      complain(event, `changes a plan that is ${status}`);
    }
    if ((type === 'DevelopmentPlanReturned' || type === 'DevelopmentPlanEstablished') && status !== 'submitted') {
      complain(event, `decides on a plan that is ${status}`);
    }
    if (type === 'DevelopmentPlanRevised' && status !== 'established')
      complain(event, `revises a plan that is ${status}`);
    if ('contentHash' in data) {
      const content = contentHash(itemsOf(history, event.of, { index: event.index + 1 }));
      if (data.contentHash !== content) complain(event, 'has another content than its hash says');
      if (type === 'DevelopmentPlanEstablished' && data.contentHash !== submitted)
        complain(event, 'was not submitted so');
      submitted = data.contentHash;
    }
    status = statusAfter[type] ?? status;
  }
}

export const withinCeiling = law(
  'R13',
  'Commitments less releases stay within the ceiling; of a commitment no more is released and spent than was committed.',
  (history, complain) => {
    const events = [
      ...history.of(BudgetCeilingSet),
      ...history.of(BudgetCommitted),
      ...history.of(BudgetReleased),
      ...history.of(BudgetRealized),
    ].sort((a, b) => a.index - b.index);
    for (const budget of grouped(events, ({ of }) => of).values()) {
      let ceiling = 0;
      const committed = new Map<string, number>();
      const released = new Map<string, number>();
      const spent = new Map<string, number>();
      for (const event of budget) {
        const { type, data } = event;
        if (!('commitmentId' in data)) ceiling = data.amount;
        else {
          const book = type === 'BudgetCommitted' ? committed : type === 'BudgetReleased' ? released : spent;
          book.set(data.commitmentId, (book.get(data.commitmentId) ?? 0) + data.amount);
          const gone = (released.get(data.commitmentId) ?? 0) + (spent.get(data.commitmentId) ?? 0);
          if (gone > (committed.get(data.commitmentId) ?? 0)) complain(event, `takes ${gone} of the commitment`);
        }
        const bound = sum([...committed.values()], Number) - sum([...released.values()], Number);
        if (bound > ceiling) complain(event, `binds ${bound} of ${ceiling}`);
      }
    }
  },
);

export const cycleDated = law(
  'G02',
  'The steps of a needs cycle follow each other by working days.',
  (history, complain) => {
    for (const event of history.of(NeedsCycleOpened)) {
      let before: string | undefined;
      for (const { step, workingDays, due } of event.data.steps) {
        const expected =
          before === undefined
            ? plusWorkingDays(event.data.startsOn, workingDays - 1)
            : plusWorkingDays(before, workingDays);
        if (due !== expected) complain(event, `${step} is due on ${due} instead of ${expected}`);
        before = due;
      }
    }
  },
);

export const planLaws = [levels, assessorApart, origins, onePlanAYear, contentFrozen, withinCeiling, cycleDated];
