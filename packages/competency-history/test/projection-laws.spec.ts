import { BatchId, SubjectId, UnitId } from '@pembinaan/core';
import { describeProjectionLaws } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { agencyFiles, personFiles, unitRosters } from '../src/index.js';

/** A few ids, so that events of different streams meet in one row. */
const override = (schema: unknown) => {
  if (schema === SubjectId) return fc.constantFrom('a', 'b', 'c');
  if (schema === UnitId) return fc.constantFrom('loket', 'arsip');
  return schema === BatchId ? fc.constantFrom('x', 'y') : undefined;
};

const two = (category: string) => [`${category}-a`, `${category}-b`];

const streams = (type: string): readonly string[] => {
  if (type.startsWith('Employee') || type === 'RecognitionGranted') return two('employee');
  if (type.startsWith('CompetencyStandard')) return two('competencyStandard');
  if (type.startsWith('Competency') || type.startsWith('Performance')) return two('competencyProfile');
  if (type.startsWith('Mentor')) return two('mentorship');
  if (type.startsWith('Jp')) return ['jpLedger-a-2026', 'jpLedger-b-2026'];
  if (type.startsWith('LearningCommunity')) return two('learningCommunity');
  if (type.startsWith('Workplace')) return two('workplaceLearning');
  if (type.startsWith('Certificate')) return ['certificate-a', 'certificate-b', 'certificate-c'];
  if (type.startsWith('DevelopmentNeed')) return two('developmentNeed');
  if (type.startsWith('DevelopmentPlan') || type.startsWith('PlanItem')) return two('developmentPlan');
  if (type === 'BehaviourRated') return ['evaluation-a'];
  if (type === 'ProgramDesigned') return two('program');
  if (type === 'HcdpEstablished') return two('hcdp');
  if (type === 'PolicyVersionAdopted') return ['policy-agency'];
  return two('batch');
};

describeProjectionLaws('personFiles', personFiles, { override, streams, maxEvents: 40 });
describeProjectionLaws('agencyFiles', agencyFiles, { override, streams, maxEvents: 20 });
describeProjectionLaws('unitRosters', unitRosters, { override, streams });
