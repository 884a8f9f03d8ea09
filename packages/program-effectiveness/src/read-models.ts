import type { AgencyReadModel } from './agency-read-model.js';
import { evaluationDue } from './views/evaluate/evaluation-due.js';
import { serviceBeforeAfter } from './views/evaluate/service-before-after.js';
import { serviceTrend } from './views/evaluate/service-trend.js';
import { strengthWeakness } from './views/evaluate/strength-weakness.js';
import { surveysMissing } from './views/evaluate/surveys-missing.js';
import { auditFindings } from './views/governance/audit-findings.js';
import { decisionTrace } from './views/governance/decision-trace.js';
import { siasnOutbox } from './views/governance/siasn-outbox.js';
import { sodExceptions } from './views/governance/sod-exceptions.js';
import { partnerContribution } from './views/partners/partner-contribution.js';
import { partnerRegister } from './views/partners/partner-register.js';
import { resourceFromPartners } from './views/partners/resource-from-partners.js';
import { alignment } from './views/plan/alignment.js';
import { budgetVsPlan } from './views/plan/budget-vs-plan.js';
import { cycleHistory } from './views/plan/cycle-history.js';
import { planProgress } from './views/plan/plan-progress.js';
import { planTree } from './views/plan/plan-tree.js';
import { policyTimeline } from './views/plan/policy-timeline.js';
import { ideaPipeline } from './views/revise/idea-pipeline.js';
import { leaderPanel } from './views/revise/leader-panel.js';
import { supportCoverage } from './views/revise/support-coverage.js';
import { blockedPrograms } from './views/train/blocked-programs.js';
import { cadence } from './views/train/cadence.js';
import { declineReasons } from './views/train/decline-reasons.js';
import { expiredMaterials } from './views/train/expired-materials.js';
import { noShow } from './views/train/no-show.js';
import { participationRate } from './views/train/participation-rate.js';
import { practiceLibrary } from './views/train/practice-library.js';
import { programCard } from './views/train/program-card.js';
import { reactions } from './views/train/reactions.js';
import { speakerMix } from './views/train/speaker-mix.js';
import { unservedNeeds } from './views/train/unserved-needs.js';
import { complaintSla } from './views/voice/complaint-sla.js';
import { feedbackThemes } from './views/voice/feedback-themes.js';
import { forumCalendar } from './views/voice/forum-calendar.js';
import { loopClosure } from './views/voice/loop-closure.js';
import { openInputs } from './views/voice/open-inputs.js';
import { openReports } from './views/voice/open-reports.js';

/** Every question about programmes, services, plans, partners, the voice of the public, leaders and decisions. */
export const agencyReadModels: readonly AgencyReadModel[] = [
  planTree,
  planProgress,
  alignment,
  budgetVsPlan,
  cycleHistory,
  policyTimeline,

  programCard,
  expiredMaterials,
  speakerMix,
  cadence,
  participationRate,
  noShow,
  declineReasons,
  blockedPrograms,
  unservedNeeds,
  practiceLibrary,
  reactions,

  partnerRegister,
  partnerContribution,
  resourceFromPartners,

  evaluationDue,
  serviceTrend,
  serviceBeforeAfter,
  strengthWeakness,
  surveysMissing,

  complaintSla,
  openReports,
  forumCalendar,
  openInputs,
  feedbackThemes,
  loopClosure,

  supportCoverage,
  leaderPanel,
  ideaPipeline,

  decisionTrace,
  sodExceptions,
  siasnOutbox,
  auditFindings,
];
