import { CommitBudget, SignPartnerAgreement, ValidateCompetencyGap } from '@pembinaan/core';
import {
  assess,
  designProgram,
  documentHash,
  type EvaluationPlan,
  establishPlan,
  type Office,
  openProgram,
  planEvaluation,
  publishSurvey,
  type Stage,
} from '@pembinaan-examples/stage';
import {
  birthCertificate,
  civilRegistry,
  classroom,
  healthPolicy,
  partners,
  publicManagement,
  staff,
  units,
} from './agency.js';

/** January to March: a plan of four items, two partners, and a ceiling that is too low for all of it. */
export async function plan(stage: Stage, office: Office): Promise<void> {
  await lack(stage, office);
  await structure(stage, office);
  await programs(stage, office);
  await tightBudget(stage, office);
  await planEvaluations(stage, office);
}

/** L2: technical, managerial and socio-cultural competencies are assessed against the standards. */
async function lack(stage: Stage, office: Office): Promise<void> {
  await assess(stage, office, '2026-01-09', [
    [staff.zahra, 'T-DUKCAPIL-01', 4],
    [staff.zahra, 'M06', 3],
    [staff.iqbal, 'T-DUKCAPIL-01', 1],
    [staff.iqbal, 'M05', 2],
    [staff.iqbal, 'SK01', 2],
    [staff.mala, 'T-DUKCAPIL-01', 2],
    [staff.rahmat, 'T-TIK-01', 1],
    [staff.dewi, 'T-KES-01', 1],
  ]);
  await office.as(office.who.validator).does(
    staff.iqbal,
    ValidateCompetencyGap({
      gapId: 'lsm-celah-02-dukcapil',
      competency: 'T-DUKCAPIL-01',
      priority: 'high',
    }),
  );
  stage.say({
    id: 'Tiap standar jabatan memuat kompetensi teknis, manajerial, dan sosial kultural. Kesenjangan seorang operator Dukcapil divalidasi.',
    en: 'Each standard asks for technical, managerial and socio-cultural competencies. The gap of one civil-registry clerk is validated.',
  });
}

/** L1: one plan; every programme will refer to an item of it. */
async function structure(stage: Stage, office: Office): Promise<void> {
  await establishPlan(stage, office, [
    {
      needId: healthPolicy.needId,
      origin: { kind: 'policy', ref: 'peraturan kesehatan terbaru (rekaan)' },
      target: { kind: 'unit', unitId: units.puskesmas },
      competency: 'T-KES-01',
      expectedServiceEffect: 'keterangan petugas kepada warga sesuai kebijakan yang berlaku',
      item: {
        itemId: healthPolicy.itemId,
        form: 'KL10',
        target: 'individual',
        participantsPlanned: 5,
        jp: 1200,
        cost: 16_000_000,
        impactIndicator: 'ketepatan keterangan petugas puskesmas',
        learningModel: 'formal10',
      },
    },
    {
      needId: classroom.needId,
      origin: { kind: 'strategic' },
      target: { kind: 'unit', unitId: units.school },
      competency: 'T-TIK-01',
      item: {
        itemId: classroom.itemId,
        form: 'KL07',
        target: 'individual',
        participantsPlanned: 5,
        jp: 1000,
        cost: 20_000_000,
        impactIndicator: 'penggunaan TIK di kelas menurut kepala sekolah',
        learningModel: 'formal10',
      },
    },
    {
      needId: publicManagement.needId,
      origin: { kind: 'strategic' },
      target: { kind: 'institution' },
      competency: 'M05',
      item: {
        itemId: publicManagement.itemId,
        form: 'KL06',
        target: 'institution',
        participantsPlanned: 8,
        jp: 400,
        cost: 15_000_000,
        impactIndicator: 'rencana perbaikan layanan tiap unit peserta',
        learningModel: 'formal10',
      },
    },
    {
      needId: civilRegistry.needId,
      origin: { kind: 'gap', ref: 'lsm-celah-02-dukcapil' },
      target: { kind: 'unit', unitId: units.dukcapil },
      competency: 'T-DUKCAPIL-01',
      expectedServiceEffect: 'waktu tunggu akta kelahiran turun dan kesalahan berkas berkurang',
      item: {
        itemId: civilRegistry.itemId,
        form: 'KL10',
        target: 'individual',
        participantsPlanned: 6,
        jp: 1200,
        cost: 24_000_000,
        impactIndicator: 'waktu tunggu median dan persentase berkas salah akta kelahiran',
        learningModel: 'work70',
      },
    },
  ]);
  stage.say({
    id: 'Rencana 2026 terstruktur: empat butir, masing-masing bersandar pada kebutuhan yang diverifikasi dan divalidasi.',
    en: 'The plan of 2026 is structured: four items, each resting on a need that was verified and validated.',
  });
}

/** L3, L5, L7: what health staff, teachers and civil-registry clerks are to learn; a training institute helps with the material. */
async function programs(stage: Stage, office: Office): Promise<void> {
  stage.on('2026-02-03');
  await office.pyb().does(
    partners.trainingInstitute,
    SignPartnerAgreement({
      kind: 'trainingInstitute',
      level: 'pks',
      contribution: ['material', 'speakers'],
      period: { from: '2026-02-03', to: '2026-12-31' },
      documentHash: documentHash('PKS balai pelatihan'),
    }),
  );
  const usual = { needsLeaveOfDuty: true, certificate: 'attendance', maxAttempts: 2 } as const;
  await openProgram(stage, office, '2026-02-04', healthPolicy.programId, {
    ...usual,
    itemId: healthPolicy.itemId,
    passMark: healthPolicy.passMark,
    name: 'Bimbingan teknis kebijakan kesehatan terbaru',
    form: 'KL10',
    competencies: [{ code: 'T-KES-01', targetLevel: 2 }],
    jp: 1200,
    estimatedCost: 16_000_000,
    valueTags: ['kompeten', 'berorientasiPelayanan'],
  });
  await openProgram(stage, office, '2026-02-05', classroom.programId, {
    ...usual,
    itemId: classroom.itemId,
    passMark: classroom.passMark,
    name: 'Workshop TIK untuk metode mengajar',
    form: 'KL07',
    competencies: [{ code: 'T-TIK-01', targetLevel: 2 }],
    jp: 1000,
    estimatedCost: 20_000_000,
    valueTags: ['adaptif'],
  });
  await openProgram(stage, office, '2026-02-06', civilRegistry.programId, {
    ...usual,
    itemId: civilRegistry.itemId,
    passMark: civilRegistry.passMark,
    name: 'Bimbingan teknis administrasi kependudukan, dengan pendampingan',
    form: 'KL10',
    competencies: [
      { code: 'T-DUKCAPIL-01', targetLevel: 3 },
      { code: 'M05', targetLevel: 2 },
      { code: 'SK01', targetLevel: 2 },
    ],
    jp: 1200,
    estimatedCost: 24_000_000,
    valueTags: ['berorientasiPelayanan', 'kompeten', 'akuntabel'],
  });
}

/** L11, L7, L8: the money does not reach for the seminar; with a university as partner it becomes cheaper and takes place. */
async function tightBudget(stage: Stage, office: Office): Promise<void> {
  const { programId, itemId, passMark, commitmentId } = publicManagement;
  await designProgram(stage, office, '2026-02-09', programId, {
    itemId,
    name: 'Seminar manajemen publik bersama universitas',
    form: 'KL06',
    competencies: [{ code: 'M05', targetLevel: 2 }],
    jp: 400,
    estimatedCost: 15_000_000,
    needsLeaveOfDuty: false,
    certificate: 'attendance',
    passMark,
    maxAttempts: 1,
    valueTags: ['kolaboratif', 'kompeten'],
  });
  const commit = (amount: number) =>
    CommitBudget({ commitmentId, planId: office.planId, planItemId: itemId, programId, amount });
  await office.as(office.who.planner).isRefused('R13', office.budgetId, commit(15_000_000));
  stage.say({
    id: 'Pagu Rp68 juta, sudah terikat Rp60 juta: komitmen seminar Rp15 juta ditolak (R13).',
    en: 'The ceiling is Rp68 million and Rp60 million are bound: a commitment of Rp15 million for the seminar is refused (R13).',
  });

  stage.on('2026-02-23');
  await office.pyb().does(
    partners.university,
    SignPartnerAgreement({
      kind: 'university',
      level: 'pks',
      contribution: ['speakers', 'material', 'venue'],
      period: { from: '2026-02-23', to: '2027-02-22' },
      documentHash: documentHash('PKS universitas'),
    }),
  );
  stage.on('2026-02-24');
  await office.as(office.who.planner).does(office.budgetId, commit(6_000_000));
  stage.say({
    id: 'PKS dengan universitas: narasumber, bahan, dan tempat dari mitra, sehingga Rp6 juta cukup.',
    en: 'An agreement (PKS) with a university brings speakers, material and venue, so that Rp6 million are enough.',
  });
}

/** L9, L10: how each programme will be judged, and what citizens thought before. */
async function planEvaluations(stage: Stage, office: Office): Promise<void> {
  const withoutService: Omit<EvaluationPlan, 'programId' | 'levels'> = {
    design: 'prePost',
    serviceUnits: [],
    comparisonUnits: [],
    metrics: [],
    minimumEffect: 1000,
    minimumN: 5,
  };
  await planEvaluation(stage, office, '2026-02-25', healthPolicy.evaluationId, {
    ...withoutService,
    programId: healthPolicy.programId,
    levels: [2, 3],
  });
  await planEvaluation(stage, office, '2026-02-26', classroom.evaluationId, {
    ...withoutService,
    programId: classroom.programId,
    levels: [2, 3],
  });
  await planEvaluation(stage, office, '2026-02-27', publicManagement.evaluationId, {
    ...withoutService,
    programId: publicManagement.programId,
    levels: [2],
  });
  await planEvaluation(stage, office, '2026-03-02', civilRegistry.evaluationId, {
    programId: civilRegistry.programId,
    levels: [2, 3, 4],
    design: 'prePost',
    serviceUnits: [units.dukcapil],
    comparisonUnits: [],
    metrics: [{ service: birthCertificate, metric: 'waiting', guardMetric: 'error' }],
    minimumEffect: 1500,
    minimumN: 150,
  });
  await publishSurvey(stage, office, '2026-03-04', units.dukcapil, {
    surveyId: 'lsm-skm-2025-2',
    period: { from: '2025-07-01', to: '2025-12-31' },
    n: 196,
    nrr: [3050, 3000, 2750, 3300, 3100, 2950, 3000, 2850, 3100],
    ikm: 7528,
    grade: 'C',
  });
}
