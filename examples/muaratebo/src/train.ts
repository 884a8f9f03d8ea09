import {
  measureService,
  type Office,
  runBatch,
  type ScheduledStory,
  type Stage,
  spend,
} from '@pembinaan-examples/stage';
import { partners, procedures, publicService, recommendationLetter, socialOffice, staff } from './agency.js';

/** The first batch as it is asked for three times: without an evaluation plan, without a PKS, and with both. */
export const firstRound: ScheduledStory = {
  batchId: publicService.batchId,
  programId: publicService.programId,
  evaluationId: publicService.evaluationId,
  commitmentId: publicService.commitmentId,
  partnerId: partners.ngo,
  venue: 'Balai diklat (rekaan)',
  capacity: 8,
  sessions: [
    { sessionId: 'mtb-manajemen-1-sesi-1', date: '2026-04-14', minutes: 300 },
    { sessionId: 'mtb-manajemen-1-sesi-2', date: '2026-04-15', minutes: 300 },
    { sessionId: 'mtb-manajemen-1-sesi-3', date: '2026-04-16', minutes: 300 },
  ],
};

/** March to May: the first round of training, and the workshop of the institution. Returns who completed the training. */
export async function train(stage: Stage, office: Office): Promise<readonly string[]> {
  const completed = await training(stage, office);
  await workshop(stage, office);
  return completed;
}

/** M3, M5: public management and service, taught by people from several fields. */
async function training(stage: Stage, office: Office): Promise<readonly string[]> {
  stage.tells('M7');
  await measureService(stage, office, '2026-03-16', socialOffice, recommendationLetter, 'waiting', 'baseline', {
    period: { from: '2026-01-05', to: '2026-03-06' },
    median: 4500,
    p90: 9600,
    errorRate: 700,
    n: 284,
  });
  stage.tells('M3', 'M5');
  const completed = await runBatch(stage, office, {
    ...firstRound,
    scheduledOn: '2026-03-30',
    passMark: publicService.passMark,
    speakers: [
      {
        subjectId: 'mtb-narasumber-1',
        origin: 'university',
        partnerId: partners.university,
        sessionIds: ['mtb-manajemen-1-sesi-1'],
      },
      {
        subjectId: 'mtb-narasumber-2',
        origin: 'ngo',
        partnerId: partners.ngo,
        sessionIds: ['mtb-manajemen-1-sesi-2'],
      },
      { subjectId: 'mtb-narasumber-3', origin: 'agency', sessionIds: ['mtb-manajemen-1-sesi-3'] },
    ],
    participants: [
      { id: staff.hadi, pre: 6200, post: 8500 },
      { id: staff.siti, pre: 4800, post: 7200 },
      { id: staff.joko, pre: 5900, post: 7800 },
      { id: staff.rosma, pre: 5500, post: 7600 },
      { id: staff.edy, pre: 5700, post: 8000 },
      {
        id: staff.lastri,
        pre: 5200,
        post: 0,
        absentFrom: ['mtb-manajemen-1-sesi-2', 'mtb-manajemen-1-sesi-3'],
      },
      { id: staff.ilham, declines: { code: 'distance' } },
    ],
  });
  stage.tells('M3');
  await spend(stage, office, '2026-04-24', publicService.commitmentId, 24_300_000);
  stage.say({
    id: `Angkatan pertama: narasumber dari universitas, lembaga swadaya masyarakat, dan instansi lain; ${completed.length} selesai, satu menolak karena jarak.`,
    en: `First batch: speakers from a university, an NGO and another agency; ${completed.length} completed, one declined because of the distance.`,
  });
  return completed;
}

/** M2, M5: the workshop serves the institution. */
async function workshop(stage: Stage, office: Office): Promise<void> {
  const { batchId, programId, evaluationId, commitmentId, passMark } = procedures;
  stage.tells('M2', 'M5');
  await runBatch(stage, office, {
    batchId,
    programId,
    evaluationId,
    commitmentId,
    passMark,
    partnerId: partners.university,
    scheduledOn: '2026-04-27',
    venue: 'Ruang rapat universitas (rekaan)',
    capacity: 8,
    sessions: [{ sessionId: 'mtb-sop-sesi-1', date: '2026-05-05', minutes: 300 }],
    speakers: [
      {
        subjectId: 'mtb-narasumber-1',
        origin: 'university',
        partnerId: partners.university,
        sessionIds: ['mtb-sop-sesi-1'],
      },
      { subjectId: 'mtb-narasumber-4', origin: 'private', sessionIds: ['mtb-sop-sesi-1'] },
    ],
    participants: [
      { id: staff.siti, pre: 5800, post: 7400 },
      { id: staff.lastri, pre: 5600, post: 7300 },
      { id: staff.ilham, pre: 6000, post: 7100 },
      { id: staff.rosma, pre: 6300, post: 7900 },
      { id: staff.edy, pre: 5900, post: 7700 },
    ],
  });
  await spend(stage, office, '2026-05-11', commitmentId, 8_200_000);
  stage.tells();
}
