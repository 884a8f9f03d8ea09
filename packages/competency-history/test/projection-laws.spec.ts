import { SubjectId } from '@pembinaan/core';
import { describeProjectionLaws } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { personHistories, policies, standards } from '../src/index.js';

/** A few ids, so that events of different streams meet in one row. */
const override = (schema: unknown) => (schema === SubjectId ? fc.constantFrom('a', 'b', 'c') : undefined);

const streams = (type: string): readonly string[] => {
  if (type.startsWith('Employee')) return ['employee-a', 'employee-b'];
  if (type.startsWith('Competency')) return ['competencyProfile-a', 'competencyProfile-b'];
  if (type.startsWith('Mentor')) return ['mentorship-a', 'mentorship-b'];
  if (type === 'JpCredited') return ['jpLedger-a-2026', 'jpLedger-b-2026'];
  if (type === 'BehaviourRated') return ['evaluation-a'];
  if (type === 'CertificateIssued') return ['certificate-a', 'certificate-b', 'certificate-c'];
  return ['batch-a', 'batch-b'];
};

describeProjectionLaws('personHistories', personHistories, { override, streams });
describeProjectionLaws('standards', standards, {
  override,
  streams: () => ['competencyStandard-a', 'competencyStandard-b'],
});
describeProjectionLaws('policies', policies, { override, streams: () => ['policy-agency'], maxEvents: 5 });
