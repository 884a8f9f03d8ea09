import type { RecordedEvent } from '@pembinaan/event-sourcing';
import { describe, expect, it } from 'vitest';
import { LearningCommunityFormed, LearningCommunityMet } from '../../src/mentor/learning-community/events.js';
import { ConfirmMentoringSession, RecordMentoringSession } from '../../src/mentor/mentorship/commands.js';
import { MentorshipApproved, MentorshipProposed } from '../../src/mentor/mentorship/events.js';
import { DecideParticipantOutcome, RecordLearningResult } from '../../src/train/batch/commands.js';
import { IssueCertificate, RevokeCertificate } from '../../src/train/certificate/commands.js';
import { CertificateIssued } from '../../src/train/certificate/events.js';
import { CreditJp, RejectJpClaim, SubmitJpClaim } from '../../src/train/jp-ledger/commands.js';
import { WorkplaceLearningAssigned, WorkplaceLearningCompleted } from '../../src/train/workplace-learning/events.js';
import { HASH } from '../governance/fixtures.js';
import {
  adoptedWith,
  agreedOn,
  attendedAll,
  met,
  outcome,
  pns,
  schedule,
  scheduled,
  scored,
  takesPart,
} from '../train/fixtures.js';
import { type Agency, agencyWith } from './fixtures.js';

const policy = { 'policy-agency': [adoptedWith({}, '2025-01-01')] };
const employeeId = 'employee-1';
const completedBatch = {
  ...policy,
  'batch-batch-1': [
    scheduled(),
    ...takesPart(employeeId),
    ...attendedAll(employeeId),
    scored(employeeId, 'post', 1, 8000),
    outcome(employeeId, 'completed'),
  ],
};
const certificate = {
  employeeId,
  batchId: 'batch-1',
  number: '1/2026',
  issuer: 'BKPSDM',
  documentHash: HASH,
};
const issued = CertificateIssued.of({
  ...certificate,
  programId: 'program-1',
  form: 'KL03',
  jp: 2000,
  period: schedule.period,
  issuedBy: { subjectId: 'registrar-1' },
});

/** The ledger and the JP of each credit, in the order in which they were written. */
const credits = async (agency: Agency) =>
  (await agency.events('JpCredited')).map(({ stream, data }) => [
    stream.replace('jpLedger-', ''),
    (data as { jpCredited: number }).jpCredited,
  ]);
const idOfFirst = async (agency: Agency, type: string): Promise<string> =>
  (await agency.events(type))[0]?.id ?? 'missing';

describe('JP follow by themselves', () => {
  it('R22 accepts the JP of a completed outcome, under the name of the process and with the outcome as cause', async () => {
    const agency = await agencyWith(completedBatch);
    await agency.settle();
    expect(await credits(agency)).toEqual([['employee-1-2026', 2000]]);
    const [credited] = await agency.events('JpCredited');
    expect(credited?.metadata).toMatchObject({
      actor: { subjectId: 'process.jp-crediting' },
      causationId: await idOfFirst(agency, 'ParticipantOutcomeDecided'),
    });
    expect(await agency.refused()).toEqual([]);
  });

  it('are credited once, also when every checkpoint was lost', async () => {
    const agency = await agencyWith(completedBatch);
    await agency.settle();
    await agency.settle();
    await agency.settleAnew();
    expect(await credits(agency)).toHaveLength(1);
  });

  it('are left alone where somebody credited them before', async () => {
    const agency = await agencyWith(completedBatch);
    const source = { kind: 'batch' as const, batchId: 'batch-1' };
    await agency.does('verifier-1', 'employee-1-2026', CreditJp({ employeeId, source }));
    await agency.settle();
    expect(await credits(agency)).toHaveLength(1);
  });

  it('are taken back when the outcome is corrected, and given again when it is corrected once more', async () => {
    const agency = await agencyWith(completedBatch);
    await agency.settle();
    const [first] = await agency.events('ParticipantOutcomeDecided');
    const corrects = (of: RecordedEvent | undefined) => ({ corrects: { eventId: of?.id, reason: 'wrong name' } });
    const [second] = await agency.does(
      'organiser-1',
      'batch-1',
      DecideParticipantOutcome({ employeeId, outcome: 'notCompleted', reason: { code: 'absent' } }),
      corrects(first),
    );
    await agency.settle();
    expect(await credits(agency)).toEqual([
      ['employee-1-2026', 2000],
      ['employee-1-2026', 0],
    ]);
    await agency.does(
      'organiser-1',
      'batch-1',
      DecideParticipantOutcome({ employeeId, outcome: 'completed' }),
      corrects(second),
    );
    await agency.settle();
    expect((await credits(agency)).at(-1)).toEqual(['employee-1-2026', 2000]);
    const [, reversed] = await agency.events('JpCredited');
    expect(reversed?.metadata.corrects?.eventId).toBe(await idOfFirst(agency, 'JpCredited'));
  });

  it('R22 are taken back when the corrected score no longer carries the outcome', async () => {
    const agency = await agencyWith(completedBatch);
    await agency.settle();
    const scoredAt = await idOfFirst(agency, 'LearningResultRecorded');
    await agency.does(
      'examiner-1',
      'batch-1',
      RecordLearningResult({ employeeId, kind: 'post', attempt: 1, score: 1000 }),
      { corrects: { eventId: scoredAt, reason: 'typing error' } },
    );
    await agency.settle();
    expect((await credits(agency)).at(-1)).toEqual(['employee-1-2026', 0]);
  });

  it('are taken back when the certificate is revoked, and given again when a new one is issued', async () => {
    const agency = await agencyWith({ ...completedBatch, 'certificate-c1': [issued] });
    await agency.settle();
    await agency.does('revoker-1', 'c1', RevokeCertificate({ reason: { code: 'issuedInError' } }));
    await agency.settle();
    expect((await credits(agency)).at(-1)).toEqual(['employee-1-2026', 0]);
    await agency.settleAnew();
    expect(await credits(agency)).toHaveLength(2);
    await agency.does(
      'registrar-1',
      'c2',
      IssueCertificate({ ...certificate, number: '2/2026', documentHash: 'b'.repeat(64) }),
    );
    await agency.settle();
    expect((await credits(agency)).at(-1)).toEqual(['employee-1-2026', 2000]);
  });

  it('come from a session once the other party confirms it, never from a disputed one', async () => {
    const session = { ...policy, 'mentorship-m1': [mentoring, approvedMentoring, met('s1', '2026-03-02')] };
    const agency = await agencyWith(session);
    await agency.settle();
    expect(await credits(agency)).toEqual([]);
    await agency.does(employeeId, 'm1', ConfirmMentoringSession({ sessionId: 's1', agreed: true }));
    await agency.settle();
    expect(await credits(agency)).toEqual([['employee-1-2026', 200]]);

    const disputed = await agencyWith({
      ...policy,
      'mentorship-m1': [mentoring, met('s1', '2026-03-02'), agreedOn('s1', '2026-03-02', false)],
    });
    await disputed.settle();
    expect(await credits(disputed)).toEqual([]);
  });

  it('move to the ledger of the right year when a session is corrected over New Year', async () => {
    const agency = await agencyWith({
      ...policy,
      'mentorship-m1': [mentoring, approvedMentoring, met('s1', '2026-01-02'), agreedOn('s1', '2026-01-02')],
    });
    await agency.settle();
    expect(await credits(agency)).toEqual([['employee-1-2026', 200]]);
    const [recorded] = await agency.events('MentoringSessionRecorded');
    const [confirmed] = await agency.events('MentoringSessionConfirmed');
    await agency.does(
      'mentor-1',
      'm1',
      RecordMentoringSession({
        sessionId: 's1',
        date: '2025-12-30',
        minutes: 60,
        topicCodes: ['queue'],
        goalProgress: [],
      }),
      { corrects: { eventId: recorded?.id, reason: 'wrong day' } },
    );
    await agency.settle();
    expect((await credits(agency)).at(-1)).toEqual(['employee-1-2026', 0]);
    await agency.does(employeeId, 'm1', ConfirmMentoringSession({ sessionId: 's1', agreed: true }), {
      corrects: { eventId: confirmed?.id, reason: 'the day was corrected' },
    });
    await agency.settle();
    expect((await credits(agency)).at(-1)).toEqual(['employee-1-2025', 200]);
    expect(await agency.refused()).toEqual([]);
  });

  it('R23 go to all who met in a community but the one who recorded it', async () => {
    const agency = await agencyWith({
      ...policy,
      'learningCommunity-k1': [
        LearningCommunityFormed.of({
          name: 'Counter clerks',
          positionFamily: 'pelaksana',
          coordinatorId: 'coordinator-1',
          sponsorUnitId: 'unit-registry',
          topicCodes: ['queue'],
          formedOn: '2026-01-12',
          formedBy: { subjectId: 'head-1' },
        }),
        LearningCommunityMet.of({
          meetingId: 'k1-1',
          date: '2026-03-04',
          minutes: 90,
          attendees: ['employee-1', 'employee-2', 'coordinator-1'],
          units: ['unit-registry'],
          topicCodes: ['queue'],
          recordedBy: { subjectId: 'coordinator-1' },
        }),
      ],
    });
    await agency.settle();
    expect(await credits(agency)).toEqual([
      ['employee-1-2026', 200],
      ['employee-2-2026', 200],
    ]);
  });

  it('R23 are not credited for a claim by themselves, and are taken back when a credited claim is rejected', async () => {
    const claim = {
      claimId: 'claim-1',
      employeeId,
      form: 'NKL09' as const,
      days: [{ date: '2026-03-02', minutes: 90 }],
      international: false,
      evidenceHash: HASH,
      inWorkingHours: false,
    };
    const agency = await agencyWith({ ...policy, 'employee-employee-1': [pns] });
    await agency.does(employeeId, 'employee-1-2026', SubmitJpClaim(claim));
    await agency.settle();
    expect(await credits(agency)).toEqual([]);
    const source = { kind: 'claim' as const, claimId: 'claim-1' };
    await agency.does('verifier-1', 'employee-1-2026', CreditJp({ employeeId, source }));
    await agency.does(
      'verifier-2',
      'employee-1-2026',
      RejectJpClaim({ claimId: 'claim-1', reason: { code: 'notDevelopment' } }),
    );
    await agency.settle();
    expect(await credits(agency)).toEqual([
      ['employee-1-2026', 200],
      ['employee-1-2026', 0],
    ]);
  });

  it('come from a completed stay at a workplace', async () => {
    const agency = await agencyWith({
      ...policy,
      'workplaceLearning-w1': [
        WorkplaceLearningAssigned.of({
          employeeId,
          form: 'NKL12',
          host: { kind: 'partner', partnerId: 'university-1' },
          hostMentorId: 'lecturer-1',
          period: { from: '2026-03-02', to: '2026-03-13' },
          objectives: ['queue management'],
          international: true,
          jp: 2400,
          aboveCeiling: false,
          assignedBy: { subjectId: 'planner-1' },
        }),
        WorkplaceLearningCompleted.of({
          employeeId,
          form: 'NKL12',
          international: true,
          outcome: 'completed',
          on: '2026-03-13',
          reportHash: HASH,
          lessons: ['one queue for all counters'],
          hostConfirmation: 'letter 4',
          completedBy: { subjectId: 'planner-1' },
        }),
      ],
    });
    await agency.settle();
    expect(await credits(agency)).toEqual([['employee-1-2026', 2400]]);
  });
});

const mentoring = MentorshipProposed.of({
  mentorId: 'mentor-1',
  menteeId: employeeId,
  kind: 'mentoring',
  competencies: ['M05'],
  goals: [{ goalId: 'goal-1', topicCode: 'queue' }],
  period: { from: '2025-11-01', to: '2026-12-31' },
  proposedBy: { subjectId: 'head-1' },
});
const approvedMentoring = MentorshipApproved.of({
  mentorId: 'mentor-1',
  menteeId: employeeId,
  approvedBy: { subjectId: 'ppk-1' },
});
