import type { EventStore, SubscribeOptions, SubscriptionMessage } from '../store/event-store.js';

const MAX_BATCH = 1000;

/**
 * A subscription in batches: each holds what had arrived when the one before it was done, so that a burst is folded and stored as one
 * page. Bounded: what is not asked for stays in the store.
 */
export async function* liveBatches(
  store: EventStore,
  options: Omit<SubscribeOptions, 'signal'>,
  signal: AbortSignal,
): AsyncIterable<readonly SubscriptionMessage[]> {
  const ended = new AbortController();
  const end = (): void => ended.abort();
  signal.addEventListener('abort', end, { once: true });
  if (signal.aborted) end();

  const messages = store.subscribe({ ...options, signal: ended.signal })[Symbol.asyncIterator]();
  const ask = (): Promise<IteratorResult<SubscriptionMessage>> => {
    const answer = messages.next();
    // It is awaited in the next round; until then a failure of it is not an unhandled one.
    answer.catch(() => {});
    return answer;
  };
  try {
    let pending = ask();
    for (;;) {
      const first = await pending;
      if (first.done === true) return;
      const batch = [first.value];
      const nothingMore = new Promise<undefined>((resolve) => setTimeout(resolve, 0));
      for (pending = ask(); batch.length < MAX_BATCH; pending = ask()) {
        const next = await Promise.race([pending.catch(() => undefined), nothingMore]);
        if (next === undefined || next.done === true) break;
        batch.push(next.value);
      }
      yield batch;
    }
  } finally {
    signal.removeEventListener('abort', end);
    end();
    await messages.return?.();
  }
}
