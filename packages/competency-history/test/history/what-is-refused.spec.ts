import { memoryStore, memoryTarget, projectors } from '@pembinaan/event-sourcing';
import { describe, expect, it } from 'vitest';
import {
  afterTraining,
  competencyHistory,
  competencyHistoryProjections,
  expiringCertificates,
  gapMapByPerson,
  jpCompliance,
  keptCompetencyHistory,
} from '../../src/index.js';
import { pns, storeOf } from '../fixtures.js';
import { office } from '../office.js';

const ON = '2026-06-30';

describe('a question is refused', () => {
  it('that goes on from a page of another one: other read model, other clocks, other filters', async () => {
    const history = await competencyHistory(await storeOf(office));
    const { next } = await history.asOf({ effective: ON }).ask(jpCompliance, { limit: 1 });
    const after = next ?? '';
    await expect(history.asOf({ effective: ON }).ask(gapMapByPerson, { after })).rejects.toThrow(/another question/);
    await expect(history.asOf({ effective: '2026-06-29' }).ask(jpCompliance, { after })).rejects.toThrow(RangeError);
    await expect(history.asOf({ effective: ON }).ask(jpCompliance, { after, unitId: 'loket' })).rejects.toThrow(
      RangeError,
    );
    // Pages of any size follow each other.
    expect((await history.asOf({ effective: ON }).ask(jpCompliance, { after, limit: 7 })).lines.length).toBeGreaterThan(
      0,
    );
  });

  it('about a period that is none, or whose lines have no day', async () => {
    const then = (await competencyHistory(await storeOf(office))).asOf({ effective: ON });
    const periods = [
      { from: '1 Jan', to: '2026-12-31' },
      { from: '2026-12-31', to: '2026-01-01' },
    ];
    for (const period of periods) await expect(then.ask(expiringCertificates, { period })).rejects.toThrow(RangeError);
    const year = { from: '2026-01-01', to: '2026-12-31' };
    await expect(then.ask(jpCompliance, { period: year })).rejects.toThrow(/have no day/);
    await expect(then.ask(expiringCertificates, { period: year })).resolves.toBeDefined();
  });

  it('about somebody else than the person of whom alone it tells', async () => {
    const then = (await competencyHistory(await storeOf(office))).asOf({ effective: ON });
    await expect(then.ask(afterTraining('a'), { employeeId: 'b' })).rejects.toThrow(/'a' alone, not of 'b'/);
  });

  it('as of a position that this log does not have, and of a day far away', async () => {
    const history = await competencyHistory(await storeOf(office));
    for (const position of ['5', 'abc']) {
      await expect(history.asOf({ effective: ON, position }).person('a')).rejects.toThrow(RangeError);
    }
    expect(() => history.asOf({ effective: '9999-12-31' })).toThrow(RangeError);
  });
});

describe('a log of which nothing is filed yet', () => {
  it('stays empty for who holds it, whatever is filed afterwards', async () => {
    const store = await storeOf(pns('a', 'loket'));
    const target = memoryTarget();
    await projectors(memoryStore(), competencyHistoryProjections, { target }).run();
    const history = keptCompetencyHistory(target);
    const held = await history.asOf({ effective: ON }).held();
    expect([await history.position(), (await held.ask(jpCompliance)).position]).toEqual([null, null]);
    await projectors(store, competencyHistoryProjections, { target }).run();
    expect((await held.ask(jpCompliance)).lines).toEqual([]);
    expect(await held.person('a')).toBeUndefined();
    expect((await history.asOf({ effective: ON }).ask(jpCompliance)).lines).toHaveLength(1);
  });
});
