import type { EventStore } from '@pembinaan/event-sourcing';
import { type SqliteDriver, type SqliteStoreOptions, sqliteStore } from '@pembinaan/store-sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drivers } from './drivers.js';
import { batch, collect, collectPages, event } from './events.js';
import { type TemporaryFile, temporaryFile } from './temporary-file.js';
import { watched } from './watched-driver.js';

describe.each(drivers)('appends at once, through $name', (driver) => {
  let place: TemporaryFile;
  let opened: EventStore[];
  beforeEach(async () => {
    place = await temporaryFile();
    opened = [];
  });
  afterEach(async () => {
    for (const store of opened) await store.close();
    await place.remove();
  });

  const open = async (options: SqliteStoreOptions = {}): Promise<EventStore> => {
    const store = await sqliteStore(place.file, { driver, ...options });
    opened.push(store);
    return store;
  };

  it('are committed together', async () => {
    const { wrapped, commits } = counting(driver);
    const store = await open({ driver: wrapped });
    const before = commits();
    await Promise.all(Array.from({ length: 64 }, (_, index) => store.append(`batch-${index}`, batch(2), 'none')));
    expect(commits() - before).toBe(1);
    await store.append('batch-0', batch(1), 1);
    expect(commits() - before).toBe(2);
  });

  it('are committed together up to the size of group that was chosen', async () => {
    const { wrapped, commits } = counting(driver);
    const store = await open({ driver: wrapped, maxGroup: 10 });
    const before = commits();
    const all = await Promise.all(Array.from({ length: 25 }, () => store.append('batch-1', batch(1), 'any')));
    expect(commits() - before).toBe(3);
    expect(all.map(({ revision }) => revision)).toEqual(Array.from({ length: 25 }, (_, index) => index));
  });

  it('are stored in the order of the calls, each seeing those before it', async () => {
    const store = await open();
    const [first, second, third] = [batch(2), batch(1), batch(3)];
    const told = await Promise.all([
      store.append('batch-1', first, 'none'),
      store.append('batch-2', second, 'none', { facts: [{ stream: 'batch-1', revision: 1 }] }),
      store.append('batch-1', third, 1),
    ]);
    expect(told.map(({ firstRevision }) => firstRevision)).toEqual([0, 0, 2]);
    const stored = await collectPages(store.readAll());
    expect(stored.map(({ id }) => id)).toEqual([...first, ...second, ...third].map(({ id }) => id));
  });

  it('refuse one caller and not the others when one of them cannot be stored', async () => {
    const store = await open();
    const known = batch(2);
    await store.append('batch-1', known, 'none');
    const outcomes = await Promise.allSettled([
      store.append('batch-2', batch(1), 'none'),
      store.append('batch-1', batch(1), 'none'),
      store.append('batch-3', batch(1), 'none', { facts: [{ stream: 'batch-1', revision: 0 }] }),
      store.append('batch-3', known, 'any'),
      store.append('batch-3', batch(2), 'none', { quiet: [{ after: undefined, types: ['ThingDone'] }] }),
      store.append('batch-1', known, 'none'),
      store.append('batch-2', batch(1), 0),
    ]);
    expect(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? 'stored' : outcome.reason.code))).toEqual([
      'stored',
      'version-conflict',
      'fact-conflict',
      'duplicate-event',
      'fact-conflict',
      'stored',
      'stored',
    ]);
    expect(await collect(store.read('batch-2'))).toHaveLength(2);
    expect(await collect(store.read('batch-1'))).toHaveLength(2);
    expect(await collect(store.read('batch-3'))).toEqual([]);
  });

  it('refuse a caller whose payload cannot be stored before any other call is touched', async () => {
    const store = await open();
    const outcomes = await Promise.allSettled([
      store.append('batch-1', batch(1), 'none'),
      store.append('batch-1', [event({ data: Number.NaN })], 'any'),
      store.append('batch-1', batch(1), 0, { quiet: [{ after: 'nowhere', types: ['ThingDone'] }] }),
      store.append('batch-1', batch(1), 0),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
  });

  it('are written one by one when the file refuses a row of one of them', async () => {
    const store = await open();
    await store.append('batch-1', batch(3), 'none');
    const connection = driver.open(place.file, { readOnly: false, busyTimeoutMs: 1000 });
    connection.exec(`CREATE TRIGGER theirs BEFORE INSERT ON events WHEN NEW.data LIKE '%unwanted%'
      BEGIN SELECT RAISE(ABORT, 'a rule of another program'); END`);
    connection.close();
    const unwanted = [event({ type: 'ThingMade' }), event({ type: 'ThingLost', data: { note: 'unwanted' } })];
    const outcomes = await Promise.allSettled([
      store.append('batch-1', [event({ type: 'ThingMade' })], 2),
      store.append('batch-2', unwanted, 'none'),
      store.append('batch-1', [event({ type: 'ThingSent' })], 3),
    ]);
    expect(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? 'stored' : outcome.reason.code))).toEqual([
      'stored',
      'store-damaged',
      'stored',
    ]);
    await store.append('batch-2', [event({ type: 'ThingLost' })], 'none');
    const stored = await collectPages(store.readAll());
    expect(stored.map(({ type }) => type).slice(3)).toEqual(['ThingMade', 'ThingSent', 'ThingLost']);
  });

  it('are all told when the disk is full, and none of them is stored', async () => {
    const { wrapped, connection } = watched(driver);
    const store = await open({ driver: wrapped });
    await store.append('batch-1', batch(2), 'none');
    connection().exec('PRAGMA max_page_count = 1');
    const large = batch(20, { data: { text: 'x'.repeat(20_000) } });
    const appends = [
      { stream: 'batch-1', events: batch(1), expected: 1 },
      { stream: 'batch-2', events: large, expected: 'none' },
      { stream: 'batch-1', events: batch(1), expected: 'none' },
    ] as const;
    const sent = () =>
      Promise.allSettled(appends.map(({ stream, events, expected }) => store.append(stream, events, expected)));
    expect((await sent()).map((outcome) => (outcome.status === 'fulfilled' ? 'stored' : outcome.reason.code))).toEqual([
      'store-full',
      'store-full',
      'store-full',
    ]);
    expect(await collectPages(store.readAll())).toHaveLength(2);

    connection().exec('PRAGMA max_page_count = 100000');
    expect((await sent()).map((outcome) => (outcome.status === 'fulfilled' ? 'stored' : outcome.reason.code))).toEqual([
      'stored',
      'stored',
      'version-conflict',
    ]);
  });

  it('are kept as they were when they were handed in', async () => {
    const store = await open();
    const data = { list: ['as it was'] };
    const appending = store.append('batch-1', [event({ data })], 'none');
    data.list.push('too late');
    await appending;
    expect(await collect(store.read('batch-1'))).toMatchObject([{ data: { list: ['as it was'] } }]);
  });

  it('that were accepted are stored before the store closes, and later ones are refused', async () => {
    const store = await open({ maxGroup: 3 });
    const accepted = Array.from({ length: 10 }, () => store.append('batch-1', batch(1), 'any'));
    const closing = store.close();
    await expect(store.append('batch-1', batch(1), 'any')).rejects.toMatchObject({ code: 'store-closed' });
    await closing;
    expect((await Promise.all(accepted)).at(-1)?.revision).toBe(9);
    expect(await collect((await open()).read('batch-1'))).toHaveLength(10);
  });

  it('record a time that never goes back, whatever the clocks of the processes say', async () => {
    const clock = ['2026-03-04T05:00:00.000Z', '2026-03-04T04:00:00.000Z', '2026-03-04T06:00:00.000Z'];
    const store = await open({ now: () => clock.shift() ?? '2026-03-04T00:00:00.000Z' });
    const slow = await open({ now: () => '2026-03-01T00:00:00.000Z' });
    const told = [
      ...(await Promise.all([1, 2, 3].map(() => store.append('batch-1', batch(2), 'any')))),
      await slow.append('batch-1', batch(1), 'any'),
    ];
    const times = [5, 5, 6, 6].map((hour) => `2026-03-04T0${hour}:00:00.000Z`);
    expect(told.map(({ recordedAt }) => recordedAt)).toEqual(times);
    const stored = await collectPages(store.readAll());
    expect(stored.map(({ recordedAt }) => recordedAt)).toEqual([...times.slice(0, 3).flatMap((t) => [t, t]), times[3]]);
  });
});

/** The same driver, which counts the transactions that were committed through it. */
function counting(driver: SqliteDriver): { wrapped: SqliteDriver; commits(): number } {
  let committed = 0;
  return {
    wrapped: {
      ...driver,
      open(file, options) {
        const connection = driver.open(file, options);
        return {
          ...connection,
          prepare(text) {
            const statement = connection.prepare(text);
            if (text !== 'COMMIT') return statement;
            return {
              ...statement,
              run() {
                committed++;
                return statement.run();
              },
            };
          },
        };
      },
    },
    commits: () => committed,
  };
}
