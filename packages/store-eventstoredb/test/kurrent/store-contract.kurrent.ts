import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { describeStoreContract } from '@pembinaan/event-sourcing/testing';
import { eventStoreDb } from '@pembinaan/store-eventstoredb';
import { afterAll } from 'vitest';

const url = process.env.KURRENT_TEST_URL ?? '';

// Two clients for all laws: each takes half a second for its first read.
const client = KurrentDBClient.connectionString(url);
const second = KurrentDBClient.connectionString(url);
afterAll(async () => {
  await client.dispose();
  await second.dispose();
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
