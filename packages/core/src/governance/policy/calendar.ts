import type { LocalDate } from '../../values/local-date.js';
import { type WorkingCalendar, weekday } from '../../values/working-days.js';
import { type Policy, type PolicyVersion, policyOn } from './versions.js';

const WORKWEEK = [1, 2, 3, 4, 5];

/**
 * The working calendar of an agency: each day is judged by the policy version that is in force on it, so that the holidays of next year
 * count as soon as the version that holds them is adopted. Before the first version, its calendar is used; without any, Monday to Friday.
 */
export function workingCalendar(policy: Policy): WorkingCalendar {
  const first = firstOf(policy);
  const figuresOn = (day: LocalDate) => (policyOn(policy, day) ?? first)?.figures;
  return {
    works(day) {
      const figures = figuresOn(day);
      const workweek = figures?.['calendar.workweek'].value ?? WORKWEEK;
      if (!workweek.includes(weekday(day))) return false;
      return !(figures?.holidays.value.days ?? []).some(({ date }) => date === day);
    },
    knows(day) {
      const year = Number(day.slice(0, 4));
      return (figuresOn(day)?.holidays.value.years ?? []).some((known) => known === year);
    },
  };
}

/** The version that takes effect first; a retroactive one is adopted later than others. */
function firstOf({ versions }: Policy): PolicyVersion | undefined {
  return [...versions].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))[0];
}
