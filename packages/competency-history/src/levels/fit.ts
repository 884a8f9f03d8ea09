import type { PolicyFigures } from '@pembinaan/core';
import { type Match, matchOf } from '../match.js';
import type { RequiredLevel } from './required-levels.js';

/** How far one person meets one standard. Null where the standard requires nothing, or none is in force. */
export interface Fit extends Match {
  /** Competencies that the standard requires. */
  readonly required: number | null;
  /** Of these, those in which the level is reached. */
  readonly met: number | null;
  readonly below: number | null;
  /** Of those below, those without a valid assessment by somebody else: they count as level 0 (R06). */
  readonly unassessed: number | null;
  readonly missingLevels: number | null;
}

/** How far the levels of one person meet what a standard requires. */
export function fitOf(levels: readonly RequiredLevel[], figures: PolicyFigures | undefined): Fit {
  const match = matchOf(levels, figures);
  if (levels.length === 0) {
    return { required: null, met: null, below: null, unassessed: null, missingLevels: null, ...match };
  }
  const below = levels.filter(({ gap }) => gap > 0);
  return {
    required: levels.length,
    met: levels.length - below.length,
    below: below.length,
    unassessed: levels.filter(({ actual }) => actual === null).length,
    missingLevels: below.reduce((sum, { gap }) => sum + gap, 0),
    ...match,
  };
}
