import { describeLaws, given, historyEventId } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POLICY, policyState } from '../../src/governance/policy/index.js';
import { employeeState } from '../../src/people/employee/state.js';
import { certificateState } from '../../src/train/certificate/index.js';
import {
  CreditJp,
  JpClaimRejected,
  JpClaimSubmitted,
  JpCredited,
  jpLedger,
  jpLedgerState,
  RejectJpClaim,
  SubmitJpClaim,
} from '../../src/train/jp-ledger/index.js';
import { lawData, noonOf, policyAdopted, underPolicy } from '../governance/fixtures.js';
import {
  adoptedWith,
  certificateIssued,
  certificateRevoked,
  claim,
  claimed,
  claimRejected,
  figures,
  hashOf,
  leaves,
  pns,
  pppk,
  set,
  tell,
} from './fixtures.js';

const employeeId = 'employee-1';
const id = 'employee-1-2026';
const source = { kind: 'claim' as const, claimId: 'claim-1' };

type Credit = Partial<Parameters<typeof JpCredited.of>[0]>;
const credited = (details: Credit = {}) =>
  JpCredited.of({
    employeeId,
    year: 2026,
    source,
    form: 'NKL09',
    activityDate: '2026-05-04',
    jpRaw: 200,
    jpCredited: 200,
    verifiedBy: { subjectId: 'head-1' },
    ...details,
  });
type History = readonly ReturnType<typeof claimed | typeof claimRejected | typeof credited>[];
type Submitted = Parameters<typeof SubmitJpClaim>[0];

describe('SubmitJpClaim', () => {
  const ledger = (...history: History) => underPolicy(given(jpLedger, history, { id })).as(employeeId);
  const begun = ledger().and(employeeState, employeeId, [pns]);
  const submit = (details: Partial<Submitted> = {}) => SubmitJpClaim({ ...claim, ...details });
  const submitted = (details: Parameters<typeof claimed>[0] = {}) => [claimed(details)];

  it('submits the claim of a person, in the year of its last day', () => begun.when(submit()).then(submitted()));

  it('R04 accepts that an operator types it for the person', () =>
    begun
      .as('operator-1')
      .when(submit(), { onBehalfOf: employeeId })
      .then(submitted({ submittedBy: { subjectId: employeeId, operatorId: 'operator-1' } })));

  it('R22 refuses a claim that somebody else submits', () =>
    begun.as('operator-1').when(submit()).thenRefused('R22', 'notTheClaimant'));

  it('R22 refuses a claim that the person types for somebody else', () =>
    begun.when(submit(), { onBehalfOf: 'employee-2' }).thenRefused('R22', 'notTheClaimant'));

  it('G02 refuses the claim of somebody who is not registered', () =>
    ledger().when(submit()).thenRefused('G02', 'notFound'));

  it('G02 refuses to submit one claim twice', () =>
    ledger(claimed()).and(employeeState, employeeId, [pns]).when(submit()).thenRefused('G02', 'alreadyExists'));

  it('R37 refuses a claim for the day on which the person left, and accepts one for the day before', async () => {
    await ledger()
      .and(employeeState, employeeId, [pns, leaves('2026-05-04')])
      .when(submit())
      .thenRefused('R37', 'notServing');
    await ledger()
      .and(employeeState, employeeId, [pns, leaves('2026-05-05')])
      .when(submit())
      .then(submitted());
  });

  describe('R22 and the policy', () => {
    const under = (effectiveFrom: string) =>
      given(jpLedger, [], { id })
        .and(policyState, POLICY, [adoptedWith({}, effectiveFrom)])
        .and(employeeState, employeeId, [pns])
        .as(employeeId);

    it('G01 refuses a claim for a day before the first version', () =>
      under('2026-05-05').when(submit()).thenRefused('G01', 'noPolicy'));

    it('stores with the claim the version of its last day, not that of the day on which it is submitted', async () => {
      const { events } = await given(jpLedger, [], { id })
        .and(policyState, POLICY, [policyAdopted, adoptedWith({}, '2026-05-05')])
        .and(employeeState, employeeId, [pns])
        .as(employeeId)
        .when(submit())
        .then(submitted());
      expect(events[0]?.metadata.policyVersion).toBe('indonesia-2026');
    });

    it('refuses a form that the table of that day does not have', () =>
      given(jpLedger, [], { id })
        .and(policyState, POLICY, [
          adoptedWith({ 'jp.table': set(figures['jp.table'].value.filter(({ form }) => form !== 'NKL09')) }),
        ])
        .and(employeeState, employeeId, [pns])
        .as(employeeId)
        .when(submit())
        .thenRefused('R22', 'formNotInTable'));
  });

  describe('R22 and the form', () => {
    it.each([
      ['NKL01', 'mentorship'],
      ['NKL02', 'mentorship'],
      ['NKL11', 'mentorship'],
      ['NKL10', 'community'],
      ['NKL05', 'workplace'],
      ['NKL07', 'workplace'],
      ['NKL08', 'workplace'],
      ['NKL12', 'workplace'],
    ] as const)('refuses %s, which goes through a %s', async (form, through) => {
      const { rejection } = await begun.when(submit({ form })).thenRefused('R22', 'notClaimable');
      expect(rejection.data).toEqual({ form, through });
    });

    it.each(['KL06', 'KL07', 'KL11', 'NKL03', 'NKL09'] as const)('accepts %s by its days', async (form) => {
      await begun.when(submit({ form })).then(submitted({ form }));
    });

    it.each([
      'KL01',
      'KL02',
      'KL03',
      'KL04',
      'KL05',
      'KL08',
      'KL09',
      'KL10',
      'KL12',
      'NKL04',
      'NKL06',
      'NKL13',
    ] as const)('accepts %s with the JP on the certificate, and refuses it without', async (form) => {
      await begun.when(submit({ form })).thenRefused('R22', 'jpMissing');
      await begun.when(submit({ form, jpOnCertificate: 800 })).then(submitted({ form, jpOnCertificate: 800 }));
    });

    it('refuses the JP on a certificate where the table counts otherwise', () =>
      begun.when(submit({ jpOnCertificate: 800 })).thenRefused('R22', 'jpNotExpected'));

    it('accepts microlearning, and refuses it as a variant of another form', async () => {
      const variant = 'microlearning' as const;
      await begun.when(submit({ form: 'NKL03', variant })).then(submitted({ form: 'NKL03', variant }));
      const { rejection } = await begun.when(submit({ variant })).thenRefused('R22', 'formNotInTable');
      expect(rejection.message.en).toContain('NKL09 (Self-study, microlearning)');
    });
  });

  describe('R22 and the days', () => {
    const on = (...dates: readonly string[]) => ({ days: dates.map((date) => ({ date, minutes: 90 })) });

    it('refuses a day that stands twice', () =>
      begun.when(submit(on('2026-05-04', '2026-05-05', '2026-05-04'))).thenRefused('R22', 'dayTwice'));

    it('refuses the day of tomorrow, and accepts that of today', async () => {
      await begun.when(submit(on('2026-05-04', '2026-06-02'))).thenRefused('R22', 'dayAhead');
      await begun.when(submit(on('2026-05-04', '2026-06-01'))).then(submitted(on('2026-05-04', '2026-06-01')));
    });

    it('takes for today the day in the time zone of the agency', async () => {
      // Half past five in the afternoon of 1 June in London is half past midnight of 2 June in Jakarta.
      const late = { occurredAt: '2026-06-01T17:30:00.000Z' };
      const early = { occurredAt: '2026-06-01T16:59:59.999Z' };
      await begun.when(submit(on('2026-06-02')), late).then(submitted(on('2026-06-02')));
      await begun.when(submit(on('2026-06-02')), early).thenRefused('R22', 'dayAhead');
    });

    it('goes by the day on which the command is issued, not by the one that it gives', () =>
      begun.when(submit(on('2026-06-02')), { occurredAt: noonOf('2026-05-31') }).thenRefused('R22', 'dayAhead'));

    it('refuses days of two years', () =>
      begun.when(submit(on('2025-12-31', '2026-01-01'))).thenRefused('R22', 'otherYear'));

    it.each(['employee-1-2025', 'employee-2-2026'])('refuses the ledger %s', async (other) => {
      await underPolicy(given(jpLedger, [], { id: other }))
        .and(employeeState, employeeId, [pns])
        .as(employeeId)
        .when(submit(on('2026-01-01')))
        .thenRefused('R22', 'wrongLedger');
    });
  });

  describe('R22 and the PPPK', () => {
    const papers = { permissionRef: 'Sekda 800/7/2026', noticeRef: 'Camat 005/3/2026' };
    const { permissionRef, noticeRef } = papers;

    it.each(['pppk', 'pppkPartTime'] as const)('refuses a %s in working hours without permission', async (kind) => {
      const begunAs = ledger().and(employeeState, employeeId, [pppk(kind)]);
      await begunAs.when(submit({ inWorkingHours: true, noticeRef })).thenRefused('R22', 'permissionMissing');
      await begunAs
        .when(submit({ inWorkingHours: true, permissionRef }))
        .then(submitted({ inWorkingHours: true, permissionRef }));
    });

    it.each(['pppk', 'pppkPartTime'] as const)('refuses a %s outside working hours without notice', async (kind) => {
      const begunAs = ledger().and(employeeState, employeeId, [pppk(kind)]);
      await begunAs.when(submit({ permissionRef })).thenRefused('R22', 'noticeMissing');
      await begunAs.when(submit({ noticeRef })).then(submitted({ noticeRef }));
    });

    it('asks a PNS for neither', async () => {
      await begun.when(submit({ inWorkingHours: true })).then(submitted({ inWorkingHours: true }));
      await begun.when(submit()).then(submitted());
    });
  });

  describe('R22 and the evidence', () => {
    const next = { claimId: 'claim-2' };
    const lastYear = [claimed({ year: 2025, days: [{ date: '2025-05-04', minutes: 90 }] })];
    const withEvidence = (...history: History) => ledger(...history).and(employeeState, employeeId, [pns]);

    it('refuses a document that is the evidence of another claim', async () => {
      const { rejection } = await withEvidence(claimed()).when(submit(next)).thenRefused('R22', 'evidenceUsed');
      expect(rejection.data).toEqual({ by: 'claim', id: 'claim-1' });
    });

    it('refuses a document that was the evidence of a claim in another year', () =>
      begun.and(jpLedgerState, 'employee-1-2025', lastYear).when(submit(next)).thenRefused('R22', 'evidenceUsed'));

    it('refuses a document on which a claim was credited', () =>
      withEvidence(claimed(), credited()).when(submit(next)).thenRefused('R22', 'evidenceUsed'));

    it('refuses the document of a certificate of that person, also of one that was revoked', async () => {
      const certificate = certificateIssued({ documentHash: claim.evidenceHash });
      const { rejection } = await begun
        .and(certificateState, 'certificate-1', [certificate])
        .when(submit())
        .thenRefused('R22', 'evidenceUsed');
      expect(rejection.data).toEqual({ by: 'certificate', id: 'certificate-1' });
      await begun
        .and(certificateState, 'certificate-1', [certificate, certificateRevoked()])
        .when(submit())
        .thenRefused('R22', 'evidenceUsed');
    });

    it('accepts another document', () =>
      withEvidence(claimed())
        .when(submit({ ...next, evidenceHash: hashOf('f') }))
        .then(submitted({ ...next, evidenceHash: hashOf('f') })));

    it('accepts the document of somebody else, such as a list of attendance', () =>
      begun
        .and(jpLedgerState, 'employee-2-2026', [claimed({ employeeId: 'employee-2' })])
        .and(certificateState, 'certificate-1', [
          certificateIssued({ documentHash: claim.evidenceHash, employeeId: 'employee-2' }),
        ])
        .when(submit())
        .then(submitted()));

    it('accepts the document of a claim that was rejected, and refuses it once it is used again', async () => {
      await withEvidence(claimed(), claimRejected()).when(submit(next)).then(submitted(next));
      await withEvidence(claimed(), claimRejected(), claimed(next))
        .when(submit({ claimId: 'claim-3' }))
        .thenRefused('R22', 'evidenceUsed');
    });

    it('refuses the document of a rejected claim until its credit is taken back', async () => {
      const rejected = [claimed(), credited(), claimRejected()];
      await withEvidence(...rejected)
        .when(submit(next))
        .thenRefused('R22', 'evidenceUsed');
      await withEvidence(...rejected, credited({ jpRaw: 0, jpCredited: 0 }))
        .when(submit(next))
        .then(submitted(next));
    });
  });

  it('R22 refuses a certificate of more JP than any course has, as no claim at all', () =>
    begun.when(submit({ form: 'KL03', jpOnCertificate: 1_000_001 })).thenFails('invalid-command'));
});

describe('RejectJpClaim', () => {
  const reject = RejectJpClaim({ claimId: 'claim-1', reason: { code: 'evidenceUnclear' } });
  const ledger = (...history: History) => given(jpLedger, history, { id }).as('verifier-1');

  it('rejects a claim, with a reason and the evidence that is free again', () =>
    ledger(claimed()).when(reject).then([claimRejected()]));

  it('rejects a claim that was credited, where its evidence turns out to be wrong', () =>
    ledger(claimed(), credited())
      .when(reject)
      .thenState(({ claims }) => expect([...claims.values()]).toMatchObject([{ status: 'rejected' }])));

  it('G02 refuses a claim that there is not', () =>
    ledger(claimed({ claimId: 'claim-2' }))
      .when(reject)
      .thenRefused('G02', 'notFound'));

  it('G02 refuses to reject a claim twice', () =>
    ledger(claimed(), claimRejected()).when(reject).thenRefused('G02', 'wrongStatus'));

  it('R02 refuses that the claimant rejects the own claim', () =>
    ledger(claimed()).as(employeeId).when(reject).thenRefused('R02', 'samePerson'));

  it('R04 refuses the operator who typed the claim', () =>
    ledger(claimed({ submittedBy: { subjectId: employeeId, operatorId: 'operator-1' } }))
      .as('operator-1')
      .when(reject)
      .thenRefused('R04', 'throughOperator'));

  it('R09 refuses the reason `other` without a text, and accepts it with one', async () => {
    const other = { code: 'other' as const };
    const said = { ...other, text: 'The course has not been held' };
    await ledger(claimed())
      .when(RejectJpClaim({ claimId: 'claim-1', reason: other }))
      .thenRefused('R09', 'textMissing');
    await ledger(claimed())
      .when(RejectJpClaim({ claimId: 'claim-1', reason: said }))
      .then([claimRejected({ reason: said })]);
  });
});

describe('CreditJp for a claim', () => {
  const verify = CreditJp({ employeeId, source });
  const ledger = (...history: History) => underPolicy(given(jpLedger, history, { id })).as('head-1');
  const correction = (revision: number) => ({
    corrects: { eventId: historyEventId(`jpLedger-${id}`, revision), reason: 'The claim was rejected' },
  });

  it('R22 credits what the table gives for its days, which verifies the claim', () =>
    ledger(claimed()).when(verify).then([credited()]));

  it('R22 leaves the claim credited', () =>
    ledger(claimed(), claimed({ claimId: 'claim-2', evidenceHash: hashOf('f') }))
      .when(verify)
      .thenState(({ claims }) =>
        expect([...claims.values()].map(({ status }) => status)).toEqual(['credited', 'claimed']),
      ));

  it('R22 credits each day up to its cap, and the whole on the last day', () =>
    ledger(
      claimed({
        days: [
          { date: '2026-05-31', minutes: 135 },
          { date: '2026-05-04', minutes: 45 },
        ],
      }),
    )
      .when(verify)
      .then([
        credited({
          activityDate: '2026-05-31',
          jpRaw: 400,
          jpCredited: 300,
          capApplied: { per: 'day', unit: 'jp', value: 200 },
          parts: [
            { date: '2026-05-04', jpRaw: 100, jpCredited: 100 },
            { date: '2026-05-31', jpRaw: 300, jpCredited: 200 },
          ],
        }),
      ]));

  it('R22 credits a seminar by its days, and a course by the JP on its certificate', async () => {
    const days = [
      { date: '2026-05-04', minutes: 60 },
      { date: '2026-05-05', minutes: 480 },
    ];
    await ledger(claimed({ form: 'KL06', days }))
      .when(verify)
      .then([credited({ form: 'KL06', activityDate: '2026-05-05', jpRaw: 800, jpCredited: 800 })]);
    await ledger(claimed({ form: 'KL08', days, jpOnCertificate: 1250 }))
      .when(verify)
      .then([credited({ form: 'KL08', activityDate: '2026-05-05', jpRaw: 1250, jpCredited: 1250 })]);
  });

  it('R22 credits a course abroad with the factor of the table, rounded half up', () =>
    ledger(claimed({ form: 'KL03', jpOnCertificate: 1253, international: true }))
      .when(verify)
      .then([credited({ form: 'KL03', jpRaw: 1504, jpCredited: 1504 })]));

  describe('of microlearning', () => {
    const variant = 'microlearning' as const;
    const module = (minutes: number, claimId = 'claim-1') =>
      claimed({ claimId, form: 'NKL03', variant, days: [{ date: '2026-05-04', minutes }] });
    const ofModule = (jpRaw: number, jpCredited: number, details: Credit = {}) =>
      credited({ form: 'NKL03', variant, jpRaw, jpCredited, ...details });
    const perModule = { capApplied: { per: 'module' as const, unit: 'jp' as const, value: 300 } };

    it('R22 credits 360 minutes with 2.67 JP', () =>
      ledger(module(360))
        .when(verify)
        .then([ofModule(267, 267)]));

    it('R22 credits a module up to 3 JP: 405 minutes reach them, and one minute more counts nothing', async () => {
      await ledger(module(405))
        .when(verify)
        .then([ofModule(300, 300)]);
      await ledger(module(406))
        .when(verify)
        .then([ofModule(301, 300, perModule)]);
    });

    it('R22 begins anew with the next module, also on the same day', () => {
      const first = ofModule(900, 300, { source: { kind: 'claim', claimId: 'claim-0' } });
      return ledger(module(406), first)
        .when(verify)
        .then([ofModule(301, 300, perModule)]);
    });

    it('R22 counts apart from other e-learning of that day, in both directions', async () => {
      const online = { form: 'NKL03' as const, source: { kind: 'claim' as const, claimId: 'claim-0' } };
      await ledger(module(405), credited({ ...online, jpRaw: 300, jpCredited: 300 }))
        .when(verify)
        .then([ofModule(300, 300)]);
      await ledger(
        claimed({ form: 'NKL03', days: [{ date: '2026-05-04', minutes: 135 }] }),
        credited({ ...online, variant, jpRaw: 300, jpCredited: 300 }),
      )
        .when(verify)
        .then([credited({ form: 'NKL03', jpRaw: 300, jpCredited: 300 })]);
    });
  });

  it('R22 refuses a claim that was rejected', () =>
    ledger(claimed(), claimRejected()).when(verify).thenRefused('R22', 'claimRejected'));

  it('R22 refuses to credit a claim twice', () =>
    ledger(claimed(), credited()).when(verify).thenRefused('R22', 'alreadyCredited'));

  it('R22 takes back the credit of a claim that was rejected afterwards, which stays rejected', async () => {
    const rejected = ledger(claimed(), credited(), claimRejected());
    await rejected.when(verify, correction(1)).then([credited({ jpRaw: 0, jpCredited: 0 })]);
    await rejected
      .when(verify, correction(1))
      .thenState(({ claims }) => expect([...claims.values()]).toMatchObject([{ status: 'rejected' }]));
  });

  it('R22 keeps the variant of a module whose credit is taken back', () => {
    const variant = 'microlearning' as const;
    const module = { form: 'NKL03' as const, variant };
    return ledger(claimed(module), credited(module), claimRejected())
      .when(verify, correction(1))
      .then([credited({ ...module, jpRaw: 0, jpCredited: 0 })]);
  });

  it('G02 refuses a claim that the ledger does not have', () => ledger().when(verify).thenRefused('G02', 'notFound'));

  it('G02 refuses to credit the claim of somebody else', () =>
    ledger(claimed())
      .when(CreditJp({ employeeId: 'employee-2', source }))
      .thenRefused('G02', 'mismatch'));

  it('R22 refuses to count by a figure that the table has lost since', () =>
    given(jpLedger, [claimed({ form: 'KL08', jpOnCertificate: 800 })], { id })
      .and(policyState, POLICY, [adoptedWith({ 'jp.table': set([{ form: 'KL08', mode: 'perDay' }]) })])
      .as('head-1')
      .when(verify)
      .thenRefused('R22', 'notCountable'));

  describe('and who verifies', () => {
    const typed = ledger(claimed({ submittedBy: { subjectId: employeeId, operatorId: 'operator-1' } }));

    it('R23 refuses the claimant, also through an operator or as one', async () => {
      await ledger(claimed()).as(employeeId).when(verify).thenRefused('R23', 'ownJp');
      await ledger(claimed()).as('operator-2').when(verify, { onBehalfOf: employeeId }).thenRefused('R23', 'ownJp');
      await ledger(claimed()).as(employeeId).when(verify, { onBehalfOf: 'head-1' }).thenRefused('R23', 'ownJp');
    });

    it('R04 refuses the operator who typed the claim, also as the operator of somebody else', async () => {
      await typed.as('operator-1').when(verify).thenRefused('R04', 'throughOperator');
      await typed.as('operator-1').when(verify, { onBehalfOf: 'head-1' }).thenRefused('R04', 'throughOperator');
    });

    it('R23 accepts the superior', () => typed.as('head-1').when(verify).then([credited()]));
  });
});

describe('an event of a claim', () => {
  it('cannot be corrected: a wrong claim is rejected, and another is submitted', async () => {
    const corrects = { eventId: historyEventId(`jpLedger-${id}`, 0), reason: 'Another day' };
    expect([JpClaimSubmitted, JpClaimRejected].map(({ identity }) => identity)).toEqual([undefined, undefined]);
    await underPolicy(given(jpLedger, [claimed()], { id }))
      .and(employeeState, employeeId, [pns])
      .as(employeeId)
      .when(SubmitJpClaim({ ...claim, claimId: 'claim-2', evidenceHash: hashOf('f') }), { corrects })
      .thenFails('invalid-context');
  });
});

const claimIds = fc.constantFrom('claim-1', 'claim-2', 'claim-3');
const people = [employeeId, 'head-1', 'operator-1'];

// No year gives a ledger the name that the laws use, so that its claims are told to it and their credits are refused.
describeLaws('jpLedger with claims', jpLedger, {
  override: lawData,
  runs: 25,
  actors: people.map((subjectId) => ({ subjectId, roles: [] })),
  async setUp(store) {
    await tell(store, policyState.streamOf(POLICY), [policyAdopted]);
    await tell(store, jpLedgerState.streamOf('law-1'), [
      claimed(),
      claimed({ claimId: 'claim-2', evidenceHash: hashOf('f') }),
    ]);
  },
  commands: {
    SubmitJpClaim: fc.constant(claim),
    RejectJpClaim: fc.record({ claimId: claimIds, reason: fc.constant({ code: 'duplicate' }) }),
    CreditJp: fc.record({
      employeeId: fc.constant(employeeId),
      source: claimIds.map((claimId) => ({ kind: 'claim', claimId })),
    }),
  },
  invariant({ claims, credits }) {
    for (const claim of claims.values()) expect(claim.submittedBy.subjectId).toBe(claim.employeeId);
    expect(credits.filter(({ source }) => source.kind === 'claim').length).toBeLessThanOrEqual(claims.size);
  },
});
