import { EmployeeRegistered } from '@pembinaan/core';
import { describe, expect, it } from 'vitest';
import { jpCompliance } from '../../src/index.js';
import {
  ask,
  batchCancelled,
  by,
  cameBack,
  claim,
  confirmed,
  correcting,
  credited,
  figure,
  hash,
  type Line,
  outcome,
  placed,
  pns,
  policy,
  pppk,
  sentTo,
  separated,
  since,
} from '../fixtures.js';

const ON = '2026-06-30';
const only = async (lines: readonly Line[], on = ON) => (await ask(jpCompliance, lines, on))[0];

describe('JpCompliance of a PNS', () => {
  const office = [policy(), ...pns('a', 'loket')];

  it('sets the JP of the calendar year up to the day against the minimum', async () => {
    const lines = [...office, credited('a', '2026-03-01', 1999), credited('a', '2025-12-31', 900)];
    expect(await only(lines)).toEqual({
      unitId: 'loket',
      employeeId: 'a',
      kind: 'pns',
      rule: 'minimum',
      from: '2026-01-01',
      to: '2026-12-31',
      credited: 1999,
      assigned: null,
      selfStudy: null,
      limit: 2000,
      left: 1,
      forecast: 1999,
      forecastLeft: 1,
      status: 'below',
      policyVersion: 'p-2020',
    });
  });

  it('is reached at 20 JP, from the day on which they were earned', async () => {
    const lines = [...office, credited('a', '2026-03-01', 1999), credited('a', '2026-06-30', 1)];
    expect(await only(lines, '2026-06-29')).toMatchObject({ credited: 1999, status: 'below' });
    expect(await only(lines, '2026-06-30')).toMatchObject({ credited: 2000, left: 0, status: 'reached' });
  });

  it('falls back when a credit is reversed to nothing', async () => {
    const lines = [...office, credited('a', '2026-03-01', 2000), correcting(credited('a', '2026-03-01', 0), 0)];
    expect(await only(lines)).toMatchObject({ credited: 0, left: 2000, status: 'below' });
  });

  it('counts a source once whose year was wrong: nothing in the one ledger, the JP in the other', async () => {
    const source = { kind: 'batch', batchId: 'b' } as const;
    const wrong = credited('a', '2025-12-31', 500, { source });
    const right = credited('a', '2026-01-02', 500, { source });
    const back = correcting(credited('a', '2025-12-31', 0, { source }), 0);
    expect(await only([...office, wrong, right, back])).toMatchObject({ credited: 500 });
    expect(await only([...office, wrong, right, back], '2025-12-31')).toMatchObject({ credited: 0 });
  });

  it('uses the policy in force on the day, and knows no limit without one', async () => {
    const lines = [
      ...pns('a', 'loket'),
      policy({}, '2026-02-01', 'p-1'),
      policy({ 'jp.minimum.pns.year': figure(3000) }, '2026-07-01', 'p-2'),
    ];
    expect(await only(lines, '2026-01-31')).toMatchObject({
      limit: null,
      left: null,
      status: null,
      policyVersion: null,
    });
    expect(await only(lines, '2026-06-30')).toMatchObject({ limit: 2000, policyVersion: 'p-1' });
    expect(await only(lines, '2026-07-01')).toMatchObject({ limit: 3000, policyVersion: 'p-2' });
  });

  it('lists those who serve, by unit', async () => {
    const lines = [...office, ...pns('b', 'arsip'), ...pns('c', 'arsip'), separated('c', '2026-06-30')];
    expect((await ask(jpCompliance, lines, ON)).map(({ unitId, employeeId }) => [unitId, employeeId])).toEqual([
      ['arsip', 'b'],
      ['loket', 'a'],
    ]);
    expect(await ask(jpCompliance, lines, '2019-12-31')).toEqual([]);
  });
});

describe('JpCompliance of a PPPK', () => {
  const office = [policy(), ...pppk('a', 'loket', '2025-03-15', '2027-03-14')];

  it('sets what was assigned in the contract year against the ceiling, batches and workplaces', async () => {
    const lines = [
      ...office,
      // The last day of the first contract year, and the first of the second.
      since('2026-02-02', confirmed('b0', 'a', '2026-03-14', '2026-03-14', 700)),
      since('2026-02-02', confirmed('b1', 'a', '2026-03-10', '2026-03-15', 300)),
      since('2026-02-03', sentTo('w1', 'a', '2026-08-01', '2026-08-31', 2000)),
    ];
    expect(await only(lines, '2026-03-15')).toEqual({
      unitId: 'loket',
      employeeId: 'a',
      kind: 'pppk',
      rule: 'ceiling',
      from: '2026-03-15',
      to: '2027-03-14',
      credited: null,
      assigned: 2300,
      selfStudy: 0,
      limit: 2400,
      left: 100,
      forecast: null,
      forecastLeft: null,
      status: 'within',
      policyVersion: 'p-2020',
    });
    expect(await only(lines, '2026-03-14')).toMatchObject({ from: '2025-03-15', assigned: 700 });
    // What was confirmed after the day was not assigned yet.
    expect(await only(lines, '2026-02-01')).toMatchObject({ from: '2025-03-15', assigned: 0 });
  });

  it('counts neither what was declined, cancelled, left or stopped', async () => {
    const lines = [
      ...office,
      confirmed('b1', 'a', '2026-05-01', '2026-05-02', 300),
      batchCancelled('b1', 'a'),
      confirmed('b2', 'a', '2026-05-03', '2026-05-04', 400),
      outcome('b2', 'a', 'withdrawn'),
      sentTo('w1', 'a', '2026-05-05', '2026-05-31', 2000),
      cameBack('w1', 'a', '2026-05-20', 'stopped'),
      confirmed('b3', 'a', '2026-06-01', '2026-06-02', 500),
      outcome('b3', 'a', 'notCompleted'),
    ];
    expect(await only(lines)).toMatchObject({ assigned: 500 });
  });

  it('tells the ceiling that is reached, and the one that was passed under a policy that warns', async () => {
    const full = [...office, sentTo('w1', 'a', '2026-05-05', '2026-05-31', 2400)];
    expect(await only(full)).toMatchObject({ left: 0, status: 'atCeiling' });
    expect(await only([...full, confirmed('b1', 'a', '2026-06-01', '2026-06-02', 1)])).toMatchObject({
      left: -1,
      status: 'above',
    });
  });

  it('counts self-study apart, by the contract year', async () => {
    const lines = [
      ...office,
      credited('a', '2026-03-14', 100, { source: claim('k0') }),
      credited('a', '2026-03-15', 200, { source: claim('k1') }),
      credited('a', '2026-06-30', 50, { source: claim('k3') }),
      credited('a', '2026-07-01', 400, { source: claim('k2') }),
      credited('a', '2026-06-01', 800),
    ];
    expect(await only(lines)).toMatchObject({ assigned: 0, selfStudy: 250 });
  });

  it('goes on in whole years where the contract was prolonged, and begins with it', async () => {
    expect(await only(office, '2027-03-15')).toMatchObject({ from: '2027-03-15', to: '2028-03-14' });
    expect(await ask(jpCompliance, office, '2025-03-14')).toEqual([]);
  });

  it('has the anniversary of 29 February on 1 March', async () => {
    const leap = [policy(), ...pppk('a', 'loket', '2024-02-29', '2026-02-28')];
    expect(await only(leap, '2025-02-28')).toMatchObject({ from: '2024-02-29', to: '2025-02-28' });
    expect(await only(leap, '2025-03-01')).toMatchObject({ from: '2025-03-01', to: '2026-02-28' });
  });

  it('knows no ceiling without a policy', async () => {
    expect(await only(office.slice(1))).toMatchObject({
      assigned: 0,
      limit: null,
      left: null,
      status: null,
      policyVersion: null,
    });
  });

  it('knows no year of a PPPK whose contract is not known', async () => {
    const lines: readonly Line[] = [
      policy(),
      ['employee-a', EmployeeRegistered.of({ kind: 'pppkPartTime', numberHash: hash, registeredBy: by })],
      confirmed('b1', 'a', '2026-03-01'),
    ];
    expect(await only(lines)).toMatchObject({
      unitId: null,
      kind: 'pppkPartTime',
      from: null,
      to: null,
      assigned: null,
      selfStudy: null,
      limit: 2400,
      left: null,
      status: null,
    });
  });

  it('does not list a PPPK before the contract, nor anybody of whom no registration is known', async () => {
    const [registered] = pppk('a', 'loket', '2026-03-15', '2027-03-14');
    const unplaced = registered === undefined ? [] : [registered];
    expect(await ask(jpCompliance, unplaced, '2026-03-14')).toEqual([]);
    expect(await ask(jpCompliance, unplaced, '2026-03-15')).toMatchObject([{ unitId: null }]);
    expect(await ask(jpCompliance, [placed('b', 'loket')], ON)).toEqual([]);
  });
});
