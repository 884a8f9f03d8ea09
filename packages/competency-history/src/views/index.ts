import type { AnyPeopleReadModel } from '../history/people-read-model.js';
import { afterTraining } from './after-training.js';
import { careerEffectView } from './career-effect-view.js';
import { certificatesAtOdds } from './certificates-at-odds.js';
import { cohortView } from './cohort-view.js';
import { competencyProfile } from './competency-profile.js';
import { cultureView } from './culture-view.js';
import { digitalCompetence } from './digital-competence.js';
import { expiringCertificates } from './expiring-certificates.js';
import { gapMap } from './gap-map.js';
import { gapMapByPerson } from './gap-map-by-person.js';
import { gapMapByPositionKind } from './gap-map-by-position-kind.js';
import { ipAsnPreview } from './ip-asn-preview.js';
import { jpCompliance } from './jp-compliance.js';
import { learningMix } from './learning-mix.js';
import { mentorLoad } from './mentor-load.js';
import { mentorshipHealth } from './mentorship-health.js';
import { myDevelopment } from './my-development.js';
import { networkMix } from './network-mix.js';
import { planAndOutcome } from './plan-and-outcome.js';
import { roleModels } from './role-models.js';
import { selfStudyShare } from './self-study-share.js';
import { succession } from './succession.js';
import { transferGap } from './transfer-gap.js';
import { agencyComparison, unitComparison } from './unit-comparison.js';

/** Every read model on people; those that are asked about something are here asked about nothing. */
export const peopleReadModels: readonly AnyPeopleReadModel[] = [
  competencyProfile,
  gapMap,
  gapMapByPerson,
  gapMapByPositionKind,
  succession(''),
  myDevelopment,
  jpCompliance,
  planAndOutcome,
  mentorLoad,
  mentorshipHealth,
  ipAsnPreview,
  transferGap,
  careerEffectView,
  selfStudyShare,
  learningMix,
  networkMix,
  roleModels,
  digitalCompetence([]),
  afterTraining(''),
  cultureView,
  expiringCertificates,
  cohortView,
  unitComparison('meanJp'),
  agencyComparison('meanJp'),
  certificatesAtOdds,
];

export { type AfterTrainingLine, afterTraining } from './after-training.js';
export { type CareerEffectLine, careerEffectView } from './career-effect-view.js';
export { type CertificateAtOddsLine, certificatesAtOdds } from './certificates-at-odds.js';
export { type CohortLine, cohortView } from './cohort-view.js';
export { type ComparedMeasure, comparedMeasures } from './compared-measures.js';
export { type CompetencyProfileLine, competencyProfile } from './competency-profile.js';
export { type CultureLine, cultureView } from './culture-view.js';
export { type DigitalCompetenceLine, digitalCompetence } from './digital-competence.js';
export { type ExpiringCertificateLine, expiringCertificates } from './expiring-certificates.js';
export { type GapMapLine, gapMap } from './gap-map.js';
export { type GapMapByPersonLine, gapMapByPerson } from './gap-map-by-person.js';
export { type GapMapByPositionKindLine, gapMapByPositionKind } from './gap-map-by-position-kind.js';
export { type IpAsnPreviewLine, ipAsnPreview } from './ip-asn-preview.js';
export { type JpComplianceLine, jpCompliance } from './jp-compliance.js';
export { type LearningMixLine, learningMix } from './learning-mix.js';
export { type MentorLoadLine, mentorLoad } from './mentor-load.js';
export { type MentorshipHealthLine, mentorshipHealth } from './mentorship-health.js';
export { type MyDevelopmentLine, myDevelopment } from './my-development.js';
export { type NetworkMixLine, networkMix } from './network-mix.js';
export { type PlanAndOutcomeLine, planAndOutcome } from './plan-and-outcome.js';
export { type RoleModelLine, roleModels } from './role-models.js';
export { type SelfStudyShareLine, selfStudyShare } from './self-study-share.js';
export { type SuccessionLine, succession } from './succession.js';
export { type TransferGapLine, transferGap } from './transfer-gap.js';
export {
  type AgencyComparisonLine,
  agencyComparison,
  type UnitComparisonLine,
  unitComparison,
} from './unit-comparison.js';
