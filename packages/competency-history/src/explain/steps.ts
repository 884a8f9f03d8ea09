import {
  type FigureKey,
  figureSteps as figureStepsOf,
  type MissingStep,
  noFigureStep as noFigureStepOn,
  notStanding as notStandingOn,
  type Obstacle as ObstacleOf,
} from '@pembinaan/core';
import type { Bilingual } from '@pembinaan/event-sourcing';
import type { PersonEntry } from '../files/entry.js';
import type { NotCounting, Step } from './explanation.js';
import type { Facts, Known } from './facts.js';

export {
  arithmeticStep,
  correctedBy as corrected,
  eventStep,
  laterThan,
  missingStep,
  replacedBy,
  reversedBy as reversed,
  ruleStep,
} from '@pembinaan/core';

/** What keeps an event from counting, as the end of a sentence. */
export type Obstacle = ObstacleOf<NotCounting>;

/** What keeps any event from counting: a correction, whatever day it bears, or a day that is still ahead. */
export function notStanding(entry: Known<PersonEntry>, { clock }: Facts): Obstacle | undefined {
  return notStandingOn(entry, clock);
}

/** A figure of the policy in force, and the event that adopted it; or that there is no policy. */
export function figureSteps({ on, policy, policyEntry }: Facts, key: FigureKey, reading: Bilingual): readonly Step[] {
  return figureStepsOf({ on, policy, adoptedBy: policyEntry }, key, reading);
}

/** Told where no policy is in force that would give the figure. */
export function noFigureStep({ on }: Facts, key: FigureKey): MissingStep<'policy'> {
  return noFigureStepOn(on, key);
}
