import { stream } from '@pembinaan/event-sourcing';
import type { UnitId } from '../../values/ids.js';
import type { LocalDate } from '../../values/local-date.js';
import {
  type ForwardAction,
  PublicReportAnswered,
  PublicReportClosed,
  PublicReportForwarded,
  PublicReportReceived,
  type ReportClassification,
} from './events.js';

export type PublicReport =
  | { readonly status: 'none' }
  | {
      readonly status: 'received' | ForwardAction | 'answered' | 'closed';
      readonly classification: ReportClassification;
      /** The unit that the report is about. */
      readonly unitId: UnitId;
      readonly receivedOn: LocalDate;
      /** The last of the acts that sort a report out. */
      readonly forwarded: { readonly action: ForwardAction; readonly on: LocalDate } | undefined;
      readonly answeredOn: LocalDate | undefined;
      readonly closedOn: LocalDate | undefined;
    };

type Known = Exclude<PublicReport, { status: 'none' }>;

const change = (report: PublicReport, next: Partial<Known>): PublicReport =>
  report.status === 'none' ? report : { ...report, ...next };

export const publicReportState = stream('publicReport', {
  events: [PublicReportReceived, PublicReportForwarded, PublicReportAnswered, PublicReportClosed],
  initial: (): PublicReport => ({ status: 'none' }),
}).evolve({
  PublicReportReceived: (_, { data }) => ({
    status: 'received',
    classification: data.classification,
    unitId: data.unitId,
    receivedOn: data.receivedOn,
    forwarded: undefined,
    answeredOn: undefined,
    closedOn: undefined,
  }),
  PublicReportForwarded: (report, { data }) =>
    change(report, { status: data.action, forwarded: { action: data.action, on: data.on } }),
  PublicReportAnswered: (report, { data }) => change(report, { status: 'answered', answeredOn: data.on }),
  PublicReportClosed: (report, { data }) => change(report, { status: 'closed', closedOn: data.on }),
});

/** The day of the last step of a report. */
export function lastStepOn({ receivedOn, forwarded, answeredOn, closedOn }: Known): LocalDate {
  return closedOn ?? answeredOn ?? forwarded?.on ?? receivedOn;
}
