export type { Backup } from './backup.js';
export { type BetterSqlite3, betterSqlite3Driver } from './driver/better-sqlite3.js';
export { loadDriver } from './driver/load-driver.js';
export { type NodeSqlite, nodeSqliteDriver } from './driver/node-sqlite.js';
export type {
  OpenOptions,
  SqliteConnection,
  SqliteDriver,
  SqliteRow,
  SqliteStatement,
  SqliteValue,
} from './driver/sqlite-driver.js';
export type { IntegrityFinding, IntegrityLaw } from './integrity/finding.js';
export type { IntegrityReport } from './integrity/integrity-check.js';
export { type SqliteStore, type SqliteStoreOptions, sqliteStore } from './sqlite-store.js';
export { type SqliteViews, type SqliteViewsOptions, sqliteViews } from './views/sqlite-views.js';
