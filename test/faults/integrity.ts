import { loadDriver, sqliteStore } from '@pembinaan/store-sqlite';

/** What SQLite says of the whole file; `ok` when nothing is wrong with it. */
export async function integrityOf(file: string): Promise<string> {
  const connection = (await loadDriver()).open(file, { readOnly: true, busyTimeoutMs: 1000 });
  try {
    return connection
      .prepare('PRAGMA integrity_check')
      .all()
      .map(([line]) => String(line))
      .join('\n');
  } finally {
    connection.close();
  }
}

/** Everything that the store itself finds wrong with its file, and SQLite with it. */
export async function findingsIn(storeFile: string): Promise<readonly string[]> {
  const store = await sqliteStore(storeFile, { readOnly: true });
  try {
    const { findings } = await store.integrityCheck();
    return findings.map(({ law, what }) => `${law}: ${what}`);
  } finally {
    await store.close();
  }
}
