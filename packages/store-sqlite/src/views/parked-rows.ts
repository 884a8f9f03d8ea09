import type { ParkedEvent } from '@pembinaan/event-sourcing';
import type { SqliteRow, SqliteValue } from '../driver/sqlite-driver.js';
import { damagedView } from './failures.js';

/** The values of a parked event, in the order of the columns. */
export function parkedValues(event: ParkedEvent): readonly SqliteValue[] {
  const { position, stream, revision, eventId, type, keys, reason, message, parkedAt } = event;
  return [position, stream, revision, eventId, type, JSON.stringify(keys), reason, message, parkedAt];
}

/**
 * The parked event of a row.
 * @throws EventSourcingError `store-damaged`, with the position in its message.
 */
export function parkedEvent(row: SqliteRow, projection: string, file: string): ParkedEvent {
  const [position, stream, revision, eventId, type, keysText, reason, message, parkedAt] = row;
  const keys = typeof keysText === 'string' ? textsOf(keysText) : undefined;
  if (
    typeof position !== 'string' ||
    typeof stream !== 'string' ||
    typeof revision !== 'number' ||
    typeof eventId !== 'string' ||
    typeof type !== 'string' ||
    keys === undefined ||
    !isReason(reason) ||
    typeof message !== 'string' ||
    typeof parkedAt !== 'string'
  ) {
    throw damagedView(`The parked event at ${String(position)} of the view '${projection}' cannot be read.`, file);
  }
  return { position, stream, revision, eventId, type, keys, reason, message, parkedAt };
}

function textsOf(json: string): readonly string[] | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isTexts(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isReason(value: unknown): value is ParkedEvent['reason'] {
  return value === 'failed' || value === 'unreadable' || value === 'behind';
}
