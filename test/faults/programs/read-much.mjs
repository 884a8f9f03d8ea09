// Writes many events, or reads and folds them in little memory, and tells how much memory it took at most.
import { projector, replay } from '@pembinaan/event-sourcing';
import { loadDriver, sqliteStore, sqliteViews } from '@pembinaan/store-sqlite';
import { accounts, batchSizes, entries } from './entries.mjs';
import { heard, tell } from './parent.mjs';

const driver = await loadDriver();
tell({ kind: 'ready' });
const order = await heard();
const store = await sqliteStore(order.storeFile, { driver, synchronous: 'normal' });

const work = {
  async write({ events, stream, streams = 1 }) {
    for (let batch = 0; batch * 1000 < events; batch++) {
      const name = streams === 1 ? stream : `${stream}${batch % streams}`;
      await store.append(name, entries(`${name}-${batch}`, 1000, { longest: 60 }), 'any');
    }
    return events;
  },

  async readStream({ stream, backwards }) {
    let count = 0;
    for await (const { revision } of store.read(stream, { backwards })) count += revision >= 0 ? 1 : 0;
    return count;
  },

  replay: async () => (await replay(store, accounts())).handled,

  async runIntoViews({ viewsFile }) {
    const views = await sqliteViews(viewsFile, { driver });
    const [one, other] = [accounts(), batchSizes()].map((each) => projector(store, each, { target: views }));
    await one.run();
    await other.run();
    const { handled } = await one.status();
    await views.close();
    return handled;
  },

  async follow({ until }) {
    let count = 0;
    for await (const message of store.subscribe()) {
      if ('kind' in message) continue;
      count++;
      if (message.position >= until) break;
    }
    return count;
  },

  /** Begins to read, over and over, and ends after the first event; or forgets the reading altogether. */
  async abandon({ stream, times }) {
    const heap = [];
    for (let time = 0; time < times; time++) {
      for await (const _ of store.read(stream)) break;
      for await (const _ of store.readAll()) break;
      for await (const _ of store.subscribe()) break;
      await store.read(stream)[Symbol.asyncIterator]().next();
      await store
        .readAll({ types: ['EntryMade'] })
        [Symbol.asyncIterator]()
        .next();
      await store.subscribe()[Symbol.asyncIterator]().next();
      if (time % (times / 4) === times / 4 - 1) {
        global.gc();
        heap.push(process.memoryUsage().heapUsed);
      }
    }
    return heap;
  },
};

const result = await work[order.work](order);
tell({ kind: 'done', result, peakKilobytes: process.resourceUsage().maxRSS });
// What was left halfway keeps no process alive and no file locked.
if (order.work === 'abandon') await heard();
await store.close();
tell({ kind: 'ended' });
