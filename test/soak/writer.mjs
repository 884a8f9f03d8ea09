// Callers append batches to many streams, unhurried, until the process is killed or told to end. Tells what is sent and acknowledged.
import { setTimeout as sleep } from 'node:timers/promises';
import { sqliteStore } from '@pembinaan/store-sqlite';
import { chance } from '../faults/programs/chance.mjs';
import { assertExpected, entries } from '../faults/programs/entries.mjs';
import { heard, tell } from '../faults/programs/parent.mjs';
import { fail, reportOnAndOn } from './process.mjs';

const CALLERS = 3;
const STREAMS = 200;

const { storeFile, name, seed, again } = await heard();
const store = await sqliteStore(storeFile, { busyTimeoutMs: 60_000 });
let ending = false;
heard().then(() => {
  ending = true;
});
reportOnAndOn();
await Promise.all(Array.from({ length: CALLERS }, (_, caller) => callOnAndOn(caller))).catch(fail);
await store.close();
process.exit(0);

async function callOnAndOn(caller) {
  const { between, percent } = chance(seed + caller);
  // What the process before this one sent, and perhaps stored, is sent once more under the same ids.
  for (const { batch, stream, size } of again.filter((_, index) => index % CALLERS === caller)) {
    await append(batch, stream, size, 'any');
  }
  for (let round = 0; !ending; round++) {
    const batch = `${name}-${caller}-${round}`;
    const stream = `book-${between(1, STREAMS)}`;
    const size = percent(90) ? between(1, 6) : between(7, 60);
    tell({ kind: 'sending', batch, stream, size });
    await append(batch, stream, size, percent(70) ? 'any' : 'last');
    await sleep(between(10, 60));
  }
}

async function append(batch, stream, size, expecting) {
  for (;;) {
    try {
      const expected = expecting === 'any' ? 'any' : await lastOf(stream);
      const appended = await store.append(stream, entries(batch, size), expected);
      const { firstRevision, positions, repeated } = appended;
      if (!repeated) assertExpected(appended, expected);
      return tell({ kind: 'stored', batch, firstRevision, positions });
    } catch (error) {
      if (error.code !== 'version-conflict') throw error;
    }
  }
}

async function lastOf(stream) {
  for await (const last of store.read(stream, { backwards: true, limit: 1 })) return last.revision;
  return 'none';
}
