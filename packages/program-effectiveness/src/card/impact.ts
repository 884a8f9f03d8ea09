import type { EvaluationHistory } from '../program/program-history.js';
import type { Told } from '../program/told.js';
import type { Level } from './levels.js';
import { type Disclosed, disclosed } from './told-parts.js';

type Impact = EvaluationHistory['impacts'][number];

/**
 * A service before and after (level 4), as the evaluator recorded it: what was measured, and no judgement on what brought it about. It is
 * measured for a round, and so a batch has none.
 */
export interface ImpactAccount extends Disclosed {
  readonly evaluationId: string;
  readonly unitId: string;
  readonly service: string;
  readonly metric: string;
  /** Cases, of the period with fewer. */
  readonly n: number;
  /** Seconds for speeds, basis points for rates. */
  readonly before: number | null;
  readonly after: number | null;
  /** Relative improvement in basis points, less that of the comparison unit; negative is worse. */
  readonly improvement: number | null;
  readonly comparison: { readonly unitId: string; readonly before: number; readonly after: number } | null;
  /** The metric that must not suffer for it. */
  readonly guard: {
    readonly metric: string;
    readonly before: number;
    readonly after: number;
    readonly worsened: boolean;
  } | null;
  readonly told: Told;
}

export function impactsOf({ evaluations }: Level, minimumN: number): readonly ImpactAccount[] {
  return evaluations.flatMap(({ evaluationId, impacts }) =>
    impacts.map((impact): ImpactAccount => {
      const { unitId, service, outcome, n, told } = impact;
      const notTold = n >= minimumN ? null : n === 0 ? 'nobody' : 'tooFew';
      return {
        evaluationId,
        unitId,
        service,
        metric: outcome.metric,
        n,
        ...disclosed(notTold),
        ...(notTold === null ? figuresOf(impact) : NO_FIGURES),
        told,
      };
    }),
  );
}

type ImpactFigures = Pick<ImpactAccount, 'before' | 'after' | 'improvement' | 'comparison' | 'guard'>;

const NO_FIGURES: ImpactFigures = { before: null, after: null, improvement: null, comparison: null, guard: null };

function figuresOf({ outcome, improvement, comparison, guard }: Impact): ImpactFigures {
  return {
    before: outcome.before,
    after: outcome.after,
    improvement,
    comparison:
      comparison === undefined
        ? null
        : { unitId: comparison.unitId, before: comparison.outcome.before, after: comparison.outcome.after },
    guard:
      guard === undefined
        ? null
        : { metric: guard.metric, before: guard.before, after: guard.after, worsened: guard.worsened },
  };
}
