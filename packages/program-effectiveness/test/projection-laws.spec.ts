import { ProgramId } from '@pembinaan/core';
import { describeProjectionLaws } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { planItems, programRecords } from '../src/index.js';

const override = (schema: unknown) => (schema === ProgramId ? fc.constantFrom('a', 'b') : undefined);

const streams = (type: string): readonly string[] => {
  if (type.startsWith('Budget')) return ['budget-a-2026'];
  if (type === 'CertificateIssued') return ['certificate-a', 'certificate-b'];
  if (/^(Evaluation|Behaviour|ProgramImpact)/.test(type)) return ['evaluation-a', 'evaluation-b'];
  if (/^(Program|Revision|Method)/.test(type)) return ['program-a', 'program-b'];
  return ['batch-a', 'batch-b'];
};

describeProjectionLaws('programRecords', programRecords, { override, streams });
describeProjectionLaws('planItems', planItems, { override, streams: () => ['developmentPlan-a', 'developmentPlan-b'] });
