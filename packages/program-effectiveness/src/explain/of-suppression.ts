import type { Bilingual } from '@pembinaan/event-sourcing';
import type { ProgramStep } from './explanation.js';
import type { ProgramFacts } from './facts.js';
import { missingStep, policySteps } from './steps.js';

/** From how many people on something is told, and where these are too few, that nothing is. */
export function suppressionSteps(facts: ProgramFacts, suppressed: boolean, told: Bilingual): readonly ProgramStep[] {
  const { policy, minimumN } = facts;
  const smallest =
    policy === undefined
      ? []
      : policySteps(facts, 'disclosure.minimumN', {
          en: `figures of people are told of ${minimumN} or more`,
          id: `angka tentang orang hanya ditampilkan mulai ${minimumN} orang`,
        });
  return suppressed ? [...smallest, missingStep('suppressed', told.en, told.id)] : smallest;
}
