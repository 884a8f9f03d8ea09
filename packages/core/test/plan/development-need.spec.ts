import { describeLaws, given } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DeclineDevelopmentNeed,
  DevelopmentNeedDeclined,
  DevelopmentNeedLeftUnserved,
  DevelopmentNeedProposed,
  DevelopmentNeedVerified,
  developmentNeed,
  FlagNeedUnserved,
  ProposeDevelopmentNeed,
  ValidateDevelopmentNeed,
  VerifyDevelopmentNeed,
} from '../../src/plan/development-need/index.js';
import { needsCycleState } from '../../src/plan/needs-cycle/index.js';
import { ProgramCancelled } from '../../src/revise/program-revision/events.js';
import { programState } from '../../src/train/program/state.js';
import { lawData } from '../governance/fixtures.js';
import { by, cycleOpened, designed, need, proposed, validated, verified } from './fixtures.js';

const checklist = [{ item: 'origin documented', met: true }];
const verify = VerifyDevelopmentNeed({ checklist });
const validate = ValidateDevelopmentNeed({ priority: 'high' });
const decline = (kind: 'returned' | 'rejected') => DeclineDevelopmentNeed({ kind, reason: { code: 'incomplete' } });
const declinedBy = (subjectId: string, kind: 'returned' | 'rejected' = 'returned') =>
  DevelopmentNeedDeclined.of({ kind, reason: { code: 'incomplete' }, declinedBy: by(subjectId) });
const typedBy = (operatorId: string) =>
  DevelopmentNeedProposed.of({ ...need, proposedBy: { subjectId: 'proposer-1', operatorId } });
const forEmployee = DevelopmentNeedProposed.of({
  ...need,
  target: { kind: 'employee', employeeId: 'employee-1' },
  proposedBy: by('proposer-1'),
});

describe('ProposeDevelopmentNeed', () => {
  const propose = (origin: { kind: typeof need.origin.kind; ref?: string }) =>
    ProposeDevelopmentNeed({ ...need, origin });

  it('proposes a need', () =>
    given(developmentNeed).as('proposer-1').when(ProposeDevelopmentNeed(need)).then([proposed]));

  it.each(['gap', 'performance', 'complaint', 'forum', 'policy'] as const)(
    'R08 refuses the origin %s without saying which one',
    async (kind) => {
      await given(developmentNeed)
        .when(ProposeDevelopmentNeed({ ...need, origin: { kind } }))
        .thenRefused('R08', 'originMissing');
    },
  );

  it('R08 accepts the origin strategic without a reference', () =>
    given(developmentNeed)
      .when(ProposeDevelopmentNeed({ ...need, origin: { kind: 'strategic' } }))
      .thenState(({ status }) => expect(status).toBe('proposed')));

  it('R08 takes no need without an origin', () => {
    const { origin: _, ...without } = need;
    expect(ProposeDevelopmentNeed.schema.safeParse(need).success).toBe(true);
    expect(ProposeDevelopmentNeed.schema.safeParse(without).success).toBe(false);
  });

  it('G02 accepts a need in the needs cycle of its year', () =>
    given(developmentNeed)
      .and(needsCycleState, 'kota-2026', [cycleOpened()])
      .as('proposer-1')
      .when(ProposeDevelopmentNeed({ ...need, cycleId: 'kota-2026' }))
      .then([DevelopmentNeedProposed.of({ ...need, cycleId: 'kota-2026', proposedBy: by('proposer-1') })]));

  it('G02 refuses a need in the needs cycle of another year, and says which one is meant', async () => {
    const { rejection } = await given(developmentNeed)
      .and(needsCycleState, 'kota-2025', [cycleOpened(2025)])
      .when(ProposeDevelopmentNeed({ ...need, cycleId: 'kota-2025' }))
      .thenRefused('G02', 'mismatch');
    expect(rejection.data).toMatchObject({ given: 'kota-2025', expected: 'kota-2026' });
  });

  it('G02 refuses a need in a needs cycle that was not opened', () =>
    given(developmentNeed)
      .when(ProposeDevelopmentNeed({ ...need, cycleId: 'kota-2026' }))
      .thenRefused('G02', 'notFound'));

  it('G02 refuses to propose a need twice', () =>
    given(developmentNeed, [proposed]).when(propose(need.origin)).thenRefused('G02', 'wrongStatus'));

  it('G02 accepts a need again after it was returned', () =>
    given(developmentNeed, [proposed, declinedBy('verifier-1')])
      .as('proposer-1')
      .when(ProposeDevelopmentNeed(need))
      .then([proposed]));

  it('G02 refuses a need again after it was rejected', () =>
    given(developmentNeed, [proposed, declinedBy('verifier-1', 'rejected')])
      .when(ProposeDevelopmentNeed(need))
      .thenRefused('G02', 'wrongStatus'));
});

describe('VerifyDevelopmentNeed', () => {
  it('verifies a proposed need', () =>
    given(developmentNeed, [proposed]).as('verifier-1').when(verify).then([verified]));

  it('G02 refuses what was not proposed', () => given(developmentNeed).when(verify).thenRefused('G02', 'wrongStatus'));

  const partly = (...met: readonly boolean[]) =>
    VerifyDevelopmentNeed({ checklist: met.map((each, index) => ({ item: `item ${index + 1}`, met: each })) });

  it.each([
    ['the only item', [false]],
    ['the first', [false, true, true]],
    ['the last', [true, true, false]],
  ])('R08 refuses to verify a need of whose checklist %s is not met', async (_, met) => {
    const { rejection } = await given(developmentNeed, [proposed])
      .as('verifier-1')
      .when(partly(...met))
      .thenRefused('R08', 'checklistUnmet');
    expect(rejection.data).toEqual({ item: `item ${met.indexOf(false) + 1}` });
  });

  it('R08 accepts a checklist of which everything is met', () =>
    given(developmentNeed, [proposed])
      .as('verifier-1')
      .when(partly(true, true, true))
      .thenState(({ status }) => expect(status).toBe('verified')));

  it('R02 refuses the proposer', () =>
    given(developmentNeed, [proposed]).as('proposer-1').when(verify).thenRefused('R02', 'samePerson'));

  it('R02 refuses the person who benefits', () =>
    given(developmentNeed, [forEmployee]).as('employee-1').when(verify).thenRefused('R02', 'samePerson'));

  it('R02 refuses the person who benefitted from it before it was returned', () =>
    given(developmentNeed, [forEmployee, declinedBy('verifier-1'), proposed])
      .as('employee-1')
      .when(verify)
      .thenRefused('R02', 'samePerson'));

  it('R04 refuses the operator who typed the proposal', () =>
    given(developmentNeed, [typedBy('operator-1')])
      .as('operator-1')
      .when(verify)
      .thenRefused('R04', 'throughOperator'));

  it('R04 refuses the proposer as operator of the verifier', () =>
    given(developmentNeed, [proposed])
      .as('proposer-1')
      .when(verify, { onBehalfOf: 'verifier-1' })
      .thenRefused('R04', 'throughOperator'));

  it('R04 refuses one operator for proposal and verification', () =>
    given(developmentNeed, [typedBy('operator-1')])
      .as('operator-1')
      .when(verify, { onBehalfOf: 'verifier-1' })
      .thenRefused('R04', 'throughOperator'));

  it('R04 accepts two operators for two people', () =>
    given(developmentNeed, [typedBy('operator-1')])
      .as('operator-2')
      .when(verify, { onBehalfOf: 'verifier-1' })
      .then([
        DevelopmentNeedVerified.of({ checklist, verifiedBy: { subjectId: 'verifier-1', operatorId: 'operator-2' } }),
      ]));

  describe('after the need was returned and proposed again by somebody else', () => {
    const second = DevelopmentNeedProposed.of({ ...need, proposedBy: by('proposer-2') });
    const resubmitted = given(developmentNeed, [typedBy('operator-1'), declinedBy('verifier-1'), second]);

    it('R02 refuses the second proposer', () =>
      resubmitted.as('proposer-2').when(verify).thenRefused('R02', 'samePerson'));

    it('R02 still refuses the first proposer', () =>
      resubmitted.as('proposer-1').when(verify).thenRefused('R02', 'samePerson'));

    it('R04 still refuses the first operator', () =>
      resubmitted.as('operator-1').when(verify).thenRefused('R04', 'throughOperator'));

    it('R02 accepts the verifier who returned it', () => resubmitted.as('verifier-1').when(verify).then([verified]));
  });
});

describe('ValidateDevelopmentNeed', () => {
  const ready = given(developmentNeed, [proposed, verified]);

  it('validates a verified need', () => ready.as('validator-1').when(validate).then([validated]));

  it('G02 refuses what was not verified', () =>
    given(developmentNeed, [proposed]).as('validator-1').when(validate).thenRefused('G02', 'wrongStatus'));

  it('G02 refuses to validate twice', () =>
    given(developmentNeed, [proposed, verified, validated])
      .as('validator-2')
      .when(validate)
      .thenRefused('G02', 'wrongStatus'));

  it('R02 refuses the proposer', () => ready.as('proposer-1').when(validate).thenRefused('R02', 'samePerson'));

  it('R02 refuses the verifier', () => ready.as('verifier-1').when(validate).thenRefused('R02', 'samePerson'));

  it('R02 refuses the person who benefits', () =>
    given(developmentNeed, [forEmployee, verified]).as('employee-1').when(validate).thenRefused('R02', 'samePerson'));

  it('R04 refuses the verifier as operator of the validator', () =>
    ready.as('verifier-1').when(validate, { onBehalfOf: 'validator-1' }).thenRefused('R04', 'throughOperator'));

  describe('after the need was returned by the validator and came back', () => {
    const again = DevelopmentNeedVerified.of({ checklist, verifiedBy: by('verifier-2') });
    const round = [proposed, verified, declinedBy('validator-1'), proposed];

    it('R02 accepts the first verifier to verify it again', () =>
      given(developmentNeed, round).as('verifier-1').when(verify).then([verified]));

    it('R02 refuses the first verifier to propose it anew', () =>
      given(developmentNeed, [proposed, verified, declinedBy('validator-1')])
        .as('verifier-1')
        .when(ProposeDevelopmentNeed(need))
        .thenRefused('R02', 'samePerson'));

    it('R02 refuses the first verifier to validate what a second one verified', () =>
      given(developmentNeed, [...round, again])
        .as('verifier-1')
        .when(validate)
        .thenRefused('R02', 'samePerson'));

    it('R02 accepts the validator who returned it', () =>
      given(developmentNeed, [...round, again])
        .as('validator-1')
        .when(validate)
        .then([validated]));
  });
});

describe('DeclineDevelopmentNeed', () => {
  it.each(['returned', 'rejected'] as const)('declines a proposed need: %s', async (kind) => {
    await given(developmentNeed, [proposed])
      .as('verifier-1')
      .when(decline(kind))
      .then([declinedBy('verifier-1', kind)]);
  });

  it('declines a verified need', () =>
    given(developmentNeed, [proposed, verified])
      .as('validator-1')
      .when(decline('returned'))
      .then([declinedBy('validator-1')]));

  it('G02 refuses to decline what was validated', () =>
    given(developmentNeed, [proposed, verified, validated])
      .as('validator-1')
      .when(decline('returned'))
      .thenRefused('G02', 'wrongStatus'));

  it('R02 refuses the proposer', () =>
    given(developmentNeed, [proposed]).as('proposer-1').when(decline('rejected')).thenRefused('R02', 'samePerson'));

  it('R02 refuses the verifier once the need is verified', () =>
    given(developmentNeed, [proposed, verified])
      .as('verifier-1')
      .when(decline('returned'))
      .thenRefused('R02', 'samePerson'));

  it('R02 accepts to return a need a second time by the same verifier', () =>
    given(developmentNeed, [proposed, declinedBy('verifier-1'), proposed])
      .as('verifier-1')
      .when(decline('returned'))
      .then([declinedBy('verifier-1')]));

  it('R04 refuses the operator who typed the proposal', () =>
    given(developmentNeed, [typedBy('operator-1')])
      .as('operator-1')
      .when(decline('rejected'))
      .thenRefused('R04', 'throughOperator'));

  it('R09 refuses the reason other without a text', () =>
    given(developmentNeed, [proposed])
      .as('verifier-1')
      .when(DeclineDevelopmentNeed({ kind: 'returned', reason: { code: 'other' } }))
      .thenRefused('R09', 'textMissing'));

  it('R09 accepts the reason other with a text', () =>
    given(developmentNeed, [proposed])
      .as('verifier-1')
      .when(DeclineDevelopmentNeed({ kind: 'returned', reason: { code: 'other', text: 'the cost is not itemised' } }))
      .thenState(({ status }) => expect(status).toBe('returned')));
});

describe('FlagNeedUnserved', () => {
  const cancelled = ProgramCancelled.of({ reason: { code: 'budget' }, openBatches: [], cancelledBy: by('ppk-1') });
  const flag = (programId = 'program-1') => FlagNeedUnserved({ programId });
  const flagged = (programId = 'program-1') =>
    DevelopmentNeedLeftUnserved.of({ programId, flaggedBy: by('process-cancellation') });
  const begun = (...events: Parameters<typeof developmentNeed.evolve>[1][]) =>
    given(developmentNeed, [proposed, verified, ...events])
      .and(programState, 'program-1', [designed, cancelled])
      .and(programState, 'program-2', [designed, cancelled])
      .and(programState, 'program-3', [designed])
      .as('process-cancellation');

  it('flags a validated need whose programme was cancelled, and leaves it validated', async () => {
    await begun(validated).when(flag()).then([flagged()]);
    await begun(validated)
      .when(flag())
      .thenState((state) => expect(state).toMatchObject({ status: 'validated', unserved: ['program-1'] }));
  });

  it('R08 refuses to flag it twice for one programme', () =>
    begun(validated, flagged()).when(flag()).thenRefused('R08', 'flaggedBefore'));

  it('R08 accepts to flag it for another programme', () =>
    begun(validated, flagged())
      .when(flag('program-2'))
      .then([flagged('program-2')]));

  it('G02 refuses a programme that was not cancelled', () =>
    begun(validated).when(flag('program-3')).thenRefused('G02', 'wrongStatus'));

  it('G02 refuses a programme that does not exist', () =>
    begun(validated).when(flag('program-9')).thenRefused('G02', 'notFound'));

  it('G02 refuses a need that is not validated', () => begun().when(flag()).thenRefused('G02', 'wrongStatus'));

  it('G02 refuses a need that was never proposed', () =>
    given(developmentNeed)
      .and(programState, 'program-1', [designed, cancelled])
      .when(flag())
      .thenRefused('G02', 'wrongStatus'));
});

const people = ['p-1', 'p-2', 'p-3', 'p-4'];
describeLaws('a development need', developmentNeed, {
  override: lawData,
  actors: people.map((subjectId) => ({ subjectId, roles: [] })),
  commands: {
    ProposeDevelopmentNeed: fc.constant(need),
    VerifyDevelopmentNeed: fc.boolean().map((met) => ({ checklist: [{ item: 'origin documented', met }] })),
  },
  invariant: (state) => {
    if (state.status === 'none') return;
    const did = (act: string) =>
      new Set(state.acts.filter((past) => past.act === act).map(({ maker }) => maker.subjectId));
    for (const subjectId of did('verified')) expect(did('proposed')).not.toContain(subjectId);
    for (const subjectId of did('validated')) {
      expect(did('proposed')).not.toContain(subjectId);
      expect(did('verified')).not.toContain(subjectId);
    }
  },
  runs: 40,
});
