import { type CorrectingEntry, notStanding } from '@pembinaan/core';
import type { ProgramStep } from './explanation.js';
import type { KnownAround, KnownOfProgram, ProgramFacts } from './facts.js';
import { eventStep, type ProgramObstacle } from './steps.js';
import { tells } from './tells.js';

/**
 * An event that tells a score, a rating or an outcome of one person, or a figure of too few. Why it was corrected is left out: people write
 * there what it should have been.
 */
export function personalStep(
  entry: KnownOfProgram | KnownAround,
  { clock, minimumN }: ProgramFacts,
  otherwise: ProgramObstacle | undefined,
): ProgramStep {
  const { correctedBy } = entry;
  const obstacle =
    correctedBy === null ? (notStanding(entry, clock) ?? otherwise) : correctedWithoutReason(correctedBy);
  return eventStep(entry, tells(entry, minimumN), obstacle);
}

function correctedWithoutReason({ eventId, revision, stream }: CorrectingEntry): ProgramObstacle {
  return {
    reason: 'corrected',
    by: eventId,
    why: {
      en: `corrected by event ${revision} of ${stream}`,
      id: `dikoreksi oleh peristiwa ${revision} pada ${stream}`,
    },
  };
}
