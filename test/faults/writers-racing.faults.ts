import { type EventStore, isRecordedEvent, type RecordedEvent } from '@pembinaan/event-sourcing';
import { sqliteStore } from '@pembinaan/store-sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Folder, folder } from './folder.js';
import { findingsIn } from './integrity.js';
import { entries } from './programs/entries.mjs';
import { chanceOf } from './seed.js';
import { startProgram } from './start-program.js';

const PROCESSES = 16;
const ON_ONE_STREAM = 50;
const ON_THEIR_OWN = 30;
const CALLERS = 3;

const Told = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({
    kind: z.literal('stored'),
    batch: z.string(),
    stream: z.string(),
    size: z.int(),
    firstRevision: z.int(),
    positions: z.array(z.string()),
    /** Microseconds of the clock that all processes share. */
    sent: z.int(),
    answered: z.int(),
  }),
  z.object({ kind: z.literal('ended'), conflicts: z.int() }),
]);
type Stored = Extract<z.output<typeof Told>, { kind: 'stored' }>;

describe(`${PROCESSES} processes`, () => {
  let place: Folder;
  beforeEach(async () => {
    place = await folder();
  });
  afterEach(() => place.remove());

  it(`race on one stream, ${PROCESSES * ON_ONE_STREAM} batches: each is there once, whole, where it was acknowledged`, async () => {
    const { stored, conflicts, log, followed } = await race(place.file('store.db'), { batches: ON_ONE_STREAM });
    expect(stored).toHaveLength(PROCESSES * ON_ONE_STREAM);
    expectEachOnceAndWhole(stored, log);
    expect(followed).toEqual(log.map(({ position }) => position));
    expectOrderOfTime(stored);
    expect(conflicts).toBeGreaterThan(PROCESSES);
    expect(await findingsIn(place.file('store.db'))).toEqual([]);
  });

  it(`race on one file with streams of their own, ${PROCESSES * CALLERS * ON_THEIR_OWN} batches: each is there once, whole, where it was acknowledged`, async () => {
    const { stored, conflicts, log, followed } = await race(place.file('store.db'), {
      batches: ON_THEIR_OWN,
      callers: CALLERS,
    });
    expect(stored).toHaveLength(PROCESSES * CALLERS * ON_THEIR_OWN);
    expect(new Set(stored.map(({ stream }) => stream)).size).toBe(PROCESSES * CALLERS);
    expectEachOnceAndWhole(stored, log);
    expect(followed).toEqual(log.map(({ position }) => position));
    expectOrderOfTime(stored);
    expect(conflicts).toBe(0);
    expect(await findingsIn(place.file('store.db'))).toEqual([]);
  });
});

interface Race {
  readonly stored: readonly Stored[];
  readonly conflicts: number;
  readonly log: readonly RecordedEvent[];
  /** The positions that a subscriber saw while they raced. */
  readonly followed: readonly string[];
}

/** They also race to create the file. */
async function race(storeFile: string, { batches, callers }: { batches: number; callers?: number }): Promise<Race> {
  const { between } = chanceOf(callers === undefined ? 'one-stream' : 'one-file');
  const programs = Array.from({ length: PROCESSES }, () => startProgram('race'));
  for (const program of programs) await program.next();
  for (const [number, program] of programs.entries()) {
    const seed = between(1, 1_000_000);
    const name = `process${number}`;
    program.say({ storeFile, name, seed, batches, callers: callers ?? 1, shared: callers === undefined });
  }
  // The first answer tells that the file is there.
  await programs[0]?.next();
  const store = await sqliteStore(storeFile, { readOnly: true, pollIntervalMs: 2, pageSize: 7 });
  const ended = new AbortController();
  const following = follow(store, ended.signal);
  await Promise.all(programs.map((program) => program.ended()));

  const log: RecordedEvent[] = [];
  for await (const page of store.readAll()) log.push(...page);
  const followed = await Promise.race([following.upTo(log.at(-1)?.position ?? ''), following.failed]);
  ended.abort();
  await store.close();

  const told = programs.flatMap((program) => program.told.map((line) => Told.parse(line)));
  return {
    stored: told.filter((message) => message.kind === 'stored'),
    conflicts: told.reduce((sum, message) => sum + (message.kind === 'ended' ? message.conflicts : 0), 0),
    log,
    followed,
  };
}

/** Follows the store; `upTo` resolves with all that was seen, in its order, when it has come so far. */
function follow(store: EventStore, signal: AbortSignal) {
  const seen: string[] = [];
  let arrived = (): void => {};
  const failed = (async (): Promise<never> => {
    for await (const message of store.subscribe({ signal })) {
      if (isRecordedEvent(message)) seen.push(message.position);
      arrived();
    }
    return new Promise<never>(() => {});
  })();
  return {
    failed,
    upTo: (position: string) =>
      new Promise<readonly string[]>((resolve) => {
        arrived = () => {
          if ((seen.at(-1) ?? '') >= position) resolve(seen);
        };
        arrived();
      }),
  };
}

/** What is stored is what was acknowledged, no more and no less; each batch lies in one piece; the revisions have no gaps. */
function expectEachOnceAndWhole(stored: readonly Stored[], log: readonly RecordedEvent[]): void {
  const inOrder = [...stored].sort((a, b) => ((a.positions[0] ?? '') < (b.positions[0] ?? '') ? -1 : 1));
  const expected = inOrder.flatMap(({ batch, stream, size, firstRevision, positions }) =>
    entries(batch, size).map(({ id, data }, index) => ({
      id,
      data,
      stream,
      revision: firstRevision + index,
      position: positions[index],
    })),
  );
  expect(log.map(({ id, data, stream, revision, position }) => ({ id, data, stream, revision, position }))).toEqual(
    expected,
  );
  const revisions = new Map<string, number[]>();
  for (const { stream, revision } of log) revisions.set(stream, [...(revisions.get(stream) ?? []), revision]);
  for (const [stream, found] of revisions) {
    expect(found, stream).toEqual(found.map((_, index) => index));
  }
}

/** What was acknowledged before another batch was sent, in whatever process, lies before it. */
function expectOrderOfTime(stored: readonly Stored[]): void {
  const inOrder = [...stored].sort((a, b) => ((a.positions[0] ?? '') < (b.positions[0] ?? '') ? -1 : 1));
  let latestSent = 0;
  for (const { batch, sent, answered } of inOrder) {
    expect(answered, `${batch} lies behind a batch that was sent after its answer`).toBeGreaterThanOrEqual(latestSent);
    latestSent = Math.max(latestSent, sent);
  }
}
