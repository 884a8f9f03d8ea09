import type { EvaluationHistory } from '../program/program-history.js';
import type { FigureAroundRound } from './figure-around-round.js';
import { countingAs, fewestCases } from './placed-unit.js';
import type { Confounder, GuardEstimate, MissingPart, OutcomeBar, StrongerWith } from './round-estimates.js';
import type { Round } from './rounds.js';

/** What is not there, in the order of {@link MissingPart}. */
export function missingIn({
  found: { units },
  guard,
  planned: { metric, guardMetric },
  round: { window, evaluation },
}: {
  readonly found: FigureAroundRound;
  readonly guard: GuardEstimate | null;
  readonly planned: EvaluationHistory['metrics'][number];
  readonly round: Round;
}): readonly MissingPart[] {
  if (window === null) return ['notHeld'];
  const served = units.filter(({ role }) => role === 'served');
  const compares = evaluation.design === 'comparison' || units.length > served.length;
  const isSpeed = metric === 'waiting' || metric === 'processing';
  const parts: readonly (readonly [MissingPart, boolean])[] = [
    ['noBaseline', served.some(({ before }) => before.length === 0)],
    ['noAfter', served.some(({ after }) => after.length === 0)],
    ['noComparison', compares && countingAs('comparison', units).length === 0],
    ['guardNotMeasured', guard !== null && guard.worsened === null],
    ['guardNotPlanned', isSpeed && guardMetric === undefined],
    ['fewCases', units.some((unit) => unit.excluded === null && fewestCases(unit) < evaluation.minimumN)],
  ];
  return parts.flatMap(([part, isMissing]) => (isMissing ? [part] : []));
}

/** What stands against a claim for the programme. */
export function barsOf({
  found: { judgement, units, hole },
  guard,
  missing,
  confoundedBy,
  evaluation,
}: {
  readonly found: FigureAroundRound;
  readonly guard: GuardEstimate | null;
  readonly missing: readonly MissingPart[];
  readonly confoundedBy: readonly Confounder[];
  readonly evaluation: EvaluationHistory;
}): readonly OutcomeBar[] {
  if (missing.includes('notHeld')) return [];
  const better = judgement.direction === 'better';
  const lost = units.some(({ role, excluded }) => role === 'served' && excluded !== null);
  const unguarded = missing.includes('guardNotMeasured') || missing.includes('guardNotPlanned');
  const bars: readonly (readonly [OutcomeBar, boolean])[] = [
    ['confounded', confoundedBy.length > 0],
    ['fewCases', missing.includes('fewCases')],
    ['unitsLost', lost && evaluation.design !== 'comparison'],
    ['hole', hole],
    ['guardWorsened', better && guard?.worsened === true],
    ['guardNotMeasured', better && unguarded],
  ];
  return bars.flatMap(([bar, stands]) => (stands ? [bar] : []));
}

/** These speak against calling it better, and not against the figures. */
export function barsOnlyBetter(bar: OutcomeBar): boolean {
  return bar === 'guardWorsened' || bar === 'guardNotMeasured';
}

/** What a plan that could carry more would have needed. */
export function strongerWith(
  { units, judgement }: FigureAroundRound,
  design: EvaluationHistory['design'],
): readonly StrongerWith[] {
  const served = countingAs('served', units).length;
  const comparison = countingAs('comparison', units).length;
  const { periodsBefore, periodsAfter } = judgement.n;
  const asked = { prePost: served < 2 ? 3 : 2, comparison: 2, timeSeries: 0 }[design];
  const wanted: readonly (readonly [StrongerWith, boolean])[] = [
    ['comparisonUnits', comparison < fewestToCompare(served)],
    ['moreServedUnits', served < 2],
    ['morePeriodsBefore', (periodsBefore ?? 0) < asked],
    ['longerSeries', design === 'timeSeries' && Math.min(periodsBefore ?? 0, periodsAfter ?? 0) < 8],
  ];
  return wanted.flatMap(([want, isWanted]) => (isWanted ? [want] : []));
}

/**
 * The fewest units to compare with beside so many that are served: with fewer, more than 5% of the arrangements of the same units show any
 * difference, so that none can be told from chance.
 */
function fewestToCompare(served: number): number {
  return [5, 5, 5, 4, 3][served] ?? 2;
}
