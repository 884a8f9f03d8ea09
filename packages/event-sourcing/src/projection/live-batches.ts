import {
  type EventStore,
  isRecordedEvent,
  type SubscribeOptions,
  type SubscriptionMessage,
} from '../store/event-store.js';
import { sameAppend } from './same-append.js';

const MAX_BATCH = 1000;
/** How long the rest of an append is waited for, where the store does not tell that it has delivered all. */
const SETTLE_MS = 10;

/**
 * A subscription in batches: each holds what had arrived when the one before it was done, so that a burst is folded and stored as one
 * page, and ends at the end of an append. Bounded: what is not asked for stays in the store.
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
      for (pending = ask(); ; pending = ask()) {
        const next = await nextOf(batch, pending);
        if (next === undefined) break;
        batch.push(next);
      }
      yield batch;
    }
  } finally {
    signal.removeEventListener('abort', end);
    end();
    await messages.return?.();
  }
}

/** The message that belongs to the batch; undefined when the batch ends before it, or nothing arrives. */
async function nextOf(
  batch: readonly SubscriptionMessage[],
  pending: Promise<IteratorResult<SubscriptionMessage>>,
): Promise<SubscriptionMessage | undefined> {
  const last = batch.at(-1);
  const arrived = await within(pending, 0);
  if (arrived !== undefined && batch.length < MAX_BATCH) return arrived;
  if (last === undefined || !isRecordedEvent(last)) return undefined;
  const late = arrived ?? (await within(pending, SETTLE_MS));
  return late !== undefined && isRecordedEvent(late) && sameAppend(last, late) ? late : undefined;
}

/** What arrives in that time; undefined when nothing does, or the subscription ends. */
async function within(
  pending: Promise<IteratorResult<SubscriptionMessage>>,
  ms: number,
): Promise<SubscriptionMessage | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const nothing = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  const answer = await Promise.race([pending.catch(() => undefined), nothing]);
  clearTimeout(timer);
  return answer === undefined || answer.done === true ? undefined : answer.value;
}
