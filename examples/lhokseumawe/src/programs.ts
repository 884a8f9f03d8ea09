import { CommitBudget, DeclareBudgetShortfall } from '@pembinaan/core';
import { designProgram, type Office, openProgram, type Stage } from '@pembinaan-examples/stage';
import { civilRegistry, classroom, healthPolicy, publicManagement } from './agency.js';
import { writeTogether, writeWithUniversity } from './materials.js';
import { bindUniversity, firstPartners } from './partners.js';

/** February: four programmes, two partners, and a ceiling that is too low for all of it. */
export async function programs(stage: Stage, office: Office): Promise<void> {
  await firstPartners(stage, office);
  await design(stage, office);
  await writeTogether(stage, office);
  await tightBudget(stage, office);
  await writeWithUniversity(stage, office);
  stage.tells();
}

/** L1, L3, L5, L9: what health staff, teachers and civil-registry clerks are to learn, each on an item of the plan. */
async function design(stage: Stage, office: Office): Promise<void> {
  const usual = { needsLeaveOfDuty: true, certificate: 'attendance', maxAttempts: 2 } as const;
  stage.tells('L1', 'L3');
  await openProgram(stage, office, '2026-02-04', healthPolicy.programId, {
    ...usual,
    itemId: healthPolicy.itemId,
    passMark: healthPolicy.passMark,
    name: 'Bimbingan teknis kebijakan kesehatan terbaru',
    form: 'KL10',
    competencies: [{ code: 'T-KES-01', targetLevel: 2 }],
    jp: 1200,
    estimatedCost: 16_000_000,
    valueTags: ['kompeten', 'berorientasiPelayanan'],
  });
  stage.tells('L1', 'L5');
  await openProgram(stage, office, '2026-02-05', classroom.programId, {
    ...usual,
    itemId: classroom.itemId,
    passMark: classroom.passMark,
    name: 'Workshop TIK untuk metode mengajar',
    form: 'KL07',
    competencies: [{ code: 'T-TIK-01', targetLevel: 2 }],
    jp: 1000,
    estimatedCost: 20_000_000,
    valueTags: ['adaptif'],
  });
  stage.tells('L1');
  await openProgram(stage, office, '2026-02-06', civilRegistry.programId, {
    ...usual,
    itemId: civilRegistry.itemId,
    passMark: civilRegistry.passMark,
    name: 'Bimbingan teknis administrasi kependudukan, dengan pendampingan',
    form: 'KL10',
    competencies: [
      { code: 'T-DUKCAPIL-01', targetLevel: 3 },
      { code: 'M05', targetLevel: 2 },
      { code: 'SK01', targetLevel: 2 },
    ],
    jp: 1200,
    estimatedCost: 24_000_000,
    valueTags: ['berorientasiPelayanan', 'kompeten', 'akuntabel'],
  });
}

/** L11, L8: the money does not reach for the seminar, and that is declared; with a university as partner it becomes cheaper and takes place. */
async function tightBudget(stage: Stage, office: Office): Promise<void> {
  const { programId, itemId, passMark, commitmentId } = publicManagement;
  const { planId, budgetId } = office;
  stage.tells('L1', 'L8');
  await designProgram(stage, office, '2026-02-12', programId, {
    itemId,
    name: 'Seminar manajemen publik bersama universitas',
    form: 'KL06',
    competencies: [{ code: 'M05', targetLevel: 2 }],
    jp: 400,
    estimatedCost: 15_000_000,
    needsLeaveOfDuty: false,
    certificate: 'attendance',
    passMark,
    maxAttempts: 1,
    valueTags: ['kolaboratif', 'kompeten'],
  });
  const commit = (amount: number) => CommitBudget({ commitmentId, planId, planItemId: itemId, programId, amount });
  stage.tells('L11');
  await office.as(office.who.planner).isRefused('R13', budgetId, commit(15_000_000));
  stage.on('2026-02-16');
  await office.ppk().does(
    budgetId,
    DeclareBudgetShortfall({
      shortfallId: 'lsm-kekurangan-2026',
      amount: 15_000_000,
      affectedItems: [
        { planId, planItemId: itemId },
        { planId, planItemId: healthPolicy.itemId },
      ],
      cause: { code: 'dau' },
    }),
  );
  stage.say({
    id: 'Pagu Rp68 juta, rencana Rp83 juta. Terikat sudah Rp60 juta: komitmen seminar Rp15 juta ditolak (R13). Kekurangan Rp15 juta dinyatakan; yang terdampak seminar dan bimtek kesehatan gelombang kedua.',
    en: 'The ceiling is Rp68 million, the plan Rp83 million. Rp60 million are bound: a commitment of Rp15 million for the seminar is refused (R13). A shortfall of Rp15 million is declared; it touches the seminar and the second round for health staff.',
  });

  await bindUniversity(stage, office);
  stage.on('2026-02-24');
  await office.as(office.who.planner).does(budgetId, commit(6_000_000));
  stage.say({
    id: 'PKS dengan universitas: narasumber, bahan, dan tempat dari mitra, sehingga Rp6 juta cukup untuk seminar.',
    en: 'An agreement (PKS) with a university brings speakers, material and venue, so that Rp6 million are enough for the seminar.',
  });
}
