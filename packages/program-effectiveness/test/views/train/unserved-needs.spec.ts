import { DevelopmentNeedLeftUnserved, ProgramCancelled, WorkplaceLearningAssigned } from '@pembinaan/core';
import type { GivenEvent } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { unservedNeeds } from '../../../src/index.js';
import {
  ask,
  by,
  cancelled,
  confirmed,
  declined,
  designed,
  need,
  nominated,
  on,
  outcome,
  type Past,
  scheduled,
} from '../../fixtures.js';

const lost: Past = [
  designed('p'),
  scheduled('b'),
  nominated('b', 'ani', { unitId: 'loket', needId: 'n1' }),
  cancelled('b', ['ani'], '2026-03-01'),
];
const unserved = (needId: string): GivenEvent => [
  `developmentNeed-${needId}`,
  DevelopmentNeedLeftUnserved.of({ programId: 'p', flaggedBy: { subjectId: 'process' } }),
  on('2026-03-02'),
];
const programCancelled: GivenEvent = [
  'program-p',
  ProgramCancelled.of({ reason: { code: 'budget' }, openBatches: ['b'], cancelledBy: by }),
  on('2026-03-01'),
];
const later = (programId: string, from = '2026-05-01'): GivenEvent =>
  scheduled('later', { programId, period: { from, to: from } });

const whoWaits = async (past: Past, day = '2026-06-30') =>
  (await ask(unservedNeeds, past, day)).map(({ kind, needId, employeeId }) => [kind, needId, employeeId]);

describe('UnservedNeeds', () => {
  it('names the people who lost a batch and the needs that lost a programme, with the reason', async () => {
    const past = [
      need('n1', { target: { kind: 'unit', unitId: 'loket' }, competency: 'M05' }),
      ...lost,
      programCancelled,
      unserved('n1'),
    ];
    const head = { programId: 'p', program: 'Program p (rekaan)', needId: 'n1', competency: 'M05', unitId: 'loket' };
    expect(await ask(unservedNeeds, past, '2026-06-30')).toEqual([
      { ...head, kind: 'participant', batchId: 'b', reason: 'budget', since: '2026-03-01', employeeId: 'ani' },
      { ...head, kind: 'need', batchId: null, reason: 'budget', since: '2026-03-02', employeeId: null },
    ]);
    expect(await ask(unservedNeeds, past, '2026-02-28')).toEqual([]);
    expect(await ask(unservedNeeds, past, '2026-03-01')).toHaveLength(1);
  });

  it('counts a later place in the same programme, or in one with a competency in common, as served', async () => {
    const inLater = [nominated('later', 'ani'), confirmed('later', 'ani')];
    expect(await whoWaits([...lost, later('p'), ...inLater])).toEqual([]);
    const alike = designed('q', { competencies: [{ code: 'M05', targetLevel: 2 }] });
    expect(await whoWaits([...lost, alike, later('q'), ...inLater])).toEqual([]);
    expect(await whoWaits([...lost, later('p', '2026-03-01'), ...inLater])).toEqual([]);
    expect(await whoWaits([...lost, later('unknown'), ...inLater])).toEqual([['participant', 'n1', 'ani']]);
    const unlike = designed('q', { competencies: [{ code: 'M01', targetLevel: 2 }] });
    expect(await whoWaits([...lost, unlike, later('q'), ...inLater])).toEqual([['participant', 'n1', 'ani']]);
  });

  it('does not count a place that was declined, not completed, held before, or lost again', async () => {
    const waiting = [['participant', 'n1', 'ani']];
    const seat = [nominated('later', 'ani'), confirmed('later', 'ani')];
    expect(await whoWaits([...lost, later('p'), nominated('later', 'ani')])).toEqual(waiting);
    expect(await whoWaits([...lost, later('p'), nominated('later', 'ani'), declined('later', 'ani')])).toEqual(waiting);
    expect(
      await whoWaits([...lost, later('p'), ...seat, outcome('later', 'ani', { outcome: 'notCompleted' })]),
    ).toEqual(waiting);
    expect(await whoWaits([...lost, later('p', '2026-02-28'), ...seat])).toEqual(waiting);
    expect(await whoWaits([...lost, later('p'), ...seat, cancelled('later', ['ani'], '2026-04-01')])).toHaveLength(2);
  });

  it('takes a need for served by anybody who was nominated for it, and by learning at a workplace', async () => {
    const start = [need('n1'), designed('p'), programCancelled, unserved('n1')];
    expect(await whoWaits(start)).toEqual([['need', 'n1', null]]);
    const unlike = designed('q', { competencies: [{ code: 'M01', targetLevel: 2 }] });
    const seat = [later('q'), nominated('later', 'budi', { needId: 'n1' }), confirmed('later', 'budi')];
    expect(await whoWaits([...start, unlike, ...seat])).toEqual([]);
    const elsewhere = [later('q'), nominated('later', 'budi'), confirmed('later', 'budi')];
    expect(await whoWaits([...start, unlike, ...elsewhere])).toEqual([['need', 'n1', null]]);
    const magang = (from: string, needId?: string): GivenEvent => [
      'workplaceLearning-w',
      WorkplaceLearningAssigned.of({
        employeeId: 'budi',
        form: 'NKL12',
        host: { kind: 'partner', partnerId: 'univ' },
        hostMentorId: 'dosen',
        period: { from, to: '2026-05-01' },
        objectives: ['belajar'],
        international: false,
        ...(needId === undefined ? {} : { needId }),
        jp: 2000,
        aboveCeiling: false,
        assignedBy: by,
      }),
    ];
    expect(await whoWaits([...start, magang('2026-03-02', 'n1')])).toEqual([]);
    const waiting = [['need', 'n1', null]];
    expect(await whoWaits([...start, magang('2026-03-01', 'n1')])).toEqual(waiting);
    expect(await whoWaits([...start, magang('2026-04-01', 'n2')])).toEqual(waiting);
    const noNeed = [designed('p'), scheduled('b'), nominated('b', 'ani'), cancelled('b', ['ani'])];
    expect(await whoWaits([...noNeed, magang('2026-04-01')])).toEqual([['participant', null, 'ani']]);
  });
});
