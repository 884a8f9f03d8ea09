import type { AdviceKind } from '@pembinaan/core';
import type { Bilingual } from '@pembinaan/event-sourcing';
import type { AssumptionCode, BarringLimit, Caveat } from '../designs/index.js';
import type { LeftOutBecause, MissingPart, OutcomeBar, OutcomeNote, UnitInOutcome } from '../estimates/index.js';
import type { EvaluationHistory } from '../program/program-history.js';

type Words<K extends string> = Readonly<Record<K, Bilingual>>;

export const adviceKinds: Words<AdviceKind> = {
  expand: { en: 'expand', id: 'perluas' },
  continue: { en: 'continue', id: 'lanjutkan' },
  reviewMethod: { en: 'review the method', id: 'tinjau metode' },
  suspend: { en: 'suspend', id: 'tangguhkan' },
  cancel: { en: 'cancel', id: 'batalkan' },
  notEnoughEvidence: { en: 'not enough evidence', id: 'bukti belum cukup' },
};

export const designs: Words<EvaluationHistory['design']> = {
  prePost: { en: 'before and after, with nothing to compare with', id: 'sebelum dan sesudah, tanpa pembanding' },
  comparison: { en: 'before and after, compared with other units', id: 'sebelum dan sesudah, dengan unit pembanding' },
  timeSeries: { en: 'a series of periods around the training', id: 'deret periode di sekitar pelatihan' },
};

/** Why a measurement does not count, as the end of a sentence. */
export const leftOut: Words<Exclude<LeftOutBecause, 'fewCases'>> = {
  duringTraining: {
    en: 'its period shares days with the training',
    id: 'periodenya beririsan dengan masa pelatihan',
  },
  tooOld: {
    en: 'its period began more than 730 days before the first session',
    id: 'periodenya dimulai lebih dari 730 hari sebelum sesi pertama',
  },
  beyondWindow: {
    en: 'its period lies beyond the days in which the policy looks for results',
    id: 'periodenya di luar hari-hari pencarian hasil menurut kebijakan',
  },
  nextRound: {
    en: 'its period reaches into the next round of the programme',
    id: 'periodenya masuk ke putaran program berikutnya',
  },
  afterEarlierRound: {
    en: 'what an earlier round did may still be in it, and there are periods without',
    id: 'hasil putaran sebelumnya mungkin masih terbawa, dan ada periode lain yang bebas dari itu',
  },
  notCommon: {
    en: 'the other units have no such period',
    id: 'unit lain tidak memiliki periode yang sama',
  },
  beyondHole: {
    en: 'a period between it and the training was not measured',
    id: 'ada periode di antaranya dan pelatihan yang tidak diukur',
  },
};

/** Why a unit does not count, as the end of a sentence. */
export const excludedUnits: Words<Exclude<UnitInOutcome['excluded'], null>> = {
  servedInWindow: {
    en: 'its unit was itself served by a programme in these days, and is nothing to compare with',
    id: 'unitnya sendiri dilayani program pada hari-hari itu, sehingga tidak dapat menjadi pembanding',
  },
  notMeasured: {
    en: 'its unit was not measured both before and after',
    id: 'unitnya tidak diukur sebelum dan sesudah pelatihan sekaligus',
  },
  fewCommonPeriods: {
    en: 'its unit lacks more than half of the periods that the units have in common',
    id: 'unitnya tidak memiliki lebih dari separuh periode yang sama-sama dimiliki unit lain',
  },
};

/** What is not there. */
export const missingParts: Words<MissingPart> = {
  notHeld: {
    en: 'No batch of the round was held yet, so that there is no time before and after.',
    id: 'Belum ada angkatan putaran ini yang dilaksanakan, sehingga belum ada masa sebelum dan sesudah.',
  },
  noBaseline: {
    en: 'A served unit has no measured period before the training.',
    id: 'Ada unit yang dilayani tanpa periode terukur sebelum pelatihan.',
  },
  noAfter: {
    en: 'A served unit has no measured period after the training.',
    id: 'Ada unit yang dilayani tanpa periode terukur sesudah pelatihan.',
  },
  noComparison: {
    en: 'A comparison was planned, and no unit is left to compare with.',
    id: 'Pembandingan direncanakan, tetapi tidak ada unit pembanding yang tersisa.',
  },
  guardNotMeasured: {
    en: 'The guard was not measured on both sides in a served unit: whether quality suffered is not known.',
    id: 'Ukuran penjaga tidak diukur sebelum dan sesudah pada unit yang dilayani: tidak diketahui apakah mutunya terganggu.',
  },
  guardNotPlanned: {
    en: 'A speed was planned without a guard: whether quality suffered is not known.',
    id: 'Ukuran kecepatan direncanakan tanpa ukuran penjaga: tidak diketahui apakah mutunya terganggu.',
  },
  fewCases: {
    en: 'A served unit counted fewer cases on one side than the plan asks for.',
    id: 'Ada unit yang dilayani dengan jumlah kasus di bawah yang diminta rencana.',
  },
};

/** What stands against a claim for the programme. */
export const bars: Words<OutcomeBar> = {
  confounded: {
    en: 'Another programme acted on the same service in these days: the change is shared and may be claimed for neither.',
    id: 'Program lain bekerja pada layanan yang sama pada hari-hari itu: perubahannya milik bersama dan tidak dapat diklaim salah satunya.',
  },
  fewCases: {
    en: 'The figures rest on fewer cases than the plan asks for.',
    id: 'Angkanya bertumpu pada kasus yang lebih sedikit daripada yang diminta rencana.',
  },
  unitsLost: {
    en: 'A served unit was not measured on both sides: who may leave units out may choose which.',
    id: 'Ada unit yang dilayani yang tidak diukur sebelum dan sesudah: siapa pun yang boleh melewatkan unit dapat memilih unitnya.',
  },
  hole: {
    en: 'Periods around the training were not measured, so that a trend could pass for a change at the date.',
    id: 'Periode di sekitar pelatihan tidak diukur, sehingga kecenderungan dapat tampak sebagai perubahan pada tanggal itu.',
  },
  guardWorsened: {
    en: 'It was bought at the cost of its guard: faster but worse is not better.',
    id: 'Perbaikan dicapai dengan mengorbankan ukuran penjaga: lebih cepat tetapi lebih buruk bukanlah perbaikan.',
  },
  guardNotMeasured: {
    en: 'Whether it was bought at the cost of quality is not known.',
    id: 'Tidak diketahui apakah perbaikannya mengorbankan mutu.',
  },
};

/** What is to be known with the figures. */
export const notes: Words<OutcomeNote> = {
  earlierRound: {
    en: 'To be known: the time before lies within the time after an earlier round in these units.',
    id: 'Perlu diketahui: masa sebelum masih berada dalam masa sesudah putaran sebelumnya pada unit ini.',
  },
  unevenPeriods: {
    en: 'To be known: the longest period is more than twice as long as the shortest, and all weigh the same.',
    id: 'Perlu diketahui: periode terpanjang lebih dari dua kali yang terpendek, dan semuanya berbobot sama.',
  },
  taughtPeriodsAfter: {
    en: 'To be known: the periods of the training itself count as after, which makes a change look smaller.',
    id: 'Perlu diketahui: periode pelatihan dihitung sebagai masa sesudah, sehingga perubahan tampak lebih kecil.',
  },
  seasonTakenOut: {
    en: 'To be known: the yearly swing was taken out of the series.',
    id: 'Perlu diketahui: ayunan tahunan telah dikeluarkan dari deret.',
  },
  countsFromRates: {
    en: 'To be known: the counts of cases were taken back from the rates, to the nearest case.',
    id: 'Perlu diketahui: jumlah kasus dihitung balik dari tingkatnya, dibulatkan ke kasus terdekat.',
  },
  otherMeasurements: {
    en: 'To be known: the figure that the evaluator recorded rests on measurements that are not used here.',
    id: 'Perlu diketahui: angka yang dicatat evaluator bertumpu pada pengukuran yang tidak dipakai di sini.',
  },
  batchesAhead: {
    en: 'To be known: batches of the round are still to come, and the days before and after will move.',
    id: 'Perlu diketahui: masih ada angkatan putaran ini yang akan datang, sehingga masa sebelum dan sesudah akan bergeser.',
  },
};

/** What a claim rests on, as a statement that holds or does not. */
export const assumptions: Words<AssumptionCode> = {
  baselineEquivalent: {
    en: 'both groups stood alike before',
    id: 'kedua kelompok setara sebelum program',
  },
  lowAttrition: {
    en: 'few were lost on the way, about as many on both sides',
    id: 'sedikit yang hilang, kira-kira sama pada kedua sisi',
  },
  withstandsDropOut: {
    en: 'the figures stand had those who were lost done badly',
    id: 'angkanya tetap bertahan seandainya yang hilang berhasil buruk',
  },
  beyondDropOut: {
    en: 'the difference goes beyond what drop-out could feign',
    id: 'selisihnya melampaui yang dapat ditimbulkan oleh peserta yang hilang',
  },
  gainsDiffer: { en: 'the changes of the two groups differ', id: 'perubahan kedua kelompok berbeda' },
  withstandsSkewness: {
    en: 'the figures stand once their skewness is allowed for',
    id: 'angkanya tetap bertahan setelah kemencengannya diperhitungkan',
  },
  adjustedDiffers: {
    en: 'the figures after differ, adjusted for those before',
    id: 'angka sesudah berbeda setelah disesuaikan dengan angka sebelum',
  },
  beyondOwnTrend: {
    en: 'the change goes beyond where the trend before was leading',
    id: 'perubahannya melampaui arah kecenderungan sebelumnya',
  },
  beyondChanceArrangement: {
    en: 'few other arrangements of the same units show as large a difference',
    id: 'sedikit susunan lain dari unit yang sama yang menunjukkan selisih sebesar itu',
  },
  praisWinstenAgrees: {
    en: 'a second model of the series agrees',
    id: 'model kedua atas deret itu sejalan',
  },
  withstandsAutocorrelation: {
    en: 'the change stands even if neighbouring periods hang together closely',
    id: 'perubahannya tetap bertahan walaupun periode yang berdekatan saling berkaitan erat',
  },
  independentCases: {
    en: 'what happens to one case tells nothing of the next',
    id: 'kejadian pada satu kasus tidak berkaitan dengan kasus berikutnya',
  },
  notChosenByOutcome: {
    en: 'those who took part were not chosen for good or bad figures',
    id: 'yang ikut tidak dipilih karena angkanya baik atau buruk',
  },
  nothingElseChanged: {
    en: 'nothing else began at that time that acts on the figures',
    id: 'tidak ada hal lain yang dimulai pada saat itu dan memengaruhi angkanya',
  },
};

/** Why nothing may be claimed, whatever the estimate. */
export const barringLimits: Words<BarringLimit> = {
  tooFew: { en: 'there are too few figures for an interval', id: 'angkanya terlalu sedikit untuk menghitung interval' },
  noSpread: {
    en: 'the figures do not differ among themselves, which gives no interval',
    id: 'angkanya tidak bervariasi sehingga interval tidak dapat dihitung',
  },
  touchesZero: { en: 'the interval holds zero', id: 'intervalnya mencakup nol' },
  attrition: { en: 'too many were lost on the way', id: 'terlalu banyak yang hilang di tengah jalan' },
  baselineDiffers: { en: 'the groups stood too far apart before', id: 'kedua kelompok terlalu berbeda sejak awal' },
  adjustmentDisagrees: {
    en: 'the difference as it is and the adjusted one do not agree',
    id: 'selisih apa adanya dan selisih yang disesuaikan tidak sejalan',
  },
  skewed: { en: 'the figures are too skewed', id: 'sebaran angkanya terlalu menceng' },
  oneTreatedUnit: {
    en: 'what happened in a single unit cannot be told from the programme',
    id: 'yang terjadi di satu unit saja tidak dapat dibedakan dari programnya',
  },
  trendBefore: {
    en: 'the trend before, continued, may explain the change',
    id: 'kecenderungan sebelumnya, bila berlanjut, dapat menjelaskan perubahan itu',
  },
  trendUnknown: {
    en: 'there are too few periods before to know the trend',
    id: 'periode sebelum program terlalu sedikit untuk mengetahui kecenderungannya',
  },
  chanceArrangement: {
    en: 'other arrangements of the same units show as large a difference too often',
    id: 'susunan lain dari unit yang sama terlalu sering menunjukkan selisih sebesar itu',
  },
  praisWinstenDisagrees: {
    en: 'a second model of the series does not agree',
    id: 'model kedua atas deret itu tidak sejalan',
  },
  autocorrelation: {
    en: 'the periods hang together too closely for the change to stand out',
    id: 'antarperiode terlalu saling berkaitan sehingga perubahannya tidak menonjol',
  },
};

/** What is to be kept in mind with a claim. */
export const caveats: Words<Caveat> = {
  noComparison: { en: 'there is nobody to compare with', id: 'tidak ada pembanding' },
  regressionToTheMean: {
    en: 'whoever is chosen for bad figures is better the next time without any programme',
    id: 'yang dipilih karena angkanya buruk cenderung membaik dengan sendirinya',
  },
  history: {
    en: 'whatever else began at the same time is not excluded',
    id: 'hal lain yang dimulai pada saat yang sama belum dapat dikesampingkan',
  },
  selection: { en: 'the groups were not drawn by lot', id: 'kelompoknya tidak ditentukan dengan undian' },
  baselineAdjusted: {
    en: 'the difference stands only adjusted for the difference before',
    id: 'selisihnya hanya berlaku setelah disesuaikan dengan perbedaan awal',
  },
  dropOut: { en: 'some were lost on the way', id: 'ada yang hilang di tengah jalan' },
  fewClusters: { en: 'there are few units on a side', id: 'jumlah unit pada salah satu sisi sedikit' },
  shortSeries: { en: 'the series is short', id: 'deretnya pendek' },
  independenceAssumed: {
    en: 'cases are counted as independent, which nothing here can check',
    id: 'kasus dihitung seolah saling lepas, yang tidak dapat diperiksa di sini',
  },
};
