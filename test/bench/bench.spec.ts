import { describe, expect, it } from 'vitest';
import { asked } from './arguments.js';
import { comparisons } from './comparisons.js';
import type { Measurement, Settings } from './measurement.js';
import { ratio, ratioText } from './ratio.js';
import { type Rounds, report, reportText } from './report.js';
import { scenarios } from './scenarios/index.js';
import { summary } from './statistics.js';
import { figure, table } from './table.js';
import { bytesOf, inBatches, oneByOne } from './workload.js';

const settings: Settings = {
  driver: 'sqlite 1.0',
  synchronous: 'full',
  journal: 'wal',
  durable: true,
  pattern: 'one event an append',
  events: 1000,
  bytes: 500_000,
  callers: 1,
};
const at = (median: number, other: Partial<Settings> = {}) => ({ median, settings: { ...settings, ...other } });

describe('the sum of rounds', () => {
  it('is the middle one, with the least and the most', () => {
    expect(summary([5, 1, 9])).toEqual({ rounds: 3, median: 5, least: 1, most: 9 });
  });

  it('is between the two in the middle, when there is no middle one', () => {
    expect(summary([4, 1, 2, 100]).median).toBe(3);
  });

  it('is refused without rounds, and for what is no number', () => {
    expect(() => summary([])).toThrow(RangeError);
    expect(() => summary([1, Number.NaN])).toThrow(RangeError);
  });
});

describe('a ratio', () => {
  it('is one median over another that was measured alike', () => {
    expect(ratio(at(80), at(100))).toEqual({ like: true, value: 0.8 });
  });

  it.each([
    ['driver', { driver: 'sqlite 2.0' }],
    ['synchronous', { synchronous: 'off' }],
    ['journal', { journal: 'delete' }],
    ['durable', { durable: false }],
    ['pattern', { pattern: 'batches of 10' }],
    ['events', { events: 999 }],
    ['bytes', { bytes: 600_000 }],
    ['callers', { callers: 64 }],
  ] as const)('is refused where the two differ in %s', (condition, other) => {
    const found = ratio(at(80), at(100, other));
    expect(found.like).toBe(false);
    expect(ratioText(found)).toMatch(new RegExp(`^unlike: ${condition}: `));
  });

  it('names every difference', () => {
    expect(ratioText(ratio(at(1), at(1, { synchronous: 'off', durable: false })))).toBe(
      'unlike: synchronous: full and off; durable: true and false',
    );
  });

  it('is given where they differ on purpose, and in nothing else', () => {
    expect(ratio(at(80), at(100, { driver: 'other' }), ['driver']).like).toBe(true);
    expect(ratio(at(80), at(100, { driver: 'other', synchronous: 'off' }), ['driver']).like).toBe(false);
  });

  it('takes sizes as alike that differ by a hundredth', () => {
    expect(ratio(at(80), at(100, { bytes: 505_000 })).like).toBe(true);
  });

  it('is refused where nothing was measured', () => {
    expect(ratio(at(80), at(0)).like).toBe(false);
    expect(ratio(at(Number.NaN), at(100)).like).toBe(false);
  });
});

describe('a report', () => {
  const about = {
    at: '2026-06-01T00:00:00.000Z',
    quick: false,
    machine: {
      node: 'v20',
      platform: 'linux',
      cpu: 'cpu',
      cores: 2,
      memoryGb: 8,
      fdatasync: summary([1000]),
    },
    driver: 'sqlite 1.0',
    peers: { installed: false, why: 'no compiler' },
  } as const;

  it('says which thresholds are met, by the medians of the rounds', () => {
    const found = report([rounds('single', 'library', [1, 1.25, 9]), rounds('single', 'bare', [1, 1, 1])], about);
    expect(found.ratios).toEqual([
      { title: 'single append / bare driver', ratio: { like: true, value: 0.8 }, atLeast: 0.8, met: true },
    ]);
    expect(reportText(found)).toMatch(/single append \/ bare driver +0\.800 +>= 0\.8 +met/);
  });

  it('says that a threshold is not met where the two are unlike', () => {
    const found = report(
      [rounds('single', 'library', [1]), rounds('single', 'bare', [10], { synchronous: 'off', durable: false })],
      about,
    );
    expect(found.ratios[0]?.met).toBe(false);
    expect(reportText(found)).toContain('unlike: synchronous: full and off');
  });

  it('prints no ratio with a peer that could not be installed, and says why', () => {
    const text = reportText(report([rounds('single', 'library', [1]), rounds('single', 'bare', [1])], about));
    expect(text).toContain('could not be installed (no compiler)');
    expect(text).not.toContain('/ emmett');
  });

  it('tells what failed instead of leaving it out', () => {
    const broken: Rounds = { ...rounds('single', 'bare', []), failure: 'disk full' };
    expect(reportText(report([broken], about))).toContain('single bare: disk full');
  });

  it('has no thresholds in a small run', () => {
    const text = reportText(
      report([rounds('single', 'library', [1]), rounds('single', 'bare', [1])], { ...about, quick: true }),
    );
    expect(text).not.toMatch(/\bmet\b/i);
  });
});

describe('a table', () => {
  it('has its first column to the left and the others to the right', () => {
    expect(
      table(
        ['what', 'rate'],
        [
          ['a', '1'],
          ['longer', '1 000'],
        ],
      ),
    ).toBe(['what     rate', '------  -----', 'a           1', 'longer  1 000'].join('\n'));
  });

  it('writes numbers as people read them', () => {
    expect([1_234_567, 123.4, 12.34, 0.04217, Number.NaN].map(figure)).toEqual([
      '1 234 567',
      '123',
      '12.3',
      '0.0422',
      '-',
    ]);
  });
});

describe('the work that is measured', () => {
  it('is so many events one by one, each at its revision', () => {
    const appends = oneByOne(300);
    expect(appends).toHaveLength(300);
    const revisions = new Map<string, number>();
    for (const { stream, events, expected } of appends) {
      expect(events).toHaveLength(1);
      expect(expected).toBe(revisions.get(stream) ?? 'none');
      revisions.set(stream, (revisions.get(stream) ?? -1) + 1);
    }
  });

  it('is as many events in batches, of one size, each at its revision', () => {
    const appends = inBatches(1000, 10, 7);
    expect(appends.map(({ events }) => events.length)).toEqual(new Array(100).fill(10));
    expect(appends.filter(({ expected }) => expected === 'none')).toHaveLength(7);
    expect(appends.at(-1)?.expected).toBe(Math.floor(99 / 7) * 10 - 1);
  });

  it('weighs about half a kilobyte an event', () => {
    expect(bytesOf(oneByOne(2000)) / 2000).toBeGreaterThan(400);
  });

  it('compares only what some scenario measures', () => {
    const measured = new Set(
      scenarios.flatMap(({ name, contestants }) => contestants.map((contestant) => `${name} ${contestant}`)),
    );
    const compared = comparisons.flatMap(({ one, other }) => [one, other]);
    const unknown = compared.filter(({ scenario, contestant }) => !measured.has(`${scenario} ${contestant}`));
    expect(unknown).toEqual([]);
  });
});

describe('the options', () => {
  it('are none by default', () => {
    expect(asked([])).toMatchObject({ quick: false, log: undefined, rounds: undefined, only: [], noPeers: false });
  });

  it('choose scenarios, rounds and the size of the log', () => {
    expect(asked(['--only', 'single,read', '--rounds', '3', '--large'])).toMatchObject({
      only: ['single', 'read'],
      rounds: 3,
      log: 5_000_000,
    });
  });

  it('are refused where they are not known, or no number', () => {
    expect(() => asked(['--fast'])).toThrow(TypeError);
    expect(() => asked(['--rounds', 'many'])).toThrow(RangeError);
  });
});

function rounds(
  scenario: string,
  contestant: Rounds['contestant'],
  seconds: readonly number[],
  other: Partial<Settings> = {},
): Rounds {
  return {
    scenario,
    title: scenario,
    durable: true,
    contestant,
    measurements: seconds.map(
      (taken): Measurement => ({
        seconds: taken,
        count: 1000,
        unit: 'events',
        settings: { ...settings, ...other },
        peakMb: 100,
      }),
    ),
  };
}
