import { ContinueProgram, RecommendRevision, ReviseDevelopmentPlan } from '@pembinaan/core';
import { agreeOnNeeds, decree, type Office, type PlannedNeed, type Stage } from '@pembinaan-examples/stage';
import { taxCounter, timeManagement, workCulture } from './agency.js';
import type { Evidence } from './evaluate.js';

/** T14: what worked goes on, and what is not known yet is planned better. */
export async function revise(stage: Stage, office: Office, evidence: Evidence): Promise<void> {
  stage.on('2026-08-19');
  const verifier = office.as(office.who.verifier);
  await verifier.does(
    timeManagement.programId,
    RecommendRevision({
      recommendationId: 'tbt-rekomendasi-lanjut',
      kind: 'continue',
      evaluationId: timeManagement.evaluationId,
      causeEvents: [...evidence.timeManagement],
    }),
  );
  await verifier.does(
    workCulture.programId,
    RecommendRevision({
      recommendationId: 'tbt-rekomendasi-rencana',
      kind: 'revisePlan',
      evaluationId: workCulture.evaluationId,
      causeEvents: [...evidence.workCulture],
    }),
  );
  stage.on('2026-08-21');
  await office.pyb().does(timeManagement.programId, ContinueProgram({ recommendationId: 'tbt-rekomendasi-lanjut' }));
  stage.say({
    id: 'PyB melanjutkan workshop manajemen waktu apa adanya, karena evaluasinya efektif.',
    en: 'The PyB lets the workshop on time management go on as it is, because its evaluation is effective.',
  });

  const { item, ...need } = coaching;
  await agreeOnNeeds(stage, office, [coaching], {
    proposed: '2026-08-24',
    verified: '2026-08-26',
    validated: '2026-08-28',
  });
  stage.on('2026-09-07');
  const change = ReviseDevelopmentPlan({
    causes: [
      { kind: 'evaluation', ref: workCulture.evaluationId },
      { kind: 'forum', ref: 'notulen forum warga 2025-11 (rekaan)' },
    ],
    changes: [{ kind: 'add', item: { ...item, needIds: [need.needId] } }],
    decree: decree('RENCANA-tbt-2026-P1', '2026-09-04'),
  });
  await office.as(office.who.planner).isRefused('R01', office.planId, change);
  await office.ppk().does(office.planId, change);
  stage.say({
    id: 'Rencana 2026 diubah oleh PPK (perencana ditolak, R01): coaching nilai, dengan penilaian perilaku sebelum dan sesudah.',
    en: 'The PPK revises the plan of 2026 (the planner was refused, R01): coaching in values, with behaviour rated before and after.',
  });
}

const coaching: PlannedNeed = {
  needId: 'tbt-kebutuhan-coaching',
  origin: { kind: 'strategic', ref: workCulture.evaluationId },
  target: { kind: 'unit', unitId: taxCounter },
  competency: 'M01',
  item: {
    itemId: 'tbt-butir-coaching',
    form: 'NKL01',
    target: 'individual',
    participantsPlanned: 7,
    jp: 800,
    cost: 0,
    missionRef: 'RPJMD misi 1 (rekaan)',
    impactIndicator: 'penilaian perilaku akuntabel sebelum dan sesudah coaching',
    learningModel: 'social20',
  },
};
