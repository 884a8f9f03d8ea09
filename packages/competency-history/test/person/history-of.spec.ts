import { ParticipantOutcomeDecided } from '@pembinaan/core';
import { historyEventId } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { competencyHistory } from '../../src/index.js';
import {
  attended,
  batchCancelled,
  by,
  cameBack,
  certified,
  claim,
  claimed,
  claimRejected,
  confirmed,
  correcting,
  credited,
  declined,
  type Line,
  mentorship,
  met,
  nominated,
  outcome,
  placed,
  pns,
  predicate,
  rated,
  recognised,
  registered,
  revoked,
  sentTo,
  separated,
  since,
  storeOf,
  tested,
} from '../fixtures.js';

// Of the beginning, so that everything else stands after it in the timeline.
const beginning = pns('a', 'loket').map((line) => since('2020-01-01', line));
const historyAfter = async (lines: readonly Line[], on: string) =>
  (await competencyHistory(await storeOf(lines))).asOf({ effective: on });
const personOf = async (lines: readonly Line[], person = 'a', on = '2026-12-31') =>
  (await historyAfter([...beginning, ...lines], on)).person(person);

describe('a certificate that was revoked', () => {
  it('stays visible and no longer holds', async () => {
    const issued = certified('c1', 'a', 'b1', '2026-02-01');
    expect((await personOf([issued]))?.certificates).toMatchObject([{ number: 'NO/c1', revoked: null, valid: true }]);
    const person = await personOf([issued, revoked('c1', 'a', 'b1')]);
    expect(person?.certificates).toMatchObject([
      {
        number: 'NO/c1',
        revoked: { reason: 'outcomeCorrected', source: { stream: 'certificate-c1', revision: 1 } },
        valid: false,
      },
    ]);
    expect(person?.timeline.at(-1)).toMatchObject({
      type: 'CertificateRevoked',
      detail: { reason: 'outcomeCorrected' },
    });
  });

  it('is not told before the certificate', async () => {
    const lines = [certified('c1', 'a', 'b1', '2026-02-01'), revoked('c1', 'a', 'b1')];
    expect((await personOf(lines, 'a', '2026-01-31'))?.timeline.map(({ type }) => type)).not.toContain(
      'CertificateRevoked',
    );
  });

  it('is told even where nobody knows of its issue', async () => {
    const person = await personOf([revoked('c1', 'a', 'b1')]);
    expect(person?.certificates).toEqual([]);
    expect(person?.timeline.at(-1)?.type).toBe('CertificateRevoked');
  });
});

describe('a batch that was cancelled', () => {
  it('is no longer nominated or confirmed for those who lose it', async () => {
    const lines = [
      nominated('b1', 'a', '2026-02-01'),
      confirmed('b1', 'a', '2026-02-01'),
      nominated('b1', 'b', '2026-02-01'),
      batchCancelled('b1', 'a', 'b'),
    ];
    const cancelled = { batchId: 'b1', status: 'cancelled', cancelReason: 'budget' };
    expect((await personOf(lines))?.training).toMatchObject([cancelled]);
    expect((await personOf(lines, 'b'))?.training).toMatchObject([cancelled]);
    expect((await personOf(lines))?.timeline.at(-1)).toMatchObject({
      type: 'BatchCancelled',
      detail: { programId: 'p', reason: 'budget' },
    });
  });

  it('takes nothing from whom it does not name, and no outcome', async () => {
    const lines = [confirmed('b1', 'a', '2026-02-01'), batchCancelled('b1', 'b')];
    expect((await personOf(lines))?.training).toMatchObject([{ status: 'confirmed', cancelReason: null }]);
    const done = [confirmed('b1', 'a', '2026-02-01'), outcome('b1', 'a', 'completed', 8000), batchCancelled('b1', 'a')];
    expect((await personOf(done))?.training).toMatchObject([{ status: 'completed' }]);
  });
});

describe('a person of whom little is known', () => {
  it('has nothing but that', async () => {
    const history = await historyAfter([separated('z', '2026-05-01')], '2026-12-31');
    expect(await history.person('z')).toEqual({
      employeeId: 'z',
      on: '2026-12-31',
      kind: null,
      contract: null,
      separatedOn: '2026-05-01',
      placement: null,
      placements: [],
      standards: [],
      levels: [],
      levelHistory: [],
      selfLevelHistory: [],
      jp: { year: 2026, credited: 0, raw: 0, lostToCaps: 0, minimum: null, shortfall: null, policyVersion: null },
      assessments: [],
      gaps: [],
      needs: [],
      training: [],
      certificates: [],
      credits: [],
      mentoring: [],
      behaviour: [],
      workplaceLearning: [],
      claims: [],
      meetings: [],
      recognitions: [],
      predicates: [],
      timeline: [
        {
          eventId: historyEventId('employee-z', 0),
          stream: 'employee-z',
          revision: 0,
          occurredAt: '2026-06-01T00:00:00.000Z',
          recordedAt: '2026-06-01T00:00:00.000Z',
          type: 'EmployeeSeparated',
          detail: { kind: 'moved', on: '2026-05-01' },
        },
      ],
    });
    expect(await history.person('y')).toBeUndefined();
  });

  it('stands where he was placed, under nobody where no superior is named', async () => {
    expect((await personOf([]))?.placement).toMatchObject({ unitId: 'loket', superiorId: null, from: '2020-01-01' });
    expect(await personOf([registered('z')], 'z')).toMatchObject({
      kind: 'pns',
      separatedOn: null,
      placement: null,
      placements: [],
    });
  });
});

describe('a placement', () => {
  it('is told from its first day on', async () => {
    const next = placed('a', 'arsip', { from: '2026-03-01' });
    const unitsOn = async (on: string) => {
      const person = await personOf([next], 'a', on);
      const told = person?.timeline.filter(({ type }) => type === 'EmployeePlaced').map(({ detail }) => detail.unitId);
      expect([...(told ?? [])].sort()).toEqual(person?.placements.map(({ unitId }) => unitId).sort());
      return [person?.placement?.unitId, told?.length];
    };
    expect(await unitsOn('2026-02-28')).toEqual(['loket', 1]);
    expect(await unitsOn('2026-03-01')).toEqual(['arsip', 2]);
  });
});

describe('a placement that was corrected', () => {
  const wrong = placed('a', 'arsip', { from: '2026-03-01', standardId: 't' });

  it('stays visible and is no longer where the person stands, whatever day the correction bears', async () => {
    for (const from of ['2026-02-01', '2026-12-01']) {
      const right = correcting(placed('a', 'data', { from, standardId: 'u' }), 2);
      const person = await personOf([wrong, right]);
      expect(person?.placement).toMatchObject({ unitId: 'data', from });
      expect(person?.placements.map(({ unitId, correctedBy }) => [unitId, correctedBy])).toEqual([
        ['loket', null],
        ['arsip', historyEventId('employee-a', 3)],
        ['data', null],
      ]);
      expect(person?.standards.map(({ standardId }) => standardId)).toEqual(['s', 'u']);
    }
  });

  it('does not count on a day before that of the correction either', async () => {
    const later = correcting(placed('a', 'data', { from: '2026-12-01' }), 2);
    expect((await personOf([wrong, later], 'a', '2026-06-30'))?.placement).toMatchObject({ unitId: 'loket' });
  });
});

describe('a separation that was corrected', () => {
  it('is that of the correction, from its day on', async () => {
    const lines = [separated('a', '2026-03-01'), correcting(separated('a', '2026-09-01'), 2)];
    expect((await personOf(lines, 'a', '2026-06-30'))?.separatedOn).toBeNull();
    expect((await personOf(lines, 'a', '2026-09-01'))?.separatedOn).toBe('2026-09-01');
    expect((await personOf(lines, 'a', '2026-06-30'))?.timeline.at(-1)).toMatchObject({ type: 'EmployeeSeparated' });
  });
});

describe('training', () => {
  const way = [
    nominated('b1', 'a', '2026-02-01', '2026-02-03'),
    confirmed('b1', 'a', '2026-02-02', '2026-02-04'),
    attended('b1', 'a', 's1'),
    attended('b1', 'a', 's2'),
    tested('b1', 'a', 'pre', 1, 4000),
    tested('b1', 'a', 'post', 1, 6000),
    tested('b1', 'a', 'post', 2, 8000),
    outcome('b1', 'a', 'completed', 8000),
  ];

  it('tells the whole way through a batch', async () => {
    const [training] = (await personOf(way))?.training ?? [];
    expect(training).toMatchObject({
      batchId: 'b1',
      programId: 'p',
      status: 'completed',
      declineReason: null,
      cancelReason: null,
      period: { from: '2026-02-02', to: '2026-02-04' },
      jp: 1000,
      sessionsAttended: ['s1', 's2'],
      results: [
        { kind: 'pre', attempt: 1, score: 4000 },
        { kind: 'post', attempt: 1, score: 6000 },
        { kind: 'post', attempt: 2, score: 8000 },
      ],
      outcomeReason: null,
    });
    expect(training?.sources.map(({ revision }) => revision)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('knows of an outcome alone no more than it says', async () => {
    expect((await personOf([outcome('b1', 'a', 'withdrawn')]))?.training).toEqual([
      {
        batchId: 'b1',
        programId: 'p',
        status: 'withdrawn',
        declineReason: null,
        cancelReason: null,
        period: null,
        jp: null,
        sessionsAttended: [],
        results: [],
        outcomeReason: null,
        sources: [expect.objectContaining({ stream: 'batch-b1', revision: 0 })],
      },
    ]);
  });

  it('tells why it was not completed', async () => {
    const event = ParticipantOutcomeDecided.of({
      programId: 'p',
      employeeId: 'a',
      outcome: 'notCompleted',
      reason: { code: 'absent' },
      attendanceShare: 5000,
      decidedBy: by,
    });
    expect((await personOf([['batch-b1', event]]))?.training).toMatchObject([
      { status: 'notCompleted', outcomeReason: 'absent' },
    ]);
  });

  it('counts attendance and results as they were corrected', async () => {
    const person = await personOf([
      ...way,
      correcting(attended('b1', 'a', 's2', false), 3),
      correcting(attended('b1', 'a', 's1'), 2),
      correcting(tested('b1', 'a', 'post', 1, 5000), 5),
    ]);
    expect(person?.training).toMatchObject([
      {
        sessionsAttended: ['s1'],
        results: [
          { kind: 'pre', attempt: 1, score: 4000 },
          { kind: 'post', attempt: 2, score: 8000 },
          { kind: 'post', attempt: 1, score: 5000 },
        ],
      },
    ]);
  });

  it('tells why it was declined, and no longer once the person is nominated again', async () => {
    const no = [nominated('b1', 'a', '2026-02-01'), declined('b1', 'a')];
    expect((await personOf(no))?.training).toMatchObject([{ status: 'declined', declineReason: 'workload' }]);
    expect((await personOf([...no, nominated('b1', 'a', '2026-02-01')]))?.training).toMatchObject([
      { status: 'nominated', declineReason: null },
    ]);
  });
});

describe('mentoring', () => {
  const pair = mentorship('x', 'm', 'a');

  it('is proposed, approved and ended', async () => {
    const mentoring = async (...lines: readonly Line[]) => (await personOf([pair.proposed, ...lines]))?.mentoring[0];
    expect(await mentoring()).toMatchObject({ role: 'mentee', status: 'proposed', outcome: null, sessions: [] });
    expect(await mentoring(pair.approved)).toMatchObject({ status: 'approved' });
    expect(await mentoring(pair.approved, pair.ended)).toMatchObject({ status: 'ended', outcome: 'goalsMet' });
  });

  it('counts a session as it was corrected', async () => {
    const lines = [pair.proposed, pair.session('1', '2026-03-01'), correcting(pair.session('1', '2026-03-02'), 1)];
    expect((await personOf(lines))?.mentoring).toMatchObject([{ sessions: [{ sessionId: '1', date: '2026-03-02' }] }]);
  });

  it('is told in the timeline even where nobody knows of its beginning', async () => {
    const person = await personOf([pair.approved, pair.session('1', '2026-03-01'), pair.ended]);
    expect(person?.mentoring).toEqual([]);
    expect(person?.timeline.slice(-3).map(({ type }) => type)).toEqual([
      'MentorshipApproved',
      'MentoringSessionRecorded',
      'MentorshipEnded',
    ]);
  });
});

describe('a rating of behaviour', () => {
  it('stays visible when it was corrected, with the event that corrected it', async () => {
    const first = rated('a', 'b1', 'boss', 'superior', '2026-06-01', { M05: 1 });
    const person = await personOf([
      first,
      correcting(rated('a', 'b1', 'boss', 'superior', '2026-06-02', { M05: 4 }), 0),
    ]);
    expect(person?.behaviour.map(({ ratings, correctedBy }) => [ratings[0]?.score, correctedBy])).toEqual([
      [1, historyEventId('evaluation-b1', 1)],
      [4, null],
    ]);
  });
});

describe('JP', () => {
  it('tell which cap took something', async () => {
    const person = await personOf([
      credited('a', '2026-03-01', 200),
      credited('a', '2026-03-02', 200, { jpRaw: 300, form: 'NKL09', capped: true }),
    ]);
    expect(person?.credits.map(({ cap }) => cap)).toEqual([null, { per: 'day', unit: 'jp', value: 200 }]);
  });
});

describe('a nomination', () => {
  it('tells the days of the batch', async () => {
    expect((await personOf([nominated('b1', 'a', '2026-02-01', '2026-02-03')]))?.training).toMatchObject([
      { status: 'nominated', period: { from: '2026-02-01', to: '2026-02-03' }, jp: null },
    ]);
  });
});

describe('learning at a workplace', () => {
  const sent = sentTo('w1', 'a', '2026-02-01', '2026-02-28');

  it('is assigned, and completed with its last day', async () => {
    expect((await personOf([sent]))?.workplaceLearning).toMatchObject([
      {
        workplaceLearningId: 'w1',
        form: 'NKL12',
        host: { kind: 'partner', id: 'universitas' },
        status: 'assigned',
        jp: 2000,
        endedOn: null,
        stopReason: null,
      },
    ]);
    const person = await personOf([sent, cameBack('w1', 'a', '2026-02-27', 'completed')]);
    expect(person?.workplaceLearning).toMatchObject([{ status: 'completed', endedOn: '2026-02-27', stopReason: null }]);
    expect(person?.workplaceLearning[0]?.sources).toHaveLength(2);
  });

  it('counts as it was corrected, and both records stay in the timeline', async () => {
    const person = await personOf([
      sent,
      cameBack('w1', 'a', '2026-02-27', 'completed'),
      correcting(cameBack('w1', 'a', '2026-02-10', 'stopped'), 1),
    ]);
    expect(person?.workplaceLearning).toMatchObject([
      { status: 'stopped', endedOn: '2026-02-10', stopReason: 'recalled' },
    ]);
    expect(person?.timeline.filter(({ type }) => type === 'WorkplaceLearningCompleted')).toHaveLength(2);
  });
});

describe('a claim of JP that is submitted again', () => {
  it('takes the place of the first', async () => {
    const person = await personOf([
      claimed('a', 'k1', '2026-03-01'),
      claimed('a', 'k2', '2026-03-01'),
      claimed('a', 'k1', '2026-03-05'),
    ]);
    expect(person?.claims.map(({ claimId, to }) => [claimId, to])).toEqual([
      ['k2', '2026-03-01'],
      ['k1', '2026-03-05'],
    ]);
  });
});

describe('a claim of JP', () => {
  const submitted = claimed('a', 'k1', '2026-03-02', '2026-03-01');

  it('tells its days, in whatever order they were given', async () => {
    expect((await personOf([submitted]))?.claims).toMatchObject([
      { claimId: 'k1', form: 'NKL09', from: '2026-03-01', to: '2026-03-02', status: 'submitted' },
    ]);
  });

  it('is rejected with its reason, or credited', async () => {
    expect((await personOf([submitted, claimRejected('a', 'k1', 2026)]))?.claims).toMatchObject([
      { status: 'rejected', rejectReason: 'duplicate' },
    ]);
    const person = await personOf([submitted, credited('a', '2026-03-02', 200, { source: claim('k1') })]);
    expect(person?.claims).toMatchObject([{ status: 'credited', rejectReason: null }]);
    expect(person?.jp.credited).toBe(200);
  });
});

describe('a meeting of a learning community', () => {
  const held = met('k', '1', '2026-03-01', ['a', 'b'], ['loket']);

  it('is told of each attendee', async () => {
    for (const person of ['a', 'b']) {
      expect((await personOf([held], person))?.meetings).toMatchObject([
        { communityId: 'k', meetingId: '1', date: '2026-03-01', minutes: 90, attended: true },
      ]);
    }
  });

  it('was not attended by whom a correction takes from the list; the record stays visible', async () => {
    const lines = [held, correcting(met('k', '1', '2026-03-01', ['b', 'c'], ['loket']), 0)];
    expect((await personOf(lines, 'a'))?.meetings).toMatchObject([{ meetingId: '1', attended: false }]);
    expect((await personOf(lines, 'b'))?.meetings.map(({ attended }) => attended)).toEqual([false, true]);
    expect((await personOf(lines, 'c'))?.meetings).toMatchObject([{ attended: true }]);
  });
});

describe('a predicate of a quarter', () => {
  it('tells the quarter, that of a year does not', async () => {
    const person = await personOf([
      predicate('a', { year: 2026, quarter: 2 }, 'baik'),
      predicate('a', { year: 2026 }, 'baik'),
    ]);
    expect(person?.timeline.slice(-2).map(({ detail }) => detail)).toEqual([
      { year: 2026, quarter: 2, predicate: 'baik' },
      { year: 2026, predicate: 'baik' },
    ]);
  });
});

describe('a recognition and a predicate', () => {
  it('stand in the history with what they are for', async () => {
    const person = await personOf([recognised('a', 'r1', { careerLink: 'talentPool', shown: false })]);
    expect(person?.recognitions).toMatchObject([
      {
        recognitionId: 'r1',
        kind: 'award',
        basis: { kind: 'idea', ref: 'gagasan-1' },
        careerLink: 'talentPool',
        shownAsRoleModel: false,
      },
    ]);
  });

  it('a corrected predicate stays visible, with the event that corrected it', async () => {
    const person = await personOf([
      predicate('a', { year: 2025 }, 'baik'),
      correcting(predicate('a', { year: 2025 }, 'kurang'), 0),
    ]);
    expect(
      person?.predicates.map((known) => [known.year, known.quarter, known.predicate, known.correctedBy === null]),
    ).toEqual([
      [2025, null, 'baik', false],
      [2025, null, 'kurang', true],
    ]);
  });
});
