import { memoryStore, memoryTarget, projector, type ViewTarget } from '@pembinaan/event-sourcing';
import { describe, expect, it } from 'vitest';
import { workRate } from '../../src/projection/work-rate.js';
import { change, ledger, store as storeEvents } from './ledger.js';

describe('status', () => {
  it('tells how fast it goes and when it will be done, from the share of the positions', async () => {
    const store = memoryStore({ pageSize: 10 });
    const inner = memoryTarget();
    const seen: (number | null)[] = [];
    const target: ViewTarget = {
      ...inner,
      async commit(changes) {
        seen.push((await people.status()).etaMs);
        await new Promise((resolve) => setTimeout(resolve, 5));
        await inner.commit(changes);
      },
    };
    const people = projector(store, ledger(), { target, commitAfter: { events: 1 } });
    await storeEvents(store, change('a', ...new Array<number>(100).fill(1)));
    await people.run();
    expect(seen[0]).toBeNull();
    expect(seen.slice(1).every((eta) => eta !== null && eta > 0)).toBe(true);
    const status = await people.status();
    expect(status).toMatchObject({ etaMs: 0, lagMs: 0, caughtUp: true, parked: 0, lastError: undefined });
    expect(status.ratePerSecond).toBeGreaterThan(0);
    expect(status.ratePerSecond).toBeLessThan(100_000);
  });

  it('does not know when it will be done where positions are not numbers', () => {
    const rate = workRate();
    rate.note({ events: 10, ms: 100, from: 'a', to: 'b' });
    expect(rate.etaMs('b', 'z')).toBeNull();
  });

  it('goes by the last ten seconds of work', () => {
    const rate = workRate();
    rate.note({ events: 1, ms: 10_000, from: '000', to: '001' });
    for (let n = 1; n <= 100; n++) rate.note({ events: 100, ms: 100, from: `${n * 100}`, to: `${(n + 1) * 100}` });
    expect(rate.perSecond()).toBe(1000);
    expect(rate.etaMs('10100', '11100')).toBe(1000);
    expect(rate.etaMs('10100/7', '11100/9')).toBe(1000);
  });

  it('stands at what is stored, also when another projector stored it', async () => {
    const store = memoryStore();
    const target = memoryTarget();
    await storeEvents(store, change('a', 1));
    const [one, other] = [projector(store, ledger(), { target }), projector(store, ledger(), { target })];
    await one.run();
    await other.run();
    const [position] = await storeEvents(store, change('a', 2));
    await other.run();
    expect(await one.status()).toMatchObject({ position, handled: 2, caughtUp: true });
  });
});
