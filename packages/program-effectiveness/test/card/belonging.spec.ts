import {
  ImprovementActionAssigned,
  ImprovementActionCompleted,
  type LeaderRole,
  LeadershipInvolvementRecorded,
  MentoringSessionConfirmed,
  MentoringSessionRecorded,
  MentorshipApproved,
  MentorshipEnded,
  type MentorshipOutcome,
  MentorshipProposed,
  PartnerAgreementEnded,
  PublicReportAnswered,
  PublicReportClosed,
  ResourcePersonAssigned,
  WorkplaceLearningAssigned,
  WorkplaceLearningCompleted,
} from '@pembinaan/core';
import type { GivenEvent } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import {
  agreement,
  by,
  cancelled,
  designed,
  drafted,
  forum,
  hash,
  input,
  material,
  need,
  on,
  type Past,
  people,
  planItem,
  planned,
  report,
  scheduled,
  validated,
  verified,
} from '../fixtures.js';
import { accountOf, batchOf, taught } from './account-of.js';

const begun: Past = [designed('p'), planned(), scheduled('b')];
const period = { from: '2026-04-01', to: '2026-06-30' };

describe('mentoring', () => {
  const pair = (index: number) => ({ mentorId: 'mentor', menteeId: `mentee-${index}` });
  const mentorship = (index: number): Past => [
    [
      `mentorship-m${index}`,
      MentorshipProposed.of({
        ...pair(index),
        kind: 'mentoring',
        competencies: ['M05'],
        goals: [{ goalId: 'g', topicCode: 'antrean' }],
        period,
        programId: 'p',
        proposedBy: by,
      }),
    ],
    [`mentorship-m${index}`, MentorshipApproved.of({ ...pair(index), approvedBy: by })],
  ];
  const session = (index: number, sessionId: string, agreed?: boolean): Past => {
    const met = { ...pair(index), sessionId, date: '2026-04-10' as const };
    const stream = `mentorship-m${index}`;
    const recorded: GivenEvent = [
      stream,
      MentoringSessionRecorded.of({ ...met, minutes: 60, topicCodes: ['antrean'], goalProgress: [], recordedBy: by }),
    ];
    return agreed === undefined
      ? [recorded]
      : [recorded, [stream, MentoringSessionConfirmed.of({ ...met, agreed, confirmedBy: by })]];
  };
  const ended = (index: number, outcome: MentorshipOutcome): GivenEvent => [
    `mentorship-m${index}`,
    MentorshipEnded.of({ ...pair(index), outcome, reason: { code: 'periodOver' }, endedBy: by }),
  ];

  it('counts sessions that the other party confirmed, with their minutes, apart from the others', async () => {
    const { mentoring } = await accountOf([
      ...begun,
      ...mentorship(1),
      ...session(1, 's1', true),
      ...session(1, 's2', true),
      ...session(1, 's3', false),
      ...session(1, 's4'),
    ]);
    expect(mentoring).toMatchObject({
      proposed: 1,
      approved: 1,
      sessions: 2,
      minutes: 120,
      unanswered: 1,
      disputed: 1,
    });
    expect(mentoring.told).toMatchObject([{ type: 'MentorshipProposed', stream: 'mentorship-m1' }]);
  });

  it('tells how it ended where enough mentees are behind it', async () => {
    const five = [1, 2, 3, 4, 5];
    const past = [
      ...begun,
      ...five.flatMap(mentorship),
      ...five.map((index) => ended(index, index === 3 ? 'partly' : 'goalsMet')),
    ];
    expect((await accountOf(past)).mentoring).toMatchObject({
      ended: 5,
      outcomes: [
        { code: 'goalsMet', n: 4 },
        { code: 'partly', n: 1 },
      ],
      suppressed: false,
    });
    expect((await accountOf(past.slice(0, -1))).mentoring).toMatchObject({
      ended: 4,
      outcomes: null,
      suppressed: true,
    });
  });
});

describe('learning at a workplace', () => {
  const assigned = (id: string, partnerId?: string): GivenEvent => [
    `workplaceLearning-${id}`,
    WorkplaceLearningAssigned.of({
      employeeId: `asn-${id}`,
      form: 'NKL12',
      host: partnerId === undefined ? { kind: 'unit', unitId: 'loket' } : { kind: 'partner', partnerId },
      hostMentorId: 'host',
      period,
      objectives: ['antrean'],
      international: false,
      programId: 'p',
      jp: 2000,
      aboveCeiling: false,
      assignedBy: by,
    }),
  ];
  const ended = (id: string, outcome: 'completed' | 'stopped', ...lessons: readonly string[]): GivenEvent => [
    `workplaceLearning-${id}`,
    WorkplaceLearningCompleted.of({
      employeeId: `asn-${id}`,
      programId: 'p',
      form: 'NKL12',
      international: false,
      outcome,
      on: '2026-06-30',
      lessons: [...lessons],
      completedBy: by,
    }),
  ];

  it('counts who was assigned, who completed it, and the lessons brought back', async () => {
    const past = [
      ...begun,
      assigned('a', 'kampus'),
      assigned('b'),
      assigned('c'),
      ended('a', 'completed', 'antrean daring', 'papan informasi'),
      ended('b', 'stopped'),
    ];
    expect((await accountOf(past)).workplace).toMatchObject({
      assigned: 3,
      completed: 1,
      stopped: 1,
      open: 1,
      atPartners: 1,
      jpCompleted: 2000,
      lessons: 2,
    });
    expect((await accountOf(past, '2026-06-29')).workplace).toMatchObject({ completed: 0, open: 3, lessons: 0 });
  });
});

describe('leaders', () => {
  const involved = (involvementId: string, role: LeaderRole, date: string, leaderId = 'kadis'): GivenEvent => [
    'leadership-2026',
    LeadershipInvolvementRecorded.of({
      involvementId,
      leaderId,
      role,
      programId: 'p',
      date,
      topicCodes: [],
      evidenceHash: hash,
      recordedBy: by,
    }),
  ];

  it('stand by role beside what came of the programme, with the events', async () => {
    const { leaders } = await accountOf([
      ...begun,
      involved('i1', 'teach', '2026-03-11'),
      involved('i2', 'open', '2026-03-10', 'wali-kota'),
      involved('i3', 'teach', '2026-03-10', 'sekda'),
      involved('i4', 'teach', '2026-03-12'),
    ]);
    expect(leaders).toMatchObject([
      { role: 'open', times: 1, leaders: ['wali-kota'] },
      { role: 'teach', times: 3, leaders: ['kadis', 'sekda'], firstOn: '2026-03-10', lastOn: '2026-03-12' },
    ]);
    expect(leaders.flatMap(({ told }) => told)).toHaveLength(4);
  });

  it('change no other figure by what they do', async () => {
    const past = [...begun, ...taught('b', ...people('a', 5))];
    const { leaders, ...without } = await accountOf(past);
    const { leaders: present, ...beside } = await accountOf([...past, involved('i1', 'open', '2026-03-10')]);
    expect([leaders.length, present.length]).toEqual([0, 1]);
    expect(beside).toEqual(without);
  });
});

describe('speakers', () => {
  const speaker = (
    batchId: string,
    origin: 'internal' | 'university',
    some: { partnerId?: string } = {},
  ): GivenEvent => [
    `batch-${batchId}`,
    ResourcePersonAssigned.of({
      programId: 'p',
      subjectId: 'narasumber',
      origin,
      sessionIds: ['s1', 's2'],
      assignedBy: by,
      ...some,
    }),
  ];

  it('are counted by origin, of batches that were not cancelled', async () => {
    const account = await accountOf([
      ...begun,
      scheduled('c'),
      scheduled('d'),
      speaker('b', 'internal'),
      speaker('b', 'university', { partnerId: 'kampus' }),
      speaker('c', 'university'),
      speaker('d', 'internal'),
      cancelled('d'),
    ]);
    expect(account.speakers).toEqual([
      { origin: 'university', assignments: 2, sessions: 4, fromPartners: 1 },
      { origin: 'internal', assignments: 1, sessions: 2, fromPartners: 0 },
    ]);
    expect(batchOf(account, 'c').speakers).toMatchObject([{ origin: 'university', assignments: 1 }]);
  });

  it('of a partner count for what it promised', async () => {
    const { partners } = await accountOf([
      ...begun,
      agreement('kampus', 'a'),
      speaker('b', 'university', { partnerId: 'kampus' }),
    ]);
    expect(partners).toMatchObject([
      {
        partnerId: 'kampus',
        kind: 'university',
        level: 'pks',
        speakers: 1,
        materials: 0,
        outstanding: ['material'],
        withoutPks: 0,
      },
    ]);
  });
});

describe('partners', () => {
  const hosted = scheduled('c', { partnerId: 'kampus' });

  it('are told with what they promised and what came, and the events of their agreements', async () => {
    const { partners, materials } = await accountOf([
      ...begun,
      hosted,
      ...taught('c', 'ani', 'budi'),
      agreement('kampus', 'a', { contribution: ['material', 'venue'] }),
      material('modul', { coAuthorPartnerId: 'kampus', validUntil: '2026-06-30' }),
    ]);
    expect(partners).toMatchObject([
      { partnerId: 'kampus', batches: 1, completed: 2, materials: 1, speakers: 0, hosted: 0, outstanding: [] },
    ]);
    expect(partners[0]?.agreements).toMatchObject([
      {
        agreementId: 'a',
        level: 'pks',
        promised: ['material', 'venue'],
        inForce: true,
        told: [{ type: 'PartnerAgreementSigned' }],
      },
    ]);
    expect(materials).toMatchObject([{ materialId: 'modul', coAuthorPartnerId: 'kampus', expired: true }]);
  });

  it('with a declaration alone have acted without the agreement that acting needs', async () => {
    const { partners } = await accountOf([...begun, hosted, agreement('kampus', 'a', { level: 'mou' })]);
    expect(partners).toMatchObject([{ level: 'mou', batches: 1, withoutPks: 1 }]);
  });

  it('whose agreement ended before a batch was over have acted without it too', async () => {
    const end = (day: string): GivenEvent => [
      'partner-kampus',
      PartnerAgreementEnded.of({ agreementId: 'a', on: day, reason: { code: 'notFulfilled' }, rating: 2, endedBy: by }),
    ];
    const endedOn = async (day: string) =>
      (await accountOf([...begun, hosted, agreement('kampus', 'a'), end(day)])).partners;
    expect(await endedOn('2026-03-11')).toMatchObject([{ level: null, withoutPks: 1 }]);
    expect(await endedOn('2026-03-12')).toMatchObject([
      { withoutPks: 0, agreements: [{ endedOn: '2026-03-12', reason: 'notFulfilled', rating: 2, inForce: false }] },
    ]);
  });
});

describe('the voices that led to a programme', () => {
  const target = { kind: 'program', programId: 'p' } as const;
  const cause = { kind: 'complaint', reportId: 'l1' } as const;
  const improved = (
    actionId: string,
    because: typeof cause | { kind: 'evaluation'; evaluationId: 'e' },
  ): GivenEvent => [
    `improvementAction-${actionId}`,
    ImprovementActionAssigned.of({
      target,
      cause: because,
      task: 'perbaiki modul',
      ownerId: 'kadis',
      due: '2026-04-30',
      assignedBy: by,
    }),
    on('2026-04-01'),
  ];
  const done: GivenEvent = [
    'improvementAction-a',
    ImprovementActionCompleted.of({ target, cause, evidenceHash: hash, verifiedBy: by }),
    on('2026-05-20'),
  ];
  const closed: GivenEvent = [
    'publicReport-l1',
    PublicReportClosed.of({ on: '2026-03-20', satisfied: true, developmentNeedId: 'n1', closedBy: by }),
  ];
  const past: Past = [
    drafted(),
    planItem('item', { needIds: ['n1', 'n2'] }),
    ...begun,
    need('n1'),
    verified('n1'),
    validated('n1'),
    need('n2', { origin: { kind: 'forum', ref: 'f/i1' } }),
    report('l1'),
    ['publicReport-l1', PublicReportAnswered.of({ on: '2026-03-10', answeredBy: by })],
    closed,
    forum('f'),
    input('f', 'i1'),
    input('f', 'i2'),
    improved('a', cause),
    improved('z', { kind: 'evaluation', evaluationId: 'e' }),
    done,
  ];

  it('are told with the need, the answer, whether the reporter was satisfied, and the improvement', async () => {
    const { voices } = await accountOf(past);
    expect(voices).toMatchObject([
      {
        source: 'report',
        id: 'l1',
        on: '2026-03-02',
        kind: 'complaint',
        needs: [{ needId: 'n1', status: 'validated' }],
        answeredOn: '2026-03-10',
        closedOn: '2026-03-20',
        satisfied: true,
        improvements: [{ actionId: 'a', cause: 'complaint', done: true, overdue: false }],
      },
      {
        source: 'input',
        id: 'i1',
        forumId: 'f',
        on: '2026-03-05',
        needs: [{ needId: 'n2', status: 'proposed' }],
        answeredOn: null,
        improvements: [],
      },
    ]);
    expect(voices[0]?.told.map(({ type }) => type)).toEqual([
      'PublicReportReceived',
      'PublicReportAnswered',
      'PublicReportClosed',
    ]);
  });

  it('are also found by the number that a report has outside', async () => {
    const numbered = past.filter((event) => event !== closed && event[0] !== 'developmentNeed-n1');
    const { voices } = await accountOf([...numbered, need('n1', { origin: { kind: 'complaint', ref: 'LAPOR-l1' } })]);
    expect(voices[0]).toMatchObject({ id: 'l1', needs: [{ needId: 'n1' }], closedOn: null, satisfied: null });
  });

  it('stand as they stood on the day', async () => {
    const { voices, improvements } = await accountOf(past, '2026-05-10');
    expect(voices[0]?.improvements).toMatchObject([{ done: false, overdue: true }]);
    expect(improvements.map(({ actionId, cause: why, done: isDone }) => [actionId, why, isDone])).toEqual([
      ['a', 'complaint', false],
      ['z', 'evaluation', false],
    ]);
  });
});
