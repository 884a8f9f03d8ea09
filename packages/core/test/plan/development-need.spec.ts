import { describeLaws, given } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DeclineDevelopmentNeed,
  DevelopmentNeedDeclined,
  DevelopmentNeedProposed,
  DevelopmentNeedVerified,
  developmentNeed,
  ProposeDevelopmentNeed,
  ValidateDevelopmentNeed,
  VerifyDevelopmentNeed,
} from '../../src/plan/development-need/index.js';
import { lawData } from '../governance/fixtures.js';
import { by, need, proposed, validated, verified } from './fixtures.js';

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

const people = ['p-1', 'p-2', 'p-3', 'p-4'];
describeLaws('a development need', developmentNeed, {
  override: lawData,
  actors: people.map((subjectId) => ({ subjectId, roles: [] })),
  commands: { ProposeDevelopmentNeed: fc.constant(need) },
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
