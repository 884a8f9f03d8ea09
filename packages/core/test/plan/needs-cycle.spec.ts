import type { Command, DomainEvent } from '@pembinaan/event-sourcing';
import { describeLaws, type Given, given } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorityState } from '../../src/governance/authority/index.js';
import { POLICY, PolicyVersionAdopted, policyState } from '../../src/governance/policy/index.js';
import { NeedsCycleOpened, needsCycle, needsCycleId, OpenNeedsCycle } from '../../src/plan/needs-cycle/index.js';
import { adoption, foundAgency, granted, inOffice, lawData, PPK, underPolicy } from '../governance/fixtures.js';
import { by, cycleOpened } from './fixtures.js';

const CYCLE = { id: 'kota-2026' };
const wish = { agencyId: 'kota', year: 2026, startsOn: '2026-01-05' };
const begun = given(needsCycle, [], CYCLE);

/** The seven steps of AKPK from Monday, 5 January 2026, without holidays. */
const STEPS = [
  { step: 'collectData', workingDays: 4, due: '2026-01-08' },
  { step: 'inventory', workingDays: 10, due: '2026-01-22' },
  { step: 'verify', workingDays: 7, due: '2026-02-02' },
  { step: 'validate', workingDays: 2, due: '2026-02-04' },
  { step: 'enter', workingDays: 6, due: '2026-02-12' },
  { step: 'verifyFurther', workingDays: 3, due: '2026-02-17' },
  { step: 'meetOneOnOne', workingDays: 10, due: '2026-03-03' },
] as const;

const figure = <V>(value: V) => ({ value, basis: 'Set by the agency', certainty: 'agency' as const });
type Figures = Partial<Parameters<typeof PolicyVersionAdopted.of>[0]['figures']>;

/** BKPSDM acts under a policy with some other figures. */
const under = <S, E extends DomainEvent, C extends Command>(start: Given<S, E, C>, figures: Figures): Given<S, E, C> =>
  start
    .and(policyState, POLICY, [
      PolicyVersionAdopted.of({
        ...adoption,
        figures: { ...adoption.figures, ...figures },
        adoptedBy: { subjectId: 'ppk-1' },
      }),
    ])
    .and(authorityState, 'authority-bkpsdm', [granted('bkpsdm')])
    .as('bkpsdm-1', { authorityId: 'authority-bkpsdm' });
const duesUnder = async (figures: Figures, startsOn = '2026-01-05') => {
  const handled = await under(begun, figures)
    .when(OpenNeedsCycle({ ...wish, startsOn }))
    .handled();
  if (!handled.accepted) expect.fail(handled.rejection.message.en);
  const [opened] = handled.events;
  return { startsOn: opened?.data.startsOn, dues: opened?.data.steps.map(({ due }) => due) };
};
const withHolidays = (...dates: readonly string[]): Figures => ({
  holidays: figure({ years: [2026], days: dates.map((date) => ({ date, name: 'Libur' })) }),
});
const steps = (...workingDays: readonly number[]): Figures => ({
  'needs.cycle.steps': figure(
    STEPS.slice(0, workingDays.length).map(({ step }, index) => ({ step, workingDays: workingDays[index] ?? 1 })),
  ),
});

describe('OpenNeedsCycle', () => {
  it.each(['ppk', 'pyb', 'bkpsdm'] as const)('R01 accepts the %s, and dates the seven steps', async (role) => {
    await inOffice(begun, role)
      .when(OpenNeedsCycle(wish))
      .then([NeedsCycleOpened.of({ ...wish, steps: [...STEPS], openedBy: by(`${role}-1`) })]);
  });

  it.each(['opd', 'inspektorat'] as const)('R01 refuses the %s', async (role) => {
    await inOffice(begun, role).when(OpenNeedsCycle(wish)).thenRefused('R01', 'wrongRole');
  });

  it('R01 refuses who has no authority', () =>
    underPolicy(begun).when(OpenNeedsCycle(wish)).thenRefused('R01', 'noAuthority'));

  it('G01 refuses a cycle before there is a policy, which gives the steps', () =>
    begun
      .and(authorityState, 'authority-ppk', [granted('ppk')])
      .as('ppk-1', { authorityId: 'authority-ppk' })
      .when(OpenNeedsCycle(wish))
      .thenRefused('G01', 'noPolicy'));

  it('G02 refuses a second cycle of one agency and year', () =>
    inOffice(given(needsCycle, [cycleOpened()], CYCLE), 'bkpsdm')
      .when(OpenNeedsCycle(wish))
      .thenRefused('G02', 'alreadyExists'));

  it.each(['kota-2027', 'kabupaten-2026', 'another'])(
    'G02 refuses the stream %s, which is not that of the agency and year',
    async (id) => {
      await inOffice(given(needsCycle, [], { id }), 'bkpsdm')
        .when(OpenNeedsCycle(wish))
        .thenRefused('G02', 'mismatch');
    },
  );

  it('G02 accepts the cycle of another year beside it', () =>
    inOffice(given(needsCycle, [], { id: needsCycleId('kota', 2027) }), 'bkpsdm')
      .when(OpenNeedsCycle({ ...wish, year: 2027 }))
      .thenState((cycle) => expect(cycle).toMatchObject({ status: 'open', year: 2027 })));
});

describe('the last days of the steps', () => {
  it('count the first working day from the start as day 1 of the first step', async () => {
    expect(await duesUnder(steps(1))).toEqual({ startsOn: '2026-01-05', dues: ['2026-01-05'] });
    expect(await duesUnder(steps(2))).toEqual({ startsOn: '2026-01-05', dues: ['2026-01-06'] });
  });

  it.each(['2026-01-03', '2026-01-04'])('begin on Monday for a start on the weekend (%s)', async (startsOn) => {
    expect(await duesUnder(steps(1, 1), startsOn)).toEqual({
      startsOn: '2026-01-05',
      dues: ['2026-01-05', '2026-01-06'],
    });
  });

  it('begin on the next working day for a start on a holiday', async () =>
    expect(await duesUnder({ ...steps(1, 1), ...withHolidays('2026-01-05', '2026-01-06') })).toEqual({
      startsOn: '2026-01-07',
      dues: ['2026-01-07', '2026-01-08'],
    }));

  it('lie the later for each holiday on the way, and no earlier step is moved', async () =>
    // One holiday in the second step, one in the fourth.
    expect((await duesUnder(withHolidays('2026-01-16', '2026-02-04'))).dues).toEqual([
      '2026-01-08',
      '2026-01-23',
      '2026-02-03',
      '2026-02-06',
      '2026-02-16',
      '2026-02-19',
      '2026-03-05',
    ]));

  it('count Saturdays where the agency works six days', async () =>
    expect((await duesUnder({ ...steps(6, 1), 'calendar.workweek': figure([1, 2, 3, 4, 5, 6]) })).dues).toEqual([
      '2026-01-10',
      '2026-01-12',
    ]));

  it('follow the steps of the policy', async () =>
    expect((await duesUnder(steps(3, 2, 1))).dues).toEqual(['2026-01-07', '2026-01-09', '2026-01-12']));

  it('go into the next year', async () =>
    expect((await duesUnder(steps(4, 3), '2026-12-28')).dues).toEqual(['2026-12-31', '2027-01-05']));
});

describeLaws('a needs cycle', needsCycle, {
  override: lawData,
  actors: [PPK],
  setUp: foundAgency,
  commands: {
    OpenNeedsCycle: fc.record({
      agencyId: fc.constantFrom('law', 'kota'),
      year: fc.constantFrom(2026, 2027),
      startsOn: fc.constantFrom('2026-01-05', '2026-01-10'),
    }),
  },
  runs: 20,
  maxCommands: 5,
});
