import { createRequire } from 'node:module';
import { type BetterSqlite3, betterSqlite3Driver, type SqliteDriver } from '@pembinaan/store-sqlite';
import { driverSources, firstWorking } from '../src/driver/load-driver.js';

/**
 * Every driver that works on this machine; the suites run on each. The variable TEST_BETTER_SQLITE3 names a compiled better-sqlite3
 * in another place, for machines where it was not built for this workspace.
 */
export const drivers: readonly SqliteDriver[] = [
  ...driverSources.flatMap((source) => {
    try {
      return [firstWorking([source])];
    } catch {
      return [];
    }
  }),
  ...elsewhere(process.env.TEST_BETTER_SQLITE3),
];

function elsewhere(path: string | undefined): readonly SqliteDriver[] {
  if (path === undefined || path === '') return [];
  const module: unknown = createRequire(import.meta.url)(path);
  if (!isBetterSqlite3(module)) throw new Error(`${path} does not export a class.`);
  return [betterSqlite3Driver(module, `better-sqlite3 in ${path}`)];
}

function isBetterSqlite3(module: unknown): module is BetterSqlite3 {
  return typeof module === 'function';
}
