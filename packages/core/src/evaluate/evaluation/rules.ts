import { type IssuedCommand, type Rejection, rule } from '@pembinaan/event-sourcing';
import { match } from 'ts-pattern';
import { type Employee, placementOn } from '../../people/employee/state.js';
import type { ServiceCode, ServiceMetric } from '../../service/service-unit/events.js';
import { isSpeed } from '../../service/service-unit/state.js';
import { type Maker, makerOf, subjectsOf } from '../../values/acts.js';
import { formatScore } from '../../values/amounts.js';
import type { BatchId, Sha256, SubjectId, UnitId } from '../../values/ids.js';
import { addDays, type LocalDate } from '../../values/local-date.js';
import type { HeldBatch } from './evaluated-batches.js';
import type { Conclusion, EvaluationLevel, RaterKind } from './events.js';
import { casesAt, highestLevel, meanRating } from './measured-levels.js';
import type { Evaluation, PlannedMetric } from './state.js';

export const R24 = rule('R24', {
  text: {
    en: "A metric of speed needs a guard metric that is not one itself; 'effective' is refused when the guard metric worsened beyond the tolerance.",
    id: "Ukuran kecepatan memerlukan ukuran penjaga yang bukan kecepatan; 'effective' ditolak bila ukuran penjaga memburuk melebihi toleransi.",
  },
  refusals: {
    guardMissing: (d: { service: ServiceCode; metric: ServiceMetric }) => ({
      en: `The metric '${d.metric}' of ${d.service} is a speed and has no guard. Plan a guardMetric such as 'error' or 'rework'.`,
      id: `Ukuran '${d.metric}' pada ${d.service} adalah kecepatan dan tidak memiliki penjaga. Rencanakan guardMetric, misalnya 'error' atau 'rework'.`,
    }),
    guardIsSpeed: (d: { service: ServiceCode; guardMetric: ServiceMetric }) => ({
      en: `The guard '${d.guardMetric}' of ${d.service} is a speed itself and guards nothing. Plan 'error' or 'rework'.`,
      id: `Penjaga '${d.guardMetric}' pada ${d.service} adalah kecepatan juga sehingga tidak menjaga apa pun. Rencanakan 'error' atau 'rework'.`,
    }),
    guardNotMeasured: (d: { service: ServiceCode; guardMetric: ServiceMetric }) => ({
      en: `The evaluation plans the guard '${d.guardMetric}' of ${d.service}. Give guardBeforeId and guardAfterId.`,
      id: `Evaluasi merencanakan penjaga '${d.guardMetric}' pada ${d.service}. Isi guardBeforeId dan guardAfterId.`,
    }),
    guardWorsened: (d: { unitId: string; service: ServiceCode }) => ({
      en: `In the unit ${d.unitId} the guard of ${d.service} worsened beyond the tolerance, so the programme is not effective. Conclude 'noSignificantChange', 'harmful' or 'inconclusive'.`,
      id: `Pada unit ${d.unitId} penjaga ${d.service} memburuk melebihi toleransi, sehingga program tidak efektif. Simpulkan 'noSignificantChange', 'harmful', atau 'inconclusive'.`,
    }),
  },
});

export const R30 = rule('R30', {
  text: {
    en: 'Reactions come only from a batch of the evaluation that somebody attended, one for each participant, by a token that nobody can trace; results are shown only from the number of answers that the policy sets.',
    id: 'Reaksi hanya berasal dari angkatan evaluasi ini yang dihadiri, satu untuk setiap peserta, dengan token yang tidak dapat dilacak; hasilnya hanya ditampilkan mulai jumlah jawaban menurut kebijakan.',
  },
  refusals: {
    notOfEvaluation: (d: { batchId: string; evaluationId: string }) => ({
      en: `The batch ${d.batchId} was not held under the evaluation ${d.evaluationId}. Send the reaction to the evaluation of the batch.`,
      id: `Angkatan ${d.batchId} tidak diselenggarakan dengan evaluasi ${d.evaluationId}. Kirim reaksinya ke evaluasi angkatan itu.`,
    }),
    traceable: (d: { subjectId: string; batchId: string }) => ({
      en: `${d.subjectId} takes part in the batch ${d.batchId}; the log would tell whose answer it is. Let whoever keeps the survey send it.`,
      id: `${d.subjectId} adalah peserta angkatan ${d.batchId}; log akan menunjukkan siapa yang menjawab. Kirim melalui pengelola survei.`,
    }),
    nobodyAttended: (d: { batchId: string }) => ({
      en: `Nobody attended the batch ${d.batchId} so far. Record the attendance first.`,
      id: `Belum ada yang hadir pada angkatan ${d.batchId}. Catat kehadirannya dahulu.`,
    }),
    answeredBefore: (d: { batchId: string }) => ({
      en: `This token was used for the batch ${d.batchId} before: each participant answers once. Leave the second answer out.`,
      id: `Token ini sudah dipakai untuk angkatan ${d.batchId}: setiap peserta menjawab satu kali. Abaikan jawaban kedua.`,
    }),
    moreThanAttended: (d: { batchId: string; attended: number }) => ({
      en: `All ${d.attended} who attended the batch ${d.batchId} have answered. Check the tokens, or record the attendance that is missing.`,
      id: `Seluruh ${d.attended} orang yang hadir pada angkatan ${d.batchId} sudah menjawab. Periksa tokennya, atau catat kehadiran yang belum tercatat.`,
    }),
  },
});

export const R31 = rule('R31', {
  text: {
    en: 'Behaviour is rated only inside the window after completion, by somebody who worked with the participant when the batch ended; a self-rating never replaces that of a superior.',
    id: 'Perilaku dinilai hanya dalam rentang waktu setelah pelatihan selesai, oleh orang yang bekerja dengan peserta ketika angkatan berakhir; penilaian diri tidak menggantikan penilaian atasan.',
  },
  refusals: {
    otherBatch: (d: { batchId: string; evaluationId: string }) => ({
      en: `The batch ${d.batchId} was not held under the evaluation ${d.evaluationId}. Name a batch of this evaluation.`,
      id: `Angkatan ${d.batchId} tidak diselenggarakan dengan evaluasi ${d.evaluationId}. Sebutkan angkatan dari evaluasi ini.`,
    }),
    notCompleted: (d: { employeeId: string; batchId: string }) => ({
      en: `${d.employeeId} did not complete the batch ${d.batchId}. Rate only those who did; where the outcome is still open, have it decided first.`,
      id: `${d.employeeId} tidak menyelesaikan angkatan ${d.batchId}. Nilai hanya yang menyelesaikannya; bila hasil akhirnya belum ada, mintalah diputuskan dahulu.`,
    }),
    outsideWindow: (d: { on: string; opens: string; closes: string }) => ({
      en: `Behaviour after this batch is rated from ${d.opens} to ${d.closes}, and not on ${d.on}. Rate within these days.`,
      id: `Perilaku setelah angkatan ini dinilai sejak ${d.opens} sampai ${d.closes}, bukan pada ${d.on}. Lakukan penilaian dalam masa itu.`,
    }),
    notSelf: (d: { subjectId: string; employeeId: string }) => ({
      en: `A self-rating of ${d.employeeId} cannot come from ${d.subjectId}. State the kind of rater that applies.`,
      id: `Penilaian diri ${d.employeeId} tidak dapat berasal dari ${d.subjectId}. Sebutkan jenis penilai yang sesuai.`,
    }),
    ratesHimself: (d: { employeeId: string; raterKind: string }) => ({
      en: `${d.employeeId} takes part in a rating as '${d.raterKind}' of the same person. Let the rater act alone, or rate as 'self'.`,
      id: `${d.employeeId} ikut dalam penilaian sebagai '${d.raterKind}' atas dirinya. Biarkan penilai bertindak sendiri, atau nilai sebagai 'self'.`,
    }),
    noRelation: (d: { subjectId: string; employeeId: string; raterKind: string; on: string }) => ({
      en: `${d.subjectId} was not the ${d.raterKind} of ${d.employeeId} on ${d.on}, the last day of the batch. Ask somebody who was.`,
      id: `${d.subjectId} bukan ${d.raterKind} dari ${d.employeeId} pada ${d.on}, hari terakhir angkatan. Mintalah orang yang saat itu demikian.`,
    }),
    replacesAnother: (d: { ratingId: string }) => ({
      en: `The rating ${d.ratingId} was given by somebody else, or of somebody else. Correct a rating of your own, or give this one an id of its own.`,
      id: `Penilaian ${d.ratingId} diberikan oleh orang lain, atau mengenai orang lain. Perbaiki penilaian sendiri, atau beri id sendiri untuk penilaian ini.`,
    }),
  },
});

export const R35 = rule('R35', {
  text: {
    en: "A conclusion needs every planned level measured on the planned number of cases, and 'effective' the planned effect; otherwise it is 'inconclusive', and names the missing levels. What is recommended fits the conclusion, and says why where it departs from what was advised.",
    id: "Kesimpulan memerlukan setiap level yang direncanakan terukur pada jumlah kasus yang direncanakan, dan 'effective' memerlukan efek yang direncanakan; jika tidak, kesimpulannya 'inconclusive' dengan menyebut level yang kurang. Rekomendasi sesuai dengan kesimpulan, dan menyebut alasannya bila menyimpang dari saran.",
  },
  refusals: {
    minimumEffectTooLow: (d: { given: number; needed: number }) => ({
      en: `A minimum effect of ${d.given} basis points is below that of the policy (${d.needed}). Plan at least that.`,
      id: `Efek minimum ${d.given} basis poin berada di bawah kebijakan (${d.needed}). Rencanakan paling sedikit sebesar itu.`,
    }),
    minimumNTooLow: (d: { given: number; needed: number }) => ({
      en: `A minimum of ${d.given} cases is below that of the policy (${d.needed}). Plan at least that many.`,
      id: `Jumlah kasus minimum ${d.given} berada di bawah kebijakan (${d.needed}). Rencanakan paling sedikit sebanyak itu.`,
    }),
    impactNotPlanned: () => ({
      en: 'Impact (level 4) is planned without a service unit or without a metric. Name at least one of each.',
      id: 'Dampak (level 4) direncanakan tanpa unit layanan atau tanpa ukuran. Sebutkan masing-masing paling sedikit satu.',
    }),
    comparisonNotPlanned: () => ({
      en: 'The design compares, and no comparison unit is planned. Name at least one, or choose another design.',
      id: 'Rancangannya pembandingan, tetapi unit pembanding tidak direncanakan. Sebutkan paling sedikit satu, atau pilih rancangan lain.',
    }),
    unitTwice: (d: { unitId: string }) => ({
      en: `The unit ${d.unitId} is planned twice, and would count twice. Name each unit once.`,
      id: `Unit ${d.unitId} direncanakan dua kali sehingga akan terhitung dua kali. Sebutkan setiap unit satu kali.`,
    }),
    comparisonTrained: (d: { unitId: string }) => ({
      en: `The unit ${d.unitId} is planned as trained and as comparison. Plan it as one of the two.`,
      id: `Unit ${d.unitId} direncanakan sebagai unit yang dilatih sekaligus pembanding. Rencanakan sebagai salah satunya.`,
    }),
    notEvaluator: (d: { subjectId: string; evaluatorId: string }) => ({
      en: `The evaluation is concluded by its evaluator ${d.evaluatorId}, not by ${d.subjectId}. Have the evaluator conclude it.`,
      id: `Evaluasi disimpulkan oleh evaluatornya, ${d.evaluatorId}, bukan oleh ${d.subjectId}. Mintalah evaluator menyimpulkannya.`,
    }),
    levelsMissing: (d: { missing: readonly EvaluationLevel[] }) => ({
      en: `The planned level ${d.missing.join(', ')} was not measured. Measure it, or conclude 'inconclusive'.`,
      id: `Level ${d.missing.join(', ')} yang direncanakan belum terukur. Ukur dahulu, atau simpulkan 'inconclusive'.`,
    }),
    tooFewCases: (d: { n: number; minimumN: number; level: EvaluationLevel }) => ({
      en: `Level ${d.level} rests on ${d.n} cases, fewer than the ${d.minimumN} planned. Measure more, or conclude 'inconclusive'.`,
      id: `Level ${d.level} bersandar pada ${d.n} kasus, kurang dari ${d.minimumN} yang direncanakan. Tambah pengukuran, atau simpulkan 'inconclusive'.`,
    }),
    noImpact: (d: { conclusion: Conclusion }) => ({
      en: `The conclusion '${d.conclusion}' speaks of an impact, and none was measured. Measure it, or conclude 'inconclusive'.`,
      id: `Kesimpulan '${d.conclusion}' menyangkut dampak, tetapi dampak belum terukur. Ukur dahulu, atau simpulkan 'inconclusive'.`,
    }),
    nobodyCompleted: () => ({
      en: "Nobody has completed a batch under this evaluation, so nothing can be effective. Conclude 'inconclusive'.",
      id: "Belum ada yang menyelesaikan angkatan dalam evaluasi ini, sehingga tidak ada yang dapat efektif. Simpulkan 'inconclusive'.",
    }),
    behaviourTooLow: (d: { mean: number; effectiveMean: number }) => ({
      en: `Behaviour was rated ${formatScore(d.mean)} on average, below the ${formatScore(d.effectiveMean)} of the policy, and no impact was measured. Conclude 'inconclusive', or measure the impact.`,
      id: `Rata-rata penilaian perilaku ${formatScore(d.mean)}, di bawah ${formatScore(d.effectiveMean)} menurut kebijakan, dan dampak belum terukur. Simpulkan 'inconclusive', atau ukur dampaknya.`,
    }),
    effectTooSmall: (d: { unitId: string; improvement: number | null; minimumEffect: number }) => ({
      en: `In the unit ${d.unitId} the improvement is ${d.improvement ?? 'unknown'} basis points, below the planned ${d.minimumEffect}. Conclude 'noSignificantChange', 'harmful' or 'inconclusive'.`,
      id: `Pada unit ${d.unitId} perbaikannya ${d.improvement ?? 'tidak diketahui'} basis poin, di bawah rencana ${d.minimumEffect}. Simpulkan 'noSignificantChange', 'harmful', atau 'inconclusive'.`,
    }),
    doesNotFit: (d: { kind: string; conclusion: Conclusion; fitting: readonly string[] }) => ({
      en: `The recommendation '${d.kind}' does not follow from the conclusion '${d.conclusion}'. Recommend '${d.fitting.join("' or '")}'.`,
      id: `Rekomendasi '${d.kind}' tidak sesuai dengan kesimpulan '${d.conclusion}'. Rekomendasikan '${d.fitting.join("' atau '")}'.`,
    }),
    departsFromAdvice: (d: { kind: string; advised: string }) => ({
      en: `By the evidence '${d.advised}' was advised; '${d.kind}' departs from that without a justification. Give the justification, or follow the advice.`,
      id: `Menurut bukti yang ada disarankan '${d.advised}'; '${d.kind}' menyimpang dari itu tanpa alasan. Berikan alasannya, atau ikuti saran itu.`,
    }),
    noCause: (d: { recommendationId: string }) => ({
      en: `The recommendation ${d.recommendationId} rests on nothing. Cite an evaluation, or the events that cause it in causeEvents.`,
      id: `Rekomendasi ${d.recommendationId} tidak bersandar pada apa pun. Rujuk evaluasi, atau peristiwa penyebabnya pada causeEvents.`,
    }),
  },
});

export const R36 = rule('R36', {
  text: {
    en: 'Those concerned may contest a conclusion within the days of the policy; while it is contested it carries no expansion.',
    id: 'Pihak yang berkepentingan dapat menyanggah kesimpulan dalam jumlah hari menurut kebijakan; selama disanggah, kesimpulan tidak menjadi dasar perluasan.',
  },
  refusals: {
    outsideTime: (d: { on: string; from: string; to: string }) => ({
      en: `The conclusion could be contested from ${d.from} to ${d.to}, not on ${d.on}. Ask for a new evaluation instead.`,
      id: `Kesimpulan dapat disanggah sejak ${d.from} sampai ${d.to}, bukan pada ${d.on}. Mintalah evaluasi baru.`,
    }),
  },
});

/** Refuses metrics of speed without a guard that slows them down (R24). */
export function guarded(metrics: readonly PlannedMetric[]): Rejection | undefined {
  for (const { service, metric, guardMetric } of metrics) {
    if (isSpeed(metric) && guardMetric === undefined) return R24.refuse('guardMissing', { service, metric });
    if (guardMetric !== undefined && isSpeed(guardMetric)) return R24.refuse('guardIsSpeed', { service, guardMetric });
  }
  return undefined;
}

type Planned = Exclude<Evaluation, { status: 'none' }>;

/** What is asked of a plan before anything is measured (R35). */
export function measurable(plan: {
  readonly levels: readonly EvaluationLevel[];
  readonly design: string;
  readonly serviceUnits: readonly UnitId[];
  readonly comparisonUnits: readonly UnitId[];
  readonly metrics: readonly PlannedMetric[];
}): Rejection | undefined {
  const { levels, design, serviceUnits, comparisonUnits, metrics } = plan;
  if (levels.includes(4) && (serviceUnits.length === 0 || metrics.length === 0)) {
    return R35.refuse('impactNotPlanned', {});
  }
  if (design === 'comparison' && comparisonUnits.length === 0) return R35.refuse('comparisonNotPlanned', {});
  const trained = comparisonUnits.find((unit) => serviceUnits.includes(unit));
  if (trained !== undefined) return R35.refuse('comparisonTrained', { unitId: trained });
  const twice = [...serviceUnits, ...comparisonUnits].find((unit, at, all) => all.indexOf(unit) !== at);
  return twice && R35.refuse('unitTwice', { unitId: twice });
}

/** Refuses a plan that asks for less effect or fewer cases than the policy (R35). */
export function asStrictAs(
  plan: { readonly minimumEffect: number; readonly minimumN: number },
  policy: { readonly effect: number; readonly n: number },
): Rejection | undefined {
  if (plan.minimumEffect < policy.effect) {
    return R35.refuse('minimumEffectTooLow', { given: plan.minimumEffect, needed: policy.effect });
  }
  if (plan.minimumN < policy.n) return R35.refuse('minimumNTooLow', { given: plan.minimumN, needed: policy.n });
  return undefined;
}

/** Refuses the answer of a participant that could be traced, was given before, or cannot be that of somebody who attended (R30). */
export function answerable(
  command: IssuedCommand,
  evaluation: Planned,
  { batchId, respondentToken }: { readonly batchId: BatchId; readonly respondentToken: Sha256 },
  batch: HeldBatch,
): Rejection | undefined {
  if (batch.evaluationId !== command.streamId) {
    return R30.refuse('notOfEvaluation', { batchId, evaluationId: command.streamId });
  }
  const participates = (subject: SubjectId) => (batch.participants.get(subject)?.status ?? 'declined') !== 'declined';
  const subjectId = subjectsOf(makerOf(command)).find(participates);
  if (subjectId !== undefined) return R30.refuse('traceable', { subjectId, batchId });
  const attended = [...batch.participants.values()].filter((participant) => participant.attended.length > 0).length;
  if (attended === 0) return R30.refuse('nobodyAttended', { batchId });
  const answers = evaluation.reactions.filter((known) => known.batchId === batchId);
  if (answers.some((known) => known.respondentToken === respondentToken)) {
    return R30.refuse('answeredBefore', { batchId });
  }
  return answers.length < attended ? undefined : R30.refuse('moreThanAttended', { batchId, attended });
}

/** Refuses a rating before or after its window (R31). The window counts from the last day of the batch. */
export function insideWindow(
  completedOn: LocalDate,
  window: { readonly from: number; readonly to: number },
  on: LocalDate,
): Rejection | undefined {
  const opens = addDays(completedOn, window.from);
  const closes = addDays(completedOn, window.to);
  return on < opens || on > closes ? R31.refuse('outsideWindow', { on, opens, closes }) : undefined;
}

/**
 * Refuses a rater who did not stand in that relation to the participant on the last day of the batch (R31): who moves later is still
 * rated by those who worked with him before.
 */
export function worksWith(rating: {
  readonly raterKind: RaterKind;
  readonly ratedBy: Maker;
  readonly employeeId: SubjectId;
  readonly rater: Employee;
  readonly employee: Employee;
  readonly on: LocalDate;
}): Rejection | undefined {
  const { raterKind, ratedBy, employeeId, rater, employee, on } = rating;
  const { subjectId } = ratedBy;
  if (raterKind === 'self') {
    return subjectId === employeeId ? undefined : R31.refuse('notSelf', { subjectId, employeeId });
  }
  if (subjectsOf(ratedBy).includes(employeeId)) return R31.refuse('ratesHimself', { employeeId, raterKind });
  const ofRater = placementOn(rater, on);
  const ofEmployee = placementOn(employee, on);
  const related = match(raterKind)
    .with('superior', () => ofEmployee?.superiorId === subjectId)
    .with('peer', () => ofRater !== undefined && ofRater.unitId === ofEmployee?.unitId)
    .with('subordinate', () => ofRater?.superiorId === employeeId)
    .exhaustive();
  return related ? undefined : R31.refuse('noRelation', { subjectId, employeeId, raterKind, on });
}

/** Refuses a conclusion that says more than what was measured (R35), or that is effective at the cost of the guard (R24). */
export function carried(
  conclusion: Conclusion,
  evaluation: Planned,
  batches: readonly HeldBatch[],
  { missing, effectiveMean }: { readonly missing: readonly EvaluationLevel[]; readonly effectiveMean: number },
): Rejection | undefined {
  if (conclusion === 'inconclusive') return undefined;
  if (missing.length > 0) return R35.refuse('levelsMissing', { missing });
  const { impacts, minimumN, minimumEffect } = evaluation;
  const level = highestLevel(evaluation);
  const n = casesAt(level, evaluation, batches);
  if (n < minimumN) return R35.refuse('tooFewCases', { n, minimumN, level });
  if (conclusion !== 'effective') return impacts.length === 0 ? R35.refuse('noImpact', { conclusion }) : undefined;

  const completed = batches.some(({ participants }) =>
    [...participants.values()].some(({ status }) => status === 'completed'),
  );
  if (!completed) return R35.refuse('nobodyCompleted', {});
  if (impacts.length === 0) {
    const mean = meanRating(evaluation);
    if (mean === undefined) return R35.refuse('noImpact', { conclusion });
    if (mean < effectiveMean) return R35.refuse('behaviourTooLow', { mean: Math.floor(mean), effectiveMean });
  }
  for (const { unitId, service, guardWorsened, improvement } of impacts) {
    if (guardWorsened === true) return R24.refuse('guardWorsened', { unitId, service });
    if (improvement === null || improvement < minimumEffect) {
      return R35.refuse('effectTooSmall', { unitId, improvement, minimumEffect });
    }
  }
  return undefined;
}
