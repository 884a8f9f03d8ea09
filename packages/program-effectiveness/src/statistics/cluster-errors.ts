import { type Coefficient, coefficient } from './interval.js';
import type { ErrorSpread, LinearModel } from './linear-model.js';
import { addProduct, Matrix, solveTransposed, times, timesFunctionOf } from './matrices.js';
import { type Because, because } from './not-estimable.js';

/** What an observation belongs to; errors within one are free to depend on each other. */
export type ClusterKey = string | number;

/** The spread of errors that depend on each other within clusters, with the degrees of freedom its tests take. */
export interface ClusterSpread {
  readonly spread: ErrorSpread;
  /** Clusters minus 1. */
  readonly df: number;
  readonly clusters: number;
}

/**
 * CR1: the outer products of the sums of scores of each cluster, times G/(G-1) (n-1)/(n-k), as Stata has it; tests on G-1 degrees of
 * freedom (Liang and Zeger 1986).
 *
 * @param clusters one for each observation
 * @returns `tooFew` for fewer than two clusters
 * @throws RangeError where there is not one cluster for each observation
 */
export function clusterSpread(model: LinearModel, clusters: readonly ClusterKey[]): ClusterSpread | Because {
  const { n, k, residuals, q } = model;
  const groups = grouped(model, clusters);
  if (groups.length < 2) return because('tooFew');
  const factor = (groups.length / (groups.length - 1)) * ((n - 1) / (n - k));
  const spread = Matrix.zeros(k, k);
  for (const rows of groups) {
    const score = scoreOf(q, residuals, rows);
    addProduct(spread, score, score);
  }
  return { spread: spread.mul(factor), df: groups.length - 1, clusters: groups.length };
}

/**
 * A weighted sum of the coefficients with CR2 standard error and Satterthwaite's degrees of freedom (Bell and McCaffrey 2002; Pustejovsky
 * and Tipton 2018), for errors that are independent and of one size in the working model.
 *
 * With Q_g the rows of a cluster, the adjustment (I - Q_g Q_g')^(-1/2) acts on scores as (I - Q_g'Q_g)^(-1/2), which is of the size of the
 * model and not of the cluster. Where a cluster alone decides a direction, that direction gives nothing (the pseudo-inverse).
 *
 * @param weights one for each column
 * @returns `tooFew` for fewer than two clusters; `noSpread` where no cluster gives an error in this direction
 */
export function biasReducedContrast(
  model: LinearModel,
  clusters: readonly ClusterKey[],
  weights: readonly number[],
): Coefficient | Because {
  const { q, r, k, residuals, coefficients, sumOfSquares, df } = model;
  const groups = grouped(model, clusters);
  if (groups.length < 2) return because('tooFew');
  const towards = solveTransposed(r, weights);
  const length = Math.hypot(...towards);
  // Of length 1, so that fourth powers of it stay within what numbers hold.
  const direction = towards.map((value) => value / length);
  let variance = 0;
  // The sum of squares of the matrix P_gh = [g = h] v_g'a_g - a_g'a_h, without its off-diagonal part being built.
  let [trace, diagonal] = [0, 0];
  const products = Matrix.zeros(k, k);
  for (const rows of groups) {
    const own = Matrix.zeros(k, k);
    for (const row of rows) addProduct(own, q.getRow(row), q.getRow(row));
    const adjusted = timesFunctionOf(
      Matrix.sub(Matrix.eye(k), own),
      (room) => (room > 1e-12 ? 1 / Math.sqrt(room) : 0),
      direction,
    );
    variance += dot(adjusted, scoreOf(q, residuals, rows)) ** 2;
    const a = times(own, adjusted);
    const [whole, inner] = [dot(adjusted, a), dot(a, a)];
    trace += whole - inner;
    diagonal += whole * (whole - 2 * inner);
    addProduct(products, a, a);
  }
  if (!(variance > (1e-20 * sumOfSquares) / df)) return because('noSpread');
  const squared = diagonal + dot(products.to1DArray(), products.to1DArray());
  if (!(squared > 1e-20 * trace * trace)) return because('tooFew');
  return coefficient(dot(weights, coefficients), length * Math.sqrt(variance), (trace * trace) / squared);
}

/** The rows of each cluster, in the order in which clusters first appear. */
function grouped({ n }: LinearModel, clusters: readonly ClusterKey[]): readonly (readonly number[])[] {
  if (clusters.length !== n) {
    throw new RangeError(`${clusters.length} clusters were given for ${n} observations: give one for each.`);
  }
  const rowsOf = new Map<ClusterKey, number[]>();
  clusters.forEach((cluster, row) => {
    const rows = rowsOf.get(cluster);
    if (rows === undefined) rowsOf.set(cluster, [row]);
    else rows.push(row);
  });
  return [...rowsOf.values()];
}

/** Q_g'u_g of these rows. */
function scoreOf(q: Matrix, residuals: readonly number[], rows: readonly number[]): readonly number[] {
  return Array.from({ length: q.columns }, (_, column) =>
    rows.reduce((sum, row) => sum + q.get(row, column) * (residuals[row] ?? 0), 0),
  );
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}
