import { stream } from '@pembinaan/event-sourcing';
import type { SubjectId } from '../../values/ids.js';
import { AuditFindingClosed, AuditFindingRaised, type AuditTarget } from './events.js';

export type AuditFinding =
  | { readonly status: 'none' }
  | {
      readonly status: 'raised' | 'closed';
      readonly target: AuditTarget;
      /** The people whom it concerns. */
      readonly concerns: readonly SubjectId[];
    };

/** One stream a finding. */
export const auditState = stream('audit', {
  events: [AuditFindingRaised, AuditFindingClosed],
  initial: (): AuditFinding => ({ status: 'none' }),
}).evolve({
  AuditFindingRaised: (_, { data }) => ({ status: 'raised', target: data.target, concerns: data.concerns }),
  AuditFindingClosed: (finding) => (finding.status === 'none' ? finding : { ...finding, status: 'closed' }),
});
