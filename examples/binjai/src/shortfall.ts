import {
  CancelProgram,
  ConfirmNomination,
  DeclareBudgetShortfall,
  NominateParticipant,
  ReleaseBudget,
  SuspendProgram,
} from '@pembinaan/core';
import { type Office, openProgram, planEvaluation, type Stage, scheduleBatch } from '@pembinaan-examples/stage';
import { staff } from './agency.js';
import { archive, systems } from './programs.js';

/** A third programme, on keeping the archive, is approved and its batch scheduled before the money runs short. */
export async function planArchive(stage: Stage, office: Office): Promise<void> {
  const { programId, evaluationId, batchId, commitmentId, itemId } = archive;
  await openProgram(stage, office, '2026-09-08', programId, {
    itemId,
    name: 'Bimbingan teknis penataan arsip layanan',
    form: 'KL10',
    competencies: [{ code: 'T-ARSIP-01', targetLevel: 3 }],
    jp: 1000,
    estimatedCost: 9_000_000,
    needsLeaveOfDuty: false,
    certificate: 'attendance',
    passMark: 6500,
    maxAttempts: 2,
    valueTags: ['akuntabel'],
  });
  await planEvaluation(stage, office, '2026-09-09', evaluationId, {
    programId,
    levels: [2, 3],
    design: 'prePost',
    serviceUnits: [],
    comparisonUnits: [],
    metrics: [],
    minimumEffect: 1000,
    minimumN: 5,
  });
  stage.on('2026-09-10');
  await office.as(office.who.organiser).does(
    batchId,
    scheduleBatch(office, {
      batchId,
      programId,
      evaluationId,
      commitmentId,
      venue: 'Ruang arsip (rekaan)',
      capacity: 5,
      sessions: [{ sessionId: 'bnj-arsip-sesi-1', date: '2026-11-10', minutes: 360 }],
    }),
  );
  for (const employeeId of [staff.lina, staff.doni, staff.sari]) {
    await office.as(office.who.head).does(batchId, NominateParticipant({ employeeId }));
    await office.as(office.who.planner).does(batchId, ConfirmNomination({ employeeId }));
  }
}

/** B12, B13: the money runs short; one programme waits, both are cancelled, and what they were to serve stays known. */
export async function runShort(stage: Stage, office: Office): Promise<void> {
  const release = (commitmentId: string, amount: number) =>
    office
      .as(office.who.treasurer)
      .does(office.budgetId, ReleaseBudget({ commitmentId, amount, reason: { code: 'cancelled' } }));

  stage.tells('B12');
  stage.on('2026-09-14');
  await office.ppk().does(
    office.budgetId,
    DeclareBudgetShortfall({
      shortfallId: 'bnj-kekurangan-2026',
      amount: 13_800_000,
      affectedItems: [
        { planId: office.planId, planItemId: 'bnj-butir-sistem' },
        { planId: office.planId, planItemId: archive.itemId },
      ],
      cause: { code: 'refocusing' },
    }),
  );
  stage.on('2026-09-21');
  await office.pyb().does(systems.programId, SuspendProgram({ reason: { code: 'budget' }, until: '2026-10-31' }));
  await office.pyb().does(archive.programId, SuspendProgram({ reason: { code: 'budget' } }));
  stage.say({
    id: 'Anggaran dialihkan: kekurangan dinyatakan dengan butir rencana yang terdampak, dan dua program ditangguhkan.',
    en: 'The money is given another purpose: the shortfall names the plan items that it touches, and two programmes wait.',
  });

  stage.tells('B13');
  stage.on('2026-10-26');
  await office.ppk().does(systems.programId, CancelProgram({ reason: { code: 'budget' } }));
  await release(systems.commitmentId, 4_800_000);
  stage.on('2026-10-27');
  await office.ppk().does(archive.programId, CancelProgram({ reason: { code: 'budget' } }));
  await release(archive.commitmentId, 9_000_000);
  stage.tells();
  stage.say({
    id: 'Kedua program dibatalkan dan komitmennya dilepaskan. Dengan sendirinya angkatan arsip ikut batal, dengan nama pesertanya, dan kebutuhannya ditandai belum terpenuhi.',
    en: 'Both programmes are cancelled and their commitments released. By itself the batch on the archive is cancelled too, with the names of its participants, and the needs are flagged as unserved.',
  });
}
