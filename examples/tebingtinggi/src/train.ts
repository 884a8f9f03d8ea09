import { measureService, type Office, runBatch, type Stage, spend } from '@pembinaan-examples/stage';
import { staff, taxCounter, timeManagement, transfer, workCulture } from './agency.js';

/** Who completed which programme. */
export interface Trained {
  readonly timeManagement: readonly string[];
  readonly workCulture: readonly string[];
}

/** March to May: the state before is fixed, then both programmes are held. */
export async function train(stage: Stage, office: Office): Promise<Trained> {
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
      { id: staff.nurul, declines: { code: 'oldWayOk' } },
      { id: staff.surya, declines: { code: 'oldWayOk' } },
    ],
  });
  await spend(stage, office, '2026-04-20', commitmentId, 15_100_000);
  stage.say({
    id: `Workshop manajemen waktu: delapan dicalonkan, dua menolak karena merasa cara lama sudah cukup, satu di bawah nilai batas, ${completed.length} selesai.`,
    en: `Workshop on time management: eight nominated, two declined because the old way is good enough for them, one below the pass mark, ${completed.length} completed.`,
  });
  return completed;
}

/** T8, T11: training in values; one of those who declined the workshop comes this time. */
async function culture(stage: Stage, office: Office): Promise<readonly string[]> {
  const { batchId, programId, evaluationId, passMark } = workCulture;
  const commitmentId = `${programId}-komitmen`;
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
      { id: staff.rizal, declines: { code: 'workload' }, by: 'superior' },
      { id: staff.surya, declines: { code: 'oldWayOk' } },
    ],
  });
  await spend(stage, office, '2026-05-18', commitmentId, 12_700_000);
  stage.say({
    id: 'Pelatihan budaya kerja: seorang yang menolak workshop kini ikut; seorang lain ditahan atasannya karena beban kerja.',
    en: 'Training in work culture: one who declined the workshop takes part now; another is held back by the superior because of the workload.',
  });
  return completed;
}
