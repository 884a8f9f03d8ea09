import { PublishLearningMaterial, SignPartnerAgreement, ValidateCompetencyGap } from '@pembinaan/core';
import {
  assess,
  documentHash,
  establishPlan,
  type Office,
  openProgram,
  planEvaluation,
  publishSurvey,
  type Stage,
} from '@pembinaan-examples/stage';
import {
  application,
  benchmarking,
  dataSection,
  experiencedAgency,
  first,
  letters,
  regular,
  reports,
  second,
  staff,
  third,
} from './agency.js';

/** January and February: needs, plan, programmes, and an evaluation that compares. */
export async function plan(stage: Stage, office: Office): Promise<void> {
  await lack(stage, office);
  await agree(stage, office);
  await regularTraining(stage, office);
  await itSession(stage, office);
  await imageBefore(stage, office);
}

/** S1: what the kecamatan lack is skill and manner alike. */
async function lack(stage: Stage, office: Office): Promise<void> {
  stage.tells('S1');
  await assess(stage, office, '2026-01-09', [
    [staff.bagas, 'M03', 1],
    [staff.bagas, 'M01', 3],
    [staff.bagas, 'T-PATEN-01', 1],
    [staff.ratna, 'M03', 2],
    [staff.dimas, 'M03', 2],
    [staff.nanda, 'T-DATA-01', 2],
  ]);
  const validator = office.as(office.who.validator);
  await validator.does(
    staff.bagas,
    ValidateCompetencyGap({ gapId: 'slm-celah-01-m03', competency: 'M03', priority: 'high' }),
  );
  await validator.does(
    staff.ratna,
    ValidateCompetencyGap({ gapId: 'slm-celah-02-m03', competency: 'M03', priority: 'medium' }),
  );
}

/** S1, S4: one item for the kecamatan, one for the data section, and one for the need of a single person. */
async function agree(stage: Stage, office: Office): Promise<void> {
  await establishPlan(stage, office, [
    {
      needId: 'slm-kebutuhan-berkala',
      origin: { kind: 'gap', ref: 'slm-celah-01-m03' },
      target: { kind: 'institution' },
      competency: 'M03',
      expectedServiceEffect: 'waktu tunggu surat pengantar di kecamatan turun',
      item: {
        itemId: regular.itemId,
        form: 'KL02',
        target: 'individual',
        participantsPlanned: 12,
        jp: 2000,
        cost: 40_000_000,
        missionRef: 'RPJMD misi 1 (rekaan)',
        impactIndicator: 'waktu tunggu median surat pengantar, dibandingkan dengan kecamatan yang belum dilatih',
        learningModel: 'formal10',
      },
    },
    {
      needId: 'slm-kebutuhan-aplikasi',
      origin: { kind: 'strategic' },
      target: { kind: 'unit', unitId: dataSection.unitId },
      competency: 'T-DATA-01',
      item: {
        itemId: application.itemId,
        form: 'KL10',
        target: 'individual',
        participantsPlanned: 5,
        jp: 800,
        cost: 12_000_000,
        missionRef: 'RPJMD misi 3 (rekaan)',
        impactIndicator: 'waktu proses laporan data',
        learningModel: 'formal10',
      },
    },
    {
      needId: benchmarking.needId,
      origin: { kind: 'gap', ref: 'slm-celah-02-m03' },
      target: { kind: 'employee', employeeId: staff.ratna },
      competency: 'M03',
      item: {
        itemId: benchmarking.itemId,
        form: 'NKL07',
        target: 'individual',
        participantsPlanned: 1,
        jp: 1000,
        cost: 0,
        missionRef: 'RPJMD misi 1 (rekaan)',
        impactIndicator: 'syarat layanan yang dijelaskan di loket',
        learningModel: 'work70',
      },
    },
  ]);
}

/** S1, S3, S6: three topics with character, taught with an experienced agency, judged against a kecamatan without training. */
async function regularTraining(stage: Stage, office: Office): Promise<void> {
  stage.tells('S3');
  stage.on('2026-02-03');
  await office.pyb().does(
    experiencedAgency,
    SignPartnerAgreement({
      agreementId: 'slm-pks-2026',
      kind: 'agency',
      level: 'pks',
      contribution: ['speakers', 'material', 'hosting'],
      period: { from: '2026-02-03', to: '2026-12-31' },
      documentHash: documentHash('PKS instansi berpengalaman'),
    }),
  );
  stage.tells('S1');
  await openProgram(stage, office, '2026-02-04', regular.programId, {
    itemId: regular.itemId,
    name: 'Pelatihan berkala: manajemen waktu, komunikasi efektif, pemecahan masalah',
    form: 'KL02',
    competencies: [
      { code: 'T-PATEN-01', targetLevel: 2 },
      { code: 'M03', targetLevel: 3 },
      { code: 'M08', targetLevel: 2 },
      { code: 'M01', targetLevel: 3 },
    ],
    jp: 2000,
    estimatedCost: 40_000_000,
    needsLeaveOfDuty: true,
    certificate: 'attendance',
    passMark: regular.passMark,
    maxAttempts: 2,
    valueTags: ['berorientasiPelayanan', 'akuntabel', 'harmonis'],
  });
  await office.as(office.who.planner).does(
    regular.programId,
    PublishLearningMaterial({
      materialId: 'slm-modul-melayani',
      title: 'Melayani dengan waktu, tutur kata, dan penyelesaian yang tepat',
      kind: 'module',
      public: false,
      sha256: documentHash('modul melayani 1'),
      coAuthorPartnerId: experiencedAgency,
      validUntil: '2026-12-31',
      validityStatement: 'disusun bersama instansi mitra; tarif dan syarat layanan diperiksa Januari 2026',
    }),
  );
  stage.tells('S6');
  await planEvaluation(stage, office, '2026-02-05', regular.evaluationId, {
    programId: regular.programId,
    levels: [2, 3, 4],
    design: 'comparison',
    serviceUnits: [first.unitId, second.unitId],
    comparisonUnits: [third.unitId],
    metrics: [{ service: letters, metric: 'waiting', guardMetric: 'error' }],
    minimumEffect: 1500,
    minimumN: 150,
  });
  stage.say({
    id: 'Pelatihan berkala memuat keterampilan dan karakter, dengan modul yang disusun bersama instansi berpengalaman; evaluasinya membandingkan dua kecamatan dengan satu kecamatan yang belum dilatih.',
    en: 'Regular training of skill and character, with a module written together with an experienced agency; its evaluation compares two kecamatan with one that is not trained yet.',
  });
}

/** S4: the right application, so that data are processed faster. */
async function itSession(stage: Stage, office: Office): Promise<void> {
  stage.tells('S4');
  await openProgram(stage, office, '2026-02-09', application.programId, {
    itemId: application.itemId,
    name: 'Bimbingan teknis aplikasi pengolahan data',
    form: 'KL10',
    competencies: [{ code: 'T-DATA-01', targetLevel: 3 }],
    jp: 800,
    estimatedCost: 12_000_000,
    needsLeaveOfDuty: true,
    certificate: 'attendance',
    passMark: application.passMark,
    maxAttempts: 2,
    valueTags: ['adaptif', 'kompeten'],
  });
  await planEvaluation(stage, office, '2026-02-10', application.evaluationId, {
    programId: application.programId,
    levels: [2, 4],
    design: 'prePost',
    serviceUnits: [dataSection.unitId],
    comparisonUnits: [],
    metrics: [{ service: reports, metric: 'processing', guardMetric: 'error' }],
    minimumEffect: 1000,
    minimumN: 100,
  });
}

/** S7: the image before, as the satisfaction index tells it. */
async function imageBefore(stage: Stage, office: Office): Promise<void> {
  stage.tells('S7');
  await publishSurvey(stage, office, '2026-02-11', first.unitId, {
    surveyId: 'slm-skm-kec-1-2025-2',
    period: { from: '2025-07-01', to: '2025-12-31' },
    n: 174,
    nrr: [3150, 3100, 2850, 3300, 3150, 3100, 3100, 2950, 3100],
    ikm: 7722,
    grade: 'B',
  });
}
