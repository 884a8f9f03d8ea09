import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { competencyHistory } from '@pembinaan/competency-history';
import { developmentNeed, ProposeDevelopmentNeed, pembinaan, employee as pembinaanEmployee } from '@pembinaan/core';
import {
  type EventSourcingError,
  type EventStore,
  handle,
  isEventSourcingError,
  type RecordedEvent,
} from '@pembinaan/event-sourcing';
import { loadDriver, type SqliteDriver, sqliteStore } from '@pembinaan/store-sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/** Whatever comes in: one clear error that says what, where and what to do; and nothing is lost. */

const context = { actor: { subjectId: 'officer', roles: [] } };
const need = {
  year: 2026,
  origin: { kind: 'strategic' as const },
  target: { kind: 'institution' as const },
  competency: 'M05',
  form: 'KL03' as const,
  jp: 2000,
  estimatedCost: 1_000_000,
};

let folder: string;
let file: string;
let driver: SqliteDriver;
const open: EventStore[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pembinaan-bad-input-'));
  file = join(folder, 'agency.db');
  driver = await loadDriver();
});

afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function opened(options: Parameters<typeof sqliteStore>[1] = {}): Promise<EventStore> {
  const store = await sqliteStore(file, options);
  open.push(store);
  return store;
}

/** A file with one need in it. */
async function withOneNeed(): Promise<EventStore> {
  const store = await opened();
  await handle(store, developmentNeed, 'need-1', ProposeDevelopmentNeed(need), context);
  return store;
}

async function all(store: EventStore): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const page of store.readAll()) events.push(...page);
  return events;
}

function sql(...statements: string[]): void {
  const connection = driver.open(file, { readOnly: false, busyTimeoutMs: 1000 });
  try {
    for (const statement of statements) connection.exec(statement);
  } finally {
    connection.close();
  }
}

/** The error of a promise that must fail: ours, with that code, a place, and a sentence that says what to do. */
async function failure(promise: Promise<unknown>, code: EventSourcingError['code']): Promise<EventSourcingError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!isEventSourcingError(error, code)) throw new Error(`Expected '${code}', got ${String(error)}`);
  expect(error.message.split('. ').length).toBeGreaterThan(1);
  return error;
}

describe('commands', () => {
  it('an unknown command names itself and the commands that are known', async () => {
    const store = await withOneNeed();
    const unknown = { type: 'ProposeDevelopmentNeeed', data: need } as never;
    const error = await failure(pembinaan.dispatch(store, 'need-2', unknown, context), 'unknown-command');
    expect(error.message).toContain('ProposeDevelopmentNeeed');
    expect(error.message).toContain('ProposeDevelopmentNeed,');
    expect(await all(store)).toHaveLength(1);
  });

  it.each([
    ['a missing field', { ...need, competency: undefined }, 'competency'],
    ['a wrong code', { ...need, form: 'KL99' }, 'form'],
    ['half a JP hundredth', { ...need, jp: 20.5 }, 'jp'],
    ['negative rupiah', { ...need, estimatedCost: -1 }, 'estimatedCost'],
    ['a field that nobody knows', { ...need, biaya: 1 }, '(root)'],
    [
      'a field inside a field',
      { ...need, target: { kind: 'employee', employeeId: 'spasi dalam id' } },
      'target.employeeId',
    ],
    [
      'a civil-servant number as id',
      { ...need, target: { kind: 'employee', employeeId: '199001012015031001' } },
      'target.employeeId',
    ],
    ['no data at all', undefined, '(root)'],
  ])('a payload that fails its schema (%s) names the field', async (_, data, path) => {
    const store = await withOneNeed();
    const command = { type: 'ProposeDevelopmentNeed', data } as never;
    const error = await failure(pembinaan.dispatch(store, 'need-2', command, context), 'invalid-command');
    expect(error.place).toMatchObject({ stream: 'developmentNeed-need-2', path });
    expect(await all(store)).toHaveLength(1);
  });

  it('a civil-servant number as stream id is refused: it is personal data', async () => {
    const store = await withOneNeed();
    await failure(
      handle(store, developmentNeed, '199001012015031001', ProposeDevelopmentNeed(need), context),
      'invalid-append',
    );
  });

  it('a command without an actor is refused', async () => {
    const store = await withOneNeed();
    await failure(
      handle(store, developmentNeed, 'need-2', ProposeDevelopmentNeed(need), { actor: { subjectId: '', roles: [] } }),
      'invalid-context',
    );
  });
});

describe('what is stored', () => {
  const unlock = 'DROP TRIGGER IF EXISTS events_are_never_changed';

  it('an event from a newer version is named with its stream and revision, and stays as it is', async () => {
    await (await withOneNeed()).close();
    sql(unlock, 'UPDATE events SET schema_version = 9 WHERE position = 1');
    const store = await opened();
    const error = await failure(
      handle(store, developmentNeed, 'need-1', ProposeDevelopmentNeed(need), context),
      'newer-event-version',
    );
    expect(error.place).toMatchObject({
      stream: 'developmentNeed-need-1',
      revision: 0,
      type: 'DevelopmentNeedProposed',
    });
    expect((await all(store))[0]?.schemaVersion).toBe(9);
  });

  it('an event of a type that nobody knows is named, not skipped', async () => {
    await (await withOneNeed()).close();
    const rename = "UPDATE events SET type = (SELECT id FROM types WHERE name = 'NobodyKnows') WHERE position = 1";
    sql(unlock, "INSERT INTO types (name) VALUES ('NobodyKnows')", rename);
    const store = await opened();
    await failure(
      handle(store, developmentNeed, 'need-1', ProposeDevelopmentNeed(need), context),
      'unknown-event-type',
    );
  });

  it('a damaged row is named with its place; the rows around it can still be read', async () => {
    const first = await withOneNeed();
    await handle(first, developmentNeed, 'need-2', ProposeDevelopmentNeed(need), context);
    await first.close();
    sql(unlock, `UPDATE events SET data = '{"year": 20' WHERE position = 1`);
    const store = await opened();
    const error = await failure(all(store), 'store-damaged');
    expect(error.place).toMatchObject({ stream: 'developmentNeed-need-1', revision: 0 });
    await handle(store, developmentNeed, 'need-2', ProposeDevelopmentNeed(need), context);
    const intact: RecordedEvent[] = [];
    for await (const event of store.read('developmentNeed-need-2')) intact.push(event);
    expect(intact).toHaveLength(1);
  });

  it('a payload that was changed by hand is found when a view is built', async () => {
    const store = await withOneNeed();
    await handle(
      store,
      pembinaanEmployee,
      'employee-1',
      { type: 'RegisterEmployee', data: { kind: 'pns', numberHash: 'a'.repeat(64) } },
      context,
    );
    await store.close();
    sql(
      unlock,
      `UPDATE events SET data = '{"kind":"raja"}' WHERE type = (SELECT id FROM types WHERE name = 'EmployeeRegistered')`,
    );
    const error = await failure(competencyHistory(await opened()), 'projection-stopped');
    expect(error.message).toContain('EmployeeRegistered');
    expect(isEventSourcingError(error.cause, 'invalid-event-data')).toBe(true);
  });
});

describe('the file', () => {
  it('locked by another process: waits, then says so; works when the lock is gone', async () => {
    const store = await withOneNeed();
    const locked = await sqliteStore(file, { busyTimeoutMs: 50 });
    open.push(locked);
    const other = driver.open(file, { readOnly: false, busyTimeoutMs: 1000 });
    other.exec('BEGIN IMMEDIATE');
    const write = (): Promise<unknown> =>
      handle(locked, developmentNeed, 'need-2', ProposeDevelopmentNeed(need), { ...context, commandId: 'c-2' });
    const error = await failure(write(), 'store-busy');
    expect(error.place.file).toBe(file);
    other.exec('ROLLBACK');
    other.close();
    await write();
    expect(await all(store)).toHaveLength(2);
  });

  it('read-only: says so, and can still be read', async () => {
    await (await withOneNeed()).close();
    const store = await opened({ readOnly: true });
    const error = await failure(
      handle(store, developmentNeed, 'need-2', ProposeDevelopmentNeed(need), context),
      'store-read-only',
    );
    expect(error.place.file).toBe(file);
    expect(await all(store)).toHaveLength(1);
  });

  it('full: the append fails as a whole, what was acknowledged is there, and it works when there is room again', async () => {
    // A page limit stands in for the disk: SQLite gives the same error, and no test needs root.
    let limited: ReturnType<SqliteDriver['open']> | undefined;
    const watched: SqliteDriver = {
      ...driver,
      open: (path, options) => {
        limited = driver.open(path, options);
        return limited;
      },
    };
    const store = await sqliteStore(file, { driver: watched });
    open.push(store);
    const propose = (id: string): Promise<unknown> =>
      handle(
        store,
        developmentNeed,
        id,
        ProposeDevelopmentNeed({ ...need, expectedServiceEffect: 'waktu tunggu turun '.repeat(20) }),
        { ...context, commandId: `command-${id}` },
      );
    await propose('need-0');
    const pages = Number(Object.values(limited?.prepare('PRAGMA page_count').get() ?? [])[0]);
    limited?.exec(`PRAGMA max_page_count = ${pages + 2}`);

    let acknowledged = 1;
    let error: unknown;
    while (error === undefined && acknowledged < 1000) {
      error = await propose(`need-${acknowledged}`).then(
        () => void acknowledged++,
        (reason: unknown) => reason,
      );
    }
    expect(isEventSourcingError(error, 'store-full')).toBe(true);
    expect(await all(store)).toHaveLength(acknowledged);

    limited?.exec('PRAGMA max_page_count = 1000000');
    await propose(`need-${acknowledged}`);
    expect(await all(store)).toHaveLength(acknowledged + 1);
  });

  it('killed while writing: what was acknowledged is there', async () => {
    const script = `
      import { developmentNeed, ProposeDevelopmentNeed } from '@pembinaan/core';
      import { handle } from '@pembinaan/event-sourcing';
      import { sqliteStore } from '@pembinaan/store-sqlite';
      const store = await sqliteStore(${JSON.stringify(file)});
      for (let i = 0; ; i++) {
        await handle(store, developmentNeed, 'need-' + i, ProposeDevelopmentNeed(${JSON.stringify(need)}), ${JSON.stringify(context)});
        process.stdout.write(i + '\\n');
      }`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      cwd: new URL('.', import.meta.url),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let told = '';
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => {
        told += chunk.toString();
        if (told.split('\n').length > 25) child.kill('SIGKILL');
      });
      child.on('close', () => resolve());
    });
    const acknowledged = told.split('\n').filter((line) => line !== '').length;
    expect(acknowledged).toBeGreaterThanOrEqual(25);
    const found = await all(await opened());
    expect(found.length).toBeGreaterThanOrEqual(acknowledged);
    expect(found.length).toBeLessThanOrEqual(acknowledged + 1);
  });
});

describe('rules that look over many streams', () => {
  it('hold against two connections to one file: of ten registrations of one number, one is accepted', async () => {
    const stores = [await opened(), await opened()];
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        pembinaan.dispatch(
          stores[index % 2] as EventStore,
          `racer-${index}`,
          { type: 'RegisterEmployee', data: { kind: 'pns', numberHash: 'b'.repeat(64) } },
          context,
        ),
      ),
    );
    expect(results.filter(({ accepted }) => accepted)).toHaveLength(1);
    expect(await all(stores[0] as EventStore)).toHaveLength(1);
  });
});
