import { decider } from '@pembinaan/event-sourcing';
import { policyFor } from '../../governance/policy/state.js';
import { beneficiary, decreed, G02, independentOf } from '../../governance/rules/index.js';
import { employeeNumbers } from '../../registers/employee-numbers.js';
import { makerOf } from '../../values/acts.js';
import { SubjectId } from '../../values/ids.js';
import { GrantRecognition, PlaceEmployee, RegisterEmployee, SeparateEmployee } from './commands.js';
import { EmployeePlaced, EmployeeRegistered, EmployeeSeparated, RecognitionGranted } from './events.js';
import { objectionTo } from './recognition.js';
import { contractFits, R37, serving, superiorsFrom } from './rules.js';
import { employeeState } from './state.js';

export const employee = decider(employeeState, {
  commands: [RegisterEmployee, PlaceEmployee, SeparateEmployee, GrantRecognition],
})
  .facts({
    RegisterEmployee: (_, { data }) => ({
      holder: employeeNumbers.at(data.numberHash).map(({ subjectIds }) => subjectIds[0]),
    }),
    PlaceEmployee: (_, command) => {
      const { superiorId, from } = command.data;
      return {
        policy: policyFor(command),
        above: superiorId === undefined ? undefined : superiorsFrom(superiorId, from),
      };
    },
    GrantRecognition: (_, { data }) => ({ objection: objectionTo(data.basis) }),
  })
  .decide({
    RegisterEmployee: (state, command, { holder }) => {
      const { kind, contract } = command.data;
      if (state.status !== 'none') return G02.refuse('alreadyExists', { what: 'employee', id: command.streamId });
      if (holder !== undefined) return R37.refuse('numberTaken', { employeeId: holder });
      return contractFits(kind, contract) ?? [EmployeeRegistered({ ...command.data, registeredBy: makerOf(command) })];
    },

    PlaceEmployee: (state, command, { policy, above = [] }) => {
      const { from, superiorId, decree, retroactive } = command.data;
      const employeeId = command.streamId;
      if (state.status === 'none') return G02.refuse('notFound', { what: 'employee', id: employeeId });
      if (superiorId === employeeId) return R37.refuse('ownSuperior', { employeeId });
      if (superiorId !== undefined && above.some((subjectId) => subjectId === employeeId)) {
        return R37.refuse('circularSuperior', { employeeId, superiorId, on: from });
      }
      return (
        serving(employeeId, state, from) ??
        decreed({ decree, effectiveFrom: from, on: policy.on, retroactive }) ?? [
          EmployeePlaced({ ...command.data, placedBy: makerOf(command) }),
        ]
      );
    },

    SeparateEmployee: (state, command) => {
      if (state.status === 'none') return G02.refuse('notFound', { what: 'employee', id: command.streamId });
      if (state.separatedOn !== undefined && command.corrects === undefined) {
        return G02.refuse('wrongStatus', { what: 'employee', status: 'separated', needed: ['serving'] });
      }
      return [EmployeeSeparated({ ...command.data, recordedBy: makerOf(command) })];
    },

    GrantRecognition: (state, command, { objection }) => {
      const { recognitionId } = command.data;
      if (state.status === 'none') return G02.refuse('notFound', { what: 'employee', id: command.streamId });
      if (state.recognitionIds.includes(recognitionId)) {
        return G02.refuse('alreadyExists', { what: 'recognition', id: recognitionId });
      }
      return (
        objection ??
        independentOf(command, [beneficiary(SubjectId.parse(command.streamId))]) ?? [
          RecognitionGranted({ ...command.data, grantedBy: makerOf(command) }),
        ]
      );
    },
  });
