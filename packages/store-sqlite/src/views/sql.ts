/** Every statement on the file of views: prepared when it is opened, so that a table that is missing shows at once. */
export const SQL = {
  findActive: "SELECT id, version FROM generations WHERE projection = ? AND state = 'active'",
  findBuilding:
    "SELECT id, version FROM generations WHERE projection = ? AND state = 'building' ORDER BY id DESC LIMIT 1",
  findGeneration: 'SELECT state, position, handled FROM generations WHERE id = ?',
  addGeneration: 'INSERT INTO generations (projection, version) VALUES (?, ?)',
  leftOvers: "SELECT id FROM generations WHERE projection = ? AND state <> 'active'",
  replaceActive: "UPDATE generations SET state = 'replaced' WHERE projection = ? AND state = 'active'",
  activate: "UPDATE generations SET state = 'active' WHERE id = ?",
  moveCheckpoint: 'UPDATE generations SET position = ?, handled = ? WHERE id = ?',
  dropRows: 'DELETE FROM rows WHERE generation = ?',
  dropParked: 'DELETE FROM parked WHERE generation = ?',
  dropGeneration: 'DELETE FROM generations WHERE id = ?',

  row: 'SELECT key, data FROM rows WHERE generation = ? AND key = ?',
  firstRows: 'SELECT key, data FROM rows WHERE generation = ? ORDER BY key LIMIT ?',
  rowsAfter: 'SELECT key, data FROM rows WHERE generation = ? AND key > ? ORDER BY key LIMIT ?',
  rowsFrom: 'SELECT key, data FROM rows WHERE generation = ? AND key >= ? ORDER BY key',
  rowsBetween: 'SELECT key, data FROM rows WHERE generation = ? AND key >= ? AND key < ? ORDER BY key',
  putRow: `INSERT INTO rows (generation, key, data) VALUES (?, ?, ?)
    ON CONFLICT (generation, key) DO UPDATE SET data = excluded.data`,
  removeRow: 'DELETE FROM rows WHERE generation = ? AND key = ?',

  parked: `SELECT position, stream, revision, event_id, type, keys, reason, message, parked_at
    FROM parked WHERE generation = ? ORDER BY position`,
  park: `INSERT OR REPLACE INTO parked
    (generation, position, stream, revision, event_id, type, keys, reason, message, parked_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  unpark: 'DELETE FROM parked WHERE generation = ? AND position = ?',
} as const;

export type ViewSql = (typeof SQL)[keyof typeof SQL];
