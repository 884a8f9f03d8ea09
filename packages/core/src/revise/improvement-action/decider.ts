import { decider } from '@pembinaan/event-sourcing';
import { policyFor } from '../../governance/policy/state.js';
import { G02, independentOf, inStatus } from '../../governance/rules/index.js';
import { inService } from '../../people/employee/rules.js';
import { employeeState } from '../../people/employee/state.js';
import { programState } from '../../train/program/state.js';
import { makerOf } from '../../values/acts.js';
import { AssignImprovementAction, CompleteImprovementAction } from './commands.js';
import { ImprovementActionAssigned, ImprovementActionCompleted } from './events.js';
import { objectionTo } from './rules.js';
import { improvementActionState } from './state.js';

/** One stream an action, whatever it improves; the programme or the service unit is in the payload. */
export const improvementAction = decider(improvementActionState, {
  commands: [AssignImprovementAction, CompleteImprovementAction],
})
  .facts({
    AssignImprovementAction: (_, command) => {
      const { target, cause, ownerId } = command.data;
      return {
        policy: policyFor(command),
        program: target.kind === 'program' ? programState.at(target.programId) : undefined,
        objection: objectionTo(cause),
        owner: employeeState.at(ownerId),
      };
    },
  })
  .decide({
    AssignImprovementAction: (action, command, { policy, program, objection, owner }) => {
      const { target, ownerId, due } = command.data;
      if (action.status !== 'none') {
        return G02.refuse('alreadyExists', { what: 'improvement action', id: command.streamId });
      }
      if (target.kind === 'program' && program?.status === 'none') {
        return G02.refuse('notFound', { what: 'programme', id: target.programId });
      }
      if (objection !== undefined) return objection;
      if (due < policy.today) {
        return G02.refuse('inPast', { what: 'improvement action', date: due, today: policy.today });
      }
      return (
        inService(ownerId, owner, policy.on) ?? [
          ImprovementActionAssigned({ ...command.data, assignedBy: makerOf(command) }),
        ]
      );
    },

    CompleteImprovementAction: (action, command) => {
      if (action.status === 'none') {
        return G02.refuse('notFound', { what: 'improvement action', id: command.streamId });
      }
      const { target, cause, ownerId } = action;
      return (
        inStatus('improvement action', action, 'assigned') ??
        independentOf(command, [{ act: 'owns', maker: { subjectId: ownerId } }]) ?? [
          ImprovementActionCompleted({ ...command.data, target, cause, verifiedBy: makerOf(command) }),
        ]
      );
    },
  });
