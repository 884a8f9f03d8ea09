// Follows the store until it sees the last event, and tells the ids in their order.
import { sqliteStore } from '@pembinaan/store-sqlite';
import { tell } from './event.mjs';

const store = await sqliteStore(process.argv[2], { readOnly: true, pageSize: 10, pollIntervalMs: 5 });
const ids = [];
tell('ready');
for await (const message of store.subscribe()) {
  if ('kind' in message) continue;
  ids.push(message.id);
  if (message.type === 'ThingEnded') break;
}
await store.close();
tell({ ids });
