import { given } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { EvaluationConcluded } from '../../src/evaluate/evaluation/events.js';
import { evaluationState } from '../../src/evaluate/evaluation/state.js';
import { MentorshipProposed } from '../../src/mentor/mentorship/events.js';
import { partnerState } from '../../src/partners/partner/state.js';
import { budgetState } from '../../src/plan/budget/state.js';
import {
  MethodReviewOrdered,
  ProgramCancelled,
  ProgramMethodRevised,
  ProgramSuspended,
} from '../../src/revise/program-revision/events.js';
import {
  AssignResourcePerson,
  BatchCancelled,
  BatchScheduled,
  batch,
  CancelBatch,
  NominateParticipant,
  RecordLearningResult,
  ResourcePersonAssigned,
  ScheduleBatch,
} from '../../src/train/batch/index.js';
import { programState } from '../../src/train/program/state.js';
import {
  agreement,
  approved,
  batchCancelled,
  batchCompleted,
  committed,
  declined,
  designed,
  evaluationPlanned,
  materialPublished,
  mentorship,
  nominated,
  outcome,
  schedule,
  scheduled,
  spent,
  takesPart,
} from './fixtures.js';

const maker = { subjectId: 'subject-1' };
const copied = { form: 'KL03' as const, jp: 2000, passMark: 7000, maxAttempts: 3, scheduledBy: maker };

/** An approved programme that costs nothing; then nothing but the case in question decides. */
const { budget: _, ...unpaid } = schedule;
const gratis = given(batch).and(programState, 'program-1', [designed({ estimatedCost: 0 }), approved]);
const evaluated = gratis.and(evaluationState, 'evaluation-1', [evaluationPlanned()]);

describe('ScheduleBatch', () => {
  it('schedules a batch with the form, the JP, the pass mark and the attempts of the programme', () =>
    given(batch)
      .and(programState, 'program-1', [designed(), approved])
      .and(evaluationState, 'evaluation-1', [evaluationPlanned()])
      .and(budgetState, 'budget-1', [committed()])
      .when(ScheduleBatch(schedule))
      .then([BatchScheduled.of({ ...schedule, ...copied })]));

  it('G02 refuses to schedule one batch twice', () =>
    given(batch, [scheduled()]).when(ScheduleBatch(schedule)).thenRefused('G02', 'alreadyExists'));

  it('G02 refuses a programme that there is not', () =>
    given(batch).when(ScheduleBatch(unpaid)).thenRefused('G02', 'notFound'));

  it.each([
    ['designed and not approved', [designed({ estimatedCost: 0 })]],
    [
      'suspended',
      [
        designed({ estimatedCost: 0 }),
        approved,
        ProgramSuspended.of({ reason: { code: 'review' }, suspendedBy: { subjectId: 'ppk-1' } }),
      ],
    ],
  ])('G02 refuses a programme that is %s', async (_name, events) => {
    await given(batch)
      .and(programState, 'program-1', events)
      .and(evaluationState, 'evaluation-1', [evaluationPlanned()])
      .when(ScheduleBatch(unpaid))
      .thenRefused('G02', 'wrongStatus');
  });

  it('G02 refuses two sessions with one id', () =>
    evaluated
      .when(
        ScheduleBatch({
          ...unpaid,
          sessions: [...unpaid.sessions, { sessionId: 's1', date: '2026-05-15', minutes: 90 }],
        }),
      )
      .thenRefused('G02', 'alreadyExists'));

  describe('R26', () => {
    const reviewed = MethodReviewOrdered.of({
      recommendationId: 'recommendation-1',
      questions: ['Is the material still right?'],
      due: '2026-05-31',
      orderedBy: { subjectId: 'ppk-1' },
    });
    const history = [designed({ estimatedCost: 0 }), approved, reviewed];

    it('refuses a batch while a review of the method is open', () =>
      given(batch)
        .and(programState, 'program-1', history)
        .and(evaluationState, 'evaluation-1', [evaluationPlanned()])
        .when(ScheduleBatch(unpaid))
        .thenRefused('R26', 'reviewOpen'));

    it('accepts a batch after the method was revised', () =>
      given(batch)
        .and(programState, 'program-1', [
          ...history,
          ProgramMethodRevised.of({
            changes: [{ aspect: 'material', from: 'slides', to: 'cases' }],
            revisedBy: { subjectId: 'designer-1' },
          }),
        ])
        .and(evaluationState, 'evaluation-1', [evaluationPlanned()])
        .when(ScheduleBatch(unpaid))
        .then([BatchScheduled.of({ ...unpaid, ...copied })]));
  });

  describe('R21', () => {
    const onFirstDay = { ...unpaid, period: { from: '2026-05-11', to: '2026-05-11' } };

    it('refuses a batch whose evaluation is not planned', () =>
      gratis.when(ScheduleBatch(unpaid)).thenRefused('R21', 'notPlanned'));

    it('refuses the evaluation of another programme', () =>
      gratis
        .and(evaluationState, 'evaluation-1', [evaluationPlanned({ programId: 'program-2' })])
        .when(ScheduleBatch(unpaid))
        .thenRefused('R21', 'otherProgram'));

    it('refuses an evaluation that was planned on the day after the first session', () =>
      gratis
        .and(evaluationState, 'evaluation-1', [evaluationPlanned({ plannedOn: '2026-05-12' })])
        .when(ScheduleBatch(unpaid))
        .thenRefused('R21', 'plannedTooLate'));

    it('takes the earliest session for the first, in whatever order the sessions are given', () =>
      gratis
        .and(evaluationState, 'evaluation-1', [evaluationPlanned({ plannedOn: '2026-05-12' })])
        .when(ScheduleBatch({ ...unpaid, sessions: [...unpaid.sessions].reverse() }))
        .thenRefused('R21', 'plannedTooLate'));

    it('refuses an evaluation that was planned on the day of the first session', () =>
      gratis
        .and(evaluationState, 'evaluation-1', [evaluationPlanned({ plannedOn: '2026-05-11' })])
        .when(ScheduleBatch(unpaid))
        .thenRefused('R21', 'plannedTooLate'));

    it('accepts an evaluation that was planned on the day before the first session', () =>
      gratis
        .and(evaluationState, 'evaluation-1', [evaluationPlanned({ plannedOn: '2026-05-10' })])
        .when(ScheduleBatch(unpaid))
        .then([BatchScheduled.of({ ...unpaid, ...copied })]));

    it.each(['2026-05-10', '2026-05-16'])('refuses a session on %s, a day outside the period', async (date) => {
      await evaluated
        .when(ScheduleBatch({ ...unpaid, sessions: [{ sessionId: 's1', date, minutes: 90 }] }))
        .thenRefused('R21', 'sessionOutside');
    });

    it('accepts a session on the only day of the period', () => {
      const data = { ...onFirstDay, sessions: [{ sessionId: 's1', date: '2026-05-11', minutes: 90 }] };
      return evaluated.when(ScheduleBatch(data)).then([BatchScheduled.of({ ...data, ...copied })]);
    });
  });

  it('R17 refuses that the evaluator organises the batch', () =>
    evaluated.as('evaluator-1').when(ScheduleBatch(unpaid)).thenRefused('R17', 'notIndependent'));

  it('R17 refuses that the evaluator types the schedule for somebody else', () =>
    evaluated
      .as('evaluator-1')
      .when(ScheduleBatch(unpaid), { onBehalfOf: 'organiser-1' })
      .thenRefused('R17', 'notIndependent'));

  describe('R13', () => {
    const costly = given(batch)
      .and(programState, 'program-1', [designed({ estimatedCost: 1 }), approved])
      .and(evaluationState, 'evaluation-1', [evaluationPlanned()]);

    it('refuses a batch without a commitment where the programme costs one rupiah', () =>
      costly.when(ScheduleBatch(unpaid)).thenRefused('R13', 'commitmentMissing'));

    it('accepts a batch without a commitment where the programme costs nothing', () =>
      evaluated.when(ScheduleBatch(unpaid)).then([BatchScheduled.of({ ...unpaid, ...copied })]));

    it('refuses a commitment that is spent to the last rupiah', () =>
      costly
        .and(budgetState, 'budget-1', [committed(), spent(25_000_000)])
        .when(ScheduleBatch(schedule))
        .thenRefused('R13', 'aboveOpen'));

    it('accepts a commitment of which one rupiah is open', () =>
      costly
        .and(budgetState, 'budget-1', [committed(), spent(24_999_999)])
        .when(ScheduleBatch(schedule))
        .then([BatchScheduled.of({ ...schedule, ...copied })]));

    it('refuses a commitment for another programme', () =>
      costly
        .and(budgetState, 'budget-1', [committed({ programId: 'program-2' })])
        .when(ScheduleBatch(schedule))
        .thenRefused('G02', 'mismatch'));

    it('refuses a commitment that the budget does not have', () =>
      costly
        .and(budgetState, 'budget-1', [committed({ commitmentId: 'commitment-2' })])
        .when(ScheduleBatch(schedule))
        .thenRefused('G02', 'notFound'));
  });

  describe('R16', () => {
    const withPartner = { ...unpaid, partnerId: 'partner-1' };

    it('refuses a partner without an agreement', () =>
      evaluated.when(ScheduleBatch(withPartner)).thenRefused('R16', 'noAgreement'));

    it('refuses a partner with an MoU alone', () =>
      evaluated
        .and(partnerState, 'partner-1', [agreement('mou', '2026-01-01', '2026-12-31')])
        .when(ScheduleBatch(withPartner))
        .thenRefused('R16', 'mouOnly'));

    it.each([
      ['begins on the second day', '2026-05-12', '2026-12-31'],
      ['ends on the last day but one', '2026-01-01', '2026-05-14'],
    ])('refuses a PKS that %s of the batch', async (_name, from, to) => {
      await evaluated
        .and(partnerState, 'partner-1', [agreement('pks', from, to), agreement('mou', '2026-01-01', '2026-12-31')])
        .when(ScheduleBatch(withPartner))
        .thenRefused('R16', 'notWholePeriod');
    });

    it('accepts a PKS that lasts exactly as long as the batch', () =>
      evaluated
        .and(partnerState, 'partner-1', [agreement('pks', '2026-05-11', '2026-05-15')])
        .when(ScheduleBatch(withPartner))
        .then([BatchScheduled.of({ ...withPartner, ...copied })]));
  });
});

describe('ScheduleBatch and the material of the programme (R15)', () => {
  /** The batch lasts until 15 May 2026. */
  const withMaterial = (...materials: readonly ReturnType<typeof materialPublished>[]) =>
    given(batch)
      .and(programState, 'program-1', [designed({ estimatedCost: 0 }), approved, ...materials])
      .and(evaluationState, 'evaluation-1', [evaluationPlanned()]);
  const accepted = [BatchScheduled.of({ ...unpaid, ...copied })];

  it('R15 refuses a batch that lasts a day longer than a module may be taught', async () => {
    const { rejection } = await withMaterial(materialPublished(1, { validUntil: '2026-05-14' }))
      .when(ScheduleBatch(unpaid))
      .thenRefused('R15', 'materialExpired');
    expect(rejection.data).toEqual({
      materialId: 'module-1',
      version: 1,
      validUntil: '2026-05-14',
      lastDay: '2026-05-15',
    });
  });

  it('R15 accepts a batch that ends on the last day on which a module may be taught', () =>
    withMaterial(materialPublished(1, { validUntil: '2026-05-15' }))
      .when(ScheduleBatch(unpaid))
      .then(accepted));

  it('R15 accepts a batch once a new version has superseded the expired one', () =>
    withMaterial(materialPublished(1, { validUntil: '2026-05-14' }), materialPublished(2))
      .when(ScheduleBatch(unpaid))
      .then(accepted));

  it('R15 refuses a batch where the latest version has expired and an older one has not', () =>
    withMaterial(materialPublished(1), materialPublished(2, { validUntil: '2026-05-14' }))
      .when(ScheduleBatch(unpaid))
      .thenRefused('R15', 'materialExpired'));

  it('R15 refuses a batch where one of several modules has expired', () =>
    withMaterial(
      materialPublished(1),
      materialPublished(1, { materialId: 'module-2', validUntil: '2026-05-14' }),
      materialPublished(1, { materialId: 'module-3' }),
    )
      .when(ScheduleBatch(unpaid))
      .thenRefused('R15', 'materialExpired'));

  it('R15 accepts a batch while a best practice has expired, which is told and not taught', () =>
    withMaterial(materialPublished(1, { kind: 'bestPractice', validUntil: '2026-05-14' }))
      .when(ScheduleBatch(unpaid))
      .then(accepted));
});

describe('AssignResourcePerson', () => {
  const assignment = { subjectId: 'lecturer-1', origin: 'university' as const, sessionIds: ['s1', 's2'] };
  const begun = given(batch, [scheduled()]).and(evaluationState, 'evaluation-1', [evaluationPlanned()]);

  it('assigns a resource person to sessions of the batch', () =>
    begun
      .when(AssignResourcePerson(assignment))
      .then([ResourcePersonAssigned.of({ ...assignment, programId: 'program-1', assignedBy: maker })]));

  describe('R16', () => {
    const sent = { ...assignment, partnerId: 'partner-1' };

    it.each(['internal', 'agency', 'university', 'ngo', 'private'] as const)(
      'asks for no agreement where a person of origin %s comes in his own name',
      async (origin) => {
        await begun
          .when(AssignResourcePerson({ ...assignment, origin }))
          .then([ResourcePersonAssigned.of({ ...assignment, origin, programId: 'program-1', assignedBy: maker })]);
      },
    );

    it('refuses a person whom a partner without an agreement sends', () =>
      begun.when(AssignResourcePerson(sent)).thenRefused('R16', 'noAgreement'));

    it('refuses a person whom a partner with an MoU alone sends', () =>
      begun
        .and(partnerState, 'partner-1', [agreement('mou', '2026-01-01', '2026-12-31')])
        .when(AssignResourcePerson(sent))
        .thenRefused('R16', 'mouOnly'));

    it.each([
      ['begins after the first of the sessions', '2026-05-12', '2026-12-31'],
      ['ends before the last of the sessions', '2026-01-01', '2026-05-11'],
    ])('refuses a PKS that %s', async (_name, from, to) => {
      await begun
        .and(partnerState, 'partner-1', [agreement('pks', from, to)])
        .when(AssignResourcePerson(sent))
        .thenRefused('R16', 'notWholePeriod');
    });

    it('takes the first and the last day of the sessions, in whatever order the batch has them', async () => {
      const turned = given(batch, [scheduled({ sessions: schedule.sessions.toReversed() })]).and(
        evaluationState,
        'evaluation-1',
        [evaluationPlanned()],
      );
      await turned
        .and(partnerState, 'partner-1', [agreement('pks', '2026-05-11', '2026-05-11')])
        .when(AssignResourcePerson(sent))
        .thenRefused('R16', 'notWholePeriod');
      await turned
        .and(partnerState, 'partner-1', [agreement('pks', '2026-05-12', '2026-05-12')])
        .when(AssignResourcePerson(sent))
        .thenRefused('R16', 'notWholePeriod');
    });

    it('accepts a PKS that covers the days of the sessions, and no more of the batch', () =>
      begun
        .and(partnerState, 'partner-1', [agreement('pks', '2026-05-11', '2026-05-12')])
        .when(AssignResourcePerson({ ...sent, sessionIds: ['s2', 's1'] }))
        .then([
          ResourcePersonAssigned.of({
            ...sent,
            sessionIds: ['s2', 's1'],
            programId: 'program-1',
            assignedBy: maker,
          }),
        ]));
  });

  it('G02 refuses a session that the batch does not have', () =>
    begun.when(AssignResourcePerson({ ...assignment, sessionIds: ['s1', 's9'] })).thenRefused('G02', 'notFound'));

  it('G02 refuses it in a batch that was not scheduled', () =>
    given(batch).when(AssignResourcePerson(assignment)).thenRefused('G02', 'wrongStatus'));

  it.each([
    ['nominated', [nominated('lecturer-1')]],
    ['confirmed', takesPart('lecturer-1')],
  ])('R17 refuses a resource person who is %s as a participant', async (_name, events) => {
    await given(batch, [scheduled(), ...events])
      .when(AssignResourcePerson(assignment))
      .thenRefused('R17', 'notIndependent');
  });

  it('R17 accepts a resource person whose nomination was declined', () =>
    given(batch, [scheduled(), nominated('lecturer-1'), declined('lecturer-1')])
      .when(AssignResourcePerson(assignment))
      .then([ResourcePersonAssigned.of({ ...assignment, programId: 'program-1', assignedBy: maker })]));

  it('R17 refuses that the evaluator of the batch teaches in it', () =>
    begun.when(AssignResourcePerson({ ...assignment, subjectId: 'evaluator-1' })).thenRefused('R17', 'notIndependent'));
});

describe('what a batch may no longer rest on', () => {
  it('R21 refuses a batch under an evaluation that is concluded', () =>
    gratis
      .and(evaluationState, 'evaluation-1', [evaluationPlanned(), concludedEvaluation])
      .when(ScheduleBatch(unpaid))
      .thenRefused('R21', 'concluded'));

  it('G02 refuses a nomination in a batch of a cancelled programme', () =>
    given(batch, [scheduled()])
      .and(programState, 'program-1', [designed(), approved, programCancelled])
      .when(NominateParticipant({ employeeId: 'employee-1' }))
      .thenRefused('G02', 'wrongStatus'));

  it("R17 refuses a result that is recorded by the participant's mentor in the programme", async () => {
    const mentored = MentorshipProposed.of({ ...mentorship().data, programId: 'program-1' } as never);
    const past = given(batch, [scheduled(), ...takesPart('employee-1')]).and('mentorship-m1', [mentored]);
    const result = RecordLearningResult({ employeeId: 'employee-1', kind: 'post', attempt: 1, score: 8000 });
    await past.as('mentor-1').when(result).thenRefused('R17');
    await past
      .as('examiner-1')
      .when(result)
      .thenState((state) => expect(state.status).toBe('scheduled'));
  });
});

const concludedEvaluation = EvaluationConcluded.of({
  programId: 'program-1',
  conclusion: 'inconclusive',
  strengths: [],
  weaknesses: [],
  measuredLevels: [],
  missingLevels: [2, 3],
  evidence: ['00000000-0000-5000-8000-000000000001'],
  design: 'prePost',
  concludedOn: '2026-05-05',
  concludedBy: maker,
});
const programCancelled = ProgramCancelled.of({
  reason: { code: 'budget' },
  openBatches: [],
  cancelledBy: maker,
});

describe('CancelBatch', () => {
  it('cancels a scheduled batch, with a reason', () =>
    given(batch, [scheduled()])
      .when(CancelBatch({ reason: { code: 'quorum' } }))
      .then([
        BatchCancelled.of({ programId: 'program-1', reason: { code: 'quorum' }, participants: [], cancelledBy: maker }),
      ]));

  it('R19 refuses to cancel a batch that somebody has completed', () =>
    given(batch, [scheduled(), ...takesPart('employee-3'), outcome('employee-3', 'completed')])
      .when(CancelBatch({ reason: { code: 'quorum' } }))
      .thenRefused('R19', 'someCompleted'));

  it('R19 accepts that a batch is cancelled which nobody has completed', () =>
    given(batch, [scheduled(), ...takesPart('employee-3'), outcome('employee-3', 'notCompleted')])
      .when(CancelBatch({ reason: { code: 'quorum' } }))
      .thenState((state) => expect(state.status).toBe('cancelled')));

  it('names everybody who loses the batch, with an outcome or without, and nobody who had left it', () =>
    given(batch, [
      scheduled(),
      nominated('employee-1'),
      ...takesPart('employee-2'),
      ...takesPart('employee-3'),
      ...takesPart('employee-4'),
      outcome('employee-4', 'notCompleted'),
      ...takesPart('employee-5'),
      outcome('employee-5', 'withdrawn'),
      nominated('employee-6'),
      declined('employee-6'),
    ])
      .when(CancelBatch({ reason: { code: 'quorum' } }))
      .then([
        BatchCancelled.of({
          programId: 'program-1',
          reason: { code: 'quorum' },
          participants: ['employee-1', 'employee-2', 'employee-3', 'employee-4'],
          cancelledBy: maker,
        }),
      ]));

  it('R09 refuses the reason `other` without a text', () =>
    given(batch, [scheduled()])
      .when(CancelBatch({ reason: { code: 'other', text: ' ' } }))
      .thenRefused('R09', 'textMissing'));

  it('R09 accepts the reason `other` with a text', () => {
    const reason = { code: 'other' as const, text: 'The hall is flooded' };
    return given(batch, [scheduled()])
      .when(CancelBatch({ reason }))
      .then([BatchCancelled.of({ programId: 'program-1', reason, participants: [], cancelledBy: maker })]);
  });

  it.each([
    ['cancelled', batchCancelled],
    ['completed', batchCompleted],
  ])('G02 refuses to cancel a batch that is %s', async (_name, end) => {
    await given(batch, [scheduled(), end])
      .when(CancelBatch({ reason: { code: 'quorum' } }))
      .thenRefused('G02', 'wrongStatus');
  });
});
