import { dice } from '../regency/dice.js';
import type { KecamatanOffice } from './regency.js';

/** What is true of the services of a story, whatever is found out about it: shares, 0.25 is a quarter. */
export interface Truth {
  /** By how much people wait shorter in an office once its clerks are trained. */
  readonly effect: number;
  /** It takes them so many months to learn it: the effect grows to its full size. At once when absent. */
  readonly grownAfter?: number;
  /** By how much they wait shorter everywhere from the month of the training on, trained or not. */
  readonly everywhere: number;
  /** By how much the errors of trained clerks rise. */
  readonly moreErrors: number;
  /** How far the median of a month strays from what it should be: its standard deviation. */
  readonly noise: number;
}

export const truths = {
  works: { effect: 0.25, everywhere: 0, moreErrors: 0, noise: 0.025 },
  worksButErrorsRise: { effect: 0.25, everywhere: 0, moreErrors: 0.4, noise: 0.025 },
  nothing: { effect: 0, everywhere: 0, moreErrors: 0, noise: 0.025 },
  noisy: { effect: 0.12, everywhere: 0, moreErrors: 0, noise: 0.35 },
  everywhere: { effect: 0, everywhere: 0.25, moreErrors: 0, noise: 0.025 },
  barelyMissesTheMinimum: { effect: 0.16, grownAfter: 6, everywhere: 0, moreErrors: 0, noise: 0.012 },
} as const satisfies Readonly<Record<string, Truth>>;

/** A month of a service: waiting in seconds, errors in basis points, cases. */
export interface MonthFigures {
  readonly median: number;
  readonly p90: number;
  readonly errorRate: number;
  readonly n: number;
}

/** The offices whose clerks were trained, and the month from which on it is felt. */
export interface Training {
  readonly served: readonly KecamatanOffice[];
  readonly feltFrom: string;
}

/** The figures of an office in a month such as `2026-08`: the same at every run, whatever else is asked. */
export function figuresOf(
  { unitId, usualWait }: KecamatanOffice,
  month: string,
  truth: Truth,
  trainings: readonly Training[],
): MonthFigures {
  const training = trainings.find(
    ({ served, feltFrom }) => month >= feltFrom && served.some((one) => one.unitId === unitId),
  );
  const begun = trainings.some(({ feltFrom }) => month >= feltFrom);
  const of = (what: string) => dice(`${what} ${unitId} ${month}`);
  const effect = training === undefined ? 0 : truth.effect * grown(monthsFrom(training.feltFrom, month), truth);
  const shorter = (1 - effect) * (begun ? 1 - truth.everywhere : 1);
  const median = Math.round(usualWait * shorter * (1 + truth.noise * bell(of('waiting').next)));
  return {
    median,
    p90: Math.round(median * 2.1),
    errorRate: Math.round(
      400 * (training === undefined ? 1 : 1 + truth.moreErrors) * (1 + 0.02 * bell(of('errors').next)),
    ),
    n: of('cases').between(150, 230),
  };
}

/** How much of the effect is there after so many months. */
function grown(months: number, { grownAfter = 0 }: Truth): number {
  return months >= grownAfter ? 1 : months / grownAfter;
}

function monthsFrom(from: string, to: string): number {
  const count = (month: string): number => 12 * Number(month.slice(0, 4)) + Number(month.slice(5));
  return count(to) - count(from);
}

/** About normal, mean 0 and standard deviation 1, within two and a half of them: the sum of twelve uniform numbers, less six. */
function bell(next: () => number): number {
  let sum = -6;
  for (let drawn = 0; drawn < 12; drawn++) sum += next();
  return Math.max(-2.5, Math.min(2.5, sum));
}
