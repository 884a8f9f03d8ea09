import { type ErrorPlace, storeClosed } from '@pembinaan/event-sourcing';
import type { ClientCallOptions, ClientCredentials, EventStoreClient } from './client.js';
import { doublingPause } from './doubling-pause.js';
import { DeadlinePassed, isTransient, storeFailure } from './failures.js';

export interface ConnectionSettings {
  /** Events a page. */
  readonly pageSize: number;
  /** How long one call may stay without an answer, in milliseconds. */
  readonly deadlineMs: number;
  /** How long a call is tried again after a failure that may pass, in milliseconds. */
  readonly retryForMs: number;
  /** How often a subscription that has nothing to do looks how far the store is, in milliseconds. */
  readonly pollIntervalMs: number;
}

/** What everything that talks to the server shares. */
export interface Connection extends ConnectionSettings {
  readonly client: EventStoreClient;
  /**
   * Whether reads of this client tell the time of an event in whole seconds, while subscriptions tell milliseconds: so does Kurrent's,
   * whose reads go through native code. `recordedAt` must not depend on the way, and is then told in whole seconds.
   */
  readonly readsWholeSeconds: boolean;
  /** What each call carries. */
  readonly callOptions: ClientCallOptions;
  /** Aborts when the store closes. */
  readonly closing: AbortSignal;
  assertOpen(): void;
  /**
   * One call, raced with the deadline, the end of the store, and a signal of the caller. The deadline begins anew whenever the work
   * says that it is alive. Some calls of the clients never settle, so that nothing may wait for them alone.
   */
  once<T>(work: (alive: () => void) => Promise<T>): Promise<T>;
  /**
   * A call that is repeated, after pauses that double, while its failures are such that may pass.
   * @throws EventSourcingError `store-unavailable` when that takes too long; `store-closed`; what the work throws as such.
   */
  patiently<T>(place: ErrorPlace, work: (attempt: number) => Promise<T>): Promise<T>;
}

export function connection(
  client: EventStoreClient,
  credentials: ClientCredentials | undefined,
  closing: AbortSignal,
  settings: ConnectionSettings,
): Connection {
  const assertOpen = (): void => {
    if (closing.aborted) throw storeClosed();
  };

  async function once<T>(work: (alive: () => void) => Promise<T>): Promise<T> {
    assertOpen();
    const { promise: interrupted, reject } = rejection();
    const timer = setTimeout(
      () => reject(new DeadlinePassed(`no answer within ${settings.deadlineMs} ms`)),
      settings.deadlineMs,
    );
    const close = (): void => reject(storeClosed());
    closing.addEventListener('abort', close, { once: true });
    const working = work(() => timer.refresh());
    // It may settle after the race, when nobody listens any more.
    working.catch(() => {});
    try {
      return await Promise.race([working, interrupted]);
    } finally {
      clearTimeout(timer);
      closing.removeEventListener('abort', close);
    }
  }

  async function patiently<T>(place: ErrorPlace, work: (attempt: number) => Promise<T>): Promise<T> {
    const start = performance.now();
    const pause = doublingPause();
    for (let attempt = 0; ; attempt++) {
      try {
        return await work(attempt);
      } catch (error) {
        const elapsed = performance.now() - start;
        if (!isTransient(error)) throw storeFailure(error, place);
        if (elapsed >= settings.retryForMs) throw storeFailure(error, place, elapsed);
        await pause.wait(closing);
        assertOpen();
      }
    }
  }

  return {
    ...settings,
    client,
    // The mark of Kurrent's client; `@eventstore/db-client` has no such call.
    readsWholeSeconds: 'multiStreamAppend' in client,
    callOptions: credentials === undefined ? {} : { credentials },
    closing,
    assertOpen,
    once,
    patiently,
  };
}

function rejection(): { readonly promise: Promise<never>; readonly reject: (error: Error) => void } {
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<never>((_, refuse) => {
    reject = refuse;
  });
  promise.catch(() => {});
  return { promise, reject };
}
