import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Past } from '../fixtures.js';
import { estimatesIn, isMeasurement, laterMonth, measurementIn, month, taught } from './round.js';

const UNITS = ['a', 'b', 'c', 'x', 'y'];

/** Months of any units that were measured or not, with any figures. */
const anyMonths = fc.array(
  fc.record({
    unit: fc.constantFrom(...UNITS),
    at: fc.integer({ min: 0, max: 29 }),
    metric: fc.constantFrom('waiting' as const, 'error' as const),
    value: fc.oneof(fc.constant(0), fc.constant(1200), fc.integer({ min: 0, max: 10_000 })),
    n: fc.oneof(fc.constant(100), fc.integer({ min: 0, max: 300 })),
  }),
  { maxLength: 150 },
);

const anyRound = fc.record({
  design: fc.constantFrom('prePost' as const, 'comparison' as const, 'timeSeries' as const),
  metric: fc.constantFrom('waiting' as const, 'error' as const),
  served: fc.integer({ min: 1, max: 3 }),
  months: anyMonths,
});

function pastOf({ design, metric, served, months }: typeof anyRound extends fc.Arbitrary<infer T> ? T : never): Past {
  const metrics = [{ service: 'ktp-el', metric, ...(metric === 'waiting' && { guardMetric: 'error' as const }) }];
  const plan = { design, metrics, serviceUnits: UNITS.slice(0, served), comparisonUnits: UNITS.slice(3) };
  const once = new Map(months.map((each) => [`${each.unit}/${each.metric}/${each.at}`, each]));
  return [
    ...taught(plan),
    ...[...once.values()].map(({ at, value, ...some }) => month(laterMonth('2024-10', at), value, some)),
  ];
}

/** Every number in an answer, wherever it stands. */
function numbersIn(answer: unknown): readonly number[] {
  if (typeof answer === 'number') return [answer];
  return typeof answer === 'object' && answer !== null ? Object.values(answer).flatMap(numbersIn) : [];
}

describe('whatever was measured', () => {
  it('no figure is NaN or infinite, nothing is claimed against a bar, and never more than the plan allows', async () => {
    const most = { prePost: 'gain', comparison: 'effect', timeSeries: 'changeAtDate' };
    await fc.assert(
      fc.asyncProperty(anyRound, async (round) => {
        const [found] = await estimatesIn(pastOf(round));
        expect(numbersIn(found).every(Number.isFinite)).toBe(true);
        for (const { claim, barredBy, size, direction, judgement } of found?.service ?? []) {
          expect(['inconclusive', most[round.design]]).toContain(claim);
          if (barredBy.length > 0) expect(claim).toBe('inconclusive');
          if (size === 'atLeastMinimum') expect(direction).toBe('better');
          expect(direction === null).toBe(claim === 'inconclusive');
          expect(size === null).toBe(judgement.relative === null);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('each measurement of a planned unit stands in one place', async () => {
    await fc.assert(
      fc.asyncProperty(anyRound, async (round) => {
        const past = pastOf(round);
        const [found] = await estimatesIn(past);
        const [outcome] = found?.service ?? [];
        for (const { unitId, before, after, leftOut } of outcome?.units ?? []) {
          const known = past.filter(
            ([stream, event]) =>
              stream === `serviceUnit-${unitId}` && isMeasurement(event.data, { metric: round.metric }),
          );
          const placed = [...before, ...after, ...leftOut.map(({ measurementId }) => measurementId)];
          expect([...placed].sort()).toEqual(known.map(([, event]) => measurementIn(event.data)).sort());
        }
      }),
      { numRuns: 40 },
    );
  });

  it('the answer does not depend on the order in which it was recorded', async () => {
    await fc.assert(
      fc.asyncProperty(anyRound, async (round) => {
        const past = pastOf(round);
        const facts = (rounds: unknown) =>
          JSON.stringify(rounds, (key, value) => (['events', 'told'].includes(key) ? undefined : value));
        const turned = [...past.slice(0, 3), ...past.slice(3).reverse()];
        expect(facts(await estimatesIn(turned))).toBe(facts(await estimatesIn(past)));
      }),
      { numRuns: 25 },
    );
  });
});
