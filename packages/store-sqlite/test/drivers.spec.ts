import { open } from 'node:fs/promises';
import { loadDriver, nodeSqliteDriver, type SqliteDriver } from '@pembinaan/store-sqlite';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { assertLoadable, driverSources, firstWorking } from '../src/driver/load-driver.js';
import { drivers } from './drivers.js';
import { temporaryFile } from './temporary-file.js';

const broken = (name: string, message: string) => ({
  name,
  load: (): SqliteDriver => {
    throw new Error(message);
  },
});

describe('finding a driver', () => {
  it('tries better-sqlite3, then node:sqlite, then @photostructure/sqlite', () => {
    expect(driverSources.map(({ name }) => name)).toEqual(['better-sqlite3', 'node:sqlite', '@photostructure/sqlite']);
  });

  it('takes the first that works', async () => {
    const working = driverSources.filter((source) => {
      try {
        firstWorking([source]);
        return true;
      } catch {
        return false;
      }
    });
    expect((await loadDriver()).name).toBe(working[0]?.name);
  });

  it('passes by a package that is there without its binary', () => {
    const withoutBinary: SqliteDriver = {
      name: 'better-sqlite3',
      open() {
        throw new Error('Could not locate the bindings file. Tried:\n → …');
      },
      resultCode: () => undefined,
    };
    const next = nodeSqliteDriver({ DatabaseSync }, 'next');
    const found = firstWorking([
      { name: 'better-sqlite3', load: () => withoutBinary },
      { name: 'next', load: () => next },
    ]);
    expect(found).toBe(next);
  });

  it('says what to install when there is none', () => {
    const sources = [broken('better-sqlite3', 'Cannot find module'), broken('node:sqlite', 'No such built-in module')];
    expect(() => firstWorking(sources)).toThrowError(
      expect.objectContaining({
        code: 'driver-missing',
        message: expect.stringMatching(/better-sqlite3: Cannot find module; node:sqlite: No such.*npm install/s),
      }),
    );
  });

  it('refuses a better-sqlite3 that would end the process', () => {
    expect(() => assertLoadable('13.0.1', '9')).toThrow('install version 12');
    expect(() => assertLoadable('13.0.1', undefined)).toThrow('install version 12');
    expect(() => assertLoadable('13.0.1', '10')).not.toThrow();
    expect(() => assertLoadable('12.11.1', '9')).not.toThrow();
  });
});

describe.each(drivers)('the driver $name', (driver) => {
  it('gives rows as arrays, in the order of the columns', () => {
    const connection = driver.open(':memory:', { readOnly: false, busyTimeoutMs: 0 });
    connection.exec('CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT) STRICT');
    const insert = connection.prepare('INSERT INTO t (b) VALUES (?)');
    expect([insert.run('x'), insert.run(null)]).toEqual([1, 2]);
    const select = connection.prepare('SELECT b, a FROM t WHERE a >= ? ORDER BY a');
    expect(select.all(1)).toEqual([
      ['x', 1],
      [null, 2],
    ]);
    expect(select.get(2)).toEqual([null, 2]);
    expect(select.get(3)).toBeUndefined();
    connection.close();
  });

  it('tells that a file is damaged, whichever call meets it', async () => {
    const { file, remove } = await temporaryFile();
    const writing = driver.open(file, { readOnly: false, busyTimeoutMs: 0 });
    writing.exec('CREATE TABLE t (a TEXT)');
    const insert = writing.prepare('INSERT INTO t VALUES (?)');
    for (let row = 0; row < 200; row++) insert.run('x'.repeat(1000));
    writing.close();
    const handle = await open(file, 'r+');
    await handle.write(Buffer.alloc(40_960, 0xa5), 0, 40_960, 8192);
    await handle.close();
    const connection = driver.open(file, { readOnly: true, busyTimeoutMs: 0 });
    const statement = connection.prepare('SELECT sum(length(a)) FROM t');
    for (const call of [() => statement.get(), () => statement.all()]) {
      let code: number | undefined;
      try {
        call();
      } catch (error) {
        code = driver.resultCode(error);
      }
      expect((code ?? 0) & 0xff).toBe(11);
    }
    connection.close();
    await remove();
  });

  it('tells the result code of a failure of SQLite, and none for another', () => {
    const connection = driver.open(':memory:', { readOnly: false, busyTimeoutMs: 0 });
    connection.exec('CREATE TABLE t (a INTEGER PRIMARY KEY) STRICT; INSERT INTO t VALUES (1)');
    const codes = ['INSERT INTO t VALUES (1)', 'SELECT nothing', "INSERT INTO t VALUES ('x')"].map((text) => {
      try {
        connection.exec(text);
        return undefined;
      } catch (error) {
        return (driver.resultCode(error) ?? 0) & 0xff;
      }
    });
    connection.close();
    expect(codes).toEqual([19, 1, 20]);
    expect(driver.resultCode(new Error('other'))).toBeUndefined();
    expect(driver.resultCode('text')).toBeUndefined();
  });
});

it('rows of a node:sqlite without setReturnArrays are turned into arrays', () => {
  class Older {
    exec(): void {}
    close(): void {}
    prepare() {
      return {
        get: () => ({ b: 'x', a: 1 }),
        all: () => [{ b: 'x', a: 1 }],
        run: () => ({ lastInsertRowid: 7n }),
      };
    }
  }
  const statement = nodeSqliteDriver({ DatabaseSync: Older })
    .open('f', { readOnly: false, busyTimeoutMs: 0 })
    .prepare('');
  expect(statement.get()).toEqual(['x', 1]);
  expect(statement.all()).toEqual([['x', 1]]);
  expect(statement.run()).toBe(7);
});
