import { PolicyFigures } from './figures.js';

/** What is known of these forms abroad is from memory. */
const abroadFromMemory = {
  international: { kind: 'factor', basisPoints: 12_000 },
  basis: 'Peraturan LAN 10/2018; the factor abroad from memory',
  certainty: 'M',
} as const;

/**
 * The default policy `indonesia-2026`: the figures of the regulations as far as they are known, each with its basis and its certainty.
 *
 * What is not marked `V` is a default that an agency should check and may override. `effect.minimum` has no default, nor has
 * `effect.maximumCostPerPoint`.
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
    'calendar.workweek': { value: [1, 2, 3, 4, 5], basis: 'Five working days; set by the agency', certainty: 'agency' },
    holidays: {
      value: { years: [], days: [] },
      basis: 'The agency imports the yearly joint decree of three ministers (SKB 3 Menteri)',
      certainty: 'M',
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
        { form: 'KL01', mode: 'program', ...abroadFromMemory },
        { form: 'KL02', mode: 'program', ...abroadFromMemory },
        { form: 'KL03', mode: 'program', ...abroadFromMemory },
        { form: 'KL04', mode: 'program', ...abroadFromMemory },
        { form: 'KL05', mode: 'program', ...abroadFromMemory },
        { form: 'KL06', mode: 'perDay', value: 400 },
        { form: 'KL07', mode: 'perDay', value: 500 },
        { form: 'KL08', mode: 'program' },
        { form: 'KL09', mode: 'program' },
        { form: 'KL10', mode: 'program' },
        { form: 'KL11', mode: 'perDay', value: 400 },
        { form: 'KL12', mode: 'program' },
        { form: 'NKL01', mode: 'perMeeting' },
        { form: 'NKL02', mode: 'perMeeting' },
        {
          form: 'NKL03',
          mode: 'hours',
          cap: { per: 'day', unit: 'jp', value: 300 },
          international: { kind: 'factor', basisPoints: 12_000 },
        },
        {
          form: 'NKL03',
          variant: 'microlearning',
          mode: 'minutes',
          value: 135,
          cap: { per: 'module', unit: 'jp', value: 300 },
          basis: 'Requirements of one regency; the regulation is unconfirmed',
          certainty: 'V2',
        },
        { form: 'NKL04', mode: 'program', international: { kind: 'factor', basisPoints: 12_000 } },
        { form: 'NKL05', mode: 'perActivity', value: 2000, international: { kind: 'factor', basisPoints: 12_000 } },
        { form: 'NKL06', mode: 'program', international: { kind: 'factor', basisPoints: 12_000 } },
        { form: 'NKL07', mode: 'perActivity', value: 1000 },
        { form: 'NKL08', mode: 'perActivity', value: 2000, international: { kind: 'value', value: 2400 } },
        { form: 'NKL09', mode: 'hours', cap: { per: 'day', unit: 'jp', value: 200 } },
        {
          form: 'NKL10',
          mode: 'hours',
          cap: { per: 'day', unit: 'jp', value: 200 },
          international: { kind: 'factor', basisPoints: 12_000 },
        },
        { form: 'NKL11', mode: 'perMeeting', international: { kind: 'factor', basisPoints: 12_000 } },
        { form: 'NKL12', mode: 'perActivity', value: 2000, international: { kind: 'value', value: 2400 } },
        { form: 'NKL13', mode: 'program' },
      ],
      basis: 'Peraturan LAN 10/2018, annex, as several regional applications carry it',
      certainty: 'V2',
    },
    'mentoring.jp.perMeeting': { value: 200, basis: 'Peraturan LAN 10/2018, annex', certainty: 'V2' },
    'mentoring.jp.meetingsPerMonth': { value: 2, basis: 'Peraturan LAN 10/2018, annex', certainty: 'V2' },
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
    'evaluation.contest.answerWorkingDays': { value: 14, basis: 'No source; choice of the agency', certainty: 'M' },
    'effect.guardTolerance': { value: 0, basis: 'No source; choice of the agency', certainty: 'M' },
    'ikm.weights': {
      value: [1, 1, 1, 1, 1, 1, 1, 1, 1],
      basis: 'Permenpan RB 14/2017: each element weighs 1/9, not 0.11',
      certainty: 'V2',
    },
    'ikm.bands': { value: { C: 6500, B: 7661, A: 8831 }, basis: 'Permenpan RB 14/2017', certainty: 'V2' },
    'jpm.bands': {
      value: { optimal: 9000, fairlyOptimal: 7800 },
      basis: 'Peraturan BRIN 3/2023, Pasal 33',
      certainty: 'V',
    },
    'performance.matrix': {
      value: {
        above: { above: 'sangatBaik', meets: 'baik', below: 'kurang' },
        meets: { above: 'baik', meets: 'baik', below: 'kurang' },
        below: { above: 'butuhPerbaikan', meets: 'butuhPerbaikan', below: 'sangatKurang' },
      },
      basis: 'Permenpan RB 6/2022; the matrix as several applications carry it',
      certainty: 'V2',
    },
    'ipasn.weights': {
      value: { qualification: 25, competence: 40, performance: 30, discipline: 5 },
      basis: 'Permenpan RB 38/2018; Peraturan BKN 8/2019',
      certainty: 'V',
    },
    'ipasn.qualification': {
      value: { s3: 2500, s2: 2000, s1: 1500, d3: 1000, d2: 500, belowSlta: 100 },
      basis: 'Peraturan BKN 8/2019: S3 and S2 read; S1 to SLTA in secondary sources; below SLTA from memory',
      certainty: 'M',
    },
    'ipasn.competence': {
      value: {
        position: { leadershipOrFunctional: 1500, technical: 1500, seminar: 1000 },
        pelaksana: { technical: 2250, seminar: 1750 },
        technicalMinimum: 2000,
      },
      basis:
        'Peraturan BKN 8/2019: leadership, functional and technical training read; seminar and pelaksana from memory',
      certainty: 'M',
    },
    'ipasn.performance': {
      value: { sangatBaik: 3000, baik: 2500, butuhPerbaikan: 1500, kurang: 500, sangatKurang: 100 },
      basis: 'One application; the predicate sangat kurang by the score band up to 50, from memory',
      certainty: 'M',
    },
    'ipasn.discipline': {
      value: { none: 500, light: 300, medium: 200, heavy: 100 },
      basis: 'Peraturan BKN 8/2019, from memory; one application gives 0 for heavy',
      certainty: 'M',
    },
    'ipasn.categories': {
      value: { sangatTinggi: 9100, tinggi: 8100, sedang: 7100, rendah: 6100 },
      basis: 'Peraturan BKN 8/2019; the printed bands have holes, so that each category begins at its lower bound',
      certainty: 'V',
    },
    'complaint.sla': {
      value: { verify: 3, react: 5, information: 5, complaint: 14, oversight: 60 },
      basis: 'SP4N-LAPOR!: verification and reaction read; completion in secondary sources',
      certainty: 'V2',
    },
    'publicInput.answerWorkingDays': { value: 14, basis: 'No source; choice of the agency', certainty: 'M' },
    'needs.cycle.steps': {
      value: [
        { step: 'collectData', workingDays: 4 },
        { step: 'inventory', workingDays: 10 },
        { step: 'verify', workingDays: 7 },
        { step: 'validate', workingDays: 2 },
        { step: 'enter', workingDays: 6 },
        { step: 'verifyFurther', workingDays: 3 },
        { step: 'meetOneOnOne', workingDays: 10 },
      ],
      basis: 'AKPK, BPSDM DKI Jakarta 2023',
      certainty: 'V',
    },
    'disclosure.minimumN': { value: 5, basis: 'No source; choice of the agency', certainty: 'M' },
  }),
} as const;
