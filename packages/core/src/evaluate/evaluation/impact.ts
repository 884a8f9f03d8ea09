import { type IssuedOf, isRejection, type Rejection } from '@pembinaan/event-sourcing';
import type * as z from 'zod';
import { R32 } from '../../service/service-unit/rules.js';
import type { ServiceUnit } from '../../service/service-unit/state.js';
import type { LocalDate } from '../../values/local-date.js';
import { type BeforeAndAfter, beforeAndAfter } from './before-and-after.js';
import type { MeasureProgramImpact } from './commands.js';
import type { ProgramImpactMeasured } from './events.js';
import { relativeImprovement, worsenedBeyond } from './relative-improvement.js';
import { R24 } from './rules.js';
import type { Evaluation, PlannedMetric } from './state.js';

type Planned = Exclude<Evaluation, { status: 'none' }>;
type AskedImpact = IssuedOf<typeof MeasureProgramImpact>['data'];
type Impact = Omit<z.output<typeof ProgramImpactMeasured.schema>, 'programId' | 'measuredBy'>;

/** From where the values of an impact are read. */
export interface Sources {
  readonly unit: ServiceUnit;
  readonly comparisonUnit: ServiceUnit | undefined;
  readonly firstSession: LocalDate;
  /** How much a guard may worsen, basis points. */
  readonly guardTolerance: number;
}

/** The metric of the plan that is to be measured in that unit; refuses what was not planned (R32). */
export function plannedMetric(evaluation: Planned, asked: AskedImpact): PlannedMetric | Rejection {
  const { unitId, service, metric, comparison } = asked;
  const planned = evaluation.metrics.find((known) => known.service === service && known.metric === metric);
  if (planned === undefined) return R32.refuse('metricNotPlanned', { service, metric });
  if (!evaluation.serviceUnits.includes(unitId)) return R32.refuse('unitNotPlanned', { unitId });
  if (comparison !== undefined && !evaluation.comparisonUnits.includes(comparison.unitId)) {
    return R32.refuse('unitNotPlanned', { unitId: comparison.unitId });
  }
  if (comparison === undefined && evaluation.design === 'comparison') {
    return R32.refuse('comparisonMissing', { service, metric });
  }
  return planned;
}

/** The impact on one metric of one unit, from the measurements that were named (R24, R32). */
export function impactOf(asked: AskedImpact, { guardMetric }: PlannedMetric, sources: Sources): Impact | Rejection {
  const { unitId, service, metric, comparison } = asked;
  const { unit, comparisonUnit, firstSession, guardTolerance } = sources;

  const measured = beforeAndAfter(unit, asked, firstSession);
  if (isRejection(measured)) return measured;
  const compared =
    comparison && comparisonUnit && beforeAndAfter(comparisonUnit, { ...comparison, service, metric }, firstSession);
  if (isRejection(compared)) return compared;
  const guard = guardMetric && guardOf(asked, guardMetric, unit, firstSession);
  if (isRejection(guard)) return guard;

  return {
    unitId,
    service,
    outcome: measured.outcome,
    ...(comparison && compared && { comparison: { unitId: comparison.unitId, outcome: compared.outcome } }),
    improvement: relativeImprovement(measured.outcome, compared?.outcome),
    ...(guard && { guard: { ...guard.outcome, worsened: worsenedBeyond(guard.outcome, guardTolerance) } }),
    n: measured.n,
  };
}

function guardOf(
  { service, guardBeforeId, guardAfterId }: AskedImpact,
  guardMetric: NonNullable<PlannedMetric['guardMetric']>,
  unit: ServiceUnit,
  firstSession: LocalDate,
): BeforeAndAfter | Rejection {
  if (guardBeforeId === undefined || guardAfterId === undefined) {
    return R24.refuse('guardNotMeasured', { service, guardMetric });
  }
  const asked = { service, metric: guardMetric, beforeId: guardBeforeId, afterId: guardAfterId };
  return beforeAndAfter(unit, asked, firstSession);
}
