import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  biasReducedContrast,
  type Coefficient,
  classicalSpread,
  clusterSpread,
  coefficientAt,
  contrast,
  type ErrorSpread,
  fitLinearModel,
  heteroscedasticSpread,
  type LinearModel,
  neweyWestSpread,
  praisWinsten,
  prewhitenedSpread,
  serialCorrelation,
} from '../../src/statistics/index.js';
import { brokenLaws } from './broken-laws.js';

// Four observations on a line: slope 7/5, residuals 0.1, 0.7, -1.7 and 0.9, their squares 4.2 together.
const x = [0, 1, 2, 3];
const response = [1, 3, 2, 6];
const columns = [x.map(() => 1), x];

describe('A linear model', () => {
  it('has the least squares line, its residuals and the share it explains', () => {
    const model = fitted(response, columns);
    expect(model).toMatchObject({ n: 4, k: 2, df: 2, constant: 0, perfect: false });
    expectAll(model.coefficients, [0.9, 1.4]);
    expectAll(model.residuals, [0.1, 0.7, -1.7, 0.9]);
    expect(model.rSquared).toBeCloseTo(0.7, 12);
  });

  it('tests its coefficients by classical errors', () => {
    const model = fitted(response, columns);
    const slope = settled(coefficientAt(model, classicalSpread(model), 1));
    expect(slope.se).toBeCloseTo(Math.sqrt(2.1 / 5), 12);
    expect(slope.t).toBeCloseTo(1.4 / Math.sqrt(2.1 / 5), 12);
    expect(slope.df).toBe(2);
    // With 2 degrees of freedom the distribution of t has a closed form.
    expect(slope.p).toBeCloseTo(1 - slope.t / Math.sqrt(2 + slope.t ** 2), 12);
    expect((slope.interval.low + slope.interval.high) / 2).toBeCloseTo(1.4, 12);
  });

  it('tests weighted sums of its coefficients: the line at 1.5 has the error of the mean', () => {
    const model = fitted(response, columns);
    const middle = settled(contrast(model, classicalSpread(model), [1, 1.5]));
    expect(middle.estimate).toBeCloseTo(3, 12);
    expect(middle.se).toBeCloseTo(Math.sqrt(2.1 / 4), 12);
  });

  it.each([
    ['HC0', 2.69 / 25],
    ['HC1', (2 * 2.69) / 25],
    ['HC2', (0.0225 / 0.3 + 0.1225 / 0.7 + 0.7225 / 0.7 + 1.8225 / 0.3) / 25],
    ['HC3', (0.0225 / 0.09 + 0.1225 / 0.49 + 0.7225 / 0.49 + 1.8225 / 0.09) / 25],
  ] as const)('weighs squared residuals by the rule of %s', (kind, variance) => {
    const model = fitted(response, columns);
    expect(slopeVariance(model, settled(heteroscedasticSpread(model, kind)))).toBeCloseTo(variance, 12);
  });

  it('adds scores up within clusters, times G/(G-1) (n-1)/(n-k)', () => {
    const model = fitted(response, columns);
    const { spread, df, clusters } = settled(clusterSpread(model, ['a', 'a', 'b', 'b']));
    expect(slopeVariance(model, spread)).toBeCloseTo((2 * (3 / 2) * 0.5) / 25, 12);
    expect({ df, clusters }).toEqual({ df: 1, clusters: 2 });
  });

  it('has the bias-reduced errors of clusters of one equal to HC2', () => {
    const model = fitted(response, columns);
    const hc2 = settled(coefficientAt(model, settled(heteroscedasticSpread(model, 'HC2')), 1));
    expect(settled(biasReducedContrast(model, x, [0, 1])).se).toBeCloseTo(hc2.se, 12);
  });

  it('weighs scores one period apart by half at lag 1', () => {
    const model = fitted(response, columns);
    expect(slopeVariance(model, neweyWestSpread(model, { lag: 1, adjust: false }))).toBeCloseTo(1.8925 / 25, 12);
    expect(slopeVariance(model, neweyWestSpread(model, { lag: 1 }))).toBeCloseTo((2 * 1.8925) / 25, 12);
  });

  it('says how far residuals follow each other', () => {
    const { durbinWatson, lag1Autocorrelation, ljungBox, notEstimable } = serialCorrelation(fitted(response, columns));
    expect(durbinWatson).toBeCloseTo(12.88 / 4.2, 12);
    expect(lag1Autocorrelation).toBeCloseTo((0.07 - 1.19 - 1.53) / 4.2, 12);
    expect([ljungBox, notEstimable.ljungBox]).toEqual([null, 'tooFew']);
  });

  it('keeps its digits where a large number is common to all responses', () => {
    const model = fitted(
      response.map((value) => 1e9 + value),
      columns,
    );
    expect(model.coefficients[1]).toBeCloseTo(1.4, 9);
    expect(settled(coefficientAt(model, classicalSpread(model), 1)).se).toBeCloseTo(Math.sqrt(2.1 / 5), 9);
  });
});

describe('A linear model that tells nothing says why', () => {
  it('has too few observations where every one has a column', () => {
    expect(
      fitLinearModel(
        [1, 2],
        [
          [1, 1],
          [0, 1],
        ],
      ),
    ).toEqual({ because: 'tooFew' });
    expect(fitLinearModel([], [])).toEqual({ because: 'tooFew' });
  });

  it('cannot tell apart columns that are combinations of each other', () => {
    const twice = x.map((value) => 2 * value + 1);
    expect(fitLinearModel(response, [...columns, twice])).toEqual({ because: 'collinear' });
    expect(fitLinearModel(response, [x.map(() => 0)])).toEqual({ because: 'collinear' });
  });

  it('has no tests where it meets every observation, whichever way errors are estimated', () => {
    const model = fitted([0.1, 0.4, 0.7, 1], columns);
    expect(model).toMatchObject({ perfect: true, sumOfSquares: 0, rSquared: 1, residuals: [0, 0, 0, 0] });
    const spreads = [
      classicalSpread(model),
      settled(heteroscedasticSpread(model, 'HC3')),
      neweyWestSpread(model, { lag: 2 }),
    ];
    expect(spreads.map((spread) => coefficientAt(model, spread, 1))).toEqual(
      spreads.map(() => ({ because: 'noSpread' })),
    );
    expect(biasReducedContrast(model, x, [0, 1])).toEqual({ because: 'noSpread' });
    expect(prewhitenedSpread(model)).toEqual({ because: 'noSpread' });
    expect(praisWinsten(model, columns)).toEqual({ because: 'noSpread' });
    expect(serialCorrelation(model).notEstimable).toEqual({
      durbinWatson: 'noSpread',
      lag1Autocorrelation: 'noSpread',
      ljungBox: 'noSpread',
    });
  });

  it('explains no share of responses that are all equal', () => {
    expect(fitted([5, 5, 5, 5], columns)).toMatchObject({ rSquared: null, perfect: true });
  });

  it('has no HC2 and HC3 where one observation alone decides a coefficient', () => {
    const own = fitted(response, [...columns, [0, 0, 0, 1]]);
    expect(heteroscedasticSpread(own, 'HC3')).toEqual({ because: 'tooFew' });
    expect(heteroscedasticSpread(own, 'HC1')).not.toHaveProperty('because');
    expect(coefficientAt(own, settled(heteroscedasticSpread(own, 'HC1')), 2)).not.toHaveProperty('because');
  });

  it('has no clustered errors of one cluster', () => {
    const model = fitted(response, columns);
    expect(clusterSpread(model, [1, 1, 1, 1])).toEqual({ because: 'tooFew' });
    expect(biasReducedContrast(model, [1, 1, 1, 1], [0, 1])).toEqual({ because: 'tooFew' });
  });

  it('refuses lengths that differ, numbers that are none, and lags beyond the series', () => {
    expect(() => fitLinearModel([1, 2, 3], [[1, 1]])).toThrow(RangeError);
    expect(() => fitLinearModel([1, Number.NaN, 3], [[1, 1, 1]])).toThrow(RangeError);
    const model = fitted(response, columns);
    expect(() => contrast(model, classicalSpread(model), [1])).toThrow(RangeError);
    expect(() => clusterSpread(model, ['a'])).toThrow(RangeError);
    for (const lag of [-1, 1.5, 4]) expect(() => neweyWestSpread(model, { lag })).toThrow(RangeError);
  });
});

describe('Whatever the data, a linear model', () => {
  const paired = (number: fc.Arbitrary<number>) =>
    fc
      .array(fc.tuple(number, number), { minLength: 3, maxLength: 14 })
      .map((rows) => [rows.map(([y]) => y), rows.map(([, z]) => z)] as const);
  const wild = paired(fc.double({ min: -1e3, max: 1e3, noNaN: true }));
  const data = paired(fc.integer({ min: -1000, max: 1000 }));

  it('gives finite figures or reasons', () => {
    fc.assert(
      fc.property(wild, ([y, z]) => {
        const model = fitLinearModel(y, [y.map(() => 1), z]);
        if ('because' in model) return;
        const clusters = y.map((_, at) => at % 4);
        const { q, r, ...figures } = model;
        const results = [
          { ...figures, rSquared: model.rSquared ?? 0, constant: 0 },
          serialCorrelation(model),
          coefficientAt(model, classicalSpread(model), 1),
          coefficientAt(model, neweyWestSpread(model, { lag: 2 }), 1),
          biasReducedContrast(model, clusters, [0, 1]),
        ];
        expect(results.flatMap((result) => brokenLaws(result))).toEqual([]);
      }),
    );
  });

  it('leaves residuals that no column follows', () => {
    fc.assert(
      fc.property(data, ([y, z]) => {
        const model = fitLinearModel(y, [y.map(() => 1), z]);
        if ('because' in model) return;
        const along = (column: readonly number[]) =>
          column.reduce((sum, value, at) => sum + value * (model.residuals[at] ?? 0), 0);
        expect(Math.abs(along(y.map(() => 1)))).toBeLessThan(1e-7);
        expect(Math.abs(along(z))).toBeLessThan(1e-5);
      }),
    );
  });

  it('has tests that a unit of the response does not change, and errors that follow it', () => {
    fc.assert(
      fc.property(data, fc.double({ min: 0.01, max: 100, noNaN: true }), ([y, z], unit) => {
        const design = [y.map(() => 1), z];
        const [one, other] = [
          fitLinearModel(y, design),
          fitLinearModel(
            y.map((value) => value * unit),
            design,
          ),
        ];
        if ('because' in one || 'because' in other || one.perfect || other.perfect) return;
        for (const spreadOf of [classicalSpread, (model: LinearModel) => neweyWestSpread(model, { lag: 1 })]) {
          const [a, b] = [coefficientAt(one, spreadOf(one), 1), coefficientAt(other, spreadOf(other), 1)];
          if ('because' in a || 'because' in b) continue;
          expect(b.se / (a.se * unit)).toBeCloseTo(1, 6);
          expect(b.p).toBeCloseTo(a.p, 6);
        }
      }),
    );
  });

  it('has errors of clusters that do not depend on their names or order', () => {
    fc.assert(
      fc.property(data, ([y, z]) => {
        const model = fitLinearModel(y, [y.map(() => 1), z]);
        if ('because' in model || model.perfect) return;
        const [one, other] = ['abc', 'zyx'].map((names) =>
          biasReducedContrast(
            model,
            y.map((_, at) => names[at % 3] ?? ''),
            [0, 1],
          ),
        );
        expect(other).toEqual(one);
      }),
    );
  });
});

describe('Errors that follow each other', () => {
  // An error carries 0.6 of the one before; the shocks are drawn by a fixed rule.
  const shocks = Array.from({ length: 60 }, (_, at) => Math.sin(at * at * 12.9898 + at));
  const errors: number[] = [];
  for (const shock of shocks) errors.push(0.6 * (errors.at(-1) ?? 0) + shock);
  const periods = errors.map((_, at) => at + 1);
  const series = errors.map((error, at) => 20 + 0.5 * at + error);
  const design = [periods.map(() => 1), periods];

  it('are met by Prais and Winsten with the rho at which residuals and model agree', () => {
    const { rho, model } = settled(praisWinsten(fitted(series, design), design));
    const left = series.map(
      (value, at) => value - (model.coefficients[0] ?? 0) - (model.coefficients[1] ?? 0) * (at + 1),
    );
    const products = left.slice(1).reduce((sum, value, at) => sum + value * (left[at] ?? 0), 0);
    const squares = left.slice(0, -1).reduce((sum, value) => sum + value * value, 0);
    expect(rho).toBeCloseTo(products / squares, 10);
    expect(model.rSquared).toBeNull();
  });

  it('give Prais and Winsten the coefficients of the weighted problem, whatever level the series has', () => {
    const here = settled(praisWinsten(fitted(series, design), design));
    const far = series.map((value) => value + 1e7);
    const there = settled(praisWinsten(fitted(far, design), design));
    expect(there.rho).toBeCloseTo(here.rho, 6);
    expect(there.model.coefficients[1]).toBeCloseTo(here.model.coefficients[1] ?? 0, 6);
  });

  it('do not settle where they wander without return', () => {
    const doubling = periods.map((period) => (2 ** period % 1009) + 2 ** (period / 2));
    expect(praisWinsten(fitted(doubling, [periods.map(() => 1)]), [periods.map(() => 1)])).toEqual({
      because: 'notConverged',
    });
  });

  it('ask for a bandwidth of their own, which their unit does not change', () => {
    const model = fitted(series, design);
    const inMinutes = fitted(
      series.map((value) => 60 * value),
      design,
    );
    const [here, there] = [settled(prewhitenedSpread(model)), settled(prewhitenedSpread(inMinutes))];
    expect(here.bandwidth).toBeGreaterThan(0);
    expect(there.bandwidth).toBeCloseTo(here.bandwidth, 8);
    expect(slopeVariance(inMinutes, there.spread) / slopeVariance(model, here.spread)).toBeCloseTo(3600, 6);
  });
});

function fitted(y: readonly number[], design: readonly (readonly number[])[]): LinearModel {
  return settled(fitLinearModel(y, design));
}

function slopeVariance(model: LinearModel, spread: ErrorSpread): number {
  const slope: Coefficient = settled(coefficientAt(model, spread, 1));
  return slope.se ** 2;
}

function settled<T extends object>(figure: T): Exclude<T, { readonly because: unknown }> {
  if ('because' in figure) throw new Error(`not estimable: ${figure.because}`);
  return figure as Exclude<T, { readonly because: unknown }>;
}

function expectAll(got: readonly number[], wanted: readonly number[]): void {
  expect(got).toHaveLength(wanted.length);
  wanted.forEach((value, at) => {
    expect(got[at]).toBeCloseTo(value, 12);
  });
}
