// Appends batches to a few streams, by several callers at once, and tells each one that was acknowledged, until it is killed.
import { sqliteStore } from '@pembinaan/store-sqlite';
import { batch, tell } from './event.mjs';

const store = await sqliteStore(process.argv[2]);
await Promise.all([0, 1, 2, 3, 4].map(appendOnAndOn));

async function appendOnAndOn(caller) {
  for (let round = caller; ; round++) {
    const stream = `contract-killed${round % 3}`;
    const events = batch(1 + (round % 40), 200);
    const { firstRevision, positions } = await store.append(stream, events, 'any');
    tell({ stream, firstRevision, positions, ids: events.map(({ id }) => id) });
  }
}
