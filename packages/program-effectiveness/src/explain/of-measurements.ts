import { type Bilingual, idOf } from '@pembinaan/event-sourcing';
import type { LeftOutBecause, UnitInOutcome } from '../estimates/index.js';
import type { Measurement } from '../surroundings/service-history.js';
import type { ProgramStep } from './explanation.js';
import { entriesAround, type KnownAround, type RoundFacts } from './facts.js';
import { because, type ProgramObstacle, replacedBy, toldStep } from './steps.js';
import { personalStep } from './steps-of-people.js';
import { excludedUnits, leftOut } from './words.js';

/** One figure of a round: a metric of a service, with the planned units. */
export interface FigureOfUnits {
  readonly service: string;
  readonly metric: Measurement['metric'];
  readonly units: readonly UnitInOutcome[];
}

type Measured = Extract<KnownAround, { readonly type: 'ServiceBaselineEstablished' | 'ServiceMeasurementRecorded' }>;

/** Every measurement of the figure in every planned unit: whether it counts, and why not. */
export function measurementSteps(figure: FigureOfUnits, facts: RoundFacts): readonly ProgramStep[] {
  const { serviceUnits, comparisonUnits } = facts.planned;
  const all = entriesAround(facts, 'ServiceBaselineEstablished', 'ServiceMeasurementRecorded');
  return [...serviceUnits, ...comparisonUnits].flatMap((unitId) => {
    const unit = figure.units.find((known) => known.unitId === unitId);
    return all
      .filter(({ stream, data }) => idOf(stream) === unitId && isOf(figure, data))
      .toSorted(inTime)
      .map((entry) => {
        const step = entry.data.n < facts.minimumN ? personalStep : toldStep;
        return step(entry, facts, obstacle(entry, unit, facts));
      });
  });
}

function isOf({ service, metric }: FigureOfUnits, data: Measured['data']): boolean {
  return data.service === service && data.metric === metric;
}

/** By the beginning of their periods, what corrects something after what it corrects. */
function inTime(a: Measured, b: Measured): number {
  const [x, y] = [a.data.period.from, b.data.period.from];
  return x === y ? a.revision - b.revision : x < y ? -1 : 1;
}

function obstacle(
  { eventId, data, stream }: Measured,
  unit: UnitInOutcome | undefined,
  facts: RoundFacts,
): ProgramObstacle | undefined {
  const { measurementId } = data;
  const standing = facts.services
    .get(idOf(stream))
    ?.measurements.find((measurement) => measurement.measurementId === measurementId);
  if (standing?.told.eventId !== eventId) return replacedBy(standing?.told);
  if (unit === undefined) return because('notInDesign', NOT_IN_DESIGN);
  const left = unit.leftOut.find((one) => one.measurementId === measurementId);
  if (left !== undefined) return because(left.why, whyLeftOut(left.why, facts));
  if (unit.excluded !== null) return because(unit.excluded, excludedUnits[unit.excluded]);
  return [...unit.before, ...unit.after].some((id) => id === measurementId) ? undefined : because('notHeld', NOT_HELD);
}

function whyLeftOut(why: LeftOutBecause, { minimumN }: RoundFacts): Bilingual {
  if (why !== 'fewCases') return leftOut[why];
  return {
    en: `it rests on fewer than ${minimumN} cases, of which nothing is told`,
    id: `didasarkan pada kurang dari ${minimumN} kasus, yang tidak boleh ditampilkan`,
  };
}

const NOT_IN_DESIGN = {
  en: 'the planned design compares with no other unit',
  id: 'rancangan yang direncanakan tidak memakai unit pembanding',
};
const NOT_HELD = {
  en: 'no batch of the round was held yet',
  id: 'belum ada angkatan putaran ini yang dilaksanakan',
};
