import { type IssuedCommand, type Rejection, rule } from '@pembinaan/event-sourcing';
import type { Conclusion } from '../../evaluate/evaluation/events.js';
import { R35 } from '../../evaluate/evaluation/rules.js';
import type { Evaluation } from '../../evaluate/evaluation/state.js';
import { G02 } from '../../governance/rules/ground-rules.js';
import { statusName } from '../../governance/rules/names.js';
import { independentOf } from '../../governance/rules/r02-maker-is-not-checker.js';
import { type Budget, openAmount } from '../../plan/budget/state.js';
import type { KnownProgram, Recommendation } from '../../train/program/state.js';
import { makerOf, subjectsOf } from '../../values/acts.js';
import { formatRupiah } from '../../values/amounts.js';
import type { CommitmentId, EvaluationId, RecommendationId } from '../../values/ids.js';
import { addDays, type LocalDate } from '../../values/local-date.js';
import type { AdviceKind, RevisionKind } from './events.js';

export const R25 = rule('R25', {
  text: {
    en: 'A programme is expanded only on an evaluation that is concluded effective, uncontested, recent and measured in behaviour or results, with budget for the added cost, by an authorised official who is neither its evaluator nor its designer.',
    id: 'Program hanya diperluas berdasarkan evaluasi yang disimpulkan efektif, tidak sedang disanggah, masih baru, dan terukur pada perilaku atau dampak, dengan anggaran untuk tambahan biayanya, oleh pejabat berwenang yang bukan evaluator atau perancangnya.',
  },
  refusals: {
    evaluationMissing: (d: { recommendationId: string }) => ({
      en: `The recommendation ${d.recommendationId} is to expand and cites no evaluation. Give evaluationId of one that is concluded effective.`,
      id: `Rekomendasi ${d.recommendationId} bertujuan memperluas tanpa merujuk evaluasi. Isi evaluationId dari evaluasi yang disimpulkan efektif.`,
    }),
    notRecommended: (d: { recommendationId: string }) => ({
      en: `The programme has no recommendation ${d.recommendationId} to expand it. Have the expansion recommended first, citing the evaluation.`,
      id: `Program tidak memiliki rekomendasi ${d.recommendationId} untuk perluasan. Mintalah perluasan direkomendasikan dahulu dengan merujuk evaluasinya.`,
    }),
    otherEvaluation: (d: { recommendationId: string; evaluationId: string }) => ({
      en: `The recommendation ${d.recommendationId} does not rest on the evaluation ${d.evaluationId}. Name the evaluation that the recommendation cites.`,
      id: `Rekomendasi ${d.recommendationId} tidak bersandar pada evaluasi ${d.evaluationId}. Sebutkan evaluasi yang dirujuk rekomendasi itu.`,
    }),
    otherProgram: (d: { evaluationId: string; programId: string }) => ({
      en: `The evaluation ${d.evaluationId} is not one of the programme ${d.programId}. Cite an evaluation of this programme.`,
      id: `Evaluasi ${d.evaluationId} bukan evaluasi program ${d.programId}. Rujuklah evaluasi program ini.`,
    }),
    notConcluded: (d: { evaluationId: string; status: string }) => ({
      en: `The evaluation ${d.evaluationId} is ${statusName(d.status).en}, not concluded. Wait for its conclusion.`,
      id: `Evaluasi ${d.evaluationId} berstatus ${statusName(d.status).id}, belum disimpulkan. Tunggulah kesimpulannya.`,
    }),
    contested: (d: { evaluationId: string }) => ({
      en: `The evaluation ${d.evaluationId} is contested. Let the evaluator conclude it again first.`,
      id: `Evaluasi ${d.evaluationId} sedang disanggah. Biarkan evaluator menyimpulkannya kembali dahulu.`,
    }),
    notEffective: (d: { evaluationId: string; conclusion: string }) => ({
      en: `The evaluation ${d.evaluationId} concludes '${d.conclusion}', and only an effective programme is expanded. Review its method, or continue it as it is.`,
      id: `Evaluasi ${d.evaluationId} menyimpulkan '${d.conclusion}', dan hanya program yang efektif yang diperluas. Tinjaulah metodenya, atau lanjutkan apa adanya.`,
    }),
    tooOld: (d: { evaluationId: string; concludedOn: string; maxAgeDays: number }) => ({
      en: `The evaluation ${d.evaluationId} was concluded on ${d.concludedOn}, more than ${d.maxAgeDays} days ago. Have the programme evaluated again.`,
      id: `Evaluasi ${d.evaluationId} disimpulkan pada ${d.concludedOn}, lebih dari ${d.maxAgeDays} hari yang lalu. Mintalah program dievaluasi kembali.`,
    }),
    noResultMeasured: (d: { evaluationId: string }) => ({
      en: `The evaluation ${d.evaluationId} measured neither behaviour (level 3) nor results (level 4). Have one of them measured before the programme is expanded.`,
      id: `Evaluasi ${d.evaluationId} tidak mengukur perilaku (level 3) maupun dampak (level 4). Mintalah salah satunya diukur sebelum program diperluas.`,
    }),
    noBudget: (d: { addedCost: number }) => ({
      en: `The expansion adds a cost of ${formatRupiah(d.addedCost)} and names no commitment for it. Commit the budget for this programme first, then name the commitment.`,
      id: `Perluasan menambah biaya ${formatRupiah(d.addedCost)} tanpa menyebut komitmennya. Komitmenkan anggaran untuk program ini dahulu, lalu sebutkan komitmennya.`,
    }),
    noCommitment: (d: { commitmentId: string; programId: string }) => ({
      en: `The budget has no commitment ${d.commitmentId} for the programme ${d.programId}. Name a commitment that was made for this programme.`,
      id: `Anggaran tidak memuat komitmen ${d.commitmentId} untuk program ${d.programId}. Sebutkan komitmen yang dibuat untuk program ini.`,
    }),
    budgetTooSmall: (d: { commitmentId: string; open: number; addedCost: number }) => ({
      en: `The commitment ${d.commitmentId} has ${formatRupiah(d.open)} open, less than the added cost of ${formatRupiah(d.addedCost)}. Commit more, or expand less.`,
      id: `Komitmen ${d.commitmentId} menyisakan ${formatRupiah(d.open)}, kurang dari tambahan biaya ${formatRupiah(d.addedCost)}. Tambah komitmennya, atau kecilkan perluasannya.`,
    }),
    decidedByEvaluator: (d: { subjectId: string }) => ({
      en: `${d.subjectId} evaluated this programme and does not decide on its expansion. Have another official decide.`,
      id: `${d.subjectId} mengevaluasi program ini sehingga tidak memutuskan perluasannya. Mintalah pejabat lain memutuskan.`,
    }),
    decidedByDesigner: (d: { subjectId: string }) => ({
      en: `${d.subjectId} designed this programme and does not decide on its expansion. Have another official decide.`,
      id: `${d.subjectId} merancang program ini sehingga tidak memutuskan perluasannya. Mintalah pejabat lain memutuskan.`,
    }),
  },
});

export const R26 = rule('R26', {
  text: {
    en: "A conclusion 'noSignificantChange' obliges a review of the method or a reasoned alternative; while a review is open no batch is scheduled, and only a revised method or a cancellation closes it.",
    id: "Kesimpulan 'noSignificantChange' mewajibkan peninjauan metode atau alternatif yang beralasan; selama peninjauan terbuka tidak ada angkatan yang dijadwalkan, dan hanya perubahan metode atau pembatalan yang menutupnya.",
  },
  refusals: {
    reviewOpen: (d: { programId: string }) => ({
      en: `A review of the method of the programme ${d.programId} is open. Answer it by revising the method, or cancel the programme.`,
      id: `Peninjauan metode program ${d.programId} masih terbuka. Jawablah dengan mengubah metodenya, atau batalkan programnya.`,
    }),
    noReview: (d: { programId: string }) => ({
      en: `No review of the method of the programme ${d.programId} is open. Order one first.`,
      id: `Tidak ada peninjauan metode program ${d.programId} yang terbuka. Perintahkan peninjauan dahulu.`,
    }),
    notRecommended: (d: { recommendationId: string; kind: string }) => ({
      en: `The programme has no recommendation ${d.recommendationId} of the kind '${d.kind}'. Have it recommended first.`,
      id: `Program tidak memiliki rekomendasi ${d.recommendationId} dengan jenis '${d.kind}'. Mintalah direkomendasikan dahulu.`,
    }),
    reasonMissing: (d: { kind: string }) => ({
      en: `The evaluation found no significant change, which asks for a review of the method; '${d.kind}' departs from that without a justification. Recommend 'reviewMethod', or give the justification.`,
      id: `Evaluasi tidak menemukan perubahan berarti, sehingga metode perlu ditinjau; '${d.kind}' menyimpang dari itu tanpa alasan. Rekomendasikan 'reviewMethod', atau berikan alasannya.`,
    }),
    unanswered: (d: { evaluationId: string }) => ({
      en: `The evaluation ${d.evaluationId} found no significant change, and nothing that cites it was recommended yet. Cite it in evaluationId.`,
      id: `Evaluasi ${d.evaluationId} tidak menemukan perubahan berarti, dan belum ada rekomendasi yang merujuknya. Rujuklah pada evaluationId.`,
    }),
  },
});

/** What may be recommended after a conclusion. After no significant change, whatever is not a review needs a justification (R26). */
const FITTING: Readonly<Record<Conclusion, readonly RevisionKind[]>> = {
  effective: ['expand', 'continue', 'revisePlan'],
  noSignificantChange: ['reviewMethod', 'continue', 'suspend', 'cancel', 'revisePlan'],
  harmful: ['reviewMethod', 'suspend', 'cancel'],
  inconclusive: ['continue', 'reviewMethod', 'suspend', 'revisePlan'],
};

/** Refuses a recommendation that does not follow from the conclusion (R35), or departs from a review without saying why (R26). */
export function follows(
  { kind, justification }: { readonly kind: RevisionKind; readonly justification?: string },
  conclusion: Conclusion,
): Rejection | undefined {
  const fitting = FITTING[conclusion];
  if (!fitting.includes(kind)) return R35.refuse('doesNotFit', { kind, conclusion, fitting });
  const departs = conclusion === 'noSignificantChange' && kind !== 'reviewMethod';
  return departs && (justification ?? '').trim() === '' ? R26.refuse('reasonMissing', { kind }) : undefined;
}

/**
 * Whether a recommendation departs from what was advised. Where the evidence is not enough, to continue is to wait for more of it, and
 * departs from nothing. To revise the plan decides nothing of the programme, which needs a recommendation of its own: it never departs.
 */
export function departsFrom(advised: AdviceKind, kind: RevisionKind): boolean {
  if (kind === 'revisePlan') return false;
  return kind !== (advised === 'notEnoughEvidence' ? 'continue' : advised);
}

/** Refuses a recommendation that departs from what was advised without saying why (R35). */
export function asAdvised(recommendation: {
  readonly kind: RevisionKind;
  readonly advised?: AdviceKind;
  readonly justification?: string;
}): Rejection | undefined {
  const { kind, advised, justification } = recommendation;
  if (advised === undefined || !departsFrom(advised, kind)) return undefined;
  return (justification ?? '').trim() === '' ? R35.refuse('departsFromAdvice', { kind, advised }) : undefined;
}

/** Refuses a recommendation that cites no evaluation while one without significant change waits for its answer (R26). */
export function answered(program: KnownProgram, withoutChange: readonly string[]): Rejection | undefined {
  const open = withoutChange.find((id) => !program.recommendations.some(({ evaluationId }) => evaluationId === id));
  return open === undefined ? undefined : R26.refuse('unanswered', { evaluationId: open });
}

/** The recommendation of that id and kind. */
export function recommended(
  program: KnownProgram,
  recommendationId: RecommendationId,
  kind: RevisionKind,
): Recommendation | undefined {
  return program.recommendations.find((known) => known.recommendationId === recommendationId && known.kind === kind);
}

/** Refuses a second decision on one recommendation (G02). */
export function undecided({ recommendationId, decided }: Recommendation): Rejection | undefined {
  return decided ? G02.refuse('alreadyDecided', { what: 'recommendation', id: recommendationId }) : undefined;
}

/**
 * Refuses an act for which no recommendation of the kind was made (R26), which was decided on before (G02), or of which the decider made
 * the recommendation (R02).
 */
export function asRecommended(
  command: IssuedCommand,
  program: KnownProgram,
  recommendationId: RecommendationId,
  kind: RevisionKind,
): Rejection | undefined {
  const found = recommended(program, recommendationId, kind);
  if (found === undefined) return R26.refuse('notRecommended', { recommendationId, kind });
  return undecided(found) ?? independentOf(command, [{ act: 'recommended', maker: found.recommendedBy }]);
}

/**
 * The same for an act that needs no recommendation, but may name one. Who recommended it does not decide it by leaving the recommendation
 * out either (R02).
 */
export function asRecommendedIfAtAll(
  command: IssuedCommand,
  program: KnownProgram,
  recommendationId: RecommendationId | undefined,
  kind: RevisionKind,
): Rejection | undefined {
  if (recommendationId !== undefined) {
    const refusal = asRecommended(command, program, recommendationId, kind);
    if (refusal !== undefined) return refusal;
  }
  const standing = program.recommendations.filter((known) => known.kind === kind && !known.decided);
  return independentOf(
    command,
    standing.map(({ recommendedBy }) => ({ act: 'recommended', maker: recommendedBy })),
  );
}

/** Refuses an act that cannot go on while a review of the method is open (R26). */
export function noReviewOpen(program: KnownProgram, programId: string): Rejection | undefined {
  return program.openReview === undefined ? undefined : R26.refuse('reviewOpen', { programId });
}

/** Refuses an evaluation that does not carry an expansion: of another programme, or not concluded effective and recent (R25). */
export function carriesExpansion(
  evaluation: Evaluation,
  { evaluationId, programId }: { readonly evaluationId: EvaluationId; readonly programId: string },
  maxAgeDays: number,
  on: LocalDate,
): Rejection | undefined {
  if (evaluation.status === 'none') return R25.refuse('notConcluded', { evaluationId, status: evaluation.status });
  if (evaluation.programId !== programId) return R25.refuse('otherProgram', { evaluationId, programId });
  if (evaluation.status === 'contested') return R25.refuse('contested', { evaluationId });
  const { conclusion, concludedOn, measuredLevels } = evaluation;
  if (conclusion === undefined || concludedOn === undefined) {
    return R25.refuse('notConcluded', { evaluationId, status: evaluation.status });
  }
  if (conclusion !== 'effective') return R25.refuse('notEffective', { evaluationId, conclusion });
  if (on > addDays(concludedOn, maxAgeDays)) return R25.refuse('tooOld', { evaluationId, concludedOn, maxAgeDays });
  const ofResults = measuredLevels.includes(3) || measuredLevels.includes(4);
  return ofResults ? undefined : R25.refuse('noResultMeasured', { evaluationId });
}

/** Refuses a decision by the evaluator or the designer, directly or through an operator (R25). */
export function decidedByOthers(
  command: IssuedCommand,
  program: KnownProgram,
  evaluation: Evaluation,
): Rejection | undefined {
  const deciders = subjectsOf(makerOf(command));
  const evaluator = deciders.find((subjectId) => evaluators(evaluation).includes(subjectId));
  if (evaluator !== undefined) return R25.refuse('decidedByEvaluator', { subjectId: evaluator });
  const designer = deciders.find((subjectId) => subjectsOf(program.designedBy).includes(subjectId));
  return designer && R25.refuse('decidedByDesigner', { subjectId: designer });
}

function evaluators(evaluation: Evaluation): readonly string[] {
  if (evaluation.status === 'none') return [];
  const { evaluatorId, concludedBy } = evaluation;
  return concludedBy === undefined ? [evaluatorId] : [evaluatorId, ...subjectsOf(concludedBy)];
}

/** Refuses an added cost for which this programme holds no open commitment (R25). */
export function paidFor(
  addedCost: number,
  budget: Budget | undefined,
  commitmentId: CommitmentId | undefined,
  programId: string,
): Rejection | undefined {
  if (budget === undefined || commitmentId === undefined) {
    return addedCost > 0 ? R25.refuse('noBudget', { addedCost }) : undefined;
  }
  const commitment = budget.commitments.find((known) => known.commitmentId === commitmentId);
  if (commitment === undefined || commitment.programId !== programId) {
    return R25.refuse('noCommitment', { commitmentId, programId });
  }
  const open = openAmount(commitment);
  return open < addedCost ? R25.refuse('budgetTooSmall', { commitmentId, open, addedCost }) : undefined;
}
