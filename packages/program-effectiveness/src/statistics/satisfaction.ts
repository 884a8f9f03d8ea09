import { mean, standardDeviation, sum } from './describe.js';
import { around, type Coefficient, type Interval, reachOf95 } from './interval.js';
import { type Because, because, type Estimates, estimates, isBecause } from './not-estimable.js';
import { twoGroups } from './two-groups.js';

/**
 * The answers of a public satisfaction survey (SKM): a row a respondent, in it one answer from 1 to 4 for each element, null where none.
 */
export type SurveyAnswers = readonly (readonly (number | null)[])[];

export type IkmGrade = 'A' | 'B' | 'C' | 'D';

/** Lower bounds of the grades in hundredths of the index, as the policy `ikm.bands` has them; below C is D. */
export type IkmBands = Readonly<Record<'A' | 'B' | 'C', number>>;

/** 65.00, 76.61 and 88.31 (Permenpan RB 14/2017). */
export const regulationIkmBands: IkmBands = { C: 65_00, B: 76_61, A: 88_31 };

/** The public satisfaction index (IKM) of one survey. */
export type Satisfaction = Estimates<SatisfactionFigures>;

interface IndexFigures {
  /** The mean score of each element, 1 to 4. */
  readonly nrr: readonly number[] | null;
  /** The mean of the elements, each with a weight of 1 over their number. */
  readonly index: number | null;
  /** 25 times the index: 25 to 100. */
  readonly ikm: number | null;
  /** Half up to two decimals; what is published and graded. */
  readonly ikmRounded: number | null;
  readonly grade: IkmGrade | null;
}

interface SatisfactionFigures extends IndexFigures {
  readonly respondents: number;
  readonly elements: number;
  /** How many answered each element. */
  readonly answered: readonly number[];
  /** The one with the lowest mean score, from 1; the first of several. */
  readonly lowestElement: number | null;
  /** Respondents who answered every element; the three figures below are of them. */
  readonly complete: number;
  /** The mean of 25 times each respondent's mean answer; differs from `ikm` where answers are missing. */
  readonly respondentMean: number | null;
  readonly respondentSd: number | null;
  readonly respondentInterval: Interval | null;
}

/**
 * The index from the answers themselves, with an interval that respondents, who are independent of each other, allow and elements do not.
 *
 * @param bands lower bounds of the grades; those of the regulation where not given
 * @returns `noScores` for the index where an element has no answer; `tooFew` for the interval of fewer than two complete respondents
 * @throws RangeError for rows that differ in length, and for answers that are not 1 to 4
 */
export function satisfaction(answers: SurveyAnswers, bands: IkmBands = regulationIkmBands): Satisfaction {
  requireAnswers(answers);
  const elements = answers[0]?.length ?? 0;
  const given = Array.from({ length: elements }, (_, element) =>
    answers.flatMap((row) => {
      const answer = row[element] ?? null;
      return answer === null ? [] : [answer];
    }),
  );
  const nrr = elements === 0 || given.some(({ length }) => length === 0) ? because('noScores') : given.map(mean);
  const indices = respondentIndices(answers);
  const [complete, sd] = [indices.length, indices.length < 2 ? null : standardDeviation(indices)];
  return estimates<SatisfactionFigures>({
    respondents: answers.length,
    elements,
    answered: given.map(({ length }) => length),
    ...indexOf(nrr, bands),
    lowestElement: isBecause(nrr) ? nrr : nrr.indexOf(Math.min(...nrr)) + 1,
    complete,
    respondentMean: complete === 0 ? because('noScores') : mean(indices),
    respondentSd: sd ?? tooFew(complete),
    respondentInterval:
      sd === null ? tooFew(complete) : around(mean(indices), reachOf95(complete - 1) * (sd / Math.sqrt(complete))),
  });
}

/** The index of a survey of which only totals are known. */
export type SatisfactionOfTotals = Estimates<IndexFigures>;

/**
 * The index from the sum of the answers to each element, all of which every respondent answered. Without the answers there is no interval.
 *
 * @param totals for each element, from `respondents` to four times as many
 * @returns `noScores` of no respondents or no elements
 * @throws RangeError for totals that so many answers of 1 to 4 cannot have
 */
export function satisfactionOfTotals(
  totals: readonly number[],
  respondents: number,
  bands: IkmBands = regulationIkmBands,
): SatisfactionOfTotals {
  if (!(Number.isInteger(respondents) && respondents >= 0)) {
    throw new RangeError(`Respondents are a whole number from 0 on, not ${respondents}.`);
  }
  const wrong = totals.find((total) => !(total >= respondents && total <= 4 * respondents));
  if (wrong !== undefined) {
    throw new RangeError(`${respondents} answers of 1 to 4 do not add up to ${wrong}.`);
  }
  const none = respondents === 0 || totals.length === 0;
  return estimates<IndexFigures>(
    indexOf(none ? because('noScores') : totals.map((total) => total / respondents), bands),
  );
}

/**
 * What the index would be with one and the same rounded weight for each element: with 0.11 for 1/9 no service reaches more than 99. For
 * telling where a published figure comes from, never for publishing one.
 */
export function ikmWithWeight(nrr: readonly number[], weight: number): number {
  return 25 * sum(nrr.map((score) => score * weight));
}

/**
 * The index to two decimals, half up on the decimal value: 64.995 is 65.00, although the nearest number to it in binary lies below.
 */
export function roundedIkm(ikm: number): number {
  return hundredthsOf(ikm) / 100;
}

/**
 * The grade of the index, rounded first, so that no index falls between the printed bands; null outside 25.00 to 100.00.
 *
 * @param bands lower bounds in hundredths; those of the regulation where not given
 */
export function ikmGrade(ikm: number, bands: IkmBands = regulationIkmBands): IkmGrade | null {
  const hundredths = hundredthsOf(ikm);
  if (!(hundredths >= 25_00 && hundredths <= 100_00)) return null;
  if (hundredths >= bands.A) return 'A';
  if (hundredths >= bands.B) return 'B';
  return hundredths >= bands.C ? 'C' : 'D';
}

/** From one survey to the next. */
export type SatisfactionChange = Estimates<SatisfactionChangeFigures>;

interface SatisfactionChangeFigures {
  /** After minus before, of the index as it is published, but not rounded. */
  readonly ikmChange: number | null;
  /** Of the complete respondents, who are not the same people in both surveys: Welch's test of their means. */
  readonly welch: Coefficient | null;
}

/** @throws RangeError as satisfaction, and for surveys of different elements */
export function satisfactionChange(before: SurveyAnswers, after: SurveyAnswers): SatisfactionChange {
  const [earlier, later] = [satisfaction(before), satisfaction(after)];
  if (before.length > 0 && after.length > 0 && earlier.elements !== later.elements) {
    throw new RangeError(`Surveys of ${earlier.elements} and of ${later.elements} elements cannot be compared.`);
  }
  const compared = twoGroups(respondentIndices(after), respondentIndices(before));
  return estimates<SatisfactionChangeFigures>({
    ikmChange: earlier.ikm === null || later.ikm === null ? because('noScores') : later.ikm - earlier.ikm,
    welch: compared.welch ?? because(compared.notEstimable.welch ?? 'tooFew'),
  });
}

/** 25 times the mean answer of each respondent who answered every element, in their order. */
export function respondentIndices(answers: SurveyAnswers): readonly number[] {
  return answers.flatMap((row) => {
    const given = row.filter((answer) => answer !== null);
    return given.length === 0 || given.length < row.length ? [] : [25 * mean(given)];
  });
}

function indexOf(nrr: readonly number[] | Because, bands: IkmBands) {
  if (isBecause(nrr)) return { nrr, index: nrr, ikm: nrr, ikmRounded: nrr, grade: nrr };
  const index = mean(nrr);
  const ikm = 25 * index;
  return { nrr, index, ikm, ikmRounded: roundedIkm(ikm), grade: ikmGrade(ikm, bands) ?? because('outOfScale') };
}

/** The small part above a half takes back what binary lost of a decimal half. */
function hundredthsOf(ikm: number): number {
  return Math.floor(ikm * 100 + 0.5 + 1e-7);
}

function tooFew(complete: number): Because {
  return because(complete === 0 ? 'noScores' : 'tooFew');
}

function requireAnswers(answers: SurveyAnswers): void {
  const elements = answers[0]?.length ?? 0;
  const uneven = answers.find((row) => row.length !== elements);
  if (uneven !== undefined) {
    throw new RangeError(
      `A respondent has ${uneven.length} answers where the first has ${elements}: null stands for a missing one.`,
    );
  }
  const wrong = answers.flat().find((answer) => answer !== null && !(answer >= 1 && answer <= 4));
  if (wrong !== undefined) throw new RangeError(`An answer is 1 to 4, and null where there is none, not ${wrong}.`);
}
