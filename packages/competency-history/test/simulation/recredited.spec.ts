import { Jp, type LocalDate } from '@pembinaan/core';
import { describe, expect, it } from 'vitest';
import { recredited } from '../../src/simulation/recredited.js';

import {
  always,
  credit,
  creditedOf,
  dayCap,
  figures,
  known,
  selfStudyUpTo,
  session,
  study,
  withFigures,
  withoutActivity,
  withoutForm,
  withRow,
} from './credits.js';

describe('JP under other figures', () => {
  const twoEvenings = [credit(200, 200, study(['2026-05-04', 90])), credit(200, 0, study(['2026-05-04', 90]))];

  it('are the same where a PNS is to reach 24 JP instead of 20: the minimum is no cap', () => {
    const asNow = recredited(twoEvenings, always(figures));
    expect(recredited(twoEvenings, always(withFigures({ 'jp.minimum.pns.year': 2400 })))).toEqual(asNow);
    expect(creditedOf(asNow)).toEqual([200, 0]);
  });

  it('are 3 and not 2 for a day of self-study where 3 JP a day count', () => {
    expect(recredited(twoEvenings, always(selfStudyUpTo(300)))).toMatchObject([
      { how: 'recounted', jpRaw: 200, jpCredited: 200, capApplied: null },
      { how: 'recounted', jpRaw: 200, jpCredited: 100, capApplied: dayCap(300) },
    ]);
  });

  it('are those of 3 and not 2 sessions of mentoring where 3 meetings a month count', () => {
    const sessions = [
      session('2026-05-04', 200),
      session('2026-05-11', 200),
      session('2026-05-18', 0),
      session('2026-05-25', 0),
      session('2026-06-01', 200),
    ];
    expect(creditedOf(recredited(sessions, always(figures)))).toEqual([200, 200, 0, 0, 200]);
    const three = withFigures({ 'mentoring.jp.meetingsPerMonth': 3 });
    expect(creditedOf(recredited(sessions, always(three)))).toEqual([200, 200, 200, 0, 200]);
  });

  it('are counted anew by another table where the activity is known', () => {
    const hours = withFigures({ 'jp.minutes': 60 });
    expect(recredited(twoEvenings, always(hours))).toMatchObject([
      { how: 'recounted', jpRaw: 150, jpCredited: 150 },
      { how: 'recounted', jpRaw: 150, jpCredited: 50 },
    ]);
  });

  it('are kept as recorded before the caps where it is not known', () => {
    const hours = withFigures({ 'jp.minutes': 60 });
    expect(recredited(twoEvenings.map(withoutActivity), always(hours))).toMatchObject([
      { how: 'recapped', jpRaw: 200, jpCredited: 200 },
      { how: 'recapped', jpRaw: 200, jpCredited: 0 },
    ]);
  });

  it('follow the programme, and the factor abroad', () => {
    const course = { programJp: Jp.parse(2000), meetings: undefined, international: true };
    const abroad = withRow({ form: 'KL03', mode: 'program', international: { kind: 'factor', basisPoints: 15_000 } });
    const known = credit(2400, 2400, { form: 'KL03', activity: course });
    expect(recredited([known], always(abroad))).toMatchObject([{ jpRaw: 3000, jpCredited: 3000 }]);
  });

  it('follow the figures of the day of the activity', () => {
    const known = [
      ...['2026-06-30', '2026-07-01'].map((on) => credit(400, 200, { on, ...study([on, 180]) })),
      credit(400, 200, { on: '2026-07-02', parts: [['2026-07-02', 400, 200]] }),
    ];
    const fromJuly = (day: LocalDate) => (day < '2026-07-01' ? figures : selfStudyUpTo(300));
    expect(creditedOf(recredited(known, fromJuly))).toEqual([200, 300, 300]);
  });
});

describe('a credit that was taken back', () => {
  const reversed = credit(0, 0, study(['2026-05-04', 90]));

  it('stays at nothing, also where its activity is known', () => {
    expect(recredited([reversed], always(selfStudyUpTo(900)))).toMatchObject([
      { how: 'unearned', refusal: null, jpRaw: 0, jpCredited: 0, capApplied: null, parts: [] },
    ]);
  });

  it('takes nothing from a cap', () => {
    expect(creditedOf(recredited([reversed, credit(200, 200)], always(figures)))).toEqual([0, 200]);
  });

  it('took from the cap while it stood, where the whole record is given', () => {
    const first = credit(200, 200);
    const cut = credit(200, 0);
    const back = credit(0, 0, { source: first.source });
    expect(recredited([first, cut, back], always(figures))).toMatchObject([
      { recorded: cut, jpCredited: 0 },
      { recorded: back, jpCredited: 0 },
    ]);
    // The standing credits alone do not say that the day was full.
    expect(recredited([cut, back], always(figures))).toMatchObject([{ jpCredited: 200 }, { jpCredited: 0 }]);
  });

  it('is another one than the credit of the same source in another year', () => {
    const moved = credit(200, 200, { on: '2027-01-02' });
    const back = credit(0, 0, { on: '2026-12-31', source: moved.source });
    expect(creditedOf(recredited([moved, back], always(figures)))).toEqual([200, 0]);
  });
});

describe('what other figures do not count', () => {
  const known = credit(200, 200, study(['2026-05-04', 90]));
  const refused = { how: 'refused', jpRaw: 0, jpCredited: 0, capApplied: null, parts: [] };

  it('is refused on a day without a policy', () => {
    expect(recredited([known], () => undefined)).toMatchObject([{ ...refused, refusal: 'noPolicy' }]);
  });

  it('is refused for a form that the table does not have, whether the activity is known or not', () => {
    for (const either of [known, withoutActivity(known)]) {
      expect(recredited([either], always(withoutForm('NKL09')))).toMatchObject([
        { ...refused, refusal: 'formNotInTable' },
      ]);
    }
  });

  it('is refused where the rule asks for what the activity does not have', () => {
    const byCertificate = withRow({ form: 'NKL09', mode: 'program' });
    expect(recredited([known], always(byCertificate))).toMatchObject([{ ...refused, refusal: 'notCountable' }]);
    expect(recredited([withoutActivity(known)], always(byCertificate))).toMatchObject([
      { how: 'recapped', jpCredited: 200 },
    ]);
  });

  it('takes nothing from a cap', () => {
    const byCertificate = withRow({ form: 'NKL09', mode: 'program', cap: dayCap(200) });
    expect(creditedOf(recredited([known, withoutActivity(credit(200, 0))], always(byCertificate)))).toEqual([0, 200]);
  });
});

describe('a cap', () => {
  it('is used up in the order of recording, in whatever order the credits are given', () => {
    const [first, second] = [credit(150, 150), credit(200, 50)];
    const results = recredited([second, first], always(figures));
    expect(results.map(({ recorded }) => recorded)).toEqual([first, second]);
    expect(creditedOf(results)).toEqual([150, 50]);
  });

  it('is used up by an activity that reaches over New Year, and not by a year further off', () => {
    const parts = [['2026-12-31', 200, 200]] as const;
    const inDecember = () => credit(200, 0, { on: '2026-12-31' });
    const overNewYear = credit(200, 200, { on: '2027-01-02', parts });
    const yearsLater = credit(200, 200, { on: '2028-01-02', parts });
    expect(creditedOf(recredited([overNewYear, inDecember()], always(figures)))).toEqual([200, 0]);
    expect(creditedOf(recredited([yearsLater, inDecember()], always(figures)))).toEqual([200, 200]);
  });

  it('is used up on the last day of a course, whenever its days were', () => {
    const oneInAMonth = withRow({ form: 'KL03', mode: 'program', cap: { per: 'month', unit: 'meetings', value: 1 } });
    const course = (...days: readonly string[]) =>
      credit(2000, 2000, {
        form: 'KL03',
        on: days.at(-1) ?? '',
        activity: known(
          days.map((date) => ({ date, minutes: 180 })),
          false,
          2000,
        ),
      });
    const courses = [course('2026-04-20'), course('2026-04-30', '2026-05-04'), course('2026-05-20')];
    expect(creditedOf(recredited(courses, always(oneInAMonth)))).toEqual([2000, 2000, 0]);
  });

  it('is used up on the last day alone by a credit that had none itself, as the ledger has it', () => {
    const seminar = (...days: readonly string[]) =>
      credit(400 * days.length, 400 * days.length, {
        form: 'KL06',
        on: days.at(-1) ?? '',
        ...study(...days.map((date) => [date, 180] as const)),
      });
    const seminars = [seminar('2026-06-30', '2026-07-01'), seminar('2026-06-30')];
    const until = withRow({ form: 'KL06', mode: 'perDay', value: 400, cap: dayCap(400) });
    const cappedUntilJuly = (on: LocalDate) => (on < '2026-07-01' ? until : figures);
    expect(creditedOf(recredited(seminars, cappedUntilJuly))).toEqual([800, 400]);
    expect(creditedOf(recredited(seminars, always(until)))).toEqual([800, 0]);
  });

  it('is one for each form, and microlearning has its own', () => {
    const learning = [
      credit(300, 300, { form: 'NKL03' }),
      credit(300, 300, { form: 'NKL03', variant: 'microlearning' }),
      credit(200, 200, { form: 'NKL10' }),
      credit(100, 0, { form: 'NKL03' }),
    ];
    expect(creditedOf(recredited(learning, always(figures)))).toEqual([300, 300, 200, 0]);
  });

  it('of a module begins anew with each', () => {
    const module = () => credit(400, 300, { form: 'NKL03', variant: 'microlearning' });
    expect(creditedOf(recredited([module(), module()], always(figures)))).toEqual([300, 300]);
  });

  it('that is new for a form of many days takes all as one day where the days are not known', () => {
    const capped = withRow({ form: 'KL06', mode: 'perDay', value: 400, cap: dayCap(300) });
    const days = study(['2026-05-04', 180], ['2026-05-05', 180]);
    const seminar = credit(800, 800, { form: 'KL06', on: '2026-05-05', ...days });
    expect(creditedOf(recredited([seminar], always(capped)))).toEqual([600]);
    expect(creditedOf(recredited([withoutActivity(seminar)], always(capped)))).toEqual([300]);
  });
});

/** Four days over New Year, crowded enough that every cap is reached. */
