import { EventSourcingError } from '../errors.js';
import { firstIssue } from '../validation.js';
import { accepting } from './accepting.js';
import type { RecordedEvent } from './envelope.js';
import type { AnyEventType, DomainEvent, EventVersion } from './event.js';

/** How to read stored events. */
export interface DecodeOptions {
  /**
   * Skip validation of payloads that are stored in the present version. Only for rebuilds over a store that this library alone writes;
   * audits and imports never set it.
   */
  readonly trustStored?: boolean;
}

/** The event types that a stream or a projection knows, looked up by name. */
export interface EventCatalog {
  readonly types: readonly string[];
  has(type: string): boolean;
  /** What an event tells of, where events of its type can be corrected. */
  identityOf(event: DomainEvent): string | undefined;
  /**
   * The data to store: validated by the present schema.
   * @throws EventSourcingError `unknown-event-type`, `invalid-event-data`.
   */
  encode(event: DomainEvent): { readonly data: unknown; readonly schemaVersion: number };
  /**
   * A stored event in the present version: validated as it was stored, lifted, validated again.
   * @throws EventSourcingError `unknown-event-type`, `newer-event-version`, `invalid-event-data`, with stream, revision and path.
   */
  decode(stored: RecordedEvent, options?: DecodeOptions): RecordedEvent;
}

/** Builds the catalogue of a list of event types. */
export function eventCatalog(events: readonly AnyEventType[]): EventCatalog {
  const byType = new Map<string, AnyEventType>();
  for (const definition of events) {
    if (byType.has(definition.type)) throw new TypeError(`The event type '${definition.type}' is defined twice.`);
    byType.set(definition.type, definition);
  }

  return {
    types: [...byType.keys()],
    has: (type) => byType.has(type),
    identityOf: (event) => byType.get(event.type)?.identity?.(event.data as never),

    encode(event) {
      const definition = byType.get(event.type);
      if (definition === undefined) throw unknownType(event.type, byType, { type: event.type });
      const data = validate(versionOf(definition, definition.version), event.data, 'was not written', {
        type: event.type,
      });
      return { data, schemaVersion: definition.version };
    },

    decode(stored, options) {
      const definition = byType.get(stored.type);
      if (definition !== undefined && stored.schemaVersion === definition.version) {
        if (options?.trustStored === true || accepting(schemaOf(definition))(stored.data)) return stored;
      }
      return decodeWithCare(definition, stored, byType);
    },
  };
}

/** The event in the present version, or the failure that tells what is wrong with it, and where. */
function decodeWithCare(
  definition: AnyEventType | undefined,
  stored: RecordedEvent,
  known: ReadonlyMap<string, AnyEventType>,
): RecordedEvent {
  const { stream, revision, position, id: eventId, type, schemaVersion } = stored;
  const place = { stream, revision, position, eventId, type };
  if (definition === undefined) throw unknownType(type, known, place);
  if (schemaVersion > definition.version) {
    throw new EventSourcingError(
      'newer-event-version',
      `The event '${type}' is stored in version ${schemaVersion}; this program knows versions up to ${definition.version}.`,
      { place, todo: 'Upgrade the program that reads; the stored event is intact.' },
    );
  }
  let data = validate(versionOf(definition, schemaVersion), stored.data, 'cannot be read', place);
  for (let version = schemaVersion + 1; version <= definition.version; version++) {
    data = lifted(versionOf(definition, version), data, version, place);
  }
  if (schemaVersion !== definition.version) {
    data = validate(versionOf(definition, definition.version), data, 'was lifted to a payload that is wrong', place);
  }
  return data === stored.data ? stored : withData(stored, data, definition.version);
}

/** The schema of the present version. */
function schemaOf(definition: AnyEventType): EventVersion['schema'] {
  return versionOf(definition, definition.version).schema;
}

function versionOf(definition: AnyEventType, version: number): EventVersion {
  const found = definition.versions[version - 1];
  if (found === undefined) {
    throw new EventSourcingError('invalid-event-data', `The event '${definition.type}' has no version ${version}.`, {
      place: { type: definition.type },
      todo: 'Versions count from 1; the stored version number is damaged.',
    });
  }
  return found;
}

function validate(version: EventVersion, data: unknown, outcome: string, place: EventSourcingError['place']): unknown {
  const result = version.schema.safeParse(data);
  if (result.success) return result.data;
  const issue = firstIssue(result.error);
  throw new EventSourcingError('invalid-event-data', `The event '${place.type}' ${outcome}: ${issue.message}.`, {
    place: { ...place, path: issue.path },
    todo:
      place.stream === undefined
        ? 'Correct the data where the event is made; nothing was stored.'
        : 'The stored row does not fit the schema of its version: compare it with a backup, and do not guess its value.',
    cause: result.error,
  });
}

function lifted(version: EventVersion, data: unknown, number: number, place: EventSourcingError['place']): unknown {
  try {
    if (version.upcast === undefined) throw new TypeError('there is no upcaster');
    return version.upcast(data);
  } catch (cause) {
    throw new EventSourcingError(
      'invalid-event-data',
      `The event '${place.type}' cannot be lifted to version ${number}.`,
      {
        place,
        todo: 'Repair the upcaster; the stored event is intact.',
        cause,
      },
    );
  }
}

function withData(stored: RecordedEvent, data: unknown, schemaVersion: number): RecordedEvent {
  return {
    id: stored.id,
    stream: stored.stream,
    revision: stored.revision,
    position: stored.position,
    type: stored.type,
    schemaVersion,
    occurredAt: stored.occurredAt,
    recordedAt: stored.recordedAt,
    data,
    metadata: stored.metadata,
  };
}

function unknownType(
  type: string,
  known: ReadonlyMap<string, AnyEventType>,
  place: EventSourcingError['place'],
): EventSourcingError {
  return new EventSourcingError(
    'unknown-event-type',
    `The event type '${type}' is not known here (known: ${[...known.keys()].join(', ')}).`,
    { place, todo: 'Add its definition to the list of events, or filter the types that are read.' },
  );
}
