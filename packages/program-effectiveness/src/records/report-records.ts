import {
  type ForwardAction,
  type LocalDate,
  PublicReportAnswered,
  PublicReportClosed,
  PublicReportForwarded,
  PublicReportReceived,
  type ReportClassification,
  type ReportDays,
} from '@pembinaan/core';
import { idOf, projection, type View } from '@pembinaan/event-sourcing';

export interface ReceivedReport {
  readonly externalRef: string;
  readonly channel: string;
  readonly classification: ReportClassification;
  readonly service: string | null;
  readonly unitId: string;
  readonly topics: readonly string[];
  readonly receivedOn: LocalDate;
  /** The earlier report that is taken up again. */
  readonly reopens: string | null;
}

export interface ReportRow {
  readonly reportId: string;
  /** Null until it is received. */
  received: ReceivedReport | null;
  forwards: { readonly action: ForwardAction; readonly on: LocalDate }[];
  /** The unit that answers. */
  toUnitId: string | null;
  /** The first answer: what comes later does not make it faster. */
  answeredOn: LocalDate | null;
  closedOn: LocalDate | null;
  satisfied: boolean | null;
  needId: string | null;
}

/** The reports of the public and what became of them, keyed by report. */
export const reportRecords = projection({
  name: 'report-records',
  version: 1,
  events: [PublicReportReceived, PublicReportForwarded, PublicReportAnswered, PublicReportClosed],
  initial: (reportId): ReportRow => ({
    reportId,
    received: null,
    forwards: [],
    toUnitId: null,
    answeredOn: null,
    closedOn: null,
    satisfied: null,
    needId: null,
  }),
  key: (event) => idOf(event.stream),
  on: {
    PublicReportReceived: (report, { data }) => {
      report.received = {
        externalRef: data.externalRef,
        channel: data.channel,
        classification: data.classification,
        service: data.service ?? null,
        unitId: data.unitId,
        topics: [...data.topicCodes],
        receivedOn: data.receivedOn,
        reopens: data.reopens ?? null,
      };
      return report;
    },
    PublicReportForwarded: (report, { data }) => {
      report.forwards.push({ action: data.action, on: data.on });
      report.toUnitId = data.toUnitId ?? report.toUnitId;
      return report;
    },
    PublicReportAnswered: (report, { data }) => {
      report.answeredOn ??= data.on;
      return report;
    },
    PublicReportClosed: (report, { data }) => {
      report.closedOn = data.on;
      report.satisfied = data.satisfied ?? null;
      report.needId = data.developmentNeedId ?? null;
      return report;
    },
  },
});

/** A report that was received, with what is known of it in one. */
export type KnownReport = Omit<ReportRow, 'received'> & ReceivedReport;

/** The reports that were received by a day. */
export function reportsUntil(view: View<ReportRow>, day: string): readonly KnownReport[] {
  return [...view.rows.values()].flatMap((row) =>
    row.received === null || row.received.receivedOn > day ? [] : [{ ...row, ...row.received }],
  );
}

/** The days of a report, as they were known on a day, for its deadlines. */
export function daysOf(report: KnownReport, day: LocalDate): ReportDays {
  const until = (on: LocalDate | null): LocalDate | undefined => (on === null || on > day ? undefined : on);
  return {
    classification: report.classification,
    receivedOn: report.receivedOn,
    forwarded: report.forwards.filter(({ on }) => on <= day).at(-1),
    answeredOn: until(report.answeredOn),
    closedOn: until(report.closedOn),
  };
}

/** Tells whether somebody still has to do something about a report. */
export function isOpen({ forwarded, closedOn }: ReportDays): boolean {
  return closedOn === undefined && forwarded?.action !== 'notOurs' && forwarded?.action !== 'archived';
}
