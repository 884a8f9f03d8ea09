import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import {
  type BetterSqlite3,
  betterSqlite3Driver,
  type NodeSqlite,
  nodeSqliteDriver,
  type SqliteDriver,
} from '@pembinaan/store-sqlite';
import { PEERS } from './places.js';

type Value = string | number | null;

/** A statement of the driver itself; rows come as arrays. */
export interface RawStatement {
  run(...values: readonly Value[]): unknown;
  get(...values: readonly Value[]): unknown;
  all(...values: readonly Value[]): readonly unknown[];
}

/** The driver itself, with nothing of this library between. */
export interface RawConnection {
  exec(sql: string): unknown;
  /** A statement that returns rows. */
  query(sql: string): RawStatement;
  /** A statement that returns none. */
  command(sql: string): RawStatement;
  close(): unknown;
}

/** One SQLite binding, as the library takes it and bare. */
export interface BenchDriver {
  /** Package and version. */
  readonly name: string;
  readonly driver: SqliteDriver;
  open(file: string, readOnly: boolean): RawConnection;
}

/**
 * The binding that this run uses: better-sqlite3 where it is compiled (the benchmark's own package compiles it), `node:sqlite` where Node
 * has it, else @photostructure/sqlite.
 */
export function benchDriver(): BenchDriver {
  const own = createRequire(import.meta.url);
  const peers = createRequire(join(PEERS, 'package.json'));
  for (const [require, name] of [
    [peers, 'better-sqlite3'],
    [own, 'better-sqlite3'],
    [own, 'node:sqlite'],
    [own, '@photostructure/sqlite'],
  ] as const) {
    try {
      const found = name === 'better-sqlite3' ? better(require(name)) : builtIn(require(name), name);
      found.open(':memory:', false).close();
      return { ...found, name: `${name} ${versionOf(require, name)}` };
    } catch {
      // The next one: which was taken stands in the output.
    }
  }
  throw new Error('No SQLite driver works here: install better-sqlite3@12 or @photostructure/sqlite.');
}

function better(module: unknown): Omit<BenchDriver, 'name'> {
  if (!isClass(module)) throw new TypeError('better-sqlite3 exports no class');
  return {
    driver: betterSqlite3Driver(module),
    open(file, readOnly) {
      const database = new module(file, { readonly: readOnly, timeout: 5000 });
      return {
        exec: (sql) => database.exec(sql),
        query(sql) {
          const statement = database.prepare(sql);
          statement.raw(true);
          return statement;
        },
        command: (sql) => database.prepare(sql),
        close: () => database.close(),
      };
    },
  };
}

function builtIn(module: unknown, name: string): Omit<BenchDriver, 'name'> {
  if (!hasDatabase(module)) throw new TypeError(`${name} has no DatabaseSync`);
  return {
    driver: nodeSqliteDriver(module, name),
    open(file, readOnly) {
      const database = new module.DatabaseSync(file, { readOnly, timeout: 5000 });
      return {
        exec: (sql) => database.exec(sql),
        query(sql) {
          const statement = database.prepare(sql);
          statement.setReturnArrays?.(true);
          return statement;
        },
        command: (sql) => database.prepare(sql),
        close: () => database.close(),
      };
    },
  };
}

function isClass(module: unknown): module is BetterSqlite3 {
  return typeof module === 'function';
}

function hasDatabase(module: unknown): module is NodeSqlite {
  return typeof module === 'object' && module !== null && 'DatabaseSync' in module;
}

function versionOf(require: NodeJS.Require, name: string): string {
  if (name.startsWith('node:')) return process.version;
  // The package may not export its manifest: look beside its entry, upwards.
  for (let folder = join(require.resolve(name), '..'); folder !== join(folder, '..'); folder = join(folder, '..')) {
    const file = join(folder, 'package.json');
    if (!existsSync(file)) continue;
    const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version);
  }
  return 'of unknown version';
}
