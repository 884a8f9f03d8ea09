import {
  type EventStore,
  isRecordedEvent,
  memoryStore,
  memoryTarget,
  projectors,
  type ViewTarget,
} from '@pembinaan/event-sourcing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Changed, change, ledger, Opened, storeTogether, turnover, Unrelated } from './ledger.js';

/** Ends of appends, as the position that a checkpoint may have. */
async function storeAppends(
  store: EventStore,
  sizes: readonly number[],
): Promise<{ readonly ends: ReadonlySet<string>; readonly lastForViews: string }> {
  const ends = new Set<string>();
  let lastForViews = '';
  for (const [index, size] of sizes.entries()) {
    // Every third event is not for the views, so that an append reaches them with gaps.
    const events = Array.from({ length: size }, (_, n) =>
      n % 3 === 2 ? Unrelated({}) : Changed({ account: 'a', by: 1 }),
    );
    const positions = await storeTogether(store, events, `account-${index % 2}`);
    for (const [place, position] of positions.entries()) {
      const rest = events.slice(place + 1);
      if (events[place]?.type !== 'SunRose') lastForViews = position;
      if (rest.every(({ type }) => type === 'SunRose')) ends.add(position);
    }
  }
  return { ends, lastForViews };
}

/** The same target, which notes the checkpoints that are stored. */
function noting(inner: ViewTarget, checkpoints: string[]): ViewTarget {
  return {
    ...inner,
    commit(changes) {
      for (const { checkpoint } of changes)
        if (checkpoint.position !== undefined) checkpoints.push(checkpoint.position);
      return inner.commit(changes);
    },
  };
}

const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 12 });

describe('what is stored ends at the end of an append', () => {
  it('wherever pages and commits would cut, 100 times', async () => {
    let commits = 0;
    await fc.assert(
      fc.asyncProperty(sizes, fc.integer({ min: 1, max: 6 }), async (appends, pageSize) => {
        const store = memoryStore({ pageSize });
        const { ends } = await storeAppends(store, appends);
        const checkpoints: string[] = [];
        const target = noting(memoryTarget(), checkpoints);
        await projectors(store, [ledger(), turnover()], { target, commitAfter: { events: 1 } }).run();
        expect(checkpoints.filter((position) => !ends.has(position))).toEqual([]);
        commits += checkpoints.length;
      }),
      { numRuns: 100 },
    );
    expect(commits).toBeGreaterThan(400);
  });

  it('while live too, when a store delivers the events of an append one by one, 20 times', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, async (appends) => {
        const store = memoryStore();
        const slow: EventStore = {
          ...store,
          async *subscribe(options) {
            for await (const message of store.subscribe(options)) {
              // It tells nothing but events, each after a while.
              if (!isRecordedEvent(message)) continue;
              await new Promise((resolve) => setTimeout(resolve, 3));
              yield message;
            }
          },
        };
        const checkpoints: string[] = [];
        const views = projectors(slow, [ledger(), turnover()], { target: noting(memoryTarget(), checkpoints) });
        await views.start();
        const { ends, lastForViews } = await storeAppends(store, appends);
        await views.waitFor(lastForViews);
        await views.stop();
        expect(checkpoints.filter((position) => !ends.has(position))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('also where it stops: the rows stand before the append that holds the poison event', async () => {
    const store = memoryStore();
    const first = await storeTogether(store, [Opened({ account: 'a' }), ...change('a', 1)]);
    await storeTogether(store, change('a', 2, 13, 3));
    const views = projectors(store, [ledger()]);
    await expect(views.run()).rejects.toMatchObject({ code: 'projection-stopped' });
    expect((await views.status())[0]).toMatchObject({ position: first.at(-1), handled: 2 });
  });

  it('and an event that is parked leaves the others of its append in the same step', async () => {
    const store = memoryStore();
    const target = memoryTarget();
    const checkpoints: string[] = [];
    const views = projectors(store, [ledger()], { target: noting(target, checkpoints), poison: { retries: 0 } });
    await views.start();
    const positions = await storeTogether(store, [...change('a', 13), ...change('b', 2)]);
    await views.waitFor(positions[1] ?? '');
    expect(checkpoints).toEqual([positions[1]]);
    await views.stop();
  });
});
