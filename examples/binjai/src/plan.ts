import { ValidateCompetencyGap } from '@pembinaan/core';
import {
  assess,
  establishHcdp,
  establishPlan,
  measureService,
  type Office,
  openNeedsCycle,
  openProgram,
  type PlannedNeed,
  planEvaluation,
  type Stage,
} from '@pembinaan-examples/stage';
import { staff } from './agency.js';
import { administration, systems } from './programs.js';

/** B1-B3: the needs are proposed, verified and validated by different people; the plan serves a mission; gaps are validated. */
export async function plan(stage: Stage, office: Office): Promise<void> {
  stage.tells('B1');
  const cycleId = await openNeedsCycle(stage, office, '2026-01-08');
  stage.tells('B3');
  await assess(stage, office, '2026-01-09', [
    [staff.rina, 'M05', 1],
    [staff.rina, 'M01', 2],
    [staff.rina, 'T-ARSIP-01', 1],
    [staff.doni, 'M05', 1],
    [staff.sari, 'M05', 2],
  ]);
  await office
    .as(office.who.validator)
    .does(staff.rina, ValidateCompetencyGap({ gapId: 'bnj-celah-rina-m05', competency: 'M05', priority: 'high' }));
  stage.say({
    id: 'Kesenjangan kompetensi Pelayanan Publik divalidasi oleh orang yang tidak menilainya.',
    en: 'The gap in Public Service is validated by somebody who did not assess it.',
  });

  stage.tells('B2');
  const hcdpId = await establishHcdp(stage, office, '2026-01-10', {
    years: { from: 2025, to: 2029 },
    rpjmdRef: 'RPJMD 2025-2029 (rekaan)',
    targets: [
      {
        targetId: 'layanan-cepat',
        text: 'layanan yang cepat dan tepat (misi 2)',
        indicator: 'waktu tunggu median layanan utama',
      },
      { targetId: 'layanan-digital', text: 'layanan digital (misi 3)', indicator: 'bagian permohonan lewat aplikasi' },
    ],
  });
  stage.tells('B1', 'B2');
  const needs: readonly PlannedNeed[] = [
    {
      needId: 'bnj-kebutuhan-administrasi',
      cycleId,
      origin: { kind: 'gap', ref: 'bnj-celah-rina-m05' },
      target: { kind: 'unit', unitId: 'bnj-loket' },
      competency: 'M05',
      expectedServiceEffect: 'waktu tunggu surat keterangan turun tanpa menambah kesalahan',
      item: {
        itemId: 'bnj-butir-administrasi',
        form: 'KL03',
        target: 'individual',
        participantsPlanned: 8,
        jp: 2000,
        cost: 24_000_000,
        missionRef: 'RPJMD misi 2 (rekaan)',
        impactIndicator: 'waktu tunggu median surat keterangan',
        learningModel: 'formal10',
      },
    },
    {
      needId: 'bnj-kebutuhan-sistem',
      cycleId,
      origin: { kind: 'strategic' },
      target: { kind: 'unit', unitId: 'bnj-perizinan' },
      competency: 'T-SI-01',
      item: {
        itemId: 'bnj-butir-sistem',
        form: 'KL07',
        target: 'institution',
        participantsPlanned: 6,
        jp: 1000,
        cost: 12_000_000,
        missionRef: 'RPJMD misi 3 (rekaan)',
        impactIndicator: 'waktu proses izin',
        learningModel: 'formal10',
      },
    },
    {
      needId: 'bnj-kebutuhan-arsip',
      cycleId,
      origin: { kind: 'strategic' },
      target: { kind: 'unit', unitId: 'bnj-loket' },
      competency: 'T-ARSIP-01',
      item: {
        itemId: 'bnj-butir-arsip',
        form: 'KL10',
        target: 'individual',
        participantsPlanned: 5,
        jp: 1000,
        cost: 9_000_000,
        impactIndicator: 'arsip layanan tertata',
        learningModel: 'formal10',
      },
    },
  ];
  await establishPlan(stage, office, needs, undefined, hcdpId);
  stage.tells();
  stage.say({
    id: 'Rencana 2026 ditetapkan PPK dengan hash isi yang sama seperti yang diajukan.',
    en: 'The PPK establishes the plan of 2026 with the very content that was submitted.',
  });
}

/** B4, B5, B9: both programmes are designed and approved, their evaluations planned, their baselines measured: before any session. */
export async function design(stage: Stage, office: Office): Promise<void> {
  stage.tells('B4');
  await openProgram(stage, office, '2026-02-09', administration.programId, {
    itemId: 'bnj-butir-administrasi',
    name: 'Manajemen administrasi publik',
    form: 'KL03',
    competencies: [
      { code: 'M05', targetLevel: 3 },
      { code: 'T-ARSIP-01', targetLevel: 2 },
      { code: 'M01', targetLevel: 3 },
    ],
    jp: 2000,
    estimatedCost: 24_000_000,
    needsLeaveOfDuty: true,
    certificate: 'attendance',
    passMark: 7000,
    maxAttempts: 2,
    valueTags: ['berorientasiPelayanan', 'akuntabel'],
  });
  stage.tells('B5');
  await openProgram(stage, office, '2026-02-10', systems.programId, {
    itemId: 'bnj-butir-sistem',
    name: 'Workshop sistem informasi perizinan',
    form: 'KL07',
    competencies: [{ code: 'T-SI-01', targetLevel: 2 }],
    jp: 1000,
    estimatedCost: 12_000_000,
    needsLeaveOfDuty: false,
    certificate: 'attendance',
    passMark: 6500,
    maxAttempts: 2,
    valueTags: ['adaptif'],
  });
  stage.tells('B9');
  await planEvaluation(stage, office, '2026-02-16', administration.evaluationId, {
    programId: administration.programId,
    levels: [2, 3, 4],
    design: 'prePost',
    serviceUnits: [administration.unit],
    comparisonUnits: [],
    metrics: [{ service: administration.service, metric: 'waiting', guardMetric: 'error' }],
    minimumEffect: 1000,
    minimumN: 100,
  });
  await planEvaluation(stage, office, '2026-02-18', systems.evaluationId, {
    programId: systems.programId,
    levels: [2, 4],
    design: 'prePost',
    serviceUnits: [systems.unit],
    comparisonUnits: [],
    metrics: [{ service: systems.service, metric: 'processing', guardMetric: 'error' }],
    minimumEffect: 1000,
    minimumN: 60,
  });
  stage.tells();
  await measureService(
    stage,
    office,
    '2026-03-02',
    administration.unit,
    administration.service,
    'waiting',
    'baseline',
    {
      period: { from: '2026-01-05', to: '2026-02-27' },
      median: 2520,
      p90: 5400,
      errorRate: 620,
      n: 418,
    },
  );

  await measureService(stage, office, '2026-03-04', systems.unit, systems.service, 'processing', 'baseline', {
    period: { from: '2026-01-05', to: '2026-02-27' },
    median: 14_400,
    p90: 28_800,
    errorRate: 410,
    n: 130,
  });
}
