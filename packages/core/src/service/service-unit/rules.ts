import { type Rejection, rule } from '@pembinaan/event-sourcing';
import type { MeasurementId } from '../../values/ids.js';
import { type LocalDate, overlap, type Period } from '../../values/local-date.js';
import type { SatisfactionGrade, ServiceCode, ServiceMetric } from './events.js';
import { SATISFACTION_ELEMENTS, type SatisfactionIndex } from './satisfaction-index.js';
import { isSpeed, type ServiceUnit } from './state.js';

export const R32 = rule('R32', {
  text: {
    en: 'A measurement names metric, unit, period, number of cases and source; periods of one metric do not overlap, the ninetieth percentile is not below the median, and a baseline ends before the first session.',
    id: 'Pengukuran menyebut ukuran, unit, masa, jumlah kasus, dan sumber; masa untuk satu ukuran tidak tumpang tindih, persentil ke-90 tidak di bawah median, dan data dasar berakhir sebelum sesi pertama.',
  },
  refusals: {
    noCases: (d: { measurementId: string }) => ({
      en: `The measurement ${d.measurementId} rests on no case. Measure at least one, and give its number in n.`,
      id: `Pengukuran ${d.measurementId} tidak bersandar pada satu kasus pun. Ukur paling sedikit satu, dan isi jumlahnya pada n.`,
    }),
    speedInTimes: (d: { metric: ServiceMetric }) => ({
      en: `The metric '${d.metric}' is a speed: it is told by median and p90 in seconds, without a rate. Give both and leave the rate out.`,
      id: `Ukuran '${d.metric}' adalah kecepatan: dinyatakan dengan median dan p90 dalam detik, tanpa rate. Isi keduanya dan kosongkan rate.`,
    }),
    rateInShare: (d: { metric: ServiceMetric }) => ({
      en: `The metric '${d.metric}' is a rate: it is told by rate in basis points, without median and p90. Give the rate and leave the others out.`,
      id: `Ukuran '${d.metric}' adalah proporsi: dinyatakan dengan rate dalam basis poin, tanpa median dan p90. Isi rate dan kosongkan lainnya.`,
    }),
    p90BelowMedian: (d: { median: number; p90: number }) => ({
      en: `A ninetieth percentile of ${d.p90} seconds cannot lie below the median of ${d.median}. Check both at the source.`,
      id: `Persentil ke-90 sebesar ${d.p90} detik tidak mungkin di bawah median ${d.median}. Periksa keduanya pada sumbernya.`,
    }),
    inFuture: (d: { to: string; today: string }) => ({
      en: `The period ends on ${d.to}, after today (${d.today}). Record it once it is over.`,
      id: `Masa berakhir pada ${d.to}, sesudah hari ini (${d.today}). Catat setelah masa itu berakhir.`,
    }),
    overlaps: (d: { measurementId: string; from: string; to: string }) => ({
      en: `The period shares days with the measurement ${d.measurementId} of the same metric (${d.from} to ${d.to}). Choose other days, or correct that measurement.`,
      id: `Masa ini berbagi hari dengan pengukuran ${d.measurementId} untuk ukuran yang sama (${d.from} sampai ${d.to}). Pilih hari lain, atau perbaiki pengukuran itu.`,
    }),
    unitNotPlanned: (d: { unitId: string }) => ({
      en: `The evaluation does not plan to measure the unit ${d.unitId} in that place. Measure a planned unit.`,
      id: `Evaluasi tidak merencanakan pengukuran unit ${d.unitId} di tempat itu. Ukur unit yang direncanakan.`,
    }),
    metricNotPlanned: (d: { service: ServiceCode; metric: ServiceMetric }) => ({
      en: `The evaluation does not plan the metric '${d.metric}' of the service ${d.service}. Measure a planned metric.`,
      id: `Evaluasi tidak merencanakan ukuran '${d.metric}' untuk layanan ${d.service}. Ukur ukuran yang direncanakan.`,
    }),
    otherMetric: (d: { measurementId: string; service: ServiceCode; metric: ServiceMetric }) => ({
      en: `The measurement ${d.measurementId} is not one of the metric '${d.metric}' of the service ${d.service}. Name one that is.`,
      id: `Pengukuran ${d.measurementId} bukan untuk ukuran '${d.metric}' layanan ${d.service}. Sebutkan pengukuran yang sesuai.`,
    }),
    comparisonMissing: (d: { service: ServiceCode; metric: ServiceMetric }) => ({
      en: `The evaluation compares with units that were not trained, and none is given for '${d.metric}' of ${d.service}. Give the comparison.`,
      id: `Evaluasi membandingkan dengan unit yang tidak dilatih, tetapi unit pembanding untuk '${d.metric}' layanan ${d.service} tidak disertakan. Isi comparison.`,
    }),
    noSession: (d: { evaluationId: string }) => ({
      en: `No batch was scheduled under the evaluation ${d.evaluationId}, so there is no before and no after. Schedule one first.`,
      id: `Belum ada angkatan yang dijadwalkan dengan evaluasi ${d.evaluationId}, sehingga tidak ada sebelum dan sesudah. Jadwalkan dahulu.`,
    }),
    baselineTooLate: (d: { measurementId: string; to: string; firstSession: string }) => ({
      en: `The measurement ${d.measurementId} ends on ${d.to}, not before the first session of ${d.firstSession}. Use one that does as the state before.`,
      id: `Pengukuran ${d.measurementId} berakhir pada ${d.to}, tidak sebelum sesi pertama tanggal ${d.firstSession}. Gunakan pengukuran yang lebih awal sebagai keadaan sebelum.`,
    }),
    afterTooEarly: (d: { measurementId: string; from: string; firstSession: string }) => ({
      en: `The measurement ${d.measurementId} begins on ${d.from}, not after the first session of ${d.firstSession}. Use one that does as the state after.`,
      id: `Pengukuran ${d.measurementId} dimulai pada ${d.from}, tidak sesudah sesi pertama tanggal ${d.firstSession}. Gunakan pengukuran yang lebih akhir sebagai keadaan sesudah.`,
    }),
  },
});

export const R33 = rule('R33', {
  text: {
    en: 'A satisfaction survey has respondents and nine mean scores from 1 to 4; the index and the grade are computed anew and must match what the report prints.',
    id: 'Survei kepuasan memiliki responden dan sembilan nilai rata-rata 1 sampai 4; indeks dan mutunya dihitung ulang dan harus sama dengan yang tercetak pada laporan.',
  },
  refusals: {
    noRespondents: (d: { surveyId: string }) => ({
      en: `The survey ${d.surveyId} has no respondents. Give their number in n.`,
      id: `Survei ${d.surveyId} tidak memiliki responden. Isi jumlahnya pada n.`,
    }),
    elementsMissing: (d: { given: number; needed: number }) => ({
      en: `The survey gives ${d.given} mean scores; the elements U1-U9 need ${d.needed}. Give one for each element.`,
      id: `Survei memuat ${d.given} nilai rata-rata; unsur U1-U9 memerlukan ${d.needed}. Isi satu nilai untuk setiap unsur.`,
    }),
    scoreOutOfRange: (d: { element: string; nrr: number }) => ({
      en: `The mean score of ${d.element} is ${d.nrr} thousandths; it lies between 1000 and 4000. Check the score.`,
      id: `Nilai rata-rata ${d.element} adalah ${d.nrr} perseribu; seharusnya antara 1000 dan 4000. Periksa nilainya.`,
    }),
    indexDiffers: (d: { given: number; computed: number }) => ({
      en: `The report prints an index of ${d.given} hundredths; the nine scores give ${d.computed}. Check the weights (equal ones are 1/9 each, not 0.11) and the scores.`,
      id: `Laporan mencetak indeks ${d.given} perseratus; kesembilan nilai menghasilkan ${d.computed}. Periksa bobotnya (bila sama, masing-masing 1/9, bukan 0,11) dan nilainya.`,
    }),
    gradeDiffers: (d: { given: SatisfactionGrade; computed: SatisfactionGrade; ikm: number }) => ({
      en: `The report prints the grade ${d.given}; an index of ${d.ikm} hundredths is ${d.computed}. Check the bands of the policy.`,
      id: `Laporan mencetak mutu ${d.given}; indeks ${d.ikm} perseratus bermutu ${d.computed}. Periksa batas mutu pada kebijakan.`,
    }),
  },
});

/** What is asked of a measurement. */
export interface MeasurementGiven {
  readonly measurementId: MeasurementId;
  readonly service: ServiceCode;
  readonly metric: ServiceMetric;
  readonly period: Period;
  readonly median?: number;
  readonly p90?: number;
  readonly rate?: number;
  readonly n: number;
}

/** Refuses a measurement that does not say what its metric needs (R32). */
export function wellMeasured(given: MeasurementGiven): Rejection | undefined {
  const { measurementId, metric, median, p90, rate, n } = given;
  if (n === 0) return R32.refuse('noCases', { measurementId });
  if (!isSpeed(metric)) {
    const told = rate !== undefined && median === undefined && p90 === undefined;
    return told ? undefined : R32.refuse('rateInShare', { metric });
  }
  if (median === undefined || p90 === undefined || rate !== undefined) return R32.refuse('speedInTimes', { metric });
  return p90 < median ? R32.refuse('p90BelowMedian', { median, p90 }) : undefined;
}

/** Refuses a period that is not over yet (R32). */
export function over(period: Period, today: LocalDate): Rejection | undefined {
  return period.to > today ? R32.refuse('inFuture', { to: period.to, today }) : undefined;
}

/** Refuses a period that shares days with another measurement of the same metric, baseline or not (R32). */
export function ownDays(unit: ServiceUnit, given: MeasurementGiven): Rejection | undefined {
  const other = unit.measurements.find(
    (known) =>
      known.measurementId !== given.measurementId &&
      known.service === given.service &&
      known.metric === given.metric &&
      overlap(known.period, given.period),
  );
  return other && R32.refuse('overlaps', { measurementId: other.measurementId, ...other.period });
}

/** Refuses a survey without respondents, or with other than nine means from 1 to 4 (R33). */
export function wellSurveyed(survey: {
  readonly surveyId: MeasurementId;
  readonly n: number;
  readonly nrr: readonly number[];
}): Rejection | undefined {
  const { surveyId, n, nrr } = survey;
  if (n === 0) return R33.refuse('noRespondents', { surveyId });
  if (nrr.length !== SATISFACTION_ELEMENTS) {
    return R33.refuse('elementsMissing', { given: nrr.length, needed: SATISFACTION_ELEMENTS });
  }
  for (const [index, score] of nrr.entries()) {
    if (score < 1000 || score > 4000) return R33.refuse('scoreOutOfRange', { element: `U${index + 1}`, nrr: score });
  }
  return undefined;
}

/** Refuses an index or a grade that does not follow from the scores (R33). */
export function asComputed(
  given: { readonly ikm?: number; readonly grade?: SatisfactionGrade },
  computed: SatisfactionIndex,
): Rejection | undefined {
  if (given.ikm !== undefined && given.ikm !== computed.ikm) {
    return R33.refuse('indexDiffers', { given: given.ikm, computed: computed.ikm });
  }
  if (given.grade !== undefined && given.grade !== computed.grade) {
    return R33.refuse('gradeDiffers', { given: given.grade, computed: computed.grade, ikm: computed.ikm });
  }
  return undefined;
}
