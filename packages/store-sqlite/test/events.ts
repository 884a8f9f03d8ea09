import { randomUUID } from 'node:crypto';
import type { EventToAppend, RecordedEvent } from '@pembinaan/event-sourcing';

/** An event with an id of its own. */
export function event(parts: Partial<EventToAppend> = {}): EventToAppend {
  return {
    id: randomUUID(),
    type: 'ThingDone',
    schemaVersion: 1,
    occurredAt: '2026-03-02T01:30:00.000Z',
    data: { note: 'done' },
    metadata: {
      actor: { subjectId: 'subject-1', roles: [] },
      correlationId: 'correlation-1',
      causationId: 'causation-1',
      commandId: 'command-1',
      facts: [],
      salt: 'c2FsdHNhbHRzYWx0c2FsdA',
    },
    ...parts,
  };
}

export function batch(size: number, parts: Partial<EventToAppend> = {}): readonly EventToAppend[] {
  return Array.from({ length: size }, () => event(parts));
}

export async function collectPages(pages: AsyncIterable<readonly RecordedEvent[]>): Promise<readonly RecordedEvent[]> {
  const all: RecordedEvent[] = [];
  for await (const page of pages) all.push(...page);
  return all;
}

export async function collect<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
