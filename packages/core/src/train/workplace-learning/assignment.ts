import type { IssuedOf, Rejection } from '@pembinaan/event-sourcing';
import type { JpCap, PolicyFigures } from '../../governance/policy/figures.js';
import { G02, inStatus } from '../../governance/rules/index.js';
import { R27 } from '../../mentor/mentorship/rules.js';
import { Jp } from '../../values/amounts.js';
import type { SubjectId } from '../../values/ids.js';
import { type LocalDate, monthOf, type Period } from '../../values/local-date.js';
import { counted } from '../jp-ledger/counting.js';
import { jpRuleFor } from '../jp-ledger/jp-rule.js';
import { R22 } from '../jp-ledger/rules.js';
import type { Program } from '../program/state.js';
import type { AssignWorkplaceLearning } from './commands.js';

type Assignment = IssuedOf<typeof AssignWorkplaceLearning>['data'];

/** Refuses a person who would be guided by himself (R27). */
export function guidedByAnother(employeeId: SubjectId, hostMentorId: SubjectId): Rejection | undefined {
  return hostMentorId === employeeId ? R27.refuse('samePerson', { subjectId: employeeId }) : undefined;
}

/** Refuses a programme that is not there, or is not approved (G02). */
export function programmeRuns({ programId }: Assignment, program: Program | undefined): Rejection | undefined {
  if (programId === undefined || program === undefined) return undefined;
  if (program.status === 'none') return G02.refuse('notFound', { what: 'programme', id: programId });
  return inStatus('programme', program, 'approved');
}

/**
 * The JP hundredths that an assignment is worth by the table of the day on which it is made (R22). Of a form that is counted by meetings,
 * the most that the months of the period can bring: nobody knows yet how often the two will meet.
 */
export function worth({ form, international, period }: Assignment, figures: PolicyFigures): Jp | Rejection {
  const rule = jpRuleFor(form, figures);
  if (rule === undefined) return R22.refuse('formNotInTable', { form });
  const meetings = rule.mode === 'perMeeting' ? mostMeetings(period, rule.cap) : undefined;
  const activity = { form, international, meetings, date: period.to, programJp: undefined, mentorId: undefined };
  const parts = counted(activity, rule);
  if (parts === undefined) return R22.refuse('notCountable', { form, mode: rule.mode });
  return Jp.parse(parts.reduce((sum, { jpRaw }) => sum + jpRaw, 0));
}

/** As many meetings as a cap by the month lets count in a period; undefined where it sets no such number. */
function mostMeetings(
  { from, to }: Period,
  cap: JpCap | undefined,
): readonly { readonly date: LocalDate; readonly minutes: number }[] | undefined {
  if (cap?.per !== 'month' || cap.unit !== 'meetings') return undefined;
  return Array.from({ length: monthsIn(from, to) * cap.value }, () => ({ date: to, minutes: 0 }));
}

/** The calendar months that a period touches. */
function monthsIn(from: LocalDate, to: LocalDate): number {
  const count = (date: LocalDate): number => {
    const [year, month] = monthOf(date).split('-').map(Number);
    return (year ?? 0) * 12 + (month ?? 0);
  };
  return count(to) - count(from) + 1;
}
