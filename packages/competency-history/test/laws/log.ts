import { type EventStore, memoryStore, type RecordedEvent } from '@pembinaan/event-sourcing';
import fc from 'fast-check';

/** Everything that stands in a store, in its order. */
export async function logIn(store: EventStore): Promise<readonly RecordedEvent[]> {
  const log: RecordedEvent[] = [];
  for await (const page of store.readAll()) log.push(...page);
  return log;
}

/**
 * A store that holds these events in this order. Ids and both moments stay as they are, also where what stands later was recorded
 * earlier, as it is where two logs are read as one; only positions are counted anew.
 */
export async function storeHolding(log: readonly RecordedEvent[], pageSize = 1000): Promise<EventStore> {
  const recordedAt = new Map(log.map((event) => [event.id, event.recordedAt]));
  const store = memoryStore({ pageSize });
  const revisions = new Map<string, number>();
  for (const { stream, id, type, schemaVersion, occurredAt, data, metadata } of log) {
    const last = revisions.get(stream);
    await store.append(stream, [{ id, type, schemaVersion, occurredAt, data, metadata }], last ?? 'none');
    revisions.set(stream, last === undefined ? 0 : last + 1);
  }
  return {
    ...store,
    async *readAll(options) {
      for await (const page of store.readAll(options)) {
        yield page.map((event) => ({ ...event, recordedAt: recordedAt.get(event.id) ?? event.recordedAt }));
      }
    },
  };
}

/** The same streams read in another order: each of them in its own. */
export function interleaved(log: readonly RecordedEvent[]): fc.Arbitrary<readonly RecordedEvent[]> {
  const indices = log.map((_, index) => index);
  return fc.shuffledSubarray(indices, { minLength: log.length }).map((order) => inTurns(log, order));
}

/** The events of the streams whose turn it is: at each place that of the event which stands there in another order. */
export function inTurns(log: readonly RecordedEvent[], order: readonly number[]): readonly RecordedEvent[] {
  const waiting = new Map<string, RecordedEvent[]>();
  for (const event of log) {
    const queue = waiting.get(event.stream);
    if (queue === undefined) waiting.set(event.stream, [event]);
    else queue.push(event);
  }
  return order.flatMap((index) => waiting.get(log[index]?.stream ?? '')?.shift() ?? []);
}
