import { afterTraining } from './after-training.js';
import { careerEffectView } from './career-effect-view.js';
import { certificatesAtOdds } from './certificates-at-odds.js';
import { cohortView } from './cohort-view.js';
import { competencyProfile } from './competency-profile.js';
import { cultureView } from './culture-view.js';
import { digitalCompetence } from './digital-competence.js';
import { expiringCertificates } from './expiring-certificates.js';
import { gapMap } from './gap-map.js';
import { ipAsnPreview } from './ip-asn-preview.js';
import { jpCompliance } from './jp-compliance.js';
import { learningMix } from './learning-mix.js';
import { mentorLoad } from './mentor-load.js';
import { mentorshipHealth } from './mentorship-health.js';
import { myDevelopment } from './my-development.js';
import { networkMix } from './network-mix.js';
import { roleModels } from './role-models.js';
import { selfStudyShare } from './self-study-share.js';
import { transferGap } from './transfer-gap.js';

/**
 * Every read model on people. All are asked for a day; `DigitalCompetence` also for the competencies that count as digital, and
 * `AfterTraining` for the person whose own view it is.
 */
export const peopleReadModels = [
  competencyProfile,
  gapMap,
  myDevelopment,
  jpCompliance,
  mentorLoad,
  mentorshipHealth,
  ipAsnPreview,
  transferGap,
  careerEffectView,
  selfStudyShare,
  learningMix,
  networkMix,
  roleModels,
  digitalCompetence,
  afterTraining,
  cultureView,
  expiringCertificates,
  cohortView,
  certificatesAtOdds,
] as const;

export { type AfterTrainingAsked, type AfterTrainingLine, afterTraining } from './after-training.js';
export { type CareerEffectLine, careerEffectView } from './career-effect-view.js';
export { type CertificateAtOddsLine, certificatesAtOdds } from './certificates-at-odds.js';
export { type CohortLine, cohortView } from './cohort-view.js';
export { type CompetencyProfileLine, competencyProfile } from './competency-profile.js';
export { type CultureLine, cultureView } from './culture-view.js';
export { type DigitalCompetenceAsked, type DigitalCompetenceLine, digitalCompetence } from './digital-competence.js';
export { type ExpiringCertificateLine, expiringCertificates } from './expiring-certificates.js';
export { type GapMapLine, gapMap } from './gap-map.js';
export { type IpAsnPreviewLine, ipAsnPreview } from './ip-asn-preview.js';
export { type JpComplianceLine, jpCompliance } from './jp-compliance.js';
export { type LearningMixLine, learningMix } from './learning-mix.js';
export { type MentorLoadLine, mentorLoad } from './mentor-load.js';
export { type MentorshipHealthLine, mentorshipHealth } from './mentorship-health.js';
export { type MyDevelopmentLine, myDevelopment } from './my-development.js';
export { type NetworkMixLine, networkMix } from './network-mix.js';
export { type RoleModelLine, roleModels } from './role-models.js';
export { type SelfStudyShareLine, selfStudyShare } from './self-study-share.js';
export { type TransferGapLine, transferGap } from './transfer-gap.js';
