import * as z from 'zod';

/** How work or behaviour stands to what was expected (Permenpan RB 6/2022). */
export const Expectation = z.enum(['above', 'meets', 'below']);
export type Expectation = z.output<typeof Expectation>;

/** Predikat kinerja: very good, good, needs improvement, poor (also for misconduct), very poor. */
export const PerformancePredicate = z.enum(['sangatBaik', 'baik', 'butuhPerbaikan', 'kurang', 'sangatKurang']);
export type PerformancePredicate = z.output<typeof PerformancePredicate>;

/** The predicate for each pair of results (rows) and behaviour (columns). */
export type PredicateMatrix = Readonly<Record<Expectation, Readonly<Record<Expectation, PerformancePredicate>>>>;

/**
 * The performance predicate that follows from the results of the work and the behaviour at work.
 *
 * Source: the matrix of Permenpan RB 6/2022, given by the policy (`performance.matrix`).
 */
export function predicateOf(
  results: Expectation,
  behaviour: Expectation,
  matrix: PredicateMatrix,
): PerformancePredicate {
  return matrix[results][behaviour];
}
