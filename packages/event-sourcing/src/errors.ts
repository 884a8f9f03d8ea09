/** The stable codes of this library's failures. Match on these, never on the text of a message. */
export type ErrorCode =
  | 'version-conflict'
  | 'fact-conflict'
  | 'retries-exhausted'
  | 'duplicate-event'
  | 'command-id-reused'
  | 'unknown-command'
  | 'invalid-command'
  | 'invalid-context'
  | 'unknown-event-type'
  | 'newer-event-version'
  | 'invalid-event-data'
  | 'not-plain-json'
  | 'invalid-append'
  | 'store-closed'
  | 'store-busy'
  | 'store-read-only'
  | 'store-full'
  | 'store-damaged'
  | 'store-unavailable'
  | 'driver-missing'
  | 'projection-stopped'
  | 'process-stopped'
  | 'wait-timeout';

/** Where a failure happened, as far as it is known. */
export interface ErrorPlace {
  readonly stream?: string;
  readonly revision?: number;
  readonly position?: string;
  readonly eventId?: string;
  readonly type?: string;
  /** Path inside the payload, such as `sessions[2].date`. */
  readonly path?: string;
  readonly file?: string;
  /** The name of the projection whose rows are concerned. */
  readonly projection?: string;
  /** The key of the row that is concerned. */
  readonly key?: string;
}

/**
 * A failure: something that is not an expected refusal of the domain (those are {@link Rejection} values).
 *
 * The message says what happened, where, and what to do; `code` is stable and `place` is for programs.
 */
export class EventSourcingError extends Error {
  override readonly name = 'EventSourcingError';
  readonly code: ErrorCode;
  readonly place: ErrorPlace;

  constructor(code: ErrorCode, what: string, options: { place?: ErrorPlace; todo: string; cause?: unknown }) {
    const place = options.place ?? {};
    const where = Object.entries(place)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => `${key} ${value}`)
      .join(', ');
    super(`${what}${where === '' ? '' : ` [${where}]`} ${options.todo}`, { cause: options.cause });
    this.code = code;
    this.place = place;
  }
}

/** Tells whether `error` is a failure of this library, with that code when one is given. */
export function isEventSourcingError(error: unknown, code?: ErrorCode): error is EventSourcingError {
  // By name and not by class: an application may hold two copies of this package.
  if (!(error instanceof Error) || error.name !== 'EventSourcingError' || !('code' in error)) return false;
  return code === undefined || error.code === code;
}
