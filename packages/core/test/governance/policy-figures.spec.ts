import { given } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { authorityState } from '../../src/governance/authority/index.js';
import {
  AdoptPolicyVersion,
  indonesia2026,
  LocalFigures,
  localFigure,
  PolicyFigures,
  PolicyVersionAdopted,
  policy,
  policyState,
} from '../../src/governance/policy/index.js';
import { fold } from '../plan/fixtures.js';
import { adoption, granted } from './fixtures.js';

type Figures = z.input<typeof PolicyFigures>;
type Values = { readonly [K in keyof Figures]?: NonNullable<Figures[K]>['value'] };

/** The default figures with some other values. */
const figuresWith = (values: Values) =>
  PolicyFigures.parse({
    ...indonesia2026.figures,
    ...Object.fromEntries(
      Object.entries(values).map(([key, value]) => [key, { value, basis: 'Set by the agency', certainty: 'agency' }]),
    ),
  });
const begun = given(policy, [], { id: 'agency' })
  .and(authorityState, 'authority-ppk', [granted('ppk')])
  .as('ppk-1', { authorityId: 'authority-ppk' });
const adopt = (values: Values) => begun.when(AdoptPolicyVersion({ ...adoption, figures: figuresWith(values) }));
const accepted = (values: Values) => adopt(values).thenState(({ versions }) => expect(versions).toHaveLength(1));

const { figures } = indonesia2026;

describe('AdoptPolicyVersion: figures that contradict themselves', () => {
  it.each<[string, Values, string]>([
    ['a day of the week', { 'calendar.workweek': [1, 2, 3, 4, 5, 1] }, '1'],
    [
      'a competency',
      {
        'competency.catalogue': [
          ...figures['competency.catalogue'].value,
          ...figures['competency.catalogue'].value.slice(0, 1),
        ],
      },
      'M01',
    ],
    ['a form', { 'jp.table': [...figures['jp.table'].value, { form: 'KL01', mode: 'program' }] }, 'KL01'],
    [
      'a variant of a form',
      {
        'jp.table': [
          ...figures['jp.table'].value,
          { form: 'NKL03', variant: 'microlearning', mode: 'minutes', value: 90 },
        ],
      },
      'NKL03/microlearning',
    ],
    [
      'a step of the needs cycle',
      { 'needs.cycle.steps': [...figures['needs.cycle.steps'].value, { step: 'verify', workingDays: 1 }] },
      'verify',
    ],
  ])('G01 refuses %s that is given twice', async (_, values, item) => {
    const { rejection } = await adopt(values).thenRefused('G01', 'figureRepeats');
    expect(rejection.data).toMatchObject({ item });
  });

  it('G01 accepts a form beside its variant, and a week of six days', () =>
    accepted({ 'calendar.workweek': [1, 2, 3, 4, 5, 6] }));

  it.each<[string, Values]>([
    ['C is B', { 'ikm.bands': { C: 7661, B: 7661, A: 8831 } }],
    ['B is above A', { 'ikm.bands': { C: 6500, B: 8832, A: 8831 } }],
    ['fairly optimal is optimal', { 'jpm.bands': { fairlyOptimal: 9000, optimal: 9000 } }],
    ['high is very high', { 'ipasn.categories': { ...figures['ipasn.categories'].value, tinggi: 9100 } }],
    ['middling is below low', { 'ipasn.categories': { ...figures['ipasn.categories'].value, sedang: 6099 } }],
    ['the window of behaviour closes when it opens', { 'evaluation.l3.window': { from: 90, to: 90 } }],
  ])('G01 refuses bounds that do not rise: %s', async (_, values) => {
    await adopt(values).thenRefused('G01', 'figureNotAscending');
  });

  it.each<[string, Values]>([
    ['grades', { 'ikm.bands': { C: 7660, B: 7661, A: 7662 } }],
    ['bands', { 'jpm.bands': { fairlyOptimal: 8999, optimal: 9000 } }],
    ['categories', { 'ipasn.categories': { rendah: 1, sedang: 2, tinggi: 3, sangatTinggi: 4 } }],
    ['days', { 'evaluation.l3.window': { from: 90, to: 91 } }],
  ])('G01 accepts %s that rise by one', async (_, values) => {
    await accepted(values);
  });

  it('G01 refuses weights of the satisfaction index that are all zero', () =>
    adopt({ 'ikm.weights': [0, 0, 0, 0, 0, 0, 0, 0, 0] }).thenRefused('G01', 'weightless'));

  it('G01 accepts a single element with a weight', () => accepted({ 'ikm.weights': [0, 0, 1, 0, 0, 0, 0, 0, 0] }));

  it.each([4, 6])('G01 refuses weights of IP ASN with %i for discipline, which are not 100', async (discipline) => {
    await adopt({ 'ipasn.weights': { ...figures['ipasn.weights'].value, discipline } }).thenRefused(
      'G01',
      'weightsNotHundred',
    );
  });

  it.each<[string, Values]>([
    ['qualification', { 'ipasn.qualification': { ...figures['ipasn.qualification'].value, s3: 2499 } }],
    ['qualification, above', { 'ipasn.qualification': { ...figures['ipasn.qualification'].value, s1: 2600 } }],
    [
      'competence of a position',
      {
        'ipasn.competence': {
          ...figures['ipasn.competence'].value,
          position: { leadershipOrFunctional: 1500, technical: 1500, seminar: 1001 },
        },
      },
    ],
    [
      'competence of staff',
      { 'ipasn.competence': { ...figures['ipasn.competence'].value, pelaksana: { technical: 2250, seminar: 1749 } } },
    ],
    ['performance', { 'ipasn.performance': { ...figures['ipasn.performance'].value, sangatBaik: 2900 } }],
    ['discipline', { 'ipasn.discipline': { ...figures['ipasn.discipline'].value, none: 501 } }],
    ['a weight that moved', { 'ipasn.weights': { qualification: 30, competence: 35, performance: 30, discipline: 5 } }],
  ])('G01 refuses points of IP ASN that do not reach the weight, or pass it: %s', async (_, values) => {
    await adopt(values).thenRefused('G01', 'pointsNotWeight');
  });

  it('G01 accepts other points where the most of them is the weight', () =>
    accepted({ 'ipasn.discipline': { none: 500, light: 400, medium: 300, heavy: 0 } }));

  const holiday = (date: string, ...years: number[]): Values => ({
    holidays: { years, days: [{ date, name: 'Libur' }] },
  });

  it.each(['2025-12-31', '2027-01-01', '1900-01-01'])('G01 refuses the holiday %s outside of 2026', async (date) => {
    await adopt(holiday(date, 2026)).thenRefused('G01', 'holidayOutside');
  });

  it.each(['2026-01-01', '2026-12-31'])('G01 accepts the holiday %s inside of 2026', async (date) => {
    await accepted(holiday(date, 2026));
  });

  const tableWith = (row: z.input<(typeof PolicyFigures.shape)['jp.table']>['value'][number]): Values => ({
    'jp.table': [...figures['jp.table'].value.filter(({ form }) => form !== row.form), row],
  });

  it.each(['perActivity', 'perDay', 'perMeeting', 'minutes'] as const)(
    'G01 refuses the mode %s without a value',
    async (mode) => {
      await adopt(tableWith({ form: 'KL12', mode })).thenRefused('G01', 'jpValueMissing');
    },
  );

  it.each(['perActivity', 'perDay', 'perMeeting', 'minutes'] as const)(
    'G01 accepts the mode %s with a value',
    async (mode) => {
      await accepted(tableWith({ form: 'KL12', mode, value: 100 }));
    },
  );

  it.each(['program', 'hours'] as const)('G01 accepts the mode %s without a value', async (mode) => {
    await accepted(tableWith({ form: 'KL12', mode }));
  });

  it.each(['NKL01', 'NKL02', 'NKL11'] as const)(
    'G01 accepts %s by meetings without a value: that is a figure of its own',
    async (form) => {
      await accepted(tableWith({ form, mode: 'perMeeting' }));
    },
  );
});

describe('the default policy indonesia-2026', () => {
  it('does not contradict itself', () => accepted({}));

  // The defaults of domain.md 1.14, with their certainty.
  it.each([
    ['jp.minimum.pns.year', 2000, 'V'],
    ['jp.maximum.pppk.contractYear', 2400, 'V'],
    ['jp.maximum.pppk.mode', 'block', 'agency'],
    ['jp.minutes', 45, 'V2'],
    ['mentoring.jp.perMeeting', 200, 'V2'],
    ['mentoring.jp.meetingsPerMonth', 2, 'V2'],
    ['ikm.weights', [1, 1, 1, 1, 1, 1, 1, 1, 1], 'V2'],
    ['ikm.bands', { C: 6500, B: 7661, A: 8831 }, 'V2'],
    ['jpm.bands', { optimal: 9000, fairlyOptimal: 7800 }, 'V'],
    ['ipasn.weights', { qualification: 25, competence: 40, performance: 30, discipline: 5 }, 'V'],
    ['ipasn.categories', { sangatTinggi: 9100, tinggi: 8100, sedang: 7100, rendah: 6100 }, 'V'],
    ['complaint.sla', { verify: 3, react: 5, information: 5, complaint: 14, oversight: 60 }, 'V2'],
    ['evaluation.l3.window', { from: 90, to: 365 }, 'M'],
    ['module.maxAttempts', 3, 'V2'],
    ['holidays', { years: [], days: [] }, 'M'],
  ] as const)('sets %s', (key, value, certainty) => {
    const figure = indonesia2026.figures[key];
    expect(figure).toMatchObject({ value, certainty });
    expect(figure.basis.length).toBeGreaterThan(5);
  });

  it('sets the steps of the needs cycle to 4, 10, 7, 2, 6, 3 and 10 working days', () => {
    expect(figures['needs.cycle.steps'].value.map(({ workingDays }) => workingDays)).toEqual([4, 10, 7, 2, 6, 3, 10]);
    expect(indonesia2026.figures['needs.cycle.steps'].certainty).toBe('V');
  });

  it('counts each of the 25 forms, and microlearning', () => {
    const forms = figures['jp.table'].value.filter(({ variant }) => variant === undefined);
    expect(new Set(forms.map(({ form }) => form)).size).toBe(25);
    expect(figures['jp.table'].value).toHaveLength(26);
    expect(indonesia2026.figures['jp.table'].certainty).toBe('V2');
  });

  it.each([
    ['NKL01', undefined, { mode: 'perMeeting' }],
    ['NKL03', undefined, { mode: 'hours', cap: { per: 'day', unit: 'jp', value: 300 } }],
    ['NKL03', 'microlearning', { mode: 'minutes', value: 135, cap: { per: 'module', unit: 'jp', value: 300 } }],
    ['NKL07', undefined, { mode: 'perActivity', value: 1000 }],
    ['NKL09', undefined, { mode: 'hours', cap: { per: 'day', unit: 'jp', value: 200 } }],
    ['NKL10', undefined, { mode: 'hours', cap: { per: 'day', unit: 'jp', value: 200 } }],
    ['NKL12', undefined, { mode: 'perActivity', value: 2000, international: { kind: 'value', value: 2400 } }],
    ['NKL05', undefined, { value: 2000, international: { kind: 'factor', basisPoints: 12_000 } }],
    ['KL06', undefined, { mode: 'perDay', value: 400 }],
    ['KL07', undefined, { mode: 'perDay', value: 500 }],
  ] as const)('counts %s %s as the table of domain.md 1.4 does', (form, variant, rule) =>
    expect(figures['jp.table'].value.find((row) => row.form === form && row.variant === variant)).toMatchObject(rule),
  );

  it('has no smallest effect, which the agency must set before use', () =>
    expect(Object.hasOwn(indonesia2026.figures, 'effect.minimum')).toBe(false));

  it('gives most points of each dimension of IP ASN as its weight', () => {
    const most = (points: Record<string, number>) => Math.max(...Object.values(points));
    const sum = (points: Record<string, number>) => Object.values(points).reduce((total, each) => total + each, 0);
    const { qualification, competence, performance, discipline } = figures['ipasn.weights'].value;
    expect(qualification + competence + performance + discipline).toBe(100);
    expect(most(figures['ipasn.qualification'].value)).toBe(qualification * 100);
    expect(sum(figures['ipasn.competence'].value.position)).toBe(competence * 100);
    expect(sum(figures['ipasn.competence'].value.pelaksana)).toBe(competence * 100);
    expect(most(figures['ipasn.performance'].value)).toBe(performance * 100);
    expect(most(figures['ipasn.discipline'].value)).toBe(discipline * 100);
  });
});

describe('figures of the agency itself', () => {
  const local = LocalFigures.parse({
    'tebingtinggi.forum.perYear': { value: 4, basis: 'Perwali 7/2026', certainty: 'agency' },
    'tebingtinggi.forum.places': { value: ['padang-hulu', 'bajenis'], basis: 'Perwali 7/2026', certainty: 'agency' },
  });

  it('are kept with the version, and come back as they were given', async () => {
    const given = AdoptPolicyVersion({ ...adoption, local });
    const { events } = await begun
      .when(given)
      .then([PolicyVersionAdopted.of({ ...adoption, local, adoptedBy: { subjectId: 'ppk-1' } })]);
    const [adopted] = events;
    expect(adopted?.data.local).toEqual(local);
    const { versions } = fold(policyState, [
      PolicyVersionAdopted.of({ ...adoption, local, adoptedBy: { subjectId: 'ppk-1' } }),
    ]);
    expect(versions[0]?.local).toEqual(local);
  });

  it('are none where the version sets none', () =>
    adopt({}).thenState(({ versions }) => expect(versions[0]?.local).toEqual({})));

  it('are read by their key, in the shape that the rule needs', () => {
    expect(localFigure({ local }, 'tebingtinggi.forum.perYear', z.int())).toBe(4);
    expect(localFigure({ local }, 'tebingtinggi.forum.places', z.array(z.string()))).toEqual([
      'padang-hulu',
      'bajenis',
    ]);
  });

  it('are undefined where the version does not set them', () =>
    expect(localFigure({ local }, 'tebingtinggi.forum.minimum', z.int())).toBeUndefined());

  it('fail where they have another shape', () =>
    expect(() => localFigure({ local }, 'tebingtinggi.forum.perYear', z.string())).toThrow(z.ZodError));

  it.each(['forum', 'Tebingtinggi.forum', 'tebingtinggi.', 'tebingtinggi.forum per year', 'jp.minutes'])(
    'are not taken under the key %s',
    (key) =>
      expect(LocalFigures.safeParse({ [key]: { value: 1, basis: 'x', certainty: 'agency' } }).success).toBe(false),
  );

  it('are not taken without a basis', () =>
    expect(LocalFigures.safeParse({ 'tebingtinggi.a': { value: 1, certainty: 'agency' } }).success).toBe(false));
});
