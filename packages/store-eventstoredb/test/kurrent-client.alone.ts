import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { describeStoreContract } from '@pembinaan/event-sourcing/testing';
import { eventStoreDb } from '@pembinaan/store-eventstoredb';
import { afterAll } from 'vitest';
import { startStandIn } from './stand-in/index.js';

// Run by kurrent-client.spec.ts: this client must not share a process with that of EventStoreDB.

const server = await startStandIn({ maxAppendSize: 16 * 1024 * 1024 });
// Two clients for all laws: each takes half a second for its first read.
const client = KurrentDBClient.connectionString(server.url);
const second = KurrentDBClient.connectionString(server.url);
afterAll(async () => {
  await client.dispose();
  await second.dispose();
  await server.stop();
});

describeStoreContract("Kurrent's client on a stand-in server", async () => {
  const options = { pageSize: 200 };
  const store = await eventStoreDb(client, options);
  return {
    store,
    reopen: () => eventStoreDb(client, options),
    another: () => eventStoreDb(second, options),
    dispose: () => store.close(),
  };
});
