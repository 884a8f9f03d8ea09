import { bell } from './bell.js';
import type { ClientRecordedEvent } from './client.js';
import type { Connection } from './connection.js';
import { doublingPause } from './doubling-pause.js';
import { isTransient, storeFailure } from './failures.js';
import type { LogFilter } from './log-filter.js';
import { parseLogPosition, positionOf } from './log-position.js';
import { type Pushed, type PushSource, pushSource } from './push-source.js';
import { logPage } from './read-page.js';

/** How long nothing may come before the feed looks for itself how far the log is. */
const QUIET_MS = 250;
/** At least so long between two looks that own appends ask for. */
const LOOK_EVERY_MS = 20;

export interface FeedRequest {
  readonly after: string | undefined;
  readonly filter: LogFilter;
  /** Where the log is known to reach: as long as it is farther than what came, something is still to come or was filtered out. */
  reach(): Promise<string | undefined>;
  /** How often to look once the reach was reached, in milliseconds. */
  readonly lookEveryMs: number;
  /** Calls back at each append of this store that may have passed by; returns what ends that. */
  onAppend(look: () => void): () => void;
  /** Give up with `store-unavailable` when the server is away for longer, in milliseconds. */
  readonly retryForMs: number;
  readonly signal: AbortSignal | undefined;
}

/** A wanted event, or, without one, that nothing wanted is left up to a position. */
export type Step = Pushed;

export interface Fed {
  /** In the order of the log, each once. */
  readonly steps: readonly Step[];
  /** Set when everything up to there was delivered; undefined inside for an empty log. */
  readonly reached?: { readonly position: string | undefined };
}

/**
 * The wanted events of the log after a position, in order and each once, through lost connections.
 *
 * Two sources are merged by position. The server pushes what its filter lets through, and tells from time to time how far it came.
 * Whenever it has been quiet, the rest up to the known reach is read without a filter, a page at a time: servers tell how far they
 * came only every so many events, some never tell that they have delivered all, and a connection may be dead without a word. What
 * came by one way is passed over on the other.
 *
 * The next batch is asked for when the last one is finished, so that a new connection begins where the reader has come to.
 *
 * @throws EventSourcingError `store-closed`; `store-unavailable` and the like for what does not pass.
 */
export async function* logFeed(connection: Connection, request: FeedRequest): AsyncGenerator<Fed> {
  const { filter, signal } = request;
  const { ring, heard } = bell();
  const pause = doublingPause();
  let seen = request.after;
  let source: PushSource | undefined;
  let awaySince: number | undefined;
  let lookAt = performance.now() + QUIET_MS;
  let reached = false;

  const look = (): void => {
    lookAt = Math.min(lookAt, performance.now() + LOOK_EVERY_MS);
    ring();
  };
  const endNudges = request.onAppend(look);
  signal?.addEventListener('abort', ring);
  connection.closing.addEventListener('abort', ring);

  /** Waits after a failure, or gives up. */
  const recover = async (cause: unknown): Promise<void> => {
    const now = performance.now();
    awaySince ??= now;
    if (!isTransient(cause)) throw storeFailure(cause, {});
    if (now - awaySince >= request.retryForMs) throw storeFailure(cause, {}, now - awaySince);
    source?.close();
    source = undefined;
    await heard(pause.next());
  };
  const answered = (): void => {
    awaySince = undefined;
    pause.reset();
  };
  const behind = (pushed: readonly Pushed[]): readonly Step[] =>
    pushed.filter(({ position }) => seen === undefined || position > seen);

  try {
    while (signal?.aborted !== true) {
      connection.assertOpen();
      if (filter.onServer !== undefined) {
        source ??= pushSource(connection, seen, filter.onServer, ring);
      }
      const pushed = source?.take() ?? [];
      if (source?.caughtUp() === true) lookAt = performance.now();
      const steps = wantedSteps(behind(pushed), filter);
      const last = steps.at(-1);
      if (last !== undefined) {
        answered();
        reached = false;
        lookAt = Math.max(lookAt, performance.now() + QUIET_MS);
        yield { steps };
        seen = last.position;
        continue;
      }
      if (source?.ended !== undefined) {
        await recover(source.ended.cause);
        continue;
      }
      const quiet = lookAt - performance.now();
      if (quiet > 0) {
        await heard(quiet);
        continue;
      }
      lookAt = performance.now() + (reached ? request.lookEveryMs : QUIET_MS);
      try {
        const reach = await request.reach();
        reached = reach === undefined || (seen !== undefined && seen >= reach);
        if (reached) {
          lookAt = performance.now() + request.lookEveryMs;
          answered();
          yield { steps: [], reached: { position: reach } };
          continue;
        }
        const found = await rest(connection, seen, filter);
        answered();
        const end = found.at(-1);
        if (end === undefined) continue;
        lookAt = performance.now();
        yield { steps: found };
        seen = end.position;
      } catch (error) {
        await recover(error);
      }
    }
  } finally {
    endNudges();
    signal?.removeEventListener('abort', ring);
    connection.closing.removeEventListener('abort', ring);
    source?.close();
  }
}

/** One page of the log after a position, unfiltered, as steps. */
async function rest(connection: Connection, seen: string | undefined, filter: LogFilter): Promise<readonly Step[]> {
  const from = seen === undefined ? 'start' : parseLogPosition(seen);
  // The position itself is read again, and passed over.
  const page = await logPage(connection, from, 'forwards', connection.pageSize + 1);
  const after = page
    .map((event) => ({ position: positionOf(event), event }))
    .filter(({ position }) => seen === undefined || position > seen);
  return wantedSteps(after, filter);
}

/** The events that are wanted; those that are not leave the last of their positions. */
function wantedSteps(pushed: readonly Pushed[], filter: LogFilter): readonly Step[] {
  const steps: Step[] = [];
  for (const { position, event } of pushed) {
    const wanted: ClientRecordedEvent | undefined = event !== undefined && filter.wants(event) ? event : undefined;
    if (wanted === undefined && steps.length > 0 && steps.at(-1)?.event === undefined) steps.pop();
    steps.push(wanted === undefined ? { position } : { position, event: wanted });
  }
  return steps;
}
