import { measureService, type Office, runBatch, type Stage, spend, unitOf } from '@pembinaan-examples/stage';
import {
  birthCertificate,
  civilRegistry,
  classroom,
  heads,
  healthPolicy,
  partners,
  publicManagement,
  staff,
  units,
} from './agency.js';

/** Who completed the programmes that are rated later. */
export interface Trained {
  readonly classroom: readonly string[];
  readonly civilRegistry: readonly string[];
}

/** April to June: four programmes. */
export async function train(stage: Stage, office: Office): Promise<Trained> {
  await health(stage, unitOf(office, heads.puskesmas));
  const teachers = await school(stage, unitOf(office, heads.school));
  await seminar(stage, unitOf(office, office.who.pyb));
  const clerks = await registry(stage, unitOf(office, heads.dukcapil));
  return { classroom: teachers, civilRegistry: clerks };
}

/** L3, L4: health staff learn the latest policy, from the training institute and from within. */
async function health(stage: Stage, office: Office): Promise<void> {
  stage.tells('L3', 'L4');
  const { batchId, programId, evaluationId, commitmentId, passMark } = healthPolicy;
  await runBatch(stage, office, {
    batchId,
    programId,
    evaluationId,
    commitmentId,
    passMark,
    partnerId: partners.trainingInstitute,
    scheduledOn: '2026-03-30',
    venue: 'Aula puskesmas (rekaan)',
    capacity: 6,
    sessions: [
      { sessionId: 'lsm-kes-sesi-1', date: '2026-04-07', minutes: 270 },
      { sessionId: 'lsm-kes-sesi-2', date: '2026-04-08', minutes: 270 },
    ],
    speakers: [
      {
        subjectId: 'lsm-narasumber-1',
        origin: 'agency',
        partnerId: partners.trainingInstitute,
        sessionIds: ['lsm-kes-sesi-1'],
      },
      { subjectId: 'lsm-narasumber-2', origin: 'internal', sessionIds: ['lsm-kes-sesi-2'] },
    ],
    participants: [
      { id: staff.dewi, pre: 5400, post: 8100 },
      { id: staff.hasan, pre: 6000, post: 8300 },
      { id: staff.lia, pre: 5100, post: 7600 },
      { id: staff.amir, pre: 5800, post: 7900 },
      { id: staff.sinta, pre: 6300, post: 8800 },
    ],
  });
  await spend(stage, office, '2026-04-10', commitmentId, 15_400_000);
}

/** L5, L4: teachers learn to teach with IT, from a university and a company. */
async function school(stage: Stage, office: Office): Promise<readonly string[]> {
  stage.tells('L4', 'L5');
  const { batchId, programId, evaluationId, commitmentId, passMark } = classroom;
  const completed = await runBatch(stage, office, {
    batchId,
    programId,
    evaluationId,
    commitmentId,
    passMark,
    partnerId: partners.university,
    scheduledOn: '2026-04-13',
    venue: 'Laboratorium komputer universitas (rekaan)',
    capacity: 6,
    sessions: [
      { sessionId: 'lsm-kelas-sesi-1', date: '2026-04-21', minutes: 300 },
      { sessionId: 'lsm-kelas-sesi-2', date: '2026-04-22', minutes: 300 },
    ],
    speakers: [
      {
        subjectId: 'lsm-narasumber-3',
        origin: 'university',
        partnerId: partners.university,
        sessionIds: ['lsm-kelas-sesi-1'],
      },
      { subjectId: 'lsm-narasumber-4', origin: 'private', sessionIds: ['lsm-kelas-sesi-2'] },
    ],
    participants: [
      { id: staff.rahmat, pre: 4600, post: 7700 },
      { id: staff.yusni, pre: 5200, post: 8200 },
      { id: staff.tari, pre: 6400, post: 9000 },
      { id: staff.bakri, pre: 4300, post: 7100 },
      { id: staff.maulida, pre: 5500, post: 8000 },
    ],
  });
  await spend(stage, office, '2026-04-30', commitmentId, 19_200_000);
  stage.say({
    id: 'Lima perawat dan lima guru dilatih oleh narasumber dari instansi lain, universitas, swasta, dan dari dalam.',
    en: 'Five nurses and five teachers are trained by speakers from another agency, a university, a company and from within.',
  });
  return completed;
}

/** L8, L4, L12: the seminar with the university; two stay away because they see no effect on their career. */
async function seminar(stage: Stage, office: Office): Promise<void> {
  stage.tells('L4', 'L8', 'L12');
  const { batchId, programId, evaluationId, commitmentId, passMark } = publicManagement;
  await runBatch(stage, office, {
    batchId,
    programId,
    evaluationId,
    commitmentId,
    passMark,
    partnerId: partners.university,
    scheduledOn: '2026-05-04',
    venue: 'Auditorium universitas (rekaan)',
    capacity: 10,
    sessions: [{ sessionId: 'lsm-seminar-sesi-1', date: '2026-05-12', minutes: 240 }],
    speakers: [
      {
        subjectId: 'lsm-narasumber-5',
        origin: 'university',
        partnerId: partners.university,
        sessionIds: ['lsm-seminar-sesi-1'],
      },
      { subjectId: 'lsm-narasumber-6', origin: 'ngo', sessionIds: ['lsm-seminar-sesi-1'] },
    ],
    participants: [
      { id: staff.zahra, pre: 7000, post: 8500 },
      { id: staff.iqbal, pre: 5200, post: 7000 },
      { id: staff.fajri, pre: 5600, post: 7200 },
      { id: staff.lia, pre: 6000, post: 7700 },
      { id: staff.tari, pre: 6600, post: 8100 },
      { id: staff.nisa, declines: { code: 'noCareerEffect' } },
      { id: staff.hasan, declines: { code: 'noCareerEffect' } },
    ],
  });
  stage.tells('L8');
  await spend(stage, office, '2026-05-13', commitmentId, 5_600_000);
  stage.say({
    id: 'Seminar bersama universitas terlaksana; dua orang menolak karena tidak melihat dampaknya pada karier.',
    en: 'The seminar with the university takes place; two decline because they see no effect on their career.',
  });
}

/** L9, L4: the civil registry; the senior teaches as well. */
async function registry(stage: Stage, office: Office): Promise<readonly string[]> {
  const { batchId, programId, evaluationId, commitmentId, passMark } = civilRegistry;
  stage.tells('L9');
  await measureService(stage, office, '2026-05-18', units.dukcapil, birthCertificate, 'waiting', 'baseline', {
    period: { from: '2026-02-02', to: '2026-05-08' },
    median: 4800,
    p90: 10_800,
    errorRate: 840,
    n: 526,
  });
  stage.tells('L4', 'L9');
  const completed = await runBatch(stage, office, {
    batchId,
    programId,
    evaluationId,
    commitmentId,
    passMark,
    scheduledOn: '2026-05-19',
    venue: 'Ruang pelatihan Dukcapil (rekaan)',
    capacity: 8,
    sessions: [
      { sessionId: 'lsm-dukcapil-sesi-1', date: '2026-06-02', minutes: 270 },
      { sessionId: 'lsm-dukcapil-sesi-2', date: '2026-06-03', minutes: 270 },
    ],
    speakers: [
      { subjectId: 'lsm-narasumber-7', origin: 'agency', sessionIds: ['lsm-dukcapil-sesi-1'] },
      { subjectId: staff.zahra, origin: 'internal', sessionIds: ['lsm-dukcapil-sesi-2'] },
    ],
    participants: [
      { id: staff.iqbal, pre: 4500, post: 8000 },
      { id: staff.mala, pre: 5700, post: 8300 },
      { id: staff.fajri, pre: 5900, post: 8100 },
      { id: staff.nisa, pre: 6100, post: 8700 },
      { id: staff.riska, pre: 5000, post: 7600, letter: 'surat-tugas-lsm-11' },
      { id: staff.hendra, pre: 5400, post: 7900 },
    ],
  });
  await spend(stage, office, '2026-06-08', commitmentId, 22_800_000);
  stage.tells();
  return completed;
}
