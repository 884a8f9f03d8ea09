/** The one door to the library of matrices: what the models use of it, and nothing else. */
import { EigenvalueDecomposition, Matrix, QrDecomposition, solve } from 'ml-matrix';

export { Matrix, QrDecomposition, solve };

/** The column vector of these numbers. */
export function columnVector(values: readonly number[]): Matrix {
  const vector = new Matrix(values.length, 1);
  values.forEach((value, row) => {
    vector.set(row, 0, value);
  });
  return vector;
}

/** The columns side by side, all of the same length. */
export function besideEachOther(columns: readonly (readonly number[])[]): Matrix {
  const matrix = new Matrix(columns[0]?.length ?? 0, columns.length);
  columns.forEach((column, at) => {
    column.forEach((value, row) => {
      matrix.set(row, at, value);
    });
  });
  return matrix;
}

/** x with R'x = w, for an upper triangular R without zeros on its diagonal: forward substitution. */
export function solveTransposed(r: Matrix, w: readonly number[]): readonly number[] {
  const x: number[] = [];
  w.forEach((value, row) => {
    const known = x.reduce((sum, solved, column) => sum + r.get(column, row) * solved, 0);
    x.push((value - known) / r.get(row, row));
  });
  return x;
}

/** v'Mv of a square M. */
export function quadraticForm(v: readonly number[], m: Matrix): number {
  return v.reduce((sum, a, row) => sum + a * v.reduce((inner, b, column) => inner + m.get(row, column) * b, 0), 0);
}

/** Mv. */
export function times(m: Matrix, v: readonly number[]): readonly number[] {
  return Array.from({ length: m.rows }, (_, row) =>
    v.reduce((sum, value, column) => sum + m.get(row, column) * value, 0),
  );
}

/** Adds a multiple of ab' to a matrix, in place. */
export function addProduct(matrix: Matrix, a: readonly number[], b: readonly number[], multiple = 1): void {
  a.forEach((left, row) => {
    b.forEach((right, column) => {
      matrix.set(row, column, matrix.get(row, column) + multiple * left * right);
    });
  });
}

/** f(S)v of a symmetric matrix S, f acting on its eigenvalues: with f the square root, the symmetric root of S times v. */
export function timesFunctionOf(
  symmetric: Matrix,
  f: (eigenvalue: number) => number,
  v: readonly number[],
): readonly number[] {
  const { eigenvectorMatrix, realEigenvalues } = new EigenvalueDecomposition(symmetric, { assumeSymmetric: true });
  const along = realEigenvalues.map(
    (eigenvalue, column) =>
      f(eigenvalue) * v.reduce((sum, value, row) => sum + eigenvectorMatrix.get(row, column) * value, 0),
  );
  return times(eigenvectorMatrix, along);
}
