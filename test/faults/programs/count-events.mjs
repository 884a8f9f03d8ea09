// Opens the file while others have it open, and tells how many events it sees.
import { sqliteStore } from '@pembinaan/store-sqlite';
import { heard, tell } from './parent.mjs';

tell({ kind: 'ready' });
const { storeFile } = await heard();
const store = await sqliteStore(storeFile);
let events = 0;
for await (const page of store.readAll()) events += page.length;
tell({ events, head: await store.head() });
await store.close();
process.exit(0);
