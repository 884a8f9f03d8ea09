import type { Clock } from '@pembinaan/core';
import type { RoundEstimates } from '../estimates/round-estimates.js';
import type { ProgramHistory } from '../program/program-history.js';
import type { EvaluationSurroundings } from '../surroundings/surroundings.js';
import type { Advice, Reason } from './advice.js';
import { adviceFor } from './advice-for.js';
import { isFailure } from './finding.js';
import { type KnownRound, knownRounds, revisionAfter } from './known-rounds.js';
import { decides, reason } from './reason.js';

/**
 * What should happen with a programme now: the advice by its latest round that has evidence. A later round without is told as under way.
 *
 * Where that round failed and the method was revised since, the review was made: whether the new method works is not known before it is
 * measured, so that there is not enough evidence, and what was advised before stands among the reasons.
 *
 * @param rounds what the events say of all rounds of the programme, as of the same clock
 */
export function latestAdvice(
  program: ProgramHistory,
  rounds: readonly RoundEstimates[],
  surroundings: EvaluationSurroundings,
  clock: Clock,
): Advice {
  const known = knownRounds(program, rounds);
  const latest = known.findLast(hasEvidence) ?? known.at(-1);
  if (latest === undefined) return withoutEvaluation(surroundings);
  const advice = adviceFor(program, latest.round.evaluationId, rounds, surroundings, clock);
  const { kind, reasons } = advice;
  const later = known.slice(known.indexOf(latest) + 1).filter(({ estimates }) => estimates.window !== null);
  const underWay = later.map(
    ({ round }): Reason =>
      reason('laterRoundUnderWay', 'notes', UNDER_WAY, {
        figures: { evaluationId: round.evaluationId },
        events: [round.told],
      }),
  );
  const revision = isFailure(latest.finding)
    ? revisionAfter(latest, program.decisions, surroundings.timeZone)
    : undefined;
  if (kind === 'reviewMethod' && revision !== undefined) {
    const since = decides('revisedMethodNotMeasured', NOT_MEASURED, {
      figures: { advisedBefore: kind },
      rule: 'R26',
      events: [revision.told],
    });
    const before = reasons.map((one): Reason => (one.weighs === 'decides' ? { ...one, weighs: 'against' } : one));
    return { ...advice, kind: 'notEnoughEvidence', reasons: [since, ...before, ...underWay] };
  }
  return { ...advice, reasons: [...reasons, ...underWay] };
}

/** Results that were measured, or a conclusion; behaviour too where no results were planned. */
function hasEvidence({ round, estimates, finding }: KnownRound): boolean {
  const { service, level4, behaviour } = estimates;
  return (
    isFailure(finding) ||
    round.conclusions.length > 0 ||
    service.some(({ judgement }) => judgement.estimate !== null) ||
    (level4.verdict === 'notPlanned' && behaviour.rated > 0)
  );
}

function withoutEvaluation({ policy }: EvaluationSurroundings): Advice {
  return {
    kind: 'notEnoughEvidence',
    evaluationId: null,
    reasons: [decides('noEvaluation', NONE_PLANNED)],
    policyVersion: policy?.version ?? null,
  };
}

const NONE_PLANNED = {
  en: 'No evaluation of the programme was planned, so that there is nothing to go by.',
  id: 'Evaluasi program belum direncanakan, sehingga belum ada yang dapat dijadikan dasar.',
};
const UNDER_WAY = {
  en: 'A later round has begun, and its results are not measured yet.',
  id: 'Putaran berikutnya sudah berjalan, dan hasilnya belum terukur.',
};
const NOT_MEASURED = {
  en: 'The method was revised since, and the revised method is not measured yet.',
  id: 'Metodenya sudah diubah setelah itu, dan metode yang baru belum terukur.',
};
