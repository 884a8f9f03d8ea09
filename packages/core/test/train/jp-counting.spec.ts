import { given } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import type { JpCap, JpRule } from '../../src/governance/policy/index.js';
import { batchState } from '../../src/train/batch/index.js';
import { capped, counted } from '../../src/train/jp-ledger/counting.js';
import { CreditJp, JpCredited, jpLedger, jpRuleFor } from '../../src/train/jp-ledger/index.js';
import { type DevelopmentForm, developmentForms, Jp, LocalDate } from '../../src/values/index.js';
import { underPolicy } from '../governance/fixtures.js';
import { attended, figures, outcome, scheduled, takesPart } from './fixtures.js';

const day = (text: string) => LocalDate.parse(text);

/** Two days, of an hour and a half and of three quarters of an hour, in a programme of 20 JP. */
const twoDays = {
  date: day('2026-05-12'),
  programJp: Jp.parse(2000),
  meetings: [
    { date: day('2026-05-11'), minutes: 90 },
    { date: day('2026-05-12'), minutes: 45 },
  ],
  mentorId: undefined,
};
const rawOf = (rule: JpRule, details: Partial<Parameters<typeof counted>[0]> = {}) =>
  counted({ ...twoDays, form: rule.form, international: false, ...details }, rule);
const sum = (parts: readonly { readonly jpRaw: number }[] | undefined) =>
  parts?.reduce((total, { jpRaw }) => total + jpRaw, 0);

/** JP hundredths of {@link twoDays} by the default table: at home, and abroad. */
const table: readonly (readonly [DevelopmentForm, number, number])[] = [
  ['KL01', 2000, 2400],
  ['KL02', 2000, 2400],
  ['KL03', 2000, 2400],
  ['KL04', 2000, 2400],
  ['KL05', 2000, 2400],
  ['KL06', 800, 800],
  ['KL07', 1000, 1000],
  ['KL08', 2000, 2000],
  ['KL09', 2000, 2000],
  ['KL10', 2000, 2000],
  ['KL11', 800, 800],
  ['KL12', 2000, 2000],
  ['NKL01', 400, 400],
  ['NKL02', 400, 400],
  ['NKL03', 300, 360],
  ['NKL04', 2000, 2400],
  ['NKL05', 2000, 2400],
  ['NKL06', 2000, 2400],
  ['NKL07', 1000, 1000],
  ['NKL08', 2000, 2400],
  ['NKL09', 300, 300],
  ['NKL10', 300, 360],
  ['NKL11', 400, 480],
  ['NKL12', 2000, 2400],
  ['NKL13', 2000, 2000],
];

const ruleOf = (form: DevelopmentForm): JpRule => {
  const rule = jpRuleFor(form, figures);
  if (rule === undefined) throw new Error(`The default table lacks ${form}.`);
  return rule;
};

describe('R22 and the default table', () => {
  it('has a rule for each of the 25 forms of LAN 10/2018', () => {
    expect(table.map(([form]) => form)).toEqual(Object.keys(developmentForms));
  });

  it.each(table)('counts %s at home as %i and abroad as %i hundredths', (form, home, abroad) => {
    expect(sum(rawOf(ruleOf(form)))).toBe(home);
    expect(sum(rawOf(ruleOf(form), { international: true }))).toBe(abroad);
  });

  it.each(table)('credits a batch of %s with %i hundredths', async (form, home) => {
    const history = [
      scheduled({
        form,
        period: { from: '2026-05-11', to: '2026-05-12' },
        sessions: twoDays.meetings.map((session, index) => ({ ...session, sessionId: `s${index + 1}` })),
      }),
      ...takesPart('employee-1'),
      attended('employee-1', 's1', 90),
      attended('employee-1', 's2', 45),
      outcome('employee-1', 'completed'),
    ];
    const { events } = await underPolicy(given(jpLedger, [], { id: 'employee-1-2026' }))
      .and(batchState, 'batch-1', history)
      .when(CreditJp({ employeeId: 'employee-1', source: { kind: 'batch', batchId: 'batch-1' } }))
      .handled()
      .then((handled) => (handled.accepted ? handled : { events: [] }));
    expect(events.map(({ type }) => type)).toEqual([JpCredited.type]);
    expect(events[0]?.data).toMatchObject({ form, activityDate: '2026-05-12', jpRaw: home, jpCredited: home });
  });

  it.each(['NKL01', 'NKL02', 'NKL11'] as const)('takes value and cap of %s from the figures of mentoring', (form) => {
    const changed = {
      ...figures,
      'mentoring.jp.perMeeting': { ...figures['mentoring.jp.perMeeting'], value: Jp.parse(150) },
      'mentoring.jp.meetingsPerMonth': { ...figures['mentoring.jp.meetingsPerMonth'], value: 3 },
    };
    expect(jpRuleFor(form, changed)).toMatchObject({
      value: 150,
      cap: { per: 'month', unit: 'meetings', value: 3 },
    });
  });

  it('leaves mentoring as its row says where the agency counts it in another way', () => {
    const rows: JpRule[] = [{ form: 'NKL02', mode: 'perActivity', value: 500 }];
    expect(jpRuleFor('NKL02', { ...figures, 'jp.table': { ...figures['jp.table'], value: rows } })).toEqual(rows[0]);
  });

  it('leaves a meeting of another form with value and cap of its own row', () => {
    const rows: JpRule[] = [{ form: 'NKL07', mode: 'perMeeting', value: 100 }];
    expect(jpRuleFor('NKL07', { ...figures, 'jp.table': { ...figures['jp.table'], value: rows } })).toEqual(rows[0]);
  });

  it('takes e-learning apart from microlearning, in whatever order the rows stand', () => {
    const reversed = {
      ...figures,
      'jp.table': { ...figures['jp.table'], value: figures['jp.table'].value.toReversed() },
    };
    expect(jpRuleFor('NKL03', reversed)?.mode).toBe('hours');
    expect(jpRuleFor('NKL03', reversed, 'microlearning')?.mode).toBe('minutes');
    expect(jpRuleFor('NKL09', reversed, 'microlearning')).toBeUndefined();
  });
});

describe('R22 and time', () => {
  const selfStudy = ruleOf('NKL09');
  const minutes = (count: number) => ({ meetings: [{ date: day('2026-05-12'), minutes: count }] });

  it.each([
    [1, 2],
    [45, 100],
    [68, 151],
    [90, 200],
    [120, 267],
    [360, 800],
  ])('%i minutes of self-study are %i hundredths of 45 minutes', (count, jp) => {
    expect(sum(rawOf(selfStudy, minutes(count)))).toBe(jp);
  });

  it('rounds half up, and not before the half', () => {
    // 9 minutes of a JP of 200 are 4.5 hundredths.
    expect(sum(rawOf({ ...selfStudy, value: 200 }, minutes(9)))).toBe(5);
    expect(sum(rawOf({ ...selfStudy, value: 201 }, minutes(9)))).toBe(4);
    // A minute of 201 is 100/201 of a hundredth.
    expect(sum(rawOf({ ...selfStudy, value: 201 }, minutes(1)))).toBe(0);
  });

  it('adds up the minutes of one day before rounding', () => {
    const twice = { meetings: [...minutes(20).meetings, ...minutes(20).meetings] };
    // 20 minutes are 44 hundredths; 40 minutes are 89.
    expect(rawOf(selfStudy, twice)).toEqual([{ date: '2026-05-12', jpRaw: 89 }]);
  });

  it('counts each of two meetings on one day, but the day once', () => {
    const twice = { meetings: [...minutes(20).meetings, ...minutes(20).meetings] };
    expect(rawOf(ruleOf('NKL02'), twice)).toEqual([
      { date: '2026-05-12', jpRaw: 200 },
      { date: '2026-05-12', jpRaw: 200 },
    ]);
    expect(rawOf(ruleOf('KL06'), twice)).toEqual([{ date: '2026-05-12', jpRaw: 400 }]);
  });

  it('counts the days in their order, whatever the order of the meetings', () => {
    const turned = { meetings: twoDays.meetings.toReversed() };
    expect(rawOf(selfStudy, turned)).toEqual([
      { date: '2026-05-11', jpRaw: 200 },
      { date: '2026-05-12', jpRaw: 100 },
    ]);
  });
});

describe('R22 and microlearning', () => {
  const micro = jpRuleFor('NKL03', figures, 'microlearning');
  const module = (...minutes: readonly number[]) =>
    micro &&
    rawOf(micro, {
      meetings: minutes.map((count, index) => ({
        date: day(`2026-05-${String(index + 1).padStart(2, '0')}`),
        minutes: count,
      })),
    });

  it.each([
    [360, 267],
    [135, 100],
    [1, 1],
    [405, 300],
    [406, 301],
  ])('%i minutes are %i hundredths of 135 minutes', (minutes, jp) => {
    expect(module(minutes)).toEqual([{ date: '2026-05-12', jpRaw: jp }]);
  });

  it('adds up the minutes of all days of the module before rounding', () => {
    // Each of three days of 120 minutes would be 89 hundredths.
    expect(module(120, 120, 120)).toEqual([{ date: '2026-05-12', jpRaw: 267 }]);
  });
});

describe('R22 and abroad', () => {
  const factor = (basisPoints: number) => ({ kind: 'factor' as const, basisPoints });

  it('multiplies each part by the factor and rounds it half up', () => {
    const rule: JpRule = { form: 'KL06', mode: 'perDay', value: 5, international: factor(11_000) };
    // 5 hundredths and 10% are 5.5.
    expect(rawOf(rule, { international: true })?.map(({ jpRaw }) => jpRaw)).toEqual([6, 6]);
    expect(rawOf({ ...rule, value: 4 }, { international: true })?.map(({ jpRaw }) => jpRaw)).toEqual([4, 4]);
  });

  it('puts the value abroad in the place of that of each thing counted', () => {
    const abroad = { international: { kind: 'value' as const, value: 700 } };
    const at = { international: true };
    expect(sum(rawOf({ form: 'KL06', mode: 'perDay', value: 400, ...abroad }, at))).toBe(1400);
    expect(sum(rawOf({ form: 'KL06', mode: 'perMeeting', value: 400, ...abroad }, at))).toBe(1400);
    expect(sum(rawOf({ form: 'KL03', mode: 'program', ...abroad }, at))).toBe(700);
  });

  it('counts nothing where time would have a value abroad', () => {
    const rule: JpRule = { form: 'NKL09', mode: 'hours', value: 45, international: { kind: 'value', value: 700 } };
    expect(rawOf(rule, { international: true })).toBeUndefined();
    expect(sum(rawOf(rule))).toBe(300);
  });
});

describe('R22 and figures that are missing', () => {
  it.each([
    ['a programme whose JP nobody knows', { form: 'KL03', mode: 'program' }, { programJp: undefined }],
    ['a day without a value', { form: 'KL06', mode: 'perDay' }, {}],
    ['an activity without a value', { form: 'NKL07', mode: 'perActivity' }, {}],
    ['minutes without the minutes of a JP', { form: 'NKL03', mode: 'minutes' }, {}],
    ['days that nobody recorded', { form: 'KL06', mode: 'perDay', value: 400 }, { meetings: undefined }],
    ['meetings that nobody recorded', { form: 'KL06', mode: 'perMeeting', value: 400 }, { meetings: undefined }],
    ['time that nobody recorded', { form: 'NKL09', mode: 'hours', value: 45 }, { meetings: undefined }],
  ] as const)('counts no %s', (_name, rule, details) => {
    expect(rawOf(rule, details)).toBeUndefined();
  });

  it('counts an activity of which no meetings are recorded', () => {
    expect(sum(rawOf(ruleOf('NKL12'), { meetings: undefined }))).toBe(2000);
  });
});

describe('R22 and the caps', () => {
  const part = (date: string, jpRaw: number) => ({ date: day(date), jpRaw: Jp.parse(jpRaw) });
  const before = (date: string, jpCredited: number) => [
    { ...part(date, jpCredited), jpCredited: Jp.parse(jpCredited) },
  ];
  const creditedBy = (
    cap: JpCap | undefined,
    raw: readonly ReturnType<typeof part>[],
    earlier = before('2026-01-01', 0),
  ) => capped(raw, cap, earlier).map(({ jpCredited }) => jpCredited);
  const perDay: JpCap = { per: 'day', unit: 'jp', value: 200 };
  const perMonth: JpCap = { per: 'month', unit: 'meetings', value: 2 };
  const perModule: JpCap = { per: 'module', unit: 'jp', value: 300 };

  it('lets a day pass that reaches its cap exactly, and cuts one hundredth above it', () => {
    expect(creditedBy(perDay, [part('2026-05-11', 200)])).toEqual([200]);
    expect(creditedBy(perDay, [part('2026-05-11', 201)])).toEqual([200]);
  });

  it('fills up a day that was credited before, and leaves nothing on a full one', () => {
    expect(creditedBy(perDay, [part('2026-05-11', 200)], before('2026-05-11', 150))).toEqual([50]);
    expect(creditedBy(perDay, [part('2026-05-11', 200)], before('2026-05-11', 200))).toEqual([0]);
    expect(creditedBy(perDay, [part('2026-05-11', 200)], before('2026-05-10', 200))).toEqual([200]);
  });

  it('takes the meetings of a month whole, and none above their number', () => {
    const meetings = ['2026-05-01', '2026-05-31', '2026-05-31', '2026-06-01'].map((date) => part(date, 200));
    expect(creditedBy(perMonth, meetings)).toEqual([200, 200, 0, 200]);
    expect(creditedBy(perMonth, meetings, before('2026-05-15', 200))).toEqual([200, 0, 0, 200]);
  });

  it('counts no meeting that was credited with nothing', () => {
    expect(
      creditedBy(perMonth, [part('2026-05-01', 200)], [...before('2026-05-02', 0), ...before('2026-05-03', 0)]),
    ).toEqual([200]);
  });

  it('tells the same month of two years apart', () => {
    expect(
      creditedBy(perMonth, [part('2026-12-31', 200)], [...before('2025-12-30', 200), ...before('2025-12-31', 200)]),
    ).toEqual([200]);
  });

  it('cuts a module at its cap, and begins anew with the next, also on the same day', () => {
    expect(creditedBy(perModule, [part('2026-05-11', 300)])).toEqual([300]);
    expect(creditedBy(perModule, [part('2026-05-11', 301)])).toEqual([300]);
    expect(creditedBy(perModule, [part('2026-05-11', 250)], before('2026-05-11', 300))).toEqual([250]);
  });

  it('spans all parts of a module, on whatever days', () => {
    expect(creditedBy(perModule, [part('2026-05-11', 200), part('2026-06-11', 200)])).toEqual([200, 100]);
  });

  it('cuts nothing without a cap', () => {
    expect(creditedBy(undefined, [part('2026-05-11', 5000)], before('2026-05-11', 5000))).toEqual([5000]);
  });
});
