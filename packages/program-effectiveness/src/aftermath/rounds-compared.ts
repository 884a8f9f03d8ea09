import type { Bilingual } from '@pembinaan/event-sourcing';
import { metricWords, pointWords } from '../advice/words.js';
import type { OutcomeEstimate, RoundEstimates } from '../estimates/round-estimates.js';
import type { Interval } from '../statistics/interval.js';
import type { Measurement } from '../surroundings/service-history.js';

/** One planned result in two rounds, side by side. */
export interface OutcomeInTwoRounds {
  readonly service: string;
  readonly metric: Measurement['metric'];
  /** Relative improvement in each round, basis points; null where a round has none with an interval. */
  readonly before: OutcomeEstimate['improvement'];
  readonly after: OutcomeEstimate['improvement'];
  /** After less before, basis points; null where the two cannot be compared. */
  readonly difference: { readonly estimate: number; readonly interval: Interval } | null;
  /** `undecided` is not "as good as before". */
  readonly comparison: 'better' | 'worse' | 'undecided' | 'notComparable';
  /** Null where they are compared. */
  readonly because: NotComparable | null;
  readonly sentence: Bilingual;
}

/**
 * - `otherDesign`: one has units to compare with and the other has not, so that the two figures mean different things
 * - `noInterval`: one has no figure with an interval
 * - `barred`: something stands against one of them, such as another programme on the same units
 */
export type NotComparable = 'otherDesign' | 'noInterval' | 'barred';

/**
 * The planned results that two rounds share. That one round is significant and another is not says nothing of a difference between them
 * (Gelman and Stern 2006): the difference of the two improvements is looked at itself. The rounds share units and periods, so that their
 * errors hang together in a way that is not known; the interval is therefore the widest that any correlation allows, in which the half
 * widths add up.
 *
 * The second is called better only where it claims an improvement too, and worse only where it claims that it got worse, or the first
 * claimed an improvement.
 */
export function roundsCompared(before: RoundEstimates, after: RoundEstimates): readonly OutcomeInTwoRounds[] {
  return after.service.flatMap((second) => {
    const first = before.service.find(({ service, metric }) => service === second.service && metric === second.metric);
    return first === undefined ? [] : [outcomeCompared(first, second, before.design === after.design)];
  });
}

function outcomeCompared(first: OutcomeEstimate, second: OutcomeEstimate, sameDesign: boolean): OutcomeInTwoRounds {
  const { service, metric } = second;
  const shown = { service, metric, before: first.improvement, after: second.improvement };
  const difference = differenceOf(first.improvement, second.improvement);
  const because = !sameDesign
    ? 'otherDesign'
    : difference === null
      ? 'noInterval'
      : [first, second].some(({ barredBy }) => barredBy.length > 0)
        ? 'barred'
        : null;
  if (because !== null || difference === null) {
    const sentence = sentenceOf('notComparable', second, null);
    return { ...shown, difference: null, comparison: 'notComparable', because: because ?? 'noInterval', sentence };
  }
  const comparison = comparisonOf(difference.interval, first, second);
  return { ...shown, difference, comparison, because: null, sentence: sentenceOf(comparison, second, difference) };
}

function differenceOf(
  first: OutcomeEstimate['improvement'],
  second: OutcomeEstimate['improvement'],
): OutcomeInTwoRounds['difference'] {
  if (first === null || second === null) return null;
  return {
    estimate: second.estimate - first.estimate,
    interval: { low: second.interval.low - first.interval.high, high: second.interval.high - first.interval.low },
  };
}

function comparisonOf(
  { low, high }: Interval,
  first: OutcomeEstimate,
  second: OutcomeEstimate,
): 'better' | 'worse' | 'undecided' {
  if (low > 0 && second.direction === 'better') return 'better';
  if (high < 0 && (second.direction === 'worse' || first.direction === 'better')) return 'worse';
  return 'undecided';
}

function sentenceOf(
  comparison: OutcomeInTwoRounds['comparison'],
  { metric, service }: OutcomeEstimate,
  difference: OutcomeInTwoRounds['difference'],
): Bilingual {
  const name = metricWords(metric, service);
  const size = pointWords(Math.abs(difference?.estimate ?? 0));
  switch (comparison) {
    case 'better':
      return {
        en: `The improvement in ${name.en} was larger in the second round, by ${size.en}.`,
        id: `Perbaikan ${name.id} lebih besar pada putaran kedua, selisihnya ${size.id}.`,
      };
    case 'worse':
      return {
        en: `The improvement in ${name.en} was smaller in the second round, by ${size.en}.`,
        id: `Perbaikan ${name.id} lebih kecil pada putaran kedua, selisihnya ${size.id}.`,
      };
    case 'undecided':
      return {
        en: `The figures do not settle in which round ${name.en} improved by more.`,
        id: `Angka yang ada belum memastikan pada putaran mana ${name.id} lebih banyak membaik.`,
      };
    case 'notComparable':
      return {
        en: `The two rounds cannot be compared in ${name.en}.`,
        id: `Kedua putaran tidak dapat dibandingkan dalam hal ${name.id}.`,
      };
  }
}
