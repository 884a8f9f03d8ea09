import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';

/** An event as the children write it: which batch it belongs to, and its place there. */
export function event(data, type = 'ThingDone') {
  return {
    id: randomUUID(),
    type,
    schemaVersion: 1,
    occurredAt: '2026-03-02T01:30:00.000Z',
    data,
    metadata: {
      actor: { subjectId: 'child', roles: [] },
      correlationId: 'child',
      causationId: 'child',
      commandId: 'child',
      facts: [],
      salt: 'c2FsdHNhbHRzYWx0c2FsdA',
    },
  };
}

/** A batch whose events know of each other, so that half a batch shows. */
export function batch(size, padding = 0) {
  const name = randomUUID();
  return Array.from({ length: size }, (_, index) => event({ batch: name, index, size, padding: 'x'.repeat(padding) }));
}

/** Tells the parent in one write, before anything else happens. */
export function tell(message) {
  writeSync(1, `${JSON.stringify(message)}\n`);
}
