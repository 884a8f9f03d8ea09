// Runs a projection and tells each checkpoint that was stored; then rebuilds it, again and again, until it is killed.
import { projector } from '@pembinaan/event-sourcing';
import { sqliteStore, sqliteViews } from '@pembinaan/store-sqlite';
import { tell } from './event.mjs';
import { ledger } from './ledger.mjs';

const [, , storeFile, viewsFile] = process.argv;
const store = await sqliteStore(storeFile, { readOnly: true, pageSize: 10 });
const views = await sqliteViews(viewsFile);
let rebuilding = false;

/** The same views, which tell. */
const target = {
  ...views,
  async commit(changes) {
    await views.commit(changes);
    for (const { checkpoint } of changes) tell({ rebuilding, position: checkpoint.position });
  },
};

const view = projector(store, ledger(), { target, commitAfter: { events: 10 } });
await view.run();
rebuilding = true;
for (;;) await view.rebuild();
