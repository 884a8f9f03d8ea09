import { type Rejection, rule } from '@pembinaan/event-sourcing';
import { G02, inStatus, reasoned, statusName } from '../../governance/rules/index.js';
import { type Employee, placementOn, servesOn } from '../../people/employee/state.js';
import type { Reason } from '../../values/acts.js';
import type { PublicReportId, UnitId } from '../../values/ids.js';
import type { LocalDate } from '../../values/local-date.js';
import type { ForwardAction } from './events.js';
import type { PublicReport } from './state.js';

export const R38 = rule('R38', {
  text: {
    en: 'Reports and inputs of the public have deadlines in working days of the agency calendar, and lateness is computed, never typed; steps are recorded in their order, on days that have come; a unit does not itself end a complaint with oversight content about it.',
    id: 'Laporan dan masukan masyarakat memiliki tenggat dalam hari kerja menurut kalender instansi, dan keterlambatan dihitung, tidak pernah diketik; langkah dicatat menurut urutannya, pada hari yang sudah tiba; suatu unit tidak mengakhiri sendiri pengaduan berkadar pengawasan mengenai dirinya.',
  },
  refusals: {
    ownUnit: (d: { subjectId: string; unitId: string; on: string }) => ({
      en: `${d.subjectId} works in ${d.unitId} on ${d.on}, the unit complained of, and does not end a complaint with oversight content about it. Ask somebody of another unit, also to type it.`,
      id: `${d.subjectId} bekerja di ${d.unitId} pada ${d.on}, yaitu unit yang diadukan, sehingga tidak mengakhiri pengaduan berkadar pengawasan mengenai unit itu. Mintalah orang dari unit lain, juga untuk mengetiknya.`,
    }),
    unitMissing: () => ({
      en: 'A verified report goes to the unit that answers it, and none is named. Give toUnitId.',
      id: 'Laporan yang diverifikasi diteruskan ke unit yang menjawab, tetapi unitnya tidak disebut. Isi toUnitId.',
    }),
    reasonMissing: (d: { action: ForwardAction }) => ({
      en: `A report that is ${statusName(d.action).en} needs a reason. Give reason, with one of its codes.`,
      id: `Laporan yang ${statusName(d.action).id} memerlukan alasan. Isi reason dengan salah satu kodenya.`,
    }),
    inFuture: (d: { date: string; today: string }) => ({
      en: `The day ${d.date} has not come yet (today is ${d.today}). Record what happened once it has happened.`,
      id: `Tanggal ${d.date} belum tiba (hari ini ${d.today}). Catat suatu kejadian setelah terjadi.`,
    }),
    beforeStep: (d: { date: string; previous: string }) => ({
      en: `The day ${d.date} lies before the step before it, which was on ${d.previous}. Correct the date.`,
      id: `Tanggal ${d.date} mendahului langkah sebelumnya, yaitu ${d.previous}. Perbaiki tanggalnya.`,
    }),
  },
});

/** Refuses a step on a day to come, or before the step before it (R38). */
export function inItsTime(
  date: LocalDate,
  { previous, today }: { readonly previous: LocalDate | undefined; readonly today: LocalDate },
): Rejection | undefined {
  if (date > today) return R38.refuse('inFuture', { date, today });
  return previous !== undefined && date < previous ? R38.refuse('beforeStep', { date, previous }) : undefined;
}

/** Refuses to verify a report without a unit that answers, and to put it off or away without a reason (R38, R09). */
export function sortedOut(forward: {
  readonly action: ForwardAction;
  readonly toUnitId?: UnitId;
  readonly reason?: Reason;
}): Rejection | undefined {
  const { action, toUnitId, reason } = forward;
  if (action === 'verified') return toUnitId === undefined ? R38.refuse('unitMissing', {}) : undefined;
  return reason === undefined ? R38.refuse('reasonMissing', { action }) : reasoned(reason);
}

/** Refuses to take up a report again that does not exist or was never closed (G02). */
export function takenUpAgain(
  reopens: PublicReportId | undefined,
  earlier: PublicReport | undefined,
): Rejection | undefined {
  if (reopens === undefined || earlier === undefined) return undefined;
  if (earlier.status === 'none') return G02.refuse('notFound', { what: 'report', id: reopens });
  return inStatus('report', earlier, 'closed');
}

/** Somebody who has a hand in an act, as the agency knows him; a subject who is no employee works in no unit. */
export interface Hand {
  readonly subjectId: string;
  readonly employee: Employee;
}

/**
 * Refuses somebody of the unit complained of who would end a complaint with oversight content about it (R38): who works there on the day
 * of the act, or on the day on which it is recorded, so that dating it back does not help.
 */
export function ofAnotherUnit(
  report: Exclude<PublicReport, { status: 'none' }>,
  hands: readonly Hand[],
  days: readonly LocalDate[],
): Rejection | undefined {
  const { classification, unitId } = report;
  if (classification !== 'complaintOversight') return undefined;
  for (const { subjectId, employee } of hands) {
    const on = days.find((day) => servesOn(employee, day) && placementOn(employee, day)?.unitId === unitId);
    if (on !== undefined) return R38.refuse('ownUnit', { subjectId, unitId, on });
  }
  return undefined;
}
