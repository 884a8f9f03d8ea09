/** Which programmes, and how many lines at a time. */
export interface ProgramQuery {
  /** One programme alone. */
  readonly programId?: string;
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
  /** Up to where the log was known; null for an empty one. */
  readonly position: string | null;
}

const USUAL = 25;
const MOST = 1000;

/** @throws RangeError for a number of lines that a page cannot have. */
export function limitOf({ limit = USUAL }: ProgramQuery): number {
  if (Number.isSafeInteger(limit) && limit >= 1 && limit <= MOST) return limit;
  throw new RangeError(`A page has 1 to ${MOST} lines, not ${limit}.`);
}

/** Where a page ended: how many lines of the programme that comes next, or is not told to the end, stand on it. */
export interface PageEnd {
  /** Which question it was. */
  readonly of: string;
  readonly position: string;
  readonly programId: string;
  readonly told: number;
}

export function pageEndText({ of, position, programId, told }: PageEnd): string {
  return JSON.stringify([of, position, programId, told]);
}

/** @throws RangeError for a text that is no end of a page. */
export function pageEndOf(text: string): PageEnd {
  const [of, position, programId, told, ...more]: readonly unknown[] = parsed(text);
  if (
    typeof of === 'string' &&
    typeof position === 'string' &&
    typeof programId === 'string' &&
    typeof told === 'number' &&
    Number.isSafeInteger(told) &&
    told >= 0 &&
    more.length === 0
  ) {
    return { of, position, programId, told };
  }
  throw new RangeError(`'${text}' is not where a page ended: give the \`next\` of the page before.`);
}

function parsed(text: string): readonly unknown[] {
  try {
    const found: unknown = JSON.parse(text);
    return Array.isArray(found) ? found : [];
  } catch {
    return [];
  }
}
