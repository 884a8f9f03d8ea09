import { formatScore } from '@pembinaan/core';
import type { Bilingual } from '@pembinaan/event-sourcing';
import type { BarringLimit, LimitCode } from '../designs/index.js';
import type { OutcomeEstimate, StrongerWith } from '../estimates/round-estimates.js';
import type { Measurement } from '../surroundings/service-history.js';

type Words<K extends string> = Readonly<Record<K, Bilingual>>;

const metrics: Words<Measurement['metric']> = {
  waiting: { en: 'waiting time', id: 'waktu tunggu' },
  processing: { en: 'processing time', id: 'waktu proses' },
  error: { en: 'error rate', id: 'tingkat kesalahan' },
  rework: { en: 'rework rate', id: 'tingkat pengerjaan ulang' },
};

/** A metric of a service, such as `the waiting time of ktp-el`. */
export function metricWords(metric: Measurement['metric'], service: string): Bilingual {
  return { en: `the ${metrics[metric].en} of ${service}`, id: `${metrics[metric].id} ${service}` };
}

/** Why the figures do not carry a claim, as parts of a sentence. */
const barringLimits: Words<BarringLimit> = {
  tooFew: { en: 'too few figures for an interval', id: 'angkanya terlalu sedikit untuk menghitung interval' },
  noSpread: {
    en: 'figures that do not differ, which gives no interval',
    id: 'angkanya tidak bervariasi sehingga interval tidak dapat dihitung',
  },
  touchesZero: { en: 'an interval that holds zero', id: 'intervalnya mencakup nol' },
  attrition: { en: 'too many that were lost on the way', id: 'terlalu banyak yang hilang di tengah jalan' },
  baselineDiffers: { en: 'groups that stood too far apart before', id: 'kedua kelompok terlalu berbeda sejak awal' },
  adjustmentDisagrees: {
    en: 'an adjusted difference that does not agree',
    id: 'selisih yang disesuaikan tidak sejalan',
  },
  skewed: { en: 'figures that are too skewed', id: 'sebaran angkanya terlalu menceng' },
  oneTreatedUnit: { en: 'a single unit that took part', id: 'hanya satu unit yang mengikuti program' },
  trendBefore: {
    en: 'a trend before that may explain it',
    id: 'kecenderungan sebelum program yang mungkin menjelaskannya',
  },
  trendUnknown: {
    en: 'too few periods before to know the trend',
    id: 'periode sebelum program terlalu sedikit untuk mengetahui kecenderungannya',
  },
  chanceArrangement: {
    en: 'other arrangements of the same units that show as large a difference',
    id: 'susunan lain dari unit yang sama menunjukkan selisih sebesar itu',
  },
  praisWinstenDisagrees: {
    en: 'a second model of the series that does not agree',
    id: 'model kedua atas deret itu tidak sejalan',
  },
  autocorrelation: { en: 'periods that hang together too closely', id: 'antarperiode terlalu saling berkaitan' },
};

/** The limits that bar a claim, listed; undefined where none does. */
export function limitWords(limits: readonly LimitCode[]): Bilingual | undefined {
  return listed(limits.flatMap((limit) => (isBarring(limit) ? [barringLimits[limit]] : [])));
}

function isBarring(limit: LimitCode): limit is BarringLimit {
  return limit in barringLimits;
}

const stronger: Words<StrongerWith> = {
  comparisonUnits: {
    en: 'more units to compare with (five beside two that take part)',
    id: 'lebih banyak unit pembanding (lima bila yang mengikuti hanya dua)',
  },
  moreServedUnits: { en: 'more than one unit that takes part', id: 'lebih dari satu unit yang mengikuti program' },
  morePeriodsBefore: { en: 'more measured periods before', id: 'lebih banyak periode pengukuran sebelum program' },
  longerSeries: {
    en: 'eight measured periods or more on either side',
    id: 'delapan periode pengukuran atau lebih sebelum dan sesudahnya',
  },
};

/** What a plan that could tell more would have needed, listed; undefined where there is nothing. */
export function strongerWords(strongerWith: readonly StrongerWith[]): Bilingual | undefined {
  return listed([...new Set(strongerWith)].map((code) => stronger[code]));
}

/** Basis points as a percentage, `12.3%`; Indonesian writes a comma. */
export function percentWords(basisPoints: number): Bilingual {
  const en = `${(Math.round(basisPoints / 10) / 10).toFixed(1)}%`.replace(/^-0\.0%/, '0.0%');
  return { en, id: en.replace('.', ',') };
}

/** A difference of two percentages, `12.3 percentage points`. */
export function pointWords(basisPoints: number): Bilingual {
  const { en, id } = percentWords(basisPoints);
  return { en: en.replace('%', ' percentage points'), id: id.replace('%', ' poin persentase') };
}

/** How the figures of a result lie, such as `12.3% better (95% interval 4.0% to 20.1%)`; undefined where no share can be told. */
export function improvementWords({ improvement }: Pick<OutcomeEstimate, 'improvement'>): Bilingual | undefined {
  if (improvement === null) return undefined;
  const { estimate, interval } = improvement;
  const size = percentWords(Math.abs(estimate));
  const [low, high] = [percentWords(interval.low), percentWords(interval.high)];
  return {
    en: `${size.en} ${estimate < 0 ? 'worse' : 'better'} (95% interval ${low.en} to ${high.en})`,
    id: `${size.id} lebih ${estimate < 0 ? 'buruk' : 'baik'} (interval 95%: ${low.id} sampai ${high.id})`,
  };
}

/** Hundredths for people: `3.75`, in Indonesian `3,75`. */
export function hundredthsWords(hundredths: number): Bilingual {
  const en = formatScore(Math.round(hundredths));
  return { en, id: en.replace('.', ',') };
}

/** Things in a row: `one`, `one and another`, `one, another and a third`. */
export function listed(members: readonly Bilingual[]): Bilingual | undefined {
  if (members.length === 0) return undefined;
  return {
    en: inOneLine(
      members.map(({ en }) => en),
      'and',
    ),
    id: inOneLine(
      members.map(({ id }) => id),
      'dan',
    ),
  };
}

function inOneLine(members: readonly string[], and: string): string {
  const last = members.at(-1) ?? '';
  return members.length === 1 ? last : `${members.slice(0, -1).join(', ')} ${and} ${last}`;
}

/** A sentence begins with a capital. */
export function capital({ en, id }: Bilingual): Bilingual {
  return { en: upper(en), id: upper(id) };
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
