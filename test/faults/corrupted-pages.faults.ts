import { readFile, rm, writeFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { isEventSourcingError, type RecordedEvent, replay } from '@pembinaan/event-sourcing';
import { sqliteStore } from '@pembinaan/store-sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Folder, folder } from './folder.js';
import { findingsIn } from './integrity.js';
import { accounts, entries } from './programs/entries.mjs';
import { asText } from './rows.js';
import { chanceOf } from './seed.js';

const COPIES = Number(process.env.FAULTS_COPIES ?? 300);
const STREAMS = 12;

/**
 * SQLite keeps no checksums of its pages. It tells a page whose structure is broken, and (when it is asked to check) an index that does
 * not agree with its table. A flipped character in a column that no index holds is still a readable row: the payload may then fail its
 * schema, or be another payload. The last is found only by sealing, which is the work of the audit; here it is counted, and nothing
 * else may go unnoticed.
 */
const ONLY_SEALING_TELLS = ['data', 'metadata', 'id', 'schemaVersion', 'occurredAt', 'recordedAt'];

describe('a file with a damaged page', () => {
  let place: Folder;
  beforeEach(async () => {
    place = await folder();
  });
  afterEach(() => place.remove());

  it(`in ${COPIES} copies, each damaged at another place: reading, replay and the integrity check together give the true events or a failure with a code; they never lose, repeat or move one in silence`, async () => {
    const random = chanceOf('corrupted-pages');
    const { between, percent } = random;
    const original = place.file('store.db');
    const store = await sqliteStore(original);
    for (let batch = 0; batch < 150; batch++) {
      await store.append(`book-${batch % STREAMS}`, entries(`batch-${batch}`, between(1, 12)), 'any');
    }
    const truth = await everythingOf(original);
    if ('failure' in truth) throw truth.failure;
    await store.close();
    const bytes = await readFile(original);
    // Where names of streams and types are kept: little of the file, and much hangs on it.
    const names = [...placesOf('book-', bytes), ...placesOf('EntryMade', bytes), ...placesOf('AccountClosed', bytes)];
    if (!isFilled(names)) throw new Error('No name is found in the file.');

    const counts = { true: 0, failed: 0, onlyByIntegrityCheck: 0, onlyBySealing: 0 };
    const silent = new Map<string, number>();
    const codes = new Map<string, number>();
    for (let copy = 0; copy < COPIES; copy++) {
      const damaged = Buffer.from(bytes);
      const at = percent(20) ? random.of(names) + between(-8, 12) : between(0, bytes.length - 1);
      const what = percent(70) ? 'bit' : percent(50) ? 'byte' : 'sector';
      if (what === 'bit') damaged.writeUInt8(damaged.readUInt8(at) ^ (1 << between(0, 7)), at);
      else if (what === 'byte') damaged.writeUInt8(between(0, 255), at);
      else damaged.fill(percent(50) ? 0 : between(1, 255), at - (at % 512), at - (at % 512) + 512);
      const file = place.file(`copy-${copy}.db`);
      await writeFile(file, damaged);

      const read = await everythingOf(file);
      if ('failure' in read) {
        expect(isEventSourcingError(read.failure), `copy ${copy}, ${what} at ${at}: ${read.failure}`).toBe(true);
        const code = String(Reflect.get(Object(read.failure), 'code'));
        codes.set(code, (codes.get(code) ?? 0) + 1);
        counts.failed++;
      } else {
        const differing = differences(read, truth);
        if (differing.length === 0) counts.true++;
        else if ((await findingsIn(file).catch(() => ['unreadable'])).length > 0) counts.onlyByIntegrityCheck++;
        else {
          expect(ONLY_SEALING_TELLS, `copy ${copy}, ${what} at ${at}: ${differing}`).toEqual(
            expect.arrayContaining([...differing]),
          );
          if (what !== 'sector') expect(lengthsDiffer(read, truth), `copy ${copy}, ${what} at ${at}`).toBe(false);
          counts.onlyBySealing++;
          for (const field of differing) silent.set(field, (silent.get(field) ?? 0) + 1);
        }
      }
      await Promise.all(['', '-wal', '-shm'].map((suffix) => rm(`${file}${suffix}`, { force: true })));
    }
    process.stdout.write(
      `${COPIES} damaged copies: ${JSON.stringify({ ...counts, codes: Object.fromEntries(codes), silent: Object.fromEntries(silent) })}\n`,
    );
    expect(counts.failed).toBeGreaterThan(COPIES / 20);
    // As long as nothing seals the log, this is what a disk can do to it unnoticed; the audit brings it to 0.
    expect(counts.onlyBySealing).toBeGreaterThan(0);
  });
});

interface Everything {
  readonly log: readonly RecordedEvent[];
  readonly streams: readonly (readonly RecordedEvent[])[];
  readonly ofOneType: readonly RecordedEvent[];
  readonly ofCategory: readonly RecordedEvent[];
  readonly rows: ReadonlyMap<string, string>;
}

/** All that a store gives, in every way of reading; or the failure that it met. */
async function everythingOf(file: string): Promise<Everything | { readonly failure: unknown }> {
  const store = await sqliteStore(file, { pageSize: 50 }).catch((failure: unknown) => ({ failure }));
  if ('failure' in store) return store;
  try {
    const streams: (readonly RecordedEvent[])[] = [];
    for (let number = 0; number < STREAMS; number++) streams.push(await collect(single(store.read(`book-${number}`))));
    return {
      log: await collect(store.readAll()),
      streams,
      ofOneType: await collect(store.readAll({ types: ['AccountClosed'] })),
      ofCategory: await collect(store.readAll({ categories: ['book'] })),
      rows: asText((await replay(store, accounts())).rows),
    };
  } catch (failure) {
    return { failure };
  } finally {
    await store.close().catch(() => {});
  }
}

async function* single(events: AsyncIterable<RecordedEvent>): AsyncIterable<readonly RecordedEvent[]> {
  for await (const event of events) yield [event];
}

async function collect(pages: AsyncIterable<readonly RecordedEvent[]>): Promise<readonly RecordedEvent[]> {
  const all: RecordedEvent[] = [];
  // Every part of each event: the metadata are decoded when they are asked for.
  for await (const page of pages) all.push(...page.map((event) => ({ ...event })));
  return all;
}

/** In which fields the events that were read differ from the true ones; `events` when some are missing, too many or elsewhere. */
function differences(read: Everything, truth: Everything): readonly string[] {
  const found = new Set<string>();
  const lists = ({ log, streams, ofOneType, ofCategory }: Everything) => [log, ...streams, ofOneType, ofCategory];
  for (const [which, expected] of lists(truth).entries()) {
    const given = lists(read)[which] ?? [];
    if (given.length !== expected.length) found.add(`events of list ${which}: ${given.length} for ${expected.length}`);
    for (const [index, event] of expected.entries()) {
      for (const [field, value] of Object.entries(event)) {
        if (!isDeepStrictEqual(Reflect.get(given[index] ?? {}, field), value)) found.add(field);
      }
    }
  }
  return [...found];
}

/** One flipped character explains a few characters more or less, but not a part that is gone. */
function lengthsDiffer(read: Everything, truth: Everything): boolean {
  const length = (event: RecordedEvent | undefined): number => JSON.stringify(event ?? {}).length;
  return truth.log.some((event, index) => Math.abs(length(event) - length(read.log[index])) > 12);
}

function placesOf(text: string, bytes: Buffer): readonly number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(text); at !== -1; at = bytes.indexOf(text, at + 1)) places.push(at);
  return places;
}

function isFilled<T>(list: readonly T[]): list is readonly [T, ...T[]] {
  return list.length > 0;
}
