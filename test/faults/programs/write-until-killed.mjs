// Several callers append batches to many streams, and a projector follows into views, until the process is killed.
// Tells what is about to be sent, and what was acknowledged.
import { setImmediate as turn } from 'node:timers/promises';
import { projector } from '@pembinaan/event-sourcing';
import { loadDriver, sqliteStore, sqliteViews } from '@pembinaan/store-sqlite';
import { chance } from './chance.mjs';
import { accounts, assertExpected, entries } from './entries.mjs';
import { heard, tell } from './parent.mjs';

const CALLERS = 6;
const STREAMS = 12;

const driver = await loadDriver();
tell({ kind: 'ready' });
const { storeFile, viewsFile, name, seed, again } = await heard();
const store = await sqliteStore(storeFile, { driver, pollIntervalMs: 5 });
const views = await sqliteViews(viewsFile, { driver });
const view = projector(store, accounts(), { target: views, commitAfter: { events: 50 } });
view.start().catch(fail);
await Promise.all(Array.from({ length: CALLERS }, (_, caller) => callOnAndOn(caller))).catch(fail);

async function callOnAndOn(caller) {
  const { between, percent } = chance(seed + caller);
  // What the process before this one sent, and perhaps stored, is sent once more under the same ids.
  for (const { batch, stream, size } of again.filter((_, index) => index % CALLERS === caller)) {
    await append(batch, stream, size, 'any');
  }
  for (let round = 0; ; round++) {
    const batch = `${name}-${caller}-${round}`;
    const stream = `book-${between(1, STREAMS)}`;
    const size = percent(75) ? between(1, 6) : between(7, 100);
    tell({ kind: 'sending', batch, stream, size });
    const appended = await append(batch, stream, size, percent(70) ? 'any' : 'last');
    if (percent(10)) {
      const position = appended.positions.at(-1);
      await view.waitFor(position, { timeoutMs: 60_000 });
      tell({ kind: 'seen', position });
    }
    if (percent(50)) await turn();
  }
}

async function append(batch, stream, size, expecting) {
  for (;;) {
    try {
      const expected = expecting === 'any' ? 'any' : await lastOf(stream);
      const appended = await store.append(stream, entries(batch, size), expected);
      if (!appended.repeated) assertExpected(appended, expected);
      tell({ kind: 'stored', batch, firstRevision: appended.firstRevision, positions: appended.positions });
      return appended;
    } catch (error) {
      if (error.code !== 'version-conflict') throw error;
    }
  }
}

async function lastOf(stream) {
  for await (const last of store.read(stream, { backwards: true, limit: 1 })) return last.revision;
  return 'none';
}

function fail(error) {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
}
