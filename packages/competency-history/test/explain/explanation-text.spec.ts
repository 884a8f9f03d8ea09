import { describe, expect, it } from 'vitest';
import { explanationText } from '../../src/index.js';
import { assessed, correcting, credited, type Line, pns, policy, standard } from '../fixtures.js';
import { explained } from './asking.js';

const ON = '2026-06-30';
const at = (line: Line): Line => [
  line[0],
  line[1],
  { ...line[2], occurredAt: '2026-02-02T01:00:00.000Z', recordedAt: '2026-02-03T01:00:00.000Z' },
];
const lines = [
  ...pns('a', 'loket'),
  standard('s', { M05: 3 }),
  assessed('a', 'M05', 4, '2026-02-01'),
  correcting(assessed('a', 'M05', 2, '2026-02-01'), 0),
].map(at);
const gap = { of: 'gap', employeeId: 'a', competency: 'M05' } as const;

describe('the text of an explanation', () => {
  it('is readable English', async () => {
    const [title, , ...steps] = explanationText(await explained(lines, gap, ON), 'en').split('\n');
    expect(title).toBe('Gap of a in M05: 1 level');
    expect(steps).toEqual([
      '1. + Placed as Pengadministrasi (pelaksana) in loket from 2020-01-01, under the standard s. [event 1 of employee-a, EmployeePlaced, recorded 2026-02-03T01:00:00.000Z]',
      '2. + Version 1 of the standard s, in force from 2020-01-01, asks for M05 level 3. [event 0 of competencyStandard-s, CompetencyStandardEstablished, recorded 2026-02-03T01:00:00.000Z]',
      expect.stringMatching(/^3\. R06: A level is an integer from 1 to 5/),
      '4. - M05 was assessed at level 4 on 2026-02-01 (test). It does not count: corrected by event 1 of competencyProfile-a (reason: salah ketik). [event 0 of competencyProfile-a, CompetencyAssessed, recorded 2026-02-03T01:00:00.000Z]',
      '5. + M05 was assessed at level 2 on 2026-02-01 (test). [event 1 of competencyProfile-a, CompetencyAssessed, recorded 2026-02-03T01:00:00.000Z]',
      '6. = Required 3 less level 2, never below 0: the gap is 1.',
    ]);
  });

  it('is natural Indonesian', async () => {
    const [title, , ...steps] = explanationText(await explained(lines, gap, ON), 'id').split('\n');
    expect(title).toBe('Kesenjangan a pada M05: 1 level');
    expect(steps[3]).toBe(
      '4. - M05 dinilai pada level 4 tanggal 2026-02-01 (tes). Tidak dihitung: dikoreksi oleh peristiwa 1 pada competencyProfile-a (alasan: salah ketik). [peristiwa 0 pada competencyProfile-a, CompetencyAssessed, dicatat 2026-02-03T01:00:00.000Z]',
    );
    expect(steps[5]).toBe('6. = Syarat 3 dikurangi level 2, tidak kurang dari 0: kesenjangannya 1.');
  });

  it('says what is not known', async () => {
    const text = explanationText(await explained(lines, { of: 'jpCeiling', employeeId: 'a' }, ON), 'id');
    expect(text).toContain('JP yang ditugaskan kepada a dalam tahun kontrak: belum diketahui');
    expect(text).toContain('? Tidak ada batas atas JP bagi a');
  });

  it('tells figures with their basis and how sure they are', async () => {
    const past = [policy(), ...pns('a', 'loket'), credited('a', '2026-02-01', 1250)];
    const text = explanationText(await explained(past, { of: 'jp', employeeId: 'a' }, ON), 'en');
    expect(text).toContain('JP of a in the calendar year: 12.5 JP');
    expect(text).toContain(
      'jp.minimum.pns.year of the policy p-2020: 20 JP in a calendar year, a target that blocks nothing (basis: PP 11/2017 jo PP 17/2020, Pasal 203 ayat (4); read in the regulation [V]).',
    );
    expect(text).toContain('= 12.5 JP against 20 JP: 7.5 JP are still missing.');
  });
});
