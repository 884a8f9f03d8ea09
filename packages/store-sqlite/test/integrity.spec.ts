import { open as openHandle, stat } from 'node:fs/promises';
import { type SqliteConnection, type SqliteStore, sqliteStore } from '@pembinaan/store-sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drivers } from './drivers.js';
import { batch, event } from './events.js';
import { type TemporaryFile, temporaryFile } from './temporary-file.js';

describe.each(drivers)('the integrity check through $name', { timeout: 120_000 }, (driver) => {
  let place: TemporaryFile;
  let store: SqliteStore;
  beforeEach(async () => {
    place = await temporaryFile();
    store = await sqliteStore(place.file, { driver });
    await store.append('batch-1', batch(2), 'none');
    await store.append('batch-2', batch(3), 'none');
    await store.append('batch-1', batch(2), 1);
  });
  afterEach(async () => {
    await store.close();
    await place.remove();
  });

  const damage = (text: string): void => {
    const connection: SqliteConnection = driver.open(place.file, { readOnly: false, busyTimeoutMs: 1000 });
    const triggers = connection.prepare("SELECT sql FROM sqlite_schema WHERE type = 'trigger'").all();
    connection.exec(
      'PRAGMA foreign_keys = OFF; DROP TRIGGER events_are_never_changed; DROP TRIGGER events_are_never_deleted',
    );
    connection.exec(text);
    for (const [trigger] of triggers) connection.exec(String(trigger));
    connection.close();
  };
  const found = async () => (await store.integrityCheck()).findings.map(({ law, place }) => ({ law, ...place }));
  const at = (stream: string, revision: number, position: number) => ({
    file: place.file,
    stream,
    revision,
    position: String(position).padStart(16, '0'),
  });

  it('finds nothing in a file in which all is well', async () => {
    expect(await store.integrityCheck()).toEqual({
      events: 7,
      position: '0000000000000007',
      findings: [],
      more: false,
    });
  });

  it('finds nothing in an empty file', async () => {
    const { file, remove } = await temporaryFile();
    const empty = await sqliteStore(file, { driver });
    expect(await empty.integrityCheck()).toEqual({ events: 0, position: undefined, findings: [], more: false });
    await empty.close();
    await remove();
  });

  it('goes on over many pages of events, and the store takes appends meanwhile', async () => {
    for (let stream = 0; stream < 25; stream++) await store.append(`many-${stream}`, batch(1000), 'none');
    const checking = store.integrityCheck();
    await store.append('batch-1', batch(1), 3);
    const { events, findings } = await checking;
    expect(findings).toEqual([]);
    expect(events).toBeGreaterThanOrEqual(25_007);
  });

  it('finds an event that is missing in the middle of a batch', async () => {
    damage('DELETE FROM events WHERE position = 4');
    expect(await found()).toEqual([
      { law: 'positions', ...at('batch-2', 2, 5) },
      { law: 'batches', ...at('batch-2', 2, 5) },
      { law: 'revisions', ...at('batch-2', 2, 5) },
    ]);
  });

  it('finds the beginning of a batch that is missing', async () => {
    damage('DELETE FROM events WHERE position = 6');
    expect(await found()).toEqual([
      { law: 'positions', ...at('batch-1', 3, 7) },
      { law: 'batches', ...at('batch-1', 3, 7) },
      { law: 'revisions', ...at('batch-1', 3, 7) },
    ]);
  });

  it('finds that the end of the log is missing', async () => {
    damage('DELETE FROM events WHERE position >= 6');
    expect(await found()).toEqual([{ law: 'positions', file: place.file, position: '0000000000000005' }]);
  });

  it('finds a stream that was taken away with all its events', async () => {
    damage("DELETE FROM events WHERE stream = 2; DELETE FROM streams WHERE name = 'batch-2'");
    expect(await found()).toEqual([{ law: 'positions', ...at('batch-1', 2, 6) }]);
  });

  it('finds an event id that is stored twice', async () => {
    damage('UPDATE events SET id = (SELECT id FROM events WHERE position = 2) WHERE position = 5');
    expect(await found()).toEqual([
      { law: 'event-ids', ...at('batch-2', 2, 5), eventId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    ]);
  });

  it('finds an event that was recorded before the one that precedes it', async () => {
    damage("UPDATE events SET recorded_at = '2001-01-01T00:00:00.000Z' WHERE position >= 6");
    expect(await found()).toEqual([{ law: 'times', ...at('batch-1', 2, 6) }]);
  });

  it.each([
    ['data', "UPDATE events SET data = '{broken' WHERE position = 4"],
    ['metadata', "UPDATE events SET metadata = '' WHERE position = 4"],
    ['metadata that are no object', "UPDATE events SET metadata = '[]' WHERE position = 4"],
  ])('finds %s that are not JSON', async (_, text) => {
    damage(text);
    expect(await found()).toEqual([{ law: 'json', ...at('batch-2', 1, 4) }]);
  });

  it('finds events that changed their places', async () => {
    damage(`UPDATE events SET revision = 77 WHERE position = 6;
      UPDATE events SET revision = 2 WHERE position = 7; UPDATE events SET revision = 3 WHERE position = 6`);
    expect(await found()).toEqual([
      { law: 'batches', ...at('batch-1', 2, 7) },
      { law: 'revisions', ...at('batch-1', 3, 6) },
    ]);
  });

  it('finds an event whose stream or type is not there, and a stream without events', async () => {
    damage("DELETE FROM streams WHERE name = 'batch-2'; INSERT INTO streams VALUES (9, 'batch-9', 'batch')");
    const laws = await found();
    expect(laws.map(({ law }) => law)).toEqual(['references', 'references', 'references', 'references']);
    expect(laws[0]).toEqual({ law: 'references', file: place.file, position: '0000000000000003' });
    expect(laws[3]).toEqual({ law: 'references', file: place.file, stream: 'batch-9' });
  });

  it('finds a stream whose category is not that of its name', async () => {
    damage("UPDATE streams SET category = 'bathc' WHERE name = 'batch-2'");
    expect(await found()).toEqual([{ law: 'references', file: place.file, stream: 'batch-2' }]);
  });

  it('finds an index, a trigger or a view that is missing or is another', async () => {
    damage('DROP INDEX batches; DROP VIEW event_log; CREATE VIEW event_log AS SELECT 1');
    expect((await store.integrityCheck()).findings.map(({ law, what }) => [law, what])).toEqual([
      ['schema', "'batches' is missing."],
      ['schema', "'event_log' was changed."],
    ]);
  });

  it('finds times that are none, and appends nothing behind one', async () => {
    damage("UPDATE events SET recorded_at = 'zzzz', occurred_at = '' WHERE position >= 6");
    expect((await found()).map(({ law, position }) => [law, position])).toEqual([
      ['times', '0000000000000006'],
      ['times', '0000000000000006'],
      ['times', '0000000000000007'],
      ['times', '0000000000000007'],
    ]);
    await expect(store.append('batch-1', batch(1), 'any')).rejects.toMatchObject({ code: 'store-damaged' });
  });

  it('finds damaged pages, and tells what else it can', async () => {
    await store.append('batch-1', batch(400), 'any');
    await store.close();
    const { size } = await stat(place.file);
    const handle = await openHandle(place.file, 'r+');
    await handle.write(Buffer.alloc(20_480, 0xa5), 0, 20_480, size - 40_960);
    await handle.close();
    store = await sqliteStore(place.file, { driver });
    const { findings } = await store.integrityCheck();
    expect(findings[0]).toMatchObject({ law: 'pages', place: { file: place.file } });
  });

  it('lists the first thousand findings of a file that is broken everywhere, and says that there are more', async () => {
    await store.append('batch-1', batch(1200, { data: { text: 'broken' } }), 'any');
    damage("UPDATE events SET data = '{' WHERE data LIKE '%broken%'");
    const report = await store.integrityCheck();
    expect(report.findings).toHaveLength(1000);
    expect(report.more).toBe(true);
  });

  it('is refused on a store that is closed', async () => {
    await store.close();
    await expect(store.integrityCheck()).rejects.toMatchObject({ code: 'store-closed' });
    store = await sqliteStore(place.file, { driver });
    await store.append('batch-3', [event()], 'none');
  });
});
