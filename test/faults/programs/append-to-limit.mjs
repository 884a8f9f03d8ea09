// Appends batches, one after the other, until one does not fit; tells each, and how it ended.
import { sqliteStore } from '@pembinaan/store-sqlite';
import { chance } from './chance.mjs';
import { entries } from './entries.mjs';
import { heard, tell } from './parent.mjs';

tell({ kind: 'ready' });
const { storeFile, name, seed } = await heard();
const { between } = chance(seed);
let failure;
try {
  const store = await sqliteStore(storeFile);
  for (let round = 0; ; round++) {
    const batch = `${name}-${round}`;
    const [stream, size] = [`book-${between(1, 5)}`, between(1, 30)];
    tell({ kind: 'sending', batch, stream, size });
    const { firstRevision, positions } = await store.append(stream, entries(batch, size), 'any');
    tell({ kind: 'stored', batch, firstRevision, positions });
  }
} catch (error) {
  failure = error;
}
tell({ kind: 'failed', name: failure.name, code: failure.code });
process.exit(0);
