import { type NotShown, notShown } from '../disclosure.js';
import type { RequiredLevel } from '../levels/required-levels.js';
import { matchOf } from '../match.js';
import type { PolicyInView } from '../records/policies.js';

/** A competency in a group, over the people whose positions require it. Null where not shown. */
export interface GapFigures {
  readonly people: number;
  /** People with a valid assessment by somebody else. */
  readonly assessed: number | null;
  /** People below the level that is required. */
  readonly below: number | null;
  /** Levels that are missing, over all people. */
  readonly missingLevels: number | null;
  /** People below of whom a gap in this competency was validated. */
  readonly validated: number | null;
  /** Job-person match in hundredths of a per cent, and its band; see `matchOf`. */
  readonly jpm: number | null;
  readonly band: string | null;
  readonly policyVersion: string | null;
  /** Why the figures are not shown. */
  readonly notShown: NotShown;
}

/**
 * Whether the gaps of a group may be shown: not where the people are too few, and not where so few of them were assessed that the figures
 * would tell their levels.
 */
export function gapNotShown(
  members: readonly Pick<RequiredLevel, 'actual'>[],
  policy: PolicyInView | undefined,
): NotShown {
  const assessed = assessedOf(members);
  return notShown(members.length, policy) ?? (assessed === 0 ? null : notShown(assessed, policy));
}

/**
 * The gaps of a group in one competency, one required level of each person; only how many people they are where they may not be shown.
 * @param further why they may not be shown for another reason
 */
export function gapFigures(
  members: readonly RequiredLevel[],
  policy: PolicyInView | undefined,
  further: NotShown = null,
): GapFigures {
  const people = members.length;
  const assessed = assessedOf(members);
  const policyVersion = policy?.version ?? null;
  const hidden = gapNotShown(members, policy) ?? further;
  if (hidden !== null) {
    // How many were assessed says what there is to do, and nobody's level.
    const count = notShown(people, policy) === null ? assessed : null;
    const nothing = { assessed: count, below: null, missingLevels: null, validated: null, jpm: null, band: null };
    return { people, ...nothing, policyVersion, notShown: hidden };
  }
  const below = members.filter(({ gap }) => gap > 0);
  return {
    people,
    assessed,
    below: below.length,
    missingLevels: below.reduce((sum, { gap }) => sum + gap, 0),
    validated: below.filter(({ validated }) => validated).length,
    ...matchOf(members, policy?.figures),
    policyVersion,
    notShown: null,
  };
}

function assessedOf(members: readonly Pick<RequiredLevel, 'actual'>[]): number {
  return members.filter(({ actual }) => actual !== null).length;
}
