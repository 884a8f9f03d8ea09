import { EventStoreDBClient, type JSONEventType, jsonEvent, type ResolvedEvent } from '@eventstore/db-client';
import { status } from '@grpc/grpc-js';
import { expect, onTestFinished } from 'vitest';
import { type StandIn, type StandInOptions, startStandIn } from './index.js';

/** A stand-in and the raw client of EventStoreDB on it; both end with the test. */
export async function serving(
  options: StandInOptions = {},
): Promise<{ readonly server: StandIn; readonly client: EventStoreDBClient }> {
  const server = await startStandIn(options);
  const client = connected(server.url);
  onTestFinished(() => server.stop());
  return { server, client };
}

export function connected(url: string): EventStoreDBClient {
  const client = EventStoreDBClient.connectionString(url);
  onTestFinished(() => client.dispose());
  return client;
}

export type Noted = JSONEventType<'Noted' | 'Struck', { readonly note: string }>;

/** Events of type `Noted`, one for each note. */
export function noted(...notes: readonly string[]) {
  return notes.map((note) => jsonEvent<Noted>({ type: 'Noted', data: { note } }));
}

/** The events of a read, and of a subscription the first `limit`; the call is ended on the server too. */
export async function take<T>(
  reading: AsyncIterable<T> & { cancel?(): Promise<void>; unsubscribe?(): Promise<void> },
  limit = Number.POSITIVE_INFINITY,
): Promise<T[]> {
  const taken: T[] = [];
  try {
    for await (const one of reading) {
      taken.push(one);
      if (taken.length >= limit) break;
    }
  } finally {
    await (reading.cancel?.() ?? reading.unsubscribe?.());
  }
  return taken;
}

/** The notes of events, or their type where they have none. */
export function notes(events: readonly ResolvedEvent[]): unknown[] {
  return events.map(({ event }) => (event?.type === 'Noted' ? Object.values(Object(event.data))[0] : event?.type));
}

/** What a promise fails with; `undefined` when it does not fail. */
export function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => undefined,
    (error: unknown) => error,
  );
}

/** `pending` when a promise has not settled after so many milliseconds. */
export async function settled(promise: Promise<unknown>, milliseconds: number): Promise<'settled' | 'pending'> {
  const late = new Promise<'pending'>((resolve) => setTimeout(resolve, milliseconds, 'pending'));
  return Promise.race([
    promise.then(
      () => 'settled' as const,
      () => 'settled' as const,
    ),
    late,
  ]);
}

/** Waits for an expectation to hold, also on a machine that is busy. */
export function eventually(read: () => unknown): ReturnType<typeof expect.poll> {
  return expect.poll(read, { timeout: 15_000 });
}

/** Tries again for as long as the server cannot be reached: a client notices only by a failed call that a connection is gone. */
export async function untilReached<T>(call: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await call();
    } catch (error) {
      const unavailable = error instanceof Error && 'code' in error && error.code === status.UNAVAILABLE;
      if (!unavailable || tries === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
