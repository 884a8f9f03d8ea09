import type { Rejection } from '@pembinaan/event-sourcing';
import { G02 } from '../../governance/rules/index.js';
import { inService } from '../../people/employee/rules.js';
import { type Employee, placementOn } from '../../people/employee/state.js';
import type { SubjectId, UnitId } from '../../values/ids.js';
import type { LocalDate } from '../../values/local-date.js';

/** Somebody who came to a meeting, and what is known of him or her. */
export interface Attendee {
  readonly subjectId: SubjectId;
  readonly employee: Employee;
}

/** Refuses an attendee who is named twice, or does not serve on the day of the meeting (G02). */
export function attending(attendees: readonly Attendee[], date: LocalDate): Rejection | undefined {
  const seen = new Set<SubjectId>();
  for (const { subjectId, employee } of attendees) {
    if (seen.has(subjectId)) return G02.refuse('namedTwice', { subjectId });
    seen.add(subjectId);
    const refusal = inService(subjectId, employee, date);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/** The units in which the attendees serve on a day, each once; who has no placement yet comes from none. */
export function unitsOf(attendees: readonly Attendee[], date: LocalDate): UnitId[] {
  const units = attendees.flatMap(({ employee }) => placementOn(employee, date)?.unitId ?? []);
  return [...new Set(units)];
}
