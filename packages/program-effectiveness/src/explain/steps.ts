import { eventStep, type FigureKey, figureSteps, notStanding, type Obstacle } from '@pembinaan/core';
import type { Bilingual } from '@pembinaan/event-sourcing';
import type { FindingCode, FindingStep, ProgramNotCounting, ProgramStep } from './explanation.js';
import type { KnownAround, KnownOfProgram, ProgramFacts } from './facts.js';
import { tells } from './tells.js';

export { arithmeticStep, eventStep, missingStep, replacedBy, ruleStep } from '@pembinaan/core';

/** What keeps an event from counting here, as the end of a sentence. */
export type ProgramObstacle = Obstacle<ProgramNotCounting>;

/** An event and whether it counts: not where it was corrected or lies ahead, nor where something else keeps it from counting. */
export function toldStep(
  entry: KnownOfProgram | KnownAround,
  { clock, minimumN }: ProgramFacts,
  otherwise: ProgramObstacle | undefined,
): ProgramStep {
  return eventStep<ProgramNotCounting>(entry, tells(entry, minimumN), notStanding(entry, clock) ?? otherwise);
}

/** What stands against an event, from a code and the end of a sentence. */
export function because(reason: ProgramNotCounting, why: Bilingual): ProgramObstacle {
  return { reason, why };
}

export function findingStep(code: FindingCode, sentence: Bilingual, figures: FindingStep['figures'] = {}): FindingStep {
  return { kind: 'finding', code, sentence, figures };
}

/** A figure of the policy in force, and the event that adopted it. */
export function policySteps(
  { policy, clock }: ProgramFacts,
  key: FigureKey,
  reading: Bilingual,
): readonly ProgramStep[] {
  return figureSteps({ on: clock.effective, policy, adoptedBy: policy?.told }, key, reading);
}
