import { expect } from 'vitest';
import type { DomainEvent } from '../event/event.js';
import { assertPlainJson } from '../json.js';
import { memoryStore } from '../memory-store/memory-store.js';
import { type AsOfOptions, asOf, type View } from '../projection/as-of.js';
import type { Projection } from '../projection/projection.js';
import type { EventStore } from '../store/event-store.js';
import { type FixedRuntime, fixedRuntime } from './fixed-runtime.js';
import { type PastDetails, storePast } from './history.js';

/** An event of the past: its stream, what happened, and details where they matter. */
export type GivenEvent = readonly [stream: string, event: DomainEvent, details?: PastDetails];

/** The rows of a projection after a past. */
export interface GivenView<Row> {
  /** The row of that key, exactly; `undefined` when there is to be none. */
  thenRow(key: string, expected: Row | undefined, limits?: AsOfOptions): Promise<Row | undefined>;
  /** The view, as known or as true at a moment where limits are given. */
  view(limits?: AsOfOptions): Promise<View<Row>>;
  /** The store with the past. */
  store(): Promise<EventStore>;
}

/**
 * Begins a test of a projection with a past.
 *
 * ```ts
 * await givenEvents(registrations, [
 *   ['employee-a', EmployeeRegistered({ ... })],
 *   ['employee-a', EmployeePlaced({ ... }), { occurredAt: '2026-01-01T00:00:00.000Z' }],
 * ]).thenRow('a', { ... });
 * ```
 *
 * Events are stored and read as they are in earnest. They are frozen before a handler gets them, so that one that changes an event
 * fails here, and rows must be plain JSON.
 */
export function givenEvents<Row>(
  projection: Projection<Row>,
  events: readonly GivenEvent[],
  options: { readonly runtime?: FixedRuntime } = {},
): GivenView<Row> {
  const careful: Projection<Row> = {
    ...projection,
    apply: (row, event, key) => projection.apply(row, deepFreeze(event), key),
  };
  let filled: Promise<EventStore> | undefined;
  const store = (): Promise<EventStore> => {
    filled ??= fill(projection, events, options.runtime ?? fixedRuntime());
    return filled;
  };
  const view = async (limits: AsOfOptions = {}): Promise<View<Row>> => {
    const found = await asOf(await store(), careful, limits);
    for (const [key, row] of found.rows) assertPlainJson(row, `row '${key}' of '${projection.name}'`);
    return found;
  };
  return {
    store,
    view,
    async thenRow(key, expected, limits) {
      const row = (await view(limits)).get(key);
      expect(row, `row '${key}' of '${projection.name}'`).toEqual(expected);
      return row;
    },
  };
}

async function fill<Row>(
  projection: Projection<Row>,
  events: readonly GivenEvent[],
  runtime: FixedRuntime,
): Promise<EventStore> {
  const store = memoryStore({ now: runtime.now });
  const revisions = new Map<string, number>();
  for (const [stream, event, details] of events) {
    const revision = revisions.get(stream) ?? 0;
    const given = details === undefined ? event : { event, details };
    await storePast(store, stream, given, { catalog: projection.catalog, runtime, revision });
    revisions.set(stream, revision + 1);
  }
  return store;
}

/** Freezes a value and everything in it. */
export function deepFreeze<V>(value: V): V {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const inner of Object.values(value)) deepFreeze(inner);
  return value;
}
