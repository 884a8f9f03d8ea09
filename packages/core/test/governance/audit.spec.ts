import { describeLaws, given, past } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AuditFindingClosed,
  AuditFindingRaised,
  audit,
  CloseAuditFinding,
  RaiseAuditFinding,
} from '../../src/governance/audit/index.js';
import { developmentNeedState } from '../../src/plan/development-need/index.js';
import { proposed, verified } from '../plan/fixtures.js';
import { foundAgency, inOffice, lawData, PPK } from './fixtures.js';

/** About the verification of a need: the second event of its stream. */
const finding = {
  target: { stream: 'developmentNeed-need-1', revision: 1 },
  criterion: 'R02',
  severity: 'medium' as const,
  concerns: ['verifier-1', 'proposer-1'],
  due: '2026-06-30',
};
const byAuditor = { subjectId: 'inspektorat-1' };
const raised = AuditFindingRaised.of({ ...finding, raisedBy: byAuditor });
const closing = { followUpRefs: ['LHP-7/2026'], reason: { code: 'followedUp' as const } };
const closed = (details: Partial<Parameters<typeof AuditFindingClosed.of>[0]> = {}) =>
  AuditFindingClosed.of({ ...closing, concerns: finding.concerns, closedBy: byAuditor, ...details });

/** Who made the event at that revision, and for whom it was typed. */
interface Made {
  readonly by: string;
  readonly onBehalfOf?: string;
}
const done = ({ by, onBehalfOf }: Made) => ({
  actor: { subjectId: by, roles: [] },
  ...(onBehalfOf !== undefined && { onBehalfOf }),
});

/** An auditor in office, and a need that others proposed and verified. */
const begun = (
  history: Parameters<typeof audit.evolve>[1][] = [],
  makers: { readonly proposed?: Made; readonly verified?: Made } = {},
) =>
  inOffice(given(audit, history), 'inspektorat').and(developmentNeedState, 'need-1', [
    past(proposed, done(makers.proposed ?? { by: 'proposer-1' })),
    past(verified, done(makers.verified ?? { by: 'verifier-1' })),
  ]);
const forAuditor = { onBehalfOf: 'inspektorat-1' };

describe('RaiseAuditFinding', () => {
  type Raise = Parameters<typeof RaiseAuditFinding>[0];
  const raise = (details: Partial<Raise> = {}) => RaiseAuditFinding({ ...finding, ...details });

  it('raises a finding about an event, and notes how its stream stood', async () => {
    const { events } = await begun().when(raise()).then([raised]);
    expect(events[0]?.metadata.facts).toContainEqual({ stream: 'developmentNeed-need-1', revision: 1 });
  });

  it('raises a finding about an event that others have followed', () =>
    begun()
      .when(raise({ target: { stream: 'developmentNeed-need-1', revision: 0 } }))
      .then([
        AuditFindingRaised.of({
          ...finding,
          target: { stream: 'developmentNeed-need-1', revision: 0 },
          raisedBy: byAuditor,
        }),
      ]));

  it('G02 refuses an event after the last of its stream', () =>
    begun()
      .when(raise({ target: { stream: 'developmentNeed-need-1', revision: 2 } }))
      .thenRefused('G02', 'notFound'));

  it('G02 refuses an event of a stream that does not exist', () =>
    begun()
      .when(raise({ target: { stream: 'developmentNeed-need-2', revision: 0 } }))
      .thenRefused('G02', 'notFound'));

  it('takes only the name of a stream', () =>
    begun()
      .when(raise({ target: { stream: 'the plan of 2026', revision: 0 } }))
      .thenFails('invalid-command'));

  it('G02 refuses to raise the same finding twice', () =>
    begun([raised]).when(raise()).thenRefused('G02', 'alreadyExists'));

  it.each(['ppk', 'pyb', 'bkpsdm', 'opd'] as const)('R01 refuses the authority of %s', async (role) => {
    await inOffice(given(audit), role)
      .and(developmentNeedState, 'need-1', [proposed, verified])
      .when(raise())
      .thenRefused('R01', 'wrongRole');
  });

  it('R01 refuses who names no authority', () =>
    begun().as('inspektorat-1').when(raise()).thenRefused('R01', 'noAuthority'));

  it('R01 refuses an authority that is not in force', () =>
    begun().when(raise(), { occurredAt: '2027-01-01T05:00:00.000Z' }).thenRefused('R01', 'notInForce'));

  describe('about an act of the auditor', () => {
    it('R03 refuses what he did himself', () =>
      begun([], { verified: { by: 'inspektorat-1' } })
        .when(raise())
        .thenRefused('R03', 'ownAct'));

    it('R03 refuses what he typed for somebody else', () =>
      begun([], { verified: { by: 'inspektorat-1', onBehalfOf: 'verifier-1' } })
        .when(raise())
        .thenRefused('R03', 'ownAct'));

    it('R03 refuses what somebody else typed for him', () =>
      begun([], { verified: { by: 'operator-1', onBehalfOf: 'inspektorat-1' } })
        .when(raise())
        .thenRefused('R03', 'ownAct'));

    it('R03 refuses an operator who did it', () =>
      begun([], { verified: { by: 'operator-1' } })
        .as('operator-1', { authorityId: 'authority-inspektorat' })
        .when(raise(), forAuditor)
        .thenRefused('R03', 'ownAct'));

    it('R03 accepts an operator who did not', () =>
      begun()
        .as('operator-1', { authorityId: 'authority-inspektorat' })
        .when(raise(), forAuditor)
        .then([AuditFindingRaised.of({ ...finding, raisedBy: { ...byAuditor, operatorId: 'operator-1' } })]));

    it('R03 accepts a finding about another event of the same stream, after his own or before it', async () => {
      await begun([], { proposed: { by: 'inspektorat-1' } })
        .when(raise())
        .then([raised]);
      const target = { ...finding.target, revision: 0 };
      await begun([], { verified: { by: 'inspektorat-1' } })
        .when(raise({ target }))
        .then([AuditFindingRaised.of({ ...finding, target, raisedBy: byAuditor })]);
    });
  });
});

describe('CloseAuditFinding', () => {
  type Close = Parameters<typeof CloseAuditFinding>[0];
  const close = (details: Partial<Close> = {}) => CloseAuditFinding({ ...closing, ...details });

  it('closes a finding, and repeats whom it concerns', () => begun([raised]).when(close()).then([closed()]));

  it('R03 refuses to close it as followed up without a reference', () =>
    begun([raised])
      .when(close({ followUpRefs: [] }))
      .thenRefused('R03', 'followUpMissing'));

  it.each(['accepted', 'withdrawn'] as const)('R03 accepts to close it as %s without a reference', async (code) => {
    await begun([raised])
      .when(close({ followUpRefs: [], reason: { code } }))
      .then([closed({ followUpRefs: [], reason: { code } })]);
  });

  it('R09 refuses the reason other without a text, and accepts it with one', async () => {
    await begun([raised])
      .when(close({ reason: { code: 'other' } }))
      .thenRefused('R09', 'textMissing');
    const reason = { code: 'other' as const, text: 'merged with another finding' };
    await begun([raised])
      .when(close({ reason }))
      .then([closed({ reason })]);
  });

  it('R01 refuses the authority of another office', () =>
    inOffice(given(audit, [raised]), 'ppk')
      .when(close())
      .thenRefused('R01', 'wrongRole'));

  it('R03 refuses an auditor who did what the finding is about', () =>
    begun([raised], { verified: { by: 'inspektorat-1' } })
      .when(close())
      .thenRefused('R03', 'ownAct'));

  it('R03 refuses an operator who did what the finding is about', () =>
    begun([raised], { verified: { by: 'operator-1' } })
      .as('operator-1', { authorityId: 'authority-inspektorat' })
      .when(close(), forAuditor)
      .thenRefused('R03', 'ownAct'));

  it('G02 refuses to close what was never raised', () => begun().when(close()).thenRefused('G02', 'notFound'));

  it('G02 refuses to close a finding twice', () =>
    begun([raised, closed()]).when(close()).thenRefused('G02', 'wrongStatus'));
});

describeLaws('an audit finding', audit, {
  override: lawData,
  runs: 20,
  actors: [PPK, { subjectId: 'clerk-1', roles: [] }],
  commands: {
    RaiseAuditFinding: fc.constant({ ...finding, target: { stream: 'policy-agency', revision: 0 } }),
    CloseAuditFinding: fc.constant(closing),
  },
  setUp: foundAgency,
  // Nobody here holds the authority of the Inspektorat.
  invariant: ({ status }) => expect(status).toBe('none'),
});
