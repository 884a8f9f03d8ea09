import {
  DevelopmentNeedDeclined,
  DevelopmentNeedLeftUnserved,
  DevelopmentNeedProposed,
  DevelopmentNeedValidated,
  DevelopmentNeedVerified,
  DevelopmentPlanDrafted,
  DevelopmentPlanEstablished,
  DevelopmentPlanRevised,
  ParticipantNominated,
  PlanItemAdded,
  PlanItemRemoved,
  ProgramDesigned,
} from '@pembinaan/core';
import { describe, expect, it } from 'vitest';
import { planAndOutcome } from '../../src/index.js';
import {
  ask,
  assessed,
  batchCancelled,
  by,
  cameBack,
  confirmed,
  credited,
  declined,
  decree,
  hash,
  type Line,
  outcome,
  placed,
  pns,
  policy,
  sentTo,
  standard,
} from '../fixtures.js';

const ON = '2026-12-31';
const START = '2026-01-10T02:00:00.000Z';

type Target = Parameters<typeof DevelopmentNeedProposed.of>[0]['target'];
const ofPerson = (employeeId: string): Target => ({ kind: 'employee', employeeId });

const proposed = (needId: string, target: Target, more: { occurredAt?: string; year?: number } = {}): Line => [
  `developmentNeed-${needId}`,
  DevelopmentNeedProposed.of({
    year: more.year ?? 2026,
    origin: { kind: 'gap', ref: 'gap-M05' },
    target,
    competency: 'M05',
    form: 'KL03',
    jp: 1500,
    estimatedCost: 0,
    proposedBy: by,
  }),
  { occurredAt: more.occurredAt ?? START },
];
const verified = (needId: string): Line => [
  `developmentNeed-${needId}`,
  DevelopmentNeedVerified.of({ checklist: [{ item: 'lengkap', met: true }], verifiedBy: by }),
  { occurredAt: START },
];
const returned = (needId: string): Line => [
  `developmentNeed-${needId}`,
  DevelopmentNeedDeclined.of({ kind: 'returned', reason: { code: 'incomplete' }, declinedBy: by }),
  { occurredAt: START },
];
const validated = (needId: string): Line => [
  `developmentNeed-${needId}`,
  DevelopmentNeedValidated.of({ priority: 'high', validatedBy: by }),
  { occurredAt: START },
];
const unserved = (needId: string): Line => [
  `developmentNeed-${needId}`,
  DevelopmentNeedLeftUnserved.of({ programId: 'p', flaggedBy: by }),
  { occurredAt: START },
];

const item = (itemId: string, needIds: readonly string[], jp = 1200) => ({
  itemId,
  needIds: [...needIds],
  form: 'KL03' as const,
  target: 'individual' as const,
  participantsPlanned: 5,
  jp,
  cost: 0,
  impactIndicator: 'waktu tunggu',
  learningModel: 'formal10' as const,
});
const plan = (planId: string, year: number, ...items: ReturnType<typeof item>[]): readonly Line[] => [
  [
    `developmentPlan-${planId}`,
    DevelopmentPlanDrafted.of({ year, agencyId: 'kota', draftedBy: by }),
    { occurredAt: START },
  ],
  ...items.map(
    (one): Line => [`developmentPlan-${planId}`, PlanItemAdded.of({ item: one, addedBy: by }), { occurredAt: START }],
  ),
];
const established = (planId: string, occurredAt = START): Line => [
  `developmentPlan-${planId}`,
  DevelopmentPlanEstablished.of({
    contentHash: hash,
    decree,
    validity: { from: '2026-01-01', to: '2026-12-31' },
    establishedBy: by,
  }),
  { occurredAt },
];
const revised = (planId: string, changes: Parameters<typeof DevelopmentPlanRevised.of>[0]['changes']): Line => [
  `developmentPlan-${planId}`,
  DevelopmentPlanRevised.of({
    causes: [{ kind: 'budget', ref: 'dpa' }],
    changes,
    contentHash: hash,
    decree,
    revisedBy: by,
  }),
  { occurredAt: START },
];
const fromPlan = (planId: string, itemId: string): Line => [
  'program-p',
  ProgramDesigned.of({
    name: 'Pelayanan',
    track: 'full',
    planItem: { planId, itemId },
    form: 'KL03',
    competencies: [{ code: 'M05', targetLevel: 3 }],
    jp: 1000,
    estimatedCost: 0,
    needsLeaveOfDuty: false,
    certificate: 'attendance',
    passMark: 7000,
    maxAttempts: 3,
    valueTags: [],
    designedBy: by,
  }),
];
const nominatedFor = (needId: string | undefined, batchId: string, person: string, from: string): Line => [
  `batch-${batchId}`,
  ParticipantNominated.of({
    programId: 'p',
    employeeId: person,
    ...(needId !== undefined && { needId }),
    period: { from, to: from },
    nominatedBy: by,
  }),
  { occurredAt: START },
];
const sentFor = (needId: string, id: string, person: string, from: string, to: string): Line => {
  const [stream, event] = sentTo(id, person, from, to, 2000, { needId });
  return [stream, event, { occurredAt: START }];
};
const now = ([stream, event]: Line): Line => [stream, event, { occurredAt: START }];

const office = [policy(), standard('s', { M05: 3 }), ...pns('a', 'loket'), proposed('n1', ofPerson('a'))];
const accepted = [...office, verified('n1'), validated('n1')];
const planned = [...accepted, ...plan('r26', 2026, item('i1', ['n1'])), established('r26'), fromPlan('r26', 'i1')];
const batch = (batchId: string) => ({ source: { kind: 'batch', batchId } }) as const;

const only = async (lines: readonly Line[], on = ON) => (await ask(planAndOutcome, lines, on))[0];
const status = async (lines: readonly Line[], on = ON) => (await only(lines, on))?.status;

describe('PlanAndOutcome', () => {
  it('tells of a need what was planned, what was credited, and whether the gap was closed', async () => {
    const lines = [
      ...planned,
      assessed('a', 'M05', 2, '2026-01-05'),
      nominatedFor('n1', 'b1', 'a', '2026-03-02'),
      now(confirmed('b1', 'a', '2026-03-02', '2026-03-03')),
      now(outcome('b1', 'a', 'completed')),
      credited('a', '2026-03-03', 1000, batch('b1')),
      credited('a', '2026-04-03', 700, batch('b9')),
      assessed('a', 'M05', 3, '2026-06-01'),
    ];
    expect(await ask(planAndOutcome, lines, ON)).toEqual([
      {
        unitId: 'loket',
        employeeId: 'a',
        needId: 'n1',
        year: 2026,
        origin: 'gap',
        competency: 'M05',
        form: 'KL03',
        proposedOn: '2026-01-10',
        status: 'completed',
        planId: 'r26',
        planItemId: 'i1',
        jpNeeded: 1500,
        jpPlanned: 1200,
        jpCredited: 1000,
        trainings: 1,
        levelRequired: 3,
        levelBefore: 2,
        levelAfter: 3,
        gapClosed: true,
      },
    ]);
    expect(await only(lines, '2026-05-31')).toMatchObject({ levelBefore: 2, levelAfter: 2, gapClosed: false });
    expect(await only(lines, '2026-03-02')).toMatchObject({ jpCredited: 0 });
  });

  it('follows a need until it is planned', async () => {
    expect(await status(office)).toBe('proposed');
    expect(await status([...office, verified('n1')])).toBe('verified');
    expect(await status([...office, verified('n1'), returned('n1')])).toBe('declined');
    expect(await status([...office, returned('n1'), proposed('n1', ofPerson('a'))])).toBe('proposed');
    expect(await status(accepted)).toBe('validated');
    expect(await status(planned)).toBe('planned');
  });

  it('is not planned by a plan that is a draft, nor by an item that was taken out', async () => {
    const draft = [...accepted, ...plan('r26', 2026, item('i1', ['n1']))];
    expect(await only(draft)).toMatchObject({ status: 'validated', planId: null, planItemId: null, jpPlanned: null });
    const later = [...draft, established('r26', '2026-02-10T02:00:00.000Z')];
    expect(await status(later, '2026-02-09')).toBe('validated');
    expect(await status(later, '2026-02-10')).toBe('planned');
    const reason = { code: 'noBudget' as const };
    const out: Line = [
      'developmentPlan-r26',
      PlanItemRemoved.of({ itemId: 'i1', reason, removedBy: by }),
      { occurredAt: START },
    ];
    expect(await status([...draft, out, established('r26')])).toBe('validated');
    expect(await status([...planned, revised('r26', [{ kind: 'remove', itemId: 'i1', reason }])])).toBe('validated');
    const taken = revised('r26', [{ kind: 'add', item: item('i2', ['n1'], 800) }]);
    expect(await only([...accepted, ...plan('r26', 2026), established('r26'), taken])).toMatchObject({
      status: 'planned',
      planItemId: 'i2',
      jpPlanned: 800,
    });
  });

  it('names the item of the latest plan', async () => {
    const again = [...plan('r25', 2025, item('i0', ['n1'], 500)), established('r25')];
    expect(await only([...planned, ...again])).toMatchObject({ planId: 'r26', jpPlanned: 1200 });
  });

  it('follows a training from the nomination to its outcome', async () => {
    const chosen = [...planned, nominatedFor('n1', 'b1', 'a', '2026-03-02')];
    expect(await status(chosen)).toBe('nominated');
    const sure = [...chosen, now(confirmed('b1', 'a', '2026-03-02', '2026-03-03'))];
    expect(await status(sure, '2026-03-01')).toBe('nominated');
    expect(await status(sure, '2026-03-02')).toBe('inTraining');
    expect(await status([...sure, now(outcome('b1', 'a', 'notCompleted'))])).toBe('notCompleted');
    expect(await status([...sure, now(outcome('b1', 'a', 'withdrawn'))])).toBe('notCompleted');
    expect(await status([...sure, now(outcome('b1', 'a', 'completed'))])).toBe('completed');
  });

  it('goes back to what was planned when a nomination came to nothing', async () => {
    const chosen = [...planned, nominatedFor('n1', 'b1', 'a', '2026-03-02')];
    expect(await only([...chosen, now(declined('b1', 'a'))])).toMatchObject({ status: 'planned', trainings: 1 });
    expect(await status([...chosen, now(batchCancelled('b1', 'a'))])).toBe('planned');
  });

  it('is unserved once the programme was cancelled, until another serves it', async () => {
    const lost = [
      ...planned,
      nominatedFor('n1', 'b1', 'a', '2026-03-02'),
      now(batchCancelled('b1', 'a')),
      unserved('n1'),
    ];
    expect(await status(lost)).toBe('unserved');
    expect(await status([...lost, nominatedFor('n1', 'b2', 'a', '2026-08-02')])).toBe('nominated');
  });

  it('follows learning at a workplace for the need', async () => {
    const sent = [...accepted, sentFor('n1', 'w1', 'a', '2026-05-01', '2026-05-31')];
    expect(await status(sent, '2026-04-30')).toBe('nominated');
    expect(await status(sent, '2026-05-01')).toBe('inTraining');
    expect(await status([...sent, cameBack('w1', 'a', '2026-05-20', 'stopped')])).toBe('notCompleted');
    const source = { kind: 'workplace', workplaceLearningId: 'w1' } as const;
    const back = [
      ...sent,
      cameBack('w1', 'a', '2026-06-02', 'completed'),
      credited('a', '2026-05-31', 2000, { source }),
    ];
    expect(await only(back)).toMatchObject({ status: 'completed', jpCredited: 2000 });
  });

  it('takes a nomination that names no need for the needs behind the programme, and one that names one for that alone', async () => {
    const two = [
      ...accepted,
      proposed('n2', ofPerson('a')),
      ...plan('r26', 2026, item('i1', ['n1', 'n2'])),
      established('r26'),
      fromPlan('r26', 'i1'),
    ];
    const statuses = async (lines: readonly Line[]) =>
      (await ask(planAndOutcome, lines, ON)).map(({ needId, status: one }) => [needId, one]);
    expect(await statuses([...two, nominatedFor(undefined, 'b1', 'a', '2026-03-02')])).toEqual([
      ['n1', 'nominated'],
      ['n2', 'nominated'],
    ]);
    expect(await statuses([...two, nominatedFor('n2', 'b1', 'a', '2026-03-02')])).toEqual([
      ['n1', 'planned'],
      ['n2', 'nominated'],
    ]);
    // What came of an item stays, though the item was taken out since.
    const out = revised('r26', [{ kind: 'remove', itemId: 'i1', reason: { code: 'noBudget' } }]);
    expect(await statuses([...two, nominatedFor(undefined, 'b1', 'a', '2026-03-02'), out])).toEqual([
      ['n1', 'nominated'],
      ['n2', 'nominated'],
    ]);
  });

  it('knows no gap where nothing is required or nothing was missing', async () => {
    expect(await only([policy(), ...office.slice(2)])).toMatchObject({ levelRequired: null, gapClosed: null });
    expect(await only([...office, assessed('a', 'M05', 4, '2026-01-05')])).toMatchObject({
      levelBefore: 4,
      gapClosed: null,
    });
    expect(await only(office)).toMatchObject({ levelBefore: null, levelAfter: null, gapClosed: null });
  });

  it('leaves out needs of units, and one that was proposed anew for somebody else', async () => {
    const ofUnit = proposed('n2', { kind: 'unit', unitId: 'loket' });
    const lines = [...office, ...pns('b', 'loket'), ofUnit, returned('n1'), proposed('n1', ofPerson('b'))];
    expect((await ask(planAndOutcome, lines, ON)).map(({ employeeId, needId }) => [employeeId, needId])).toEqual([
      ['b', 'n1'],
    ]);
  });

  it('lists by unit, person and year, in the unit of the day, and can be asked about a period', async () => {
    const lines = [
      ...office,
      proposed('n0', ofPerson('a'), { year: 2027, occurredAt: '2026-06-01T02:00:00.000Z' }),
      ...pns('b', 'arsip'),
      proposed('n3', ofPerson('b')),
      placed('a', 'tata-usaha', { from: '2026-02-01' }),
    ];
    expect((await ask(planAndOutcome, lines, ON)).map(({ unitId, needId }) => [unitId, needId])).toEqual([
      ['arsip', 'n3'],
      ['tata-usaha', 'n1'],
      ['tata-usaha', 'n0'],
    ]);
    const period = { from: '2026-05-01', to: '2026-06-30' };
    expect(await ask(planAndOutcome, lines, ON, { period })).toMatchObject([{ needId: 'n0' }]);
    expect((await ask(planAndOutcome, lines, '2026-05-31')).map(({ needId }) => needId)).toEqual(['n3', 'n1']);
  });
});
