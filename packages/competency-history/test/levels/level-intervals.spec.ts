import { type AssessmentMethod, addDays, daysBetween, LocalDate } from '@pembinaan/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type KnownAssessment,
  type LevelInterval,
  levelIntervals,
  selfLevelIntervals,
} from '../../src/levels/level-intervals.js';
import { assessmentOn } from '../../src/levels/levels.js';

const day = (text: string) => LocalDate.parse(text);

let recorded = 0;

/** An assessment centre of M05 without an end, recorded after all those before it. */
function assessed(
  level: number,
  assessedOn: string,
  { until = null, ...rest }: Partial<KnownAssessment> & { readonly until?: string | null } = {},
): KnownAssessment {
  recorded += 1;
  return {
    competency: 'M05',
    level,
    method: 'assessmentCentre',
    assessedOn: day(assessedOn),
    validUntil: until === null ? null : day(until),
    eventId: `of ${level}`,
    revision: recorded,
    correctedBy: null,
    ...rest,
  };
}

/** An interval as a line: `2026-01-01..2026-03-31 level 3, of 3, lapsed`. */
const line = ({ from, until, level, by, ended }: LevelInterval) =>
  `${from}..${until ?? ''} level ${level ?? 'none'}, ${by.eventId}, ${ended}`;
const m05 = (...assessments: readonly KnownAssessment[]) => levelIntervals(assessments, 'M05').map(line);

describe('the level of a person over time', () => {
  it('begins with the first assessment and runs while nothing ends it', () => {
    expect(levelIntervals([assessed(3, '2026-01-05', { method: 'test', eventId: 'event-1' })], 'M05')).toEqual([
      {
        competency: 'M05',
        from: '2026-01-05',
        until: null,
        level: 3,
        by: { eventId: 'event-1', method: 'test', assessedOn: '2026-01-05' },
        ended: 'runs',
      },
    ]);
  });

  it('is nothing where nobody assessed it', () =>
    expect(m05(assessed(3, '2026-01-05', { competency: 'M01' }))).toEqual([]));

  it('is replaced by a later assessment, the day before that', () => {
    expect(m05(assessed(3, '2026-01-05'), assessed(2, '2026-03-01'))).toEqual([
      '2026-01-05..2026-02-28 level 3, of 3, replaced',
      '2026-03-01.. level 2, of 2, runs',
    ]);
  });

  it('begins anew with an assessment of the same level: it is another one that explains it', () => {
    expect(m05(assessed(3, '2026-01-05', { eventId: 'a' }), assessed(3, '2026-03-01', { eventId: 'b' }))).toEqual([
      '2026-01-05..2026-02-28 level 3, a, replaced',
      '2026-03-01.. level 3, b, runs',
    ]);
  });

  it('is none after its validity is over, which the assessment that lapsed explains, until the next one', () => {
    expect(m05(assessed(3, '2026-01-05', { until: '2026-01-31' }), assessed(4, '2026-03-01'))).toEqual([
      '2026-01-05..2026-01-31 level 3, of 3, lapsed',
      '2026-02-01..2026-02-28 level none, of 3, replaced',
      '2026-03-01.. level 4, of 4, runs',
    ]);
  });

  it('stays none where no other assessment comes', () => {
    expect(m05(assessed(3, '2026-01-05', { until: '2026-01-31' }))).toEqual([
      '2026-01-05..2026-01-31 level 3, of 3, lapsed',
      '2026-02-01.. level none, of 3, runs',
    ]);
  });

  it('lapses also where the next assessment begins the day after: nothing lies between them', () => {
    expect(m05(assessed(3, '2026-01-05', { until: '2026-01-31' }), assessed(4, '2026-02-01'))).toEqual([
      '2026-01-05..2026-01-31 level 3, of 3, lapsed',
      '2026-02-01.. level 4, of 4, runs',
    ]);
  });

  it('is that of the older assessment again where the newer one lapses first', () => {
    expect(m05(assessed(3, '2026-01-05'), assessed(4, '2026-02-01', { until: '2026-02-28' }))).toEqual([
      '2026-01-05..2026-01-31 level 3, of 3, replaced',
      '2026-02-01..2026-02-28 level 4, of 4, lapsed',
      '2026-03-01.. level 3, of 3, runs',
    ]);
  });

  it('is none where the older assessment lapsed on the same day as the newer one', () => {
    const until = '2026-02-28';
    expect(m05(assessed(3, '2026-01-05', { until }), assessed(4, '2026-02-01', { until }))).toEqual([
      '2026-01-05..2026-01-31 level 3, of 3, replaced',
      '2026-02-01..2026-02-28 level 4, of 4, lapsed',
      '2026-03-01.. level none, of 4, runs',
    ]);
  });

  it('is that of the assessment recorded last, of two of one day; the other one counts when that lapses', () => {
    const [first, last] = [assessed(3, '2026-01-05'), assessed(4, '2026-01-05', { until: '2026-01-31' })];
    const lines = ['2026-01-05..2026-01-31 level 4, of 4, lapsed', '2026-02-01.. level 3, of 3, runs'];
    expect(m05(first, last)).toEqual(lines);
    expect(m05(last, first)).toEqual(lines);
  });

  it('is that of the correction, from the day that the correction names', () => {
    expect(
      m05(assessed(5, '2026-01-05', { correctedBy: 'of 3' }), assessed(3, '2026-01-12'), assessed(4, '2026-03-01')),
    ).toEqual(['2026-01-12..2026-02-28 level 3, of 3, replaced', '2026-03-01.. level 4, of 4, runs']);
  });

  it('is never given by an assessment whose validity was over before it began', () => {
    expect(m05(assessed(3, '2026-01-05', { until: '2026-01-04' }))).toEqual([]);
    expect(m05(assessed(2, '2026-01-01'), assessed(3, '2026-01-05', { until: '2026-01-04' }))).toEqual([
      '2026-01-01.. level 2, of 2, runs',
    ]);
  });

  it('holds for a single day where the validity is one day', () => {
    expect(m05(assessed(3, '2026-01-05', { until: '2026-01-05' }))).toEqual([
      '2026-01-05..2026-01-05 level 3, of 3, lapsed',
      '2026-01-06.. level none, of 3, runs',
    ]);
  });

  it('runs where it is valid until the last day that can be written', () => {
    expect(m05(assessed(3, '2026-01-05', { until: '9999-12-31' }))).toEqual(['2026-01-05.. level 3, of 3, runs']);
    expect(m05(assessed(3, '2026-01-05', { until: '9999-12-30' }))).toEqual([
      '2026-01-05..9999-12-30 level 3, of 3, lapsed',
      '9999-12-31.. level none, of 3, runs',
    ]);
  });

  it('is not touched by what the person thinks, which stands apart (R06)', () => {
    const both = [assessed(2, '2026-01-05'), assessed(5, '2026-02-01', { method: 'self' })];
    expect(levelIntervals(both, 'M05').map(line)).toEqual(['2026-01-05.. level 2, of 2, runs']);
    expect(selfLevelIntervals(both, 'M05').map(line)).toEqual(['2026-02-01.. level 5, of 5, runs']);
  });

  it.each([
    ['each outlasted by those before it', (index: number, n: number) => 3 * n - index],
    ['each outlasting those before it', (index: number, n: number) => 3 * n + index],
  ])('takes no more than little over twice the work for twice the assessments, %s', (_, lastDayOf) => {
    const reads = (n: number) => {
      let count = 0;
      const list = Array.from({ length: n }, (_, index) => {
        const until = addDays(day('2026-01-01'), lastDayOf(index, n));
        const known = assessed(3, addDays(day('2026-01-01'), index), { until });
        return Object.defineProperty(known, 'validUntil', {
          get: () => {
            count += 1;
            return until;
          },
        });
      });
      levelIntervals(list, 'M05');
      return count;
    };
    expect(reads(400) / reads(200)).toBeLessThan(2.5);
  });
});

// Few days and few levels, so that assessments of one day, lapses of one day and both together are common.
const DAYS = ['02-26', '02-27', '02-28', '03-01', '03-02', '03-03', '03-04', '03-05'].map((text) =>
  day(`2026-${text}`),
);
const BEFORE = addDays(day('2026-02-26'), -2);
/** All days on which something may begin or end, and two on either side. */
const ALL_DAYS = Array.from({ length: DAYS.length + 4 }, (_, index) => addDays(BEFORE, index));

/** Half of them by the person, so that both sides have enough. */
const METHODS: readonly AssessmentMethod[] = ['assessmentCentre', 'test', 'self', 'self'];

/** An assessment before it has its place in the stream. */
const assessment = fc.record({
  competency: fc.constantFrom('M05', 'M05', 'M05', 'T-DUKCAPIL-01'),
  level: fc.integer({ min: 1, max: 5 }),
  method: fc.constantFrom(...METHODS),
  assessedOn: fc.constantFrom(...DAYS),
  validUntil: fc.constantFrom(null, ...DAYS),
  correctedBy: fc.constantFrom(null, null, null, 'a-correction'),
});

/** The assessments of a person in the order of recording. */
const stream = fc
  .array(assessment, { maxLength: 12 })
  .map((list) =>
    list.map((known, revision): KnownAssessment => ({ ...known, revision, eventId: `event-${revision}` })),
  );

const sides = [
  { name: 'by others', intervals: levelIntervals, counts: (method: string) => method !== 'self' },
  { name: 'by the person', intervals: selfLevelIntervals, counts: (method: string) => method === 'self' },
] as const;

describe.each(sides)('the laws of the levels over time, assessed $name', ({ intervals, counts }) => {
  const holds = (law: (assessments: readonly KnownAssessment[], found: readonly LevelInterval[]) => void) =>
    fc.assert(
      fc.property(stream, (assessments) => law(assessments, intervals(assessments, 'M05'))),
      { numRuns: 500 },
    );

  it('every day says what the assessment of the day says', () =>
    holds((assessments, found) => {
      const standing = assessments.filter(({ correctedBy }) => correctedBy === null);
      const byIntervals = ALL_DAYS.map((on) => {
        const covering = found.filter(({ from, until }) => from <= on && (until === null || on <= until));
        return covering.flatMap(({ level, by: { eventId } }) => (level === null ? [] : [{ on, level, eventId }]));
      });
      const byDay = ALL_DAYS.map((on) => {
        const giving = assessmentOn(standing, 'M05', on, ({ method }) => counts(method));
        return giving === undefined ? [] : [{ on, level: giving.level, eventId: giving.eventId }];
      });
      expect(byIntervals).toEqual(byDay);
    }));

  it('no interval ends before it begins, and each begins the day after the one before it', () =>
    holds((_, found) => {
      for (const [index, { from, until }] of found.entries()) {
        const next = found[index + 1];
        expect(until === null).toBe(next === undefined);
        if (until === null || next === undefined) continue;
        expect(daysBetween(from, until)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(until, next.from)).toBe(1);
      }
    }));

  it('the first interval gives a level on the day of its assessment', () =>
    holds((_, [first]) => {
      if (first === undefined) return;
      expect(first.level).not.toBeNull();
      expect(first.from).toBe(first.by.assessedOn);
    }));

  it('every interval names an assessment that was not corrected, as it was recorded', () =>
    holds((assessments, found) => {
      for (const { competency, from, level, by } of found) {
        const named = assessments.find(({ eventId }) => eventId === by.eventId);
        expect(named).toMatchObject({ ...by, competency, correctedBy: null, ...(level !== null && { level }) });
        expect(by.assessedOn <= from).toBe(true);
        expect(counts(by.method)).toBe(true);
      }
    }));

  it('two intervals in a row differ in their assessment, or one of them is without a level', () =>
    holds((_, found) => {
      for (const [index, { level, by }] of found.slice(1).entries()) {
        const before = found[index];
        expect(`${before?.by.eventId}, gives ${before?.level !== null}`).not.toBe(
          `${by.eventId}, gives ${level !== null}`,
        );
      }
    }));

  it('an interval without a level follows directly on the one that lapsed, and names the same assessment', () =>
    holds((_, found) => {
      for (const [index, { level, by }] of found.entries()) {
        if (level === null) expect(found[index - 1]).toMatchObject({ by, ended: 'lapsed', level: expect.any(Number) });
      }
    }));

  it('it ends as lapsed on the last day of its validity, as replaced the day before an assessment, and else it runs', () =>
    holds((assessments, found) => {
      for (const [index, { until, level, by, ended }] of found.entries()) {
        const next = found[index + 1];
        const lapses =
          level !== null && assessments.some((known) => known.eventId === by.eventId && known.validUntil === until);
        expect(ended).toBe(until === null ? 'runs' : lapses ? 'lapsed' : 'replaced');
        if (ended === 'replaced') expect(next?.by.assessedOn).toBe(next?.from);
      }
    }));

  it('the order of the list makes no difference, and the list is left as it was', () =>
    fc.assert(
      fc.property(
        stream.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          const before = [...shuffled];
          expect(intervals(shuffled, 'M05')).toEqual(intervals(list, 'M05'));
          expect(shuffled).toEqual(before);
        },
      ),
      { numRuns: 500 },
    ));

  it.each([
    ['was corrected', { correctedBy: 'a-correction' }],
    ['is of the other side', { method: counts('self') ? 'test' : 'self' }],
    ['is of another competency', { competency: 'M01' }],
  ] as const)('a record that %s changes nothing', (_, what) =>
    fc.assert(
      fc.property(stream, assessment, fc.nat(), (list, more, at) => {
        const added = { ...more, eventId: 'added', revision: list.length, ...what };
        const place = at % (list.length + 1);
        expect(intervals(list.toSpliced(place, 0, added), 'M05')).toEqual(intervals(list, 'M05'));
      }),
      { numRuns: 300 },
    ),
  );
});
