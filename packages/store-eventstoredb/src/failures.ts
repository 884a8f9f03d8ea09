import { type ErrorPlace, EventSourcingError, isEventSourcingError } from '@pembinaan/event-sourcing';

/** What the server said that will not change by asking again, by the `type` of the client's error. */
const FINAL: Readonly<Record<string, (place: ErrorPlace, cause: unknown) => EventSourcingError>> = {
  'access-denied': (place, cause) =>
    new EventSourcingError('store-unavailable', 'The server denies access.', {
      place,
      todo: 'Check user and password in the URL (esdb://user:password@host:2113) and what this user may do on the server.',
      cause,
    }),
  'stream-deleted': deleted,
  'stream-tombstoned': deleted,
  'maximum-append-size-exceeded': tooLarge,
  'append-record-size-exceeded': tooLarge,
  'transaction-max-size-exceeded': tooLarge,
  'invalid-argument': (place, cause) =>
    new EventSourcingError('invalid-append', `The server refuses the call: ${messageOf(cause)}.`, {
      place,
      todo: 'Check that client and server are of versions that belong together.',
      cause,
    }),
  unsupported: (place, cause) =>
    new EventSourcingError('store-unavailable', `The server cannot do this: ${messageOf(cause)}.`, {
      place,
      todo: 'Use EventStoreDB 22.10 or newer, or KurrentDB.',
      cause,
    }),
};

/** A permission that the server refuses without saying so in its own words. */
const GRPC_PERMISSION_DENIED = 7;

/** Told by the local clock: the call took longer than the deadline, and its outcome is not known. */
export class DeadlinePassed extends Error {
  override readonly name = 'DeadlinePassed';
}

/** Tells whether it is worth trying again: everything but what the server said for good, and what this library says. */
export function isTransient(error: unknown): boolean {
  return !isEventSourcingError(error) && !isConflict(error) && finalType(error) === undefined;
}

/** Tells whether the server refused an append since the stream is not as it was said to be. */
export function isConflict(error: unknown): boolean {
  return errorType(error) === 'wrong-expected-version';
}

/** Tells whether the server says that there is no such stream. */
export function isMissingStream(error: unknown): boolean {
  return errorType(error) === 'stream-not-found';
}

/**
 * The last revision of the stream at the moment of a conflict; -1 when there was no stream, which the clients tell as `no_stream`.
 * One client names the field `actualVersion`, the other `actualState`.
 */
export function revisionAtConflict(error: unknown): number {
  const actual = field(error, 'actualVersion') ?? field(error, 'actualState');
  return typeof actual === 'bigint' ? Number(actual) : -1;
}

/** The failure of a call, in the words of this library; what is one of its own already is handed on. */
export function storeFailure(error: unknown, place: ErrorPlace, triedForMs?: number): EventSourcingError {
  if (isEventSourcingError(error)) return error;
  const final = FINAL[finalType(error) ?? ''];
  if (final !== undefined) return final(place, error);
  const tried = triedForMs === undefined ? '' : ` for ${Math.round(triedForMs / 100) / 10} s`;
  return new EventSourcingError(
    'store-unavailable',
    `The server did not answer as it should${tried}: ${reasonOf(error)}.`,
    {
      place,
      todo: adviceOn(error),
      cause: error,
    },
  );
}

function finalType(error: unknown): string | undefined {
  const type = errorType(error);
  if (type !== undefined && type in FINAL) return type;
  return field(error, 'code') === GRPC_PERMISSION_DENIED ? 'access-denied' : undefined;
}

/** How the clients name a failure; the classes of two clients are not the same, and neither are its copies. */
function errorType(error: unknown): string | undefined {
  const type = field(error, 'type');
  return typeof type === 'string' ? type : undefined;
}

function field(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}

function reasonOf(error: unknown): string {
  const type = errorType(error);
  return type === undefined ? messageOf(error) : `${type}: ${messageOf(error)}`;
}

/** For people alone: nothing is decided by what a message says. */
function adviceOn(error: unknown): string {
  const message = messageOf(error);
  if (errorType(error) === 'not-leader') {
    return 'The cluster has no leader that can be reached: check that more than half of its nodes run, and that each announces an address that this machine can reach.';
  }
  if (/certificate|self.signed|tls|ssl|wrong version number/i.test(message)) {
    return 'Make both sides agree on TLS: for an own authority give tlsCAFile=/path/ca.crt in the URL, for a node without certificates tls=false.';
  }
  return 'Check that the server runs and can be reached, then try again: the same event ids are the same append.';
}

function deleted(place: ErrorPlace, cause: unknown): EventSourcingError {
  return new EventSourcingError('store-damaged', 'The stream was deleted on the server.', {
    place,
    todo: 'This library deletes no stream: find out who did, and restore the server from a backup.',
    cause,
  });
}

function tooLarge(place: ErrorPlace, cause: unknown): EventSourcingError {
  const limit = field(cause, 'maxAppendSize') ?? field(cause, 'maxSize');
  return new EventSourcingError(
    'invalid-append',
    `The batch is larger than the server takes at once${limit === undefined ? '' : ` (${String(limit)} bytes)`}; nothing was written.`,
    { place, todo: 'Append smaller batches, or raise MaxAppendSize on the server.', cause },
  );
}
