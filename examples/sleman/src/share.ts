import { PublishLearningMaterial } from '@pembinaan/core';
import { documentHash, type Office, recognise, type Stage } from '@pembinaan-examples/stage';
import { regular, staff } from './agency.js';

/** S11, S16: October; what worked is told to others, and those who made it work are thanked. */
export async function share(stage: Stage, office: Office): Promise<void> {
  await example(stage, office);
  await thanks(stage, office);
}

/** S16: the case is published for other regions, without anything about a person. */
async function example(stage: Stage, office: Office): Promise<void> {
  stage.tells('S16');
  stage.on('2026-10-26');
  await office.as(office.who.planner).does(
    regular.programId,
    PublishLearningMaterial({
      materialId: 'slm-praktik-baik-loket',
      title: 'Dua kecamatan yang menjadi lebih cepat, dan bagaimana kami mengetahuinya',
      kind: 'bestPractice',
      public: true,
      sha256: documentHash('praktik baik loket kecamatan'),
      validUntil: '2028-12-31',
      validityStatement: 'bersandar pada evaluasi dengan kecamatan pembanding yang telah bertahan terhadap sanggahan',
    }),
  );
  stage.say({
    id: 'Praktik baik diterbitkan untuk daerah lain, tanpa data pribadi.',
    en: 'The practice is published for other regions, without personal data.',
  });
}

/** S11: a recognition says what it is for, and what it means for the career. */
async function thanks(stage: Stage, office: Office): Promise<void> {
  stage.tells('S11');
  await recognise(stage, office, '2026-10-27', staff.endah, {
    recognitionId: 'slm-penghargaan-endah',
    kind: 'award',
    basis: { kind: 'idea', ideaId: 'slm-gagasan-lembar' },
    careerLink: 'talentPool',
    shownAsRoleModel: true,
  });
  await recognise(stage, office, '2026-10-28', staff.retno, {
    recognitionId: 'slm-penghargaan-retno',
    kind: 'letter',
    basis: { kind: 'evaluation', evaluationId: regular.evaluationId },
    careerLink: 'none',
    shownAsRoleModel: false,
  });
}
