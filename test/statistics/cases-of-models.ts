import {
  annualisedCost,
  type Coefficient,
  classicalSpread,
  coefficientAt,
  compareProportions,
  costEffectiveness,
  countChange,
  differenceInDifferences,
  type ErrorSpread,
  fitLinearModel,
  heteroscedasticSpread,
  type Interval,
  ikmGrade,
  ikmWithWeight,
  incrementalCost,
  interruptedTimeSeries,
  type LinearModel,
  mcNemar,
  type NotEstimable,
  netPresentValue,
  neweyWestLag,
  neweyWestSpread,
  noncentralGroupLimits,
  prewhitenedSpread,
  quasiPoissonChange,
  respondentIndices,
  roundedIkm,
  type SurveyAnswers,
  satisfaction,
  satisfactionChange,
  satisfactionOfTotals,
  segmentedColumns,
  serialCorrelation,
  twoGroups,
} from '@pembinaan/program-effectiveness/statistics';
import { type Adapters, fullColumn, numbersOf, type Table, type Tree, type WorkedCase } from './conformance.js';

/** What the library makes of the cases of models, series, counts, shares, surveys and costs, under the names of their expected values. */
export const casesOfModels: Adapters = {
  'p07-card-krueger': cardKrueger,
  'p08-seatbelts': seatbelts,
  'p09-van-counts': vanCounts,
  'p10-greene-investment': greeneInvestment,
  'p11-longley': longley,
  'p12-ikm-29-respondents': ikmOfTotals,
  'p13-skm-micro': surveys,
  'p14-ikm-bands': bands,
  'p16-pass-rates': passRates,
  'p17-cost': costs,
  'p20-edge-counts': edgeCounts,
  'p22-short-its': shortSeries,
};

function cardKrueger({ table }: WorkedCase): Tree {
  const rows = table('p07_card_krueger.csv');
  const [stores, treated, post] = ['store', 'treated', 'post'].map((name) => fullColumn(rows, name));
  const all = numbersOf(rows, 'fte').map((value, row) => ({
    unit: stores?.[row] ?? 0,
    treated: treated?.[row] === 1,
    post: post?.[row] === 1,
    value,
  }));
  const ofUnit = new Map(all.map(({ unit, post, value }) => [`${unit} ${post}`, value]));
  const change = (unit: number): number | null => {
    const [before, after] = [ofUnit.get(`${unit} false`) ?? null, ofUnit.get(`${unit} true`) ?? null];
    return before === null || after === null ? null : after - before;
  };
  const units = [...new Map(all.map((one) => [one.unit, one.treated]))];
  const changesOf = (side: boolean) => units.filter(([, of]) => of === side).map(([unit]) => change(unit));
  const balanced = differenceInDifferences(all.filter(({ unit }) => change(unit) !== null));
  const available = differenceInDifferences(all);
  return {
    all_available: didTree(available),
    balanced: didTree(balanced),
    balanced_gain_score: groupsTree(changesOf(true), changesOf(false)),
    published: {
      'balanced did': balanced.did,
      'balanced welch SE': balanced.unitChanges?.se,
      'all-available did': available.did,
      'cell mean NJ before': available.cells.treatedPre.mean,
      'cell mean PA before': available.cells.comparisonPre.mean,
    },
  };
}

function didTree(did: ReturnType<typeof differenceInDifferences>): Tree {
  return {
    core: {
      cells: {
        treated_pre: did.cells.treatedPre,
        treated_post: did.cells.treatedPost,
        comparison_pre: did.cells.comparisonPre,
        comparison_post: did.cells.comparisonPost,
      },
      did: did.did,
      naive_before_after_treated: did.naiveBeforeAfterTreated,
      naive_post_only: did.naivePostOnly,
      ols: coefficientTree(did.ols),
      hc1: coefficientTree(did.hc1),
      cellwise_se: did.cellwiseSe,
      cr1: coefficientTree(did.cr1),
      n_clusters: did.treatedUnits + did.comparisonUnits,
    },
    stretch: { cr2: coefficientTree(did.cr2) },
  };
}

function seatbelts({ table, given }: WorkedCase): Tree {
  const rows = table('p08_seatbelts.csv');
  const [months, drivers] = [fullColumn(rows, 'month'), fullColumn(rows, 'drivers')];
  const [front, rear] = [fullColumn(rows, 'front'), fullColumn(rows, 'rear')];
  const dummies = Array.from({ length: 11 }, (_, at) => months.map((month) => (month === at + 2 ? 1 : 0)));
  const firstPost = Number(given('inputs', 'first_post'));
  const lags = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  const logs = drivers.map(Math.log);
  return {
    no_season: seriesTree(logs, firstPost, lags, []),
    month_dummies: seriesTree(logs, firstPost, lags, dummies),
    front_minus_rear_month_dummies: seriesTree(
      front.map((count, row) => Math.log(count) - Math.log(rear[row] ?? 0)),
      firstPost,
      lags,
      dummies,
    ),
  };
}

function shortSeries({ table, given }: WorkedCase): Tree {
  const values = fullColumn(table('p22_short_its.csv'), 'wait_minutes');
  return seriesTree(values, Number(given('inputs', 'first_post')), [0, 1, 2, 3, 4, 5], []);
}

function seriesTree(
  values: readonly number[],
  firstPost: number,
  lags: readonly number[],
  extra: readonly (readonly number[])[],
): Tree {
  const series = interruptedTimeSeries({ values, firstPost, lags, extra });
  const model = fitted(values, segmentedColumns(values.length, firstPost, extra));
  const prewhitened = settled(prewhitenedSpread(model));
  const byLag = (quantity: 'levelChange' | 'slopeChange') =>
    Object.fromEntries((series.errorsByLag ?? []).map((errors) => [`lag${errors.lag}`, errors[quantity]?.se]));
  const segments = (tests: typeof series.ols) => ({
    intercept: coefficientTree(tests?.intercept),
    time: coefficientTree(tests?.time),
    level_change: coefficientTree(tests?.levelChange),
    slope_change: coefficientTree(tests?.slopeChange),
  });
  return {
    core: {
      n: series.n,
      n_pre: series.nPre,
      n_post: series.nPost,
      k: series.k,
      df: series.df,
      default_lag: neweyWestLag(series.n),
      ols: segments(series.ols),
      newey_west: segments(series.neweyWest),
      post_period_slope: coefficientTree(series.postPeriodSlope),
      average_effect_post: coefficientTree(series.averageEffectPost),
      effect_at_last_period: coefficientTree(series.effectAtLastPeriod),
      mean_counterfactual_post: series.meanCounterfactualPost,
      relative_average_effect: series.relativeAverageEffect,
      r_squared: series.rSquared,
      durbin_watson: series.durbinWatson,
      lag1_autocorrelation: series.lag1Autocorrelation,
      nw_level_change_se_by_lag: byLag('levelChange'),
      nw_slope_change_se_by_lag: byLag('slopeChange'),
      naive_before_after: { diff: series.naiveDiff, welch_p: series.naiveWelchP },
    },
    stretch: {
      ljung_box: { lag: series.ljungBox?.lag, Q: series.ljungBox?.q, p: series.ljungBox?.p },
      sandwich_default_prewhitened_se_level_change: errorsOf(model, prewhitened.spread)[2],
      hc3_se_level_change: errorsOf(model, settled(heteroscedasticSpread(model, 'HC3')))[2],
      prais_winsten: {
        rho: series.praisWinsten?.rho,
        level_change: coefficientTree(series.praisWinsten?.levelChange),
        slope_change: coefficientTree(series.praisWinsten?.slopeChange),
      },
    },
  };
}

function vanCounts({ table }: WorkedCase): Tree {
  const rows = table('p08_seatbelts.csv');
  const [counts, law] = [fullColumn(rows, 'VanKilled'), fullColumn(rows, 'law')];
  const months = (of: number) => counts.filter((_, row) => law[row] === of).map((count) => ({ count, exposure: 1 }));
  const total = (of: number) => ({
    count: months(of).reduce((sum, { count }) => sum + count, 0),
    exposure: months(of).length,
  });
  const quasi = quasiPoissonChange(months(0), months(1));
  return {
    ...countTree(total(0), total(1)),
    quasi_poisson: {
      dispersion: quasi.dispersion,
      log_rr: quasi.logRateRatio?.estimate,
      se: quasi.logRateRatio?.se,
      p: quasi.logRateRatio?.p,
      df: quasi.logRateRatio?.df,
    },
  };
}

function edgeCounts({ given }: WorkedCase): Tree {
  const name = ['both', 'zero_after', 'zero_before', 'both_zero', 'unequal_exposure'];
  return Object.fromEntries(
    name.map((key) => {
      const input = (figure: string): number => Number(given('expected', key, 'core', figure));
      const before = { count: input('count_pre'), exposure: input('exposure_pre') };
      return [key, countTree(before, { count: input('count_post'), exposure: input('exposure_post') })];
    }),
  );
}

function countTree(before: Parameters<typeof countChange>[0], after: Parameters<typeof countChange>[0]) {
  const change = countChange(before, after);
  return {
    core: {
      count_pre: before.count,
      exposure_pre: before.exposure,
      count_post: after.count,
      exposure_post: after.exposure,
      rate_pre: change.ratePre,
      rate_post: change.ratePost,
      rate_difference: change.rateDifference,
      rate_ratio: change.rateRatio,
      log_rr_se: change.logRateRatioSe,
      wald_ci_low: change.wald?.low ?? null,
      wald_ci_high: change.wald?.high ?? null,
      wald_p: change.waldP,
    },
    stretch: { exact_p: change.exactP, exact_ci_low: change.exactLow, exact_ci_high: change.exactHigh },
  };
}

function greeneInvestment({ table }: WorkedCase): Tree {
  const rows = table('p10_investment.csv');
  const interest = numbersOf(rows, 'RealInt');
  const known = (name: string): readonly number[] => fullColumn(rows, name).filter((_, row) => interest[row] !== null);
  const rates = interest.filter((rate) => rate !== null);
  const model = fitted(known('RealInv'), [rates.map(() => 1), known('RealGNP'), rates]);
  const named = ([constant, gnp, rate]: readonly number[]) => ({
    '(Intercept)': constant,
    RealGNP: gnp,
    RealInt: rate,
  });
  const errors = (spread: ErrorSpread) => named(errorsOf(model, spread));
  const prewhitened = settled(prewhitenedSpread(model));
  return {
    n: model.n,
    coef: named(model.coefficients),
    se_ols: errors(classicalSpread(model)),
    se_nw_lag4_no_adjust: errors(neweyWestSpread(model, { lag: 4, adjust: false })),
    se_nw_lag4_adjusted: errors(neweyWestSpread(model, { lag: 4 })),
    se_sandwich_default_prewhitened: errors(prewhitened.spread),
    bw_newey_west_1994: prewhitened.bandwidth,
    se_hc0: errors(settled(heteroscedasticSpread(model, 'HC0'))),
    se_hc1: errors(settled(heteroscedasticSpread(model, 'HC1'))),
    se_hc3: errors(settled(heteroscedasticSpread(model, 'HC3'))),
    durbin_watson: serialCorrelation(model).durbinWatson,
  };
}

function longley({ table }: WorkedCase): Tree {
  const rows = table('p11_longley.csv');
  const response = fullColumn(rows, 'y');
  const predictors = ['x1', 'x2', 'x3', 'x4', 'x5', 'x6'].map((name) => fullColumn(rows, name));
  const model = fitted(response, [response.map(() => 1), ...predictors]);
  const tree = {
    coef: model.coefficients,
    se: errorsOf(model, classicalSpread(model)),
    r_squared: model.rSquared,
  };
  return { ...tree, published: tree };
}

function ikmOfTotals({ given }: WorkedCase): Tree {
  const { nrr, index, ikm, grade } = satisfactionOfTotals(
    numbers(given('inputs', 'element_totals')),
    Number(given('inputs', 'respondents')),
  );
  const tree = {
    nrr,
    index,
    ikm_weight_exact: ikm,
    'ikm_weight_0.111': ikmWithWeight(nrr ?? [], 0.111),
    'ikm_weight_0.11': ikmWithWeight(nrr ?? [], 0.11),
    grade_exact: grade,
  };
  return { ...tree, published: tree };
}

function surveys({ table }: WorkedCase): Tree {
  const [before, after] = [answersOf(table('p13_skm_before.csv')), answersOf(table('p13_skm_after.csv'))];
  const change = satisfactionChange(before, after);
  const groups = groupsTree(respondentIndices(after), respondentIndices(before)).core;
  return {
    before: surveyTree(before),
    after: surveyTree(after),
    change: {
      ikm_change: change.ikmChange,
      welch: { ...groups, welch_t: change.welch?.t, welch_df: change.welch?.df, welch_p: change.welch?.p },
    },
  };
}

function answersOf(rows: Table): SurveyAnswers {
  const elements = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6', 'U7', 'U8', 'U9'].map((name) => numbersOf(rows, name));
  return fullColumn(rows, 'respondent').map((_, row) => elements.map((element) => element[row] ?? null));
}

function surveyTree(answers: SurveyAnswers): Tree {
  const survey = satisfaction(answers);
  const nrr = survey.nrr ?? [];
  return {
    n_respondents: survey.respondents,
    n_elements: survey.elements,
    n_answered: survey.answered,
    nrr,
    weight: 1 / survey.elements,
    nrr_weighted: nrr.map((score) => score / survey.elements),
    index: survey.index,
    ikm: survey.ikm,
    ikm_rounded: survey.ikmRounded,
    grade: survey.grade,
    lowest_element: survey.lowestElement,
    'ikm_with_weight_0.111': ikmWithWeight(nrr, 0.111),
    'ikm_with_weight_0.11': ikmWithWeight(nrr, 0.11),
    n_complete: survey.complete,
    respondent_mean: survey.respondentMean,
    respondent_sd: survey.respondentSd,
    respondent_ci_low: survey.respondentInterval?.low,
    respondent_ci_high: survey.respondentInterval?.high,
  };
}

function bands({ given }: WorkedCase): Tree {
  const values = numbers(given('inputs', 'ikm'));
  return { rounded: values.map(roundedIkm), grade: values.map((value) => ikmGrade(value)) };
}

function passRates(): Tree {
  const shares = (x1: number, n1: number, x0: number, n0: number) => {
    const compared = compareProportions({ successes: x1, total: n1 }, { successes: x0, total: n0 });
    return {
      core: {
        p1: compared.p1,
        p0: compared.p0,
        risk_difference: compared.riskDifference,
        wilson1: limits(compared.wilson1),
        wilson0: limits(compared.wilson0),
        newcombe_ci_low: compared.newcombe?.low,
        newcombe_ci_high: compared.newcombe?.high,
        separation: compared.separation,
        odds_ratio: compared.oddsRatio,
        log_or_se: compared.logOddsRatioSe,
      },
      stretch: { fisher_p: compared.fisherP, haldane_anscombe_or: compared.haldaneAnscombeOddsRatio },
    };
  };
  const paired = (failToPass: number, passToFail: number) => {
    const { discordant, exactP, oddsRatio } = mcNemar({ failToPass, passToFail });
    return {
      core: { b: failToPass, c: passToFail, n_discordant: discordant, exact_p: exactP, odds_ratio: oddsRatio },
    };
  };
  const ordinary = shares(56, 70, 48, 80);
  return {
    ordinary,
    zero_cell: shares(9, 10, 0, 10),
    separation: shares(10, 10, 0, 10),
    same: shares(5, 10, 5, 10),
    mcnemar: [paired(9, 2), paired(6, 0), paired(0, 0)],
    published: { 'ordinary newcombe CI': [ordinary.core.newcombe_ci_low, ordinary.core.newcombe_ci_high] },
  };
}

function costs({ given }: WorkedCase): Tree {
  const tree = (of: Parameters<typeof costEffectiveness>[0]) => {
    const figures = costEffectiveness(of);
    return {
      total_cost: of.cost,
      effect: of.effect,
      cost_per_unit_effect: figures.costPerUnitEffect,
      effect_ci: limits(figures.effectInterval),
      cost_per_unit_ci_low: figures.costPerUnitLow,
      cost_per_unit_ci_high: figures.costPerUnitHigh,
      ratio_ci_bounded: figures.ratioIntervalBounded,
      benefit: of.benefit,
      bcr: figures.benefitCostRatio,
      roi_percent: figures.roiPercent,
      net_benefit: figures.netBenefit,
      cost_per_participant: figures.costPerParticipant,
    };
  };
  const input = (...path: readonly string[]): number => Number(given('expected', ...path));
  const cashFlow = numbers(given('expected', 'npv', 'cash_flow'));
  const [cost, rate, years] = ['cost', 'rate', 'years'].map((name) => input('annualised', name));
  const [c1, c0, e1, e0] = ['c1', 'c0', 'e1', 'e0'].map((name) => input('incremental', name));
  return {
    ordinary: tree({ cost: 120e6, effect: 8, se: 2, df: 28, benefit: 180e6, participants: 40 }),
    ci_crosses_zero: tree({ cost: 120e6, effect: 8, se: 5, df: 28, benefit: 90e6, participants: 40 }),
    zero_effect: tree({ cost: 120e6, effect: 0, se: 2, df: 28 }),
    negative: tree({ cost: 120e6, effect: -3, se: 1, df: 28 }),
    zero_cost: tree({ cost: 0, effect: 5, benefit: 10 }),
    npv: { cash_flow: cashFlow, rate: input('npv', 'rate'), npv: netPresentValue(cashFlow, input('npv', 'rate')) },
    annualised: { cost, rate, years, value: annualisedCost(cost ?? 0, rate ?? 0, years ?? 0) },
    incremental: {
      c1,
      c0,
      e1,
      e0,
      icer: incrementalCost({ cost: c1 ?? 0, effect: e1 ?? 0 }, { cost: c0 ?? 0, effect: e0 ?? 0 }).costPerExtraUnit,
    },
  };
}

function groupsTree(treated: readonly (number | null)[], comparison: readonly (number | null)[]) {
  const groups = twoGroups(treated, comparison);
  const limitsOfD = noncentralGroupLimits(groups).d;
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
      ci_low_normal: groups.gInterval?.low,
      ci_high_normal: groups.gInterval?.high,
      wwc_omega: groups.wwcOmega,
      wwc_g: groups.wwcG,
      glass_delta: groups.glassDelta,
      pooled_t: groups.pooled?.t,
      pooled_df: groups.pooled?.df,
      pooled_p: groups.pooled?.p,
      pooled_ci_low: groups.pooled?.interval.low,
      pooled_ci_high: groups.pooled?.interval.high,
      welch_t: groups.welch?.t,
      welch_df: groups.welch?.df,
      welch_p: groups.welch?.p,
      welch_ci_low: groups.welch?.interval.low,
      welch_ci_high: groups.welch?.interval.high,
    },
    stretch: {
      d_ci_low_nct: limitsOfD?.low,
      d_ci_high_nct: limitsOfD?.high,
      improvement_index: groups.improvementIndex,
    },
  };
}

function coefficientTree(coefficient: Coefficient | null | undefined): Tree | null {
  if (coefficient === null || coefficient === undefined) return null;
  const { interval, ...figures } = coefficient;
  return { ...figures, ci_low: interval.low, ci_high: interval.high };
}

function errorsOf(model: LinearModel, spread: ErrorSpread): readonly number[] {
  return model.coefficients.map((_, column) => settled(coefficientAt(model, spread, column)).se);
}

function fitted(response: readonly number[], columns: readonly (readonly number[])[]): LinearModel {
  return settled(fitLinearModel(response, columns));
}

/** What these cases expect can be estimated: a reason in its place is a failure. */
function settled<T extends object>(figure: T | { readonly because: NotEstimable }): T {
  if ('because' in figure) throw new Error(`Not estimable: ${figure.because}.`);
  return figure;
}

function limits(interval: Interval | null): readonly number[] | null {
  return interval === null ? null : [interval.low, interval.high];
}

function numbers(values: unknown): readonly number[] {
  if (!Array.isArray(values)) throw new Error('The case gives no list of numbers here.');
  return values.map(Number);
}
