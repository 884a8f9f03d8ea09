import { historyEventId } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { serviceBeforeAfter } from '../../../src/index.js';
import {
  ask,
  cancelled,
  concluded,
  designed,
  measurement,
  planned,
  policy,
  scheduled,
  survey,
} from '../../fixtures.js';

const january = { from: '2026-01-01', to: '2026-01-31' };
const february = { from: '2026-02-01', to: '2026-02-28' };
const march = { from: '2026-03-01', to: '2026-03-31' };
const april = { from: '2026-04-01', to: '2026-04-30' };
const may = { from: '2026-05-01', to: '2026-05-31' };
const waiting = (id: string, period: { from: string; to: string }, median: number, unitId?: string) =>
  measurement(id, { period, median, p90: 2 * median }, unitId);

const program = [designed('p'), planned({ comparisonUnits: ['kecamatan'] }), scheduled('b')];

describe('ServiceBeforeAfter', () => {
  it('takes the last measurement before the first session and the last after the last day, beside the comparison unit', async () => {
    const past = [
      ...program,
      waiting('m1', january, 3000),
      waiting('m2', february, 2400),
      waiting('m3', march, 1),
      waiting('m4', april, 1800),
      waiting('m5', may, 1500),
      waiting('k2', february, 2000, 'kecamatan'),
      waiting('k5', may, 2100, 'kecamatan'),
    ];
    const head = {
      programId: 'p',
      program: 'Program p (rekaan)',
      evaluationId: 'e',
      service: 'ktp-el',
      metric: 'waiting',
    };
    const days = { beforeTo: '2026-02-28', afterFrom: '2026-05-01', confoundedBy: null, suppressed: false };
    expect(await ask(serviceBeforeAfter, past, '2026-05-31')).toEqual([
      {
        ...head,
        ...days,
        unitId: 'loket',
        role: 'served',
        before: 2400,
        beforeP90: 4800,
        beforeN: 100,
        after: 1500,
        afterP90: 3000,
        afterN: 100,
        improvement: 3750,
      },
      {
        ...head,
        ...days,
        unitId: 'kecamatan',
        role: 'comparison',
        before: 2000,
        beforeP90: 4000,
        beforeN: 100,
        after: 2100,
        afterP90: 4200,
        afterN: 100,
        improvement: -500,
      },
    ]);
    const [earlier] = await ask(serviceBeforeAfter, past, '2026-05-30');
    expect(earlier).toMatchObject({ afterFrom: '2026-04-01', after: 1800 });
  });

  it('shows the guard metric and the elements of the survey that training can move, where more is better', async () => {
    const past = [
      ...program,
      measurement('g2', { metric: 'error', period: february, rate: 500 }),
      measurement('g5', { metric: 'error', period: may, rate: 450 }),
      survey('s1', { period: february }),
      survey('s2', { period: may, ikm: 8891, nrr: [3200, 3100, 3480, 3600, 3300, 3400, 3500, 2700, 3100] }),
    ];
    const lines = await ask(serviceBeforeAfter, past, '2026-05-31');
    expect(lines.map(({ metric, before, after, improvement }) => [metric, before, after, improvement])).toEqual([
      ['ikm', 8083, 8891, 1000],
      ['u3', 2900, 3480, 2000],
      ['u6', 3400, 3400, 0],
      ['u7', 3500, 3500, 0],
      ['u8', 3000, 2700, -1000],
      ['error', 500, 450, 1000],
    ]);
  });

  it('knows one side only where the other was not measured, and never divides by nothing', async () => {
    const [line] = await ask(serviceBeforeAfter, [...program, waiting('m2', february, 2400)], '2026-05-31');
    expect(line).toMatchObject({ before: 2400, after: null, afterFrom: null, improvement: null, suppressed: false });
    const zero = [...program, waiting('m2', february, 0), waiting('m5', may, 10)];
    expect((await ask(serviceBeforeAfter, zero, '2026-05-31'))[0]?.improvement).toBeNull();
  });

  it('says which other programmes acted on the unit in between', async () => {
    const measured = [waiting('m2', february, 2400), waiting('m5', may, 1500)];
    const other = (from: string) => [
      planned({ programId: 'q' }, 'e2'),
      scheduled('b2', { programId: 'q', evaluationId: 'e2', period: { from, to: from } }),
    ];
    const confoundedBy = async (...events: Parameters<typeof ask>[1]) =>
      (await ask(serviceBeforeAfter, [...program, ...measured, ...events], '2026-12-31')).find(
        ({ programId }) => programId === 'p',
      )?.confoundedBy;
    expect(await confoundedBy(...other('2026-04-10'))).toBe('q');
    expect(await confoundedBy(...other('2026-05-31'))).toBe('q');
    expect(await confoundedBy(...other('2026-02-28'))).toBe('q');
    expect(await confoundedBy(...other('2026-06-01'))).toBeNull();
    expect(await confoundedBy(...other('2026-02-27'))).toBeNull();
    expect(await confoundedBy(...other('2026-04-10'), cancelled('b2'))).toBeNull();
  });

  it('hides what rests on too few cases, and the improvement with it', async () => {
    const past = [
      policy({ 'disclosure.minimumN': 10 }),
      ...program,
      measurement('m2', { period: february, median: 2400, p90: 2400, n: 9 }),
      measurement('m5', { period: may, median: 1500, p90: 1500, n: 10 }),
    ];
    expect((await ask(serviceBeforeAfter, past, '2026-05-31'))[0]).toMatchObject({
      before: null,
      beforeP90: null,
      beforeN: null,
      after: 1500,
      improvement: null,
      suppressed: true,
    });
  });

  it('takes a corrected measurement in the place of the wrong one', async () => {
    const [stream, event] = waiting('m2', february, 2000);
    const corrects = { eventId: historyEventId('serviceUnit-loket', 0), reason: 'salah baca' };
    const past = [...program, waiting('m2', february, 2400), [stream, event, { corrects }]] as const;
    expect((await ask(serviceBeforeAfter, past, '2026-05-31')).map(({ before }) => before)).toEqual([2000]);
  });

  it('hides the state after as well, where that rests on too few cases', async () => {
    const few = measurement('m5', { period: may, median: 1500, p90: 1500, n: 4 });
    expect(
      (await ask(serviceBeforeAfter, [...program, waiting('m2', february, 2400), few], '2026-05-31'))[0],
    ).toMatchObject({
      before: 2400,
      after: null,
      improvement: null,
      suppressed: true,
    });
  });

  it('lies between the first session and the last day of all its batches, whichever was scheduled first', async () => {
    const later = scheduled('a', { period: { from: '2026-04-20', to: '2026-04-30' } });
    const between = scheduled('c', { period: { from: '2026-03-20', to: '2026-04-05' } });
    const past = [
      designed('p'),
      planned(),
      later,
      scheduled('b'),
      between,
      waiting('m4', { from: '2026-04-30', to: '2026-05-15' }, 2),
      waiting('m5', { from: '2026-05-01', to: '2026-05-20' }, 1500),
      waiting('m3', { from: '2026-02-20', to: '2026-03-10' }, 3),
      waiting('m2', { from: '2026-02-10', to: '2026-03-09' }, 2400),
      waiting('m1', january, 9),
    ];
    expect((await ask(serviceBeforeAfter, past, '2026-05-31'))[0]).toMatchObject({
      beforeTo: '2026-03-09',
      before: 2400,
      afterFrom: '2026-05-01',
      after: 1500,
    });
  });

  it('waits for the first session, and for an evaluation that is planned', async () => {
    const past = [...program, waiting('m2', february, 2400)];
    expect(await ask(serviceBeforeAfter, past, '2026-03-09')).toEqual([]);
    expect(await ask(serviceBeforeAfter, past, '2026-03-10')).toHaveLength(1);
    expect(await ask(serviceBeforeAfter, [designed('p'), scheduled('b')], '2026-03-10')).toEqual([]);
    expect(await ask(serviceBeforeAfter, [designed('p'), planned(), concluded()], '2026-12-31')).toEqual([]);
  });
});
