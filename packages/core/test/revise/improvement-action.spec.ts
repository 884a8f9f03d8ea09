import { handle } from '@pembinaan/event-sourcing';
import { describeLaws, given } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluationState } from '../../src/evaluate/evaluation/index.js';
import { AuditFindingRaised } from '../../src/governance/audit/events.js';
import { auditState } from '../../src/governance/audit/state.js';
import { employee, employeeState, RegisterEmployee } from '../../src/people/employee/index.js';
import { PublicForumHeld, PublicInputRecorded } from '../../src/public-voice/public-forum/events.js';
import { publicForumState } from '../../src/public-voice/public-forum/state.js';
import { PublicReportReceived } from '../../src/public-voice/public-report/events.js';
import { publicReportState } from '../../src/public-voice/public-report/state.js';
import {
  AssignImprovementAction,
  CompleteImprovementAction,
  ImprovementActionAssigned,
  ImprovementActionCompleted,
  improvementAction,
} from '../../src/revise/improvement-action/index.js';
import { programState } from '../../src/train/program/state.js';
import { concluded, contested, designed, evaluationPlanned, remember } from '../evaluate/fixtures.js';
import { HASH, lawData, noonOf } from '../governance/fixtures.js';
import { retired, serving } from '../mentor/fixtures.js';

const by = (subjectId: string) => ({ subjectId });
const report = PublicReportReceived.of({
  externalRef: 'LAPOR-2026-17',
  channel: 'sp4nLapor',
  classification: 'complaint',
  unitId: 'unit-1',
  topicCodes: ['waktu-tunggu'],
  receivedOn: '2026-05-04',
  receivedBy: by('clerk-1'),
});

type Assign = Parameters<typeof AssignImprovementAction>[0];
const task: Assign = {
  target: { kind: 'serviceUnit', unitId: 'unit-1' },
  cause: { kind: 'complaint', reportId: 'report-1' },
  task: 'Open a second counter on Mondays',
  ownerId: 'owner-1',
  due: '2026-06-30',
};
const assign = (details: Partial<Assign> = {}) => AssignImprovementAction({ ...task, ...details });
const assigned = (details: Partial<Assign> = {}) =>
  ImprovementActionAssigned.of({ ...task, ...details, assignedBy: by('head-1') });
const evidence = { evidenceHash: HASH };
const completed = (verifiedBy: { subjectId: string; operatorId?: string }) =>
  ImprovementActionCompleted.of({ ...evidence, target: task.target, cause: task.cause, verifiedBy });

describe('AssignImprovementAction', () => {
  const begun = () =>
    given(improvementAction)
      .and(employeeState, 'owner-1', serving('pengawas'))
      .and(publicReportState, 'report-1', [report])
      .as('head-1');

  describe('because of a complaint', () => {
    it('R09 accepts one that was received', () => begun().when(assign()).then([assigned()]));

    it('G02 refuses one that is not known', () =>
      begun()
        .when(assign({ cause: { kind: 'complaint', reportId: 'report-2' } }))
        .thenRefused('G02', 'notFound'));
  });

  describe('because of an input at a forum', () => {
    const cause = { kind: 'input' as const, forumId: 'forum-1', inputId: 'input-1' };
    const held = PublicForumHeld.of({
      date: '2026-05-20',
      place: 'Kecamatan Utara',
      hostId: 'regent-1',
      attendees: 40,
      topicCodes: ['waktu-tunggu'],
      recordedBy: by('clerk-1'),
    });
    const input = PublicInputRecorded.of({
      inputId: 'input-1',
      kind: 'suggestion',
      unitId: 'unit-1',
      topicCodes: ['waktu-tunggu'],
      answerDue: '2026-06-30',
      recordedBy: by('clerk-1'),
    });

    it('R09 accepts one that was recorded', () =>
      begun()
        .and(publicForumState, 'forum-1', [held, input])
        .when(assign({ cause }))
        .then([assigned({ cause })]));

    it('G02 refuses one that was not recorded', async () => {
      const { rejection } = await begun()
        .and(publicForumState, 'forum-1', [held])
        .when(assign({ cause }))
        .thenRefused('G02', 'notFound');
      expect(rejection.data).toEqual({ what: 'input', id: 'input-1' });
    });

    it('G02 refuses a forum that was not held', async () => {
      const { rejection } = await begun().when(assign({ cause })).thenRefused('G02', 'notFound');
      expect(rejection.data).toEqual({ what: 'forum', id: 'forum-1' });
    });
  });

  describe('because of a finding', () => {
    const cause = { kind: 'finding' as const, findingId: 'finding-1' };
    const raised = AuditFindingRaised.of({
      target: { stream: 'program-program-1', revision: 1 },
      criterion: 'R25',
      severity: 'high',
      concerns: [],
      due: '2026-06-30',
      raisedBy: by('auditor-1'),
    });

    it('R09 accepts one that was raised', () =>
      begun()
        .and(auditState, 'finding-1', [raised])
        .when(assign({ cause }))
        .then([assigned({ cause })]));

    it('G02 refuses one that is not known', () => begun().when(assign({ cause })).thenRefused('G02', 'notFound'));
  });

  describe('because of an evaluation', () => {
    const cause = { kind: 'evaluation' as const, evaluationId: 'evaluation-1' };

    it('R09 accepts one that is concluded', () =>
      begun()
        .and(evaluationState, 'evaluation-1', [evaluationPlanned(), concluded()])
        .when(assign({ cause }))
        .then([assigned({ cause })]));

    it.each([
      ['not concluded', [evaluationPlanned()]],
      ['contested', [evaluationPlanned(), concluded(), contested]],
    ] as const)('G02 refuses one that is %s', async (_, history) => {
      await begun()
        .and(evaluationState, 'evaluation-1', history)
        .when(assign({ cause }))
        .thenRefused('G02', 'wrongStatus');
    });

    it('G02 refuses one that is not known', () => begun().when(assign({ cause })).thenRefused('G02', 'notFound'));
  });

  describe('to improve a programme', () => {
    const target = { kind: 'program' as const, programId: 'program-1' };

    it('accepts one that was designed', () =>
      begun()
        .and(programState, 'program-1', [designed])
        .when(assign({ target }))
        .then([assigned({ target })]));

    it('G02 refuses one that does not exist', () => begun().when(assign({ target })).thenRefused('G02', 'notFound'));
  });

  it('G02 accepts an action that is due today', () =>
    begun()
      .when(assign({ due: '2026-06-01' }))
      .then([assigned({ due: '2026-06-01' })]));

  it('G02 refuses an action that was due yesterday', () =>
    begun()
      .when(assign({ due: '2026-05-31' }))
      .thenRefused('G02', 'inPast'));

  it('G02 refuses an owner who is not registered', () =>
    begun()
      .when(assign({ ownerId: 'owner-2' }))
      .thenRefused('G02', 'notServing'));

  it('G02 refuses an owner who retired on that day', () =>
    begun()
      .and(employeeState, 'owner-1', [retired('2026-05-20')])
      .when(assign(), { occurredAt: noonOf('2026-05-20') })
      .thenRefused('G02', 'notServing'));

  it('G02 accepts an owner who retires on the day after', () =>
    begun()
      .and(employeeState, 'owner-1', [retired('2026-05-21')])
      .when(assign(), { occurredAt: noonOf('2026-05-20') })
      .then([assigned()]));

  it('G02 refuses to assign one action twice', () =>
    given(improvementAction, [assigned()])
      .and(employeeState, 'owner-1', serving('pengawas'))
      .and(publicReportState, 'report-1', [report])
      .when(assign())
      .thenRefused('G02', 'alreadyExists'));
});

describe('CompleteImprovementAction', () => {
  const complete = CompleteImprovementAction(evidence);
  const begun = () => given(improvementAction, [assigned()]);

  it.each(['verifier-1', 'head-1'])('R02 accepts the verification by %s, who is not the owner', async (subjectId) => {
    await begun()
      .as(subjectId)
      .when(complete)
      .then([completed({ subjectId })]);
  });

  it('R02 refuses the verification by the owner', () =>
    begun().as('owner-1').when(complete).thenRefused('R02', 'samePerson'));

  it('R04 refuses the verification that the owner types for somebody else', () =>
    begun().as('owner-1').when(complete, { onBehalfOf: 'verifier-1' }).thenRefused('R04', 'throughOperator'));

  it('R04 accepts the verification that an operator types', () =>
    begun()
      .as('operator-1')
      .when(complete, { onBehalfOf: 'verifier-1' })
      .then([completed({ subjectId: 'verifier-1', operatorId: 'operator-1' })]));

  it('G02 refuses to complete an action twice', () =>
    given(improvementAction, [assigned(), completed(by('verifier-1'))])
      .when(complete)
      .thenRefused('G02', 'wrongStatus'));

  it('G02 refuses to complete what was not assigned', () =>
    given(improvementAction).when(complete).thenRefused('G02', 'notFound'));
});

describeLaws('an improvement action', improvementAction, {
  override: lawData,
  runs: 30,
  actors: ['head-1', 'owner-1'].map((subjectId) => ({ subjectId, roles: [] })),
  commands: {
    AssignImprovementAction: fc.constantFrom('report-1', 'report-2').map((reportId) => ({
      ...task,
      cause: { kind: 'complaint', reportId },
    })),
  },
  setUp: async (store, runtime) => {
    const context = { actor: { subjectId: 'clerk-1', roles: [] }, runtime };
    await handle(store, employee, 'owner-1', RegisterEmployee({ kind: 'pns', numberHash: HASH }), context);
    await remember(store, runtime, 'publicReport-report-1', [report]);
  },
  invariant: (action) => {
    if (action.status !== 'none') expect(action.cause).toEqual(task.cause);
  },
});
