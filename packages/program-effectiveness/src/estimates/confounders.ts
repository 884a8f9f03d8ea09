import { type Period, within } from '@pembinaan/core';
import type { EvaluationHistory } from '../program/program-history.js';
import type { ActingEvaluation } from '../surroundings/acting-programs.js';
import type { Confounder } from './round-estimates.js';

/** Evaluations that serve units, by unit. */
type Acting = ReadonlyMap<string, readonly ActingEvaluation[]>;

/** Where and when it is looked for others. */
interface Served {
  readonly unitId: string;
  readonly service: string;
  readonly span: Period;
}

/**
 * Other programmes that act on the same service of a unit in these days: none of them may claim the change alone (domain 5.12). What a
 * programme measures tells on which service it acts; one that measures none may act on all.
 */
export function confoundersOf(served: Served, programId: string, acting: Acting): readonly Confounder[] {
  return servedBy(served, acting).filter((other) => other.programId !== programId);
}

/** Who has served a unit that was to be compared with: another round of the same programme as well as another programme. */
export function serversOf(
  compared: Served,
  evaluation: Pick<EvaluationHistory, 'evaluationId'>,
  acting: Acting,
): readonly Confounder[] {
  return servedBy(compared, acting).filter((other) => other.evaluationId !== evaluation.evaluationId);
}

function servedBy({ unitId, service, span }: Served, acting: Acting): readonly Confounder[] {
  return (acting.get(unitId) ?? []).flatMap(({ programId, evaluationId, role, services, sessionDays, told }) => {
    const firstSession = sessionDays.find((day) => within(day, span));
    const sameService = services.length === 0 || services.includes(service);
    if (role !== 'served' || !sameService || firstSession === undefined) return [];
    return [{ programId, evaluationId, unitId, firstSession, told }];
  });
}
