import type { LocalDate } from '@pembinaan/core';
import type { ContextEntry } from '../files/context-files.js';

/** Where a person served: the units with their first days, in order, and the day of leaving the service. */
export interface PlacementHistory {
  readonly employeeId: string;
  readonly placements: readonly { readonly unitId: string; readonly from: LocalDate }[];
  readonly leftOn: LocalDate | null;
}

/** What the entries that count tell of where a person served. */
export function placementHistoryOf(employeeId: string, entries: readonly ContextEntry[]): PlacementHistory {
  const placements = entries.flatMap((entry) => (entry.type === 'EmployeePlaced' ? [entry.data] : []));
  const left = entries.flatMap((entry) => (entry.type === 'EmployeeSeparated' ? [entry.data.on] : [])).at(-1);
  return {
    employeeId,
    placements: [...placements].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
    leftOn: left ?? null,
  };
}

/** The unit in which a person served on a day; null before the first placement and from the day of leaving on. */
export function unitOn({ placements, leftOn }: PlacementHistory, on: LocalDate): string | null {
  if (leftOn !== null && leftOn <= on) return null;
  return placements.filter(({ from }) => from <= on).at(-1)?.unitId ?? null;
}
