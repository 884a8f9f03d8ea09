import { biasReducedContrast, type ClusterKey, clusterSpread } from './cluster-errors.js';
import { mean, standardDeviation, variance } from './describe.js';
import { heteroscedasticSpread } from './heteroscedastic-errors.js';
import type { Coefficient } from './interval.js';
import { classicalSpread, contrast, fitLinearModel } from './linear-model.js';
import { type Because, because, type Estimates, estimates, fromFigure, isBecause } from './not-estimable.js';
import { twoGroups } from './two-groups.js';

/** One value of one unit in one period. */
export interface UnitValue {
  readonly unit: ClusterKey;
  /** The unit got the programme; the same for all its values. */
  readonly treated: boolean;
  /** The period is after the programme. */
  readonly post: boolean;
  /** Null where it is missing: the value is left out, the unit is not. */
  readonly value: number | null;
}

/** One of the four cells. */
export interface CellFigures {
  readonly n: number;
  readonly mean: number | null;
  readonly sd: number | null;
}

export interface Cells {
  readonly treatedPre: Estimates<CellFigures>;
  readonly treatedPost: Estimates<CellFigures>;
  readonly comparisonPre: Estimates<CellFigures>;
  readonly comparisonPost: Estimates<CellFigures>;
}

/** Few units on a side: standard errors are too small, and one unit can make the answer. */
export type UnitsWarning = 'fewerThan5Treated' | 'fewerThan10Treated' | 'fewerThan10Comparison';

/** What to say of the difference, and by which standard error. */
export interface DidHeadline {
  readonly test: Coefficient;
  readonly by: 'welchOfUnitChanges' | 'clusters';
}

/** How much more the treated units changed than the others. */
export type DifferenceInDifferences = Estimates<DidFigures>;

interface DidFigures {
  readonly cells: Cells;
  /** Units with a value at all, on each side. */
  readonly treatedUnits: number;
  readonly comparisonUnits: number;
  /** Units with values before and after; the others have no change of their own. */
  readonly treatedUnitsWithChange: number;
  readonly comparisonUnitsWithChange: number;
  readonly warnings: readonly UnitsWarning[];
  /** Over all values: the change of the mean of the treated minus the change of the mean of the others. */
  readonly did: number | null;
  readonly naiveBeforeAfterTreated: number | null;
  readonly naivePostOnly: number | null;
  readonly headline: DidHeadline | null;
  /** The same difference with standard errors of independent values, of one size and of any. */
  readonly ols: Coefficient | null;
  readonly hc1: Coefficient | null;
  /** The root of the sum over the cells of variance over n. */
  readonly cellwiseSe: number | null;
  /** With errors that depend on each other within a unit. */
  readonly cr1: Coefficient | null;
  /** The same without the bias of few units, on Satterthwaite's degrees of freedom. */
  readonly cr2: Coefficient | null;
  /**
   * Welch's test of the change of each unit, its mean after minus its mean before, between the sides: every unit counts once, however
   * often it was measured (Bertrand, Duflo and Mullainathan 2004). Of units with values before and after only.
   */
  readonly unitChanges: Coefficient | null;
}

/**
 * Difference-in-differences: value = b0 + b1 treated + b2 post + did treated × post + e.
 *
 * The headline takes Welch's test of the units' changes where there are two periods (no unit has two values on the same side of the
 * date), else standard errors clustered by unit. With fewer than two units on a side there is none: one unit cannot tell the programme
 * from all else that befell it.
 *
 * @returns `noScores` where a cell is empty, `tooFew` where a side has too few units, `noSpread` where the errors are 0
 * @throws RangeError for values that are not finite, and for a unit that is both treated and not
 */
export function differenceInDifferences(values: readonly UnitValue[]): DifferenceInDifferences {
  requireValues(values);
  const known = values.flatMap(({ value, ...of }) => (value === null ? [] : [{ ...of, value }]));
  const cell = (treated: boolean, post: boolean): readonly number[] =>
    known.filter((one) => one.treated === treated && one.post === post).map(({ value }) => value);
  const [treatedPre, treatedPost] = [cell(true, false), cell(true, true)];
  const [comparisonPre, comparisonPost] = [cell(false, false), cell(false, true)];
  const four = [treatedPre, treatedPost, comparisonPre, comparisonPost];
  const units = unitsOf(known);
  const [treated, comparison] = [units.filter((unit) => unit.treated), units.filter((unit) => !unit.treated)];
  const [treatedChanges, comparisonChanges] = [changesOf(treated), changesOf(comparison)];
  const compared = twoGroups(treatedChanges, comparisonChanges);
  const unitChanges = compared.welch ?? because(compared.notEstimable.welch ?? 'tooFew');
  const errors = four.some(({ length }) => length === 0) ? noErrors(because('noScores')) : errorsOf(known);
  const enough = Math.min(treated.length, comparison.length) >= 2;
  const twoPeriods = units.every(({ pre, post }) => pre.length <= 1 && post.length <= 1);
  return estimates<DidFigures>({
    cells: {
      treatedPre: figuresOf(treatedPre),
      treatedPost: figuresOf(treatedPost),
      comparisonPre: figuresOf(comparisonPre),
      comparisonPost: figuresOf(comparisonPost),
    },
    treatedUnits: treated.length,
    comparisonUnits: comparison.length,
    treatedUnitsWithChange: treatedChanges.length,
    comparisonUnitsWithChange: comparisonChanges.length,
    warnings: twoPeriods
      ? warningsOf(treatedChanges.length, comparisonChanges.length)
      : warningsOf(treated.length, comparison.length),
    did: fromFigure(change(treatedPre, treatedPost), (own) =>
      fromFigure(change(comparisonPre, comparisonPost), (others) => own - others),
    ),
    naiveBeforeAfterTreated: change(treatedPre, treatedPost),
    naivePostOnly: change(comparisonPost, treatedPost),
    headline: twoPeriods
      ? fromFigure(unitChanges, (test) => ({ test, by: 'welchOfUnitChanges' as const }))
      : enough
        ? fromFigure(errors.cr1, (test) => ({ test, by: 'clusters' as const }))
        : because('tooFew'),
    ...errors,
    cellwiseSe: four.some(({ length }) => length < 2)
      ? because('tooFew')
      : Math.sqrt(four.reduce((sum, values) => sum + variance(values) / values.length, 0)),
    unitChanges,
  });
}

type KnownValue = Omit<UnitValue, 'value'> & { readonly value: number };

function errorsOf(known: readonly KnownValue[]) {
  const [treated, post] = [known.map((one) => Number(one.treated)), known.map((one) => Number(one.post))];
  const columns = [known.map(() => 1), treated, post, known.map((one) => Number(one.treated && one.post))];
  const model = fitLinearModel(
    known.map(({ value }) => value),
    columns,
  );
  if (isBecause(model)) return noErrors(model);
  const interaction = [0, 0, 0, 1];
  const unitOf = known.map(({ unit }) => unit);
  return {
    ols: contrast(model, classicalSpread(model), interaction),
    hc1: fromFigure(heteroscedasticSpread(model, 'HC1'), (spread) => contrast(model, spread, interaction)),
    cr1: fromFigure(clusterSpread(model, unitOf), ({ spread, df }) => contrast(model, spread, interaction, df)),
    cr2: biasReducedContrast(model, unitOf, interaction),
  };
}

function noErrors(reason: Because) {
  return { ols: reason, hc1: reason, cr1: reason, cr2: reason };
}

interface Unit {
  readonly treated: boolean;
  readonly pre: readonly number[];
  readonly post: readonly number[];
}

function unitsOf(known: readonly KnownValue[]): readonly Unit[] {
  const units = new Map<ClusterKey, { readonly treated: boolean; readonly pre: number[]; readonly post: number[] }>();
  for (const { unit, treated, post, value } of known) {
    const own = units.get(unit) ?? { treated, pre: [], post: [] };
    (post ? own.post : own.pre).push(value);
    units.set(unit, own);
  }
  return [...units.values()];
}

function changesOf(units: readonly Unit[]): readonly number[] {
  return units
    .filter(({ pre, post }) => pre.length > 0 && post.length > 0)
    .map(({ pre, post }) => mean(post) - mean(pre));
}

function change(from: readonly number[], to: readonly number[]): number | Because {
  return from.length === 0 || to.length === 0 ? because('noScores') : mean(to) - mean(from);
}

function figuresOf(values: readonly number[]): Estimates<CellFigures> {
  return estimates<CellFigures>({
    n: values.length,
    mean: values.length === 0 ? because('noScores') : mean(values),
    sd: values.length < 2 ? because(values.length === 0 ? 'noScores' : 'tooFew') : standardDeviation(values),
  });
}

function warningsOf(treated: number, comparison: number): readonly UnitsWarning[] {
  return [
    ...(treated < 5 ? ['fewerThan5Treated' as const] : []),
    ...(treated < 10 ? ['fewerThan10Treated' as const] : []),
    ...(comparison < 10 ? ['fewerThan10Comparison' as const] : []),
  ];
}

function requireValues(values: readonly UnitValue[]): void {
  const sideOf = new Map<ClusterKey, boolean>();
  for (const { unit, treated, value } of values) {
    if (value !== null && !Number.isFinite(value)) {
      throw new RangeError(`Unit ${unit} has the value ${value}: values are finite numbers, and null where missing.`);
    }
    if ((sideOf.get(unit) ?? treated) !== treated) {
      throw new RangeError(`Unit ${unit} is treated and not treated: a unit stands on one side in all its values.`);
    }
    sideOf.set(unit, treated);
  }
}
