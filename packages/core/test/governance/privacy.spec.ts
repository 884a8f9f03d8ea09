import { describeLaws, given } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluationState } from '../../src/evaluate/evaluation/index.js';
import { AuditFindingClosed, AuditFindingRaised, auditState } from '../../src/governance/audit/index.js';
import {
  DataSubjectRequestDecided,
  DecideDataSubjectRequest,
  DestroySubjectKey,
  privacy,
  SubjectKeyDestroyed,
} from '../../src/governance/privacy/index.js';
import { concluded, contested, evaluationPlanned } from '../evaluate/fixtures.js';
import { lawData, TODAY } from './fixtures.js';

/** The person: the stream bears the id. */
const PERSON = 'alumnus-1';
const request = {
  requestId: 'request-1',
  right: 'erasure' as const,
  receivedOn: '2026-05-20',
  decision: 'granted' as const,
  ground: 'UU 27/2022 Pasal 8',
};
type Decided = Partial<Parameters<typeof DataSubjectRequestDecided.of>[0]>;
const decided = (details: Decided = {}) =>
  DataSubjectRequestDecided.of({ ...request, decidedBy: { subjectId: 'officer-1' }, ...details });
const onRequest = { keyId: 'key-1', basis: { kind: 'request' as const, requestId: 'request-1' } };
const destroyed = (keyId = 'key-1') =>
  SubjectKeyDestroyed.of({ ...onRequest, keyId, destroyedBy: { subjectId: 'keeper-1' } });

const about = (...history: Parameters<typeof privacy.evolve>[1][]) => given(privacy, history, { id: PERSON });

describe('DecideDataSubjectRequest', () => {
  type Deciding = Parameters<typeof DecideDataSubjectRequest>[0];
  const decide = (details: Partial<Deciding> = {}) => DecideDataSubjectRequest({ ...request, ...details });

  it.each(['granted', 'partly', 'refused'] as const)(
    'decides a request, before there is any policy: %s',
    async (decision) => {
      await about()
        .as('officer-1')
        .when(decide({ decision }))
        .then([decided({ decision })]);
    },
  );

  it('R02 refuses the person who decides on the own request', () =>
    about().as(PERSON).when(decide()).thenRefused('R02', 'samePerson'));

  it('R04 refuses the person who types the decision of somebody else', () =>
    about().as(PERSON).when(decide(), { onBehalfOf: 'officer-1' }).thenRefused('R04', 'throughOperator'));

  it('R40 accepts a decision on the day of receipt', () =>
    about()
      .as('officer-1')
      .when(decide({ receivedOn: TODAY }))
      .then([decided({ receivedOn: TODAY })]));

  it('R40 refuses a decision before the day of receipt', () =>
    about()
      .as('officer-1')
      .when(decide({ receivedOn: '2026-06-02' }))
      .thenRefused('R40', 'decidedBeforeReceipt'));

  it('R40 goes by the day on which it was decided', () =>
    about()
      .as('officer-1')
      .when(decide(), { occurredAt: '2026-05-19T05:00:00.000Z' })
      .thenRefused('R40', 'decidedBeforeReceipt'));

  it('G02 refuses to decide the same request twice', () =>
    about(decided({ decision: 'refused' }))
      .as('officer-2')
      .when(decide())
      .thenRefused('G02', 'alreadyDecided'));

  it('accepts another request of the same person', () =>
    about(decided({ decision: 'refused' }))
      .as('officer-1')
      .when(decide({ requestId: 'request-2' }))
      .then([decided({ requestId: 'request-2' })]));
});

describe('DestroySubjectKey', () => {
  const destroy = (keyId = 'key-1') => DestroySubjectKey({ ...onRequest, keyId });
  const granted = (details: Decided = {}) => about(decided(details)).as('keeper-1');

  describe('on request', () => {
    it.each(['granted', 'partly'] as const)('R40 accepts it after an erasure that was %s', async (decision) => {
      await granted({ decision }).when(destroy()).then([destroyed()]);
    });

    it('R40 refuses it after an erasure that was refused', () =>
      granted({ decision: 'refused' }).when(destroy()).thenRefused('R40', 'notGranted'));

    it.each(['access', 'rectification', 'withdrawConsent', 'restriction', 'portability', 'objection'] as const)(
      'R40 refuses it after a request of another kind: %s',
      async (right) => {
        await granted({ right }).when(destroy()).thenRefused('R40', 'notErasure');
      },
    );

    it('G02 refuses it where the request was never decided', () =>
      about().as('keeper-1').when(destroy()).thenRefused('G02', 'notFound'));

    it('G02 refuses it on the request of another person', () =>
      given(privacy, [], { id: 'other-1' })
        .and('privacy-alumnus-1', [decided()])
        .as('keeper-1')
        .when(destroy())
        .thenRefused('G02', 'notFound'));

    it('R02 refuses who decided on the request', () =>
      granted().as('officer-1').when(destroy()).thenRefused('R02', 'samePerson'));

    it('R04 refuses who decided on the request and now types for somebody else', () =>
      granted().as('officer-1').when(destroy(), { onBehalfOf: 'keeper-1' }).thenRefused('R04', 'throughOperator'));

    it('R04 refuses who typed the decision', () =>
      granted({ decidedBy: { subjectId: 'officer-1', operatorId: 'keeper-1' } })
        .when(destroy())
        .thenRefused('R04', 'throughOperator'));

    it('R02 refuses the person whose key it is', () =>
      granted().as(PERSON).when(destroy()).thenRefused('R02', 'samePerson'));

    it('R40 destroys a key once', () =>
      about(decided(), destroyed()).as('keeper-1').when(destroy()).thenRefused('R40', 'alreadyDestroyed'));

    it('R40 accepts a second key on the same request', () =>
      about(decided(), destroyed())
        .as('keeper-1')
        .when(destroy('key-2'))
        .then([destroyed('key-2')]));
  });

  describe('after the retention period', () => {
    const retention = (
      endedOn: string,
      approvedBy: { subjectId: string; operatorId?: string } = { subjectId: 'archivist-1' },
    ) => ({
      keyId: 'key-1',
      basis: { kind: 'retention' as const, jraRef: 'JRA-12', endedOn, approvedBy },
    });
    const yesterday = retention('2026-05-31');

    it('R40 accepts it on the day after the period, approved by somebody else', () =>
      about()
        .as('keeper-1')
        .when(DestroySubjectKey(yesterday))
        .then([SubjectKeyDestroyed.of({ ...yesterday, destroyedBy: { subjectId: 'keeper-1' } })]));

    it('R40 refuses it on the last day of the period', () =>
      about()
        .as('keeper-1')
        .when(DestroySubjectKey(retention(TODAY)))
        .thenRefused('R40', 'retentionNotOver'));

    it('R40 goes by the day on which it is sent, not by the day of which it tells', () =>
      about()
        .as('keeper-1')
        .when(DestroySubjectKey(retention('2026-05-01')), { occurredAt: '2026-04-01T05:00:00.000Z' })
        .then([SubjectKeyDestroyed.of({ ...retention('2026-05-01'), destroyedBy: { subjectId: 'keeper-1' } })]));

    it('R02 refuses who approved it', () =>
      about().as('archivist-1').when(DestroySubjectKey(yesterday)).thenRefused('R02', 'samePerson'));

    it('R04 refuses who typed the approval', () =>
      about()
        .as('keeper-1')
        .when(DestroySubjectKey(retention('2026-05-31', { subjectId: 'archivist-1', operatorId: 'keeper-1' })))
        .thenRefused('R04', 'throughOperator'));

    it.each([{ subjectId: PERSON }, { subjectId: 'archivist-1', operatorId: PERSON }])(
      'R02 refuses the approval of the person whose key it is: %o',
      async (approvedBy) => {
        await about()
          .as('keeper-1')
          .when(DestroySubjectKey(retention('2026-05-31', approvedBy)))
          .thenRefused('R02', 'samePerson');
      },
    );

    it('R40 refuses it while something is open', () =>
      about()
        .and(auditState, 'finding-1', [raised()])
        .as('keeper-1')
        .when(DestroySubjectKey(yesterday))
        .thenRefused('R40', 'openFinding'));
  });

  describe('while an audit finding is open', () => {
    it('R40 refuses it where the finding concerns the person', () =>
      granted().and(auditState, 'finding-1', [raised()]).when(destroy()).thenRefused('R40', 'openFinding'));

    it('R40 accepts it where the finding concerns others', () =>
      granted()
        .and(auditState, 'finding-1', [raised(['other-1'])])
        .when(destroy())
        .then([destroyed()]));

    it('R40 accepts it once the finding is closed', () =>
      granted().and(auditState, 'finding-1', [raised(), findingClosed]).when(destroy()).then([destroyed()]));

    it('R40 refuses it while a second finding is open', () =>
      granted()
        .and(auditState, 'finding-1', [raised(), findingClosed])
        .and(auditState, 'finding-2', [raised()])
        .when(destroy())
        .thenRefused('R40', 'openFinding'));
  });

  describe('while an objection is open', () => {
    const history = [evaluationPlanned(), concluded(), contested];

    it('R40 refuses it where the person contests an evaluation', () =>
      granted().and(evaluationState, 'evaluation-1', history).when(destroy()).thenRefused('R40', 'openDispute'));

    it('R40 accepts it once the evaluation is concluded anew', () =>
      granted()
        .and(evaluationState, 'evaluation-1', [...history, concluded({ answers: PERSON })])
        .when(destroy())
        .then([destroyed()]));

    it('R40 accepts it where somebody else contests', () =>
      given(privacy, [decided()], { id: 'other-1' })
        .and(evaluationState, 'evaluation-1', history)
        .as('keeper-1')
        .when(destroy())
        .then([destroyed()]));
  });
});

function raised(concerns: readonly string[] = [PERSON]) {
  return AuditFindingRaised.of({
    target: { stream: 'batch-batch-1', revision: 0 },
    criterion: 'R19',
    severity: 'high',
    concerns: [...concerns],
    due: '2026-06-30',
    raisedBy: { subjectId: 'inspektorat-1' },
  });
}
const findingClosed = AuditFindingClosed.of({
  concerns: [PERSON],
  followUpRefs: ['LHP-7/2026'],
  reason: { code: 'followedUp' },
  closedBy: { subjectId: 'inspektorat-1' },
});

const people = ['officer-1', 'keeper-1', 'law-1'];
describeLaws('the privacy of a person', privacy, {
  override: lawData,
  runs: 30,
  actors: people.map((subjectId) => ({ subjectId, roles: [] })),
  commands: {
    DecideDataSubjectRequest: fc.record({
      requestId: fc.constantFrom('request-1', 'request-2'),
      right: fc.constantFrom('erasure', 'access'),
      receivedOn: fc.constantFrom('2026-05-20', '2026-06-02'),
      decision: fc.constantFrom('granted', 'refused'),
      ground: fc.constant('UU 27/2022 Pasal 8'),
    }),
    DestroySubjectKey: fc.record({
      keyId: fc.constantFrom('key-1', 'key-2'),
      basis: fc.record({ kind: fc.constant('request'), requestId: fc.constantFrom('request-1', 'request-2') }),
    }),
  },
  invariant: ({ requests, destroyedKeys }) => {
    expect(new Set(destroyedKeys).size).toBe(destroyedKeys.length);
    expect(requests.map(({ decidedBy }) => decidedBy.subjectId)).not.toContain('law-1');
    const grants = requests.filter(({ right, decision }) => right === 'erasure' && decision === 'granted');
    if (destroyedKeys.length > 0) expect(grants.length).toBeGreaterThan(0);
  },
});
