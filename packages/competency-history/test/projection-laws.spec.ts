import { BatchId, SubjectId } from '@pembinaan/core';
import { describeProjectionLaws } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import {
  assignmentRecords,
  behaviourRecords,
  certificateRecords,
  communityRecords,
  hcdpRecords,
  jpRecords,
  levelRecords,
  mentorshipRecords,
  personHistories,
  personTimelines,
  policies,
  predicateRecords,
  programTargets,
  recognitionRecords,
  serviceRecords,
  standards,
} from '../src/index.js';

/** A few ids, so that events of different streams meet in one row. */
const override = (schema: unknown) => {
  if (schema === SubjectId) return fc.constantFrom('a', 'b', 'c');
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
  if (type === 'BehaviourRated') return ['evaluation-a'];
  if (type === 'ProgramDesigned') return two('program');
  if (type === 'HcdpEstablished') return two('hcdp');
  if (type === 'PolicyVersionAdopted') return ['policy-agency'];
  return two('batch');
};

describeProjectionLaws('personHistories', personHistories, { override, streams, maxEvents: 40 });
describeProjectionLaws('personTimelines', personTimelines, { override, streams, maxEvents: 40 });
describeProjectionLaws('standards', standards, { override, streams });
describeProjectionLaws('policies', policies, { override, streams, maxEvents: 5, runs: 15 });
describeProjectionLaws('serviceRecords', serviceRecords, { override, streams });
describeProjectionLaws('levelRecords', levelRecords, { override, streams });
describeProjectionLaws('jpRecords', jpRecords, { override, streams });
describeProjectionLaws('assignmentRecords', assignmentRecords, { override, streams });
describeProjectionLaws('mentorshipRecords', mentorshipRecords, { override, streams });
describeProjectionLaws('certificateRecords', certificateRecords, { override, streams });
describeProjectionLaws('behaviourRecords', behaviourRecords, { override, streams });
describeProjectionLaws('predicateRecords', predicateRecords, { override, streams });
describeProjectionLaws('recognitionRecords', recognitionRecords, { override, streams });
describeProjectionLaws('communityRecords', communityRecords, { override, streams });
describeProjectionLaws('programTargets', programTargets, { override, streams });
describeProjectionLaws('hcdpRecords', hcdpRecords, { override, streams });
