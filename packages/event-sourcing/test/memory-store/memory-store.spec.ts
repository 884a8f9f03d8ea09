import { memoryStore } from '@pembinaan/event-sourcing';
import { describeStoreContract } from '@pembinaan/event-sourcing/testing';

describeStoreContract('the memory store', async () => {
  const store = memoryStore();
  return { store, dispose: () => store.close() };
});

describeStoreContract('the memory store with small pages', async () => {
  const store = memoryStore({ pageSize: 3 });
  return { store, dispose: () => store.close() };
});
