import { idOf, projection } from '@pembinaan/event-sourcing';
import { EvaluationConcluded, EvaluationContested } from '../evaluate/evaluation/events.js';
import { AuditFindingClosed, AuditFindingRaised } from '../governance/audit/events.js';

/** What is open about a person, or by him or her. */
export interface OpenMatters {
  /** The ids of the audit findings that concern the person and are not closed. */
  findings: string[];
  /** The ids of the evaluations that the person contests and that are not concluded anew. */
  disputes: string[];
}

/** What is open about a person: as long as there is anything, no key of that person is destroyed (R40). */
export const openMatters = projection({
  name: 'open-matters',
  version: 1,
  events: [AuditFindingRaised, AuditFindingClosed, EvaluationContested, EvaluationConcluded],
  initial: (): OpenMatters => ({ findings: [], disputes: [] }),
  key: (event) => {
    switch (event.type) {
      case 'AuditFindingRaised':
      case 'AuditFindingClosed':
        return event.data.concerns;
      case 'EvaluationContested':
        // An operator who typed the objection has no dispute of his own.
        return event.data.contestedBy.subjectId;
      case 'EvaluationConcluded':
        return event.data.answers;
    }
  },
  on: {
    AuditFindingRaised: (row, { stream }) => {
      row.findings.push(idOf(stream));
      return row;
    },
    AuditFindingClosed: (row, { stream }) => {
      row.findings = row.findings.filter((findingId) => findingId !== idOf(stream));
      return row;
    },
    EvaluationContested: (row, { stream }) => {
      row.disputes.push(idOf(stream));
      return row;
    },
    EvaluationConcluded: (row, { stream }) => {
      row.disputes = row.disputes.filter((evaluationId) => evaluationId !== idOf(stream));
      return row;
    },
  },
});
