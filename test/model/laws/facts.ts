import {
  AuthorityEnded,
  AuthorityGranted,
  EmployeePlaced,
  EmployeeRegistered,
  EmployeeSeparated,
  PolicyVersionAdopted,
} from '@pembinaan/core';
import type * as z from 'zod';
import { plusDays } from '../days.js';
import type { History, Placed, Told } from './history.js';

/** What several rules ask of the log: which policy held, who held which authority, who served where. Always as known at a place. */

/** The policy version in force on a day: the one that took effect last by then; of two on one day, the one adopted last. */
export function policyOn(history: History, day: string, known: Placed) {
  let found: Told<z.output<typeof PolicyVersionAdopted.schema>> | undefined;
  for (const version of history.of(PolicyVersionAdopted, known)) {
    if (version.data.effectiveFrom > day) continue;
    if (found === undefined || version.data.effectiveFrom >= found.data.effectiveFrom) found = version;
  }
  return found?.data;
}

/** The figures under which an event was decided. */
export function figuresOf(history: History, event: Told<unknown>) {
  const policy = policyOn(history, event.on, event);
  if (policy === undefined) throw new Error(`${event.type} of ${event.on} was decided without a policy.`);
  return policy.figures;
}

/** The days on which a grant holds, as known at a place; undefined where it never held. */
export function held(history: History, grant: Told<{ from: string; to?: string | undefined }>, known?: Placed) {
  const ends = history.of(AuthorityEnded, known).filter(({ of }) => of === grant.of);
  const last = [...ends.map(({ data }) => plusDays(data.on, -1)), grant.data.to ?? '9999-12-31'].sort()[0] ?? '';
  return grant.data.from <= last ? { from: grant.data.from, to: last } : undefined;
}

/** The roles that a person holds on a day. */
export function rolesOn(history: History, subjectId: string, day: string, known: Placed): readonly string[] {
  return history.of(AuthorityGranted, known).flatMap((grant) => {
    const days = held(history, grant, known);
    const holds = grant.data.subjectId === subjectId && days !== undefined && days.from <= day && day <= days.to;
    return holds ? [grant.data.role] : [];
  });
}

/** Where a person works on a day: the placement that began last by then; of two on one day, the one recorded last. */
export function placementOn(history: History, subjectId: string, day: string, known?: Placed) {
  let found: Told<z.output<typeof EmployeePlaced.schema>> | undefined;
  for (const placed of history.of(EmployeePlaced, known)) {
    if (placed.of !== subjectId || placed.data.from > day) continue;
    if (found === undefined || placed.data.from >= found.data.from) found = placed;
  }
  return found?.data;
}

/** How a person is employed; undefined for whoever is not registered. */
export function employmentOf(history: History, subjectId: string, known?: Placed) {
  return history.of(EmployeeRegistered, known).find(({ of }) => of === subjectId)?.data;
}

/** Tells whether a person is registered, and has not left by that day. */
export function servesOn(history: History, subjectId: string, day: string, known?: Placed): boolean {
  const left = history
    .standing(EmployeeSeparated, known)
    .filter(({ of }) => of === subjectId)
    .at(-1);
  return employmentOf(history, subjectId, known) !== undefined && (left === undefined || day < left.data.on);
}
