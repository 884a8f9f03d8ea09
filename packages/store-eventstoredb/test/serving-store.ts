import { type EventStoreDbOptions, type EventStoreDbStore, eventStoreDb } from '@pembinaan/store-eventstoredb';
import { onTestFinished } from 'vitest';
import { type StandIn, type StandInOptions, startStandIn } from './stand-in/index.js';

/** Short times, so that a test of failures does not wait. */
export const IMPATIENT: EventStoreDbOptions = { deadlineMs: 400, retryForMs: 8000, pollIntervalMs: 50 };

/** A stand-in server and a store on it, both gone when the test is. */
export async function servingStore(
  options: EventStoreDbOptions = {},
  serving: StandInOptions = {},
): Promise<{ readonly server: StandIn; readonly store: EventStoreDbStore }> {
  const server = await startStandIn(serving);
  const store = await eventStoreDb(server.url, { ...IMPATIENT, ...options });
  onTestFinished(async () => {
    await store.close();
    await server.stop();
  });
  return { server, store };
}
