import { isEventSourcingError } from '@pembinaan/event-sourcing';
import type { Connection } from './connection.js';
import { isTransient, storeFailure } from './failures.js';
import { headPosition } from './head.js';

/**
 * - `healthy`: the server answered a read of its log;
 * - `unreachable`: it did not, within the deadline of a call; appends and reads try again, subscriptions wait for it;
 * - `refused`: it answered, and denies access or cannot serve us; this does not pass by itself;
 * - `closed`: the store was closed.
 */
export type HealthState = 'healthy' | 'unreachable' | 'refused' | 'closed';

export interface Health {
  readonly state: HealthState;
  /** How long the answer took, in milliseconds; undefined without one. */
  readonly roundTripMs: number | undefined;
  /** The position of the last event; undefined without an answer, and for an empty store. */
  readonly head: string | undefined;
  /** What is wrong, and what to do; undefined when healthy. */
  readonly problem: string | undefined;
}

/** Asks the server once, and never throws: for a health endpoint of a service. */
export async function health(connection: Connection): Promise<Health> {
  const start = performance.now();
  try {
    const head = await headPosition(connection);
    return { state: 'healthy', roundTripMs: performance.now() - start, head, problem: undefined };
  } catch (error) {
    const state = isTransient(error)
      ? 'unreachable'
      : isEventSourcingError(error, 'store-closed')
        ? 'closed'
        : 'refused';
    return { state, roundTripMs: undefined, head: undefined, problem: storeFailure(error, {}).message };
  }
}
