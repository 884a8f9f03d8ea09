import type { OfType } from '@pembinaan/event-sourcing';
import {
  type Correction,
  correctionOf,
  type DomainEvent,
  type Instant,
  type RecordedEvent,
} from '@pembinaan/event-sourcing';
import { type AgencyEvent, KEPT_OF_AGENCY, KEPT_OF_PEOPLE, type PersonEvent } from './kept.js';

/** An event as it is filed: when it was true, when it was known, where it stands, and of its data what the views need. */
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

type KeptData<
  E extends DomainEvent,
  F extends Readonly<Record<string, readonly PropertyKey[]>>,
  T extends string,
> = Pick<
  OfType<E, T>['data'] & object,
  F[T] extends readonly (infer K)[] ? Extract<K, keyof (OfType<E, T>['data'] & object)> : never
>;

/** The entry of an event of that type in the file of a person. */
export type PersonEntryOf<T extends PersonEvent['type']> = {
  [K in T]: Entry<K, KeptData<PersonEvent, typeof KEPT_OF_PEOPLE, K>>;
}[T];
/** An entry in the file of a person. */
export type PersonEntry = PersonEntryOf<PersonEvent['type']>;

/** The entry of an event of that type in a file of the agency. */
export type AgencyEntryOf<T extends AgencyEvent['type']> = {
  [K in T]: Entry<K, KeptData<AgencyEvent, typeof KEPT_OF_AGENCY, K>>;
}[T];
/** An entry in a file of the agency. */
export type AgencyEntry = AgencyEntryOf<AgencyEvent['type']>;

/**
 * An entry as it is stored: type, revision, position, occurred at, recorded at, event id, what it corrects (id and reason, or null), then
 * the kept fields of its data in the order of `kept.ts`, null where one is absent. Names of fields would be half of what is stored, and
 * reading them most of the time that a question takes.
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
export function filedAs(event: RecordedEvent, fields: readonly string[]): Filed {
  const { id, type, revision, position, occurredAt, recordedAt } = event;
  const data = event.data as Readonly<Record<string, unknown>>;
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

/** What was filed of a person. */
export function personEntry(filed: Filed): PersonEntry {
  return entryOf(filed, KEPT_OF_PEOPLE) as PersonEntry;
}

/** What was filed of the agency. */
export function agencyEntry(filed: Filed): AgencyEntry {
  return entryOf(filed, KEPT_OF_AGENCY) as AgencyEntry;
}

function entryOf(filed: Filed, kept: Readonly<Record<string, readonly string[]>>): Entry {
  const [type, revision, position, occurredAt, recordedAt, eventId, corrects] = filed;
  const fields = kept[type] ?? [];
  const data: Record<string, unknown> = {};
  for (let at = 0; at < fields.length; at++) {
    const [field, value] = [fields[at] ?? '', filed[FIELDS + at]];
    if (value !== null && value !== undefined) data[field] = value;
  }
  const entry = { eventId, type, revision, position, occurredAt, recordedAt, data };
  return corrects === null ? entry : { ...entry, corrects: { eventId: corrects[0], reason: corrects[1] } };
}
