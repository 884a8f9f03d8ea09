import type { FactRequest, Rejection } from '@pembinaan/event-sourcing';
import { evaluationState } from '../../evaluate/evaluation/state.js';
import { G02, inStatus } from '../../governance/rules/index.js';
import { ideaState } from '../../mentor/idea/state.js';
import type { RecognitionBasis } from './events.js';

/**
 * What stands against the basis of a recognition, as a fact: an evaluation that is not concluded, an idea that is neither adopted nor on
 * trial (G02). A document is taken as it is; undefined then.
 */
export function objectionTo(basis: RecognitionBasis): FactRequest<Rejection | undefined> | undefined {
  switch (basis.kind) {
    case 'document':
      return undefined;
    case 'evaluation':
      return evaluationState.at(basis.evaluationId).map((evaluation) => {
        if (evaluation.status !== 'none') return inStatus('evaluation', evaluation, 'concluded');
        return G02.refuse('notFound', { what: 'evaluation', id: basis.evaluationId });
      });
    case 'idea':
      return ideaState.at(basis.ideaId).map((idea) => {
        if (idea.status !== 'none') return inStatus('idea', idea, 'adopted', 'onTrial');
        return G02.refuse('notFound', { what: 'idea', id: basis.ideaId });
      });
  }
}
