import type { Actor, Correction, EventToAppend } from '../event/envelope.js';
import type { DomainEvent } from '../event/event.js';
import type { EventCatalog } from '../event/event-catalog.js';
import { eventId } from '../handling/event-id.js';
import type { Instant } from '../instant.js';
import type { EventStore } from '../store/event-store.js';
import type { FixedRuntime } from './fixed-runtime.js';

/** What a test says about an event of the past, besides its data. */
export interface PastDetails {
  /** When it was true; when the store took it, if absent. */
  readonly occurredAt?: Instant;
  /** When the store took it; the clock of the test, if absent. */
  readonly recordedAt?: Instant;
  readonly corrects?: Correction;
  readonly actor?: Actor;
  readonly onBehalfOf?: string;
  readonly policyVersion?: string;
  /** The version in which it was stored; the present one, if absent. */
  readonly schemaVersion?: number;
}

/** An event of the past with its details. */
export interface Past<E extends DomainEvent> {
  readonly event: E;
  readonly details: PastDetails;
}

/**
 * An event of the past that was true at that moment.
 *
 * ```ts
 * await given(batch, [at('2026-01-01T00:00:00.000Z', BatchScheduled({ ... }))]).when(...)
 * ```
 */
export function at<E extends DomainEvent>(occurredAt: Instant, event: E, details: PastDetails = {}): Past<E> {
  return { event, details: { ...details, occurredAt } };
}

/** An event of the past with details of its envelope, such as `corrects` or `recordedAt`. */
export function past<E extends DomainEvent>(event: E, details: PastDetails): Past<E> {
  return { event, details };
}

/** The id that the test kit gives to the event at that revision of a history: for corrections. */
export function historyEventId(stream: string, revision: number): string {
  return eventId(`history-${stream}-${revision}`, 0);
}

/** Who acts in a test when nothing is said. */
export const DEFAULT_ACTOR: Actor = { subjectId: 'subject-1', roles: [] };

/** Stores one event of a history at the end of its stream. */
export async function storePast(
  store: EventStore,
  stream: string,
  given: DomainEvent | Past<DomainEvent>,
  { catalog, runtime, revision }: { catalog: EventCatalog | undefined; runtime: FixedRuntime; revision: number },
): Promise<void> {
  const { event, details } = 'details' in given ? given : { event: given, details: {} };
  const start = runtime.now();
  if (details.recordedAt !== undefined) runtime.set(details.recordedAt);
  const commandId = `history-${stream}-${revision}`;
  const { corrects, onBehalfOf, policyVersion } = details;
  const stored: EventToAppend = {
    id: historyEventId(stream, revision),
    type: event.type,
    ...encoded(event, details.schemaVersion, catalog),
    occurredAt: details.occurredAt ?? details.recordedAt ?? start,
    metadata: {
      actor: details.actor ?? DEFAULT_ACTOR,
      ...(onBehalfOf !== undefined && { onBehalfOf }),
      correlationId: commandId,
      causationId: commandId,
      commandId,
      ...(policyVersion !== undefined && { policyVersion }),
      facts: [],
      ...(corrects !== undefined && { corrects }),
      salt: runtime.salt(),
    },
  };
  const { recordedAt } = await store.append(stream, [stored], revision === 0 ? 'none' : revision - 1);
  runtime.set(start);
  if (details.recordedAt !== undefined && recordedAt !== details.recordedAt) {
    throw new TypeError(
      `'${event.type}' of '${stream}' cannot have been recorded at ${details.recordedAt}, before an event that is told earlier (${recordedAt}): tell the past in the order in which it was recorded.`,
    );
  }
}

function encoded(
  event: DomainEvent,
  schemaVersion: number | undefined,
  catalog: EventCatalog | undefined,
): { readonly data: unknown; readonly schemaVersion: number } {
  if (schemaVersion !== undefined) return { data: event.data, schemaVersion };
  if (catalog?.has(event.type) === true) return catalog.encode(event);
  return { data: event.data, schemaVersion: 1 };
}
