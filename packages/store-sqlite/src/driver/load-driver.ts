import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { EventSourcingError } from '@pembinaan/event-sourcing';
import { type BetterSqlite3, betterSqlite3Driver } from './better-sqlite3.js';
import { type NodeSqlite, nodeSqliteDriver } from './node-sqlite.js';
import type { SqliteDriver } from './sqlite-driver.js';

const require = createRequire(import.meta.url);

/** A place where a driver may be found. */
export interface DriverSource {
  readonly name: string;
  /** Throws when the driver is not there, or does not work on this machine. */
  load(): SqliteDriver;
}

/** The drivers in the order in which they are tried (docs/decisions/0003-sqlite-drivers.md). */
export const driverSources: readonly DriverSource[] = [
  { name: 'better-sqlite3', load: loadBetterSqlite3 },
  { name: 'node:sqlite', load: loadNodeSqlite },
  { name: '@photostructure/sqlite', load: loadPhotostructure },
];

/**
 * The first SQLite binding that works on this machine: better-sqlite3, then `node:sqlite`, then @photostructure/sqlite.
 * @throws EventSourcingError `driver-missing`, which says what to install.
 */
export async function loadDriver(): Promise<SqliteDriver> {
  return firstWorking(driverSources);
}

/** The first of these drivers that opens a database. */
export function firstWorking(sources: readonly DriverSource[]): SqliteDriver {
  const failures: unknown[] = [];
  for (const source of sources) {
    try {
      return proven(source.load());
    } catch (error) {
      failures.push(error);
    }
  }
  const tried = sources.map((source, index) => `${source.name}: ${firstLine(failures[index])}`).join('; ');
  throw new EventSourcingError('driver-missing', `No SQLite driver can be loaded (${tried}).`, {
    todo: 'Install one: `npm install @photostructure/sqlite` (a ready binary), or `npm install better-sqlite3@12` (may compile), or use Node 22.13 or newer.',
    cause: new AggregateError(failures),
  });
}

/** Refuses a better-sqlite3 that would end the process when it is loaded: from version 13 on it needs Node-API 10. */
export function assertLoadable(version: string, nodeApi: string | undefined): void {
  if (Number.parseInt(version, 10) >= 13 && Number(nodeApi ?? 0) < 10) {
    throw new Error(`better-sqlite3 ${version} needs Node-API 10 (Node 22.14 or newer); install version 12`);
  }
}

/** A package can be there without its binary; opening a database in memory tells. */
function proven(driver: SqliteDriver): SqliteDriver {
  const connection = driver.open(':memory:', { readOnly: false, busyTimeoutMs: 0 });
  try {
    connection.prepare('SELECT 1').get();
  } finally {
    connection.close();
  }
  return driver;
}

function loadBetterSqlite3(): SqliteDriver {
  const manifest: unknown = JSON.parse(readFileSync(require.resolve('better-sqlite3/package.json'), 'utf8'));
  assertLoadable(property(manifest, 'version'), process.versions.napi);
  const module: unknown = require('better-sqlite3');
  if (!isBetterSqlite3(module)) throw new Error('better-sqlite3 does not export a class');
  return betterSqlite3Driver(module);
}

function loadNodeSqlite(): SqliteDriver {
  const module: unknown = require('node:sqlite');
  if (!isNodeSqlite(module)) throw new Error('node:sqlite has no DatabaseSync');
  return nodeSqliteDriver(module);
}

function loadPhotostructure(): SqliteDriver {
  const module: unknown = require('@photostructure/sqlite');
  if (!isNodeSqlite(module)) throw new Error('@photostructure/sqlite has no DatabaseSync');
  return nodeSqliteDriver(module, '@photostructure/sqlite');
}

function isBetterSqlite3(module: unknown): module is BetterSqlite3 {
  return typeof module === 'function';
}

function isNodeSqlite(module: unknown): module is NodeSqlite {
  return (
    typeof module === 'object' &&
    module !== null &&
    'DatabaseSync' in module &&
    typeof module.DatabaseSync === 'function'
  );
}

function property(value: unknown, key: string): string {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return String(found);
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0] ?? '';
}
