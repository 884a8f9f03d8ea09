import { setTimeout as sleep } from 'node:timers/promises';
import type { RecordedEvent } from '@pembinaan/event-sourcing';
import { loadDriver, sqliteStore } from '@pembinaan/store-sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startChild } from './child.js';
import { Acknowledged, InBatch } from './child-messages.js';
import { type TemporaryFile, temporaryFile } from './temporary-file.js';

const TRIALS = 24;

describe('a writer that is killed', () => {
  let place: TemporaryFile;
  beforeEach(async () => {
    place = await temporaryFile();
  });
  afterEach(() => place.remove());

  it(`keeps what it acknowledged and leaves no half batch, ${TRIALS} times in a row`, {
    timeout: 300_000,
  }, async () => {
    const acknowledged: Acknowledged[] = [];
    for (let trial = 0; trial < TRIALS; trial++) {
      const child = startChild('append-until-killed', place.file);
      await child.next();
      await sleep(Math.random() * 60);
      child.kill();
      await child.ended();
      acknowledged.push(...child.told.map((line) => Acknowledged.parse(line)));

      const store = await sqliteStore(place.file);
      const stored: RecordedEvent[] = [];
      for await (const page of store.readAll()) stored.push(...page);
      await store.close();

      const byId = new Map(stored.map((event) => [event.id, event]));
      const lost = acknowledged.flatMap(({ stream, firstRevision, positions, ids }) =>
        ids.filter((id, index) => {
          const event = byId.get(id);
          return (
            event?.stream !== stream || event.revision !== firstRevision + index || event.position !== positions[index]
          );
        }),
      );
      expect(lost).toEqual([]);
      expectWholeBatches(stored);
      expect(await integrityOf(place.file)).toBe('ok');
    }
    expect(acknowledged.length).toBeGreaterThan(TRIALS);
  });
});

function expectWholeBatches(stored: readonly RecordedEvent[]): void {
  const found = new Map<string, number[]>();
  const sizes = new Map<string, number>();
  for (const event of stored) {
    const { batch, index, size } = InBatch.parse(event.data);
    found.set(batch, [...(found.get(batch) ?? []), index]);
    sizes.set(batch, size);
  }
  for (const [batch, indexes] of found) {
    expect(indexes).toEqual(Array.from({ length: sizes.get(batch) ?? 0 }, (_, index) => index));
  }
}

async function integrityOf(file: string): Promise<unknown> {
  const connection = (await loadDriver()).open(file, { readOnly: true, busyTimeoutMs: 1000 });
  try {
    return connection.prepare('PRAGMA integrity_check').get()?.[0];
  } finally {
    connection.close();
  }
}
