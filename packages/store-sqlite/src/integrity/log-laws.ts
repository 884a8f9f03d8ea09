import { isInstant } from '@pembinaan/event-sourcing';
import type { SqliteConnection, SqliteRow } from '../driver/sqlite-driver.js';
import { type Findings, placeOf } from './finding.js';

/** Checks one page of the log; returns the position to go on from, or undefined at the end. */
export type CheckPage = (after: number) => number | undefined;

const PAGE_SIZE = 5000;

/**
 * The laws of the log in its order: no position is missing, times do not go back, the events of a batch follow one another in one
 * stream, data and metadata are JSON. What is remembered from page to page is one event.
 */
export function logLaws(connection: SqliteConnection, found: Findings): CheckPage {
  const page = connection.prepare(
    `SELECT e.position, s.name, e.stream, e.revision, e.place, e.recorded_at,
            e.occurred_at, e.schema_version, json_valid(e.data), CASE WHEN json_valid(e.metadata) THEN json_type(e.metadata) = 'object' ELSE 0 END
     FROM events AS e LEFT JOIN streams AS s ON s.id = e.stream WHERE e.position > ? ORDER BY e.position LIMIT ?`,
  );
  let before: SqliteRow = [0];
  return (after) => {
    const rows = page.all(after, PAGE_SIZE);
    for (const row of rows) {
      checkEvent(row, before, found);
      before = row;
    }
    return rows.length < PAGE_SIZE ? undefined : Number(before[0]);
  };
}

function checkEvent(row: SqliteRow, before: SqliteRow, found: Findings): void {
  const [position, name, stream, revision, place, recordedAt, occurredAt, version, dataValid, metadataValid] = row;
  const [positionBefore, , streamBefore, revisionBefore, placeBefore, recordedBefore] = before;
  const at = placeOf(name, revision, position);
  if (Number(position) !== Number(positionBefore) + 1) {
    found.add('positions', `${Number(position) - Number(positionBefore) - 1} events are missing before this one.`, at);
  }
  const goesOn =
    stream === streamBefore &&
    Number(place) === Number(placeBefore) + 1 &&
    Number(revision) === Number(revisionBefore) + 1 &&
    recordedAt === recordedBefore;
  if (place !== 0 && !goesOn) found.add('batches', 'The event before this one in its batch is missing.', at);
  if (String(recordedAt) < String(recordedBefore ?? '')) {
    found.add('times', `Recorded at ${recordedAt}, before the event that precedes it (${recordedBefore}).`, at);
  }
  if (!isInstant(recordedAt)) found.add('times', `Recorded at '${recordedAt}', which is no time.`, at);
  if (!isInstant(occurredAt)) found.add('times', `Occurred at '${occurredAt}', which is no time.`, at);
  if (Number(version) < 1) found.add('json', `The schema version ${version} is none.`, at);
  if (dataValid !== 1) found.add('json', 'The data are not JSON.', at);
  if (metadataValid !== 1) found.add('json', 'The metadata are not a JSON object.', at);
}
