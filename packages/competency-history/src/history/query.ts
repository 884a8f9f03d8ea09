import type { Period, PositionKind } from '@pembinaan/core';

/** Of whom, and how many lines at a time. */
export interface Query {
  /** One unit; null for people whose unit is not known. */
  readonly unitId?: string | null;
  /** People in positions of that kind on the day. */
  readonly positionKind?: PositionKind;
  readonly employeeId?: string;
  /** Lines whose day lies in these days, both included; for read models whose lines have a day. */
  readonly period?: Period | { readonly from: string; readonly to: string };
  /** At most so many lines; 25 when absent, 1,000 at most. */
  readonly limit?: number;
  /** Where the page before ended: its `next`. */
  readonly after?: string;
}

/** Some lines of an answer. */
export interface Page<Line> {
  readonly lines: readonly Line[];
  /** For `after` of the next page, which tells of the same moment whatever was recorded since; null where there is none. */
  readonly next: string | null;
  /** Up to where the log was known. */
  readonly position: string | null;
}

/** Where a page ended. */
export interface Cursor {
  /** Which question it was. */
  readonly of: string;
  readonly position: string;
  /** The unit; null for people whose unit is not known, and where lines tell of the whole agency. */
  readonly unitId: string | null;
  /** The last person whose lines were all told; empty at the beginning of a unit. */
  readonly employeeId: string;
  /** How many lines were told after that. */
  readonly told: number;
}

export function cursorText({ of, position, unitId, employeeId, told }: Cursor): string {
  return JSON.stringify([of, position, unitId, employeeId, told]);
}

/** @throws RangeError for a text that is no cursor. */
export function cursorOf(text: string): Cursor {
  const found = parsed(text);
  if (Array.isArray(found) && found.length === 5) {
    const [of, position, unitId, employeeId, told]: readonly unknown[] = found;
    if (
      typeof of === 'string' &&
      typeof position === 'string' &&
      (unitId === null || typeof unitId === 'string') &&
      typeof employeeId === 'string' &&
      typeof told === 'number' &&
      Number.isSafeInteger(told) &&
      told >= 0
    ) {
      return { of, position, unitId, employeeId, told };
    }
  }
  throw new RangeError(`'${text}' is not where a page ended: give the \`next\` of the page before.`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
