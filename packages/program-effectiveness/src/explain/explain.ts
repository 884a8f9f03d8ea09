import { eachEventOnce } from '@pembinaan/core';
import { programSubject } from '../effectiveness/program-subject.js';
import type { Reading } from '../effectiveness/reading.js';
import type { ProgramCellAsked, ProgramExplanation, ProgramStep } from './explanation.js';
import { type ProgramFacts, programFacts, type RoundFacts, roundFacts } from './facts.js';
import { adviceSteps } from './of-advice.js';
import { behaviourSteps } from './of-behaviour.js';
import { improvementSteps, outcomeOf } from './of-improvement.js';
import { learningSteps } from './of-learning.js';
import { budgetSteps, costSteps } from './of-money.js';
import { planSteps } from './of-round.js';
import { missingStep } from './steps.js';

/**
 * Explains a cell about a programme, as of the clock of the reading: the value as the views work it out, and the events, rules and figures that
 * produced it. Undefined where no programme of that id was designed, as far as was known.
 */
export async function programExplanationOf(
  reading: Reading,
  cell: ProgramCellAsked,
): Promise<ProgramExplanation | undefined> {
  const subject = await programSubject(reading, cell.programId);
  if (subject === undefined) return undefined;
  const { effective, recorded = null, position } = reading.clock;
  const { value, steps } = explained(cell, await programFacts(subject));
  return {
    cell,
    value,
    asOf: { effective, recorded, position: (recorded === null && position) || null },
    steps: eachEventOnce<ProgramStep>(steps),
  };
}

type Explained = Pick<ProgramExplanation, 'value' | 'steps'>;

function explained(cell: ProgramCellAsked, facts: ProgramFacts): Explained {
  switch (cell.of) {
    case 'advice': {
      const { evaluationId } = cell;
      if (evaluationId === undefined) return ofAdvice(facts.evaluation.advice, facts);
      return ofRound(evaluationId, facts, ({ round }) => ofAdvice(round.advice, facts));
    }
    case 'improvement':
      return ofRound(cell.evaluationId, facts, (round) => {
        const outcome = outcomeOf(round, cell);
        if (outcome === undefined) return { value: null, steps: [...planSteps(round), NO_SUCH_OUTCOME] };
        return { value: outcome.improvement?.estimate ?? null, steps: improvementSteps(outcome, round) };
      });
    case 'learningGain':
      return ofRound(cell.evaluationId, facts, (round) => ({
        value: round.round.estimates.learning.judgement?.estimate ?? null,
        steps: learningSteps(round),
      }));
    case 'behaviour':
      return ofRound(cell.evaluationId, facts, (round) => ({
        value: round.round.estimates.behaviour.mean,
        steps: behaviourSteps(round),
      }));
    case 'costPerParticipant':
      return { value: facts.money.perParticipant, steps: costSteps(facts) };
    case 'budget':
      return { value: facts.money.realised, steps: budgetSteps(facts) };
  }
}

function ofAdvice(advice: ProgramFacts['evaluation']['advice'], facts: ProgramFacts): Explained {
  return { value: advice.kind, steps: adviceSteps(advice, facts) };
}

function ofRound(evaluationId: string, facts: ProgramFacts, explain: (round: RoundFacts) => Explained): Explained {
  const round = roundFacts(facts, evaluationId);
  if (round !== undefined) return explain(round);
  return {
    value: null,
    steps: [
      missingStep(
        'evaluation',
        `On ${facts.clock.effective} no evaluation ${evaluationId} of the programme was planned.`,
        `Pada ${facts.clock.effective} evaluasi ${evaluationId} atas program ini belum direncanakan.`,
      ),
    ],
  };
}

const NO_SUCH_OUTCOME: ProgramStep = missingStep(
  'outcome',
  'The evaluation plans no such result.',
  'Evaluasi ini tidak merencanakan hasil tersebut.',
);
