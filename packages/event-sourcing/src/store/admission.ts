import { type ErrorPlace, EventSourcingError } from '../errors.js';
import type { EventToAppend } from '../event/envelope.js';
import { isInstant } from '../instant.js';
import { assertPlainJson } from '../json.js';
import type { ExpectedRevision } from './event-store.js';
import { checkedStreamName } from './stream-name.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const TYPE = /^[A-Z][A-Za-z0-9]{0,99}$/;

/**
 * The gate that every store puts before its first write: refuses what cannot be stored without loss, and changes nothing.
 * @throws EventSourcingError `invalid-append`, `not-plain-json`.
 */
export function admit(stream: string, events: readonly EventToAppend[], expected: ExpectedRevision): void {
  checkedStreamName(stream);
  if (typeof expected === 'number' && (!Number.isSafeInteger(expected) || expected < 0)) {
    refuse(
      `The expected revision ${expected} is not a revision`,
      { stream },
      "Give a revision from 0, or 'none', 'exists' or 'any'.",
    );
  }
  if (events.length === 0)
    refuse('An append without events', { stream }, 'Append at least one event, or do not append.');
  const ids = new Set<string>();
  const commandId = events[0]?.metadata?.commandId;
  for (const event of events) {
    const place = { stream, type: event.type, eventId: event.id };
    if (!UUID.test(event.id))
      refuse('The event id is not a lower-case UUID', place, 'Derive it with eventId(commandId, index).');
    if (ids.has(event.id))
      refuse('The batch holds one event id twice', place, 'Give each event of a batch its own id.');
    ids.add(event.id);
    if (!TYPE.test(event.type))
      refuse('The event type is not a PascalCase name', place, 'Name events like BatchScheduled.');
    if (!Number.isSafeInteger(event.schemaVersion) || event.schemaVersion < 1) {
      refuse(`The schema version ${event.schemaVersion} is not a version`, place, 'Versions count from 1.');
    }
    if (!isInstant(event.occurredAt)) {
      refuse(`'${event.occurredAt}' is not an instant`, place, 'Write occurredAt in UTC as 2026-03-02T01:30:00.000Z.');
    }
    assertPlainJson(event.data, `data of ${event.type} for ${stream}`);
    assertPlainJson(event.metadata, `metadata of ${event.type} for ${stream}`);
    if (event.metadata.commandId !== commandId)
      refuse('The append holds events of two commands', place, 'Append what each command decided by itself.');
  }
}

function refuse(what: string, place: ErrorPlace, todo: string): never {
  throw new EventSourcingError('invalid-append', `${what}.`, { place, todo });
}
