import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ikmGrade,
  ikmWithWeight,
  roundedIkm,
  satisfaction,
  satisfactionChange,
  satisfactionOfTotals,
} from '../../src/statistics/index.js';
import { brokenLaws } from './broken-laws.js';

const two = [
  [4, 3],
  [2, 3],
];

describe('The satisfaction index', () => {
  it('is 25 times the mean of the elements', () => {
    const survey = satisfaction([...two, [3, null]]);
    expect(survey.nrr).toEqual([3, 3]);
    expect(survey).toMatchObject({
      respondents: 3,
      elements: 2,
      answered: [3, 2],
      index: 3,
      ikm: 75,
      ikmRounded: 75,
      grade: 'C',
    });
    expect(survey.lowestElement).toBe(1);
  });

  it('has an interval that respondents allow who answered everything', () => {
    const survey = satisfaction([...two, [1, null]]);
    expect(survey).toMatchObject({ complete: 2, respondentMean: 75 });
    expect(survey.respondentSd).toBeCloseTo(25 / Math.SQRT2, 12);
    // 12.706 is the 97.5% point of t on one degree of freedom.
    expect(survey.respondentInterval?.high).toBeCloseTo(75 + 12.7062047361747 * 12.5, 8);
  });

  it('comes from totals where there is nothing else', () => {
    const survey = satisfactionOfTotals([32, 31, 29, 36, 33, 34, 35, 30, 31], 10);
    expect(survey).toMatchObject({ ikmRounded: 80.83, grade: 'B' });
    expect(satisfactionOfTotals([], 10).notEstimable.ikm).toBe('noScores');
    expect(satisfactionOfTotals([0, 0], 0).notEstimable.grade).toBe('noScores');
  });

  it('reaches 100 with whole weights, and 99 with 0.11', () => {
    const best = satisfactionOfTotals(
      Array.from({ length: 9 }, () => 40),
      10,
    );
    expect(best).toMatchObject({ ikm: 100, grade: 'A' });
    expect(ikmWithWeight(best.nrr ?? [], 0.11)).toBeCloseTo(99, 12);
  });

  it('is rounded half up before it is graded, so that no index falls between two grades', () => {
    expect([64.994, 64.995, 76.604, 76.605, 88.305].map(roundedIkm)).toEqual([64.99, 65, 76.6, 76.61, 88.31]);
    expect([64.994, 64.995, 76.604, 76.605, 88.304, 88.305].map((ikm) => ikmGrade(ikm))).toEqual([
      'D',
      'C',
      'C',
      'B',
      'B',
      'A',
    ]);
    expect([24.99, 25, 100, 100.01].map((ikm) => ikmGrade(ikm))).toEqual([null, 'D', 'A', null]);
  });

  it('is rounded by the decimals it is written with, not by the binary number below them', () => {
    expect(32.035 * 100).toBeLessThan(3203.5);
    expect(roundedIkm(32.035)).toBe(32.04);
  });

  it('is graded by the bands of the policy where it has its own', () => {
    expect(ikmGrade(62.5, { C: 43_75, B: 62_50, A: 81_25 })).toBe('B');
    expect(satisfaction(two, { C: 43_75, B: 62_50, A: 81_25 }).grade).toBe('B');
  });

  it('needs an answer to each element, and two complete respondents for its interval', () => {
    expect(satisfaction([]).notEstimable).toMatchObject({ ikm: 'noScores', respondentMean: 'noScores' });
    expect(satisfaction([[4, null]]).notEstimable).toMatchObject({ nrr: 'noScores', lowestElement: 'noScores' });
    expect(satisfaction([[4, 3]])).toMatchObject({
      ikm: 87.5,
      respondentMean: 87.5,
      notEstimable: { respondentInterval: 'tooFew' },
    });
  });

  it('refuses answers that are none', () => {
    for (const answer of [0, 5, Number.NaN]) expect(() => satisfaction([[4, answer]])).toThrow(RangeError);
    expect(() => satisfaction([[4, 3], [4]])).toThrow(RangeError);
    expect(() => satisfactionOfTotals([9], 10)).toThrow(RangeError);
    expect(() => satisfactionOfTotals([41], 10)).toThrow(RangeError);
    expect(() => satisfactionOfTotals([1], 0.5)).toThrow(RangeError);
    expect(() => satisfactionChange([[4, 3]], [[4]])).toThrow(RangeError);
  });

  it('changes between surveys of different people', () => {
    const change = satisfactionChange(two, [
      [4, 4],
      [4, 3],
    ]);
    expect(change.ikmChange).toBeCloseTo(18.75, 12);
    expect(change.welch?.estimate).toBeCloseTo(18.75, 12);
    expect(change.welch?.se).toBeCloseTo(Math.sqrt(312.5 / 2 + 78.125 / 2), 12);
    expect(satisfactionChange([], two).notEstimable).toEqual({ ikmChange: 'noScores', welch: 'noScores' });
  });

  it('is finite or has a reason, whatever was answered', () => {
    const answers = fc.integer({ min: 1, max: 4 }).chain((elements) =>
      fc.array(fc.array(fc.option(fc.integer({ min: 1, max: 4 })), { minLength: elements, maxLength: elements }), {
        maxLength: 8,
      }),
    );
    fc.assert(
      fc.property(answers, (rows) => {
        const survey = satisfaction(rows);
        expect(brokenLaws(survey)).toEqual([]);
        expect(brokenLaws(satisfactionChange(rows, rows))).toEqual([]);
        if (survey.ikm !== null) expect(survey.ikm).toBeGreaterThanOrEqual(25);
        if (survey.ikm !== null) expect(survey.ikm).toBeLessThanOrEqual(100);
      }),
    );
  });
});
