// Runs two projections into one file of views, once or live. Live, it tells when they have come to a position, until nobody asks any more.
import { projectors } from '@pembinaan/event-sourcing';
import { loadDriver, sqliteStore, sqliteViews } from '@pembinaan/store-sqlite';
import { accounts, batchSizes } from './entries.mjs';
import { heard, tell } from './parent.mjs';

const driver = await loadDriver();
tell({ kind: 'ready' });
const { storeFile, viewsFile, version, live, pageSize } = await heard();
const store = await sqliteStore(storeFile, { driver, readOnly: true, pageSize, pollIntervalMs: 5 });
const views = await sqliteViews(viewsFile, { driver });
const all = projectors(store, [accounts({ version }), batchSizes()], {
  target: views,
  commitAfter: { events: pageSize },
});
tell({ kind: 'begun' });
await (live ? all.start() : all.run());
tell({ kind: 'caughtUp' });
for (let order = live && (await heard()); order; order = await heard()) {
  await all.waitFor(order.position, { timeoutMs: 60_000 });
  tell({ kind: 'reached' });
}
await all.stop();
await Promise.all([views.close(), store.close()]);
tell({ kind: 'ended' });
process.exit(0);
