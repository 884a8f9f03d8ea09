import { EmployeePlaced, latestBy } from '@pembinaan/core';
import { idOf, projection, type View } from '@pembinaan/event-sourcing';

export interface PlacementsRow {
  placements: { readonly unitId: string; readonly from: string }[];
}

/** In which unit a civil servant works since when, keyed by employee. */
export const placements = projection({
  name: 'agency-placements',
  version: 1,
  events: [EmployeePlaced],
  initial: (): PlacementsRow => ({ placements: [] }),
  key: (event) => idOf(event.stream),
  on: {
    EmployeePlaced: (row, { data }) => {
      row.placements.push({ unitId: data.unitId, from: data.from });
      return row;
    },
  },
});

/** The unit in which a person works on a day; null where no placement is known. */
export function unitOn(view: View<PlacementsRow>, employeeId: string, day: string): string | null {
  return latestBy(view.get(employeeId)?.placements ?? [], day, ({ from }) => from)?.unitId ?? null;
}
