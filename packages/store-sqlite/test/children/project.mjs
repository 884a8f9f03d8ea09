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
  active: async (name) => telling(await views.active(name)),
  begin: async (name, version) => telling(await views.begin(name, version)),
  activate: (generation) => views.activate(originals.get(generation)),
  discard: (generation) => views.discard(originals.get(generation)),
};
const originals = new WeakMap();

function telling(generation) {
  if (generation === undefined) return undefined;
  const told = {
    ...generation,
    async commit(change) {
      await generation.commit(change);
      tell({ rebuilding, position: change.checkpoint.position });
    },
  };
  originals.set(told, generation);
  return told;
}

const view = projector(store, ledger(), { target });
await view.run();
rebuilding = true;
for (;;) await view.rebuild();
