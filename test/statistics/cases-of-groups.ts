import {
  approximateHedgesFactor,
  attrition,
  type Because,
  baselineEquivalence,
  type Coefficient,
  chiSquareUpper,
  classicalSpread,
  coefficientAt,
  coxIndex,
  type ErrorSpread,
  fitLinearModel,
  groupsBeforeAfter,
  hedgesFactor,
  heteroscedasticSpread,
  type Interval,
  isBecause,
  type LinearModel,
  type NormalisedGain,
  noncentralGainLimits,
  noncentralGroupLimits,
  noncentralTCdf,
  normalCdf,
  normalisedGain,
  normalQuantile,
  type PairedGain,
  type PairedScores,
  pairedGain,
  summaryBeforeAfter,
  type TestScale,
  type TwoGroups,
  tQuantile,
  tTwoSided,
  twoGroups,
} from '@pembinaan/program-effectiveness/statistics';
import { type Adapters, fullColumn, numbersOf, type Table, type Tree, type WorkedCase } from './conformance.js';

/** Gains of one group, two groups, baselines, attrition, distributions. */
export const casesOfGroups: Adapters = {
  'p01-sleep': ({ table }) => gainTree(scoresOf(table('p01_sleep.csv'))),
  'p02-cholesterol': ({ table }) => gainTree(scoresOf(table('p02_cholesterol.csv'))),
  'p03-five-pairs': ({ table }) => {
    const scores = scoresOf(table('p03_five_pairs.csv'));
    const scale = { low: 0, high: 20 };
    return { ...gainTree(scores, scale), hake: hakeTree(normalisedGain(scores, scale), scale) };
  },
  'p04-anorexia': ({ table }) => anorexia(table('p04_anorexia.csv')),
  'p05-morris2008': ({ table }) => trainingStudies(table('p05_morris2008.csv')),
  'p06-nsw': ({ table }) => jobTraining(table('p06a_nsw_psid.csv'), table('p06b_nsw_experimental.csv')),
  'p15-attrition': (worked) => listOf(worked.expected).map((_, at) => attritionTree(worked, at)),
  'p18-edge-paired': (worked) => listOf(worked.expected).map((_, at) => edgeOfPairs(worked, at)),
  'p19-edge-two-group': (worked) => listOf(worked.expected).map((_, at) => edgeOfGroups(worked, at)),
  'p21-distributions': (worked) => distributions(worked),
};

export function gainTree(scores: PairedScores, scale?: TestScale) {
  const gain = pairedGain(scores, scale === undefined ? {} : { scale });
  return { core: gainCore(gain), stretch: gainStretch(gain) };
}

function gainCore(gain: PairedGain): Tree {
  return {
    n_enrolled: gain.enrolled,
    n_pairs: gain.pairs,
    n_missing_pre_only: gain.missingPreOnly,
    n_missing_post_only: gain.missingPostOnly,
    n_missing_both: gain.missingBoth,
    n_improved: gain.improved,
    n_unchanged: gain.unchanged,
    n_worsened: gain.worsened,
    mean_pre: gain.meanPre,
    mean_post: gain.meanPost,
    mean_diff: gain.meanDiff,
    sd_pre: gain.sdPre,
    sd_post: gain.sdPost,
    sd_diff: gain.sdDiff,
    r: gain.r,
    se_diff: gain.seDiff,
    t: gain.t,
    df: gain.df,
    p: gain.p,
    ...limits('ci', gain.interval),
    d_z: gain.dZ,
    g_z: gain.gZ,
    d_av: gain.dAv,
    ...limits('d_av_ci', gain.dAvInterval),
    g_av: gain.gAv,
    ...limits('g_av_ci', gain.gAvInterval),
    d_b: gain.dB,
    g_b: gain.gB,
    d_rm: gain.dRm,
    J: gain.hedgesFactor,
    sign_test_p: gain.signTestP,
    bounds:
      gain.bounds === null
        ? null
        : {
            n_with_pre: gain.bounds.withPre,
            worst_case_mean_gain: gain.bounds.worst,
            best_case_mean_gain: gain.bounds.best,
            no_gain_imputed_mean_gain: gain.bounds.noGain,
          },
  };
}

function gainStretch(gain: PairedGain): Tree {
  const { dZ, gZ } = noncentralGainLimits(gain);
  return {
    d_z_ci_low_nct: dZ?.low,
    d_z_ci_high_nct: dZ?.high,
    g_z_ci_low_nct: gZ?.low,
    g_z_ci_high_nct: gZ?.high,
    d_z_se_normal: gain.dZSeNormal,
    d_av_se_normal: gain.dAvSeNormal,
    g_av_ci_low_effectsize: gain.gAvIntervalNormal?.low,
    g_av_ci_high_effectsize: gain.gAvIntervalNormal?.high,
    wilcoxon_V: gain.wilcoxon?.v,
    wilcoxon_p_normal_cc: gain.wilcoxon?.p,
  };
}

function hakeTree(gain: NormalisedGain, { high }: TestScale): Tree {
  return {
    n_pairs: gain.pairs,
    max_score: high,
    class_gain: gain.classGain,
    class_gain_se: gain.classGainSe,
    ...limits('class_gain_ci', gain.classGainInterval),
    class_gain_band: gain.classGainBand,
    mean_individual_gain: gain.meanIndividualGain,
    mean_individual_gain_se: gain.meanIndividualGainSe,
    ...limits('mean_individual_gain_ci', gain.meanIndividualGainInterval),
    n_individual_used: gain.individualsUsed,
    n_at_ceiling_excluded: gain.atCeilingExcluded,
    mean_normalized_change: gain.meanNormalisedChange,
    n_change_used: gain.changesUsed,
    n_change_dropped: gain.changesDropped,
  };
}

/** Exported for the cases that compare two groups among other things. */
export function twoGroupsTree(groups: TwoGroups) {
  const { d } = noncentralGroupLimits(groups);
  return {
    core: {
      n_t: groups.nTreated,
      n_c: groups.nComparison,
      mean_t: groups.meanTreated,
      mean_c: groups.meanComparison,
      sd_t: groups.sdTreated,
      sd_c: groups.sdComparison,
      diff: groups.diff,
      sd_pooled: groups.sdPooled,
      d: groups.d,
      J: groups.hedgesFactor,
      g: groups.g,
      se_g: groups.seG,
      ci_low_normal: groups.gInterval?.low ?? null,
      ci_high_normal: groups.gInterval?.high ?? null,
      wwc_omega: groups.wwcOmega,
      wwc_g: groups.wwcG,
      glass_delta: groups.glassDelta,
      ...testTree('pooled', groups.pooled),
      ...testTree('welch', groups.welch),
    },
    stretch: { d_ci_low_nct: d?.low, d_ci_high_nct: d?.high, improvement_index: groups.improvementIndex },
  };
}

function testTree(name: string, test: Coefficient | null) {
  return {
    [`${name}_t`]: test?.t ?? null,
    [`${name}_df`]: test?.df ?? null,
    [`${name}_p`]: test?.p ?? null,
    ...limits(`${name}_ci`, test?.interval ?? null),
  };
}

/** Exported for the cases of models. */
export function coefficientTree(coefficient: Coefficient) {
  const { interval, ...rest } = coefficient;
  return { ...rest, ...limits('ci', interval) };
}

function limits(name: string, interval: Interval | null) {
  return { [`${name}_low`]: interval?.low ?? null, [`${name}_high`]: interval?.high ?? null };
}

function anorexia(table: Table): Tree {
  const scores = scoresOf(table);
  const arm = (name: string): PairedScores => {
    const inArm = (_: unknown, row: number): boolean => table.arm?.[row] === name;
    return { pre: scores.pre.filter(inArm), post: scores.post.filter(inArm) };
  };
  const against = (name: string): Tree => {
    const both = groupsBeforeAfter(arm(name), arm('Cont'));
    return {
      n_t: both.nTreated,
      n_c: both.nComparison,
      did_of_means: both.didOfMeans,
      gain_score: twoGroupsTree(both.gainScore),
      baseline: twoGroupsTree(both.baseline),
      post_only: twoGroupsTree(both.postOnly),
      baseline_wwc: wordsOf(both.baselineVerdict),
      ancova: both.ancova === null ? null : coefficientTree(both.ancova),
      ancova_g_wwc: both.ancovaG,
      d_ppc2: both.dPpc2,
    };
  };
  return {
    within_arm: Object.fromEntries(['FT', 'CBT', 'Cont'].map((name) => [name, gainTree(arm(name))])),
    FT_vs_Cont: against('FT'),
    CBT_vs_Cont: against('CBT'),
  };
}

function trainingStudies(table: Table): Tree {
  const columns = Object.fromEntries(Object.keys(table).map((name) => [name, fullColumn(table, name)]));
  const at = (name: string, row: number): number => columns[name]?.[row] ?? Number.NaN;
  const rows = fullColumn(table, 'study').map((study, row) => {
    const group = (letter: string) => ({
      n: at(`n${letter}`, row),
      meanPre: at(`m${letter}_pre`, row),
      meanPost: at(`m${letter}_post`, row),
      sdPre: at(`sd${letter}_pre`, row),
    });
    const summary = summaryBeforeAfter(group('T'), group('C'), at('r', row));
    return {
      study,
      sd_pre_pooled: summary.sdPrePooled,
      d_ppc2_exact: summary.dPpc2,
      d_ppc2_approx: summary.dPpc2Approximate,
      g_T_becker: summary.gTreated,
      g_C_becker: summary.gComparison,
      g_T_var: summary.gTreatedVariance,
      g_C_var: summary.gComparisonVariance,
      d_ppc1: summary.dPpc1,
    };
  });
  const published = {
    g_T_becker: rows.map((row) => row.g_T_becker),
    g_C_becker: rows.map((row) => row.g_C_becker),
    g_T_var: rows.map((row) => row.g_T_var),
  };
  return { rows, published };
}

/** A survey's comparison group for the same trained people, and their randomised one. */
function jobTraining(survey: Table, experiment: Table): Tree {
  const ofGroup = (table: Table, column: string, group: number): readonly number[] =>
    fullColumn(table, column).filter((_, row) => table.treat?.[row] === group);
  const compared = (table: Table, column: string): TwoGroups =>
    twoGroups(ofGroup(table, column, 1), ofGroup(table, column, 0));
  const gains = (group: number): PairedScores => ({
    pre: ofGroup(survey, 're75', group),
    post: ofGroup(survey, 're78', group),
  });
  const gainCompared = groupsBeforeAfter(gains(1), gains(0)).gainScore;

  const traits = ['age', 'educ', 'married', 'nodegree', 're74', 're75'];
  const baseline = traits.map((trait) => {
    const { wwcG, verdict } = baselineEquivalence(ofGroup(survey, trait, 1), ofGroup(survey, trait, 0));
    return [trait, { wwc_g: wwcG, wwc: wordsOf(verdict) }] as const;
  });
  const cox = (trait: string): number | null => {
    const share = (group: number) => {
      const values = ofGroup(survey, trait, group);
      return { successes: values.filter((value) => value === 1).length, total: values.length };
    };
    return coxIndex(share(1), share(0)).coxIndex;
  };

  const race = (name: string): readonly number[] => (survey.race ?? []).map((value) => (value === name ? 1 : 0));
  const adjusted = fitted(fullColumn(survey, 're78'), [
    fullColumn(survey, 'treat'),
    ...['age', 'educ', 'married', 'nodegree', 're74', 're75'].map((name) => fullColumn(survey, name)),
    race('black'),
    race('hispan'),
  ]);
  const randomised = fitted(fullColumn(experiment, 're78'), [fullColumn(experiment, 'treat')]);
  const robust = (kind: 'HC1' | 'HC2') => treatTree(randomised, heteroscedasticSpread(randomised, kind));

  const naive = compared(survey, 're78');
  const difference = compared(experiment, 're78');
  const olsAdjusted = treatTree(adjusted, classicalSpread(adjusted));
  return {
    observational: {
      n_t: naive.nTreated,
      n_c: naive.nComparison,
      naive_post_only: twoGroupsTree(naive),
      baseline: Object.fromEntries(baseline),
      cox_index: { married: cox('married'), nodegree: cox('nodegree') },
      ols_adjusted: olsAdjusted,
      did_re75_re78: twoGroupsTree(gainCompared).core,
      before_after_treated: gainTree(gains(1)).core,
    },
    experimental: { difference: twoGroupsTree(difference), hc1: robust('HC1'), hc2: robust('HC2') },
    published: {
      'experimental difference': difference.diff,
      'experimental pooled SE': difference.pooled?.se,
      'naive observational difference': naive.diff,
      'ols adjusted': olsAdjusted.estimate,
    },
  };
}

/** Least squares on a constant, the treatment, and what else there is. */
function fitted(response: readonly number[], columns: readonly (readonly number[])[]): LinearModel {
  const model = fitLinearModel(response, [response.map(() => 1), ...columns]);
  if (isBecause(model)) throw new Error(`The model cannot be fitted: ${model.because}.`);
  return model;
}

function treatTree(model: LinearModel, spread: ErrorSpread | Because) {
  const treat = isBecause(spread) ? spread : coefficientAt(model, spread, 1);
  if (isBecause(treat)) throw new Error(`The treatment has no coefficient: ${treat.because}.`);
  return coefficientTree(treat);
}

function attritionTree({ given }: WorkedCase, at: number): Tree {
  const input = given('expected', at, 'input');
  const [treatedAssigned = 0, treatedAnalysed = 0, assigned = 0, analysed = 0] = listOf(input).map(Number);
  const lost = attrition({ assigned: treatedAssigned, analysed: treatedAnalysed }, { assigned, analysed });
  return {
    input,
    overall: lost.overall,
    treated: lost.treated,
    comparison: lost.comparison,
    differential: lost.differential,
    table_row: lost.tableRow,
    cautious_limit: lost.cautiousLimit,
    optimistic_limit: lost.optimisticLimit,
    cautious_low: lost.cautiousLow,
    optimistic_low: lost.optimisticLow,
  };
}

/** On a scale of 0 to 100, but for the one case that is about large numbers. */
function edgeOfPairs({ given }: WorkedCase, at: number): Tree {
  const name = given('expected', at, 'name');
  const scores = { pre: scoresIn(given('expected', at, 'pre')), post: scoresIn(given('expected', at, 'post')) };
  if (name === 'huge_offset') return { name, ...scores, gain: gainTree(scores), hake: null };
  const scale = { low: 0, high: 100 };
  return { name, ...scores, gain: gainTree(scores, scale), hake: hakeTree(normalisedGain(scores, scale), scale) };
}

function edgeOfGroups({ given }: WorkedCase, at: number): Tree {
  const treated = scoresIn(given('expected', at, 'treated'));
  const comparison = scoresIn(given('expected', at, 'comparison'));
  const result = twoGroupsTree(twoGroups(treated, comparison));
  return { name: given('expected', at, 'name'), treated, comparison, result };
}

function distributions({ given }: WorkedCase): Tree {
  const numbers = (...path: readonly (string | number)[]) => listOf(given('expected', ...path)).map(Number);
  const rows = (...path: readonly (string | number)[]) => listOf(given('expected', ...path)).map((_, at) => at);
  const number = (...path: readonly (string | number)[]) => Number(given('expected', ...path));
  const hedgesDf = numbers('hedges_J_exact', 'df');
  const chiDf = numbers('pchisq_upper', 'df');
  return {
    qt: rows('qt').map((row) => {
      const [df, p] = [number('qt', row, 'df'), numbers('qt', row, 'p')];
      return { df, p, q: p.map((share) => tQuantile(share, df)) };
    }),
    pt_two_sided: rows('pt_two_sided').map((row) => {
      const [df, t] = [number('pt_two_sided', row, 'df'), numbers('pt_two_sided', row, 't')];
      return { df, t, p: t.map((value) => tTwoSided(value, df)) };
    }),
    qnorm: { p: numbers('qnorm', 'p'), q: numbers('qnorm', 'p').map(normalQuantile) },
    pnorm: { x: numbers('pnorm', 'x'), p: numbers('pnorm', 'x').map(normalCdf) },
    pt_noncentral: {
      rows: rows('pt_noncentral', 'rows').map((row) => {
        const [t, df, ncp] = ['t', 'df', 'ncp'].map((name) => number('pt_noncentral', 'rows', row, name));
        return { t, df, ncp, p: noncentralTCdf(t ?? 0, df ?? 1, ncp ?? 0) };
      }),
    },
    hedges_J_exact: { df: hedgesDf, J: hedgesDf.map(hedgesFactor), J_approx: hedgesDf.map(approximateHedgesFactor) },
    pchisq_upper: {
      x: numbers('pchisq_upper', 'x'),
      df: chiDf,
      p: numbers('pchisq_upper', 'x').map((x, at) => chiSquareUpper(x, chiDf[at] ?? 1)),
    },
  };
}

function scoresOf(table: Table): PairedScores {
  return { pre: numbersOf(table, 'pre'), post: numbersOf(table, 'post') };
}

function scoresIn(part: unknown): readonly (number | null)[] {
  return listOf(part).map((score) => (score === null ? null : Number(score)));
}

/** R writes a list of one as the one. */
function listOf(part: unknown): readonly unknown[] {
  return Array.isArray(part) ? part : [part];
}

/** `requiresAdjustment` as `requires_adjustment`. */
function wordsOf(verdict: string | null): string | null {
  return verdict === null ? null : verdict.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
