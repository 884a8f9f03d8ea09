import type { Period } from '@pembinaan/core';
import type { EvaluationSurroundings } from '../surroundings/surroundings.js';
import type { AlignedUnit } from './common-periods.js';
import { serversOf } from './confounders.js';
import { type JudgedFigure, judgedFigure } from './judged-figure.js';
import type { PlacedUnit } from './placed-unit.js';
import type { Confounder, OutcomeNote } from './round-estimates.js';
import type { RoundPolicy } from './round-policy.js';
import type { Round } from './rounds.js';
import { type Figure, periodsOfUnit, type UnitPeriods, withoutEarlierRound } from './unit-periods.js';

/** What measures a round's figures, and who else acts on its units. */
export type MeasuredSurroundings = Pick<EvaluationSurroundings, 'services' | 'acting'>;

/** One figure of the planned units around a round, judged by the planned design. */
export interface FigureAroundRound extends Pick<JudgedFigure, 'judgement' | 'hole'> {
  readonly units: readonly PlacedUnit[];
  /** From the first day of the baseline to the last day after; the window where nothing was measured; null where no batch was held. */
  readonly span: Period | null;
  readonly notes: readonly OutcomeNote[];
}

export function figureAroundRound(
  figure: Figure,
  round: Round,
  { services, acting }: MeasuredSurroundings,
  { minimumN }: RoundPolicy,
): FigureAroundRound {
  const { evaluation, window, nextRound } = round;
  const { serviceUnits, comparisonUnits, design } = evaluation;
  const planned = [
    ...[...new Set(serviceUnits)].map((unitId) => ({ unitId, role: 'served' }) as const),
    ...(design === 'prePost'
      ? []
      : [...new Set(comparisonUnits)].map((unitId) => ({ unitId, role: 'comparison' }) as const)),
  ];
  if (window === null) {
    const units = planned.map((unit) => ({ ...unit, before: [], during: [], after: [], leftOut: [] }));
    return { ...placed(judgedFigure(design, units), []), span: null };
  }
  const around = { window, nextRound, minimumN };
  const { units, earlierRound } = withoutEarlierRound(
    planned.map((unit) => periodsOfUnit(unit, services.get(unit.unitId), figure, around)),
    round,
  );
  const span = spanOf(units) ?? { from: window.before.from, to: window.after?.to ?? window.lastSession };
  const serversBy = new Map(
    units
      .filter(({ role }) => role === 'comparison')
      .map(({ unitId }) => [unitId, serversOf({ unitId, service: figure.service, span }, evaluation, acting)]),
  );
  const served = (unitId: string): readonly Confounder[] => serversBy.get(unitId) ?? [];
  const judged = judgedFigure(
    design,
    units.filter(({ unitId }) => served(unitId).length === 0),
  );
  const noMore = units.flatMap((unit) => {
    const servedBy = served(unit.unitId);
    return servedBy.length === 0 ? [] : [{ ...unit, servedBy }];
  });
  const found = placed(judged, noMore);
  return { ...found, span, notes: earlierRound ? ['earlierRound', ...found.notes] : found.notes };
}

/** The days that the periods of the served units cover. */
function spanOf(units: readonly UnitPeriods[]): Period | undefined {
  const periods = units
    .filter(({ role }) => role === 'served')
    .flatMap(({ before, after }) => [...before, ...after].map(({ period }) => period));
  const [from] = periods.map((period) => period.from).sort();
  const to = periods
    .map((period) => period.to)
    .sort()
    .at(-1);
  return from === undefined || to === undefined ? undefined : { from, to };
}

function placed(
  { judgement, hole, units, notes }: JudgedFigure,
  servedInWindow: readonly (UnitPeriods & Pick<PlacedUnit, 'servedBy'>)[],
): Omit<FigureAroundRound, 'span'> {
  return {
    judgement,
    hole,
    notes,
    units: [
      ...units.map((unit: AlignedUnit) => ({ ...unit, servedBy: [] })),
      ...servedInWindow.map((unit) => ({ ...unit, excluded: 'servedInWindow' as const })),
    ],
  };
}
