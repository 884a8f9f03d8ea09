import { decider, type FactRequest, type IssuedCommand } from '@pembinaan/event-sourcing';
import { policyFor } from '../../governance/policy/state.js';
import { beneficiary, G02, independentOf, noPolicy, type PastAct } from '../../governance/rules/index.js';
import { serving } from '../../people/employee/rules.js';
import { employeeState, placementOn } from '../../people/employee/state.js';
import { batchState } from '../../train/batch/state.js';
import { makerOf } from '../../values/acts.js';
import { type BatchId, type StandardId, SubjectId } from '../../values/ids.js';
import { predicateOf } from '../../values/performance.js';
import { gradable, R06 } from '../competency-standard/rules.js';
import { competencyStandardState, type StandardVersion, standardOn } from '../competency-standard/state.js';
import { AssessCompetency, RecordPerformancePredicate, ValidateCompetencyGap } from './commands.js';
import {
  CompetencyAssessed,
  CompetencyGapValidated,
  type Evidence,
  PerformancePredicateRecorded,
  ratedPeriodKey,
} from './events.js';
import { asInMatrix, assessorApart, notTheTrainer } from './rules.js';
import { assessmentOn, competencyProfileState } from './state.js';

export const competencyProfile = decider(competencyProfileState, {
  commands: [AssessCompetency, ValidateCompetencyGap, RecordPerformancePredicate],
})
  .facts({
    AssessCompetency: (_, command) => ({
      policy: policyFor(command),
      employee: employeeState.at(command.streamId),
      batches: batchIdsOf(command.data.evidence).map((batchId) =>
        batchState.at(batchId).map((batch) => ({ batchId, batch })),
      ),
    }),
    ValidateCompetencyGap: (_, command) => ({
      policy: policyFor(command),
      employee: employeeState.at(command.streamId),
      standard: standardOfPosition(command),
    }),
    RecordPerformancePredicate: (_, command) => ({
      policy: policyFor(command),
      employee: employeeState.at(command.streamId),
    }),
  })
  .decide({
    AssessCompetency: (profile, command, { policy, employee, batches }) => {
      const { assessmentId, competency, level, method } = command.data;
      const employeeId = command.streamId;
      if (policy.figures === undefined) return noPolicy(policy);
      if (employee.status === 'none') return G02.refuse('notFound', { what: 'employee', id: employeeId });
      const known = profile.assessments.some((assessment) => assessment.assessmentId === assessmentId);
      if (known && command.corrects === undefined) {
        return G02.refuse('alreadyExists', { what: 'assessment', id: assessmentId });
      }
      const taught = [];
      for (const { batchId, batch } of batches) {
        if (batch.status === 'none') return G02.refuse('notFound', { what: 'batch', id: batchId });
        taught.push({ batchId, resourcePersons: batch.resourcePersons });
      }
      return (
        gradable({ competency, level }, policy.figures) ??
        assessorApart(command, employeeId, method) ??
        notTheTrainer(command, taught) ?? [
          CompetencyAssessed({ ...command.data, assessedOn: policy.on, assessedBy: makerOf(command) }),
        ]
      );
    },

    ValidateCompetencyGap: (profile, command, { policy, employee, standard }) => {
      const { gapId, competency, priority } = command.data;
      const employeeId = command.streamId;
      if (employee.status === 'none') return G02.refuse('notFound', { what: 'employee', id: employeeId });
      const absent = serving(employeeId, employee, policy.on);
      if (absent !== undefined) return absent;
      if (profile.gaps.includes(gapId)) return G02.refuse('alreadyExists', { what: 'gap', id: gapId });
      if (standard === undefined) return R06.refuse('noStandard', { employeeId, on: policy.on });

      const { standardId, items, version } = standard;
      const required = items.find((item) => item.competency === competency)?.requiredLevel;
      if (required === undefined) return R06.refuse('notRequired', { competency, standardId });

      const assessment = assessmentOn(profile, competency, policy.on);
      const selfAssessed = assessmentOn(profile, competency, policy.on, true) !== undefined;
      if (assessment === undefined && selfAssessed) return R06.refuse('selfAssessmentAlone', { competency });
      const actual = assessment?.level ?? 0;
      if (actual >= required) return R06.refuse('noGap', { competency, required, actual });

      const past: PastAct[] = [beneficiary(SubjectId.parse(employeeId))];
      if (assessment !== undefined) past.push({ act: 'assessed', maker: assessment.assessedBy });
      return (
        independentOf(command, past) ?? [
          CompetencyGapValidated({
            gapId,
            competency,
            required,
            actual,
            standardId,
            standardVersion: version,
            priority,
            validatedBy: makerOf(command),
          }),
        ]
      );
    },

    RecordPerformancePredicate: (profile, command, { policy, employee }) => {
      const { period, results, behaviour } = command.data;
      const employeeId = command.streamId;
      if (policy.figures === undefined) return noPolicy(policy);
      if (employee.status === 'none') return G02.refuse('notFound', { what: 'employee', id: employeeId });
      const key = ratedPeriodKey(period);
      const known = profile.predicates.some((recorded) => ratedPeriodKey(recorded.period) === key);
      if (known && command.corrects === undefined) return G02.refuse('alreadyExists', { what: 'predicate', id: key });
      const predicate = predicateOf(results, behaviour, policy.figures['performance.matrix'].value);
      return (
        independentOf(command, [beneficiary(SubjectId.parse(employeeId))]) ??
        asInMatrix(command.data, predicate) ?? [
          PerformancePredicateRecorded({ ...command.data, predicate, recordedBy: makerOf(command) }),
        ]
      );
    },
  });

function batchIdsOf(evidence: readonly Evidence[]): readonly BatchId[] {
  return evidence.flatMap((piece) => (piece.kind === 'batch' ? [piece.batchId] : []));
}

/** The standard of the position that the person holds on the day of the command, in the version of that day. */
function standardOfPosition(
  command: IssuedCommand,
): FactRequest<(StandardVersion & { readonly standardId: StandardId }) | undefined> {
  return policyFor(command).chain(({ on }) =>
    employeeState.at(command.streamId).chain((employee) => {
      const standardId = placementOn(employee, on)?.standardId;
      if (standardId === undefined) return undefined;
      return competencyStandardState
        .at(standardId)
        .map((standard) => standardOn(standard, on))
        .map((version) => version && { ...version, standardId });
    }),
  );
}
