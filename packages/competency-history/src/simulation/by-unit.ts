import type { NotShown } from '../disclosure.js';
import type { Cell } from '../history/people-read-model.js';
import { groupedBy, inOrder } from '../order.js';
import { type ChangedLine, type SimulatedDifference, textOf } from './differences.js';
import type { Cells, Pair } from './line-identity.js';

/**
 * How many people of a unit another policy concerns: one line for all of them, in which `cell` is null, and one for each way in which a
 * cell changes, such as `status` from `reached` to `below`.
 */
export interface SimulatedUnit {
  readonly readModel: string;
  readonly unitId: string | null;
  /** People of whom the read model tells in the unit. */
  readonly people: number;
  readonly cell: string | null;
  /** What the cell says before; null where it is a number, or not known. */
  readonly from: string | null;
  /** What it says after; `higher` or `lower` where it is a number, `known` where it was not; null where it is not known. */
  readonly to: string | null;
  /** People of whom it does; null where not shown. */
  readonly affected: number | null;
  /** Why the unit is not shown. */
  readonly notShown: NotShown;
}

/**
 * The units of which a read model tells by person; none for one that does not. A unit that is too small is told of in one line, without how
 * many are concerned.
 *
 * @param least how many people a group needs under the policy that was adopted, since the other one does not decide what is shown; null
 * without a policy
 */
export function byUnit(
  readModel: string,
  pairs: readonly Pair<Cells>[],
  changed: readonly ChangedLine[],
  least: number | null,
): readonly SimulatedUnit[] {
  const told = pairs.filter(({ identity }) => identity.employeeId !== undefined && identity.unitId !== undefined);
  const units = groupedBy(told, ({ identity }) => ({ unitId: identity.unitId ?? null }));
  return inOrder(units, ({ key }) => [key.unitId]).flatMap(({ key, members }): readonly SimulatedUnit[] => {
    const unitId = textOf(key.unitId);
    const people = new Set(members.map(({ identity }) => identity.employeeId)).size;
    const all = { readModel, unitId, people, cell: null, from: null, to: null };
    if (least === null) return [{ ...all, affected: null, notShown: 'noPolicy' }];
    if (people < least) return [{ ...all, affected: null, notShown: 'tooFew' }];
    const lines = changed.filter((line) => line.unitId === unitId);
    return [
      { ...all, affected: peopleIn(lines), notShown: null },
      ...movesOf(lines.flatMap(({ differences }) => differences)).map((move) => ({ ...all, ...move, notShown: null })),
    ];
  });
}

function movesOf(differences: readonly SimulatedDifference[]) {
  const moves = groupedBy(differences, ({ cell, before, after }) => ({ cell, ...moveOf(before, after) }));
  return inOrder(moves, ({ key }) => [key.cell, key.from, key.to]).map(({ key, members }) => ({
    ...key,
    affected: peopleIn(members),
  }));
}

function moveOf(before: Cell, after: Cell): { readonly from: string | null; readonly to: string | null } {
  if (typeof before === 'number' && typeof after === 'number') {
    return { from: null, to: before < after ? 'higher' : 'lower' };
  }
  return { from: wordOf(before), to: wordOf(after) };
}

/** A number is not told: hardly two people have the same. */
function wordOf(cell: Cell): string | null {
  return typeof cell === 'number' ? 'known' : textOf(cell);
}

function peopleIn(lines: readonly { readonly employeeId: string | null }[]): number {
  return new Set(lines.map(({ employeeId }) => employeeId)).size;
}
