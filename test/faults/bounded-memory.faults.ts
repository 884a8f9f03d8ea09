import { loadDriver, sqliteStore } from '@pembinaan/store-sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Folder, folder } from './folder.js';
import { type Program, startProgram } from './start-program.js';

/** Megabytes of JavaScript objects that a reading process may hold; a hundredth of the events would not fit at once. */
const HEAP = 48;
const MANY = 500_000;
/** Of these, in one stream. */
const STREAM = 200_000;
const FEW = 50_000;
/** A reading process may take so many megabytes more for ten times the events: the store lets SQLite keep 64 MB of pages, the
 * rest is what the garbage collector lets grow. */
const MORE = 110;
/** Of six ways to begin reading. */
const TIMES = 100;

const Done = z.object({ kind: z.literal('done'), result: z.unknown(), peakKilobytes: z.number() });

describe(`a process with ${HEAP} MB for its objects`, () => {
  let place: Folder;
  beforeAll(async () => {
    place = await folder();
    const [few, many] = [place.file('few.db'), place.file('many.db')];
    const others = { work: 'write', stream: 'book-x', streams: 300 };
    await readMuch({ ...others, storeFile: few, events: FEW }, []);
    await readMuch({ work: 'write', storeFile: many, stream: 'book-1', events: STREAM }, []);
    await readMuch({ ...others, storeFile: many, events: MANY - STREAM }, []);
  });
  afterAll(() => place.remove());

  it.each([false, true])(`reads a stream of ${STREAM} events (backwards: %s)`, async (backwards) => {
    const { result } = await readMuch({
      work: 'readStream',
      storeFile: place.file('many.db'),
      stream: 'book-1',
      backwards,
    });
    expect(result).toBe(STREAM);
  });

  it(`replays ${MANY} events into few rows, and takes hardly more memory than for ${FEW}`, async () => {
    const few = await readMuch({ work: 'replay', storeFile: place.file('few.db') });
    const many = await readMuch({ work: 'replay', storeFile: place.file('many.db') });
    expect([few.result, many.result]).toEqual([FEW, MANY]);
    expectHardlyMore(few, many);
  });

  it(`runs two projections over ${MANY} events into views, and takes hardly more memory than for ${FEW}`, async () => {
    const few = await readMuch({
      work: 'runIntoViews',
      storeFile: place.file('few.db'),
      viewsFile: place.file('few-views.db'),
    });
    const many = await readMuch({
      work: 'runIntoViews',
      storeFile: place.file('many.db'),
      viewsFile: place.file('many-views.db'),
    });
    expect([few.result, many.result]).toEqual([FEW, MANY]);
    expectHardlyMore(few, many);
  });

  it(`follows ${MANY} events through a subscription`, async () => {
    const store = await sqliteStore(place.file('many.db'), { readOnly: true });
    const until = await store.head();
    await store.close();
    expect(await readMuch({ work: 'follow', storeFile: place.file('many.db'), until })).toMatchObject({ result: MANY });
  });

  it(`begins ${6 * TIMES} readings and leaves them halfway: nothing piles up, no file is locked, the process can end`, async () => {
    const storeFile = place.file('many.db');
    const program = await begin({ work: 'abandon', storeFile, stream: 'book-1', times: TIMES }, [
      `--max-old-space-size=${HEAP}`,
      '--expose-gc',
    ]);
    const { result } = Done.parse(await program.next());
    const [first = 0, ...later] = z.array(z.number()).parse(result);
    expect(Math.max(...later) - first, 'bytes that pile up').toBeLessThan(1_000_000);
    expect(await logCanBeEmptied(storeFile)).toBe(true);
    program.leave();
    await program.ended();
    expect(program.told.at(-1)).toEqual({ kind: 'ended' });
  });
});

function expectHardlyMore(few: z.output<typeof Done>, many: z.output<typeof Done>): void {
  process.stdout.write(
    `at most ${Math.round(few.peakKilobytes / 1024)} MB, and ${Math.round(many.peakKilobytes / 1024)} MB for ten times the events\n`,
  );
  expect(many.peakKilobytes - few.peakKilobytes).toBeLessThan(MORE * 1024);
}

async function readMuch(
  order: object,
  node: readonly string[] = [`--max-old-space-size=${HEAP}`],
): Promise<z.output<typeof Done>> {
  const program = await begin(order, node);
  const done = Done.parse(await program.next());
  program.leave();
  await program.ended();
  return done;
}

async function begin(order: object, node: readonly string[]): Promise<Program> {
  const program = startProgram('read-much', { node });
  await program.next();
  program.say(order);
  return program;
}

/** A reader that holds a place in the write-ahead log keeps it from being emptied. */
async function logCanBeEmptied(file: string): Promise<boolean> {
  const connection = (await loadDriver()).open(file, { readOnly: false, busyTimeoutMs: 1000 });
  try {
    return connection.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.[0] === 0;
  } finally {
    connection.close();
  }
}
