import { describeLaws, given } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorityState } from '../../src/governance/authority/index.js';
import { POLICY, policyState } from '../../src/governance/policy/index.js';
import { developmentPlanState } from '../../src/plan/development-plan/index.js';
import {
  ApproveProgram,
  DesignProgram,
  ProgramApproved,
  ProgramDesigned,
  program,
} from '../../src/train/program/index.js';
import { foundAgency, granted, inOffice, lawData, underPolicy } from '../governance/fixtures.js';
import { adoptedWith, approved, design, designed, establishedPlan, figures, set, submittedPlan } from './fixtures.js';

const designer = { subjectId: 'subject-1' };

describe('DesignProgram', () => {
  const planned = underPolicy(given(program)).and(developmentPlanState, 'plan-1', establishedPlan);
  const unplanned = underPolicy(given(program));
  const { planItem: _, ...withoutItem } = design;
  const modest = {
    ...withoutItem,
    track: 'light' as const,
    trackReason: 'A short course by colleagues',
    estimatedCost: 0,
    needsLeaveOfDuty: false,
    certificate: 'none' as const,
  };
  const urgent = { ...withoutItem, track: 'urgent' as const, trackReason: 'New system from 1 July' };

  it('designs a programme on the full track that rests on an established plan item', () =>
    planned.when(DesignProgram(design)).then([ProgramDesigned.of({ ...design, designedBy: designer })]));

  it('G01 refuses a programme where no policy is in force', () =>
    given(program).when(DesignProgram(modest)).thenRefused('G01', 'noPolicy'));

  it('G02 refuses to design one programme twice', () =>
    underPolicy(given(program, [designed()]))
      .when(DesignProgram(modest))
      .thenRefused('G02', 'alreadyExists'));

  describe('R08', () => {
    it('refuses a plan item whose plan is submitted and not established', () =>
      unplanned
        .and(developmentPlanState, 'plan-1', submittedPlan)
        .when(DesignProgram(design))
        .thenRefused('R08', 'itemNotEstablished'));

    it('refuses an item that the established plan does not have', () =>
      planned
        .when(DesignProgram({ ...design, planItem: { planId: 'plan-1', itemId: 'item-2' } }))
        .thenRefused('R08', 'itemNotEstablished'));

    it('refuses, on a shorter track too, a plan item that is named and not established', () =>
      unplanned.when(DesignProgram({ ...modest, planItem: design.planItem })).thenRefused('R08', 'itemNotEstablished'));

    it.each(['light', 'urgent'] as const)(
      'refuses the track %s without a plan item and without a reason',
      async (track) => {
        const { trackReason: _reason, ...unexplained } = modest;
        await unplanned.when(DesignProgram({ ...unexplained, track })).thenRefused('R08', 'trackReasonMissing');
      },
    );

    it('accepts the light track without a reason where it rests on an established plan item', () => {
      const { trackReason: _reason, ...unexplained } = modest;
      const data = { ...unexplained, planItem: design.planItem };
      return planned.when(DesignProgram(data)).then([ProgramDesigned.of({ ...data, designedBy: designer })]);
    });

    it('accepts the light track with a reason and without a plan item', () =>
      unplanned.when(DesignProgram(modest)).then([ProgramDesigned.of({ ...modest, designedBy: designer })]));
  });

  describe('R14', () => {
    it.each([
      ['costs one rupiah', { estimatedCost: 1 }],
      ['needs leave of duty', { needsLeaveOfDuty: true }],
      ['gives a functional certificate', { certificate: 'functional' as const }],
      ['gives a structural certificate', { certificate: 'structural' as const }],
    ])('refuses the light track to a programme that %s', async (_name, ground) => {
      await unplanned.when(DesignProgram({ ...modest, ...ground })).thenRefused('R14', 'fullTrackNeeded');
    });

    it('accepts the light track for a certificate of attendance', () => {
      const data = { ...modest, certificate: 'attendance' as const };
      return unplanned.when(DesignProgram(data)).then([ProgramDesigned.of({ ...data, designedBy: designer })]);
    });

    it('refuses an urgent programme that costs money and does not say why, also with a plan item', () => {
      const { trackReason: _reason, ...unexplained } = urgent;
      return planned
        .when(DesignProgram({ ...unexplained, planItem: design.planItem }))
        .thenRefused('R14', 'urgencyUnexplained');
    });

    it('accepts an urgent programme that costs money and says why', () =>
      unplanned.when(DesignProgram(urgent)).then([ProgramDesigned.of({ ...urgent, designedBy: designer })]));

    it('refuses the full track without a plan item', () =>
      planned.when(DesignProgram(withoutItem)).thenRefused('R08', 'planItemMissing'));

    it('accepts the full track for a programme that would not need it', () => {
      const data = { ...modest, track: 'full' as const, planItem: design.planItem };
      return planned.when(DesignProgram(data)).then([ProgramDesigned.of({ ...data, designedBy: designer })]);
    });
  });

  it('R06 refuses a target level that does not exist', () =>
    unplanned
      .when(DesignProgram({ ...modest, competencies: [{ code: 'M05', targetLevel: 6 }] }))
      .thenRefused('R06', 'levelOutOfRange'));

  it('R06 refuses a competency outside the catalogue', () =>
    unplanned
      .when(DesignProgram({ ...modest, competencies: [...modest.competencies, { code: 'T-QUEUE', targetLevel: 2 }] }))
      .thenRefused('R06', 'notInCatalogue'));

  it('R22 refuses a form that the JP table of the policy does not count', () => {
    const without = figures['jp.table'].value.filter(({ form }) => form !== 'KL03');
    return given(program)
      .and(policyState, POLICY, [adoptedWith({ 'jp.table': set(without) })])
      .when(DesignProgram(modest))
      .thenRefused('R22', 'formNotInTable');
  });

  it('R19 refuses one attempt more than the policy allows', () =>
    unplanned.when(DesignProgram({ ...modest, maxAttempts: 4 })).thenRefused('R19', 'attemptsAboveMaximum'));

  it('R19 accepts as many attempts as the policy allows', () =>
    unplanned
      .when(DesignProgram({ ...modest, maxAttempts: 3 }))
      .then([ProgramDesigned.of({ ...modest, designedBy: designer })]));
});

describe('ApproveProgram', () => {
  const light = { track: 'light' as const, trackReason: 'A short course by colleagues' };

  it.each(['ppk', 'pyb'] as const)('R14 accepts the approval of the full track by the %s', async (role) => {
    await inOffice(given(program, [designed()]), role)
      .when(ApproveProgram({}))
      .then([ProgramApproved.of({ track: 'full', approvedBy: { subjectId: `${role}-1` } })]);
  });

  it('R01 refuses the approval of the full track without an authority', () =>
    underPolicy(given(program, [designed()]))
      .when(ApproveProgram({}))
      .thenRefused('R01', 'noAuthority'));

  it('R01 refuses the approval of the full track by the BKPSDM', () =>
    inOffice(given(program, [designed()]), 'bkpsdm')
      .when(ApproveProgram({}))
      .thenRefused('R01', 'wrongRole'));

  it('R01 refuses an authority that is over on that day', () =>
    underPolicy(given(program, [designed()]))
      .and(authorityState, 'authority-ppk', [granted('ppk', { to: '2026-05-31' })])
      .as('ppk-1', { authorityId: 'authority-ppk' })
      .when(ApproveProgram({}))
      .thenRefused('R01', 'notInForce'));

  it.each(['light', 'urgent'] as const)(
    'R14 accepts one approval without an authority on the track %s',
    async (track) => {
      await given(program, [designed({ ...light, track })])
        .when(ApproveProgram({}))
        .then([ProgramApproved.of({ track, approvedBy: { subjectId: 'subject-1' } })]);
    },
  );

  it('R02 refuses the approval by the designer', () =>
    given(program, [designed(light)])
      .as('designer-1')
      .when(ApproveProgram({}))
      .thenRefused('R02', 'samePerson'));

  it('R02 refuses the approval by whoever asked for the programme', () =>
    given(program, [designed({ ...light, requestedBy: 'head-1' })])
      .as('head-1')
      .when(ApproveProgram({}))
      .thenRefused('R02', 'samePerson'));

  it('R04 refuses an approval that the designer types for somebody else', () =>
    given(program, [designed(light)])
      .as('designer-1')
      .when(ApproveProgram({}), { onBehalfOf: 'head-2' })
      .thenRefused('R04', 'throughOperator'));

  it('G02 refuses the approval of a programme that there is not', () =>
    given(program).when(ApproveProgram({})).thenRefused('G02', 'notFound'));

  it('G02 refuses a second approval', () =>
    inOffice(given(program, [designed(), approved]), 'pyb')
      .when(ApproveProgram({}))
      .thenRefused('G02', 'wrongStatus'));
});

describeLaws('program', program, {
  override: lawData,
  runs: 25,
  actors: ['designer-1', 'head-1'].map((subjectId) => ({ subjectId, roles: [] })),
  setUp: foundAgency,
  commands: {
    DesignProgram: fc.record({
      name: fc.constant('A short course'),
      track: fc.constantFrom('full', 'light', 'urgent'),
      trackReason: fc.constant('By colleagues'),
      form: fc.constant('KL03'),
      competencies: fc.constant([{ code: 'M05', targetLevel: 3 }]),
      jp: fc.integer({ min: 0, max: 4000 }),
      estimatedCost: fc.constantFrom(0, 1),
      needsLeaveOfDuty: fc.boolean(),
      certificate: fc.constantFrom('none', 'attendance', 'functional'),
      passMark: fc.constant(7000),
      maxAttempts: fc.integer({ min: 1, max: 4 }),
      valueTags: fc.constant([]),
    }),
  },
  invariant(state) {
    if (state.status === 'none') return;
    const heavy = state.estimatedCost > 0 || state.needsLeaveOfDuty || state.certificate === 'functional';
    expect(heavy && state.track === 'light', 'R14').toBe(false);
    expect(state.maxAttempts, 'R19').toBeLessThanOrEqual(3);
  },
});
