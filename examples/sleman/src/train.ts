import {
  assess,
  measureService,
  type Office,
  type ParticipantStory,
  runBatch,
  type Stage,
  spend,
  unitOf,
} from '@pembinaan-examples/stage';
import {
  application,
  dataSection,
  experiencedAgency,
  first,
  letters,
  regular,
  reports,
  second,
  staff,
  third,
  type Unit,
} from './agency.js';

/** One batch of the regular training, for one unit. */
export interface Round {
  readonly batchId: string;
  readonly evaluationId: string;
  readonly commitmentId: string;
  readonly unit: Unit;
  readonly scheduledOn: string;
  /** The days of the three topics. */
  readonly days: readonly [string, string, string];
  readonly participants: readonly ParticipantStory[];
  readonly afterScheduling?: () => Promise<void>;
}

/** March to May: the state before in all three kecamatan, then a batch a month. */
export async function train(stage: Stage, office: Office): Promise<void> {
  await baselines(stage, office);
  await regularBatches(stage, office);
}

/** S6: waiting at the kecamatan before, also where nobody will be trained. */
async function baselines(stage: Stage, office: Office): Promise<void> {
  const period = { from: '2026-01-05', to: '2026-02-27' };
  stage.tells('S6');
  await measureService(stage, office, '2026-03-02', first.unitId, letters, 'waiting', 'baseline', {
    period,
    median: 2700,
    p90: 5400,
    errorRate: 480,
    n: 322,
  });
  await measureService(stage, office, '2026-03-03', second.unitId, letters, 'waiting', 'baseline', {
    period,
    median: 3000,
    p90: 6000,
    errorRate: 510,
    n: 287,
  });
  await measureService(stage, office, '2026-03-04', third.unitId, letters, 'waiting', 'baseline', {
    period,
    median: 2820,
    p90: 5700,
    errorRate: 490,
    n: 246,
  });
}

/** S2, S15: the first kecamatan in April, the second in May. */
async function regularBatches(stage: Stage, office: Office): Promise<void> {
  const { evaluationId, commitmentId } = regular;
  await holdRound(stage, office, {
    batchId: 'slm-berkala-1',
    evaluationId,
    commitmentId,
    unit: first,
    scheduledOn: '2026-03-30',
    days: ['2026-04-07', '2026-04-08', '2026-04-09'],
    participants: [
      { id: staff.bagas, pre: 5200, post: 8200 },
      { id: staff.ratna, pre: 6000, post: 8600 },
      { id: staff.wahyu, pre: 5500, post: 7900 },
      { id: staff.endah, pre: 5800, post: 8300 },
      { id: staff.galih, pre: 5100, post: 7500 },
      { id: staff.ningsih, declines: { code: 'workload' }, by: 'superior' },
    ],
  });
  await spend(stage, office, '2026-04-13', commitmentId, 19_200_000);
  await holdRound(stage, office, {
    batchId: 'slm-berkala-2',
    evaluationId,
    commitmentId,
    unit: second,
    scheduledOn: '2026-04-15',
    days: ['2026-05-05', '2026-05-06', '2026-05-07'],
    participants: [
      { id: staff.dimas, pre: 5700, post: 8100 },
      { id: staff.retno, pre: 6200, post: 8700 },
      { id: staff.aji, pre: 4900, post: 7400 },
      { id: staff.lestari, pre: 5600, post: 8000 },
      { id: staff.yoga, pre: 5300, post: 7800, letter: 'surat-tugas-slm-31' },
    ],
  });
  await spend(stage, office, '2026-05-08', commitmentId, 19_600_000);
  stage.say({
    id: 'Dua angkatan berturut-turut, April dan Mei: sebelas dicalonkan, sepuluh dikonfirmasi dan selesai; narasumber dari instansi yang berpengalaman.',
    en: 'Two batches in a row, April and May: eleven nominated, ten confirmed and completed; the speakers come from an experienced agency.',
  });
}

/** S2, S3, S15: a batch of the regular training: three topics, three days. */
export async function holdRound(stage: Stage, office: Office, round: Round): Promise<readonly string[]> {
  const { batchId, unit, days, ...rest } = round;
  const sessions = (['waktu', 'komunikasi', 'masalah'] as const).map((topic, index) => ({
    sessionId: `${batchId}-${topic}`,
    date: days[index] ?? days[0],
    minutes: 300,
  }));
  stage.tells('S2', 'S3', 'S15');
  return runBatch(stage, unitOf(office, unit.head), {
    ...rest,
    batchId,
    sessions,
    programId: regular.programId,
    passMark: regular.passMark,
    partnerId: experiencedAgency,
    venue: 'Pendopo (rekaan)',
    capacity: 8,
    speakers: [
      {
        subjectId: 'slm-narasumber-1',
        origin: 'agency',
        partnerId: experiencedAgency,
        sessionIds: [`${batchId}-waktu`, `${batchId}-masalah`],
      },
      { subjectId: 'slm-narasumber-2', origin: 'internal', sessionIds: [`${batchId}-komunikasi`] },
    ],
  });
}

/** S4: May, the IT session. */
export async function itSession(stage: Stage, office: Office): Promise<void> {
  const { batchId, programId, evaluationId, commitmentId, passMark, versionUntil } = application;
  stage.tells('S4');
  await measureService(stage, office, '2026-05-12', dataSection.unitId, reports, 'processing', 'baseline', {
    period: { from: '2026-02-02', to: '2026-05-08' },
    median: 5400,
    p90: 12_600,
    errorRate: 350,
    n: 214,
  });
  await runBatch(stage, unitOf(office, dataSection.head), {
    batchId,
    programId,
    evaluationId,
    commitmentId,
    passMark,
    certificatesUntil: versionUntil,
    scheduledOn: '2026-05-13',
    venue: 'Ruang komputer sekretariat daerah (rekaan)',
    capacity: 6,
    sessions: [
      { sessionId: 'slm-aplikasi-sesi-1', date: '2026-05-19', minutes: 180 },
      { sessionId: 'slm-aplikasi-sesi-2', date: '2026-05-20', minutes: 180 },
    ],
    participants: [
      { id: staff.nanda, pre: 6100, post: 8900 },
      { id: staff.bima, pre: 5000, post: 7600, certificateLater: true },
      { id: staff.sekar, pre: 5700, post: 8200 },
      { id: staff.jati, pre: 5400, post: 7700 },
      { id: staff.rini, pre: 5900, post: 8500 },
    ],
  });
  await spend(stage, office, '2026-05-25', commitmentId, 11_300_000);
  await assess(
    stage,
    office,
    '2026-05-27',
    [
      [staff.nanda, 'T-DATA-01', 3],
      [staff.bima, 'T-DATA-01', 2],
      [staff.sekar, 'T-DATA-01', 3],
    ],
    batchId,
    versionUntil,
  );
  stage.say({
    id: 'Lima orang mengikuti bimtek aplikasi. Sertifikat dan level yang diuji padanya berlaku sampai 30 November, karena sesudah itu aplikasinya berganti versi.',
    en: 'Five take part in the IT session. Its certificates, and the levels tested on it, are valid until 30 November, since the application changes its version then.',
  });
}
