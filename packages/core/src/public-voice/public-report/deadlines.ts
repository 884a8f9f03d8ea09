import { workingCalendar } from '../../governance/policy/calendar.js';
import { type Policy, policyOn } from '../../governance/policy/versions.js';
import type { LocalDate } from '../../values/local-date.js';
import { type Deadline, deadline, workingDaysBetween } from '../../values/working-days.js';
import type { ForwardAction, ReportClassification } from './events.js';

/** What is known of a report, from its events. */
export interface ReportDays {
  readonly classification: ReportClassification;
  readonly receivedOn: LocalDate;
  /** The last of the acts that sort it out. */
  readonly forwarded?: { readonly action: ForwardAction; readonly on: LocalDate } | undefined;
  readonly answeredOn?: LocalDate | undefined;
  readonly closedOn?: LocalDate | undefined;
}

/** The last day of a step, when it was done, and how late it was, or is by now. */
export interface StepDeadline extends Deadline {
  readonly doneOn?: LocalDate;
  /** Working days after the last day; 0 in time. */
  readonly workingDaysLate: number;
}

/** The steps of a report that have begun, each with its deadline (R38). */
export interface ReportDeadlines {
  /** Counted from the day of receipt; done on the day on which the report is verified, found not ours, or archived. To defer it is not to do it. */
  readonly verify: StepDeadline;
  /** Counted from the day of verification; done by the answer. Begins once the report is verified. */
  readonly react?: StepDeadline;
  /** Counted from the day of verification, on which the report is complete and with the unit that answers; done when it is closed. An aspiration has none. */
  readonly complete?: StepDeadline;
}

/**
 * The deadlines of a report, in working days of the agency calendar: the figures `complaint.sla` of the policy version in force on the day
 * of receipt, also where a later version has others. Each day of delay counts in one step only: who verifies late does not make the unit
 * late that answers.
 *
 * @param on the day as of which a step that is not done yet is judged
 * @returns undefined where no policy version was in force on the day of receipt: nothing was promised then
 */
export function reportDeadlines(report: ReportDays, policy: Policy, on: LocalDate): ReportDeadlines | undefined {
  const { classification, receivedOn, forwarded, answeredOn, closedOn } = report;
  const sla = policyOn(policy, receivedOn)?.figures['complaint.sla'].value;
  if (sla === undefined) return undefined;
  const calendar = workingCalendar(policy);
  const step = (from: LocalDate, workingDays: number, doneOn: LocalDate | undefined): StepDeadline => {
    const last = deadline(from, workingDays, calendar);
    const workingDaysLate = workingDaysBetween(last.due, doneOn ?? on, calendar);
    return { ...last, ...(doneOn !== undefined && { doneOn }), workingDaysLate };
  };

  const sorted = forwarded?.action === 'deferred' ? undefined : forwarded;
  const verify = step(receivedOn, sla.verify, sorted?.on);
  if (sorted?.action !== 'verified') return { verify };
  const react = step(sorted.on, sla.react, answeredOn);
  if (classification === 'aspiration') return { verify, react };
  return { verify, react, complete: step(sorted.on, sla[FIGURE[classification]], closedOn) };
}

/** Under which figure of `complaint.sla` a report is completed. */
const FIGURE = { information: 'information', complaint: 'complaint', complaintOversight: 'oversight' } as const;
