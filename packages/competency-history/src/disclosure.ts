import type { PolicyInView } from './records/policies.js';

/** Why a figure about a group is not shown; null where it is. */
export type NotShown = 'tooFew' | 'noPolicy' | null;

/**
 * Whether what a group did or answered may be shown: not where fewer people stand behind it than `disclosure.minimumN` of the policy in
 * force, since it would then tell on persons; and not without a policy, since the number is then unknown.
 */
export function notShown(people: number, policy: PolicyInView | undefined): NotShown {
  if (policy === undefined) return 'noPolicy';
  return people < policy.figures['disclosure.minimumN'].value ? 'tooFew' : null;
}

/**
 * Whether the total of all groups may be shown beside the groups that are shown. Who takes these from the total is left with those who stand
 * in no shown group: they must be nobody, or as many as a group needs.
 *
 * @param people everybody behind the total
 * @param apart of these, the people in groups that are not shown
 */
export function totalNotShown(people: number, apart: number, policy: PolicyInView | undefined): NotShown {
  return notShown(people, policy) ?? (apart === 0 ? null : notShown(apart, policy));
}
