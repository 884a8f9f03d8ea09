import { command } from '@pembinaan/event-sourcing';
import { AuditFindingClosed, AuditFindingRaised } from './events.js';

export const RaiseAuditFinding = command('RaiseAuditFinding', AuditFindingRaised.schema.omit({ raisedBy: true }));

// Whom a finding concerns is said once, when it is raised; the event that closes it repeats it so that it can be read by itself.
export const CloseAuditFinding = command(
  'CloseAuditFinding',
  AuditFindingClosed.schema.omit({ concerns: true, closedBy: true }),
);
