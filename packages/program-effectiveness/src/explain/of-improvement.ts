import type { Bilingual } from '@pembinaan/event-sourcing';
import { metricWords, strongerWords } from '../advice/words.js';
import type { EffectSize, OutcomeEstimate, UnitInOutcome } from '../estimates/index.js';
import { mean } from '../statistics/describe.js';
import { figureWords, percentage } from './amounts.js';
import type { ImprovementAsked, ProgramStep } from './explanation.js';
import type { RoundFacts } from './facts.js';
import { ownEntries } from './facts.js';
import { groundsOfJudgement, intervalSteps, type Written } from './of-judgement.js';
import { measurementSteps } from './of-measurements.js';
import { roundSteps } from './of-round.js';
import { arithmeticStep, eventStep, findingStep, missingStep, policySteps, ruleStep, toldStep } from './steps.js';
import { bars, missingParts, notes } from './words.js';

/** The result of level 4 that is asked for; undefined where it was not planned. */
export function outcomeOf({ round }: RoundFacts, { service, metric }: ImprovementAsked): OutcomeEstimate | undefined {
  return round.estimates.service.find((outcome) => outcome.service === service && outcome.metric === metric);
}

/** How one result of level 4 came about, from the measurements to what may be said. */
export function improvementSteps(outcome: OutcomeEstimate, facts: RoundFacts): readonly ProgramStep[] {
  const written: Written = (value, signed) => figureWords(outcome.metric, value, signed);
  return [
    ...roundSteps(facts),
    ...measurementSteps(outcome, facts),
    ...unitMeanSteps(outcome, facts, written),
    ...differenceSteps(outcome, facts, written),
    ...intervalSteps(outcome.judgement, written),
    ...shareSteps(outcome, written),
    ...minimumSteps(outcome, facts),
    ...groundsOfJudgement(outcome.judgement),
    ...guardSteps(outcome, facts),
    ...confounderSteps(outcome),
    ...outcome.missing.map((part) => missingStep(part, missingParts[part].en, missingParts[part].id)),
    ...outcome.barredBy.map((bar) => findingStep(bar, bars[bar])),
    ...outcome.notes.map((note) => findingStep(note, notes[note])),
    ...recordedSteps(outcome, facts),
    ...strongerSteps(outcome),
    findingStep('claim', claimWords(outcome), { claim: outcome.claim, direction: outcome.direction }),
  ];
}

/** The values that stand for a unit on one side, with the ids of the measurements. */
function valuesOf(
  unit: UnitInOutcome,
  side: 'before' | 'after',
  outcome: Pick<OutcomeEstimate, 'service' | 'metric'>,
  facts: RoundFacts,
) {
  const measured = facts.services.get(unit.unitId)?.measurements ?? [];
  return unit[side].flatMap((id) => {
    const found = measured.find(({ measurementId }) => measurementId === id);
    return found === undefined || found.service !== outcome.service || found.metric !== outcome.metric
      ? []
      : [{ name: id, value: found.value }];
  });
}

function unitMeanSteps(outcome: OutcomeEstimate, facts: RoundFacts, written: Written): readonly ProgramStep[] {
  return countingUnits(outcome).flatMap((unit) =>
    (['before', 'after'] as const).map((side) => {
      const values = valuesOf(unit, side, outcome, facts);
      const result = mean(values.map(({ value }) => value));
      const figure = written(result);
      const [en, id] = side === 'before' ? ['before', 'sebelum'] : ['after', 'sesudah'];
      return arithmeticStep(
        {
          en: `Mean of ${unit.unitId} ${en}, over ${values.length} ${values.length === 1 ? 'period' : 'periods'}: ${figure.en}.`,
          id: `Rata-rata ${unit.unitId} ${id} pelatihan, dari ${values.length} periode: ${figure.id}.`,
        },
        values,
        result,
      );
    }),
  );
}

function countingUnits({ units }: Pick<OutcomeEstimate, 'units'>): readonly UnitInOutcome[] {
  return units.filter(({ excluded, before, after }) => excluded === null && before.length > 0 && after.length > 0);
}

/** The difference as judged, from the means of the units; a model gives it where a series or an adjustment does. */
function differenceSteps(outcome: OutcomeEstimate, facts: RoundFacts, written: Written): readonly ProgramStep[] {
  const { judgement } = outcome;
  const { before, after, estimate } = judgement;
  if (before === null || after === null) return [];
  const [from, to] = [written(before), written(after)];
  const change = written(after - before, 'signed');
  const ofServed = arithmeticStep(
    {
      en: `The served units: ${from.en} before, ${to.en} after, ${change.en}.`,
      id: `Unit yang dilayani: ${from.id} sebelum, ${to.id} sesudah, ${change.id}.`,
    },
    [
      { name: 'before', value: before },
      { name: 'after', value: after },
    ],
    after - before,
  );
  if (estimate === null) return [ofServed];
  const found = written(estimate, 'signed');
  switch (judgement.design) {
    case 'comparisonUnits': {
      if (judgement.limits.includes('baselineAdjusted')) return [ofServed, adjusted(found, estimate)];
      const others = changeOfCompared(outcome, facts);
      if (others === null) return [ofServed];
      const compared = written(others, 'signed');
      const step = arithmeticStep(
        {
          en: `The units compared with changed by ${compared.en}: the difference is ${found.en}.`,
          id: `Unit pembanding berubah ${compared.id}: selisihnya ${found.id}.`,
        },
        [
          { name: 'served', value: after - before },
          { name: 'compared', value: others },
        ],
        estimate,
      );
      return [ofServed, step];
    }
    case 'timeSeries':
    case 'timeSeriesWithComparison':
      return [ofServed, ofSeries(found, estimate)];
    default:
      return [ofServed];
  }
}

function changeOfCompared(outcome: OutcomeEstimate, facts: RoundFacts): number | null {
  const changes = countingUnits(outcome)
    .filter(({ role }) => role === 'comparison')
    .map((unit) => {
      const [before, after] = (['before', 'after'] as const).map((side) =>
        mean(valuesOf(unit, side, outcome, facts).map(({ value }) => value)),
      );
      return (after ?? 0) - (before ?? 0);
    });
  return changes.length === 0 ? null : mean(changes);
}

function adjusted(found: Bilingual, estimate: number): ProgramStep {
  return findingStep(
    'estimate',
    {
      en: `Against the units compared with, adjusted for the difference before: ${found.en}.`,
      id: `Terhadap unit pembanding, disesuaikan dengan perbedaan awal: ${found.id}.`,
    },
    { estimate },
  );
}

function ofSeries(found: Bilingual, estimate: number): ProgramStep {
  return findingStep(
    'estimate',
    {
      en: `Against where the series was on its way to, over the periods after: ${found.en} on average.`,
      id: `Terhadap arah deret sebelumnya, sepanjang periode sesudah: rata-rata ${found.id}.`,
    },
    { estimate },
  );
}

/** The difference as a share of what it is measured from, turned so that better is positive. */
function shareSteps({ judgement, improvement }: OutcomeEstimate, written: Written): readonly ProgramStep[] {
  const { before, after, estimate, design } = judgement;
  if (improvement === null || before === null || after === null || estimate === null) {
    return [
      missingStep(
        'share',
        'There are not the figures for a share and its interval: how large the improvement is cannot be told.',
        'Angkanya belum cukup untuk menghitung persentase dan intervalnya: besar perbaikannya tidak dapat disebutkan.',
      ),
    ];
  }
  const base = design === 'timeSeries' || design === 'timeSeriesWithComparison' ? after - estimate : before;
  const [of, difference] = [written(base), written(estimate, 'signed')];
  const [share, low, high] = [improvement.estimate, improvement.interval.low, improvement.interval.high].map((points) =>
    percentage(points),
  );
  return [
    arithmeticStep(
      {
        en: `${difference.en} of ${of.en} is an improvement of ${share?.en} (95% interval ${low?.en} to ${high?.en}); lower is better.`,
        id: `${difference.id} dari ${of.id} adalah perbaikan ${share?.id} (interval 95%: ${low?.id} sampai ${high?.id}); makin rendah makin baik.`,
      },
      [
        { name: 'difference', value: estimate },
        { name: 'measuredFrom', value: base },
      ],
      improvement.estimate,
    ),
  ];
}

function minimumSteps(outcome: OutcomeEstimate, facts: RoundFacts): readonly ProgramStep[] {
  const { minimumEffect, size, barredBy } = outcome;
  const set = facts.policy?.figures['effect.minimum']?.value;
  const [ofPlan, ofBoth] = [percentage(facts.planned.minimumEffect), percentage(minimumEffect)];
  const ofPolicy = percentage(set ?? 0);
  const figure = policySteps(facts, 'effect.minimum', {
    en: `an improvement counts from ${ofPolicy.en}`,
    id: `perbaikan diperhitungkan mulai ${ofPolicy.id}`,
  });
  const stricter = arithmeticStep(
    {
      en: `The plan asks for ${ofPlan.en}; the stricter of plan and policy is ${ofBoth.en}.`,
      id: `Rencana meminta ${ofPlan.id}; yang lebih ketat antara rencana dan kebijakan adalah ${ofBoth.id}.`,
    },
    [
      { name: 'plan', value: facts.planned.minimumEffect },
      { name: 'policy', value: set ?? null },
    ],
    minimumEffect,
  );
  return [
    ...figure,
    stricter,
    ...(size === null ? [] : [findingStep('size', sizeWords(size, ofBoth, barredBy.length > 0), { size })]),
  ];
}

function sizeWords(size: EffectSize, minimum: Bilingual, barred: boolean): Bilingual {
  switch (size) {
    case 'atLeastMinimum':
      return {
        en: `The improvement is no smaller than ${minimum.en}.`,
        id: `Perbaikannya tidak kurang dari ${minimum.id}.`,
      };
    case 'belowMinimum':
      return {
        en: `The figures exclude an improvement of ${minimum.en} or more.`,
        id: `Angkanya mengesampingkan perbaikan sebesar ${minimum.id} atau lebih.`,
      };
    case 'undecided':
      if (barred) {
        return {
          en: `The improvement is not held against the ${minimum.en}: something stands against any claim for the programme, as told below.`,
          id: `Perbaikannya tidak dibandingkan dengan ${minimum.id}: ada yang menghalangi kesimpulan bagi program, sebagaimana disebut di bawah.`,
        };
      }
      return {
        en: `The figures leave open whether there is an improvement of ${minimum.en} or more.`,
        id: `Angkanya belum dapat memastikan ada tidaknya perbaikan sebesar ${minimum.id} atau lebih.`,
      };
  }
}

function guardSteps({ guard, service }: OutcomeEstimate, facts: RoundFacts): readonly ProgramStep[] {
  if (guard === null) return [];
  const { metric, judgement, worsened, units } = guard;
  const written: Written = (value, signed) => figureWords(metric, value, signed);
  const name = metricWords(metric, service);
  const tolerance = facts.policy?.figures['effect.guardTolerance'].value;
  const allowed = percentage(tolerance ?? 0);
  const figure = policySteps(facts, 'effect.guardTolerance', {
    en: `a guard may rise by ${allowed.en} of what it was`,
    id: `ukuran penjaga boleh naik ${allowed.id} dari nilai semula`,
  });
  return [
    ruleStep('R24'),
    ...measurementSteps({ service, metric, units }, facts),
    ...guardRise(judgement, written),
    ...figure,
    ...toleratedSteps(judgement, tolerance, written),
    findingStep('guard', guardWords(name, worsened), { metric, worsened }),
  ];
}

function guardRise({ before, after }: OutcomeEstimate['judgement'], written: Written): readonly ProgramStep[] {
  if (before === null || after === null) return [];
  const [from, to, rise] = [written(before), written(after), written(after - before, 'signed')];
  return [
    arithmeticStep(
      {
        en: `The guard in the served units: ${from.en} before, ${to.en} after, ${rise.en}.`,
        id: `Ukuran penjaga di unit yang dilayani: ${from.id} sebelum, ${to.id} sesudah, ${rise.id}.`,
      },
      [
        { name: 'before', value: before },
        { name: 'after', value: after },
      ],
      after - before,
    ),
  ];
}

function toleratedSteps(
  { before }: OutcomeEstimate['judgement'],
  tolerance: number | undefined,
  written: Written,
): readonly ProgramStep[] {
  if (before === null || tolerance === undefined) return [];
  const tolerated = (before * tolerance) / 10_000;
  const [rise, from] = [written(tolerated, 'signed'), written(before)];
  return [
    arithmeticStep(
      {
        en: `Of ${from.en}, that tolerates a rise of ${rise.en}.`,
        id: `Dari ${from.id}, kenaikan yang ditoleransi adalah ${rise.id}.`,
      },
      [
        { name: 'before', value: before },
        { name: 'effect.guardTolerance', value: tolerance },
      ],
      tolerated,
    ),
  ];
}

function guardWords(name: Bilingual, worsened: boolean | null): Bilingual {
  if (worsened === null) {
    return {
      en: `Whether what must not suffer, ${name.en}, did is not known.`,
      id: `Tidak diketahui apakah ukuran penjaga, ${name.id}, memburuk.`,
    };
  }
  return worsened
    ? {
        en: `What must not suffer, ${name.en}, rose by more than the policy tolerates.`,
        id: `Ukuran penjaga, ${name.id}, naik melebihi toleransi kebijakan.`,
      }
    : {
        en: `What must not suffer, ${name.en}, rose by no more than the policy tolerates.`,
        id: `Ukuran penjaga, ${name.id}, tidak naik melebihi toleransi kebijakan.`,
      };
}

/** The evaluations of other programmes that share the change, and those that served a unit that was to be compared with. */
function confounderSteps({ confoundedBy, units }: OutcomeEstimate): readonly ProgramStep[] {
  return [...confoundedBy, ...units.flatMap(({ servedBy }) => servedBy)].map(
    ({ programId, evaluationId, unitId, firstSession, told }) =>
      eventStep(
        told,
        {
          en: `The programme ${programId} (evaluation ${evaluationId}) served ${unitId} from ${firstSession} on`,
          id: `Program ${programId} (evaluasi ${evaluationId}) melayani ${unitId} mulai ${firstSession}`,
        },
        undefined,
      ),
  );
}

function recordedSteps({ service, metric }: OutcomeEstimate, facts: RoundFacts): readonly ProgramStep[] {
  return ownEntries(facts, 'ProgramImpactMeasured')
    .filter(({ stream, data }) => {
      return stream === facts.planned.told.stream && data.service === service && data.outcome.metric === metric;
    })
    .map((entry) =>
      toldStep(entry, facts, {
        reason: 'changesNothing',
        why: { en: 'it is shown beside, and not judged', id: 'angkanya hanya ditampilkan, tidak ikut dinilai' },
      }),
    );
}

function strongerSteps({ strongerWith }: OutcomeEstimate): readonly ProgramStep[] {
  const words = strongerWords(strongerWith);
  if (words === undefined) return [];
  return [
    findingStep('strongerWith', {
      en: `What would tell more: ${words.en}.`,
      id: `Yang dapat memberi kepastian lebih: ${words.id}.`,
    }),
  ];
}

/** Says no more than the claim: of a cause only where there was something to compare with, and where it is open, that it is open. */
function claimWords({ claim, direction }: OutcomeEstimate): Bilingual {
  const [en, id] = direction === 'worse' ? ['worse', 'lebih buruk'] : ['better', 'lebih baik'];
  switch (claim) {
    case 'effect':
      return {
        en: `What may be said: an effect of the programme, ${en} than where there was none.`,
        id: `Yang boleh disimpulkan: dampak program, ${id} daripada tempat tanpa program.`,
      };
    case 'changeAtDate':
      return {
        en: `What may be said: it changed at the date of the training, and is ${en} than it was on its way to; what else began then is not excluded.`,
        id: `Yang boleh disimpulkan: terjadi perubahan pada tanggal pelatihan, ${id} daripada arah sebelumnya; hal lain yang dimulai saat itu belum dapat dikesampingkan.`,
      };
    case 'gain':
      return {
        en: `What may be said: it is ${en} after than before; nothing is said of why.`,
        id: `Yang boleh disimpulkan: sesudah pelatihan ${id} daripada sebelumnya; penyebabnya tidak ditunjukkan.`,
      };
    case 'inconclusive':
      return {
        en: 'What may be said: the figures settle nothing for the programme. That does not mean that nothing changed.',
        id: 'Yang boleh disimpulkan: angkanya belum memastikan apa pun bagi program. Itu tidak berarti tidak ada perubahan.',
      };
  }
}
