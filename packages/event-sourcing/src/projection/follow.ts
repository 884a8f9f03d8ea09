import { isEventSourcingError } from '../errors.js';
import type { EventStore, SubscriptionMessage } from '../store/event-store.js';
import { liveBatches } from './live-batches.js';
import { pause } from './turns.js';

/** What following needs from a projector. */
export interface Following {
  /** Brings everything to the head. */
  bringUp(): Promise<void>;
  /** Told each time when everything is at the head. */
  live(): void;
  /** Told that the connection was lost, with the error if there was one. */
  lost(error: unknown): void;
  /** Where the subscription begins. */
  after(): string | undefined;
  readonly types: readonly string[];
  take(batch: readonly SubscriptionMessage[]): Promise<void>;
}

const RECONNECT_MS = { first: 100, longest: 30_000 };

/**
 * Catches up and follows a store until the signal aborts. Once it was live, a lost connection is opened again after a pause that
 * doubles each time; what was missed is read from the log.
 * @throws the first failure before it was live, and later those that do not pass by themselves.
 */
export async function follow(store: EventStore, following: Following, signal: AbortSignal): Promise<void> {
  let wasLive = false;
  let wait = RECONNECT_MS.first;
  while (!signal.aborted) {
    try {
      await following.bringUp();
      if (signal.aborted) return;
      wasLive = true;
      following.live();
      const after = following.after();
      const { types } = following;
      for await (const batch of liveBatches(store, { ...(after !== undefined && { after }), types }, signal)) {
        await following.take(batch);
        wait = RECONNECT_MS.first;
      }
      if (signal.aborted) return;
      following.lost(undefined);
    } catch (error) {
      if (signal.aborted) return;
      if (!wasLive || !passes(error)) throw error;
      following.lost(error);
    }
    await pause(wait, signal);
    wait = Math.min(wait * 2, RECONNECT_MS.longest);
  }
}

/** Everything up to here was told by these messages. */
export function toldBy(batch: readonly SubscriptionMessage[]): string | undefined {
  const positions = batch.flatMap((message) => message.position ?? []).sort();
  return positions.at(-1);
}

/** Whether trying again can help: lost connections do pass, a store that was closed or is damaged does not. */
function passes(error: unknown): boolean {
  if (!isEventSourcingError(error)) return true;
  return error.code === 'store-unavailable' || error.code === 'store-busy';
}
