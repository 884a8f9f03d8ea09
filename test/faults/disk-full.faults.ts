import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { asOf, type EventStore, isEventSourcingError, projector, replay } from '@pembinaan/event-sourcing';
import { type SqliteStore, sqliteStore, sqliteViews } from '@pembinaan/store-sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type BookKeeper, bookKeeper } from './book-keeper.js';
import { type Folder, folder } from './folder.js';
import { findingsIn, integrityOf } from './integrity.js';
import type { Chance } from './programs/chance.mjs';
import { accounts, entries } from './programs/entries.mjs';
import { asText, generationsOf, rowsOf, servedBy } from './rows.js';
import { chanceOf } from './seed.js';
import { type SmallFileSystem, smallFileSystem, tryToMount } from './small-file-system.js';
import { startProgram } from './start-program.js';

const STORES = 25;
const OPENED = 15;
const VIEWS = 15;
const LIMITS = 12;
const CALLERS = 4;

const canMount = tryToMount();
if (!canMount) process.stdout.write('Only root can mount a small file system: its tests are left out.\n');

describe.skipIf(!canMount)('a file system that fills up', () => {
  const disks: SmallFileSystem[] = [];
  const mounted = (kilobytes: number): SmallFileSystem => {
    const disk = smallFileSystem(kilobytes);
    disks.push(disk);
    return disk;
  };
  afterEach(() => {
    for (const disk of disks.splice(0)) disk.remove();
  });
  it(`${STORES} times under a store: appends are told store-full, nothing is lost or half there, and it goes on when there is space`, async () => {
    const random = chanceOf('disk-full-store');
    let [refused, fitted] = [0, 0];
    for (let trial = 0; trial < STORES; trial++) {
      const disk = mounted(random.between(300, 1500));
      const file = join(disk.path, 'store.db');
      const store = await sqliteStore(file);
      const books = bookKeeper();
      const failures = await fill(store, books, random, `disk${trial}`);
      for (const failure of failures) {
        expect(failure).toMatchObject({ name: 'EventSourcingError', code: 'store-full', place: { file } });
      }
      refused += failures.length;
      expect(await books.examine(store), 'on the full disk').toEqual([]);

      // A reader can open it now, or is told why not.
      const reader = await sqliteStore(file, { readOnly: true }).catch((error: unknown) => {
        expect(isEventSourcingError(error)).toBe(true);
        return undefined;
      });
      if (reader !== undefined) expect(await books.afresh().examine(reader)).toEqual([]);
      await reader?.close();

      disk.resize(20_000);
      for (const { batch, stream, size } of books.unanswered()) {
        const appended = await store.append(stream, entries(batch, size), 'any');
        expect(appended.repeated, 'what was refused is not there').toBe(false);
        books.hear([{ kind: 'stored', batch, ...appended }]);
        fitted++;
      }
      expect(await books.examine(store), 'with space again').toEqual([]);
      await store.close();
      expect(await findingsIn(file)).toEqual([]);
      const again = await sqliteStore(file);
      expect(await books.afresh().examine(again), 'opened again').toEqual([]);
      await again.close();
    }
    process.stdout.write(`${STORES} full disks: ${refused} appends refused, ${fitted} sent again\n`);
    expect(refused).toBeGreaterThanOrEqual(STORES);
  });

  it(`${OPENED} times before a store is opened: that is told store-full, and it opens when there is space`, async () => {
    let refused = 0;
    for (let trial = 0; trial < OPENED; trial++) {
      const disk = mounted(4 + trial * 12);
      const file = join(disk.path, 'store.db');
      const opened = await sqliteStore(file).catch((error: unknown) => error);
      if (opened instanceof Error) {
        expect(opened).toMatchObject({ name: 'EventSourcingError', code: 'store-full', place: { file } });
        refused++;
      } else if (isStore(opened)) await opened.close();
      disk.resize(20_000);
      const store = await sqliteStore(file);
      await store.append('book-1', entries('first', 3), 'none');
      await store.close();
      expect(await findingsIn(file)).toEqual([]);
    }
    expect(refused).toBeGreaterThan(3);
    expect(refused).toBeLessThan(OPENED);
  });

  it(`${VIEWS} times under views: the projector is told store-full, the rows are those of the checkpoint, and it goes on when there is space`, async () => {
    const random = chanceOf('disk-full-views');
    const place = await folder();
    const store = await sqliteStore(place.file('store.db'), { synchronous: 'normal', pageSize: 50 });
    for (let batch = 0; batch < 60; batch++) {
      await store.append(`book-${batch % 5}`, entries(`batch-${batch}`, 100, { accounts: 4000, longest: 20 }), 'any');
    }
    const fresh = asText((await replay(store, accounts())).rows);
    const ends = { filling: 0, rebuilding: 0 };
    for (let trial = 0; trial < VIEWS; trial++) {
      const rebuilding = trial % 3 === 2;
      const disk = mounted(rebuilding ? 20_000 : random.between(250, 900));
      const file = join(disk.path, 'views.db');
      if (rebuilding) {
        const before = await sqliteViews(file);
        await projector(store, accounts(), { target: before }).run();
        await before.close();
        disk.resize((await usedKilobytes(disk.path)) + random.between(60, 180));
      }
      const views = await sqliteViews(file);
      const view = projector(store, accounts(), { target: views, commitAfter: { events: 500 } });
      await expect(rebuilding ? view.rebuild() : view.run()).rejects.toMatchObject({
        code: 'store-full',
        place: { file },
      });
      const kept = await generationsOf(views, 'accounts');
      for (const generation of kept) {
        const { position } = await generation.checkpoint();
        const fold = position === undefined ? new Map() : (await asOf(store, accounts(), { position })).rows;
        expect(await rowsOf(generation), 'on the full disk').toEqual(asText(fold));
      }
      const position = (await kept[0]?.checkpoint())?.position;
      if (rebuilding) expect(position, 'the old rows stay').toBe(await store.head());
      ends[rebuilding ? 'rebuilding' : 'filling']++;

      disk.resize(20_000);
      await (rebuilding ? view.rebuild() : view.run());
      expect(await rowsOf(await servedBy(views, 'accounts')), 'with space again').toEqual(fresh);
      await views.close();
      expect(await integrityOf(file)).toBe('ok');
    }
    await store.close();
    await place.remove();
    process.stdout.write(`${VIEWS} full disks: ${JSON.stringify(ends)}\n`);
  });
});

describe('a limit on the size of a file (ulimit -f)', () => {
  let place: Folder;
  beforeEach(async () => {
    place = await folder();
  });
  afterEach(() => place.remove());

  it(`ends ${LIMITS} processes at one append, with a failure that has a code; what they were told is stored is there, and whole`, async () => {
    const { between } = chanceOf('largest-file');
    const storeFile = place.file('store.db');
    const books = bookKeeper();
    const codes: unknown[] = [];
    for (let trial = 0; trial < LIMITS; trial++) {
      const program = startProgram('append-to-limit', { largestFile: 100 + trial * 120 + between(0, 100) });
      await program.next();
      program.say({ storeFile, name: `trial${trial}`, seed: between(1, 1_000_000) });
      await program.ended();
      const { code } = Failed.parse(program.told.at(-1));
      codes.push(code);
      books.hear(program.told.slice(0, -1));
      const store = await sqliteStore(storeFile);
      expect(await books.examine(store), `after process ${trial + 1}`).toEqual([]);
      for (const { batch, stream, size } of books.unanswered()) {
        const appended = await store.append(stream, entries(batch, size), 'any');
        expect(appended.repeated, 'what was refused is not there').toBe(false);
        books.hear([{ kind: 'stored', batch, ...appended }]);
      }
      await store.close();
      expect(await findingsIn(storeFile)).toEqual([]);
    }
    // Only the end of the space has a result code of its own in SQLite; a limit of the user (EFBIG) is an I/O error.
    expect(new Set(codes)).toEqual(new Set(['store-unavailable']));
    expect(books.acknowledged()).toBeGreaterThan(LIMITS);
  });
});

function isStore(opened: unknown): opened is SqliteStore {
  return typeof opened === 'object' && opened !== null && 'close' in opened;
}

const Failed = z.object({ kind: z.literal('failed'), name: z.literal('EventSourcingError'), code: z.string() });

/** Several callers append until one append of each was refused. Returns why. */
async function fill(
  store: EventStore,
  books: BookKeeper,
  { between }: Chance,
  name: string,
): Promise<readonly unknown[]> {
  const callOn = async (caller: number): Promise<unknown> => {
    for (let round = 0; ; round++) {
      const batch = `${name}-${caller}-${round}`;
      const sent = { batch, stream: `book-${between(1, 9)}`, size: between(1, 40) };
      books.hear([{ kind: 'sending', ...sent }]);
      try {
        books.hear([{ kind: 'stored', batch, ...(await store.append(sent.stream, entries(batch, sent.size), 'any')) }]);
      } catch (error) {
        return error;
      }
    }
  };
  return Promise.all(Array.from({ length: CALLERS }, (_, caller) => callOn(caller)));
}

async function usedKilobytes(path: string): Promise<number> {
  const { blocks, bfree, bsize } = await statfs(path);
  return ((blocks - bfree) * bsize) / 1024;
}
