import type { Cell } from '../history/people-read-model.js';

/** A line whose cells are read by name. */
export type Cells = Readonly<Record<string, Cell>>;

/**
 * Which cells say what a line is about: all ids, and those in which the read models tell one line of a person or a group from another. They
 * are the same under any policy; figures never are among them.
 */
export function identityOf(line: Cells, by?: readonly string[]): Cells {
  const names = by ?? Object.keys(line).filter((name) => name.endsWith('Id') || isAbout(name, line[name]));
  return Object.fromEntries(names.map((name) => [name, line[name] ?? null]));
}

function isAbout(name: string, cell: Cell | undefined): boolean {
  return ABOUT.has(name) && (name !== 'value' || typeof cell === 'string');
}

/** `value` is a value of BerAKHLAK in one read model, and a figure in others. */
const ABOUT: ReadonlySet<string> = new Set(['competency', 'measure', 'on', 'positionKind', 'ref', 'value', 'year']);

/** The line before and after; null where it was not there. */
export interface Pair<Line> {
  readonly identity: Cells;
  readonly before: Line | null;
  readonly after: Line | null;
}

/**
 * Lines that are about the same, in the order in which they were told before; those that appear come last. Lines that the identity does not
 * tell apart are matched in their order.
 */
export function paired<Line extends Cells>(
  before: readonly Line[],
  after: readonly Line[],
  by?: readonly string[],
): readonly Pair<Line>[] {
  const [was, is] = [numbered(before, by), numbered(after, by)];
  const stayed = [...was].map(([key, { identity, line }]) => ({
    identity,
    before: line,
    after: is.get(key)?.line ?? null,
  }));
  const appeared = [...is].flatMap(([key, { identity, line }]) =>
    was.has(key) ? [] : [{ identity, before: null, after: line }],
  );
  return [...stayed, ...appeared];
}

function numbered<Line extends Cells>(
  lines: readonly Line[],
  by: readonly string[] | undefined,
): ReadonlyMap<string, { readonly identity: Cells; readonly line: Line }> {
  const found = new Map<string, { readonly identity: Cells; readonly line: Line }>();
  const times = new Map<string, number>();
  for (const line of lines) {
    const identity = identityOf(line, by);
    const about = JSON.stringify(identity);
    const time = times.get(about) ?? 0;
    times.set(about, time + 1);
    found.set(`${about} ${time}`, { identity, line });
  }
  return found;
}
