import type { Cell } from '@pembinaan/competency-history';
import { formatJp, grouped } from '@pembinaan/core';
import { type Marked, marked } from './marked.js';

/** A line of a read model. */
export type TableLine = Readonly<Record<string, Cell>>;

type Views = ReadonlyMap<string, readonly TableLine[]>;

/**
 * The lines of a read model as the views have them, as a small table: columns in which nothing stands are left out, what is the same in all
 * lines of a view stands above, and people of whom the same is told share a line.
 */
export function tableText(views: Views): readonly string[] {
  const columns = [...new Set([...views.values()].flat().flatMap((line) => Object.keys(line)))];
  const empty = columns.filter((column) => valuesOf(views, column).every((value) => value === null));
  const above = columns.filter((column) => !empty.includes(column) && standsAbove(views, column));
  const inside = columns.filter((column) => !empty.includes(column) && !above.includes(column));
  const rows = marked(
    new Map([...views].map(([letter, lines]) => [letter, lines.map((line) => only(line, inside))])),
    (line) => JSON.stringify(line),
    aboutWhat,
  );
  return [
    ...(above.length === 0 ? [] : [`Di semua baris: ${above.map((name) => aboveText(views, name)).join('; ')}.`, '']),
    ...(empty.length === 0 ? [] : [`Kosong di semua baris: ${empty.join(', ')}.`, '']),
    rowText(['', ...inside]),
    rowText(['---', ...inside.map(() => '---')]),
    ...together(rows).map(({ marks, said }) => rowText([marks, ...inside.map((name) => cellText(name, said))])),
  ];
}

function valuesOf(views: Views, column: string): readonly Cell[] {
  return [...views.values()].flat().map((line) => line[column] ?? null);
}

/** Whether the column is the same in all lines of each view; of views with a line each nothing is taken out of the table. */
function standsAbove(views: Views, column: string): boolean {
  const all = [...views.values()];
  if (all.every(({ length }) => length < 2)) return false;
  return all.every((lines) => new Set(lines.map((line) => line[column] ?? null)).size < 2);
}

/** `year 2026`, or `on A B 2026-06-30, C 2026-12-31` where the views differ. */
function aboveText(views: Views, column: string): string {
  const byValue = new Map<string, string[]>();
  for (const [letter, [first]] of views) {
    if (first === undefined) continue;
    const value = cellText(column, first);
    byValue.set(value, [...(byValue.get(value) ?? []), letter]);
  }
  if (byValue.size === 1) return `${column} ${[...byValue.keys()].join()}`;
  return `${column} ${[...byValue].map(([value, letters]) => `${letters.join(' ')} ${value}`).join(', ')}`;
}

function only(line: TableLine, columns: readonly string[]): TableLine {
  return Object.fromEntries(columns.map((column) => [column, line[column] ?? null]));
}

/** The unit, the kind of position, the person and the competency of a line, as far as it has them. */
function aboutWhat({ unitId, positionKind, employeeId, competency }: TableLine): string {
  return JSON.stringify([unitId, positionKind, employeeId, competency]);
}

/** People of whom the same is told, in one line; it stands where the first of them stood. */
function together(rows: readonly Marked<TableLine>[]): readonly Marked<TableLine>[] {
  const alike = grouped(rows, ({ marks, said }) => JSON.stringify([marks, { ...said, employeeId: null }]));
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    if (first.said.employeeId === undefined) return group;
    return [
      { marks: first.marks, said: { ...first.said, employeeId: shortened(group.map(({ said }) => said.employeeId)) } },
    ];
  });
}

/** `xyz-asn-01 02 03`: the first id as it is, of the others the end in which they differ. */
function shortened(ids: readonly (Cell | undefined)[]): string {
  const [first = '', ...others] = ids.map(String);
  const stem = first.slice(0, first.lastIndexOf('-') + 1);
  return [first, ...others.map((id) => (id.startsWith(stem) ? id.slice(stem.length) : id))].join(' ');
}

function rowText(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Columns that are kept in hundredths: JP, points, means, and shares, which are shown as percents. */
const HUNDREDTHS =
  /^(jp[A-Z]?.*|credited|assigned|selfStudy|limit|left|forecast|forecastLeft|formal|social|work|other|competence|performance|partial|total|ipAsn.*|value|mean|mean[A-Z].*|cohortMean.*|.*Share|unitsPerMeeting)$/;

function cellText(column: string, line: TableLine): string {
  const cell = line[column] ?? null;
  if (cell === null) return '–';
  if (typeof cell === 'boolean') return cell ? 'ya' : 'tidak';
  if (typeof cell === 'string') return cell;
  // What is left to a mentor are people, and to everybody else JP.
  const counts = column === 'left' && !('status' in line);
  return HUNDREDTHS.test(column) && !counts ? decimal(cell) : String(cell);
}

/** Hundredths as Indonesian documents write them: `12,5`. */
export function decimal(hundredths: number): string {
  return formatJp(hundredths).replace('.', ',');
}
