// Appends so many batches and tells when each was sent and acknowledged, by the clock that all processes of the machine share.
import { loadDriver, sqliteStore } from '@pembinaan/store-sqlite';
import { chance } from './chance.mjs';
import { assertExpected, entries } from './entries.mjs';
import { heard, tell } from './parent.mjs';

const driver = await loadDriver();
tell({ kind: 'ready' });
const { storeFile, name, seed, batches, callers, shared } = await heard();
const store = await sqliteStore(storeFile, { driver, busyTimeoutMs: 60_000 });
let conflicts = 0;

await Promise.all(Array.from({ length: callers }, (_, caller) => callOnAndOn(caller)));
tell({ kind: 'ended', conflicts });
await store.close();
process.exit(0);

async function callOnAndOn(caller) {
  const { between, percent } = chance(seed + caller);
  const own = `book-${name}-${caller}`;
  let next = 'none';
  for (let round = 0; round < batches; round++) {
    const batch = `${name}-${caller}-${round}`;
    const size = between(1, 8);
    const sent = now();
    // On a stream of one's own nobody else writes: a conflict there would be a fault.
    const appended = shared
      ? await appendToShared(entries(batch, size), percent(50) ? 'any' : 'last')
      : await store.append(own, entries(batch, size), next);
    const { stream, firstRevision, revision, positions } = appended;
    next = revision;
    tell({ kind: 'stored', batch, stream, size, firstRevision, positions, sent, answered: now() });
  }
}

async function appendToShared(events, expecting) {
  for (;;) {
    let expected = 'any';
    if (expecting === 'last') {
      expected = 'none';
      for await (const last of store.read('book-shared', { backwards: true, limit: 1 })) expected = last.revision;
    }
    try {
      const appended = await store.append('book-shared', events, expected);
      assertExpected(appended, expected);
      return appended;
    } catch (error) {
      if (error.code !== 'version-conflict') throw error;
      conflicts++;
    }
  }
}

/** Microseconds. */
function now() {
  return Number(process.hrtime.bigint() / 1000n);
}
