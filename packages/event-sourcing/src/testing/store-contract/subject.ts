import type { EventToAppend, RecordedEvent } from '../../event/envelope.js';
import type { EventStore, ReadAllOptions } from '../../store/event-store.js';

/** A store that was opened for one test. */
export interface StoreUnderTest {
  readonly store: EventStore;
  /** Opens the same store again after it was closed; give it where the store is durable. */
  readonly reopen?: () => Promise<EventStore>;
  /** Opens a second connection to the same store; give it where there can be several. */
  readonly another?: () => Promise<EventStore>;
  /** Closes what was opened and removes what was written. */
  dispose(): Promise<void>;
}

/** What a law is checked on. */
export interface Subject extends StoreUnderTest {
  /** Where this test begins: a shared server holds events of other tests before it. */
  readonly start: string | undefined;
  /** The events that were stored since the test began, in global order. */
  log(options?: Omit<ReadAllOptions, 'after'>): Promise<readonly RecordedEvent[]>;
  /** Marks the test as skipped unless the store can do what the law is about. */
  skipUnless<T>(given: T | undefined | false, why: string): T;
}

/** States a law and checks it on a store of its own. */
export type Law = (sentence: string, check: (subject: Subject) => Promise<void>) => void;

/** A stream name that no other test uses. */
export function newStream(category = 'contract'): string {
  return `${category}-${crypto.randomUUID()}`;
}

/** An event with an id of its own. */
export function newEvent(parts: Partial<EventToAppend> = {}): EventToAppend {
  const id = crypto.randomUUID();
  return {
    id,
    type: 'ThingDone',
    schemaVersion: 1,
    occurredAt: '2026-03-02T01:30:00.000Z',
    data: { note: `made for ${id}` },
    metadata: {
      actor: { subjectId: 'subject-1', roles: ['tester'] },
      correlationId: 'correlation-1',
      causationId: 'causation-1',
      commandId: 'command-1',
      facts: [],
      salt: 'c2FsdHNhbHRzYWx0c2FsdA',
    },
    ...parts,
  };
}

/** Events with ids of their own. */
export function newBatch(size: number, parts: Partial<EventToAppend> = {}): readonly EventToAppend[] {
  return Array.from({ length: size }, () => newEvent(parts));
}

export async function collect<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

export async function collectPages<T>(pages: AsyncIterable<readonly T[]>): Promise<readonly T[]> {
  return (await collect(pages)).flat();
}

/** The option `after`, left out at the beginning of the log. */
export function startingAfter(position: string | undefined): { readonly after?: string } {
  return position === undefined ? {} : { after: position };
}

export function ids(events: readonly { readonly id: string }[]): readonly string[] {
  return events.map((event) => event.id);
}

/** The member at that place; a test that asks for one which is not there fails. */
export function at<T>(items: readonly T[], index: number): T {
  const item = items.at(index);
  if (item === undefined) throw new Error(`There is no member ${index} among ${items.length}.`);
  return item;
}
