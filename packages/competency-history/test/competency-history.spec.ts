import {
  CertificateIssued,
  CompetencyAssessed,
  CompetencyStandardEstablished,
  EmployeePlaced,
  EmployeeRegistered,
  indonesia2026,
  JpCredited,
  MentoringSessionConfirmed,
  MentoringSessionRecorded,
  MentorshipProposed,
  PolicyVersionAdopted,
} from '@pembinaan/core';
import { memoryStore } from '@pembinaan/event-sourcing';
import { historyEventId } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { type AsOf, competencyHistory, type PersonView } from '../src/index.js';
import { type Line, mentorship, placed, pns, separated, storeOf } from './fixtures.js';

const hash = 'a'.repeat(64);
const decree = { number: 'SK-1', date: '2026-01-02', documentHash: hash };
const by = { subjectId: 'officer' };
const profile = 'competencyProfile-a';

const beginning: readonly Line[] = [
  [
    'policy-agency',
    PolicyVersionAdopted.of({
      version: 'p-2026',
      effectiveFrom: '2026-01-01',
      figures: indonesia2026.figures,
      legalBasis: 'rekaan',
      decree,
      adoptedBy: by,
    }),
  ],
  [
    'competencyStandard-s',
    CompetencyStandardEstablished.of({
      positionKind: 'pelaksana',
      position: 'Pengadministrasi',
      version: 1,
      items: [
        { competency: 'M05', requiredLevel: 3 },
        { competency: 'M01', requiredLevel: 2 },
      ],
      effectiveFrom: '2026-01-01',
      decree,
      establishedBy: by,
    }),
  ],
  ['employee-a', EmployeeRegistered.of({ kind: 'pns', numberHash: hash, registeredBy: by })],
  [
    'employee-a',
    EmployeePlaced.of({
      position: 'Pengadministrasi',
      positionKind: 'pelaksana',
      standardId: 's',
      unitId: 'loket',
      from: '2026-01-05',
      decree,
      placedBy: by,
    }),
  ],
];

const assessed = (
  assessmentId: string,
  competency: string,
  level: number,
  assessedOn: string,
  more: { method?: 'test' | 'self'; validUntil?: string } = {},
) =>
  CompetencyAssessed.of({
    assessmentId,
    competency,
    level,
    method: more.method ?? 'test',
    assessedOn,
    evidence: [],
    ...(more.validUntil !== undefined && { validUntil: more.validUntil }),
    assessedBy: by,
  });

const credited = (activityDate: string, jpRaw: number, jpCredited: number) =>
  JpCredited.of({
    employeeId: 'a',
    year: Number(activityDate.slice(0, 4)),
    source: { kind: 'batch', batchId: `b-${activityDate}` },
    form: 'KL03',
    activityDate,
    jpRaw,
    jpCredited,
    verifiedBy: by,
  });

async function personOn(
  lines: readonly Line[],
  on: string,
  limits: Omit<AsOf, 'effective'> = {},
): Promise<PersonView | undefined> {
  const history = await competencyHistory(await storeOf(lines));
  return history.asOf({ effective: on, ...limits }).person('a');
}

const levelOf = (person: PersonView | undefined, competency: string) =>
  person?.levels.find((line) => line.competency === competency);

describe('levels against the standard', () => {
  it('show the standard of the position, the latest assessment by somebody else, and the gap', async () => {
    const person = await personOn(
      [
        ...beginning,
        [profile, assessed('1', 'M05', 1, '2026-01-10')],
        [profile, assessed('2', 'M05', 2, '2026-03-10')],
      ],
      '2026-06-30',
    );
    expect(levelOf(person, 'M05')).toMatchObject({ required: 3, actual: 2, gap: 1, by: { on: '2026-03-10' } });
    expect(levelOf(person, 'M01')).toMatchObject({ required: 2, actual: null, gap: 2, by: null });
  });

  it('never rise by a self-assessment, which is shown apart (R06)', async () => {
    const person = await personOn(
      [...beginning, [profile, assessed('1', 'M05', 5, '2026-02-01', { method: 'self' })]],
      '2026-06-30',
    );
    expect(levelOf(person, 'M05')).toMatchObject({ actual: null, gap: 3, self: 5 });
  });

  it('lapse when the assessment is no longer valid, on the day after its last day', async () => {
    const lines = [
      ...beginning,
      [profile, assessed('1', 'M05', 3, '2026-02-01', { validUntil: '2026-05-31' })],
    ] as const;
    expect(levelOf(await personOn(lines, '2026-05-31'), 'M05')?.actual).toBe(3);
    expect(levelOf(await personOn(lines, '2026-06-01'), 'M05')?.actual).toBeNull();
  });

  it('are those of the day that is asked for', async () => {
    const lines = [...beginning, [profile, assessed('1', 'M05', 3, '2026-04-01')]] as const;
    expect(levelOf(await personOn(lines, '2026-03-31'), 'M05')?.actual).toBeNull();
    expect(levelOf(await personOn(lines, '2026-04-01'), 'M05')?.actual).toBe(3);
  });
});

describe('JP of a year', () => {
  it('sum what was credited and say what the caps took and what is missing to the minimum of the policy', async () => {
    const person = await personOn(
      [
        ...beginning,
        ['jpLedger-a-2026', credited('2026-03-12', 1000, 1000)],
        ['jpLedger-a-2026', credited('2026-04-12', 600, 400)],
        ['jpLedger-a-2025', credited('2025-12-30', 900, 900)],
      ],
      '2026-12-31',
    );
    expect(person?.jp).toEqual({
      year: 2026,
      credited: 1400,
      raw: 1600,
      lostToCaps: 200,
      minimum: 2000,
      shortfall: 600,
      policyVersion: 'p-2026',
    });
  });

  it('reach the minimum exactly at 20 JP', async () => {
    const person = await personOn(
      [...beginning, ['jpLedger-a-2026', credited('2026-03-12', 2000, 2000)]],
      '2026-12-31',
    );
    expect(person?.jp.shortfall).toBe(0);
  });

  it('count no credit that was reversed', async () => {
    const reversed: Line = [
      'jpLedger-a-2026',
      credited('2026-03-12', 2000, 0),
      { corrects: { eventId: historyEventId('jpLedger-a-2026', 0), reason: 'sertifikat dicabut' } },
    ];
    const person = await personOn(
      [...beginning, ['jpLedger-a-2026', credited('2026-03-12', 2000, 2000)], reversed],
      '2026-12-31',
    );
    expect(person?.jp).toMatchObject({ credited: 0, raw: 2000 });
  });

  it('have no minimum for a PPPK, who has a ceiling', async () => {
    const contract = { from: '2026-01-01', to: '2026-12-31' };
    const person = await personOn(
      [
        ...beginning.slice(0, 2),
        ['employee-a', EmployeeRegistered.of({ kind: 'pppk', numberHash: hash, contract, registeredBy: by })],
      ],
      '2026-12-31',
    );
    expect(person?.jp).toMatchObject({ minimum: null, shortfall: null });
  });
});

describe('the day', () => {
  const certificate = (validUntil: string): Line => [
    'certificate-c',
    CertificateIssued.of({
      employeeId: 'a',
      programId: 'p',
      batchId: 'b',
      number: 'C/1',
      issuer: 'Balai (rekaan)',
      form: 'KL03',
      jp: 2000,
      period: { from: '2026-03-10', to: '2026-03-12' },
      documentHash: hash,
      validUntil,
      issuedBy: by,
    }),
  ];

  it('decides from when until when a certificate holds, both days included', async () => {
    const lines = [...beginning, certificate('2026-08-31')];
    const valid = async (on: string) => (await personOn(lines, on))?.certificates.map((one) => one.valid);
    // Before the last day of the training there is none.
    expect([await valid('2026-03-11'), await valid('2026-03-12')]).toEqual([[], [true]]);
    expect([await valid('2026-08-31'), await valid('2026-09-01')]).toEqual([[true], [false]]);
  });

  it('decides which credits count, that of the day included', async () => {
    const lines: readonly Line[] = [...beginning, ['jpLedger-a-2026', credited('2026-03-12', 1000, 1000)]];
    expect((await personOn(lines, '2026-03-11'))?.jp.credited).toBe(0);
    expect((await personOn(lines, '2026-03-12'))?.jp.credited).toBe(1000);
  });

  it('knows no minimum before the first policy, and no placement before the first', async () => {
    expect(await personOn(beginning, '2025-12-31')).toMatchObject({
      placement: null,
      levels: [],
      jp: { minimum: null, shortfall: null, policyVersion: null },
    });
  });

  it('does not count a level of which a correction says that it was assessed earlier and lower', async () => {
    const corrects = { corrects: { eventId: historyEventId(profile, 0), reason: 'tanggal tertukar' } };
    const lines: readonly Line[] = [
      ...beginning,
      [profile, assessed('1', 'M05', 3, '2026-03-10')],
      [profile, assessed('1', 'M05', 1, '2026-02-10'), corrects],
    ];
    expect(levelOf(await personOn(lines, '2026-06-30'), 'M05')?.actual).toBe(1);
  });
});

// A certificate of March is entered in September; an assessment of February is corrected in August.
const late: readonly Line[] = [
  ...beginning.map(([stream, event]): Line => [stream, event, { recordedAt: '2026-01-06T02:00:00.000Z' }]),
  [profile, assessed('1', 'M05', 3, '2026-02-10'), { recordedAt: '2026-02-10T02:00:00.000Z' }],
  [
    profile,
    assessed('1', 'M05', 1, '2026-02-10'),
    {
      occurredAt: '2026-02-10T02:00:00.000Z',
      recordedAt: '2026-08-03T02:00:00.000Z',
      corrects: { eventId: historyEventId(profile, 0), reason: 'lembar tertukar' },
    },
  ],
  [
    'certificate-c',
    CertificateIssued.of({
      employeeId: 'a',
      programId: 'p',
      batchId: 'b',
      number: 'C/1',
      issuer: 'Balai (rekaan)',
      form: 'KL03',
      jp: 2000,
      period: { from: '2026-03-10', to: '2026-03-12' },
      documentHash: hash,
      issuedBy: by,
    }),
    { occurredAt: '2026-03-12T09:00:00.000Z', recordedAt: '2026-09-14T02:00:00.000Z' },
  ],
  [
    'jpLedger-a-2026',
    credited('2026-03-12', 2000, 2000),
    { occurredAt: '2026-03-12T09:00:00.000Z', recordedAt: '2026-09-14T02:00:01.000Z' },
  ],
];
const endOfJune = '2026-06-30T16:59:59.999Z';

describe('two clocks', () => {
  it('what was believed on 30 June: the uncorrected level, and no JP', async () => {
    const person = await personOn(late, '2026-06-30', { recorded: endOfJune });
    expect(levelOf(person, 'M05')?.actual).toBe(3);
    expect(person?.certificates).toEqual([]);
    expect(person?.jp).toMatchObject({ credited: 0, shortfall: 2000 });
  });

  it('what was true on 30 June, as is known today: the corrected level, and the JP of March', async () => {
    const person = await personOn(late, '2026-06-30');
    expect(levelOf(person, 'M05')?.actual).toBe(1);
    expect(person?.certificates.map(({ number, valid }) => [number, valid])).toEqual([['C/1', true]]);
    expect(person?.jp).toMatchObject({ credited: 2000, shortfall: 0 });
  });

  it('a corrected record stays in the history, with the event that corrected it', async () => {
    const { assessments, timeline } = (await personOn(late, '2026-12-31')) ?? {};
    expect(assessments?.map(({ level, correctedBy }) => [level, correctedBy])).toEqual([
      [3, historyEventId(profile, 1)],
      [1, null],
    ]);
    expect(timeline?.find(({ corrects }) => corrects !== undefined)?.corrects).toEqual({
      eventId: historyEventId(profile, 0),
      reason: 'lembar tertukar',
    });
  });

  it('the timeline stands in the order in which things were true', async () => {
    const person = await personOn(late, '2026-12-31');
    const moments = person?.timeline.map(({ occurredAt }) => occurredAt) ?? [];
    expect(moments).toEqual([...moments].sort());
    expect(person?.timeline.at(-1)?.type).toBe('JpCredited');
  });
});

describe('mentoring', () => {
  it('shows both sides of a mentorship, with what was confirmed and what was disputed', async () => {
    const pair = { mentorId: 'm', menteeId: 'a' };
    const session = (sessionId: string, date: string) =>
      MentoringSessionRecorded.of({
        ...pair,
        sessionId,
        date,
        minutes: 60,
        topicCodes: ['arsip'],
        goalProgress: [],
        recordedBy: { subjectId: 'm' },
      });
    const confirmed = (sessionId: string, date: string, agreed: boolean) =>
      MentoringSessionConfirmed.of({ ...pair, sessionId, date, agreed, confirmedBy: { subjectId: 'a' } });
    const lines: readonly Line[] = [
      [
        'mentorship-x',
        MentorshipProposed.of({
          ...pair,
          kind: 'mentoring',
          competencies: ['M05'],
          goals: [{ goalId: 'g', topicCode: 'arsip' }],
          period: { from: '2026-02-01', to: '2026-07-31' },
          proposedBy: by,
        }),
      ],
      ['mentorship-x', session('1', '2026-02-10')],
      ['mentorship-x', session('2', '2026-02-20')],
      ['mentorship-x', confirmed('1', '2026-02-10', true)],
      ['mentorship-x', confirmed('2', '2026-02-20', false)],
    ];
    const history = (await competencyHistory(await storeOf(lines))).asOf({ effective: '2026-12-31' });
    expect((await history.person('a'))?.mentoring).toMatchObject([
      { role: 'mentee', otherId: 'm', sessions: [{ status: 'confirmed' }, { status: 'disputed' }] },
    ]);
    expect((await history.person('m'))?.mentoring).toMatchObject([{ role: 'mentor', otherId: 'a' }]);
  });
});

describe('asking', () => {
  it('tells up to which position the events were filed', async () => {
    const store = await storeOf(beginning);
    expect(await (await competencyHistory(store)).position()).toBe(await store.head());
    expect(await (await competencyHistory(memoryStore())).position()).toBeNull();
  });

  it('lists everybody who was registered, placed or named as a mentor or a mentee, by id', async () => {
    const pair = mentorship('x', 'm', 'c');
    const lines = [
      ...pns('b', 'loket'),
      ...beginning,
      placed('d', 'loket'),
      pair.proposed,
      separated('z', '2026-05-01'),
    ];
    expect(await (await competencyHistory(await storeOf(lines))).people()).toEqual(['a', 'b', 'c', 'd', 'm']);
    expect(await (await competencyHistory(memoryStore())).people()).toEqual([]);
  });

  it('knows nobody of whom no event tells', async () => {
    const history = await competencyHistory(await storeOf(beginning));
    expect(await history.asOf({ effective: '2026-01-01' }).person('nobody')).toBeUndefined();
  });

  it('knows nobody of whom nothing was known yet', async () => {
    const history = await competencyHistory(await storeOf(late));
    const before = history.asOf({ effective: '2026-12-31', recorded: '2026-01-06T01:59:59.999Z' });
    expect(await before.person('a')).toBeUndefined();
    const then = history.asOf({ effective: '2026-12-31', recorded: '2026-01-06T02:00:00.000Z' });
    expect(await then.person('a')).toMatchObject({ kind: 'pns' });
  });

  it('refuses a day that is none, and a moment that is none', async () => {
    const history = await competencyHistory(await storeOf(beginning));
    expect(() => history.asOf({ effective: '31-12-2026' })).toThrow(RangeError);
    expect(() => history.asOf({ effective: '2026-12-31', recorded: '2026-12-31' })).toThrow(
      expect.objectContaining({ code: 'invalid-context' }),
    );
  });
});
