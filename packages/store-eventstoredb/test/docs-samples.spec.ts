import { EventStoreDBClient } from '@eventstore/db-client';
import { eventStoreDb } from '@pembinaan/store-eventstoredb';
import { afterAll, expect, it } from 'vitest';
import { batch } from './events.js';
import { startStandIn } from './stand-in/index.js';

/** The samples of docs/eventstoredb.md; `UPDATE_SAMPLES=1 npx vitest run test/docs/samples.spec.ts` copies them there. */
const server = await startStandIn();
afterAll(() => server.stop());
const { url } = server;

// #region open
const store = await eventStoreDb(url);

const { state, roundTripMs, head, problem } = await store.health();
// #endregion open

it('a store is opened by its URL, and asked how it is', async () => {
  expect({ state, head, problem }).toEqual({ state: 'healthy', head: undefined, problem: undefined });
  expect(roundTripMs).toBeGreaterThan(0);
  await store.close();
});

// #region own-client
const client = EventStoreDBClient.connectionString(url);
const mine = await eventStoreDb(client, {
  // Needed where several clients of this package live in one process; see below.
  credentials: { username: 'admin', password: 'changeit' },
});
// … and at the end: the store leaves the client as it is.
const end = async () => {
  await mine.close();
  await client.dispose();
};
// #endregion own-client

it('a client of your own is handed in', async () => {
  await mine.append('batch-1', batch(2), 'none');
  await end();
  expect(server.journal.count('append')).toBe(1);
});
