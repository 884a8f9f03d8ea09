import { type LocalDate, reportDeadlines, workingDaysBetween } from '@pembinaan/core';
import { agencyReadModel } from '../../agency-read-model.js';
import { shareOf } from '../../disclosure.js';
import { byCells, grouped } from '../../lines.js';
import { agencyPolicy, type PolicyOnDay, policyOnDay } from '../../records/agency-policy.js';
import { daysOf, isOpen, type KnownReport, reportRecords, reportsUntil } from '../../records/report-records.js';

/** The reports of one kind to one unit: how fast they were handled, and how many came back. */
export type ComplaintSlaLine = {
  /** The unit that answers; until a report is handed to one, the unit that it is about. */
  readonly unitId: string;
  readonly classification: string;
  readonly received: number;
  readonly answered: number;
  readonly closed: number;
  /** Neither closed nor put away as not ours. */
  readonly open: number;
  /** Reports of which a step was done, or is by now, after its last day (R38). */
  readonly verifiedLate: number;
  readonly answeredLate: number;
  readonly completedLate: number;
  /** Working days from receipt to the first answer, and to the end: the middle report; of an even number the later of the two. */
  readonly medianDaysToAnswer: number | null;
  readonly medianDaysToClose: number | null;
  /** Closed reports that somebody had to take up again, and their share of the closed ones in basis points. */
  readonly reopened: number;
  readonly reopenRate: number | null;
};

/**
 * S5: listen, and solve rightly and fast. Speed and reopenings stand side by side: a report that is closed fast and comes back was not
 * solved. The public itself is not named, so that small numbers are told too.
 */
export const complaintSla = agencyReadModel({
  name: 'ComplaintSla',
  question: {
    en: 'How fast are reports of the public handled, how many are late, and how many come back?',
    id: 'Seberapa cepat laporan masyarakat ditangani, berapa yang terlambat, dan berapa yang dibuka kembali?',
  },
  projections: [reportRecords, agencyPolicy],
  answer: ([reportView, policies], on): readonly ComplaintSlaLine[] => {
    const standing = policyOnDay(policies, on);
    const reports = reportsUntil(reportView, on);
    const reopened = new Set(reports.map(({ reopens }) => reopens));
    return [...grouped(reports, ({ unitId, toUnitId }) => toUnitId ?? unitId)]
      .flatMap(([unitId, ofUnit]) =>
        [...grouped(ofUnit, ({ classification }) => classification)].map(([classification, ofKind]) => ({
          unitId,
          classification,
          ...handling(ofKind, standing, on),
          ...comingBack(ofKind, reopened, on),
        })),
      )
      .sort(
        byCells(
          ({ unitId }) => unitId,
          ({ classification }) => classification,
        ),
      );
  },
});

function handling(reports: readonly KnownReport[], { policy, calendar }: PolicyOnDay, on: LocalDate) {
  const days = reports.map((report) => daysOf(report, on));
  const deadlines = reports.map((report) => reportDeadlines(daysOf(report, on), policy, on));
  const late = (step: 'verify' | 'react' | 'complete'): number =>
    deadlines.filter((each) => (each?.[step]?.workingDaysLate ?? 0) > 0).length;
  const until = (end: 'answeredOn' | 'closedOn'): readonly number[] =>
    days.flatMap((each) => {
      const day = each[end];
      return day === undefined ? [] : [workingDaysBetween(each.receivedOn, day, calendar)];
    });
  const answered = until('answeredOn');
  const closed = until('closedOn');
  return {
    received: reports.length,
    answered: answered.length,
    closed: closed.length,
    open: days.filter(isOpen).length,
    verifiedLate: late('verify'),
    answeredLate: late('react'),
    completedLate: late('complete'),
    medianDaysToAnswer: medianOf(answered),
    medianDaysToClose: medianOf(closed),
  };
}

function comingBack(reports: readonly KnownReport[], reopened: ReadonlySet<string | null>, on: LocalDate) {
  const closed = reports.filter((report) => daysOf(report, on).closedOn !== undefined);
  const back = closed.filter(({ reportId }) => reopened.has(reportId)).length;
  return { reopened: back, reopenRate: shareOf(back, closed.length) };
}

function medianOf(values: readonly number[]): number | null {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? null;
}
