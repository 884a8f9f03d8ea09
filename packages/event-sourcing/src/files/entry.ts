import type { Correction, RecordedEvent } from '../event/envelope.js';
import type { DomainEvent, OfType } from '../event/event.js';
import { correctionOf } from '../event/metadata-on-demand.js';
import type { Instant } from '../instant.js';

/** An event as it is filed: when it was true, when it was known, where it stands, and of its data what questions need. */
export interface Entry<T extends string = string, D = unknown> {
  readonly eventId: string;
  readonly type: T;
  readonly revision: number;
  readonly position: string;
  /** When it was true. */
  readonly occurredAt: Instant;
  /** When the store took it. */
  readonly recordedAt: Instant;
  readonly data: D;
  /** The event that it corrects, and why. */
  readonly corrects?: Correction;
}

/** The fields of the data that are kept, by event type. */
export type KeptFields<E extends DomainEvent> = {
  readonly [T in E['type']]: readonly (keyof OfType<E, T>['data'])[];
};

/** The entry of an event of that type, with its kept fields. */
export type EntryOf<E extends DomainEvent, F extends KeptFields<E>, T extends E['type'] = E['type']> = {
  [K in T]: Entry<K, Pick<OfType<E, K>['data'], Extract<F[K][number], keyof OfType<E, K>['data']>>>;
}[T];

/**
 * An entry as it is stored: type, revision, position, occurred at, recorded at, event id, what it corrects (id and reason, or null), then
 * the kept fields of its data in their order, null where one is absent. Names of fields would be half of what is stored, and reading them
 * most of the time that a question takes.
 */
export type Filed = readonly [
  type: string,
  revision: number,
  position: string,
  occurredAt: Instant,
  recordedAt: Instant,
  eventId: string,
  corrects: readonly [eventId: string, reason: string] | null,
  ...fields: unknown[],
];

/** Where the fields begin. */
const FIELDS = 7;

/** An event as it is stored, with these fields of its data. */
export function filedAs(event: RecordedEvent, fields: readonly PropertyKey[]): Filed {
  const { id, type, revision, position, occurredAt, recordedAt } = event;
  const data = event.data as Readonly<Record<PropertyKey, unknown>>;
  const corrects = correctionOf(event);
  return [
    type,
    revision,
    position,
    occurredAt,
    recordedAt,
    id,
    corrects === undefined ? null : [corrects.eventId, corrects.reason],
    ...fields.map((field) => data[field] ?? null),
  ];
}

/** The same entry with other values of some of its fields; null for one that is to be absent. */
export function withFields(filed: Filed, fields: readonly string[], values: Readonly<Record<string, unknown>>): Filed {
  const [type, revision, position, occurredAt, recordedAt, eventId, corrects, ...data] = filed;
  const changed = fields.map((field, at) => (field in values ? values[field] : data[at]) ?? null);
  return [type, revision, position, occurredAt, recordedAt, eventId, corrects, ...changed];
}

/** The entry of what was stored, by the kept fields of each type. */
export function entryIn(filed: Filed, kept: Readonly<Record<string, readonly PropertyKey[]>>): Entry {
  const [type, revision, position, occurredAt, recordedAt, eventId, corrects] = filed;
  const fields = kept[type] ?? [];
  const data: Record<PropertyKey, unknown> = {};
  for (let at = 0; at < fields.length; at++) {
    const [field, value] = [fields[at] ?? '', filed[FIELDS + at]];
    if (value !== null && value !== undefined) data[field] = value;
  }
  const entry = { eventId, type, revision, position, occurredAt, recordedAt, data };
  return corrects === null ? entry : { ...entry, corrects: { eventId: corrects[0], reason: corrects[1] } };
}
