import { type Appended, type EventSourcingError, isEventSourcingError } from '@pembinaan/event-sourcing';
import type { Admitted } from './admitted.js';
import type { Appender } from './append.js';
import type { SqliteConnection, SqliteDriver } from './driver/sqlite-driver.js';
import { damaged, isConstraint, isOfTheFile, storeFailure } from './failures.js';
import { transactions } from './transaction.js';

/** Commits the appends of many callers together: the disk is asked once for all of them. */
export interface GroupCommit {
  /** Takes an append; resolves when it is committed, rejects when it is refused or could not be written. */
  add(admitted: Admitted): Promise<Appended>;
  /** Commits what was taken and is still waiting, before it returns. */
  drain(): void;
}

export interface GroupCommitOptions {
  readonly connection: SqliteConnection;
  readonly driver: SqliteDriver;
  readonly file: string;
  readonly appender: Appender;
  /** Appends a transaction, at most. */
  readonly maxGroup: number;
  /** Told after each commit that stored something. */
  onStored(): void;
}

interface Waiting {
  readonly admitted: Admitted;
  resolve(appended: Appended): void;
  reject(error: EventSourcingError): void;
}

/**
 * The appends that come in during one turn of the event loop are written in the order of the calls, in one transaction.
 *
 * 1. Each is checked against what the ones before it wrote; one that is refused has written nothing and refuses nobody else;
 * 2. the transaction is committed; 3. only then is anyone told anything, the refused ones too: what they met is stored now.
 *
 * A failure of the file (full disk, lock, damage) fails the whole group, and nothing of it is stored. A failure that is the matter of
 * one append alone rolls the group back, and each is then written by itself.
 */
export function groupCommit({
  connection,
  driver,
  file,
  appender,
  maxGroup,
  onStored,
}: GroupCommitOptions): GroupCommit {
  const inTransaction = transactions(connection);
  let waiting: Waiting[] = [];

  const commit = (group: readonly Waiting[]): void => {
    let outcomes: readonly (Appended | EventSourcingError)[];
    try {
      outcomes = inTransaction(() => group.map(({ admitted }) => appendOrRefuse(appender, admitted)));
    } catch (error) {
      appender.forget();
      if (group.length > 1 && !isOfTheFile(error, driver)) {
        for (const member of group) commit([member]);
        return;
      }
      for (const { admitted, reject } of group) {
        const failure = isConstraint(error, driver)
          ? damaged(
              'The tables of the file refuse an event that was admitted.',
              { file, stream: admitted.stream },
              error,
            )
          : storeFailure(error, file, driver);
        reject(failure);
      }
      return;
    }
    let stored = false;
    for (const [index, { resolve, reject }] of group.entries()) {
      const outcome = outcomes[index];
      if (outcome === undefined || isEventSourcingError(outcome)) {
        if (outcome !== undefined) reject(outcome);
        continue;
      }
      stored ||= !outcome.repeated;
      resolve(outcome);
    }
    if (stored) onStored();
  };

  const commitNext = (): void => {
    const group = waiting;
    if (group.length <= maxGroup) waiting = [];
    else waiting = group.splice(maxGroup);
    if (waiting.length > 0) setImmediate(commitNext);
    if (group.length > 0) commit(group);
  };

  return {
    add(admitted) {
      return new Promise((resolve, reject) => {
        // After what the event loop has at hand, where other callers may be about to append.
        if (waiting.length === 0) setImmediate(commitNext);
        waiting.push({ admitted, resolve, reject });
      });
    },
    drain() {
      while (waiting.length > 0) commit(waiting.splice(0, maxGroup));
    },
  };
}

/** What is refused is an outcome like another; what cannot be written is thrown. */
function appendOrRefuse(appender: Appender, admitted: Admitted): Appended | EventSourcingError {
  try {
    return appender.append(admitted);
  } catch (error) {
    if (isEventSourcingError(error)) return error;
    throw error;
  }
}
