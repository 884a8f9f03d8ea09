import type { Bilingual } from '@pembinaan/event-sourcing';
import type { MissingPart, OutcomeBar, OutcomeEstimate, RoundEstimates } from '../estimates/round-estimates.js';
import type { Told } from '../program/told.js';
import type { Reason } from './advice.js';
import { reason } from './reason.js';
import { capital, improvementWords, limitWords, listed, metricWords, percentWords, strongerWords } from './words.js';

/** What each planned result of a round says for itself, and what stands against it. */
export function resultReasons(estimates: RoundEstimates): readonly Reason[] {
  const stronger = strongerWords(estimates.service.flatMap(({ strongerWith }) => strongerWith));
  return [
    ...estimates.service.flatMap((outcome) => [
      outcomeReason(outcome),
      ...barReasons(outcome),
      ...limitReasons(outcome),
      ...guardReasons(outcome),
    ]),
    ...(stronger === undefined
      ? []
      : [
          reason('strongerWith', 'notes', {
            en: `What would tell more: ${stronger.en}.`,
            id: `Yang dapat memberi kepastian lebih: ${stronger.id}.`,
          }),
        ]),
  ];
}

function outcomeReason(outcome: OutcomeEstimate): Reason {
  const { claim, direction, size, improvement, judgement, minimumEffect, events } = outcome;
  const weighs =
    size === 'belowMinimum' || direction === 'worse' ? 'against' : direction === 'better' ? 'for' : 'notes';
  return reason('outcome', weighs, outcomeSentence(outcome), {
    figures: {
      service: outcome.service,
      metric: outcome.metric,
      claim,
      direction,
      size,
      improvement: improvement?.estimate ?? null,
      low: improvement?.interval.low ?? null,
      high: improvement?.interval.high ?? null,
      minimum: minimumEffect,
      estimate: judgement.estimate,
      p: judgement.p,
    },
    events,
  });
}

/**
 * Says no more than the claim: of a cause only where there was something to compare with, and of nothing where the figures do not decide.
 */
function outcomeSentence(outcome: OutcomeEstimate): Bilingual {
  const metric = capital(metricWords(outcome.metric, outcome.service));
  const change = improvementWords(outcome);
  if (change === undefined) {
    return {
      en: `${metric.en}: there are not the figures for a share and its interval.`,
      id: `${metric.id}: angkanya belum cukup untuk menghitung persentase dan intervalnya.`,
    };
  }
  const minimum = percentWords(outcome.minimumEffect);
  const about = tailOf(outcome, minimum);
  return { en: `${metric.en}: ${change.en}${about.en}.`, id: `${metric.id}: ${change.id}${about.id}.` };
}

function tailOf({ claim, size, judgement }: OutcomeEstimate, minimum: Bilingual): Bilingual {
  if (size === 'belowMinimum') {
    return {
      en: `; an improvement of ${minimum.en} or more is excluded`,
      id: `; perbaikan sebesar ${minimum.id} atau lebih dapat dikesampingkan`,
    };
  }
  switch (claim) {
    case 'effect':
      return { en: ' than where there was no programme', id: ' daripada tempat tanpa program' };
    case 'changeAtDate':
      return {
        en: ' than it was on its way to before; what else began then is not excluded',
        id: ' daripada arah sebelumnya; hal lain yang dimulai pada saat yang sama belum dapat dikesampingkan',
      };
    case 'gain':
      return {
        en: ' after the programme than before; nothing is said of why',
        id: ' setelah program daripada sebelumnya; penyebabnya tidak ditunjukkan',
      };
    case 'inconclusive':
      // The figures are clear, and something else keeps them from speaking for the programme: its reason stands beside.
      if (judgement.claim !== 'inconclusive') {
        return {
          en: ' by the figures alone; nothing of it may be claimed for the programme',
          id: ' menurut angkanya saja; perubahan ini belum dapat dinyatakan sebagai hasil program',
        };
      }
      return {
        en: '; this does not settle whether anything changed',
        id: '; ini belum memastikan ada tidaknya perubahan',
      };
  }
}

/** What bars a claim for the programme, or is not there. */
function barReasons(outcome: OutcomeEstimate): readonly Reason[] {
  const { barredBy, missing, confoundedBy, events } = outcome;
  const codes = new Set([...barredBy, ...missing].filter((code) => isTold(code)));
  const metric = metricWords(outcome.metric, outcome.service);
  const others = [...new Set(confoundedBy.map(({ programId }) => programId))];
  return [...codes].map((code) => {
    const { en, id } = barSentence(code, metric, others);
    return reason(
      code,
      'against',
      { en, id },
      {
        figures: {
          service: outcome.service,
          metric: outcome.metric,
          ...(code === 'confounded' && { programs: others.join(', ') }),
        },
        ...(code === 'guardNotMeasured' || code === 'guardNotPlanned' ? { rule: 'R24' } : {}),
        ...(code === 'fewCases' || code === 'unitsLost' ? { rule: 'R35' } : {}),
        events: code === 'confounded' ? tellingOf(confoundedBy) : events,
      },
    );
  });
}

type ToldBar = Exclude<OutcomeBar | MissingPart, 'guardWorsened' | 'notHeld'>;

/** A guard that worsened, and a round that was not held, are told of the whole round. */
function isTold(code: OutcomeBar | MissingPart): code is ToldBar {
  return code !== 'guardWorsened' && code !== 'notHeld';
}

function tellingOf(confounders: OutcomeEstimate['confoundedBy']): readonly Told[] {
  return [...new Map(confounders.map(({ told }) => [told.eventId, told])).values()];
}

function barSentence(code: ToldBar, metric: Bilingual, others: readonly string[]): Bilingual {
  const name = capital(metric);
  switch (code) {
    case 'confounded':
      return {
        en: `${name.en}: another programme acted on the same units at the same time (${others.join(', ')}), so that the change belongs to neither alone.`,
        id: `${name.id}: program lain berjalan di unit yang sama pada waktu yang sama (${others.join(', ')}), sehingga perubahannya bukan milik salah satu saja.`,
      };
    case 'fewCases':
      return {
        en: `${name.en}: fewer cases were counted than the plan asks for.`,
        id: `${name.id}: kasus yang dihitung lebih sedikit daripada yang direncanakan.`,
      };
    case 'unitsLost':
      return {
        en: `${name.en}: a unit that took part was not measured on both sides.`,
        id: `${name.id}: ada unit peserta yang tidak diukur sebelum dan sesudahnya.`,
      };
    case 'hole':
      return {
        en: `${name.en}: periods around the training were not measured, so that a trend could pass for a change.`,
        id: `${name.id}: periode di sekitar pelatihan tidak diukur, sehingga kecenderungan biasa dapat tampak sebagai perubahan.`,
      };
    case 'guardNotMeasured':
      return {
        en: `${name.en}: what must not suffer for it was not measured on both sides, so that faster may still be worse.`,
        id: `${name.id}: ukuran penjaganya tidak diukur sebelum dan sesudahnya, sehingga yang lebih cepat bisa saja lebih buruk.`,
      };
    case 'guardNotPlanned':
      return {
        en: `${name.en}: nothing was planned that must not suffer for it, so that faster may still be worse.`,
        id: `${name.id}: ukuran penjaganya tidak direncanakan, sehingga yang lebih cepat bisa saja lebih buruk.`,
      };
    case 'noBaseline':
      return {
        en: `${name.en}: a unit that took part has no measured period before.`,
        id: `${name.id}: ada unit peserta tanpa periode pengukuran sebelum program.`,
      };
    case 'noAfter':
      return {
        en: `${name.en}: a unit that took part has no measured period after yet.`,
        id: `${name.id}: ada unit peserta yang belum memiliki periode pengukuran setelah program.`,
      };
    case 'noComparison':
      return {
        en: `${name.en}: a comparison was planned, and no unit is left to compare with.`,
        id: `${name.id}: pembandingan direncanakan, tetapi tidak ada lagi unit yang dapat dibandingkan.`,
      };
  }
}

function limitReasons({ service, metric, judgement, events }: OutcomeEstimate): readonly Reason[] {
  const limits = limitWords(judgement.limits);
  if (limits === undefined || judgement.claim !== 'inconclusive') return [];
  const name = capital(metricWords(metric, service));
  return [
    reason(
      'limit',
      'against',
      {
        en: `${name.en}: nothing can be claimed because of ${limits.en}.`,
        id: `${name.id}: belum ada yang dapat dinyatakan karena ${limits.id}.`,
      },
      { figures: { service, metric, limits: judgement.limits.join(', ') }, events },
    ),
  ];
}

function guardReasons({ service, guard, events }: OutcomeEstimate): readonly Reason[] {
  if (guard === null || guard.worsened === null) return [];
  const name = capital(metricWords(guard.metric, service));
  const { estimate, interval } = guard.judgement;
  const figures = {
    service,
    metric: guard.metric,
    before: guard.judgement.before,
    after: guard.judgement.after,
    estimate,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  };
  if (!guard.worsened) {
    const held = {
      en: `${name.en} did not rise by more than the policy tolerates.`,
      id: `${name.id} tidak naik melebihi toleransi kebijakan.`,
    };
    return [reason('guardHeld', 'for', held, { figures, rule: 'R24', events })];
  }
  const rise = riseWords(guard.metric, guard.judgement.before, guard.judgement.after);
  const worsened = reason(
    'guardWorsened',
    'against',
    {
      en: `${name.en} rose${rise.en}, by more than the policy tolerates.`,
      id: `${name.id} naik${rise.id}, melebihi toleransi kebijakan.`,
    },
    { figures, rule: 'R24', events },
  );
  if (interval !== null && interval.low > 0) return [worsened];
  const uncertain = {
    en: `${name.en} rose in the mean; the figures do not exclude that this is chance, and R24 does not ask for more.`,
    id: `Rata-rata ${metricWords(guard.metric, service).id} naik; angka yang ada belum mengesampingkan kebetulan, dan R24 tidak menuntut lebih dari itu.`,
  };
  return [worsened, reason('guardRiseUncertain', 'notes', uncertain, { figures, rule: 'R24', events })];
}

/** From what to what a guard rose: rates as percentages, speeds in seconds. */
function riseWords(metric: OutcomeEstimate['metric'], before: number | null, after: number | null): Bilingual {
  if (before === null || after === null) return { en: '', id: '' };
  const words = metric === 'error' || metric === 'rework' ? percentWords : secondsWords;
  const [from, to] = [words(before), words(after)];
  return { en: ` from ${from.en} to ${to.en}`, id: ` dari ${from.id} menjadi ${to.id}` };
}

function secondsWords(value: number): Bilingual {
  return { en: `${Math.round(value)} seconds`, id: `${Math.round(value)} detik` };
}

/** The guards that worsened, named; undefined where none did. */
export function worsenedGuards({ service }: RoundEstimates): Bilingual | undefined {
  const worsened = service.flatMap((outcome) =>
    outcome.guard?.worsened === true ? [metricWords(outcome.guard.metric, outcome.service)] : [],
  );
  return listed(worsened);
}

/** The events of the planned results, each once. */
export function resultEvents({ service }: RoundEstimates): readonly Told[] {
  return [...new Map(service.flatMap(({ events }) => events).map((told) => [told.eventId, told])).values()];
}
