import { AuditFindingClosed, AuditFindingRaised, type LocalDate } from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';

export interface FindingRow {
  readonly findingId: string;
  /** Null until it is raised. */
  raised: {
    readonly stream: string;
    readonly revision: number;
    readonly criterion: string;
    readonly severity: string;
    readonly due: LocalDate;
    readonly at: string;
  } | null;
  closed: { readonly at: string; readonly reason: string; readonly followUps: readonly string[] } | null;
}

/** The findings of the auditors, keyed by finding. */
export const findingRecords = projection({
  name: 'finding-records',
  version: 1,
  events: [AuditFindingRaised, AuditFindingClosed],
  initial: (findingId): FindingRow => ({ findingId, raised: null, closed: null }),
  key: (event) => idOf(event.stream),
  on: {
    AuditFindingRaised: (finding, { occurredAt, data: { target, criterion, severity, due } }) => {
      finding.raised = { stream: target.stream, revision: target.revision, criterion, severity, due, at: occurredAt };
      return finding;
    },
    AuditFindingClosed: (finding, { occurredAt, data: { reason, followUpRefs } }) => {
      finding.closed = { at: occurredAt, reason: reason.code, followUps: [...followUpRefs] };
      return finding;
    },
  },
});
