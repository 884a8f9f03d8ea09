import type { AnyEventType, EventsOf, OfType } from '../event/event.js';
import { type EventCatalog, eventCatalog } from '../event/event-catalog.js';
import { type FactRequest, streamFact } from '../facts/fact.js';
import { streamName } from '../store/stream-name.js';

/** One handler an event type; a missing one, or one for a foreign type, does not compile. */
export type EvolveHandlers<S, E extends readonly AnyEventType[]> = {
  readonly [K in E[number]['type']]: (state: S, event: OfType<EventsOf<E>, K>) => S;
};

/** A kind of stream: which events it holds and what is known after them. */
export interface StreamState<C extends string, S, E extends { readonly type: string }> {
  /** The first part of the stream name, in camelCase. */
  readonly category: C;
  readonly events: readonly AnyEventType[];
  readonly catalog: EventCatalog;
  initialState(): S;
  evolve(state: S, event: E): S;
  /** The name of the stream with that id: `<category>-<id>`. */
  streamOf(id: string): string;
  /** The state of the stream with that id, as a fact for the decision of another stream. */
  at(id: string): FactRequest<S>;
}

/**
 * Defines a kind of stream: its category, its events, and how each of them changes what is known.
 *
 * ```ts
 * const batchState = stream('batch', { events: [BatchScheduled, BatchCancelled], initial: (): Batch => ({ status: 'none' }) })
 *   .evolve({
 *     BatchScheduled: (_, { data }) => ({ status: 'scheduled', from: data.from }),
 *     BatchCancelled: () => ({ status: 'cancelled' }),
 *   });
 * ```
 */
export function stream<const C extends string, const E extends readonly AnyEventType[], S>(
  category: C,
  shape: { readonly events: E; readonly initial: () => S },
): { evolve(handlers: EvolveHandlers<S, E>): StreamState<C, S, EventsOf<E>> } {
  streamName(category, 'x');
  const catalog = eventCatalog(shape.events);
  return {
    evolve(handlers) {
      const byType = new Map<string, (state: S, event: EventsOf<E>) => S>(Object.entries(handlers));
      const state: StreamState<C, S, EventsOf<E>> = {
        category,
        events: shape.events,
        catalog,
        initialState: shape.initial,
        evolve(before, event) {
          const handler = byType.get(event.type);
          if (handler === undefined) throw new TypeError(`The stream '${category}' does not hold '${event.type}'.`);
          return handler(before, event);
        },
        streamOf: (id) => streamName(category, id),
        at: (id) => streamFact(state, id),
      };
      return state;
    },
  };
}
