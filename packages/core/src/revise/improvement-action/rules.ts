import type { FactRequest, Rejection } from '@pembinaan/event-sourcing';
import { evaluationState } from '../../evaluate/evaluation/state.js';
import { auditState } from '../../governance/audit/state.js';
import { G02, inStatus } from '../../governance/rules/index.js';
import { publicForumState } from '../../public-voice/public-forum/state.js';
import { publicReportState } from '../../public-voice/public-report/state.js';
import type { ImprovementCause } from './events.js';

/**
 * What stands against a cause, as a fact: that it does not exist, or is an evaluation which is not concluded (G02).
 * A cause of the four kinds is the reason that R09 asks for; the schema of the command requires it.
 */
export function objectionTo(cause: ImprovementCause): FactRequest<Rejection | undefined> {
  switch (cause.kind) {
    case 'input':
      return publicForumState.at(cause.forumId).map((forum) => {
        if (forum.status === 'none') return G02.refuse('notFound', { what: 'forum', id: cause.forumId });
        const known = forum.inputs.some(({ inputId }) => inputId === cause.inputId);
        return known ? undefined : G02.refuse('notFound', { what: 'input', id: cause.inputId });
      });
    case 'complaint':
      return publicReportState
        .at(cause.reportId)
        .map(({ status }) =>
          status === 'none' ? G02.refuse('notFound', { what: 'report', id: cause.reportId }) : undefined,
        );
    case 'finding':
      return auditState
        .at(cause.findingId)
        .map(({ status }) =>
          status === 'none' ? G02.refuse('notFound', { what: 'finding', id: cause.findingId }) : undefined,
        );
    case 'evaluation':
      return evaluationState.at(cause.evaluationId).map((evaluation) => {
        if (evaluation.status !== 'none') return inStatus('evaluation', evaluation, 'concluded');
        return G02.refuse('notFound', { what: 'evaluation', id: cause.evaluationId });
      });
  }
}
