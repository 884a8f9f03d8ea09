import { CommitBudget, SetBudgetCeiling } from '@pembinaan/core';
import {
  decree,
  type Office,
  runBatch,
  type ScheduledStory,
  type Stage,
  scheduleBatch,
  spend,
  unitOf,
} from '@pembinaan-examples/stage';
import { heads, healthAgain, healthPolicy, partners, staff } from './agency.js';
import { bringUpToDate } from './materials.js';

/** October: the round for health staff that the budget had put off. */
export async function secondRound(stage: Stage, office: Office): Promise<void> {
  await moreMoney(stage, office);
  await staleModule(stage, office);
  await otherNurses(stage, unitOf(office, heads.puskesmas));
}

/** L11: the amended budget lifts the shortfall. */
async function moreMoney(stage: Stage, office: Office): Promise<void> {
  const { budgetId, planId, setup } = office;
  stage.tells('L11');
  stage.on('2026-10-05');
  await office.pyb().does(
    budgetId,
    SetBudgetCeiling({
      year: setup.year,
      agencyId: setup.agencyId,
      amount: 78_000_000,
      account: 'DPA-lsm-5.1.02',
      source: 'apbd',
      decree: decree('DPPA-lsm-2026', '2026-10-02'),
    }),
  );
  await office.as(office.who.planner).does(
    budgetId,
    CommitBudget({
      commitmentId: healthAgain.commitmentId,
      planId,
      planItemId: healthPolicy.itemId,
      programId: healthPolicy.programId,
      amount: 8_000_000,
    }),
  );
}

const round: ScheduledStory = {
  ...healthAgain,
  programId: healthPolicy.programId,
  evaluationId: healthPolicy.evaluationId,
  partnerId: partners.trainingInstitute,
  venue: 'Aula puskesmas (rekaan)',
  capacity: 6,
  sessions: [
    { sessionId: 'lsm-kes-2-sesi-1', date: '2026-10-20', minutes: 270 },
    { sessionId: 'lsm-kes-2-sesi-2', date: '2026-10-21', minutes: 270 },
  ],
};

/** L3: what was current in April is not any more; nobody is taught from a module that has expired. */
async function staleModule(stage: Stage, office: Office): Promise<void> {
  stage.tells('L3');
  stage.on('2026-10-07');
  await office.as(office.who.organiser).isRefused('R15', healthAgain.batchId, scheduleBatch(office, round));
  await bringUpToDate(stage, office);
  stage.say({
    id: 'Anggaran perubahan memungkinkan gelombang kedua, tetapi modulnya kedaluwarsa sejak Juli: angkatan ditolak (R15) sampai versi kedua terbit, menurut edaran yang baru.',
    en: 'The amended budget allows the second round, but its module expired in July: the batch is refused (R15) until the second version is out, by the new circular.',
  });
}

/** L3, L4: the other five nurses, from the new version. */
async function otherNurses(stage: Stage, office: Office): Promise<void> {
  stage.tells('L3', 'L4');
  const completed = await runBatch(stage, office, {
    ...round,
    passMark: healthPolicy.passMark,
    scheduledOn: '2026-10-12',
    speakers: [
      {
        subjectId: 'lsm-narasumber-1',
        origin: 'agency',
        partnerId: partners.trainingInstitute,
        sessionIds: ['lsm-kes-2-sesi-1'],
      },
      { subjectId: staff.dewi, origin: 'internal', sessionIds: ['lsm-kes-2-sesi-2'] },
    ],
    participants: [
      { id: staff.rauza, pre: 5600, post: 8000 },
      { id: staff.ikhsan, pre: 5200, post: 7700 },
      { id: staff.fitra, pre: 6100, post: 8400 },
      { id: staff.laila, pre: 5900, post: 8600 },
      { id: staff.samsul, pre: 4900, post: 7300, letter: 'surat-tugas-lsm-19' },
    ],
  });
  stage.tells('L11');
  await spend(stage, office, '2026-10-26', healthAgain.commitmentId, 7_600_000);
  stage.tells();
  stage.say({
    id: `Gelombang kedua: ${completed.length} perawat selesai; seorang perawat dari gelombang pertama ikut mengajar.`,
    en: `Second round: ${completed.length} nurses completed; a nurse of the first round teaches as well.`,
  });
}
