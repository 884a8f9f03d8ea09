import type { Cell } from '../history/people-read-model.js';
import { inOrder } from '../order.js';
import type { Cells, Pair } from './line-identity.js';

/** A cell that another policy changes. */
export interface SimulatedDifference {
  readonly readModel: string;
  /** Null where the line has none. */
  readonly unitId: string | null;
  readonly employeeId: string | null;
  /** What else the line is about, such as `competency=M05 year=2026`; empty where unit and person say it all. */
  readonly line: string;
  /** Whether the line is there under both policies. */
  readonly change: 'changed' | 'appears' | 'vanishes';
  readonly cell: string;
  readonly before: Cell;
  readonly after: Cell;
}

/** A line that another policy changes, with the cells that it changes. */
export interface ChangedLine {
  readonly unitId: string | null;
  readonly employeeId: string | null;
  readonly differences: readonly SimulatedDifference[];
}

/**
 * The lines that differ, by unit, then by person. That the version has another name is no difference.
 *
 * @param pairs lines that are about the same
 */
export function changedLines(readModel: string, pairs: readonly Pair<Cells>[]): readonly ChangedLine[] {
  const changed = pairs.flatMap((pair): ChangedLine[] => {
    const differences = differencesIn(readModel, pair);
    const [first] = differences;
    return first === undefined ? [] : [{ unitId: first.unitId, employeeId: first.employeeId, differences }];
  });
  return inOrder(changed, ({ unitId, employeeId }) => [unitId, employeeId]);
}

function differencesIn(readModel: string, { identity, before, after }: Pair<Cells>): readonly SimulatedDifference[] {
  const { unitId = null, employeeId = null, ...others } = identity;
  const about = {
    readModel,
    unitId: textOf(unitId),
    employeeId: textOf(employeeId),
    line: Object.entries(others)
      .map(([name, cell]) => `${name}=${cell}`)
      .join(' '),
    change: before === null ? ('appears' as const) : after === null ? ('vanishes' as const) : ('changed' as const),
  };
  return Object.keys({ ...before, ...after })
    .filter((cell) => !(cell in identity) && cell !== NAME_OF_POLICY)
    .map((cell) => ({ ...about, cell, before: before?.[cell] ?? null, after: after?.[cell] ?? null }))
    .filter((cell) => cell.before !== cell.after);
}

const NAME_OF_POLICY = 'policyVersion';

export function textOf(cell: Cell): string | null {
  return cell === null ? null : String(cell);
}
