import type { PolicyInView } from './policies.js';

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
