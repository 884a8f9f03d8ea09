import { PolicyFigures } from './figures.js';

/**
 * The default policy `indonesia-2026`: the figures of the regulations as far as they are known, each with its basis and its certainty.
 *
 * What is not marked `V` is a default that an agency should check and may override. `effect.minimum` has no default.
 */
export const indonesia2026 = {
  version: 'indonesia-2026',
  legalBasis: 'UU 20/2023; PP 11/2017 jo PP 17/2020; PP 49/2018; Peraturan LAN 10/2018; Permenpan RB 14/2017, 38/2017',
  figures: PolicyFigures.parse({
    'calendar.timeZone': {
      value: 'Asia/Jakarta',
      basis: 'Time zone of western Indonesia; set by the agency',
      certainty: 'agency',
    },
    'competency.catalogue': {
      value: [
        { code: 'M01', kind: 'managerial', id: 'Integritas', en: 'Integrity' },
        { code: 'M02', kind: 'managerial', id: 'Kerja sama', en: 'Cooperation' },
        { code: 'M03', kind: 'managerial', id: 'Komunikasi', en: 'Communication' },
        { code: 'M04', kind: 'managerial', id: 'Orientasi pada hasil', en: 'Results orientation' },
        { code: 'M05', kind: 'managerial', id: 'Pelayanan publik', en: 'Public service' },
        { code: 'M06', kind: 'managerial', id: 'Pengembangan diri dan orang lain', en: 'Self and people development' },
        { code: 'M07', kind: 'managerial', id: 'Mengelola perubahan', en: 'Managing change' },
        { code: 'M08', kind: 'managerial', id: 'Pengambilan keputusan', en: 'Decision making' },
        { code: 'SK01', kind: 'socioCultural', id: 'Perekat bangsa', en: 'Nation bonding' },
      ],
      basis: 'Permenpan RB 38/2017',
      certainty: 'V',
    },
    'jp.minimum.pns.year': { value: 2000, basis: 'PP 11/2017 jo PP 17/2020, Pasal 203 ayat (4)', certainty: 'V' },
    'jp.maximum.pppk.contractYear': { value: 2400, basis: 'PP 49/2018, Pasal 40 ayat (1)', certainty: 'V' },
    'jp.maximum.pppk.mode': { value: 'block', basis: 'Choice of the agency', certainty: 'agency' },
    'jp.minutes': { value: 45, basis: 'Training standard', certainty: 'V2' },
    'jp.table': {
      value: [
        { form: 'KL01', mode: 'program' },
        { form: 'KL02', mode: 'program' },
        { form: 'KL03', mode: 'program' },
        { form: 'KL04', mode: 'program' },
        { form: 'KL05', mode: 'program' },
        { form: 'KL06', mode: 'perDay', value: 400 },
        { form: 'KL07', mode: 'perDay', value: 500 },
        { form: 'KL08', mode: 'program' },
        { form: 'KL09', mode: 'program' },
        { form: 'KL10', mode: 'program' },
        { form: 'KL11', mode: 'perDay', value: 400 },
        { form: 'KL12', mode: 'program' },
        { form: 'NKL01', mode: 'perMeeting', value: 200, cap: { per: 'month', unit: 'meetings', value: 2 } },
        { form: 'NKL02', mode: 'perMeeting', value: 200, cap: { per: 'month', unit: 'meetings', value: 2 } },
        { form: 'NKL03', mode: 'hours', cap: { per: 'day', unit: 'jp', value: 300 } },
        { form: 'NKL04', mode: 'program' },
        { form: 'NKL05', mode: 'perActivity', value: 2000 },
        { form: 'NKL06', mode: 'program' },
        { form: 'NKL07', mode: 'perActivity', value: 1000 },
        { form: 'NKL08', mode: 'perActivity', value: 2000 },
        { form: 'NKL09', mode: 'hours', cap: { per: 'day', unit: 'jp', value: 200 } },
        { form: 'NKL10', mode: 'hours', cap: { per: 'day', unit: 'jp', value: 200 } },
        { form: 'NKL11', mode: 'perMeeting', value: 200, cap: { per: 'month', unit: 'meetings', value: 2 } },
        { form: 'NKL12', mode: 'perActivity', value: 2000 },
        { form: 'NKL13', mode: 'program' },
      ],
      basis: 'Peraturan LAN 10/2018, annex, as several regional applications carry it',
      certainty: 'V2',
    },
    'mentoring.load.maximum': { value: 5, basis: 'No source; choice of the agency', certainty: 'M' },
    'mentoring.superiorAllowed': { value: false, basis: 'No source; choice of the agency', certainty: 'M' },
    'mentoring.recordWithinDays': { value: 14, basis: 'No source; choice of the agency', certainty: 'M' },
    'batch.attendance.minimum': { value: 8500, basis: 'No source; choice of the agency', certainty: 'M' },
    'batch.repeatAfterMonths': { value: 24, basis: 'No source; choice of the agency', certainty: 'M' },
    'module.maxAttempts': { value: 3, basis: 'Requirements of one regency', certainty: 'V2' },
    'evaluation.l3.window': {
      value: { from: 90, to: 365 },
      basis: 'Practice of post-training evaluation',
      certainty: 'M',
    },
    'evaluation.l3.effectiveMean': {
      value: 350,
      basis: 'No source; choice of the agency',
      certainty: 'M',
    },
    'evaluation.minimumN': { value: 5, basis: 'No source; choice of the agency', certainty: 'M' },
    'evaluation.maxAgeDays': { value: 365, basis: 'No source; choice of the agency', certainty: 'M' },
    'evaluation.contestDays': { value: 14, basis: 'No source; choice of the agency', certainty: 'M' },
    'effect.guardTolerance': { value: 0, basis: 'No source; choice of the agency', certainty: 'M' },
    'ikm.bands': { value: { C: 6500, B: 7661, A: 8831 }, basis: 'Permenpan RB 14/2017', certainty: 'V2' },
    'jpm.bands': {
      value: { optimal: 9000, fairlyOptimal: 7800 },
      basis: 'Peraturan BRIN 3/2023, Pasal 33',
      certainty: 'V',
    },
  }),
} as const;
