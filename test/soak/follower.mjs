// Follows the store into views, until the process is killed or told to end at a position.
import { projectors } from '@pembinaan/event-sourcing';
import { sqliteStore, sqliteViews } from '@pembinaan/store-sqlite';
import { heard, tell } from '../faults/programs/parent.mjs';
import { fail, reportOnAndOn } from './process.mjs';
import { projectionsOf } from './projections.mjs';

const { storeFile, viewsFile, of } = await heard();
const store = await sqliteStore(storeFile, { readOnly: true, busyTimeoutMs: 60_000 });
const views = await sqliteViews(viewsFile);
const all = projectors(store, projectionsOf(of), { target: views });
all.start().catch(fail);
reportOnAndOn(async () => {
  const statuses = await all.status();
  const stopped = statuses.find(({ state, parked }) => state === 'stopped' || parked > 0);
  if (stopped !== undefined) fail(stopped.lastError ?? new Error('An event was parked.'));
  return { lagMs: Math.max(...statuses.map(({ lagMs }) => lagMs ?? 0)) };
});

const { position } = await heard();
try {
  await all.waitFor(position, { timeoutMs: 120_000 });
  await all.stop();
} catch (error) {
  fail(error);
}
await Promise.all([views.close(), store.close()]);
tell({ kind: 'reached', position });
process.exit(0);
