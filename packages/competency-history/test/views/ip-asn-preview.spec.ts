import { describe, expect, it } from 'vitest';
import { ipAsnPreview } from '../../src/index.js';
import { ipAsnPartOf } from '../../src/ip-asn-input.js';
import { ask, certified, correcting, credited, type Line, pns, policy, predicate, revoked } from '../fixtures.js';

const ON = '2026-06-30';
const only = async (lines: readonly Line[], on = ON) => (await ask(ipAsnPreview, lines, on))[0];

describe('the part of the index for which a form speaks', () => {
  it('is structural training for leaders, functional training for functional positions, and neither for staff', () => {
    expect(ipAsnPartOf('KL01', 'pengawas')).toBe('leadershipTraining');
    expect([undefined, 'pelaksana' as const, 'jfMuda' as const].map((kind) => ipAsnPartOf('KL01', kind))).toEqual([
      null,
      null,
      null,
    ]);
    expect(ipAsnPartOf('KL04', 'jfMuda')).toBe('functionalTraining');
    expect([undefined, 'pelaksana' as const, 'pengawas' as const].map((kind) => ipAsnPartOf('KL04', kind))).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('is technical training and seminars in any position, and nothing for forms of which no source says that they count', () => {
    expect(ipAsnPartOf('KL03', undefined)).toBe('technicalJp');
    expect((['KL06', 'KL07', 'NKL12'] as const).map((form) => ipAsnPartOf(form, 'pelaksana'))).toEqual([
      'seminar',
      'seminar',
      'seminar',
    ]);
    expect((['KL10', 'NKL03', 'NKL09'] as const).map((form) => ipAsnPartOf(form, 'pelaksana'))).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('IpAsnPreview', () => {
  const head = [policy(), ...pns('a', 'loket', { positionKind: 'administrator' })];
  const whole = [
    ...head,
    certified('c1', 'a', 'b1', '2024-05-01', { form: 'KL01' }),
    credited('a', '2026-02-01', 1200),
    credited('a', '2026-03-01', 800),
    credited('a', '2026-04-01', 400, { form: 'KL06' }),
    predicate('a', { year: 2025 }, 'baik'),
  ];

  it('computes competence and performance, and tells what no event tells as missing', async () => {
    // 15 + 15 + 10 for competence, 25 for performance: the vector of the research less education and discipline.
    expect(await only(whole)).toEqual({
      unitId: 'loket',
      employeeId: 'a',
      positionKind: 'administrator',
      year: 2026,
      qualification: null,
      competence: 4000,
      performance: 2500,
      discipline: null,
      partial: 6500,
      total: null,
      category: null,
      missing: 'education sanction',
      policyVersion: 'p-2020',
    });
  });

  it('counts technical training from 20 JP on', async () => {
    const less = correcting(credited('a', '2026-03-01', 799), 1);
    expect(await only([...whole, less])).toMatchObject({ competence: 2500 });
  });

  it('counts the JP of the calendar year, up to the day', async () => {
    expect(await only(whole, '2026-03-31')).toMatchObject({ competence: 3000 });
    expect(await only(whole, '2027-01-01')).toMatchObject({ competence: 1500 });
  });

  it('no longer counts a revoked certificate, nor a credit reversed to nothing', async () => {
    expect(await only([...whole, revoked('c1', 'a', 'b1')])).toMatchObject({ competence: 2500 });
    const reversed = correcting(credited('a', '2026-04-01', 0, { form: 'KL06' }), 2);
    expect(await only([...whole, reversed])).toMatchObject({ competence: 3000 });
  });

  it('counts structural training for leaders only, functional training for functional positions only', async () => {
    const functional = certified('c2', 'a', 'b2', '2024-05-01', { form: 'KL04' });
    expect(await only([...head, functional])).toMatchObject({ competence: 0 });
    const nurse = [policy(), ...pns('a', 'puskesmas', { positionKind: 'jfTerampil' }), functional];
    expect(await only(nurse)).toMatchObject({ competence: 1500 });
    const structural = certified('c3', 'a', 'b3', '2024-05-01', { form: 'KL01' });
    expect(await only([...nurse.slice(0, 3), structural])).toMatchObject({ competence: 0 });
  });

  it('takes the predicate of a whole year that is over', async () => {
    const quarter = predicate('a', { year: 2026, quarter: 1 }, 'sangatBaik');
    const running = predicate('a', { year: 2026 }, 'kurang');
    expect(await only([...whole, quarter, running])).toMatchObject({ performance: 2500 });
    expect(await only([...head, quarter])).toMatchObject({
      performance: null,
      missing: 'education predicate sanction',
    });
  });

  it('computes nothing without a policy', async () => {
    expect(await only(whole.slice(1))).toMatchObject({
      competence: null,
      partial: null,
      missing: 'policy',
      policyVersion: null,
    });
  });

  it('does not know what counts in a position that is not known', async () => {
    const unplaced = head.slice(0, 2);
    expect(await only([...unplaced, credited('a', '2026-02-01', 2000)])).toMatchObject({
      unitId: null,
      positionKind: null,
      competence: null,
      missing: 'education positionKind predicate sanction',
    });
  });
});
