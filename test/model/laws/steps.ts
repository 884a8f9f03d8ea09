import type { EventStore, RecordedEvent } from '@pembinaan/event-sourcing';
import { expect } from 'vitest';

/** Whatever is refused leaves no event. */
export async function refusedLeavesNothing(store: EventStore, before: string | undefined): Promise<void> {
  expect(await store.head(), 'the head of the store after a refusal').toBe(before);
}

/** Whatever is accepted leaves exactly the events that were returned; they are handed on as the store holds them. */
export async function acceptedIsNew(
  store: EventStore,
  before: string | undefined,
  returned: readonly RecordedEvent[],
): Promise<readonly RecordedEvent[]> {
  const fresh: RecordedEvent[] = [];
  for await (const page of store.readAll(before === undefined ? {} : { after: before })) fresh.push(...page);
  expect(fresh, 'the new events of the store').toEqual(returned);
  return fresh;
}
