import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of worked cases, kept beside the checkout: its data is read and never copied into the project. */
const folder = new URL('../../../shared/stats-cases/', import.meta.url);

/** A column of a table: numbers, words, and null where nothing is written. */
type Cell = number | string | null;
export type Table = Readonly<Record<string, readonly Cell[]>>;

export interface WorkedCase {
  readonly id: string;
  readonly expected: unknown;
  readonly published: readonly Published[];
  /** A table of the case by the name of its file, such as `p01_sleep.csv`. */
  readonly table: (name: string) => Table;
  /** A part of the case as its file gives it, by keys and positions: the inputs that stand there and in no table. */
  readonly given: (...path: readonly (string | number)[]) => unknown;
}

interface CaseOfFile {
  readonly id: string;
  readonly expected: unknown;
  readonly published?: readonly Published[];
}

interface Published {
  readonly what: string;
  readonly value: number | readonly number[];
  /** As far as it was printed; in words where it is relative, such as `1e-7 relative`. */
  readonly tol: number | string;
}

/**
 * What the library makes of a case, in the shape and under the names of its expected values. Published values are looked up by their name
 * under `published`, else under `core` or `stretch`.
 */
export type Tree = { readonly [name: string]: unknown } | readonly unknown[];
export type Adapters = Readonly<Record<string, (worked: WorkedCase) => Tree>>;

/** Null where the folder is not there. */
export function workedCases(): readonly WorkedCase[] | null {
  const file = new URL('expected.json', folder);
  if (!existsSync(file)) return null;
  const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: CaseOfFile[] };
  return cases.map((worked) => ({
    id: worked.id,
    expected: worked.expected,
    published: worked.published ?? [],
    table: (name) => readTable(fileURLToPath(new URL(`csv/${name}`, folder))),
    given: (...path) => path.reduce<unknown>((part, key) => partOf(part, key), worked),
  }));
}

/** Every expected value that the tree does not meet, one sentence each: to a relative 1e-9, under `stretch` to 1e-6; null meets null alone. */
export function misses(worked: WorkedCase, tree: Tree): readonly string[] {
  return [...differences(worked.expected, tree, worked.id, 1e-9), ...publishedMisses(worked, tree)];
}

/** How many values the case expects: a walk that saw none would prove nothing. */
export function expectedValues(expected: unknown): number {
  if (typeof expected !== 'object' || expected === null) return 1;
  return Object.values(expected).reduce<number>((count, part) => count + expectedValues(part), 0);
}

/** The numbers of a column; null where nothing is written. */
export function numbersOf(table: Table, column: string): readonly (number | null)[] {
  const cells = table[column];
  if (cells === undefined) throw new Error(`The table has no column ${column}.`);
  return cells.map((cell) => {
    if (typeof cell === 'string') throw new Error(`The column ${column} holds the word ${cell} among its numbers.`);
    return cell;
  });
}

/** The numbers of a column that has one in every row. */
export function fullColumn(table: Table, column: string): readonly number[] {
  return numbersOf(table, column).map((number, row) => {
    if (number === null) throw new Error(`The column ${column} has nothing in row ${row + 1}.`);
    return number;
  });
}

function* differences(expected: unknown, got: unknown, path: string, relative: number): Iterable<string> {
  if (typeof expected === 'object' && expected !== null) {
    if (Array.isArray(expected) && expected.length > 0 && !(Array.isArray(got) && got.length === expected.length)) {
      yield `${path}: expected ${expected.length} values, got ${JSON.stringify(got)}`;
      return;
    }
    for (const [key, part] of Object.entries(expected)) {
      yield* differences(part, partOf(got, key), `${path}.${key}`, key === 'stretch' ? 1e-6 : relative);
    }
  } else if (typeof expected === 'number' && typeof got === 'number') {
    const allowed = Math.max(relative * Math.abs(expected), 1e-12);
    if (!(Math.abs(got - expected) <= allowed)) yield `${path}: expected ${expected}, got ${got}`;
  } else if (expected !== got) {
    yield `${path}: expected ${expected}, got ${got === undefined ? 'nothing' : JSON.stringify(got)}`;
  }
}

function* publishedMisses({ id, published }: WorkedCase, tree: Tree): Iterable<string> {
  for (const { what, value, tol } of published) {
    const places = [partOf(tree, 'published'), partOf(tree, 'core'), partOf(tree, 'stretch')];
    const got = places.map((place) => partOf(place, what)).find((found) => found !== undefined);
    const wanted = typeof value === 'number' ? [value] : value;
    const found = Array.isArray(got) ? got : [got];
    const allowed = (number: number): number =>
      typeof tol === 'number' ? tol : Number.parseFloat(tol) * Math.abs(number);
    const meets = wanted.every((number, at) => Math.abs(number - found[at]) <= allowed(number) * (1 + 1e-9));
    if (!meets || found.length !== wanted.length) yield `${id}: published ${what} is ${value}, got ${found.join(', ')}`;
  }
}

function partOf(whole: unknown, key: string | number): unknown {
  if (typeof whole !== 'object' || whole === null) return undefined;
  return Object.entries(whole).find(([name]) => name === String(key))?.[1];
}

/** Comma-separated, words in double quotes, no comma or quote within: all that these tables use. */
function readTable(path: string): Table {
  const rows = readFileSync(path, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(',').map(cellOf));
  const [header = [], ...body] = rows;
  return Object.fromEntries(header.map((name, at) => [String(name), body.map((row) => row[at] ?? null)]));
}

function cellOf(text: string): Cell {
  if (text.startsWith('"')) return text.slice(1, -1);
  return text === '' || text === 'NA' ? null : Number(text);
}
