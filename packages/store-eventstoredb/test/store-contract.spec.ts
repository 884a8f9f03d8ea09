import { describeStoreContract } from '@pembinaan/event-sourcing/testing';
import { eventStoreDb } from '@pembinaan/store-eventstoredb';
import { describe, it } from 'vitest';
import { startStandIn } from './stand-in/index.js';

/** Smaller than most logs of the laws, so that reading pages. */
const pageSize = 200;

describeStoreContract("EventStoreDB's client on a stand-in server", async () => {
  const server = await startStandIn({ maxAppendSize: 16 * 1024 * 1024 });
  const open = () => eventStoreDb(server.url, { pageSize });
  const store = await open();
  return {
    store,
    reopen: open,
    another: open,
    async dispose() {
      await store.close();
      await server.stop();
    },
  };
});

const realServer = process.env.EVENTSTOREDB_URL;
if (realServer === undefined) {
  describe('store contract: a real server', () => {
    it.skip('needs EVENTSTOREDB_URL (docs/eventstoredb.md)', () => {});
  });
} else {
  describeStoreContract('a real server', async () => {
    const open = () => eventStoreDb(realServer, { pageSize });
    const store = await open();
    return { store, reopen: open, another: open, dispose: () => store.close() };
  });
}
