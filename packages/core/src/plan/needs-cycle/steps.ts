import type { PolicyFigures } from '../../governance/policy/figures.js';
import type { LocalDate } from '../../values/local-date.js';
import type { NeedsCycleStep } from '../../values/needs-cycle-step.js';
import { addWorkingDays, type WorkingCalendar, workingDayFrom } from '../../values/working-days.js';

/** A step of the needs analysis with its length in working days and its last day. */
export interface DatedStep {
  readonly step: NeedsCycleStep;
  readonly workingDays: number;
  readonly due: LocalDate;
}

/**
 * The steps of a needs cycle with their last days. The first working day on or after the start is day 1 of the first step; each further
 * step begins on the working day after the last day of the one before.
 */
export function datedSteps(
  startsOn: LocalDate,
  steps: PolicyFigures['needs.cycle.steps']['value'],
  calendar: WorkingCalendar,
): readonly DatedStep[] {
  const dated: DatedStep[] = [];
  for (const { step, workingDays } of steps) {
    const before = dated.at(-1);
    const due =
      before === undefined
        ? addWorkingDays(workingDayFrom(startsOn, calendar), workingDays - 1, calendar)
        : addWorkingDays(before.due, workingDays, calendar);
    dated.push({ step, workingDays, due });
  }
  return dated;
}
