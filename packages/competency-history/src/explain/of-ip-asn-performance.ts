import { formatScore, ratedPeriodKey } from '@pembinaan/core';
import { lastPredicate } from '../records/predicate-records.js';
import type { Step } from './explanation.js';
import { entriesOf, type Facts, type KnownOf, stands } from './facts.js';
import { indexOn } from './index-on.js';
import {
  arithmeticStep,
  eventStep,
  figureSteps,
  missingStep,
  notStanding,
  type Obstacle,
  replacedBy,
  ruleStep,
} from './steps.js';
import { predicates as words } from './words.js';

type Predicate = KnownOf<'PerformancePredicateRecorded'>;

/** How the points for performance came about: from the last predicate of a whole year that is over (R34). */
export function performanceSteps(facts: Facts): readonly Step[] {
  const recorded = entriesOf(facts, 'PerformancePredicateRecorded');
  const inForce = lastPredicate(facts.predicates, facts.on, ({ period }) => period.quarter === undefined);
  const key = inForce === undefined ? undefined : ratedPeriodKey(inForce.period);
  const giving = recorded.findLast((entry) => stands(entry, facts) && ratedPeriodKey(entry.data.period) === key);
  const steps: readonly Step[] = [
    ruleStep('R34'),
    ...recorded.map((entry) =>
      eventStep(entry, tells(entry), entry === giving ? undefined : obstacle(entry, giving, facts)),
    ),
  ];
  if (giving === undefined) {
    return [
      ...steps,
      missingStep(
        'predicate',
        `No predicate of a whole year that was over on ${facts.on} is known: the points for performance are not known.`,
        `Belum ada predikat kinerja tahunan yang masanya sudah lewat pada ${facts.on}: nilai kinerja belum diketahui.`,
      ),
    ];
  }
  const { predicate } = giving.data;
  const points = indexOn(facts)?.performance ?? null;
  const figure = figureSteps(facts, 'ipasn.performance', {
    en: `${words[predicate].en} gives ${points === null ? '?' : formatScore(points)} points`,
    id: `${words[predicate].id} bernilai ${points === null ? '?' : formatScore(points)}`,
  });
  if (points === null) return [...steps, ...figure];
  return [
    ...steps,
    ...figure,
    arithmeticStep(
      {
        en: `The points for performance are ${formatScore(points)}.`,
        id: `Nilai kinerja adalah ${formatScore(points)}.`,
      },
      [{ name: 'predicate', value: predicate }],
      points,
    ),
  ];
}

function tells({ data }: Predicate) {
  const { period, predicate } = data;
  const quarter =
    period.quarter === undefined
      ? { en: '', id: '' }
      : { en: `, quarter ${period.quarter}`, id: `, triwulan ${period.quarter}` };
  return {
    en: `The performance of ${period.year}${quarter.en} was rated ${words[predicate].en}`,
    id: `Kinerja tahun ${period.year}${quarter.id} berpredikat ${words[predicate].id}`,
  };
}

function obstacle(entry: Predicate, giving: Predicate | undefined, facts: Facts): Obstacle {
  const standing = notStanding(entry, facts);
  if (standing !== undefined) return standing;
  if (entry.data.period.quarter === undefined) return replacedBy(giving);
  return {
    reason: 'otherPeriod',
    why: { en: 'only a whole year counts for the index', id: 'hanya predikat tahunan yang dihitung untuk indeks' },
  };
}
