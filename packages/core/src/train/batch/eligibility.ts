import { type FactRequest, fact, type IssuedOf, type Rejection } from '@pembinaan/event-sourcing';
import type { PolicyFigures } from '../../governance/policy/figures.js';
import { G02 } from '../../governance/rules/index.js';
import { type Employee, servesOn } from '../../people/employee/state.js';
import { type AgendaEntry, participantAgenda } from '../../registers/participant-agenda.js';
import { makerOf, subjectsOf } from '../../values/acts.js';
import type { SubjectId } from '../../values/ids.js';
import { LocalDate, overlap, type Period, yearOf } from '../../values/local-date.js';
import type { DeclineNomination } from './commands.js';
import { R18 } from './rules.js';
import { batchState, type KnownBatch, type Participant } from './state.js';

/** What takes up a seat, the days of a person and the JP that may be assigned to a PPPK: all but what was declined or withdrawn. */
const HELD: readonly string[] = ['confirmed', 'completed', 'notCompleted'] satisfies Participant['status'][];

/** The batches in which a person takes part or took part, without this one and without those that were cancelled. */
export function otherBatchesOf(employeeId: SubjectId, batchId: string): FactRequest<readonly AgendaEntry[]> {
  return fact(async (reader) => {
    const { entries } = await participantAgenda.at(employeeId).load(reader);
    const held: AgendaEntry[] = [];
    for (const entry of entries) {
      if (entry.batchId === batchId || !HELD.includes(entry.status)) continue;
      // A cancellation names no participants, so that the register of the person does not learn of it.
      const batch = await batchState.at(entry.batchId).load(reader);
      if (batch.status !== 'cancelled') held.push(entry);
    }
    return held;
  });
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
  const taken = [...participants.values()].filter(({ status }) => HELD.includes(status)).length;
  return taken < capacity ? undefined : R18.refuse('batchFull', { capacity });
}

/** Refuses a person who is confirmed elsewhere at that time, or completed the programme not long ago (R18). */
export function free(
  employeeId: SubjectId,
  batch: KnownBatch,
  others: readonly AgendaEntry[],
  figures: PolicyFigures,
): Rejection | undefined {
  const same = others.find(({ period }) => overlap(period, batch.period));
  if (same !== undefined) {
    return R18.refuse('overlapping', { employeeId, batchId: same.batchId, ...same.period });
  }
  const months = figures['batch.repeatAfterMonths'].value;
  for (const { batchId, programId, status, period } of others) {
    if (programId !== batch.programId || status !== 'completed') continue;
    const until = addMonths(period.to, months);
    if (batch.period.from < until) return R18.refuse('repeatedTooSoon', { employeeId, batchId, until });
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
 * (R18; PP 49/2018 Pasal 40). A batch belongs to the contract year of its last day, as its JP belong to the ledger of that day.
 */
export function aboveCeiling(
  employeeId: SubjectId,
  employee: Employee,
  batch: KnownBatch,
  others: readonly AgendaEntry[],
  figures: PolicyFigures,
): Rejection | boolean {
  if (employee.status === 'none' || !isPppk(employee)) return false;
  const { contract } = employee;
  if (contract === undefined) return R18.refuse('contractUnknown', { employeeId });
  const year = contractYear(contract, batch.period.to);
  const before = others
    .filter(({ period }) => contractYear(contract, period.to) === year)
    .reduce((sum, { jp }) => sum + jp, 0);
  const ceiling = figures['jp.maximum.pppk.contractYear'].value;
  if (before + batch.jp <= ceiling) return false;
  if (figures['jp.maximum.pppk.mode'].value === 'warn') return true;
  return R18.refuse('aboveCeiling', { employeeId, assigned: before, jp: batch.jp, ceiling });
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

/** Which year of the contract a day falls in: 0 until the day before the first anniversary, then 1, and so on, also when prolonged. */
export function contractYear(contract: Period, date: LocalDate): number {
  const beforeAnniversary = date.slice(5) < contract.from.slice(5);
  return yearOf(date) - yearOf(contract.from) - (beforeAnniversary ? 1 : 0);
}

/** The same day that many months later; the last day of the month where it has no such day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const month = new Date(`${date.slice(0, 7)}-01T00:00:00Z`);
  month.setUTCMonth(month.getUTCMonth() + months);
  const days = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).getUTCDate();
  month.setUTCDate(Math.min(Number(date.slice(8)), days));
  return LocalDate.parse(month.toISOString().slice(0, 10));
}
