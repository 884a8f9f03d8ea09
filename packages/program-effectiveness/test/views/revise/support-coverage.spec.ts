import { ChangeResistanceObserved, ChangeSupportGiven } from '@pembinaan/core';
import { type GivenEvent, historyEventId } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { supportCoverage } from '../../../src/index.js';
import { ask, by } from '../../fixtures.js';

const stream = 'changeSupport-loket-2026';
const resistance = (observationId: string, level: number, observedOn: string, n = 12): GivenEvent => [
  stream,
  ChangeResistanceObserved.of({
    observationId,
    unitId: 'loket',
    about: 'technology',
    level,
    basis: 'survey',
    n,
    observedOn,
    observedBy: by,
  }),
];
const support = (
  supportId: string,
  date: string,
  kind: 'education' | 'example' = 'education',
  reach = 10,
  about: 'technology' | 'procedure' = 'technology',
): GivenEvent => [stream, ChangeSupportGiven.of({ supportId, unitId: 'loket', kind, about, reach, date, givenBy: by })];

describe('SupportCoverage', () => {
  it('sets the resistance before the first support beside the last one after it', async () => {
    const past = [
      resistance('o1', 2, '2026-01-10'),
      resistance('o2', 4, '2026-02-10'),
      support('s1', '2026-02-10'),
      resistance('o3', 3, '2026-03-10'),
      support('s2', '2026-03-20', 'example'),
      resistance('o4', 1, '2026-06-10'),
    ];
    expect(await ask(supportCoverage, past, '2026-06-30')).toEqual([
      {
        unitId: 'loket',
        about: 'technology',
        supports: 2,
        kinds: 'education example',
        reach: 20,
        firstSupportOn: '2026-02-10',
        before: 4,
        beforeOn: '2026-02-10',
        after: 1,
        afterOn: '2026-06-10',
        change: -3,
        unsupported: false,
        suppressed: false,
      },
    ]);
    expect((await ask(supportCoverage, past, '2026-06-09'))[0]).toMatchObject({ after: 3, change: -1 });
  });

  it('goes by the days of observation, not by when they were recorded; what is observed on the day of support is still before', async () => {
    const past = [resistance('o2', 4, '2026-02-10'), resistance('o1', 2, '2026-01-10'), support('s1', '2026-02-10')];
    expect((await ask(supportCoverage, past, '2026-02-10'))[0]).toMatchObject({ before: 4, after: null, supports: 1 });
    expect((await ask(supportCoverage, past, '2026-02-09'))[0]).toMatchObject({ before: 2, supports: 0 });
  });

  it('shows resistance that nobody met, and support for something else apart', async () => {
    const past = [resistance('o1', 2, '2026-01-10'), support('s1', '2026-02-01', 'education', 10, 'procedure')];
    const lines = await ask(supportCoverage, past, '2026-06-30');
    expect(
      lines.map(({ about, before, reach, unsupported, suppressed }) => [about, before, reach, unsupported, suppressed]),
    ).toEqual([
      ['procedure', null, 10, false, false],
      ['technology', 2, 0, true, false],
    ]);
  });

  it('hides a level that rests on too few people, and a reach of too few', async () => {
    const few = [resistance('o1', 4, '2026-01-10', 4), support('s1', '2026-02-01'), resistance('o2', 1, '2026-03-01')];
    expect((await ask(supportCoverage, few, '2026-06-30'))[0]).toMatchObject({
      before: null,
      after: 1,
      change: null,
      reach: 10,
      suppressed: true,
    });
    const reached = [resistance('o1', 4, '2026-01-10'), support('s1', '2026-02-01', 'education', 4)];
    expect((await ask(supportCoverage, reached, '2026-06-30'))[0]).toMatchObject({
      before: 4,
      reach: null,
      suppressed: true,
    });
  });

  it('takes a corrected observation in the place of the wrong one', async () => {
    const [, event] = resistance('o1', 1, '2026-01-10');
    const corrects = { eventId: historyEventId(stream, 0), reason: 'salah skala' };
    const past = [resistance('o1', 4, '2026-01-10'), [stream, event, { corrects }]] as const;
    expect((await ask(supportCoverage, past, '2026-06-30')).map(({ before }) => before)).toEqual([1]);
  });
});
