import { DevelopmentNeedDeclined, NeedsCycleOpened } from '@pembinaan/core';
import type { GivenEvent } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { planProgress } from '../../../src/index.js';
import { ask, by, drafted, need, on, planItem, policy, validated, verified } from '../../fixtures.js';

/** Monday 5 January 2026 and on. */
const cycle: GivenEvent = [
  'needsCycle-x-2026',
  NeedsCycleOpened.of({
    agencyId: 'x',
    year: 2026,
    startsOn: '2026-01-05',
    steps: [
      { step: 'collectData', workingDays: 4, due: '2026-01-08' },
      { step: 'inventory', workingDays: 2, due: '2026-01-12' },
      { step: 'verify', workingDays: 2, due: '2026-01-14' },
      { step: 'validate', workingDays: 2, due: '2026-01-16' },
      { step: 'enter', workingDays: 2, due: '2026-01-20' },
    ],
    openedBy: by,
  }),
];
const inCycle = { cycleId: 'x-2026' };

describe('PlanProgress', () => {
  it('measures each step against its last day, in working days', async () => {
    const past = [
      cycle,
      need('n1', inCycle, on('2026-01-09')),
      need('n2', inCycle, on('2026-01-12')),
      need('elsewhere', { cycleId: 'y-2026' }, on('2026-01-12')),
      verified('n1', on('2026-01-13')),
      verified('n2', on('2026-01-16')),
      validated('n1', on('2026-01-15')),
      drafted(),
      planItem('item', { needIds: ['n1'] }, { details: on('2026-01-19') }),
    ];
    const lines = await ask(planProgress, past, '2026-01-23');
    expect(lines.map(({ cycleId, year, workingDays, ...line }) => line)).toEqual([
      {
        step: 'collectData',
        due: '2026-01-08',
        status: 'unknown',
        done: null,
        waiting: null,
        firstOn: null,
        lastOn: null,
        workingDaysTaken: null,
        daysLate: null,
      },
      {
        step: 'inventory',
        due: '2026-01-12',
        status: 'done',
        done: 2,
        waiting: 0,
        firstOn: '2026-01-09',
        lastOn: '2026-01-12',
        workingDaysTaken: 2,
        daysLate: 0,
      },
      {
        step: 'verify',
        due: '2026-01-14',
        status: 'done',
        done: 2,
        waiting: 0,
        firstOn: '2026-01-13',
        lastOn: '2026-01-16',
        workingDaysTaken: 4,
        daysLate: 2,
      },
      {
        step: 'validate',
        due: '2026-01-16',
        status: 'open',
        done: 1,
        waiting: 1,
        firstOn: '2026-01-15',
        lastOn: '2026-01-15',
        workingDaysTaken: 7,
        daysLate: 5,
      },
      {
        step: 'enter',
        due: '2026-01-20',
        status: 'done',
        done: 1,
        waiting: 0,
        firstOn: '2026-01-19',
        lastOn: '2026-01-19',
        workingDaysTaken: 1,
        daysLate: 0,
      },
    ]);
    expect(lines[1]).toMatchObject({ cycleId: 'x-2026', year: 2026, workingDays: 2 });
  });

  it('goes by years and cycles', async () => {
    const [, { data }] = cycle;
    const other = NeedsCycleOpened.of({ ...NeedsCycleOpened.schema.parse(data), year: 2025, startsOn: '2025-01-06' });
    const lines = await ask(planProgress, [cycle, ['needsCycle-x-2025', other]], '2026-01-19');
    expect(lines.map(({ year }) => year)).toEqual([...Array(5).fill(2025), ...Array(5).fill(2026)]);
  });

  it('leaves holidays of the agency out, and counts a step that never began as late', async () => {
    const holidays = { years: [2026], days: [{ date: '2026-01-15', name: 'cuti bersama (rekaan)' }] };
    const lines = await ask(planProgress, [policy({ holidays }), cycle], '2026-01-19');
    expect(lines.map(({ step, status, daysLate }) => [step, status, daysLate])).toEqual([
      ['collectData', 'unknown', null],
      ['inventory', 'notBegun', 4],
      ['verify', 'notBegun', 2],
      ['validate', 'notBegun', 1],
      ['enter', 'notBegun', 0],
    ]);
  });

  it('waits at the inventory for a need that was returned, and no longer for one that was rejected', async () => {
    const sentAway = (needId: string, kind: 'returned' | 'rejected'): GivenEvent => [
      `developmentNeed-${needId}`,
      DevelopmentNeedDeclined.of({ kind, reason: { code: 'incomplete' }, declinedBy: by }),
    ];
    const past = [
      cycle,
      need('n1', inCycle),
      need('n2', inCycle),
      sentAway('n1', 'returned'),
      sentAway('n2', 'rejected'),
    ];
    const lines = await ask(planProgress, past, '2026-01-13');
    expect(lines.map(({ step, status, waiting }) => [step, status, waiting]).slice(1, 3)).toEqual([
      ['inventory', 'open', 1],
      ['verify', 'notBegun', 0],
    ]);
  });
});
