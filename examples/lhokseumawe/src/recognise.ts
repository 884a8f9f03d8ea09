import { type Office, recognise, type Stage } from '@pembinaan-examples/stage';
import { classroom, staff } from './agency.js';

/** L12: November. Two who had asked what it is good for: what they did now counts, and they can see for what. */
export async function careers(stage: Stage, office: Office): Promise<void> {
  stage.tells('L12');
  await recognise(stage, office, '2026-11-30', staff.nisa, {
    recognitionId: 'lsm-piagam-nisa',
    kind: 'award',
    basis: { kind: 'document', ref: 'piagam-lsm-2026-03' },
    careerLink: 'ipAsn',
    shownAsRoleModel: false,
  });
  await recognise(stage, office, '2026-11-30', staff.tari, {
    recognitionId: 'lsm-talenta-tari',
    kind: 'letter',
    basis: { kind: 'evaluation', evaluationId: classroom.evaluationId },
    careerLink: 'talentPool',
    shownAsRoleModel: false,
  });
  stage.tells();
  stage.say({
    id: 'Operator yang menolak seminar karena tidak melihat dampaknya pada karier memperoleh piagam yang dihitung dalam IP ASN; seorang guru diusulkan ke kelompok talenta. Setiap ASN melihat apa pengaruh setiap JP dan sertifikat.',
    en: 'The clerk who declined the seminar because she saw no effect on her career receives an award that counts in the professionalism index; a teacher is named for the talent pool. Every civil servant sees what each JP and each certificate did.',
  });
}
