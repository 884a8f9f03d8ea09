import { type FactReader, type FactRequest, fact, type Rejection } from '@pembinaan/event-sourcing';
import type { JpRule, PolicyFigures } from '../../governance/policy/figures.js';
import { POLICY, policyState } from '../../governance/policy/state.js';
import { policyOn } from '../../governance/policy/versions.js';
import type { SubjectId } from '../../values/ids.js';
import { type LocalDate, yearOf } from '../../values/local-date.js';
import { type Activity, activityOf } from './activity.js';
import type { JpSource } from './events.js';
import { jpRuleFor } from './jp-rule.js';
import { type Credit, type JpLedger, jpLedgerId, jpLedgerState } from './state.js';

/** An activity that earned JP, with the rule of its day; or why the source earned none. */
export type Earning =
  | {
      readonly earned: true;
      readonly activity: Activity;
      /** The figures of the day of the activity. */
      readonly figures: PolicyFigures | undefined;
      /** The rule of the table for the form on that day. */
      readonly rule: JpRule | undefined;
      /** Credits of the year before and the year after, which count towards a cap where an activity reaches over New Year. */
      readonly nearby: readonly Credit[];
    }
  | { readonly earned: false; readonly refusal: Rejection };

/**
 * What a source earned a person, as a fact. The figures are those of the day of the activity, not of the day on which it is credited,
 * and it is their version that is stored with the credit (R22).
 *
 * @param ledger the ledger of the command, in which a claim would stand
 */
export function earnedBy(employeeId: SubjectId, source: JpSource, ledger: JpLedger): FactRequest<Earning> {
  return fact(async (reader) => {
    const found = await activityOf(reader, employeeId, source, ledger);
    if ('kind' in found) return { earned: false, refusal: found };
    const figures = await figuresOn(found.date).load(reader);
    const rule = figures && jpRuleFor(found.form, figures, found.variant);
    const nearby = await nearbyCredits(reader, employeeId, found, rule);
    return { earned: true, activity: found, figures, rule, nearby };
  });
}

/** The figures in force on a day, as a fact; their version is stored with the decision. */
export function figuresOn(date: LocalDate): FactRequest<PolicyFigures | undefined> {
  return policyState
    .at(POLICY)
    .map((policy) => policyOn(policy, date))
    .stamp((inForce) => (inForce === undefined ? {} : { policyVersion: inForce.version }))
    .map((inForce) => inForce?.figures);
}

/** The credits of the neighbouring years, where the rule has a cap by the day or the month. */
async function nearbyCredits(
  reader: FactReader,
  employeeId: SubjectId,
  { date }: Activity,
  rule: JpRule | undefined,
): Promise<readonly Credit[]> {
  if (rule?.cap === undefined || rule.cap.per === 'module') return [];
  const year = yearOf(date);
  const before = await jpLedgerState.at(jpLedgerId(employeeId, year - 1)).load(reader);
  const after = await jpLedgerState.at(jpLedgerId(employeeId, year + 1)).load(reader);
  return [...before.credits, ...after.credits];
}
