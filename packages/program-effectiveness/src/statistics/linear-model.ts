import { mean } from './describe.js';
import { type Coefficient, coefficient } from './interval.js';
import { besideEachOther, columnVector, Matrix, QrDecomposition, quadraticForm, solveTransposed } from './matrices.js';
import { type Because, because } from './not-estimable.js';

/** A linear model fitted by least squares. */
export interface LinearModel {
  /** Observations. */
  readonly n: number;
  /** Columns, the constant one among them. */
  readonly k: number;
  /** n - k, 1 or more. */
  readonly df: number;
  /** One for each column, in its order. */
  readonly coefficients: readonly number[];
  /** Observed minus fitted; all 0 where the fit is perfect. */
  readonly residuals: readonly number[];
  /** Of the residuals. */
  readonly sumOfSquares: number;
  /** Null where all responses are equal, and there is nothing to explain. */
  readonly rSquared: number | null;
  /** Which column is constant; null where none is. */
  readonly constant: number | null;
  /** The model meets every observation: no standard error follows from it, and no test. */
  readonly perfect: boolean;
  /** The QR decomposition of the columns; Q has orthonormal columns, R is upper triangular. */
  readonly q: Matrix;
  readonly r: Matrix;
}

/**
 * How the errors spread, as Q'(covariance of the errors)Q: the middle of the sandwich in the coordinates of Q, where the covariance of the
 * coefficients is R⁻¹ S R⁻ᵀ. Each estimator of standard errors is a way to this matrix.
 */
export type ErrorSpread = Matrix;

/**
 * Least squares by the QR decomposition of the columns, never by the inverse of X'X, which loses twice the digits.
 *
 * A response with a large mean (years, populations) is centred first where a column is constant. Columns count as `collinear` where one is,
 * to 1e-7 of its length, a combination of those before it; a fit as perfect where the residuals spread no more than 1e-12 of the largest
 * response.
 *
 * @param response one number for each observation
 * @param columns the columns of the design, each as long as the response; the constant one is among them where the model has one
 * @returns `tooFew` where n <= k
 * @throws RangeError for lengths that differ, and for numbers that are not finite
 */
export function fitLinearModel(
  response: readonly number[],
  columns: readonly (readonly number[])[],
): LinearModel | Because {
  requireShape(response, columns);
  const [n, k] = [response.length, columns.length];
  if (n <= k || k === 0) return because('tooFew');
  const qr = new QrDecomposition(besideEachOther(columns));
  const r = qr.upperTriangularMatrix;
  if (columns.some((column, at) => Math.abs(r.get(at, at)) <= 1e-7 * Math.sqrt(squares(column))))
    return because('collinear');

  const centre = mean(response);
  const centred = response.map((value) => value - centre);
  const at = columns.findIndex((column) => column[0] !== 0 && column.every((value) => value === column[0]));
  const constant = at === -1 ? null : at;
  const fitted = constant === null ? response : centred;
  const solved = qr.solve(columnVector(fitted)).to1DArray();
  const misses = fitted.map((value, row) =>
    columns.reduce((left, column, at) => left - (column[row] ?? 0) * (solved[at] ?? 0), value),
  );
  const missed = squares(misses);
  const total = squares(centred);
  if (!Number.isFinite(missed + total)) return because('overflow');
  const largest = response.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const perfect = Math.sqrt(missed / n) <= 1e-12 * largest;
  const flat = Math.sqrt(total / n) <= 1e-12 * largest;
  const sumOfSquares = perfect ? 0 : missed;
  return {
    n,
    k,
    df: n - k,
    coefficients: solved.map((value, at) => (at === constant ? value + centre / (columns[at]?.[0] ?? 1) : value)),
    residuals: perfect ? misses.map(() => 0) : misses,
    sumOfSquares,
    rSquared: flat ? null : 1 - sumOfSquares / total,
    constant,
    perfect,
    q: qr.orthogonalMatrix,
    r,
  };
}

/** Errors of one size, independent of each other: the classical standard errors. */
export function classicalSpread({ k, df, sumOfSquares }: LinearModel): ErrorSpread {
  return Matrix.eye(k, k, sumOfSquares / df);
}

/**
 * A weighted sum of the coefficients with its test against 0. `noSpread` where the fit is perfect or the spread leaves no error in this
 * direction (a standard error of 1e-10 of the classical one is rounding).
 *
 * @param weights one for each column
 * @param df of the t distribution; those of the residuals unless the estimator of the spread has its own
 */
export function contrast(
  model: LinearModel,
  spread: ErrorSpread,
  weights: readonly number[],
  df: number = model.df,
): Coefficient | Because {
  if (weights.length !== model.k) {
    throw new RangeError(`${weights.length} weights do not fit ${model.k} coefficients: give one for each.`);
  }
  const direction = solveTransposed(model.r, weights);
  const variance = quadraticForm(direction, spread);
  const classical = (model.sumOfSquares / model.df) * squares(direction);
  if (!(variance > 1e-20 * classical)) return because('noSpread');
  const estimate = weights.reduce((sum, weight, at) => sum + weight * (model.coefficients[at] ?? 0), 0);
  return coefficient(estimate, Math.sqrt(variance), df);
}

/** The coefficient of a column, from 0, with its test against 0. */
export function coefficientAt(
  model: LinearModel,
  spread: ErrorSpread,
  column: number,
  df: number = model.df,
): Coefficient | Because {
  return contrast(
    model,
    spread,
    model.coefficients.map((_, at) => (at === column ? 1 : 0)),
    df,
  );
}

function requireShape(response: readonly number[], columns: readonly (readonly number[])[]): void {
  const uneven = columns.find((column) => column.length !== response.length);
  if (uneven !== undefined) {
    throw new RangeError(`A column has ${uneven.length} numbers for ${response.length} responses: give one for each.`);
  }
  if (![response, ...columns].every((values) => values.every(Number.isFinite))) {
    throw new RangeError('A linear model takes finite numbers only: leave out what is missing before.');
  }
}

function squares(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}
