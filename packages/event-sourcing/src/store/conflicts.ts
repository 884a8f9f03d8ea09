import { EventSourcingError } from '../errors.js';
import type { FactRef } from '../event/envelope.js';
import type { ExpectedRevision } from './event-store.js';

/** Tells whether a stream whose last revision is `actual` (-1: it does not exist) is as the writer expects. */
export function meetsExpectation(actual: number, expected: ExpectedRevision): boolean {
  if (expected === 'any') return true;
  if (expected === 'none') return actual === -1;
  if (expected === 'exists') return actual >= 0;
  return actual === expected;
}

/** The failure of an append to a stream that is not as the writer expected. */
export function versionConflict(stream: string, expected: ExpectedRevision, actual: number): EventSourcingError {
  const found = actual === -1 ? 'the stream does not exist' : `its last revision is ${actual}`;
  return new EventSourcingError(
    'version-conflict',
    `Expected revision ${expected}, but ${found}; nothing was written.`,
    {
      place: { stream, revision: actual },
      todo: 'Read the stream again, decide again, and append with the new revision.',
    },
  );
}

/** The failure of an append whose decision relied on a stream that has moved since. */
export function factConflict(stream: string, fact: FactRef, actual: number): EventSourcingError {
  return new EventSourcingError(
    'fact-conflict',
    `The decision relied on revision ${fact.revision} of '${fact.stream}', which is now at ${actual}; nothing was written.`,
    { place: { stream }, todo: 'Load the facts again and decide again.' },
  );
}

/** The failure of an append whose decision relied on a view over many streams that has moved since. */
export function quietConflict(stream: string, types: readonly string[]): EventSourcingError {
  return new EventSourcingError(
    'fact-conflict',
    `The decision relied on a view of ${types.join(', ')}, and another such event was stored since; nothing was written.`,
    { place: { stream }, todo: 'Load the facts again and decide again.' },
  );
}

/** The failure of an append of an event id that is stored already, but not as the same batch of the same stream. */
export function duplicateEvent(stream: string, eventId: string): EventSourcingError {
  return new EventSourcingError(
    'duplicate-event',
    'An event with this id is stored already, in another place or batch.',
    {
      place: { stream, eventId },
      todo: 'Use a new command id for a new command; repeat a command only for the same stream.',
    },
  );
}

/** The failure of a call to a store that was closed. */
export function storeClosed(): EventSourcingError {
  return new EventSourcingError('store-closed', 'The store is closed.', { todo: 'Open it again before you use it.' });
}
