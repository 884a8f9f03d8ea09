import { type ErrorCode, type ErrorPlace, EventSourcingError } from '@pembinaan/event-sourcing';
import { primaryCode, ResultCode } from './driver/result-code.js';
import type { SqliteDriver } from './driver/sqlite-driver.js';

/** What to do about a failure, where it is something else than for an event store. */
export type Advice = { readonly [C in ErrorCode]?: string };

/** Turns what a driver throws into one failure of the library: what happened, to which file, and what to do. */
export function storeFailure(
  error: unknown,
  file: string,
  driver: SqliteDriver,
  advice: Advice = {},
): EventSourcingError {
  if (error instanceof EventSourcingError) return error;
  const result = driver.resultCode(error);
  const { code, what, todo } = kindOf(result === undefined ? undefined : primaryCode(result));
  const detail = error instanceof Error ? error.message : String(error);
  return new EventSourcingError(code, `${what} (${detail}).`, {
    place: { file },
    todo: advice[code] ?? todo,
    cause: error,
  });
}

/** The failure of reading something that this library cannot have written. */
export function damaged(what: string, place: ErrorPlace, cause?: unknown): EventSourcingError {
  return new EventSourcingError('store-damaged', what, {
    place,
    todo: 'Restore the file from a backup, or compare the row with one; nothing was skipped or guessed.',
    cause,
  });
}

/** Tells whether SQLite refused a row because of a constraint, such as an id that is stored already. */
export function isConstraint(error: unknown, driver: SqliteDriver): boolean {
  return hasCode(error, driver, ResultCode.CONSTRAINT);
}

/** Tells whether another connection held the lock for longer than the timeout. */
export function isBusy(error: unknown, driver: SqliteDriver): boolean {
  return hasCode(error, driver, ResultCode.BUSY);
}

/** Tells whether a statement does not fit the tables of the file. */
export function isSchemaMismatch(error: unknown, driver: SqliteDriver): boolean {
  return hasCode(error, driver, ResultCode.ERROR);
}

/** Tells whether SQLite found a file damaged. */
export function isDamage(error: unknown, driver: SqliteDriver): boolean {
  return hasCode(error, driver, ResultCode.CORRUPT);
}

/** Results of a statement that say something about its values, and nothing about the file. */
const OF_THE_VALUES: ReadonlySet<number> = new Set([ResultCode.CONSTRAINT, ResultCode.TOOBIG, ResultCode.MISMATCH]);

/** Tells whether it was the file that failed (disk, lock, damage), and not what was to be written into it. */
export function isOfTheFile(error: unknown, driver: SqliteDriver): boolean {
  const result = driver.resultCode(error);
  return result !== undefined && !OF_THE_VALUES.has(primaryCode(result));
}

function hasCode(error: unknown, driver: SqliteDriver, code: number): boolean {
  const result = driver.resultCode(error);
  return result !== undefined && primaryCode(result) === code;
}

interface Kind {
  readonly code: ErrorCode;
  readonly what: string;
  readonly todo: string;
}

function kindOf(code: number | undefined): Kind {
  switch (code) {
    case ResultCode.BUSY:
    case ResultCode.LOCKED:
      return {
        code: 'store-busy',
        what: 'Another process holds the file for longer than the busy timeout; nothing was written',
        todo: 'Try again, raise busyTimeoutMs, or end the program that keeps a transaction open.',
      };
    case ResultCode.READONLY:
    case ResultCode.PERM:
      return {
        code: 'store-read-only',
        what: 'The file cannot be written; nothing was written',
        todo: 'Open it without readOnly, and give this user the right to write the file and its folder; where only reading is wanted, copy the file to a folder that can be written, since reading keeps a small file beside it.',
      };
    case ResultCode.FULL:
      return {
        code: 'store-full',
        what: 'The disk, or the limit set on the file, is full; nothing was written',
        todo: 'Free some space and try again; what was acknowledged is kept.',
      };
    case ResultCode.CORRUPT:
    case ResultCode.NOTADB:
      return {
        code: 'store-damaged',
        what: 'The file is damaged, or is not a SQLite database',
        todo: 'Restore it from a backup; keep the damaged file for `PRAGMA integrity_check` and recovery.',
      };
    case ResultCode.CANTOPEN:
      return {
        code: 'store-unavailable',
        what: 'The file cannot be opened',
        todo: 'Check that its folder exists and that this user may read and write there.',
      };
    default:
      return {
        code: 'store-unavailable',
        what: 'SQLite failed; nothing was written',
        todo: 'Check the disk and the rights of this user, then try again: the same event ids are the same append.',
      };
  }
}
