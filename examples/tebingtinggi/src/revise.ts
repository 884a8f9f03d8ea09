import {
  ContinueProgram,
  EndAuthority,
  GrantAuthority,
  RecommendRevision,
  ReviseDevelopmentPlan,
} from '@pembinaan/core';
import { type Actor, agreeOnNeeds, authorities, decree, type Office, type Stage } from '@pembinaan-examples/stage';
import { timeManagement, workCulture } from './agency.js';
import type { Evidence } from './evaluate.js';
import { forums } from './forums.js';
import { coaching } from './needs.js';

/** August and September: what worked goes on, and what is not known yet is planned better. */
export async function revise(stage: Stage, office: Office, evidence: Evidence): Promise<void> {
  await recommend(stage, office, evidence);
  const acting = await actingSecretary(stage, office);
  await goOn(stage, office, acting);
  await changePlan(stage, office);
}

/** T14: each recommendation names what it rests on. */
async function recommend(stage: Stage, office: Office, evidence: Evidence): Promise<void> {
  stage.tells('T14');
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
}

/** The regional secretary, who is the PyB, retires; an acting one (Plt.) takes over by decree and for a period. */
async function actingSecretary(stage: Stage, office: Office): Promise<Actor> {
  const { prefix, agencyId } = office.setup;
  const actingId = `${prefix}-plt-sekda`;
  const authorityId = `${prefix}-kewenangan-plt-pyb`;
  const registrar = office.as(office.who.registrar);
  stage.tells();
  stage.on('2026-08-20');
  await registrar.does(
    authorities(prefix).pyb,
    EndAuthority({ on: '2026-08-20', reason: { code: 'other', text: 'purnatugas' } }),
  );
  await registrar.does(
    authorityId,
    GrantAuthority({
      subjectId: actingId,
      role: 'pyb',
      scope: agencyId,
      acting: 'plt',
      decree: decree(`SK-${prefix}-plt-pyb-2026`, '2026-08-19'),
      from: '2026-08-20',
      to: '2027-02-19',
    }),
  );
  return stage.as(actingId, authorityId);
}

/** T14: a decision of the day after asks whose authority holds on that day. */
async function goOn(stage: Stage, office: Office, acting: Actor): Promise<void> {
  const { programId } = timeManagement;
  const decision = ContinueProgram({ recommendationId: 'tbt-rekomendasi-lanjut' });
  stage.tells('T14');
  stage.on('2026-08-21');
  await office.pyb().isRefused('R01', programId, decision);
  await acting.does(programId, decision);
  stage.say({
    id: 'Sekda purnatugas pada 20 Agustus; keputusan yang masih ia tanda tangani sehari kemudian ditolak (R01). Plt. Sekda, dengan surat keputusan dan masa jabatan, melanjutkan workshop apa adanya karena evaluasinya efektif.',
    en: 'The regional secretary retired on 20 August; a decision that he signs the day after is refused (R01). The acting secretary, with decree and period, lets the workshop go on as it is, because its evaluation is effective.',
  });
}

/** T14: the plan of the year is revised, and says why. */
async function changePlan(stage: Stage, office: Office): Promise<void> {
  const { item, needId } = coaching;
  await agreeOnNeeds(stage, office, [coaching], {
    proposed: '2026-08-24',
    verified: '2026-08-26',
    validated: '2026-08-28',
  });
  stage.on('2026-09-07');
  await office.ppk().does(
    office.planId,
    ReviseDevelopmentPlan({
      causes: [
        { kind: 'evaluation', ref: workCulture.evaluationId },
        { kind: 'forum', ref: forums.june },
      ],
      changes: [{ kind: 'add', item: { ...item, needIds: [needId] } }],
      decree: decree('RENCANA-tbt-2026-P1', '2026-09-04'),
    }),
  );
  stage.say({
    id: 'PPK mengubah rencana 2026 dan menyebut sebabnya, evaluasi dan forum: coaching nilai, dengan penilaian perilaku sebelum dan sesudah.',
    en: 'The PPK revises the plan of 2026 and names the causes, an evaluation and a forum: coaching in values, with behaviour rated before and after.',
  });
}
