import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { personFiles } from '@pembinaan/competency-history';
import { projector, type RecordedEvent, replay, replayAll } from '@pembinaan/event-sourcing';
import { type PartitionedView, rebuildInWorkers, replayInWorkers } from '@pembinaan/event-sourcing/workers';
import { planItems, programRecords } from '@pembinaan/program-effectiveness';
import { sqliteStore, sqliteViews } from '@pembinaan/store-sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fill, regency } from '../regency/index.js';

const folder = mkdtempSync(join(tmpdir(), 'pembinaan-workers-'));
const file = join(folder, 'regency.db');

/** The module that the threads load, and the file that it is to open. */
function moduleFor(name: string): URL {
  process.env.REPLAYED_FILE = name;
  return new URL('./replay-module.mjs', import.meta.url);
}

async function allOf<Row>(view: PartitionedView<Row>): Promise<Map<string, Row>> {
  const rows = new Map<string, Row>();
  for await (const page of view.rows()) for (const [key, row] of page) rows.set(key, row);
  return rows;
}

beforeAll(async () => {
  const store = await sqliteStore(file, { synchronous: 'normal' });
  await fill(store, regency({ seed: 'workers', employees: 60, years: 1, events: 6000 }));
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a replay in several threads', () => {
  it.each([
    { workers: 1, trustStored: false },
    { workers: 2, trustStored: false },
    { workers: 3, trustStored: true },
  ])('gives the rows of a replay in one ($workers threads, trusted: $trustStored)', async (options) => {
    const store = await sqliteStore(file, { readOnly: true });
    const [people, programs, plans] = await replayAll(store, [personFiles, programRecords, planItems]);
    await store.close();

    const views = await replayInWorkers(moduleFor(file), options);
    try {
      expect(await allOf(views.of(personFiles))).toEqual(people.rows);
      expect(await allOf(views.of(programRecords))).toEqual(programs.rows);
      expect(await allOf(views.of(planItems))).toEqual(plans.rows);
      expect(views.of(personFiles)).toMatchObject({
        size: people.rows.size,
        position: people.position,
        handled: people.handled,
      });
      const [key, row] = [...people.rows].at(-1) ?? ['', undefined];
      expect(await views.of(personFiles).get(key)).toEqual(row);
      expect(await views.of(personFiles).get('nobody')).toBeUndefined();
    } finally {
      await views.close();
    }
  });

  it('builds the rows of a target, beside those that are served, and a projector goes on from there', async () => {
    const own = join(folder, 'growing.db');
    const growing = await sqliteStore(own, { synchronous: 'normal' });
    const events = [...regency({ seed: 'growing', employees: 20, years: 1, events: 900 })];
    for (const { stream, events: batch, expected } of events.slice(0, -40))
      await growing.append(stream, batch, expected);
    const target = await sqliteViews(join(folder, 'views.db'));
    await projector(growing, personFiles, { target }).run();
    const until = await rebuildInWorkers(moduleFor(own), target);
    expect(until).toBe(await growing.head());
    for (const { stream, events: batch, expected } of events.slice(-40)) await growing.append(stream, batch, expected);

    const people = projector(growing, personFiles, { target });
    await people.run();
    const fresh = await replay(growing, personFiles);
    expect(await people.rows()).toEqual(fresh.rows);
    expect(await people.status()).toMatchObject({ handled: fresh.handled, position: await growing.head() });
    await target.close();
    await growing.close();
  });

  it('is empty for an empty store', async () => {
    const empty = join(folder, 'empty.db');
    await (await sqliteStore(empty)).close();
    const views = await replayInWorkers(moduleFor(empty));
    expect(views.until).toBeUndefined();
    expect(await allOf(views.of(personFiles))).toEqual(new Map());
    expect(await views.of(personFiles).get('anybody')).toBeUndefined();
    await views.close();
  });

  it('stops at an event that cannot be folded, and tells which', async () => {
    const damaged = join(folder, 'damaged.db');
    const store = await sqliteStore(damaged);
    await fill(store, regency({ seed: 'workers', employees: 10, years: 1, events: 300 }));
    const last = await lastOf(store.readAll({ types: ['EmployeePlaced'] }));
    await store.append(
      last?.stream ?? '',
      [
        {
          id: crypto.randomUUID(),
          type: 'EmployeePlaced',
          schemaVersion: 1,
          occurredAt: '2026-03-02T01:30:00.000Z',
          data: { unitId: 7 },
          metadata: {
            actor: { subjectId: 'clerk', roles: [] },
            correlationId: 'c',
            causationId: 'c',
            commandId: 'c',
            facts: [],
            salt: 'c2FsdHNhbHRzYWx0c2FsdA',
          },
        },
      ],
      'exists',
    );
    await store.close();
    await expect(replayInWorkers(moduleFor(damaged))).rejects.toMatchObject({
      name: 'EventSourcingError',
      code: 'projection-stopped',
      place: { type: 'EmployeePlaced', stream: last?.stream },
    });
  });

  it('refuses a module that lacks a part, and a projection that it does not list', async () => {
    await expect(replayInWorkers(new URL('data:text/javascript,export const open = 1'))).rejects.toThrow(
      /does not export/,
    );
    const views = await replayInWorkers(moduleFor(file));
    expect(() => views.of({ ...personFiles, name: 'unlisted' })).toThrow(/does not list/);
    await views.close();
    await expect(views.of(personFiles).get('subject')).rejects.toMatchObject({ code: 'projection-stopped' });
  });
});

async function lastOf(pages: AsyncIterable<readonly RecordedEvent[]>): Promise<RecordedEvent | undefined> {
  let last: RecordedEvent | undefined;
  for await (const page of pages) last = page.at(-1) ?? last;
  return last;
}
