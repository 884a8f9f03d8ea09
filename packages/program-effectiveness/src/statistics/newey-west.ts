import type { ErrorSpread, LinearModel } from './linear-model.js';
import { Matrix, QrDecomposition, solve } from './matrices.js';
import { type Because, because } from './not-estimable.js';

/** The number of lags where none is given: floor(4 (n/100)^(2/9)), the rule after Newey and West (1994). */
export function neweyWestLag(n: number): number {
  return Math.floor(4 * (n / 100) ** (2 / 9));
}

/**
 * Errors of a series that depend on those of up to `lag` periods before, and differ in size (Newey and West 1987): Bartlett weights, no
 * prewhitening, times n/(n-k) unless `adjust` is false. The observations of the model are in the order of time.
 *
 * @throws RangeError unless the lag is a whole number from 0 to below n
 */
export function neweyWestSpread(
  model: LinearModel,
  { lag, adjust = true }: { readonly lag: number; readonly adjust?: boolean },
): ErrorSpread {
  if (!(Number.isInteger(lag) && lag >= 0 && lag < model.n)) {
    throw new RangeError(`A lag is a whole number from 0 to ${model.n - 1} in a series of ${model.n}, not ${lag}.`);
  }
  return bartlettSum(scoresOf(model), lag).mul(adjust ? model.n / model.df : 1);
}

/** A spread with the bandwidth that the series itself asked for. */
export interface AutomaticSpread {
  readonly spread: ErrorSpread;
  /** In periods; its whole part is the number of lags taken. */
  readonly bandwidth: number;
}

/**
 * The same with prewhitening by a first-order vector autoregression of the scores and the automatic bandwidth of Newey and West (1994),
 * without the factor n/(n-k): what the package sandwich of R gives when nothing is asked for. Shown for comparison; short series carry it
 * badly.
 *
 * @returns `noSpread` of a perfect fit; `tooFew` or `collinear` where the autoregression cannot be fitted
 */
export function prewhitenedSpread(model: LinearModel): AutomaticSpread | Because {
  const { n, k, perfect } = model;
  if (perfect) return because('noSpread');
  if (n - 1 <= k) return because('tooFew');
  const scores = scoresOf(model);
  const [earlier, later] = [scores.subMatrix(0, n - 2, 0, k - 1), scores.subMatrix(1, n - 1, 0, k - 1)];
  const qr = new QrDecomposition(earlier);
  const r = qr.upperTriangularMatrix;
  if (r.diag().some((value, at) => Math.abs(value) <= 1e-10 * Math.hypot(...earlier.getColumn(at))))
    return because('collinear');
  const autoregression = qr.solve(later);
  const whitened = Matrix.sub(later, earlier.mmul(autoregression));
  const bandwidth = bartlettBandwidth(model, whitened);
  if (!Number.isFinite(bandwidth)) return because('noSpread');
  const spread = bartlettSum(whitened, Math.min(Math.floor(bandwidth), n - 2));
  const back = solve(Matrix.sub(Matrix.eye(k), autoregression.transpose()), Matrix.eye(k));
  return { spread: back.mmul(spread).mmul(back.transpose()), bandwidth };
}

/**
 * 1.1447 ((s1/s0)² n)^(1/3), s0 and s1 from the autocovariances of the summed whitened scores up to floor(3 (n/100)^(2/9)) (Newey and West
 * 1994, table II C). The score of the constant column is left out of the sum.
 */
function bartlettBandwidth({ n, k, r, constant }: LinearModel, whitened: Matrix): number {
  const counted = Matrix.columnVector(Array.from({ length: k }, (_, column) => (column === constant && k > 1 ? 0 : 1)));
  const summed = whitened.mmul(r.mmul(counted)).to1DArray();
  const covariance = (lag: number): number =>
    summed.reduce((sum, value, at) => sum + value * (summed[at + lag] ?? 0), 0) / summed.length;
  const lags = Array.from({ length: Math.floor(3 * (n / 100) ** (2 / 9)) }, (_, at) => at + 1);
  const s0 = lags.reduce((sum, lag) => sum + 2 * covariance(lag), covariance(0));
  const s1 = lags.reduce((sum, lag) => sum + 2 * lag * covariance(lag), 0);
  return 1.1447 * ((s1 / s0) ** 2 * n) ** (1 / 3);
}

/** The scores q_t u_t, one row a period. */
function scoresOf({ n, k, q, residuals }: LinearModel): Matrix {
  const scores = new Matrix(n, k);
  residuals.forEach((residual, row) => {
    for (let column = 0; column < k; column += 1) scores.set(row, column, q.get(row, column) * residual);
  });
  return scores;
}

/** G_0 + sum of (1 - l/(L+1)) (G_l + G_l'), G_l the sum of s_t s_(t-l)'. */
function bartlettSum(scores: Matrix, lag: number): Matrix {
  const { rows, columns } = scores;
  const sum = new Matrix(columns, columns);
  for (let back = 0; back <= lag; back += 1) {
    const weight = back === 0 ? 0.5 : 1 - back / (lag + 1);
    for (let i = 0; i < columns; i += 1) {
      for (let j = 0; j < columns; j += 1) {
        let product = 0;
        for (let row = back; row < rows; row += 1) product += scores.get(row, i) * scores.get(row - back, j);
        sum.set(i, j, sum.get(i, j) + weight * product);
      }
    }
  }
  return sum.add(sum.transpose());
}
