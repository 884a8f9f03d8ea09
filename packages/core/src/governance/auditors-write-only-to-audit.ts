import { restriction } from '@pembinaan/event-sourcing';
import { authoritiesOf } from '../registers/authorities-of.js';
import { makerOf, subjectsOf } from '../values/acts.js';
import { policyFor } from './policy/state.js';
import { auditorsOnlyAudit } from './rules/r03-auditor-apart.js';

/**
 * Laid over every decider of the domain: who holds the authority of the Inspektorat on that day writes findings and nothing else, neither
 * for himself nor for somebody else (R03, R04). Who is an auditor changes rarely, so that a glance is enough.
 */
export const auditorsWriteOnlyToAudit = restriction({
  facts: (_, command) => ({
    policy: policyFor(command),
    held: subjectsOf(makerOf(command)).map((subjectId) => authoritiesOf.glance(subjectId)),
  }),
  refuse: (_, command, { policy, held }) =>
    auditorsOnlyAudit(
      command,
      held.flatMap(({ authorities }) => authorities),
      policy.on,
    ),
});
