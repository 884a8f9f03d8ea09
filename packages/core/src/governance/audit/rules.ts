import type { IssuedCommand, RecordedEvent, Rejection } from '@pembinaan/event-sourcing';
import { makerOf, type Reason, subjectsOf } from '../../values/acts.js';
import { G02, R03 } from '../rules/index.js';
import type { AuditTarget } from './events.js';

/**
 * Refuses a finding about what the auditor did himself before, as operator or through one (R03), and about an event that is not there
 * (G02). An operator who types for the auditor is an auditor here, too.
 */
export function auditsOthers(
  command: IssuedCommand,
  { stream, revision }: AuditTarget,
  target: RecordedEvent | undefined,
): Rejection | undefined {
  if (target === undefined) return G02.refuse('notFound', { what: 'event', id: `${stream}@${revision}` });
  const { actor, onBehalfOf } = target.metadata;
  const subjectId = subjectsOf(makerOf(command)).find((one) => one === actor.subjectId || one === onBehalfOf);
  return subjectId && R03.refuse('ownAct', { subjectId, stream, revision });
}

/** Refuses to close a finding as followed up without a reference to what was done (R03). */
export function followedUp(closing: {
  readonly reason: Reason;
  readonly followUpRefs: readonly string[];
}): Rejection | undefined {
  const { reason, followUpRefs } = closing;
  return reason.code === 'followedUp' && followUpRefs.length === 0 ? R03.refuse('followUpMissing', {}) : undefined;
}
