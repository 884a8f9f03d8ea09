import {
  measureService,
  type Nomination,
  nominate,
  type Office,
  reactionOf,
  recordReactions,
  runBatch,
  type Stage,
  spend,
} from '@pembinaan-examples/stage';
import { staff, taxCounter, timeManagement, transfer, workCulture } from './agency.js';

/** Who completed which programme. */
export interface Trained {
  readonly timeManagement: readonly string[];
  readonly workCulture: readonly string[];
}

/** March to May: the state before is fixed, then both programmes are held. */
export async function train(stage: Stage, office: Office): Promise<Trained> {
  stage.tells('T4');
  await measureService(stage, office, '2026-03-30', taxCounter, transfer, 'waiting', 'baseline', {
    period: { from: '2026-01-05', to: '2026-03-13' },
    median: 3300,
    p90: 7200,
    errorRate: 580,
    n: 312,
  });
  return { timeManagement: await workshop(stage, office), workCulture: await culture(stage, office) };
}

/** T3, T11: the workshop, and two who would not join: the old way is good enough for them. */
async function workshop(stage: Stage, office: Office): Promise<readonly string[]> {
  const { batchId, programId, evaluationId, passMark } = timeManagement;
  const commitmentId = `${programId}-komitmen`;
  stage.tells('T3');
  const completed = await runBatch(stage, office, {
    batchId,
    programId,
    evaluationId,
    commitmentId,
    passMark,
    scheduledOn: '2026-04-01',
    venue: 'Ruang rapat BKPSDM (rekaan)',
    capacity: 8,
    sessions: [
      { sessionId: 'tbt-waktu-sesi-1', date: '2026-04-07', minutes: 240 },
      { sessionId: 'tbt-waktu-sesi-2', date: '2026-04-08', minutes: 240 },
    ],
    speakers: [
      { subjectId: 'tbt-narasumber-1', origin: 'internal', sessionIds: ['tbt-waktu-sesi-1', 'tbt-waktu-sesi-2'] },
    ],
    participants: [
      { id: staff.yuni, pre: 5000, post: 8200 },
      { id: staff.rizal, pre: 5600, post: 7900 },
      { id: staff.fitri, pre: 6100, post: 8600 },
      { id: staff.anton, pre: 5300, post: 7500 },
      { id: staff.wulan, pre: 5800, post: 8400, letter: 'surat-tugas-tbt-04' },
      { id: staff.bayu, pre: 4900, post: 6400 },
    ],
    afterScheduling: () =>
      reluctant(stage, office, batchId, 'T3', [
        { id: staff.nurul, declines: { code: 'oldWayOk' } },
        { id: staff.surya, declines: { code: 'oldWayOk' } },
      ]),
  });
  await reactions(stage, office);
  await spend(stage, office, '2026-04-20', commitmentId, 15_100_000);
  stage.say({
    id: `Workshop manajemen waktu: delapan dicalonkan, dua menolak karena merasa cara lama sudah cukup, satu di bawah nilai batas, ${completed.length} selesai.`,
    en: `Workshop on time management: eight nominated, two declined because the old way is good enough for them, one below the pass mark, ${completed.length} completed.`,
  });
  return completed;
}

/** T11: those who are nominated and do not come; then the story goes on with the practice that it was at. */
async function reluctant(
  stage: Stage,
  office: Office,
  batchId: string,
  practice: string,
  people: readonly Nomination[],
): Promise<void> {
  stage.tells('T11');
  for (const person of people) await nominate(stage, office, batchId, person);
  stage.tells(practice);
}

/** T3: five of the six who came say how it was; nobody can tell who said what, and nobody hands in the own answer. */
async function reactions(stage: Stage, office: Office): Promise<void> {
  const { evaluationId, batchId } = timeManagement;
  stage.on('2026-04-09');
  await office.as(staff.yuni).isRefused('R30', evaluationId, reactionOf(batchId, staff.yuni, [4, 4, 4, 4]));
  await recordReactions(stage, office, '2026-04-10', timeManagement, [
    [staff.yuni, [4, 4, 3, 3]],
    [staff.rizal, [4, 3, 3, 2]],
    [staff.fitri, [4, 4, 4, 3]],
    [staff.anton, [3, 3, 4, 2]],
    [staff.bayu, [3, 2, 3, 2]],
  ]);
  stage.say({
    id: 'Lima dari enam peserta menilai workshop lewat survei bertoken. Jawaban yang disampaikan sendiri oleh peserta ditolak (R30), karena namanya akan tercatat.',
    en: 'Five of six participants answer the survey, each under a token. An answer that a participant hands in himself is refused (R30), because it would carry the name.',
  });
}

/** T8, T11: training in values; one of those who declined the workshop comes this time. */
async function culture(stage: Stage, office: Office): Promise<readonly string[]> {
  const { batchId, programId, evaluationId, passMark } = workCulture;
  const commitmentId = `${programId}-komitmen`;
  stage.tells('T8');
  const completed = await runBatch(stage, office, {
    batchId,
    programId,
    evaluationId,
    commitmentId,
    passMark,
    scheduledOn: '2026-04-22',
    venue: 'Aula kantor wali kota (rekaan)',
    capacity: 8,
    sessions: [
      { sessionId: 'tbt-budaya-sesi-1', date: '2026-05-05', minutes: 270 },
      { sessionId: 'tbt-budaya-sesi-2', date: '2026-05-06', minutes: 270 },
    ],
    participants: [
      { id: staff.yuni, pre: 6200, post: 8400 },
      { id: staff.fitri, pre: 6500, post: 8700 },
      { id: staff.anton, pre: 5900, post: 7600 },
      { id: staff.bayu, pre: 5500, post: 7300 },
      { id: staff.nurul, pre: 5700, post: 7800 },
    ],
    afterScheduling: () =>
      reluctant(stage, office, batchId, 'T8', [
        { id: staff.rizal, declines: { code: 'workload' }, by: 'superior' },
        { id: staff.wulan, declines: { code: 'workload' }, by: 'superior' },
        { id: staff.surya, declines: { code: 'oldWayOk' } },
      ]),
  });
  await spend(stage, office, '2026-05-18', commitmentId, 12_700_000);
  stage.say({
    id: 'Pelatihan budaya kerja: seorang yang menolak workshop kini ikut; dua orang ditahan atasannya karena beban kerja. Lima penolakan setahun terlalu sedikit untuk dirinci, dan view hanya menyebut jumlahnya.',
    en: 'Training in work culture: one who declined the workshop takes part now; two are held back by their superior because of the workload. Five refusals in a year are too few to be told apart, and the view gives only their number.',
  });
  return completed;
}
