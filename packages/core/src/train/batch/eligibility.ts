import type { FactRequest, IssuedOf, Rejection } from '@pembinaan/event-sourcing';
import type { PolicyFigures } from '../../governance/policy/figures.js';
import { G02 } from '../../governance/rules/index.js';
import { type Employee, servesOn } from '../../people/employee/state.js';
import { type AgendaEntry, participantAgenda } from '../../registers/participant-agenda.js';
import { makerOf, subjectsOf } from '../../values/acts.js';
import { contractYear } from '../../values/contract-year.js';
import type { SubjectId } from '../../values/ids.js';
import { addMonths, overlap, type Period } from '../../values/local-date.js';
import type { DeclineNomination } from './commands.js';
import { R18 } from './rules.js';
import type { KnownBatch, Participant } from './state.js';

/** What takes up a seat in a batch. */
const SEATED: readonly string[] = ['confirmed', 'completed', 'notCompleted'] satisfies Participant['status'][];

/** What takes up the days of a person and the JP that may be assigned to a PPPK: all but what was declined, left, stopped or cancelled. */
const HELD: readonly string[] = [
  'confirmed',
  'assigned',
  'completed',
  'notCompleted',
] satisfies AgendaEntry['status'][];

/** The batches and stays at a workplace in which a person takes part or took part, as a fact, without this one. */
export function heldBy(
  employeeId: SubjectId,
  except: Pick<AgendaEntry, 'kind' | 'id'>,
): FactRequest<readonly AgendaEntry[]> {
  return participantAgenda
    .at(employeeId)
    .map(({ entries }) =>
      entries.filter(({ kind, id, status }) => HELD.includes(status) && (kind !== except.kind || id !== except.id)),
    );
}

/** Refuses a person who is not registered, or does not serve on every day of the period (R18). */
export function serves(employeeId: SubjectId, employee: Employee, period: Period): Rejection | undefined {
  if (employee.status === 'none') return G02.refuse('notFound', { what: 'employee', id: employeeId });
  const { contract, separatedOn } = employee;
  if (!servesOn(employee, period.to)) {
    return R18.refuse('notServing', { employeeId, separatedOn: separatedOn ?? period.to });
  }
  // A contract that is over is taken to have been prolonged until a separation is recorded: there is no event for prolonging it.
  if (contract !== undefined && period.from < contract.from) {
    return R18.refuse('notYetServing', { employeeId, from: contract.from });
  }
  return undefined;
}

/** Refuses a confirmation when every seat is taken (R18). */
export function seatFree({ capacity, participants }: KnownBatch): Rejection | undefined {
  const taken = [...participants.values()].filter(({ status }) => SEATED.includes(status)).length;
  return taken < capacity ? undefined : R18.refuse('batchFull', { capacity });
}

/** Refuses a person who is confirmed in a batch or assigned to a workplace at that time (R18). */
export function notElsewhere(
  employeeId: SubjectId,
  period: Period,
  others: readonly AgendaEntry[],
): Rejection | undefined {
  const same = others.find((other) => overlap(other.period, period));
  return same && R18.refuse('overlapping', { employeeId, kind: same.kind, id: same.id, ...same.period });
}

/** Refuses a person who completed the programme in a batch not long ago (R18). */
export function notRepeated(
  employeeId: SubjectId,
  batch: KnownBatch,
  others: readonly AgendaEntry[],
  figures: PolicyFigures,
): Rejection | undefined {
  const months = figures['batch.repeatAfterMonths'].value;
  for (const { kind, id, programId, status, period } of others) {
    if (kind !== 'batch' || programId !== batch.programId || status !== 'completed') continue;
    const until = addMonths(period.to, months);
    if (batch.period.from < until) return R18.refuse('repeatedTooSoon', { employeeId, batchId: id, until });
  }
  return undefined;
}

/** Refuses a PPPK without a written assignment of the PyB (R18; Peraturan LAN 15/2020). */
export function assigned(
  employeeId: SubjectId,
  employee: Employee,
  assignmentLetterRef: string | undefined,
): Rejection | undefined {
  return isPppk(employee) && assignmentLetterRef === undefined
    ? R18.refuse('letterMissing', { employeeId })
    : undefined;
}

/**
 * Whether a PPPK would pass the JP that may be assigned in a contract year: a refusal where the policy blocks, true where it warns
 * (R18; PP 49/2018 Pasal 40). An activity belongs to the contract year of its last day, as its JP belong to the ledger of that day.
 */
export function aboveCeiling(
  employeeId: SubjectId,
  employee: Employee,
  activity: { readonly period: Period; readonly jp: number },
  others: readonly AgendaEntry[],
  figures: PolicyFigures,
): Rejection | boolean {
  if (employee.status === 'none' || !isPppk(employee)) return false;
  const { contract } = employee;
  if (contract === undefined) return R18.refuse('contractUnknown', { employeeId });
  const year = contractYear(contract, activity.period.to);
  const before = others
    .filter(({ period }) => contractYear(contract, period.to) === year)
    .reduce((sum, { jp }) => sum + jp, 0);
  const ceiling = figures['jp.maximum.pppk.contractYear'].value;
  if (before + activity.jp <= ceiling) return false;
  if (figures['jp.maximum.pppk.mode'].value === 'warn') return true;
  return R18.refuse('aboveCeiling', { employeeId, assigned: before, jp: activity.jp, ceiling });
}

/** Refuses that somebody else declines in the name of the person, or the person in that of somebody else (R18). */
export function declinedByTheRight(command: IssuedOf<typeof DeclineNomination>): Rejection | undefined {
  const { employeeId, by } = command.data;
  const maker = makerOf(command);
  if (by === 'self') {
    return maker.subjectId === employeeId ? undefined : R18.refuse('notByThePerson', { employeeId });
  }
  return subjectsOf(maker).includes(employeeId) ? R18.refuse('byThePerson', { employeeId, by }) : undefined;
}

function isPppk(employee: Employee): boolean {
  return employee.status === 'registered' && employee.kind !== 'pns';
}
