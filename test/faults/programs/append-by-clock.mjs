// Appends batches by a clock that is wrong by so many milliseconds, and now and then jumps back.
import { loadDriver, sqliteStore } from '@pembinaan/store-sqlite';
import { chance } from './chance.mjs';
import { entries } from './entries.mjs';
import { heard, tell } from './parent.mjs';

const driver = await loadDriver();
tell({ kind: 'ready' });
const { storeFile, name, seed, batches, wrongByMs } = await heard();
const { between, percent } = chance(seed);
let setBackMs = 0;
const now = () => new Date(Date.now() + wrongByMs - setBackMs).toISOString();
const store = await sqliteStore(storeFile, { driver, now, busyTimeoutMs: 60_000 });
for (let round = 0; round < batches; round++) {
  if (percent(20)) setBackMs += between(1, 3_600_000);
  const before = now();
  const { positions, recordedAt } = await store.append(
    `book-${name}`,
    entries(`${name}-${round}`, between(1, 4)),
    'any',
  );
  tell({ kind: 'stored', positions, recordedAt, clock: before });
}
await store.close();
process.exit(0);
