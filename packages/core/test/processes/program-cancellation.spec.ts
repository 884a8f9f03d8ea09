import { describe, expect, it } from 'vitest';
import { AuthorityGranted } from '../../src/governance/authority/events.js';
import {
  DevelopmentNeedProposed,
  DevelopmentNeedValidated,
  DevelopmentNeedVerified,
} from '../../src/plan/development-need/events.js';
import { CancelProgram } from '../../src/revise/program-revision/commands.js';
import { grantOf, policyAdopted } from '../governance/fixtures.js';
import { approved, designed, establishedPlan, nominated, scheduled, takesPart } from '../train/fixtures.js';
import { agencyWith } from './fixtures.js';

const by = (subjectId: string) => ({ subjectId });
const need = [
  DevelopmentNeedProposed.of({
    year: 2026,
    origin: { kind: 'strategic' },
    target: { kind: 'institution' },
    competency: 'M05',
    form: 'KL03',
    jp: 2000,
    estimatedCost: 0,
    proposedBy: by('head-1'),
  }),
  DevelopmentNeedVerified.of({ checklist: [{ item: 'origin', met: true }], verifiedBy: by('verifier-1') }),
  DevelopmentNeedValidated.of({ priority: 'high', validatedBy: by('validator-1') }),
];
const past = {
  'policy-agency': [policyAdopted],
  'authority-grant-1': [AuthorityGranted.of({ ...grantOf('ppk'), grantedBy: by('clerk-1') })],
  'developmentNeed-need-1': need,
  'developmentPlan-plan-1': establishedPlan,
  'program-program-1': [designed(), approved],
  'batch-b1': [scheduled(), ...takesPart('employee-1'), nominated('employee-2')],
  'batch-b2': [scheduled({ programId: 'program-2' })],
};
const cancelled = async () => {
  const agency = await agencyWith(past);
  await agency.does('ppk-1', 'program-1', CancelProgram({ reason: { code: 'budget' } }), {
    actor: { subjectId: 'ppk-1', roles: [], authorityId: 'grant-1' },
  });
  await agency.settle();
  return agency;
};

describe('when a programme is cancelled', () => {
  it('its open batches are, with the names of those who lose them', async () => {
    const agency = await cancelled();
    expect(await agency.events('BatchCancelled')).toMatchObject([
      {
        stream: 'batch-b1',
        data: { reason: { code: 'programCancelled' }, participants: ['employee-1', 'employee-2'] },
      },
    ]);
  });

  it('the needs that it was to serve are flagged, once', async () => {
    const agency = await cancelled();
    expect(await agency.events('DevelopmentNeedLeftUnserved')).toMatchObject([
      { stream: 'developmentNeed-need-1', data: { programId: 'program-1' } },
    ]);
    await agency.settleAnew();
    expect(await agency.events('DevelopmentNeedLeftUnserved')).toHaveLength(1);
    expect(await agency.events('BatchCancelled')).toHaveLength(1);
    expect(await agency.refused()).toEqual([]);
  });
});
