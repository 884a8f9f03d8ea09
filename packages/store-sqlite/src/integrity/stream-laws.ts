import type { SqliteConnection, SqliteRow } from '../driver/sqlite-driver.js';
import { type Findings, placeOf } from './finding.js';
import type { CheckPage } from './log-laws.js';

const PAGE_SIZE = 20_000;

/**
 * The laws of each stream: revisions count from 0 without gaps, in the order of the log. Reads the index by stream alone, in its
 * order, and remembers one event.
 */
export function streamLaws(connection: SqliteConnection, found: Findings): CheckPage {
  const page = connection.prepare(
    `SELECT stream, revision, position FROM events WHERE (stream, revision) > (?, ?)
     ORDER BY stream, revision LIMIT ?`,
  );
  const nameOf = connection.prepare('SELECT name FROM streams WHERE id = ?');
  let before: SqliteRow = [0, -1, 0];
  return () => {
    const rows = page.all(Number(before[0]), Number(before[1]), PAGE_SIZE);
    for (const row of rows) {
      const [stream, revision, position] = row;
      const [streamBefore, revisionBefore, positionBefore] = before;
      const expected = stream === streamBefore ? Number(revisionBefore) + 1 : 0;
      const at = () => placeOf(nameOf.get(Number(stream))?.[0], revision, position);
      if (revision !== expected) {
        found.add(
          'revisions',
          `${Number(revision) - expected} events of the stream are missing before this one.`,
          at(),
        );
      }
      if (stream === streamBefore && Number(position) <= Number(positionBefore)) {
        found.add('revisions', 'The event stands before an earlier one of its stream in the log.', at());
      }
      before = row;
    }
    return rows.length < PAGE_SIZE ? undefined : Number(before[0]);
  };
}
