import { type Office, recognise, recordLeader, type Stage } from '@pembinaan-examples/stage';
import { staff, taxCounter, timeManagement, workCulture } from './agency.js';

/** T9: the mayor himself sits at the counter for a morning, and two are recognised; only one wishes to be shown as an example. */
export async function goodExamples(stage: Stage, office: Office): Promise<void> {
  stage.tells('T9');
  await recordLeader(stage, office, '2026-09-15', {
    leaderId: office.who.ppk,
    role: 'attend',
    date: '2026-09-14',
    programId: timeManagement.programId,
    unitId: taxCounter,
    topicCodes: ['keteladanan'],
  });
  await recognise(stage, office, '2026-09-16', staff.fitri, {
    recognitionId: 'tbt-teladan-fitri',
    kind: 'roleModel',
    basis: { kind: 'evaluation', evaluationId: timeManagement.evaluationId },
    careerLink: 'talentPool',
    shownAsRoleModel: true,
  });
  await recognise(stage, office, '2026-09-16', staff.nurul, {
    recognitionId: 'tbt-penghargaan-nurul',
    kind: 'letter',
    basis: { kind: 'evaluation', evaluationId: workCulture.evaluationId },
    careerLink: 'none',
    shownAsRoleModel: false,
  });
  stage.say({
    id: 'Dua petugas memperoleh penghargaan; yang satu bersedia ditampilkan sebagai teladan, yang lain tidak, dan namanya tidak ditampilkan.',
    en: 'Two clerks are recognised; one agrees to be shown as an example, the other does not, and is not shown.',
  });
}
