import { decider } from '@pembinaan/event-sourcing';
import { makerOf } from '../../values/acts.js';
import { authorised, G02, inStatus, reasoned } from '../rules/index.js';
import { standing } from '../standing.js';
import { CloseAuditFinding, RaiseAuditFinding } from './commands.js';
import { AuditFindingClosed, AuditFindingRaised } from './events.js';
import { auditsOthers, followedUp } from './rules.js';
import { auditState } from './state.js';
import { targetOf } from './target.js';

export const audit = decider(auditState, { commands: [RaiseAuditFinding, CloseAuditFinding] })
  .facts({
    RaiseAuditFinding: (_, command) => ({ ...standing(command), target: targetOf(command.data.target) }),
    CloseAuditFinding: (finding, command) => ({
      ...standing(command),
      target: finding.status === 'none' ? undefined : targetOf(finding.target),
    }),
  })
  .decide({
    RaiseAuditFinding: (finding, command, { policy, authority, target }) => {
      if (finding.status !== 'none') return G02.refuse('alreadyExists', { what: 'finding', id: command.streamId });
      return (
        authorised(command, authority, ['inspektorat'], policy.on) ??
        auditsOthers(command, command.data.target, target) ?? [
          AuditFindingRaised({ ...command.data, raisedBy: makerOf(command) }),
        ]
      );
    },

    CloseAuditFinding: (finding, command, { policy, authority, target }) => {
      if (finding.status === 'none') return G02.refuse('notFound', { what: 'finding', id: command.streamId });
      return (
        inStatus('finding', finding, 'raised') ??
        authorised(command, authority, ['inspektorat'], policy.on) ??
        auditsOthers(command, finding.target, target) ??
        reasoned(command.data.reason) ??
        followedUp(command.data) ?? [
          AuditFindingClosed({ ...command.data, concerns: [...finding.concerns], closedBy: makerOf(command) }),
        ]
      );
    },
  });
