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

/** The gaps of a group in one competency, one required level of each person; only how many people they are where they are too few. */
export function gapFigures(members: readonly RequiredLevel[], policy: PolicyInView | undefined): GapFigures {
  const people = members.length;
  const policyVersion = policy?.version ?? null;
  const hidden = notShown(people, policy);
  if (hidden !== null) {
    const nothing = { assessed: null, below: null, missingLevels: null, validated: null, jpm: null, band: null };
    return { people, ...nothing, policyVersion, notShown: hidden };
  }
  const below = members.filter(({ gap }) => gap > 0);
  return {
    people,
    assessed: members.filter(({ actual }) => actual !== null).length,
    below: below.length,
    missingLevels: below.reduce((sum, { gap }) => sum + gap, 0),
    validated: below.filter(({ validated }) => validated).length,
    ...matchOf(members, policy?.figures),
    policyVersion,
    notShown: null,
  };
}
