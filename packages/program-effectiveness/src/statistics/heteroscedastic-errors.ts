import type { ErrorSpread, LinearModel } from './linear-model.js';
import { addProduct, Matrix } from './matrices.js';
import { type Because, because } from './not-estimable.js';

/** How the squared residuals are weighted: by 1, n/(n-k), 1/(1-h) and 1/(1-h)², h the leverage (White 1980; MacKinnon and White 1985). */
export type HeteroscedasticKind = 'HC0' | 'HC1' | 'HC2' | 'HC3';

/**
 * Errors of sizes that differ, independent of each other.
 *
 * @returns `tooFew` for HC2 and HC3 where an observation alone decides a coefficient, so that its residual tells nothing
 */
export function heteroscedasticSpread(model: LinearModel, kind: HeteroscedasticKind): ErrorSpread | Because {
  const { n, k, df, q, residuals } = model;
  const spread = Matrix.zeros(k, k);
  const factor = kind === 'HC1' ? n / df : 1;
  const power = { HC0: 0, HC1: 0, HC2: 1, HC3: 2 }[kind];
  for (const [row, residual] of residuals.entries()) {
    const direction = q.getRow(row);
    const room = 1 - direction.reduce((leverage, value) => leverage + value * value, 0);
    if (power > 0 && room < 1e-10) return because('tooFew');
    addProduct(spread, direction, direction, (factor * residual ** 2) / room ** power);
  }
  return spread;
}
