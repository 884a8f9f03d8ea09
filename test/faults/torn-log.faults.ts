import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { type EventStore, type RecordedEvent, replay } from '@pembinaan/event-sourcing';
import { sqliteStore } from '@pembinaan/store-sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bookKeeper } from './book-keeper.js';
import { type Folder, folder } from './folder.js';
import { findingsIn } from './integrity.js';
import type { Chance } from './programs/chance.mjs';
import { accounts, entries } from './programs/entries.mjs';
import { chanceOf } from './seed.js';
import { startProgram } from './start-program.js';

const WRITERS = 5;
const TEARS = 40;

/** What happens to the log of a process that died: each as a power failure, or a disk, may leave it. */
type Tear = readonly [name: string, tear: (log: Buffer, chance: Chance) => Buffer];
const KINDS: readonly [Tear, ...Tear[]] = [
  ['cut off', (log, { between }) => log.subarray(0, between(0, log.length - 1))],
  [
    'a flipped bit',
    (log, { between }) => {
      const at = between(0, log.length - 1);
      log.writeUInt8(log.readUInt8(at) ^ (1 << between(0, 7)), at);
      return log;
    },
  ],
  [
    'a block of zeros',
    (log, { between }) => {
      const at = between(0, log.length - 1);
      return log.fill(0, at, Math.min(at + 4096, log.length));
    },
  ],
  [
    'a block of older content',
    (log, { between }) => {
      const [to, from] = [between(0, log.length - 1), between(0, log.length - 1)];
      log.copy(log, to, from, from + 512);
      return log;
    },
  ],
];

describe('a write-ahead log that is torn', () => {
  let place: Folder;
  beforeEach(async () => {
    place = await folder();
  });
  afterEach(() => place.remove());

  it(`in ${WRITERS * TEARS} places, after ${WRITERS} processes died: the store opens, holds a beginning of the log that ends with a whole append, and goes on`, async () => {
    const random = chanceOf('torn-log');
    let storeFile = place.file('store.db');
    const books = bookKeeper();
    const kept = { all: 0, some: 0, none: 0 };

    for (let writer = 0; writer < WRITERS; writer++) {
      // What is in the file itself when a writer begins; its log holds what comes after.
      const inFile = books.log.length;
      const before = await readFile(storeFile).catch(() => undefined);
      await writeUntilKilled(storeFile, place.file('views.db'), `writer${writer}`, random, books.hear);
      const [database, intact] = [await readFile(storeFile), await readFile(`${storeFile}-wal`)];
      // Nothing of the log was moved into the file yet: what is moved was synced before, and is no longer at stake in a tear.
      if (before !== undefined) expect(database.equals(before)).toBe(true);

      // The copy is what the next process after a power failure finds, and the log whose beginnings count: an append that was
      // written whole and never acknowledged is in it.
      storeFile = place.file(`store-${writer}.db`);
      await lay(storeFile, database, intact);
      const store = await sqliteStore(storeFile);
      expect(await books.examine(store)).toEqual([]);
      await store.close();
      const left = await stat(`${storeFile}-wal`).catch(() => ({ size: 0 }));
      expect(left.size, 'closing moves the log into the file').toBe(0);

      for (let tear = 0; tear < TEARS; tear++) {
        const [name, apply] = random.of(KINDS);
        const torn = apply(Buffer.from(intact), random);
        const tornFile = place.file(`torn-${writer}-${tear}.db`);
        await lay(tornFile, database, torn);
        const what = `${name}, writer ${writer + 1}, tear ${tear + 1}`;

        const opened = await sqliteStore(tornFile);
        const held = await logOf(opened);
        expect(isDeepStrictEqual(held, books.log.slice(0, held.length)), `a beginning: ${what}`).toBe(true);
        expect(held.length, `what the file held: ${what}`).toBeGreaterThanOrEqual(inFile);
        expect(held.at(-1)?.metadata.commandId, `whole: ${what}`).not.toBe(
          books.log[held.length]?.metadata.commandId ?? 'end',
        );
        expect(await streamsOf(opened, books.log), what).toEqual(byStream(held));
        expect((await replay(opened, accounts())).handled).toBe(held.length);
        await opened.append('book-1', entries(`after-${writer}-${tear}`, 3), 'any');
        expect(await logOf(opened), what).toHaveLength(held.length + 3);
        await opened.close();
        expect(await findingsIn(tornFile), what).toEqual([]);
        await rm(tornFile);
        kept[held.length === books.log.length ? 'all' : held.length === inFile ? 'none' : 'some']++;
      }
    }
    process.stdout.write(`${WRITERS * TEARS} torn logs kept of what they held: ${JSON.stringify(kept)}\n`);
    expect(kept.some).toBeGreaterThan((WRITERS * TEARS) / 4);
  });
});

async function lay(file: string, database: Buffer, log: Buffer): Promise<void> {
  await writeFile(file, database);
  await writeFile(`${file}-wal`, log);
}

async function writeUntilKilled(
  storeFile: string,
  viewsFile: string,
  name: string,
  { between }: Chance,
  hear: (told: readonly unknown[]) => void,
): Promise<void> {
  const program = startProgram('write-until-killed');
  await program.next();
  program.say({ storeFile, viewsFile, name, seed: between(1, 1_000_000), again: [] });
  for (let told = between(20, 120); told > 0; told--) await program.next();
  await sleep(between(0, 20));
  program.kill();
  await program.ended();
  hear(program.told);
}

async function logOf(store: EventStore): Promise<readonly RecordedEvent[]> {
  const log: RecordedEvent[] = [];
  for await (const page of store.readAll()) log.push(...page);
  return log;
}

/** How many events each stream of the log gives when it is read by itself; the streams without any are left out. */
async function streamsOf(
  store: EventStore,
  log: readonly RecordedEvent[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (const name of new Set(log.map(({ stream }) => stream))) {
    const ids: string[] = [];
    for await (const { id } of store.read(name)) ids.push(id);
    if (ids.length > 0) found.set(name, ids);
  }
  return found;
}

function byStream(log: readonly RecordedEvent[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { stream, id } of log) {
    const ids = found.get(stream);
    if (ids === undefined) found.set(stream, [id]);
    else ids.push(id);
  }
  return found;
}
