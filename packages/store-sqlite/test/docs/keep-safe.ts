// #region backup
import type { SqliteStore } from '@pembinaan/store-sqlite';

/** A copy of tonight, checked before anyone relies on it. */
export async function backUpTonight(
  store: SqliteStore,
  open: (file: string) => Promise<SqliteStore>,
  file: string,
): Promise<string> {
  const { events, position } = await store.backup(file);
  const copy = await open(file);
  const { findings } = await copy.integrityCheck();
  await copy.close();
  const broken = findings.map(({ law, what, place }) => `${law}: ${what} (position ${place.position})`);
  return broken.length === 0 ? `${events} events, up to position ${position}` : broken.join('\n');
}
// #endregion backup
