import { decider, type IssuedCommand, type Rejection } from '@pembinaan/event-sourcing';
import { type PolicyInForce, policyFor } from '../../governance/policy/state.js';
import { G02, noPolicy } from '../../governance/rules/index.js';
import { makerOf } from '../../values/acts.js';
import { EstablishServiceBaseline, PublishSatisfactionSurvey, RecordServiceMeasurement } from './commands.js';
import { SatisfactionSurveyPublished, ServiceBaselineEstablished, ServiceMeasurementRecorded } from './events.js';
import { asComputed, type MeasurementGiven, over, ownDays, wellMeasured, wellSurveyed } from './rules.js';
import { satisfactionIndex } from './satisfaction-index.js';
import { type ServiceUnit, serviceUnitState } from './state.js';

export const serviceUnit = decider(serviceUnitState, {
  commands: [EstablishServiceBaseline, RecordServiceMeasurement, PublishSatisfactionSurvey],
})
  .facts({
    EstablishServiceBaseline: (_, command) => ({ policy: policyFor(command) }),
    RecordServiceMeasurement: (_, command) => ({ policy: policyFor(command) }),
    PublishSatisfactionSurvey: (_, command) => ({ policy: policyFor(command) }),
  })
  .decide({
    EstablishServiceBaseline: (unit, command, { policy }) =>
      unfit(unit, command, policy) ?? [ServiceBaselineEstablished({ ...command.data, recordedBy: makerOf(command) })],

    RecordServiceMeasurement: (unit, command, { policy }) =>
      unfit(unit, command, policy) ?? [ServiceMeasurementRecorded({ ...command.data, recordedBy: makerOf(command) })],

    PublishSatisfactionSurvey: (unit, command, { policy }) => {
      const { surveyId, period, nrr } = command.data;
      const { figures } = policy;
      if (figures === undefined) return noPolicy(policy);
      if (command.corrects === undefined && unit.surveys.some((known) => known.surveyId === surveyId)) {
        return G02.refuse('alreadyExists', { what: 'survey', id: surveyId });
      }
      const refusal = wellSurveyed(command.data) ?? over(period, policy.today);
      if (refusal !== undefined) return refusal;
      const computed = satisfactionIndex(nrr, figures['ikm.bands'].value, figures['ikm.weights'].value);
      return (
        asComputed(command.data, computed) ?? [
          SatisfactionSurveyPublished({ ...command.data, ...computed, publishedBy: makerOf(command) }),
        ]
      );
    },
  });

function unfit(
  unit: ServiceUnit,
  command: IssuedCommand<string, MeasurementGiven>,
  policy: PolicyInForce,
): Rejection | undefined {
  const { measurementId, period } = command.data;
  if (command.corrects === undefined && unit.measurements.some((known) => known.measurementId === measurementId)) {
    return G02.refuse('alreadyExists', { what: 'measurement', id: measurementId });
  }
  return wellMeasured(command.data) ?? over(period, policy.today) ?? ownDays(unit, command.data);
}
