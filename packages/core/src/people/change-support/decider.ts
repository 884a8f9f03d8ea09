import { decider } from '@pembinaan/event-sourcing';
import { evaluationState } from '../../evaluate/evaluation/state.js';
import { policyFor } from '../../governance/policy/state.js';
import { G02, noPolicy, tookPlace } from '../../governance/rules/index.js';
import { makerOf } from '../../values/acts.js';
import { GiveChangeSupport, ObserveChangeResistance } from './commands.js';
import { ChangeResistanceObserved, ChangeSupportGiven } from './events.js';
import { evidenced, inItsStream, ofAGroup } from './rules.js';
import { changeSupportState } from './state.js';

export const changeSupport = decider(changeSupportState, { commands: [ObserveChangeResistance, GiveChangeSupport] })
  .facts({
    ObserveChangeResistance: (_, command) => ({ policy: policyFor(command) }),
    GiveChangeSupport: (_, command) => ({
      policy: policyFor(command),
      evaluation: command.data.evaluationId === undefined ? undefined : evaluationState.at(command.data.evaluationId),
    }),
  })
  .decide({
    ObserveChangeResistance: (unit, command, { policy }) => {
      const { observationId, unitId, observedOn, n } = command.data;
      if (policy.figures === undefined) return noPolicy(policy);
      if (unit.observationIds.includes(observationId) && command.corrects === undefined) {
        return G02.refuse('alreadyExists', { what: 'observation', id: observationId });
      }
      return (
        inItsStream(command.streamId, unitId, observedOn) ??
        tookPlace('observation', observedOn, policy.today) ??
        ofAGroup(n, policy.figures['disclosure.minimumN'].value) ?? [
          ChangeResistanceObserved({ ...command.data, observedBy: makerOf(command) }),
        ]
      );
    },

    GiveChangeSupport: (unit, command, { policy, evaluation }) => {
      const { supportId, unitId, date } = command.data;
      if (unit.supportIds.includes(supportId) && command.corrects === undefined) {
        return G02.refuse('alreadyExists', { what: 'support', id: supportId });
      }
      return (
        inItsStream(command.streamId, unitId, date) ??
        tookPlace('support', date, policy.today) ??
        evidenced(command.data, evaluation) ?? [ChangeSupportGiven({ ...command.data, givenBy: makerOf(command) })]
      );
    },
  });
