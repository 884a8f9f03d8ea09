import { chiSquareUpper } from './distributions.js';
import type { LinearModel } from './linear-model.js';
import { because, type Estimates, estimates } from './not-estimable.js';

/** How far the residuals of a series depend on those before. */
export type SerialCorrelation = Estimates<SerialCorrelationFigures>;

interface SerialCorrelationFigures {
  /** Durbin and Watson (1950): 2 where neighbours do not depend on each other, towards 0 the more they are alike. */
  readonly durbinWatson: number | null;
  /** Sum of u_t u_(t-1) over the sum of squares. */
  readonly lag1Autocorrelation: number | null;
  readonly ljungBox: LjungBox | null;
}

/** Whether the first `lag` autocorrelations together differ from 0 (Ljung and Box 1978); p by chi-square on `lag` degrees of freedom. */
export interface LjungBox {
  readonly lag: number;
  readonly q: number;
  readonly p: number;
}

/**
 * The serial correlation of the residuals of a model whose observations are in the order of time. The Ljung-Box test takes a fifth of the
 * series as lags, 12 at most. Null (`noSpread`) of a perfect fit; the test too of fewer than five periods (`tooFew`).
 */
export function serialCorrelation({ n, residuals, sumOfSquares, perfect }: LinearModel): SerialCorrelation {
  if (perfect) {
    const none = because('noSpread');
    return estimates<SerialCorrelationFigures>({ durbinWatson: none, lag1Autocorrelation: none, ljungBox: none });
  }
  const autocorrelation = (lag: number): number =>
    residuals.reduce((sum, value, at) => sum + value * (residuals[at + lag] ?? 0), 0) / sumOfSquares;
  const steps = residuals.reduce((sum, value, at) => sum + (at === 0 ? 0 : (value - (residuals[at - 1] ?? 0)) ** 2), 0);
  const lag = Math.min(12, Math.floor(n / 5));
  const q = lagsUpTo(lag).reduce((sum, back) => sum + (n * (n + 2) * autocorrelation(back) ** 2) / (n - back), 0);
  return estimates<SerialCorrelationFigures>({
    durbinWatson: steps / sumOfSquares,
    lag1Autocorrelation: autocorrelation(1),
    ljungBox: lag === 0 ? because('tooFew') : { lag, q, p: chiSquareUpper(q, lag) },
  });
}

function lagsUpTo(lag: number): readonly number[] {
  return Array.from({ length: lag }, (_, at) => at + 1);
}
