import { fitLinearModel, type LinearModel } from './linear-model.js';
import { addProduct, Matrix, solve } from './matrices.js';
import { type Because, because, isBecause } from './not-estimable.js';

/** A linear model whose errors follow their predecessor, and how closely they do. */
export interface PraisWinsten {
  /** The correlation of an error with the one before; between -1 and 1, both excluded. */
  readonly rho: number;
  /**
   * The model of the transformed series: its coefficients are those of the series, its classical spread gives their errors. It has no
   * r squared, which would tell about the transformed series only.
   */
  readonly model: LinearModel;
  readonly iterations: number;
}

/**
 * Generalised least squares for first-order autoregressive errors (Prais and Winsten 1954) of a model whose observations are in the order
 * of time.
 *
 * rho is the sum of e_t e_(t-1) over the sum of e_(t-1)², t from the second period; the first row is kept, times sqrt(1 - rho²). Both are
 * repeated until rho moves by less than 1e-12.
 *
 * @param ordinary the model of the series by ordinary least squares, from which the iteration begins
 * @param columns those that it was fitted with
 * @returns `noSpread` where the fit is perfect; `notConverged` where rho leaves (-1, 1), as in a random walk, or does not settle
 */
export function praisWinsten(ordinary: LinearModel, columns: readonly (readonly number[])[]): PraisWinsten | Because {
  if (ordinary.perfect) return because('noSpread');
  const leftAt = autoregressiveErrors(ordinary);
  let before = 0;
  let errors = ordinary.residuals;
  for (let iterations = 1; iterations <= 500; iterations += 1) {
    const rho = followsBy(errors);
    if (!(Math.abs(rho) < 1)) return because('notConverged');
    if (Math.abs(rho - before) < 1e-12) return fittedAt(rho, ordinary, columns, iterations);
    before = rho;
    errors = leftAt(rho);
  }
  return because('notConverged');
}

/** The model of the transformed series, by QR as every model. */
function fittedAt(
  rho: number,
  ordinary: LinearModel,
  columns: readonly (readonly number[])[],
  iterations: number,
): PraisWinsten | Because {
  // The residuals stand for the response: the same model but for its coefficients, which come out as what is to be added.
  const moved = fitLinearModel(
    transformed(ordinary.residuals, rho),
    columns.map((column) => transformed(column, rho)),
  );
  if (isBecause(moved)) return moved;
  const coefficients = ordinary.coefficients.map((value, at) => value + (moved.coefficients[at] ?? 0));
  return { rho, model: { ...moved, coefficients, rSquared: null }, iterations };
}

/**
 * The errors e that generalised least squares leaves at a given rho. In the coordinates of Q, whose columns are orthonormal, a step of the
 * iteration solves a system of the size of the model, (Q'WQ) d = Q'Wu, and e = u - Qd; the inverse covariance W of the errors has 1 +
 * rho² on its diagonal (1 at both ends) and -rho beside it.
 */
function autoregressiveErrors({ n, k, q, residuals }: LinearModel): (rho: number) => readonly number[] {
  const [neighbours, ends] = [new Matrix(k, k), new Matrix(k, k)];
  const [neighbourScores, endScores] = [new Matrix(k, 1), new Matrix(k, 1)];
  for (const [row, residual] of residuals.entries()) {
    const [direction, next, nextResidual] = [
      q.getRow(row),
      row + 1 < n ? q.getRow(row + 1) : [],
      residuals[row + 1] ?? 0,
    ];
    addProduct(neighbours, direction, next);
    addProduct(neighbours, next, direction);
    addProduct(neighbourScores, direction, [nextResidual]);
    addProduct(neighbourScores, next, [residual]);
    if (row > 0 && row + 1 < n) continue;
    addProduct(ends, direction, direction);
    addProduct(endScores, direction, [residual]);
  }
  return (rho) => {
    const weighted = Matrix.eye(k, k, 1 + rho * rho);
    // Q'u is 0: what is left of Q'Wu are the neighbours and the ends.
    const scores = new Matrix(k, 1);
    for (const [sum, neighbour, end] of [
      [weighted, neighbours, ends],
      [scores, neighbourScores, endScores],
    ] as const) {
      sum.sub(Matrix.mul(neighbour, rho)).sub(Matrix.mul(end, rho * rho));
    }
    const moved = solve(weighted, scores).to1DArray();
    return residuals.map((residual, row) => moved.reduce((left, value, at) => left - q.get(row, at) * value, residual));
  };
}

function followsBy(errors: readonly number[]): number {
  let [product, square] = [0, 0];
  errors.forEach((error, at) => {
    const next = errors[at + 1];
    if (next === undefined) return;
    product += next * error;
    square += error * error;
  });
  return product / square;
}

function transformed(series: readonly number[], rho: number): readonly number[] {
  return series.map((value, at) => (at === 0 ? Math.sqrt(1 - rho * rho) * value : value - rho * (series[at - 1] ?? 0)));
}
