import type { Rejection } from '@pembinaan/event-sourcing';
import { G02, reasoned } from '../../governance/rules/index.js';
import { R08 } from '../../plan/development-need/rules.js';
import type { DevelopmentNeed } from '../../plan/development-need/state.js';
import type { PlanChange, PlanItem } from '../../plan/development-plan/events.js';
import { R11 } from '../../plan/development-plan/rules.js';
import { applyChanges } from '../../plan/development-plan/state.js';
import type { NeedId } from '../../values/ids.js';

/** Refuses changes that add what is there, or remove what is not, each seen after those before it; a removal says why (R09). */
export function applicable(items: readonly PlanItem[], changes: readonly PlanChange[]): Rejection | undefined {
  let current = items;
  for (const change of changes) {
    const itemId = change.kind === 'add' ? change.item.itemId : change.itemId;
    const there = current.some((item) => item.itemId === itemId);
    if (change.kind === 'add' && there) return R11.refuse('itemExists', { itemId });
    if (change.kind === 'remove') {
      if (!there) return G02.refuse('notFound', { what: 'plan item', id: itemId });
      const refusal = reasoned(change.reason);
      if (refusal !== undefined) return refusal;
    }
    current = applyChanges(current, [change]);
  }
  return undefined;
}

/** The needs on which added items rest, in the order in which they are named. */
export function needsOf(changes: readonly PlanChange[]): readonly NeedId[] {
  return changes.flatMap((change) => (change.kind === 'add' ? change.item.needIds : []));
}

/** Refuses an added item without a need, or on one that is not validated (R08). `needs` are those of {@link needsOf}. */
export function needed(changes: readonly PlanChange[], needs: readonly DevelopmentNeed[]): Rejection | undefined {
  for (const change of changes) {
    if (change.kind === 'add' && change.item.needIds.length === 0) {
      return R08.refuse('noNeed', { itemId: change.item.itemId });
    }
  }
  const needIds = needsOf(changes);
  for (const [index, need] of needs.entries()) {
    if (need.status !== 'validated') {
      return R08.refuse('needNotValidated', { needId: needIds[index] ?? '', status: need.status });
    }
  }
  return undefined;
}
