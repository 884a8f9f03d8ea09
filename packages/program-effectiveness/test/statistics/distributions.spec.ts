import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  betaCdf,
  betaQuantile,
  binomialCdf,
  chiSquareUpper,
  logGamma,
  noncentralityLimits,
  noncentralTCdf,
  normalCdf,
  normalQuantile,
  normalTwoSided,
  tCdf,
  tQuantile,
  tTwoSided,
} from '../../src/statistics/distributions.js';

/** To a relative error. */
function expectNear(got: number, wanted: number, relative: number): void {
  expect(Math.abs(got - wanted), `${got} beside ${wanted}`).toBeLessThanOrEqual(relative * Math.abs(wanted));
}

const share = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
const df = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.double({ min: 0.5, max: 1e5, noNaN: true }));

describe("Student's t", () => {
  it('has its closed forms on one and on two degrees of freedom', () => {
    expectNear(tCdf(-3, 1), 0.5 - Math.atan(3) / Math.PI, 1e-13);
    expectNear(tCdf(-3, 2), 0.5 - 3 / (2 * Math.sqrt(11)), 1e-13);
    expectNear(tQuantile(0.975, 1), Math.tan(Math.PI * 0.475), 1e-12);
  });

  it('keeps the digits of a p value far out', () => {
    // On one degree of freedom the two tails are 2 atan(1/t) / pi.
    expectNear(tTwoSided(1e9, 1), (2 * Math.atan(1e-9)) / Math.PI, 1e-12);
    expect(tTwoSided(40, 200)).toBeGreaterThan(0);
    expect(tTwoSided(-2, 9)).toBe(tTwoSided(2, 9));
  });

  it('has quantiles that its distribution function takes back', () => {
    fc.assert(fc.property(share, df, (p, v) => expectNear(tCdf(tQuantile(p, v), v), p, 1e-9)));
  });

  it('is the normal distribution on infinitely many degrees of freedom', () => {
    expect(tQuantile(0.975, Number.POSITIVE_INFINITY)).toBe(normalQuantile(0.975));
    expect(tTwoSided(1.5, Number.POSITIVE_INFINITY)).toBe(normalTwoSided(1.5));
  });

  it('refuses degrees of freedom and probabilities that are none', () => {
    expect(() => tCdf(1, 0)).toThrow(RangeError);
    expect(() => tQuantile(1, 5)).toThrow(RangeError);
    expect(() => tQuantile(Number.NaN, 5)).toThrow(RangeError);
  });
});

describe('The normal distribution', () => {
  it('has quantiles that its distribution function takes back, to the far ends', () => {
    for (const p of [1e-15, 1e-12, 1e-10, 1e-7, 0.001, 0.31]) expectNear(normalCdf(normalQuantile(p)), p, 1e-12);
    expect(normalQuantile(0.5)).toBeCloseTo(0, 15);
    expectNear(normalQuantile(0.975), -normalQuantile(0.025), 1e-12);
  });
});

describe('The noncentral t', () => {
  it('is Student’s t without noncentrality', () => {
    fc.assert(
      fc.property(fc.double({ min: -30, max: 30, noNaN: true }), fc.integer({ min: 1, max: 300 }), (t, v) => {
        fc.pre(tCdf(t, v) > 1e-12);
        expectNear(noncentralTCdf(t, v, 0), tCdf(t, v), 1e-11);
      }),
    );
  });

  it('has below 0 the share of the normal distribution below minus its noncentrality', () => {
    for (const ncp of [0.5, 3, -2, 6]) expectNear(noncentralTCdf(0, 7, ncp), normalCdf(-ncp), 1e-10);
  });

  it('is mirrored by the sign of its noncentrality', () => {
    expect(noncentralTCdf(2.5, 6, 1.5)).toBeCloseTo(1 - noncentralTCdf(-2.5, 6, -1.5), 12);
    expect(noncentralTCdf(250, 6, 200)).toBeCloseTo(1 - noncentralTCdf(-250, 6, -200), 12);
  });

  it('is the same by both of its sums where one takes over from the other', () => {
    for (const v of [1, 2, 5, 20, 100]) {
      const border = 10 * Math.sqrt(Math.max(v, 2));
      for (const ratio of [0.6, 0.9, 1.1, 1.5]) {
        const [under, over] = [
          noncentralTCdf(ratio * border, v, border),
          noncentralTCdf(ratio * border, v, border * (1 + 1e-12)),
        ];
        expect(Math.abs(under - over), `at ${v} degrees of freedom`).toBeLessThan(1e-10);
      }
    }
  });

  it('has limits of the noncentrality with 2.5% to either side, however large t is', () => {
    const cases = fc.tuple(fc.double({ min: -200, max: 200, noNaN: true }), fc.integer({ min: 1, max: 200 }));
    fc.assert(
      fc.property(cases, ([t, v]) => {
        const { low, high } = noncentralityLimits(t, v);
        expect(noncentralTCdf(t, v, low)).toBeCloseTo(0.975, 9);
        expect(noncentralTCdf(t, v, high)).toBeCloseTo(0.025, 9);
      }),
      { numRuns: 50 },
    );
    const huge = noncentralityLimits(1e6, 3);
    expect(noncentralTCdf(1e6, 3, huge.high)).toBeCloseTo(0.025, 9);
  });
});

describe('Chi-square, beta, binomial and gamma', () => {
  it('chi-square has an exponential tail on two degrees of freedom, and keeps its digits there', () => {
    for (const x of [0.1, 1, 3.9, 4.1, 30, 600]) expectNear(chiSquareUpper(x, 2), Math.exp(-x / 2), 1e-12);
    expect(chiSquareUpper(0, 3)).toBe(1);
  });

  it('the square of a normal is chi-square on one degree of freedom', () => {
    for (const z of [0.2, 1, 1.96, 6]) expectNear(chiSquareUpper(z * z, 1), normalTwoSided(z), 1e-12);
  });

  it('beta with a first shape of 1 has a closed form', () => {
    expectNear(betaQuantile(0.025, 1, 10), 1 - 0.975 ** 0.1, 1e-12);
    expectNear(betaCdf(0.2, 1, 4), 1 - 0.8 ** 4, 1e-12);
  });

  it('binomial adds up its terms', () => {
    expectNear(binomialCdf(1, 4, 0.3), 0.7 ** 4 + 4 * 0.3 * 0.7 ** 3, 1e-12);
    expect(binomialCdf(-1, 4, 0.3)).toBe(0);
    expect(binomialCdf(4, 4, 0.3)).toBe(1);
  });

  it('gamma continues the factorials', () => {
    expectNear(logGamma(11), Math.log(3_628_800), 1e-14);
    expectNear(logGamma(0.5), Math.log(Math.PI) / 2, 1e-14);
    expect(logGamma(1)).toBeCloseTo(0, 14);
    expect(() => logGamma(0)).toThrow(RangeError);
  });
});
