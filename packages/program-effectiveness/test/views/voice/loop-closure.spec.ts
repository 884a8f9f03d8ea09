import { ImprovementActionAssigned, ImprovementActionCompleted, PublicReportClosed } from '@pembinaan/core';
import type { GivenEvent } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { loopClosure } from '../../../src/index.js';
import {
  approved,
  ask,
  by,
  concluded,
  designed,
  drafted,
  forum,
  hash,
  impact,
  input,
  need,
  nominated,
  on,
  type Past,
  planItem,
  planned,
  report,
  scheduled,
  validated,
} from '../../fixtures.js';

const closedWith = (reportId: string, developmentNeedId: string): GivenEvent => [
  `publicReport-${reportId}`,
  PublicReportClosed.of({ on: '2026-03-20', developmentNeedId, closedBy: by }),
];
const target = { kind: 'serviceUnit', unitId: 'loket' } as const;
const cause = { kind: 'complaint', reportId: 'l1' } as const;
const assigned: GivenEvent = [
  'improvementAction-a',
  ImprovementActionAssigned.of({
    target,
    cause,
    task: 'atur ulang antrean',
    ownerId: 'kadis',
    due: '2026-04-30',
    assignedBy: by,
  }),
];
const done: GivenEvent = [
  'improvementAction-a',
  ImprovementActionCompleted.of({ target, cause, evidenceHash: hash, verifiedBy: by }),
  on('2026-04-20'),
];
const reached = async (past: Past) =>
  (await ask(loopClosure, past, '2026-12-31')).map((line) => [line.id, line.reached, line.needId, line.programId]);

describe('LoopClosure', () => {
  it('follows a report to the need, the plan, the programme, the action and the measured change', async () => {
    const past = [
      report('l1'),
      need('n1', { origin: { kind: 'complaint', ref: 'LAPOR-l1' } }),
      validated('n1'),
      drafted(),
      planItem('item', { needIds: ['n1'] }),
      designed('p'),
      approved('p'),
      planned(),
      impact(3750),
      concluded(),
      assigned,
      done,
    ];
    const head = {
      source: 'report',
      id: 'l1',
      on: '2026-03-02',
      unitId: 'loket',
      service: 'ktp-el',
      topics: 'waktu-tunggu',
    };
    const noAction = { actionId: null, actionDue: null, actionDoneOn: null };
    expect(await ask(loopClosure, past, '2026-12-31')).toEqual([
      {
        ...head,
        reached: 'done',
        needId: null,
        needStatus: null,
        planItem: null,
        programId: null,
        programStatus: null,
        actionId: 'a',
        actionDue: '2026-04-30',
        actionDoneOn: '2026-04-20',
        conclusion: null,
        metric: null,
        improvement: null,
      },
      {
        ...head,
        reached: 'measured',
        needId: 'n1',
        needStatus: 'validated',
        planItem: 'x-2026/item',
        programId: 'p',
        programStatus: 'approved',
        ...noAction,
        conclusion: 'effective',
        metric: 'waiting',
        improvement: 3750,
      },
    ]);
  });

  it('says how far each has come', async () => {
    expect(await reached([report('l1')])).toEqual([['l1', 'nothing', null, null]]);
    expect(await reached([report('l1'), assigned])).toEqual([['l1', 'action', null, null]]);
    const needed = [report('l1'), need('n1'), closedWith('l1', 'n1')];
    expect(await reached(needed)).toEqual([['l1', 'need', 'n1', null]]);
    const inPlan = [...needed, drafted(), planItem('item', { needIds: ['n1'] })];
    expect(await reached(inPlan)).toEqual([['l1', 'plan', 'n1', null]]);
    expect(await reached([...inPlan, designed('p')])).toEqual([['l1', 'program', 'n1', 'p']]);
  });

  it('finds the programme also by the people who were nominated for the need, and names it once', async () => {
    const needed = [report('l1'), need('n1'), closedWith('l1', 'n1'), designed('p'), scheduled('b')];
    const seats = [nominated('b', 'ani', { needId: 'n1' }), nominated('b', 'budi', { needId: 'n1' })];
    expect(await reached([...needed, ...seats])).toEqual([['l1', 'program', 'n1', 'p']]);
    const inPlan = [drafted(), planItem('item', { needIds: ['n1'] })];
    expect(await reached([...needed, ...seats, ...inPlan])).toEqual([['l1', 'program', 'n1', 'p']]);
  });

  it('claims no change that was measured elsewhere', async () => {
    const past = [
      report('l1'),
      need('n1'),
      closedWith('l1', 'n1'),
      drafted(),
      planItem('item', { needIds: ['n1'] }),
      designed('p'),
      planned(),
    ];
    const changed = async (...events: Past) =>
      (await ask(loopClosure, [...past, ...events], '2026-12-31')).map(({ improvement }) => improvement);
    expect(await changed(impact(3750, { unitId: 'kecamatan' }))).toEqual([null]);
    expect(await changed(impact(3750, { service: 'akta' }))).toEqual([null]);
    expect(await changed(impact(3750))).toEqual([3750]);
  });

  it('takes the last conclusion and the last impact, whichever evaluation was planned first', async () => {
    const past = [
      report('l1'),
      need('n1'),
      closedWith('l1', 'n1'),
      drafted(),
      planItem('item', { needIds: ['n1'] }),
      designed('p'),
    ];
    const later = [
      planned({}, 'a'),
      impact(200, {}, 'a'),
      concluded({ conclusion: 'inconclusive', concludedOn: '2026-09-01' }, 'a'),
    ];
    const earlier = [planned(), impact(3750), concluded()];
    const [line] = await ask(loopClosure, [...past, ...later, ...earlier], '2026-12-31');
    expect(line).toMatchObject({ conclusion: 'inconclusive', improvement: 200 });
    const underWay = [planned({}, 'b'), impact(500, {}, 'b')];
    const [now] = await ask(loopClosure, [...past, ...underWay, ...later], '2026-12-31');
    expect(now).toMatchObject({ conclusion: 'inconclusive', improvement: 500 });
  });

  it('follows an action on a programme to that programme, and keeps plan items apart', async () => {
    const onProgram: GivenEvent = [
      'improvementAction-a',
      ImprovementActionAssigned.of({
        target: { kind: 'program', programId: 'p' },
        cause,
        task: 'perbaiki modul',
        ownerId: 'kadis',
        due: '2026-04-30',
        assignedBy: by,
      }),
    ];
    const [line] = await ask(loopClosure, [report('l1'), designed('p'), onProgram], '2026-12-31');
    expect(line).toMatchObject({ reached: 'action', programId: 'p', programStatus: 'designed', actionId: 'a' });

    const other = designed('q', { planItem: { planId: 'x-2026', itemId: 'other' } });
    const stray = designed('r', { planItem: { planId: 'y-2026', itemId: 'item' } });
    const inPlan = [need('n1'), closedWith('l1', 'n1'), drafted(), planItem('item', { needIds: ['n1'] })];
    expect(await reached([report('l1'), ...inPlan, other, stray])).toEqual([['l1', 'plan', 'n1', null]]);
  });

  it('follows an input at a forum by its cause and by its need', async () => {
    const past = [forum('f'), input('f', 'i'), need('n1', { origin: { kind: 'forum', ref: 'i' } })];
    expect(await reached(past)).toEqual([['f/i', 'need', 'n1', null]]);
    const strategic = [forum('f'), input('f', 'i'), need('n1', { origin: { kind: 'strategic', ref: 'i' } })];
    expect(await reached(strategic)).toEqual([['f/i', 'nothing', null, null]]);
  });
});
