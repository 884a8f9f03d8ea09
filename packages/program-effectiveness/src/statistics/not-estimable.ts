/**
 * Why a figure is null. A figure that the data cannot carry is not 0, and not NaN: it is null, and its reason stands beside it.
 *
 * - `noPairs`, `noScores`: nobody has both scores; no score at all on one side
 * - `tooFew`: the figure needs more observations than there are
 * - `noSpread`: the standard deviation or standard error it is divided by is 0
 * - `perfectCorrelation`: the scores correlate at 1, and the figure divides by 1 - r
 * - `allTied`: no difference other than 0, nothing to rank or to count
 * - `atCeiling`: no room left to gain, or everybody at the end of the scale
 * - `noScale`, `noBenefit`, `noUncertainty`, `noUnits`: an input of the caller that the figure needs was not given
 * - `noneAssigned`: a group that nobody was assigned to
 * - `notInTable`: the table of the source has no row, or no limit, for this
 * - `zeroCount`: a count of 0 where the figure takes its logarithm or divides by it
 * - `zeroBaseline`: the level that it is a share of is 0
 * - `separation`: a cell of the two-by-two table is 0
 * - `unbounded`: the limit lies at infinity
 * - `effectNotPositive`, `zeroCost`: nothing to divide the cost by; a return on a cost of 0
 * - `collinear`: the columns of the model cannot be told apart
 * - `notConverged`: the iteration did not settle, or settled at the edge of what is stationary
 * - `outOfScale`: the value lies outside the scale of the instrument
 * - `overflow`: the figure is beyond what a number holds
 */
export type NotEstimable =
  | 'noPairs'
  | 'noScores'
  | 'tooFew'
  | 'noSpread'
  | 'perfectCorrelation'
  | 'allTied'
  | 'atCeiling'
  | 'noScale'
  | 'noBenefit'
  | 'noUncertainty'
  | 'noUnits'
  | 'noneAssigned'
  | 'notInTable'
  | 'zeroCount'
  | 'zeroBaseline'
  | 'separation'
  | 'unbounded'
  | 'effectNotPositive'
  | 'zeroCost'
  | 'collinear'
  | 'notConverged'
  | 'outOfScale'
  | 'overflow';

/** Stands in the place of a figure while a result is put together. */
export interface Because {
  readonly because: NotEstimable;
}

export function because(reason: NotEstimable): Because {
  return { because: reason };
}

/** The same reason for each of several figures. */
export function allBecause<K extends string>(names: readonly K[], reason: Because): Readonly<Record<K, Because>> {
  // One entry for each name: the compiler knows the values of entries, and not their names.
  return Object.fromEntries(names.map((name) => [name, reason])) as Record<K, Because>;
}

export function isBecause(figure: unknown): figure is Because {
  return typeof figure === 'object' && figure !== null && 'because' in figure;
}

/** The names of the figures of F that may be null. */
export type NullableFigure<F> = { [K in keyof F]: null extends F[K] ? K : never }[keyof F];

/** Figures, and for each that is null the reason: never a null without one, never a reason without a null. */
export type Estimates<F> = Readonly<F> & {
  readonly notEstimable: Readonly<Partial<Record<NullableFigure<F>, NotEstimable>>>;
};

/** F before it is settled: each figure that may be null is a value or the reason why there is none. */
export type Figures<F> = { readonly [K in keyof F]: null extends F[K] ? NonNullable<F[K]> | Because : F[K] };

/**
 * Settles a result: each reason becomes a null and an entry of `notEstimable`. A figure that overflowed (or an interval or
 * coefficient with such a part) is not handed on as Infinity or NaN but is null because of `overflow`.
 */
export function estimates<F extends object>(figures: Figures<F>): Estimates<F> {
  const settled: Record<string, unknown> = {};
  const notEstimable: Record<string, NotEstimable> = {};
  for (const [name, value] of Object.entries(figures)) {
    const reason = isBecause(value) ? value.because : holds(value) ? null : 'overflow';
    settled[name] = reason === null ? value : null;
    if (reason !== null) notEstimable[name] = reason;
  }
  // What the loop builds has the shape by construction, name by name; the compiler cannot follow a loop over names.
  return { ...settled, notEstimable } as unknown as Estimates<F>;
}

/** A figure of a settled result, with its reason where it is null: to go on from it in another result. */
export function figure<T>(value: T | null, reason: NotEstimable | undefined): T | Because {
  return value ?? because(reason ?? 'tooFew');
}

/** The value of a figure that may be missing, turned by a function; a missing one stays missing for the same reason. */
export function fromFigure<A, B>(figure: A | Because, turn: (value: A) => B | Because): B | Because {
  return isBecause(figure) ? figure : turn(figure);
}

function holds(figure: unknown): boolean {
  if (typeof figure === 'number') return Number.isFinite(figure);
  if (typeof figure !== 'object' || figure === null) return true;
  return Object.values(figure).every(holds);
}
