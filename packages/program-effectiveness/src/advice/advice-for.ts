import { addDays, type Clock } from '@pembinaan/core';
import type { Bilingual } from '@pembinaan/event-sourcing';
import type { RoundEstimates } from '../estimates/round-estimates.js';
import type { ProgramHistory } from '../program/program-history.js';
import type { Told } from '../program/told.js';
import type { PolicyInView } from '../surroundings/policy-in-view.js';
import type { EvaluationSurroundings } from '../surroundings/surroundings.js';
import type { Advice, Reason } from './advice.js';
import { contestedConclusion, isFailure, isHarm, standingConclusion } from './finding.js';
import { type FailedBefore, failedBefore, type KnownRound, knownRounds } from './known-rounds.js';
import { decides, deciding, reason } from './reason.js';
import { conclusionReason } from './reasons-of-conclusion.js';
import { costReason } from './reasons-of-cost.js';
import { peopleReasons } from './reasons-of-people.js';
import { resultEvents, resultReasons, worsenedGuards } from './reasons-of-results.js';
import { strongerWords } from './words.js';

/**
 * What should happen with a programme by one of its rounds, from the figures, the conclusion of the evaluator and the policy. The first
 * row that fits decides.
 *
 * | | what is there | advice | reason |
 * |---|---|---|---|
 * | 1 | no policy | notEnoughEvidence | `noPolicy` |
 * | 2 | the agency has not set `effect.minimum` | notEnoughEvidence | `effectMinimumNotSet` |
 * | 3 | worse at the date or against the comparison, or concluded harmful: after a failed round and a revised method | cancel | `revisedMethodFailedToo` |
 * | 4 | the same, otherwise | suspend | `worse`, `concludedHarmful` |
 * | 5 | a guard worsened beyond the tolerance and beyond chance, and in the failed round before one did too | suspend | `guardWorsenedAgain` (R24) |
 * | 6 | a guard worsened beyond the tolerance | reviewMethod | `guardWorsened` (R24) |
 * | 7 | an improvement that counts is excluded, or no significant change concluded, or merely worse after than before: after a failed round and a revised method | cancel | `revisedMethodFailedToo` (R26) |
 * | 8 | the same, otherwise | reviewMethod | `belowMinimum`, `concludedWithoutChange`, `worsened` (R26) |
 * | 9 | better, but a planned level was not measured, or it is older than `evaluation.maxAgeDays` | notEnoughEvidence | `levelNotMeasured` (R35), `evidenceTooOld` (R25) |
 * | 10 | better, but the design cannot tell whether the programme did it; or the conclusion is contested, not there, says less, or names neither level 3 nor 4; or it cost too much, or what it cost is not known though there is a maximum | continue | `gainOnly`, `changeAtDateOnly`, `contested` (R36), `awaitsConclusion`, `conclusionSaysLess`, `conclusionWithoutResults` (R25), `costTooHigh`, `costNotKnown` |
 * | 11 | better, more than where there was no programme, and none of these | expand | `effectShown` (R25) |
 * | 12 | no batch was held, or no results (level 4) were planned | notEnoughEvidence | `notHeld`, `resultsNotPlanned` |
 * | 13 | anything else | notEnoughEvidence | what bars a claim, such as `confounded`, else `undecided` |
 *
 * A failed round is one that rows 3 to 8 would catch; rounds that say nothing are passed over, and a round that was better begins a new
 * count. A conclusion against which an objection is open says nothing (R36). What the figures exclude counts only where nothing bars a
 * claim from them: figures that may not speak for the programme do not speak against it either. Age bars what speaks for a programme
 * alone: harm does not grow old until a newer round says otherwise. A guard decides by its mean (R24 does not ask for more), and whether
 * that may be chance is told. By chance alone the mean of every second guard rises, and in every fourth programme in two rounds that
 * follow each other: a programme is therefore not suspended for it unless the rise is beyond chance.
 *
 * @param evaluationId of the round
 * @param rounds what the events say of all rounds of the programme, as of the same clock: earlier failures count
 * @throws RangeError where that round is not among them
 */
export function adviceFor(
  program: ProgramHistory,
  evaluationId: string,
  rounds: readonly RoundEstimates[],
  surroundings: EvaluationSurroundings,
  clock: Clock,
): Advice {
  const known = knownRounds(program, rounds);
  const at = known.find(({ round }) => round.evaluationId === evaluationId);
  if (at === undefined) {
    throw new RangeError(`'${evaluationId}' is not among the estimated rounds of the programme ${program.programId}.`);
  }
  const { policy, timeZone } = surroundings;
  const before = failedBefore(at, known, program, timeZone);
  const decided = decide({ at, before, program, policy, surroundings, clock });
  const others = besides({ at, program, policy });
  return {
    kind: decided.kind,
    evaluationId,
    reasons: [...decided.by, ...others.filter((other) => !decided.by.some((by) => tellsSame(by, other)))].sort(
      byWeight,
    ),
    policyVersion: policy?.version ?? null,
  };
}

interface Case {
  readonly at: KnownRound;
  readonly before: FailedBefore | null;
  readonly program: ProgramHistory;
  readonly policy: PolicyInView | undefined;
  readonly surroundings: EvaluationSurroundings;
  readonly clock: Clock;
}

interface Decided {
  readonly kind: Advice['kind'];
  /** The deciding reason, and others that belong to it. */
  readonly by: readonly Reason[];
}

function decide(given: Case): Decided {
  const { policy, at } = given;
  if (policy === undefined) return notEnough(decides('noPolicy', NO_POLICY));
  if (policy.figures['effect.minimum'] === undefined) {
    return notEnough(
      decides('effectMinimumNotSet', NO_MINIMUM, { figures: { figure: 'effect.minimum' }, events: [policy.told] }),
    );
  }
  return harm(given) ?? guard(given) ?? failure(given) ?? success(given, policy) ?? nothing(at);
}

function harm(given: Case): Decided | undefined {
  const { finding, estimates, round } = given.at;
  if (!isHarm(finding)) return undefined;
  const told =
    finding === 'worse'
      ? decides('worse', estimates.level4.claim === 'effect' ? WORSE : WORSE_AT_DATE, {
          events: resultEvents(estimates),
        })
      : decides('concludedHarmful', CONCLUDED_HARMFUL, { events: conclusionEvents(round) });
  return failedAgain(given, told) ?? { kind: 'suspend', by: [told] };
}

function guard({ at, before }: Case): Decided | undefined {
  if (at.finding !== 'guardWorsened') return undefined;
  const name = worsenedGuards(at.estimates) ?? { en: 'the guard', id: 'ukuran penjaga' };
  const grounds = { rule: 'R24', events: resultEvents(at.estimates) };
  if (before?.failed.finding === 'guardWorsened' && roseBeyondChance(at.estimates)) {
    const again = {
      en: `What must not suffer for the programme, ${name.en}, rose by more than the policy tolerates in two rounds that follow each other.`,
      id: `Ukuran penjaga program, ${name.id}, naik melebihi toleransi kebijakan dalam dua putaran berturut-turut.`,
    };
    const events = [...grounds.events, before.failed.round.told];
    return { kind: 'suspend', by: [decides('guardWorsenedAgain', again, { ...grounds, events })] };
  }
  const once = {
    en: `What must not suffer for the programme, ${name.en}, rose by more than the policy tolerates: faster but worse is not better.`,
    id: `Ukuran penjaga program, ${name.id}, naik melebihi toleransi kebijakan: lebih cepat tetapi lebih buruk bukanlah perbaikan.`,
  };
  return { kind: 'reviewMethod', by: [decides('guardWorsened', once, grounds)] };
}

function roseBeyondChance({ service }: RoundEstimates): boolean {
  return service.some(({ guard: held }) => held?.worsened === true && held.judgement.direction === 'worse');
}

function failure(given: Case): Decided | undefined {
  const { finding, estimates, round } = given.at;
  if (!isFailure(finding)) return undefined;
  const events = resultEvents(estimates);
  const told =
    finding === 'belowMinimum'
      ? decides('belowMinimum', BELOW_MINIMUM, { rule: 'R26', events })
      : finding === 'worsened'
        ? decides('worsened', WORSENED, { events })
        : decides('concludedWithoutChange', CONCLUDED_WITHOUT_CHANGE, { rule: 'R26', events: conclusionEvents(round) });
  return failedAgain(given, told) ?? { kind: 'reviewMethod', by: [told] };
}

function failedAgain({ before }: Case, told: Reason): Decided | undefined {
  if (before === null || before.revision === null) return undefined;
  const again = decides('revisedMethodFailedToo', FAILED_AGAIN, {
    figures: { before: before.failed.round.evaluationId, failed: before.failed.finding },
    rule: 'R26',
    events: [before.failed.round.told, before.revision.told],
  });
  return { kind: 'cancel', by: [again, { ...told, weighs: 'against' }] };
}

function success({ at, program, surroundings, clock }: Case, policy: PolicyInView): Decided | undefined {
  const { finding, estimates, round } = at;
  if (finding !== 'better') return undefined;
  const gap = levelNotMeasured(at) ?? tooOld(at, policy, surroundings, clock);
  if (gap !== undefined) return notEnough(gap);
  const held = weakerClaim(estimates) ?? notConcluded(at) ?? tooDear(estimates, program, policy);
  if (held !== undefined) return { kind: 'continue', by: [held] };
  const events = [...resultEvents(estimates), ...conclusionEvents(round)];
  return { kind: 'expand', by: [decides('effectShown', EFFECT_SHOWN, { rule: 'R25', events })] };
}

/** A conclusion needs every planned level (R35). Level 4 is measured where it is better. */
function levelNotMeasured({ round, estimates }: KnownRound): Reason | undefined {
  const measured = new Set([
    ...(round.reactions.length > 0 ? [1] : []),
    ...(estimates.learning.pairs > 0 ? [2] : []),
    ...(estimates.behaviour.rated > 0 ? [3] : []),
    4,
  ]);
  const missing = round.levels.filter((level) => !measured.has(level)).join(', ');
  if (missing === '') return undefined;
  const sentence = {
    en: `Of what the evaluation planned, level ${missing} was not measured yet.`,
    id: `Dari yang direncanakan evaluasi, level ${missing} belum terukur.`,
  };
  return decides('levelNotMeasured', sentence, { figures: { levels: missing }, rule: 'R35', events: [round.told] });
}

/** As R25 counts it: from the day of the conclusion; of what is not concluded, from the last measured day. */
function tooOld(
  { round, estimates }: KnownRound,
  { figures, told }: PolicyInView,
  { services }: EvaluationSurroundings,
  { effective }: Clock,
): Reason | undefined {
  const maxAgeDays = figures['evaluation.maxAgeDays'].value;
  const used = new Set(estimates.service.flatMap(({ units }) => units.flatMap(({ after }) => after)));
  const measuredUntil = [...services.values()]
    .flatMap(({ measurements }) => measurements.flatMap((one) => (used.has(one.measurementId) ? [one.period.to] : [])))
    .sort()
    .at(-1);
  const of = round.conclusions.at(-1)?.concludedOn ?? measuredUntil;
  if (of === undefined || effective <= addDays(of, maxAgeDays)) return undefined;
  const sentence = {
    en: `The evidence is of ${of}, more than ${maxAgeDays} days ago.`,
    id: `Bukti yang ada berasal dari ${of}, lebih dari ${maxAgeDays} hari yang lalu.`,
  };
  return decides('evidenceTooOld', sentence, {
    figures: { of, maxAgeDays },
    rule: 'R25',
    events: [...conclusionEvents(round), told],
  });
}

function weakerClaim(estimates: RoundEstimates): Reason | undefined {
  const { claim } = estimates.level4;
  if (claim === 'effect') return undefined;
  const stronger = strongerWords(estimates.service.flatMap(({ strongerWith }) => strongerWith));
  const telling = stronger && {
    en: ` What would tell: ${stronger.en}.`,
    id: ` Yang dapat memastikannya: ${stronger.id}.`,
  };
  const [code, sentence] =
    claim === 'gain' ? (['gainOnly', GAIN_ONLY] as const) : (['changeAtDateOnly', CHANGE_ONLY] as const);
  return decides(
    code,
    { en: `${sentence.en}${telling?.en ?? ''}`, id: `${sentence.id}${telling?.id ?? ''}` },
    { figures: { claim }, events: resultEvents(estimates) },
  );
}

function notConcluded({ round, estimates }: KnownRound): Reason | undefined {
  const told = conclusionReason(estimates, round);
  if (told.code === 'contested') return deciding(told);
  const conclusion = standingConclusion(round);
  if (conclusion === undefined) return decides('awaitsConclusion', AWAITS_CONCLUSION, { rule: 'R25' });
  if (conclusion.conclusion !== 'effective') return deciding({ ...told, rule: 'R25' });
  if (conclusion.measuredLevels.some((level) => level >= 3)) return undefined;
  return decides('conclusionWithoutResults', WITHOUT_RESULTS, { rule: 'R25', events: [conclusion.told] });
}

function tooDear(estimates: RoundEstimates, program: ProgramHistory, policy: PolicyInView): Reason | undefined {
  const cost = costReason(estimates, program, policy);
  return cost?.weighs === 'against' ? deciding(cost) : undefined;
}

function nothing({ estimates }: KnownRound): Decided {
  const { verdict } = estimates.level4;
  if (verdict === 'notHeld') return notEnough(decides('notHeld', NOT_HELD));
  if (verdict === 'notPlanned') return notEnough(decides('resultsNotPlanned', NOT_PLANNED));
  const bar = resultReasons(estimates).find(({ code }) => BARS.has(code));
  return notEnough(
    bar === undefined ? decides('undecided', UNDECIDED, { events: resultEvents(estimates) }) : deciding(bar),
  );
}

function notEnough(by: Reason): Decided {
  return { kind: 'notEnoughEvidence', by: [by] };
}

/** What stands beside the deciding reason. */
function besides({ at, program, policy }: Pick<Case, 'at' | 'program' | 'policy'>): readonly Reason[] {
  const { estimates, round } = at;
  const cost = policy && costReason(estimates, program, policy);
  const ahead = estimates.window?.batchesAhead ?? 0;
  return [
    ...resultReasons(estimates),
    conclusionReason(estimates, round),
    ...(cost === undefined ? [] : [cost]),
    ...(ahead > 0 ? [reason('batchesAhead', 'notes', BATCHES_AHEAD, { figures: { batches: ahead } })] : []),
    ...peopleReasons(estimates),
  ];
}

function conclusionEvents(round: KnownRound['round']): readonly Told[] {
  const conclusion = standingConclusion(round) ?? contestedConclusion(round);
  return conclusion === undefined ? [] : [conclusion.told];
}

/** A reason of one planned result tells something else than the same reason of another. */
function tellsSame(one: Reason, other: Reason): boolean {
  const { service, metric } = one.figures;
  return one.code === other.code && service === other.figures.service && metric === other.figures.metric;
}

const ORDER: Readonly<Record<Reason['weighs'], number>> = { decides: 0, against: 1, for: 2, notes: 3 };

function byWeight(a: Reason, b: Reason): number {
  return ORDER[a.weighs] - ORDER[b.weighs];
}

/** What may keep figures from deciding, so that it is told first. */
const BARS: ReadonlySet<Reason['code']> = new Set<Reason['code']>([
  'confounded',
  'noBaseline',
  'noAfter',
  'noComparison',
  'guardNotMeasured',
  'guardNotPlanned',
  'fewCases',
  'unitsLost',
  'hole',
]);

const NO_POLICY: Bilingual = {
  en: 'The agency has adopted no policy, so that it is not known which improvement counts.',
  id: 'Instansi belum menetapkan kebijakan, sehingga belum diketahui perbaikan sebesar apa yang diperhitungkan.',
};
const NO_MINIMUM: Bilingual = {
  en: 'The agency has not set the smallest improvement that counts; nothing can be advised before it does.',
  id: 'Instansi belum menetapkan perbaikan terkecil yang diperhitungkan; sebelum itu tidak ada yang dapat disarankan.',
};
const NOT_HELD: Bilingual = {
  en: 'No batch of this round was held yet.',
  id: 'Belum ada angkatan pada putaran ini yang dilaksanakan.',
};
const NOT_PLANNED: Bilingual = {
  en: 'Results of the service (level 4) are not in the evaluation plan, so that nothing is known of them.',
  id: 'Hasil layanan (level 4) tidak ada dalam rencana evaluasi, sehingga tidak ada yang diketahui tentangnya.',
};
const WORSE: Bilingual = {
  en: 'At least one planned result became worse than where there was no programme.',
  id: 'Paling sedikit satu hasil yang direncanakan memburuk dibandingkan dengan tempat tanpa program.',
};
const WORSE_AT_DATE: Bilingual = {
  en: 'At least one planned result became worse when the programme was taught, by more than it was on its way to; what else began then is not excluded.',
  id: 'Paling sedikit satu hasil yang direncanakan memburuk sejak program dilaksanakan, melebihi arah sebelumnya; hal lain yang dimulai pada saat yang sama belum dapat dikesampingkan.',
};
const CONCLUDED_HARMFUL: Bilingual = {
  en: 'The evaluator concluded that the programme does harm.',
  id: 'Evaluator menyimpulkan bahwa program merugikan.',
};
const BELOW_MINIMUM: Bilingual = {
  en: 'The figures exclude an improvement as large as the smallest that counts, so that the method is to be reviewed.',
  id: 'Angka yang ada mengesampingkan perbaikan sebesar batas terkecil yang diperhitungkan, sehingga metodenya perlu ditinjau.',
};
const CONCLUDED_WITHOUT_CHANGE: Bilingual = {
  en: 'The evaluator concluded that nothing changed significantly, which asks for a review of the method.',
  id: 'Evaluator menyimpulkan tidak ada perubahan berarti, sehingga metodenya perlu ditinjau.',
};
const WORSENED: Bilingual = {
  en: 'At least one planned result was worse after the programme than before; why is not known, and the method is to be reviewed.',
  id: 'Paling sedikit satu hasil yang direncanakan lebih buruk setelah program daripada sebelumnya; penyebabnya tidak diketahui, dan metodenya perlu ditinjau.',
};
const FAILED_AGAIN: Bilingual = {
  en: 'An earlier round missed its aim, the method was revised, and this round missed it too.',
  id: 'Putaran sebelumnya tidak mencapai sasaran, metodenya sudah diubah, dan putaran ini juga tidak mencapainya.',
};
const GAIN_ONLY: Bilingual = {
  en: 'Each planned result was better after the programme than before, but the design cannot tell whether the programme did it.',
  id: 'Setiap hasil yang direncanakan lebih baik setelah program daripada sebelumnya, tetapi rancangannya tidak dapat menunjukkan apakah penyebabnya adalah program.',
};
const CHANGE_ONLY: Bilingual = {
  en: 'Each planned result became better when the programme was taught, but the design cannot tell whether the programme did it or something else that began then.',
  id: 'Setiap hasil yang direncanakan membaik sejak program dilaksanakan, tetapi rancangannya tidak dapat menunjukkan apakah penyebabnya adalah program atau hal lain yang dimulai pada saat yang sama.',
};
const EFFECT_SHOWN: Bilingual = {
  en: 'Each planned result improved by at least the smallest that counts, more than where there was no programme: the programme shows an effect, and the evaluator concluded so.',
  id: 'Setiap hasil yang direncanakan membaik paling sedikit sebesar batas terkecil, melebihi tempat tanpa program: program menunjukkan efek, dan evaluator menyimpulkan demikian.',
};
const AWAITS_CONCLUSION: Bilingual = {
  en: 'The figures would carry an expansion, which needs the conclusion of the evaluator first.',
  id: 'Angka yang ada dapat mendukung perluasan, tetapi perluasan menunggu kesimpulan evaluator.',
};
const WITHOUT_RESULTS: Bilingual = {
  en: 'The conclusion of the evaluator rests on neither behaviour (level 3) nor results (level 4), which an expansion needs.',
  id: 'Kesimpulan evaluator tidak bersandar pada perilaku (level 3) maupun hasil layanan (level 4), padahal perluasan memerlukannya.',
};
const UNDECIDED: Bilingual = {
  en: 'The figures do not decide: an improvement that counts is neither shown nor excluded.',
  id: 'Angka yang ada belum menentukan: perbaikan yang diperhitungkan belum ditunjukkan, dan belum pula dapat dikesampingkan.',
};
const BATCHES_AHEAD: Bilingual = {
  en: 'Batches of this round are still to come, and its figures will move.',
  id: 'Masih ada angkatan pada putaran ini yang akan datang, sehingga angkanya akan berubah.',
};
