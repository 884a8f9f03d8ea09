import { type BaselineVerdict, baselineVerdict } from './baseline-equivalence.js';
import { mean } from './describe.js';
import type { Coefficient } from './interval.js';
import { classicalSpread, coefficientAt, fitLinearModel } from './linear-model.js';
import { type Because, because, type Estimates, estimates, figure, fromFigure } from './not-estimable.js';
import { type CompletePairs, completePairs, type PairedScores } from './paired-scores.js';
import { groupsCompared, type TwoGroups } from './two-groups.js';

/**
 * A treated and a comparison group, each before and after. What the figures permit hangs on `baseline`: groups that were not alike before
 * carry no claim of an effect, groups that nearly were only the adjusted one (`ancova`).
 */
export type GroupsBeforeAfter = Estimates<GroupsBeforeAfterFigures>;

interface GroupsBeforeAfterFigures {
  /** People with both scores, who alone are counted. */
  readonly nTreated: number;
  readonly nComparison: number;
  /** The difference of the two mean gains: the difference-in-differences of the means. */
  readonly didOfMeans: number | null;
  /** The gains of the two groups, compared. */
  readonly gainScore: TwoGroups;
  /** The scores before, compared. */
  readonly baseline: TwoGroups;
  /** The scores after, compared, as if nothing were known from before. */
  readonly postOnly: TwoGroups;
  readonly baselineVerdict: BaselineVerdict | null;
  /** The difference between the groups after, at equal scores before: least squares of the score after on the score before and the group. */
  readonly ancova: Coefficient | null;
  /** The same over the pooled SD after, with the small-sample factor of the What Works Clearinghouse. */
  readonly ancovaG: number | null;
  /** The difference of the two mean gains over the pooled SD before, with the exact small-sample factor (Morris 2008). */
  readonly dPpc2: number | null;
}

/** @throws RangeError for lists of different length and for numbers that are not finite */
export function groupsBeforeAfter(treated: PairedScores, comparison: PairedScores): GroupsBeforeAfter {
  const [t, c] = [completePairs(treated), completePairs(comparison)];
  const gainScore = groupsCompared(t.gains, c.gains);
  const baseline = groupsCompared(t.pre, c.pre);
  const postOnly = groupsCompared(t.post, c.post);
  const adjusted = ancova(t, c);
  return estimates<GroupsBeforeAfterFigures>({
    nTreated: t.gains.length,
    nComparison: c.gains.length,
    didOfMeans: figure(gainScore.diff, gainScore.notEstimable.diff),
    gainScore,
    baseline,
    postOnly,
    baselineVerdict: fromFigure(figure(baseline.wwcG, baseline.notEstimable.wwcG), baselineVerdict),
    ancova: adjusted,
    ancovaG: fromFigure(adjusted, ({ estimate }) => overPooled(estimate, postOnly, 'wwcOmega')),
    dPpc2: fromFigure(figure(gainScore.diff, gainScore.notEstimable.diff), (diff) =>
      overPooled(diff, baseline, 'hedgesFactor'),
    ),
  });
}

/** Post on pre and group. The scores before are centred, which changes no coefficient of the group and keeps its digits. */
function ancova(t: CompletePairs, c: CompletePairs): Coefficient | Because {
  if (t.pre.length === 0 || c.pre.length === 0) return because('noPairs');
  const pre = [...t.pre, ...c.pre];
  const middle = mean(pre);
  const group = [...t.pre.map(() => 1), ...c.pre.map(() => 0)];
  const centred = pre.map((score) => score - middle);
  if (!centred.every(Number.isFinite)) return because('overflow');
  const columns = [pre.map(() => 1), centred, group];
  return fromFigure(fitLinearModel([...t.post, ...c.post], columns), (model) =>
    coefficientAt(model, classicalSpread(model), columns.indexOf(group)),
  );
}

/** A difference over the pooled SD of these groups, times a small-sample factor of theirs. */
function overPooled(diff: number, groups: TwoGroups, factor: 'hedgesFactor' | 'wwcOmega'): number | Because {
  const { sdPooled, notEstimable } = groups;
  if (sdPooled === 0) return because('noSpread');
  return fromFigure(figure(sdPooled, notEstimable.sdPooled), (sd) =>
    fromFigure(figure(groups[factor], notEstimable[factor]), (times) => (times * diff) / sd),
  );
}
