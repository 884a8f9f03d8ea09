import { decider, isRejection } from '@pembinaan/event-sourcing';
import { policyFor } from '../../governance/policy/state.js';
import { beneficiary, G02, independentOf, inStatus, noPolicy } from '../../governance/rules/index.js';
import { partnerState } from '../../partners/partner/state.js';
import { employeeState, placementOn } from '../../people/employee/state.js';
import { makerOf } from '../../values/acts.js';
import { aboveCeiling, assigned, heldBy, notElsewhere, serves } from '../batch/eligibility.js';
import { partnerBound } from '../batch/scheduling.js';
import { programState } from '../program/state.js';
import { guidedByAnother, programmeRuns, worth } from './assignment.js';
import { AssignWorkplaceLearning, CompleteWorkplaceLearning } from './commands.js';
import { endsWell, meetingsFit } from './completion.js';
import { WorkplaceLearningAssigned, WorkplaceLearningCompleted } from './events.js';
import { workplaceLearningState } from './state.js';

export const workplaceLearning = decider(workplaceLearningState, {
  commands: [AssignWorkplaceLearning, CompleteWorkplaceLearning],
})
  .facts({
    AssignWorkplaceLearning: (_, command) => {
      const { employeeId, host, programId } = command.data;
      return {
        policy: policyFor(command),
        employee: employeeState.at(employeeId),
        others: heldBy(employeeId, { kind: 'workplace', id: command.streamId }),
        partner: host.kind === 'partner' ? partnerState.at(host.partnerId) : undefined,
        program: programId === undefined ? undefined : programState.at(programId),
      };
    },
    CompleteWorkplaceLearning: (_, command) => ({ policy: policyFor(command) }),
  })
  .decide({
    AssignWorkplaceLearning: (state, command, { policy, employee, others, partner, program }) => {
      const { data } = command;
      const { employeeId, hostMentorId, host, period, assignmentLetterRef } = data;
      if (state.status !== 'none') {
        return G02.refuse('alreadyExists', { what: 'workplace learning', id: command.streamId });
      }
      if (policy.figures === undefined) return noPolicy(policy);
      const refusal =
        independentOf(command, [beneficiary(employeeId)]) ??
        guidedByAnother(employeeId, hostMentorId) ??
        programmeRuns(data, program) ??
        (host.kind === 'partner' && partner !== undefined
          ? partnerBound(host.partnerId, partner, period)
          : undefined) ??
        serves(employeeId, employee, period) ??
        notElsewhere(employeeId, period, others) ??
        assigned(employeeId, employee, assignmentLetterRef);
      if (refusal !== undefined) return refusal;
      const jp = worth(data, policy.figures);
      if (isRejection(jp)) return jp;
      const above = aboveCeiling(employeeId, employee, { period, jp }, others, policy.figures);
      if (isRejection(above)) return above;
      const unitId = placementOn(employee, period.from)?.unitId;
      return [
        WorkplaceLearningAssigned({
          ...data,
          ...(unitId !== undefined && { unitId }),
          jp,
          aboveCeiling: above,
          assignedBy: makerOf(command),
        }),
      ];
    },

    CompleteWorkplaceLearning: (state, command, { policy }) => {
      const { data } = command;
      if (state.status === 'none') {
        return G02.refuse('notFound', { what: 'workplace learning', id: command.streamId });
      }
      const { employeeId, programId, form, international } = state;
      return (
        (command.corrects === undefined ? inStatus('workplace learning', state, 'assigned') : undefined) ??
        independentOf(command, [beneficiary(employeeId)]) ??
        endsWell(state, data, policy.today) ??
        meetingsFit(state, data) ?? [
          WorkplaceLearningCompleted({
            ...data,
            employeeId,
            ...(programId !== undefined && { programId }),
            form,
            international,
            completedBy: makerOf(command),
          }),
        ]
      );
    },
  });
