import { reportDeadlines } from '@pembinaan/core';
import { agencyReadModel } from '../../agency-read-model.js';
import { byCells, inOneCell } from '../../lines.js';
import { agencyPolicy, policyOnDay } from '../../records/agency-policy.js';
import { daysOf, isOpen, reportRecords, reportsUntil } from '../../records/report-records.js';

/** A report that waits for a step. */
export type OpenReportsLine = {
  readonly reportId: string;
  readonly externalRef: string;
  readonly classification: string;
  /** The unit that the report is about, and the one that answers. */
  readonly unitId: string;
  readonly toUnitId: string | null;
  readonly service: string | null;
  readonly topics: string | null;
  readonly receivedOn: string;
  /** The step that it waits for. */
  readonly waitsFor: 'verify' | 'react' | 'complete';
  /** The last day of that step; null where no policy was in force when it came, and for the end of an aspiration, which has none. */
  readonly due: string | null;
  /** False where the holidays on the way are not all known yet, so that it may be some days later. */
  readonly certain: boolean | null;
  readonly workingDaysLate: number | null;
};

/** S5: which report has to be handled next, and which are late. */
export const openReports = agencyReadModel({
  name: 'OpenReports',
  question: {
    en: 'Which reports of the public are open, and what is due on them until when?',
    id: 'Laporan masyarakat mana yang masih terbuka, dan apa yang harus dilakukan sampai kapan?',
  },
  projections: [reportRecords, agencyPolicy],
  answer: ([reports, policies], on): readonly OpenReportsLine[] => {
    const { policy } = policyOnDay(policies, on);
    return reportsUntil(reports, on)
      .flatMap((report): readonly OpenReportsLine[] => {
        const days = daysOf(report, on);
        if (!isOpen(days)) return [];
        const verified = days.forwarded?.action === 'verified';
        const waitsFor = !verified ? 'verify' : days.answeredOn === undefined ? 'react' : 'complete';
        const step = reportDeadlines(days, policy, on)?.[waitsFor];
        return [
          {
            reportId: report.reportId,
            externalRef: report.externalRef,
            classification: report.classification,
            unitId: report.unitId,
            toUnitId: report.toUnitId,
            service: report.service,
            topics: inOneCell(report.topics),
            receivedOn: report.receivedOn,
            waitsFor,
            due: step?.due ?? null,
            certain: step?.certain ?? null,
            workingDaysLate: step?.workingDaysLate ?? null,
          },
        ];
      })
      .sort(
        byCells(
          ({ due }) => due,
          ({ reportId }) => reportId,
        ),
      );
  },
});
