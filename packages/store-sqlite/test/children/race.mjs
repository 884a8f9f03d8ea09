// Appends batches to a stream that all writers share and to one of its own, and tells the ids.
import { sqliteStore } from '@pembinaan/store-sqlite';
import { batch, tell } from './event.mjs';

const [, , file, writer, rounds] = process.argv;
const store = await sqliteStore(file, { busyTimeoutMs: 20_000 });
const ids = [];
let conflicts = 0;

for (let round = 0; round < Number(rounds); round++) {
  const shared = batch(3);
  const own = batch(2);
  await appendAfterReading('contract-shared', shared);
  await store.append(`contract-own${writer}`, own, round === 0 ? 'none' : round * 2 - 1);
  ids.push(...shared, ...own);
}
await store.close();
tell({ ids: ids.map(({ id }) => id), conflicts });

async function appendAfterReading(stream, events) {
  for (;;) {
    let expected = 'none';
    for await (const last of store.read(stream, { backwards: true, limit: 1 })) expected = last.revision;
    try {
      return await store.append(stream, events, expected);
    } catch (error) {
      if (error.code !== 'version-conflict') throw error;
      conflicts++;
    }
  }
}
