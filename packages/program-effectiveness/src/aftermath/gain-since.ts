import type { Clock, Period } from '@pembinaan/core';
import type { Bilingual } from '@pembinaan/event-sourcing';
import { metricWords } from '../advice/words.js';
import { beforeAfterOfMeans, effectBetweenUnits, type Judgement, type UnitSeries } from '../designs/index.js';
import type { OutcomeEstimate, RoundEstimates, UnitInOutcome } from '../estimates/round-estimates.js';
import { roundPolicyOf } from '../estimates/round-policy.js';
import type { Told } from '../program/told.js';
import type { Measurement } from '../surroundings/service-history.js';
import type { EvaluationSurroundings } from '../surroundings/surroundings.js';

/**
 * What became of an improvement in the periods after the window in which it was found.
 *
 * - `kept`: later periods are better than those before the programme, and not worse than the first after it
 * - `partlyLost`: still better than before, and worse than at first
 * - `lost`: worse than at first, and no longer better than before; or worse than before
 * - `undecided`: the figures carry none of these. That does not mean that it was lost
 * - `notMeasured`: there are no later periods
 * - `nothingToKeep`: the round claimed no improvement
 */
export type GainState = 'kept' | 'partlyLost' | 'lost' | 'undecided' | 'notMeasured' | 'nothingToKeep';

/** One planned result of a round, followed beyond its window. */
export interface GainSince {
  readonly service: string;
  readonly metric: Measurement['metric'];
  readonly state: GainState;
  readonly sentence: Bilingual;
  /** The later periods against those before the programme, in the design of the round; null where there are none. */
  readonly sinceBefore: Judgement | null;
  /**
   * The later periods against the first after it, in the units that took part alone: units to compare with no longer stand where those
   * do, once a programme has worked. The first were often chosen for being good, and what was chosen so falls back a little by itself: to
   * be worse than at first is therefore the weaker sign of the two.
   */
  readonly sinceFirstAfter: Judgement | null;
  readonly later: readonly LaterPeriods[];
  /** True where a later round served one of these units: what is kept is then kept with the help of that round. */
  readonly servedAgain: boolean;
  /** The later measurements. */
  readonly events: readonly Told[];
}

export interface LaterPeriods {
  readonly unitId: string;
  readonly role: UnitInOutcome['role'];
  /** Ids of measurements, in the order of time. */
  readonly measurements: readonly string[];
}

/**
 * Follows each planned result of a round beyond its window, in the units that counted for it and by the same design: against units to
 * compare with where the round had some, else merely against what was before. Where those caught up, what is better is no longer more
 * than elsewhere, and nothing is settled.
 *
 * @param later the rounds that were taught after it, and which units they served
 */
export function gainSince(
  { service, window, design }: RoundEstimates,
  surroundings: EvaluationSurroundings,
  clock: Clock,
  later: readonly (readonly string[])[],
): readonly GainSince[] {
  const until = window?.after?.to ?? window?.lastSession;
  return service.map((outcome) => {
    const counting = outcome.units.filter(({ excluded }) => excluded === null);
    const known = counting.map((unit) =>
      followed(unit, outcome, surroundings, { after: until, until: clock.effective }),
    );
    const units = design === 'comparison' ? inCommon(known) : known;
    const measured = units.some((unit) => unit.role === 'served' && unit.later.length > 0);
    const sinceBefore = measured ? againstBefore(units, design) : null;
    const sinceFirstAfter = measured ? againstFirstAfter(units) : null;
    const state = stateOf(outcome, sinceBefore, sinceFirstAfter);
    return {
      service: outcome.service,
      metric: outcome.metric,
      state,
      sentence: sentenceOf(state, outcome),
      sinceBefore,
      sinceFirstAfter,
      later: units.map(({ unitId, role, later: periods }) => ({
        unitId,
        role,
        measurements: periods.map(({ measurementId }) => measurementId),
      })),
      servedAgain: later.some((served) =>
        counting.some(({ unitId, role }) => role === 'served' && served.includes(unitId)),
      ),
      events: units.flatMap((unit) => unit.later.map(({ told }) => told)),
    };
  });
}

interface Followed {
  readonly unitId: string;
  readonly role: UnitInOutcome['role'];
  readonly before: readonly Measurement[];
  readonly after: readonly Measurement[];
  readonly later: readonly Measurement[];
}

function followed(
  { unitId, role, before, after }: UnitInOutcome,
  { service, metric }: OutcomeEstimate,
  surroundings: EvaluationSurroundings,
  days: { readonly after: Period['to'] | undefined; readonly until: Period['to'] },
): Followed {
  const { minimumN } = roundPolicyOf(surroundings);
  const known = surroundings.services.get(unitId)?.measurements ?? [];
  const named = (ids: readonly string[]) => known.filter(({ measurementId }) => ids.includes(measurementId));
  const own = known.filter((one) => one.service === service && one.metric === metric);
  const later = own.filter(
    ({ period, n }) => days.after !== undefined && period.from > days.after && period.to <= days.until && n >= minimumN,
  );
  return { unitId, role, before: named(before), after: named(after), later };
}

/** Units are compared in the same periods; one that was not measured any more drops out. */
function inCommon(units: readonly Followed[]): readonly Followed[] {
  const measured = units.filter(({ later }) => later.length > 0);
  const inAll = (period: Period): boolean =>
    measured.every(({ later }) => later.some((one) => one.period.from === period.from && one.period.to === period.to));
  return units.map((unit) => ({ ...unit, later: unit.later.filter(({ period }) => inAll(period)) }));
}

function againstBefore(units: readonly Followed[], design: RoundEstimates['design']): Judgement {
  const treated = seriesOf(units, 'served', ({ before }) => before);
  return design === 'comparison'
    ? effectBetweenUnits({
        treated,
        comparison: seriesOf(units, 'comparison', ({ before }) => before),
        lowerIsBetter,
      })
    : beforeAfterOfMeans({ units: treated, lowerIsBetter });
}

function againstFirstAfter(units: readonly Followed[]): Judgement {
  return beforeAfterOfMeans({ units: seriesOf(units, 'served', ({ after }) => after), lowerIsBetter });
}

/** For all metrics of the domain: waiting, processing, errors, rework. */
const lowerIsBetter = true;

function seriesOf(
  units: readonly Followed[],
  role: Followed['role'],
  from: (unit: Followed) => readonly Measurement[],
): readonly UnitSeries[] {
  return units
    .filter((unit) => unit.role === role)
    .map((unit) => ({ before: valuesOf(from(unit)), after: valuesOf(unit.later) }));
}

function valuesOf(measurements: readonly Measurement[]): readonly number[] {
  return measurements.map(({ value }) => value);
}

function stateOf({ direction }: OutcomeEstimate, before: Judgement | null, first: Judgement | null): GainState {
  if (direction !== 'better') return 'nothingToKeep';
  if (before === null || first === null) return 'notMeasured';
  if (before.direction === 'worse') return 'lost';
  if (before.direction === 'better') return first.direction === 'worse' ? 'partlyLost' : 'kept';
  return first.direction === 'worse' ? 'lost' : 'undecided';
}

function sentenceOf(state: GainState, { metric, service }: OutcomeEstimate): Bilingual {
  const name = metricWords(metric, service);
  const says = SENTENCES[state];
  return { en: `${says.en.replace('…', name.en)}`, id: `${says.id.replace('…', name.id)}` };
}

const SENTENCES: Readonly<Record<GainState, Bilingual>> = {
  kept: {
    en: 'In later periods … is still better than before the programme, and no falling back since is shown.',
    id: 'Pada periode berikutnya … masih lebih baik daripada sebelum program, dan kemunduran dari hasil awal tidak terlihat.',
  },
  partlyLost: {
    en: 'In later periods … is still better than before the programme, but worse than at first.',
    id: 'Pada periode berikutnya … masih lebih baik daripada sebelum program, tetapi mundur dari hasil awal.',
  },
  lost: {
    en: 'In later periods … is no longer shown to be better than before the programme, and has fallen back.',
    id: 'Pada periode berikutnya … tidak lagi terbukti lebih baik daripada sebelum program, dan telah mundur.',
  },
  undecided: {
    en: 'The figures of later periods do not settle whether the improvement in … was kept.',
    id: 'Angka pada periode berikutnya belum memastikan apakah perbaikan … bertahan.',
  },
  notMeasured: {
    en: 'Whether the improvement in … was kept is not measured yet.',
    id: 'Bertahan tidaknya perbaikan … belum terukur.',
  },
  nothingToKeep: {
    en: 'The round claimed no improvement in … that could be kept.',
    id: 'Putaran itu tidak menyatakan perbaikan … yang dapat dipertahankan.',
  },
};
