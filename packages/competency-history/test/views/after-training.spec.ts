import { describe, expect, it } from 'vitest';
import { afterTraining } from '../../src/index.js';
import {
  ask,
  confirmed,
  correcting,
  figure,
  type Line,
  outcome,
  passed,
  policy,
  predicate,
  rated,
  since,
} from '../fixtures.js';

const ON = '2027-06-30';
const mine = (lines: readonly Line[], on = ON) => ask(afterTraining('a'), lines, on);
const four = policy({ 'disclosure.minimumN': figure(2) });

describe('AfterTraining', () => {
  const batch = passed('b1', 'a', '2026-02-10', '2026-02-12').map((line) => since('2026-02-12', line));

  it('sets before and after of a completed batch next to each other, for one person', async () => {
    const lines = [
      four,
      ...passed('b0', 'a', '2025-02-10', '2025-02-12'),
      rated('a', 'b0', 'boss', 'superior', '2025-06-01', { M05: 2, akuntabel: 3 }),
      rated('a', 'b0', 'a', 'self', '2025-06-01', { M05: 5 }),
      ...batch,
      rated('a', 'b1', 'boss', 'superior', '2026-06-01', { M05: 4 }),
      rated('a', 'b1', 'x', 'peer', '2026-06-01', { M05: 4 }),
      rated('a', 'b1', 'y', 'subordinate', '2026-06-01', { M05: 3 }),
      rated('a', 'b1', 'a', 'self', '2026-06-01', { M05: 3 }),
      predicate('a', { year: 2025 }, 'butuhPerbaikan'),
      predicate('a', { year: 2026, quarter: 1 }, 'kurang'),
      predicate('a', { year: 2026, quarter: 2 }, 'baik'),
      predicate('a', { year: 2027, quarter: 1 }, 'sangatBaik'),
      rated('b', 'b1', 'boss', 'superior', '2026-06-01', { M05: 1 }),
      ...passed('b1', 'b', '2026-02-10', '2026-02-12'),
    ];
    const found = await mine(lines);
    expect(found).toHaveLength(2);
    expect(found[1]).toEqual({
      employeeId: 'a',
      batchId: 'b1',
      programId: 'p',
      from: '2026-02-10',
      to: '2026-02-12',
      predicateBefore: 'butuhPerbaikan',
      periodBefore: '2025',
      predicateAfter: 'baik',
      periodAfter: '2026/Q2',
      selfBefore: 500,
      selfAfter: 300,
      superiorBefore: 250,
      superiorAfter: 400,
      othersBefore: null,
      othersAfter: 350,
      notShown: null,
    });
  });

  it('knows nothing before a first training, and nothing after one that has just ended', async () => {
    expect(await mine([four, ...batch], '2026-02-12')).toMatchObject([
      { predicateBefore: null, predicateAfter: null, superiorBefore: null, superiorAfter: null, notShown: null },
    ]);
    expect(await mine([four, ...batch], '2026-02-11')).toEqual([]);
  });

  it('leaves out a batch that was not completed', async () => {
    expect(await mine([confirmed('b1', 'a', '2026-02-10'), outcome('b1', 'a', 'notCompleted')])).toEqual([]);
  });

  it('holds back what peers and subordinates say where too few answered, and without a policy', async () => {
    const one = rated('a', 'b1', 'x', 'peer', '2026-06-01', { M05: 4 });
    expect(await mine([four, ...batch, one])).toMatchObject([{ othersAfter: null, notShown: 'tooFew' }]);
    expect(await mine([...batch, one])).toMatchObject([{ othersAfter: null, notShown: 'noPolicy' }]);
    const two = rated('a', 'b1', 'y', 'peer', '2026-06-01', { M05: 2 });
    expect(await mine([four, ...batch, one, two])).toMatchObject([{ othersAfter: 300, notShown: null }]);
  });

  it('needs enough peers and subordinates, whoever else rated', async () => {
    const lines = [
      four,
      ...batch,
      rated('a', 'b1', 'boss', 'superior', '2026-06-01', { M05: 4 }),
      rated('a', 'b1', 'x', 'peer', '2026-06-01', { M05: 4 }),
    ];
    expect(await mine(lines)).toMatchObject([{ superiorAfter: 400, othersAfter: null, notShown: 'tooFew' }]);
  });

  it('takes from before only the batch that was rated last, by the day before it began', async () => {
    const earlier = rated('a', 'y', 'boss', 'superior', '2025-03-01', { M05: 1 });
    const last = rated('a', 'z', 'boss', 'superior', '2026-02-09', { M05: 3 });
    const same = rated('a', 'x', 'boss', 'superior', '2026-02-10', { M05: 5 });
    expect(await mine([four, ...batch, earlier, last, same])).toMatchObject([{ superiorBefore: 300 }]);
  });

  it('counts ratings and predicates from their day on, and periods that lie apart from the batch', async () => {
    const lines = [
      ...passed('b1', 'a', '2026-03-31', '2026-04-01'),
      rated('a', 'b1', 'boss', 'superior', '2026-09-30', { M05: 4 }),
      predicate('a', { year: 2026, quarter: 1 }, 'kurang'),
      predicate('a', { year: 2026, quarter: 2 }, 'baik'),
      predicate('a', { year: 2026, quarter: 3 }, 'sangatBaik'),
    ];
    expect(await mine(lines, '2026-09-29')).toMatchObject([
      { predicateBefore: null, predicateAfter: null, superiorAfter: null },
    ]);
    expect(await mine(lines, '2026-09-30')).toMatchObject([
      { predicateBefore: null, predicateAfter: 'sangatBaik', superiorAfter: 400 },
    ]);
  });

  it('uses a predicate and a rating as they were corrected', async () => {
    const lines = [
      four,
      ...batch,
      predicate('a', { year: 2025 }, 'baik'),
      correcting(predicate('a', { year: 2025 }, 'kurang'), 0),
      rated('a', 'b1', 'boss', 'superior', '2026-06-01', { M05: 1 }),
      correcting(rated('a', 'b1', 'boss', 'superior', '2026-06-02', { M05: 5 }), 0),
    ];
    expect(await mine(lines)).toMatchObject([{ predicateBefore: 'kurang', superiorAfter: 500 }]);
  });

  it('orders by time and never by how well somebody did', async () => {
    const lines = [
      ...passed('z', 'a', '2025-02-10'),
      rated('a', 'z', 'boss', 'superior', '2025-06-01', { M05: 1 }),
      ...passed('y', 'a', '2026-02-10'),
      rated('a', 'y', 'boss', 'superior', '2026-06-01', { M05: 5 }),
    ];
    expect((await mine(lines)).map(({ batchId }) => batchId)).toEqual(['z', 'y']);
  });
});
