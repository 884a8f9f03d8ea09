import { randomUUID } from 'node:crypto';
import type { EventToAppend } from '@pembinaan/event-sourcing';

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

export function ids(events: readonly { readonly id: string }[]): readonly string[] {
  return events.map(({ id }) => id);
}

export async function collect<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

export async function collectPages<T>(pages: AsyncIterable<readonly T[]>): Promise<readonly T[]> {
  return (await collect(pages)).flat();
}

/** Resolves when it holds; fails after ten seconds. */
export async function eventually(holds: () => boolean): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(`It did not come about: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
