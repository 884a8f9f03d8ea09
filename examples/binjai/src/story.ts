import {
  CancelProgram,
  CommitBudget,
  ConcludeEvaluation,
  ExpandProgram,
  OrderMethodReview,
  RecommendRevision,
  ReleaseBudget,
  ReviseProgramMethod,
  ScheduleBatch,
  SuspendProgram,
  ValidateCompetencyGap,
} from '@pembinaan/core';
import {
  assess,
  establishPlan,
  measureImpact,
  measureService,
  type Office,
  openAgency,
  openProgram,
  planEvaluation,
  rateBehaviour,
  runBatch,
  type Stage,
  type Story,
  spend,
} from '@pembinaan-examples/stage';
import { setup, staff } from './agency.js';

/**
 * Binjai (domain.md 3.3): a plan that is prepared step by step, and its rule: better service, the programme may be expanded; no significant
 * change, the method is reviewed. All people, units and figures are invented.
 */
export const binjai: Story = {
  region: 'Binjai',
  title: {
    id: 'layanan membaik, program diperluas; tanpa perubahan berarti, metode ditinjau',
    en: 'better service, the programme is expanded; no significant change, the method is reviewed',
  },
  shows: { person: staff.rina, name: 'Rina (rekaan)', on: '2026-12-31' },

  async tell(stage) {
    const office = await openAgency(stage, setup);
    await plan(stage, office);
    await design(stage, office);
    const completed = await train(stage, office);
    await evaluateAdministration(stage, office, completed);
    await evaluateSystems(stage, office);
  },
};

/** B1-B3: the needs are proposed, verified and validated by different people; the plan serves a mission; gaps are validated. */
async function plan(stage: Stage, office: Office): Promise<void> {
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

  await establishPlan(stage, office, [
    {
      needId: 'bnj-kebutuhan-administrasi',
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
  ]);
  stage.say({
    id: 'Rencana 2026 ditetapkan PPK dengan hash isi yang sama seperti yang diajukan.',
    en: 'The PPK establishes the plan of 2026 with the very content that was submitted.',
  });
}

/** Public administration: B4, B6. */
const administration = {
  programId: 'bnj-administrasi',
  commitmentId: 'bnj-administrasi-komitmen',
  evaluationId: 'bnj-evaluasi-administrasi',
  batchId: 'bnj-administrasi-1',
  unit: 'bnj-loket',
  service: 'surat-keterangan',
} as const;

/** Information systems: B5. */
const systems = {
  programId: 'bnj-sistem',
  commitmentId: 'bnj-sistem-komitmen',
  evaluationId: 'bnj-evaluasi-sistem',
  batchId: 'bnj-sistem-1',
  unit: 'bnj-perizinan',
  service: 'izin-usaha',
} as const;

/** B4, B5, B9: both programmes are designed and approved, their evaluations planned, their baselines measured: before any session. */
async function design(stage: Stage, office: Office): Promise<void> {
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

/** B14: the batches; some decline, one stays away. Returns who completed public administration. */
async function train(stage: Stage, office: Office): Promise<readonly string[]> {
  const completed = await runBatch(stage, office, {
    batchId: administration.batchId,
    programId: administration.programId,
    evaluationId: administration.evaluationId,
    commitmentId: administration.commitmentId,
    scheduledOn: '2026-03-05',
    venue: 'Aula BKPSDM (rekaan)',
    capacity: 10,
    passMark: 7000,
    sessions: [
      { sessionId: 'bnj-adm-sesi-1', date: '2026-03-10', minutes: 360 },
      { sessionId: 'bnj-adm-sesi-2', date: '2026-03-11', minutes: 360 },
      { sessionId: 'bnj-adm-sesi-3', date: '2026-03-12', minutes: 180 },
    ],
    participants: [
      { id: staff.rina, pre: 5200, post: 8300 },
      { id: staff.doni, pre: 4800, post: 7600 },
      { id: staff.sari, pre: 6100, post: 8800 },
      { id: staff.agus, pre: 5500, post: 7900 },
      { id: staff.mega, pre: 5000, post: 8100 },
      { id: staff.putra, pre: 5700, post: 7400, letter: 'surat-tugas-bnj-17' },
      { id: staff.lina, declines: { code: 'workload' } },
      { id: staff.hadi, pre: 5900, post: 0, absentFrom: ['bnj-adm-sesi-2', 'bnj-adm-sesi-3'] },
    ],
  });
  await spend(stage, office, '2026-03-27', administration.commitmentId, 22_500_000);
  stage.say({
    id: `Angkatan pertama: delapan dicalonkan, satu menolak, satu tidak hadir, ${completed.length} selesai.`,
    en: `First batch: eight nominated, one declined, one absent, ${completed.length} completed.`,
  });

  await runBatch(stage, office, {
    batchId: systems.batchId,
    programId: systems.programId,
    evaluationId: systems.evaluationId,
    commitmentId: systems.commitmentId,
    scheduledOn: '2026-04-01',
    venue: 'Ruang komputer (rekaan)',
    capacity: 8,
    passMark: 6500,
    sessions: [
      { sessionId: 'bnj-si-sesi-1', date: '2026-04-14', minutes: 300 },
      { sessionId: 'bnj-si-sesi-2', date: '2026-04-15', minutes: 300 },
    ],
    participants: [
      { id: staff.rina, pre: 6000, post: 7000 },
      { id: staff.agus, pre: 5800, post: 6900 },
      { id: staff.mega, pre: 6200, post: 7100 },
      { id: staff.sari, pre: 6400, post: 7300 },
      { id: staff.doni, pre: 5600, post: 6600 },
      { id: staff.hadi, declines: { code: 'oldWayOk' } },
    ],
  });
  await spend(stage, office, '2026-04-24', systems.commitmentId, 7_200_000);
  return completed;
}

/** B6, B9, B10: behaviour and service improve; the programme is expanded. */
async function evaluateAdministration(stage: Stage, office: Office, completed: readonly string[]): Promise<void> {
  const { programId, evaluationId, batchId, unit, service } = administration;
  const ratings = await rateBehaviour(
    stage,
    office,
    '2026-07-01',
    {
      evaluationId,
      batchId,
      ratings: [
        { of: 'M01', score: 4 },
        { of: 'M05', score: 4 },
        { of: 'akuntabel', score: 4 },
      ],
    },
    completed,
  );
  await measureService(stage, office, '2026-07-03', unit, service, 'waiting', 'after', {
    period: { from: '2026-04-01', to: '2026-06-30' },
    median: 1560,
    p90: 3300,
    errorRate: 540,
    n: 655,
  });
  const impact = await measureImpact(stage, office, '2026-07-06', evaluationId, unit, service, 'waiting');
  const [concluded] = await office.as(office.who.evaluator).does(
    evaluationId,
    ConcludeEvaluation({
      conclusion: 'effective',
      strengths: ['latihan memakai berkas nyata'],
      weaknesses: ['satu peserta tidak hadir dua sesi'],
      evidence: [impact, ...ratings],
    }),
  );
  await assess(stage, office, '2026-07-08', [
    [staff.rina, 'M05', 3],
    [staff.rina, 'T-ARSIP-01', 2],
  ]);

  stage.on('2026-07-13');
  const planner = office.as(office.who.planner);
  await office.as(office.who.verifier).does(
    programId,
    RecommendRevision({
      recommendationId: 'bnj-rekomendasi-perluasan',
      kind: 'expand',
      evaluationId,
      causeEvents: [impact, concluded?.id ?? ''],
    }),
  );
  await planner.does(
    office.budgetId,
    CommitBudget({
      commitmentId: 'bnj-administrasi-perluasan',
      planId: office.planId,
      planItemId: 'bnj-butir-administrasi',
      programId,
      amount: 30_000_000,
    }),
  );
  const expand = ExpandProgram({
    recommendationId: 'bnj-rekomendasi-perluasan',
    evaluationId,
    scope: { units: ['bnj-loket', 'bnj-perizinan'], participants: 16 },
    addedCost: 30_000_000,
    budget: { budgetId: office.budgetId, commitmentId: 'bnj-administrasi-perluasan' },
  });
  stage.on('2026-07-20');
  await planner.isRefused('R01', programId, expand);
  await office.ppk().does(programId, expand);
  stage.say({
    id: 'Layanan lebih cepat tanpa menambah kesalahan: program diperluas oleh PPK; perencana ditolak (R01).',
    en: 'Service is faster without more errors: the PPK expands the programme; the planner was refused (R01).',
  });
}

/** B11-B13: no significant change, the method is reviewed; then the money runs out. */
async function evaluateSystems(stage: Stage, office: Office): Promise<void> {
  const { programId, commitmentId, evaluationId, unit, service } = systems;
  await measureService(stage, office, '2026-08-03', unit, service, 'processing', 'after', {
    period: { from: '2026-05-01', to: '2026-07-31' },
    median: 14_100,
    p90: 28_500,
    errorRate: 400,
    n: 204,
  });
  const impact = await measureImpact(stage, office, '2026-08-05', evaluationId, unit, service, 'processing');
  const [concluded] = await office.as(office.who.evaluator).does(
    evaluationId,
    ConcludeEvaluation({
      conclusion: 'noSignificantChange',
      strengths: [],
      weaknesses: ['aplikasi yang dilatihkan belum dipakai di loket'],
      evidence: [impact],
    }),
  );
  stage.on('2026-08-10');
  await office.as(office.who.verifier).does(
    programId,
    RecommendRevision({
      recommendationId: 'bnj-rekomendasi-tinjau',
      kind: 'reviewMethod',
      evaluationId,
      causeEvents: [impact, concluded?.id ?? ''],
    }),
  );
  await office.pyb().does(
    programId,
    OrderMethodReview({
      recommendationId: 'bnj-rekomendasi-tinjau',
      questions: ['Apakah latihan memakai aplikasi yang benar-benar dipakai?'],
      due: '2026-09-10',
    }),
  );
  stage.on('2026-08-12');
  await office.as(office.who.organiser).isRefused(
    'R26',
    'bnj-sistem-2',
    ScheduleBatch({
      programId,
      evaluationId,
      period: { from: '2026-09-15', to: '2026-09-15' },
      sessions: [{ sessionId: 'bnj-si2-sesi-1', date: '2026-09-15', minutes: 300 }],
      capacity: 8,
      venue: 'Ruang komputer (rekaan)',
      budget: { budgetId: office.budgetId, commitmentId },
    }),
  );
  stage.say({
    id: 'Lima orang lulus, tetapi waktu proses tidak berubah berarti: metode ditinjau, dan angkatan baru ditolak (R26).',
    en: 'Five people passed, but processing time did not change significantly: the method is reviewed and a new batch is refused (R26).',
  });

  stage.on('2026-09-07');
  await office.as(office.who.planner).does(
    programId,
    ReviseProgramMethod({
      changes: [{ aspect: 'latihan', from: 'ceramah dan contoh', to: 'berkas nyata pada aplikasi loket, didampingi' }],
    }),
  );
  stage.on('2026-09-21');
  await office.pyb().does(programId, SuspendProgram({ reason: { code: 'budget' }, until: '2026-10-31' }));
  stage.on('2026-10-26');
  await office.ppk().does(programId, CancelProgram({ reason: { code: 'budget' } }));
  await office
    .as(office.who.treasurer)
    .does(office.budgetId, ReleaseBudget({ commitmentId, amount: 4_800_000, reason: { code: 'cancelled' } }));
  stage.say({
    id: 'Anggaran kurang: program ditangguhkan, lalu dibatalkan; sisa komitmen dilepaskan.',
    en: 'Money runs short: the programme is suspended, then cancelled; what is left of the commitment is released.',
  });
}
