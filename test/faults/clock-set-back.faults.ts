import { asOf, type EventStore, memoryStore, type RecordedEvent } from '@pembinaan/event-sourcing';
import { sqliteStore } from '@pembinaan/store-sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Folder, folder } from './folder.js';
import { accounts, entries } from './programs/entries.mjs';
import { asText } from './rows.js';
import { chanceOf } from './seed.js';
import { startProgram } from './start-program.js';

const APPENDS = 400;
const PROCESSES = 6;
const BATCHES = 40;
const START = Date.parse('2026-03-02T01:30:00.000Z');

const Stored = z.object({
  kind: z.literal('stored'),
  positions: z.array(z.string()),
  recordedAt: z.string(),
  clock: z.string(),
});

describe('a clock that goes back', () => {
  let place: Folder;
  beforeEach(async () => {
    place = await folder();
  });
  afterEach(() => place.remove());

  it.each(['memory', 'sqlite'] as const)(
    `at a third of ${APPENDS} appends: %s records no event before an earlier one, and what was known at a moment is a beginning of the log`,
    async (kind) => {
      const { between, percent } = chanceOf(`clock-${kind}`);
      let clock = START;
      const now = (): string => new Date(clock).toISOString();
      const store = kind === 'memory' ? memoryStore({ now }) : await sqliteStore(place.file('store.db'), { now });
      let latest = '';
      let back = 0;
      for (let append = 0; append < APPENDS; append++) {
        clock += percent(33) ? -between(1, 90_000_000) : between(0, 60_000_000);
        if (now() < latest) back++;
        const { recordedAt } = await store.append(
          `book-${append % 5}`,
          entries(`batch-${append}`, between(1, 3)),
          'any',
        );
        expect(recordedAt, `append ${append}`).toBe(now() > latest ? now() : latest);
        latest = recordedAt;
      }
      const log = await logOf(store);
      expectNeverBack(log);
      for (let look = 0; look < 20; look++) {
        const recordedAt = log[between(0, log.length - 1)]?.recordedAt ?? '';
        const last = log.findLast((event) => event.recordedAt <= recordedAt);
        const [known, beginning] = [
          await asOf(store, accounts(), { recorded: recordedAt }),
          await asOf(store, accounts(), { position: last?.position }),
        ];
        expect(asText(known.rows)).toEqual(asText(beginning.rows));
      }
      await store.close();
      expect(back).toBeGreaterThan(APPENDS / 10);
    },
  );

  it(`in ${PROCESSES} processes with clocks that are hours apart, ${PROCESSES * BATCHES} appends: no event is recorded before an earlier one`, async () => {
    const { between } = chanceOf('clocks-apart');
    const storeFile = place.file('store.db');
    const programs = Array.from({ length: PROCESSES }, () => startProgram('append-by-clock'));
    for (const [number, program] of programs.entries()) {
      await program.next();
      const wrongByMs = between(-20_000_000, 20_000_000);
      program.say({ storeFile, name: `${number}`, seed: between(1, 1_000_000), batches: BATCHES, wrongByMs });
    }
    await Promise.all(programs.map((program) => program.ended()));

    const store = await sqliteStore(storeFile);
    const log = await logOf(store);
    await store.close();
    expectNeverBack(log);
    const told = programs.flatMap((program) => program.told.slice(1).map((line) => Stored.parse(line)));
    expect(told).toHaveLength(PROCESSES * BATCHES);
    const byPosition = new Map(log.map((event) => [event.position, event]));
    for (const { positions, recordedAt, clock } of told) {
      for (const position of positions) expect(byPosition.get(position)?.recordedAt).toBe(recordedAt);
      expect(recordedAt >= clock).toBe(true);
    }
    expect(
      told.filter(({ recordedAt, clock }) => Date.parse(recordedAt) > Date.parse(clock) + 1000).length,
    ).toBeGreaterThan(BATCHES);
  });
});

async function logOf(store: EventStore): Promise<readonly RecordedEvent[]> {
  const log: RecordedEvent[] = [];
  for await (const page of store.readAll()) log.push(...page);
  return log;
}

function expectNeverBack(log: readonly RecordedEvent[]): void {
  const back = log.filter(({ recordedAt }, index) => recordedAt < (log[index - 1]?.recordedAt ?? ''));
  expect(back.map(({ position, recordedAt }) => ({ position, recordedAt }))).toEqual([]);
}
