import { type Office, recordLeader, runBatch, type Stage, spend } from '@pembinaan-examples/stage';
import { staff } from './agency.js';
import { administration, systems } from './programs.js';

/**
 * B4, B5, B14: the batches; some decline, one stays away. B7, B8: the heads are there, and somebody else records it.
 * Returns who completed public administration.
 */
export async function train(stage: Stage, office: Office): Promise<readonly string[]> {
  stage.tells('B4', 'B14');
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
  stage.tells('B7', 'B8');
  await recordLeader(stage, office, '2026-03-13', {
    leaderId: office.who.head,
    role: 'open',
    date: '2026-03-10',
    programId: administration.programId,
    unitId: administration.unit,
  });
  await recordLeader(stage, office, '2026-03-20', {
    leaderId: office.who.ppk,
    role: 'supervise',
    date: '2026-03-19',
    programId: administration.programId,
    unitId: administration.unit,
  });
  stage.tells();
  stage.say({
    id: 'Kepala unit membuka pelatihan dan wali kota mengawasi penerapannya; keduanya dicatat oleh sekretaris (R29).',
    en: 'The head of the unit opens the training and the mayor supervises its use; the secretary records both (R29).',
  });
  await spend(stage, office, '2026-03-27', administration.commitmentId, 22_500_000);
  stage.say({
    id: `Angkatan pertama: delapan dicalonkan, satu menolak, satu tidak hadir, ${completed.length} selesai.`,
    en: `First batch: eight nominated, one declined, one absent, ${completed.length} completed.`,
  });

  stage.tells('B5', 'B14');
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
  stage.tells();
  await spend(stage, office, '2026-04-24', systems.commitmentId, 7_200_000);
  return completed;
}
