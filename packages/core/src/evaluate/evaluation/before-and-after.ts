import { isRejection, type Rejection } from '@pembinaan/event-sourcing';
import { G02 } from '../../governance/rules/index.js';
import type { ServiceCode, ServiceMetric } from '../../service/service-unit/events.js';
import { R32 } from '../../service/service-unit/rules.js';
import type { Measurement, ServiceUnit } from '../../service/service-unit/state.js';
import type { MeasurementId } from '../../values/ids.js';
import type { LocalDate } from '../../values/local-date.js';

/** Which two measurements of which metric are compared. */
export interface Asked {
  readonly service: ServiceCode;
  readonly metric: ServiceMetric;
  readonly beforeId: MeasurementId;
  readonly afterId: MeasurementId;
}

/** The values of a metric before and after, and the smaller number of cases. */
export interface BeforeAndAfter {
  readonly outcome: {
    readonly metric: ServiceMetric;
    readonly before: number;
    readonly after: number;
    readonly beforeId: MeasurementId;
    readonly afterId: MeasurementId;
  };
  readonly n: number;
}

/** Reads both measurements of a unit; refuses what does not lie on its side of the first session (R32). */
export function beforeAndAfter(unit: ServiceUnit, asked: Asked, firstSession: LocalDate): BeforeAndAfter | Rejection {
  const { metric, beforeId, afterId } = asked;
  const before = measurementOf(unit, beforeId, asked);
  if (isRejection(before)) return before;
  const after = measurementOf(unit, afterId, asked);
  if (isRejection(after)) return after;
  if (before.period.to >= firstSession) {
    return R32.refuse('baselineTooLate', { measurementId: beforeId, to: before.period.to, firstSession });
  }
  if (after.period.from <= firstSession) {
    return R32.refuse('afterTooEarly', { measurementId: afterId, from: after.period.from, firstSession });
  }
  return {
    outcome: { metric, before: before.value, after: after.value, beforeId, afterId },
    n: Math.min(before.n, after.n),
  };
}

function measurementOf(
  unit: ServiceUnit,
  measurementId: MeasurementId,
  { service, metric }: Asked,
): Measurement | Rejection {
  const found = unit.measurements.find((known) => known.measurementId === measurementId);
  if (found === undefined) return G02.refuse('notFound', { what: 'measurement', id: measurementId });
  const fits = found.service === service && found.metric === metric;
  return fits ? found : R32.refuse('otherMetric', { measurementId, service, metric });
}
