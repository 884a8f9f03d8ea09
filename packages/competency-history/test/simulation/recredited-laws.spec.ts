import {
  type DevelopmentForm,
  type JpCap,
  jpRuleFor,
  type LocalDate,
  type PolicyFigures,
  sourceKey,
} from '@pembinaan/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KnownCredit, type RecreditedCredit, recredited } from '../../src/simulation/recredited.js';

import { always, credit, creditedOf, total, withFigures, withoutActivity, withTable } from './credits.js';
import {
  asRecorded,
  asRecredited,
  creditedByTheLedger,
  type Done,
  day,
  done,
  figuresOfDay,
  toldOf,
  type Version,
} from './ledger.js';

const capInJp: fc.Arbitrary<JpCap> = fc.record({
  per: fc.constantFrom('day' as const, 'month' as const, 'module' as const),
  unit: fc.constant('jp' as const),
  value: fc.integer({ min: 1, max: 900 }),
});
const capInMeetings: fc.Arbitrary<JpCap> = fc.record({
  per: fc.constantFrom('day' as const, 'month' as const, 'module' as const),
  unit: fc.constant('meetings' as const),
  value: fc.integer({ min: 1, max: 4 }),
});

/** Figures with such caps or none, any minutes of a JP, and any JP of a meeting. */
const figuresWith = (cap: fc.Arbitrary<JpCap>): fc.Arbitrary<PolicyFigures> =>
  fc
    .record({
      caps: fc.array(fc.option(cap, { nil: undefined, freq: 8 }), { minLength: 6, maxLength: 6 }),
      minutes: fc.integer({ min: 20, max: 90 }),
      perMeeting: fc.integer({ min: 50, max: 400 }),
      perMonth: fc.integer({ min: 1, max: 4 }),
    })
    .map(({ caps, minutes, perMeeting, perMonth }) =>
      withTable(
        ({ cap: _, ...row }) => {
          const given = caps[CAPPED.indexOf(`${row.form}${row.variant ?? ''}`)];
          return given === undefined ? row : { ...row, cap: given };
        },
        {
          'jp.minutes': minutes,
          'mentoring.jp.perMeeting': perMeeting,
          'mentoring.jp.meetingsPerMonth': perMonth,
        },
      ),
    );
const CAPPED: readonly string[] = ['NKL03', 'NKL03microlearning', 'NKL09', 'NKL10', 'KL06', 'KL03'];

const anyFigures = figuresWith(fc.oneof(capInJp, capInMeetings));

const anyPolicy: fc.Arbitrary<readonly Version[]> = fc
  .tuple(anyFigures, fc.option(fc.tuple(day, anyFigures), { nil: undefined }))
  .map(([first, second]) => [['2026-01-01', first] as const, ...(second === undefined ? [] : [second])]);

const activities = fc.array(done, { minLength: 1, maxLength: 10 });
const orderOf = (done: readonly Done[]) => {
  const indices = done.map((_, index) => index);
  return fc.shuffledSubarray(indices, { minLength: indices.length });
};

/** What a record may have of some activities, with or without them: raw JP that no table need have given. */
const anyRecord: fc.Arbitrary<readonly KnownCredit[]> = fc
  .array(fc.tuple(done, fc.integer({ min: 0, max: 900 }), fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 14 })
  .map((entries) =>
    entries.map(([activity, jp, withActivity, withParts], index) => {
      const { date, source, activity: what } = toldOf(activity, index);
      const days = what.meetings ?? [];
      const each = withParts ? days.map((spell) => [spell.date, jp, 0] as const) : undefined;
      return credit(jp * (each?.length ?? 1), 0, {
        on: date,
        source,
        form: formOf(activity),
        variant: activity.what === 'claim' ? activity.variant : undefined,
        ...(each && { parts: each }),
        ...(withActivity && { activity: what }),
      });
    }),
  );

function formOf(activity: Done): DevelopmentForm {
  if (activity.what === 'meeting') return 'NKL10';
  if (activity.what !== 'session') return activity.form;
  return ({ mentoring: 'NKL02', coaching: 'NKL01', onTheJob: 'NKL11' } as const)[activity.kind];
}

/** JP hundredths, or meetings, that count under each cap: by form, and by day, month or module. */
function usedOf(results: readonly RecreditedCredit[], those: PolicyFigures) {
  const used = new Map<string, { amount: number; readonly cap: JpCap }>();
  for (const { recorded, parts } of results) {
    const { form, variant, source } = recorded;
    const cap = jpRuleFor(form, those, variant)?.cap;
    if (cap === undefined) continue;
    for (const { date, jpCredited } of parts) {
      const span = { day: date, month: date.slice(0, 7), module: sourceKey(source) }[cap.per];
      const key = `${form} ${variant ?? ''} ${span}`;
      const entry = used.get(key) ?? { amount: 0, cap };
      entry.amount += cap.unit === 'jp' ? jpCredited : jpCredited > 0 ? 1 : 0;
      used.set(key, entry);
    }
  }
  return used;
}

describe('for any activities, any order and any policy', () => {
  const credited = activities.chain((list) => fc.tuple(fc.constant(list), orderOf(list), anyPolicy));

  it('the figures in force give exactly the credits that the ledger recorded, with the activities', () =>
    fc.assert(
      fc.asyncProperty(credited, async ([list, order, versions]) => {
        const { standing } = await creditedByTheLedger(list, order, versions);
        const results = recredited(standing, figuresOfDay(versions));
        expect(standing).toHaveLength(list.length);
        expect(asRecredited(results)).toEqual(asRecorded(standing));
        expect(results.every(({ how }) => how === 'recounted')).toBe(true);
      }),
      { numRuns: 60 },
    ));

  it('and without them', () =>
    fc.assert(
      fc.asyncProperty(credited, async ([list, order, versions]) => {
        const { standing } = await creditedByTheLedger(list, order, versions);
        const results = recredited(standing.map(withoutActivity), figuresOfDay(versions));
        expect(asRecredited(results)).toEqual(asRecorded(standing));
        expect(results.every(({ how }) => how === 'recapped')).toBe(true);
      }),
      { numRuns: 60 },
    ));

  it('and from the whole record also where credits were corrected or taken back', () => {
    const corrected = activities.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray([...list.keys(), ...list.keys()], { minLength: list.length }),
        anyPolicy,
        fc.boolean(),
      ),
    );
    return fc.assert(
      fc.asyncProperty(corrected, async ([list, order, versions, withActivities]) => {
        const { record, standing } = await creditedByTheLedger(list, order, versions);
        const given = withActivities ? record : record.map(withoutActivity);
        expect(asRecredited(recredited(given, figuresOfDay(versions)))).toEqual(asRecorded(standing));
      }),
      { numRuns: 60 },
    );
  });
});

describe('for any record', () => {
  it('the JP that count never exceed a cap, under any caps and in any order', () =>
    fc.assert(
      fc.property(anyRecord.chain(shuffled), anyFigures, (record, those) => {
        for (const [span, { amount, cap }] of usedOf(recredited(record, always(those)), those)) {
          expect(amount, span).toBeLessThanOrEqual(cap.value);
        }
      }),
    ));

  it('no more counts than was earned, and a cap is named exactly where it took something', () =>
    fc.assert(
      fc.property(anyRecord, anyPolicy, (record, versions) => {
        for (const { jpRaw, jpCredited, capApplied } of recredited(record, figuresOfDay(versions))) {
          expect(jpCredited).toBeLessThanOrEqual(jpRaw);
          expect(capApplied !== null).toBe(jpCredited < jpRaw);
        }
      }),
    ));

  it('all that is earned counts where there are no caps', () => {
    const uncapped = withTable(({ cap: _, ...row }) =>
      row.mode === 'perMeeting' ? { ...row, mode: 'perActivity', value: 200 } : row,
    );
    fc.assert(
      fc.property(anyRecord, (record) => {
        const results = recredited(record, always(uncapped));
        for (const { recorded, how, jpRaw, jpCredited } of results) {
          expect(jpCredited).toBe(jpRaw);
          if (how !== 'recounted') expect(jpRaw).toBe(recorded.jpRaw);
        }
      }),
    );
  });

  it('the order in which the credits are given does not matter', () =>
    fc.assert(
      fc.property(
        anyRecord.chain((record) =>
          fc.tuple(fc.constant(record), fc.shuffledSubarray([...record], { minLength: record.length })),
        ),
        anyPolicy,
        ([record, mixed], versions) => {
          const on = figuresOfDay(versions);
          expect(recredited(mixed, on)).toEqual(recredited(record, on));
        },
      ),
    ));

  it('a higher cap never lowers the total, where one policy holds for all days', () =>
    fc.assert(
      fc.property(anyRecord, anyFigures, fc.integer({ min: 1, max: 300 }), (record, those, more) => {
        const before = total(recredited(record, always(those)));
        expect(total(recredited(record, always(raised(those, more))))).toBeGreaterThanOrEqual(before);
      }),
    ));
});

/** The record as if it had been made in another order. */
function shuffled(record: readonly KnownCredit[]): fc.Arbitrary<readonly KnownCredit[]> {
  return fc
    .shuffledSubarray([...record.keys()], { minLength: record.length })
    .map((order) => record.map((entry, index) => ({ ...entry, recordedOrder: String(order[index]).padStart(8, '0') })));
}

/** The same figures with every cap higher. */
const raised = (those: PolicyFigures, more: number): PolicyFigures =>
  withFigures({
    'jp.minutes': those['jp.minutes'].value,
    'mentoring.jp.perMeeting': those['mentoring.jp.perMeeting'].value,
    'mentoring.jp.meetingsPerMonth': those['mentoring.jp.meetingsPerMonth'].value + more,
    'jp.table': those['jp.table'].value.map((row) =>
      row.cap === undefined ? row : { ...row, cap: { ...row.cap, value: row.cap.value + more } },
    ),
  });

describe('a higher cap on some days only', () => {
  it('never lowers the total, where it is one in JP', () =>
    fc.assert(
      fc.property(
        anyRecord,
        figuresWith(capInJp),
        day,
        fc.integer({ min: 1, max: 300 }),
        (record, those, from, more) => {
          const noGuidance = record.filter(({ form }) => !['NKL01', 'NKL02', 'NKL11'].includes(form));
          const before = total(recredited(noGuidance, always(those)));
          const higher = figuresOfDay([
            ['2026-01-01', those],
            [from, raised(those, more)],
          ]);
          expect(total(recredited(noGuidance, higher))).toBeGreaterThanOrEqual(before);
        },
      ),
    ));

  it('may lower the total, where it is one in meetings and lets in a meeting that is worth less', () => {
    const meetings = [
      credit(200, 200, { form: 'NKL02', on: '2026-05-04' }),
      credit(100, 0, { form: 'NKL02', on: '2026-05-05' }),
      credit(200, 200, { form: 'NKL02', on: '2026-05-18' }),
    ];
    const upTo = (count: number) => withFigures({ 'mentoring.jp.meetingsPerMonth': count });
    const oneThenTwo = (on: LocalDate) => upTo(on < '2026-05-11' ? 1 : 2);
    expect(creditedOf(recredited(meetings, oneThenTwo))).toEqual([200, 0, 200]);
    expect(creditedOf(recredited(meetings, always(upTo(2))))).toEqual([200, 100, 0]);
  });
});
