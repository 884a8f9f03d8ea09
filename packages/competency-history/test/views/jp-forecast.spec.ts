import { describe, expect, it } from 'vitest';
import { jpCompliance } from '../../src/index.js';
import {
  ask,
  batchCancelled,
  cameBack,
  confirmed,
  correcting,
  credited,
  type Line,
  nominated,
  outcome,
  pns,
  policy,
  pppk,
  sentTo,
} from '../fixtures.js';

const ON = '2026-06-30';
const only = async (lines: readonly Line[], on = ON) => (await ask(jpCompliance, lines, on))[0];
const batch = (batchId: string) => ({ source: { kind: 'batch', batchId } }) as const;

describe('the forecast of JpCompliance', () => {
  const office = [policy(), ...pns('a', 'loket'), credited('a', '2026-03-01', 500)];

  it('adds to what was credited what is confirmed and assigned and ends in the year', async () => {
    const lines = [
      ...office,
      confirmed('b1', 'a', '2026-08-01', '2026-08-02', 600),
      sentTo('w1', 'a', '2026-09-01', '2026-12-31', 700),
    ];
    expect(await only(lines)).toMatchObject({
      credited: 500,
      left: 1500,
      status: 'below',
      forecast: 1800,
      forecastLeft: 200,
    });
  });

  it('is what was credited where nothing lies ahead, and never misses less than nothing', async () => {
    expect(await only(office)).toMatchObject({ forecast: 500, forecastLeft: 1500 });
    expect(await only([...office, confirmed('b1', 'a', '2026-08-01', '2026-08-02', 9000)])).toMatchObject({
      forecast: 9500,
      forecastLeft: 0,
    });
  });

  it('leaves out what ends in another year, what is only nominated, and what will not take place', async () => {
    const lines = [
      ...office,
      confirmed('b1', 'a', '2026-12-31', '2027-01-02', 100),
      confirmed('b2', 'a', '2025-12-01', '2025-12-02', 200),
      nominated('b3', 'a', '2026-08-01'),
      confirmed('b4', 'a', '2026-08-05', '2026-08-06', 300),
      batchCancelled('b4', 'a'),
      sentTo('w1', 'a', '2026-12-01', '2027-01-31', 400),
      sentTo('w2', 'a', '2026-05-01', '2026-06-30', 800),
      cameBack('w2', 'a', '2026-05-20', 'stopped'),
    ];
    expect(await only(lines)).toMatchObject({ forecast: 500 });
  });

  it('no longer counts on what was decided', async () => {
    const failed = [
      ...office,
      confirmed('b1', 'a', '2026-05-01', '2026-05-02', 600),
      outcome('b1', 'a', 'notCompleted'),
    ];
    expect(await only(failed)).toMatchObject({ forecast: 500 });
  });

  it('still counts on a batch that is over and not yet decided', async () => {
    expect(await only([...office, confirmed('b1', 'a', '2026-05-01', '2026-05-02', 600)])).toMatchObject({
      forecast: 1100,
    });
  });

  it('counts a batch once whose JP bear its last day, while the outcome was decided later', async () => {
    const at = ([stream, event]: Line, occurredAt: string): Line => [stream, event, { occurredAt }];
    const lines: readonly Line[] = [
      ...office,
      at(confirmed('b1', 'a', '2026-05-01', '2026-05-02', 600), '2026-04-20T02:00:00.000Z'),
      at(outcome('b1', 'a', 'completed'), '2026-06-10T02:00:00.000Z'),
      credited('a', '2026-05-02', 600, batch('b1')),
    ];
    expect(await only(lines, '2026-05-01')).toMatchObject({ credited: 500, forecast: 1100 });
    expect(await only(lines, '2026-05-20')).toMatchObject({ credited: 1100, forecast: 1100 });
    expect(await only(lines, ON)).toMatchObject({ credited: 1100, forecast: 1100 });
  });

  it('counts a workplace once that was credited before it was completed on the day', async () => {
    const source = { kind: 'workplace', workplaceLearningId: 'w1' } as const;
    const lines = [
      ...office,
      sentTo('w1', 'a', '2026-05-01', '2026-05-31', 700),
      credited('a', '2026-05-31', 700, { source }),
    ];
    expect(await only(lines)).toMatchObject({ credited: 1200, forecast: 1200 });
  });

  it('does not count on JP that were taken back', async () => {
    const lines = [
      ...office,
      confirmed('b1', 'a', '2026-05-01', '2026-05-02', 600),
      credited('a', '2026-05-02', 600, batch('b1')),
      correcting(credited('a', '2026-05-02', 0, batch('b1')), 1),
    ];
    expect(await only(lines)).toMatchObject({ credited: 500, forecast: 500 });
  });

  it('knows the forecast but not what is missing where no policy says how much is needed', async () => {
    expect(await only(office.slice(1))).toMatchObject({ forecast: 500, forecastLeft: null });
  });

  it('has none for a PPPK, whose assigned JP contain what lies ahead', async () => {
    const lines = [
      policy(),
      ...pppk('a', 'loket', '2026-01-01', '2026-12-31'),
      confirmed('b1', 'a', '2026-08-01', '2026-08-02', 600),
    ];
    expect(await only(lines)).toMatchObject({ assigned: 600, forecast: null, forecastLeft: null });
  });
});
