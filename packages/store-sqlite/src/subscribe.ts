import type { SubscribeOptions, SubscriptionMessage } from '@pembinaan/event-sourcing';
import type { OpenStore } from './open-store.js';
import { headPosition, readAll } from './read-all.js';

/**
 * All events from a position on, then those to come: own appends wake it at once, those of other processes are found by polling.
 *
 * Each round takes the head, delivers what is below it, and only then tells the head as progress, so that a checkpoint never
 * overtakes an event.
 */
export async function* subscribe(
  store: OpenStore,
  options: SubscribeOptions = {},
): AsyncGenerator<SubscriptionMessage> {
  const { signal, types } = options;
  const aborted = (): boolean => signal?.aborted === true;
  let after = options.after;
  let told: string | undefined | null = null;
  while (!aborted()) {
    const head = headPosition(store);
    if (head !== undefined && (after === undefined || head > after)) {
      const unread = { ...(after !== undefined && { after }), ...(types !== undefined && { types }), until: head };
      for await (const page of readAll(store, unread)) {
        for (const event of page) {
          if (aborted()) return;
          yield event;
          after = event.position;
        }
      }
      if (aborted()) return;
      if (after !== head) {
        after = head;
        yield { kind: 'progress', position: head };
      }
    }
    if (headPosition(store) !== head) continue;
    if (told !== head) {
      told = head;
      yield { kind: 'caughtUp', position: head };
      continue;
    }
    await store.nextAppend(signal);
  }
}
