import { dispatcher } from '@pembinaan/event-sourcing';
import { evaluation } from './evaluate/evaluation/decider.js';
import { accessLog } from './governance/access-log/decider.js';
import { audit } from './governance/audit/decider.js';
import { auditorsWriteOnlyToAudit } from './governance/auditors-write-only-to-audit.js';
import { authority } from './governance/authority/decider.js';
import { policy } from './governance/policy/decider.js';
import { privacy } from './governance/privacy/decider.js';
import { sync } from './governance/sync/decider.js';
import { idea } from './mentor/idea/decider.js';
import { leadership } from './mentor/leadership/decider.js';
import { learningCommunity } from './mentor/learning-community/decider.js';
import { mentorship } from './mentor/mentorship/decider.js';
import { partner } from './partners/partner/decider.js';
import { changeSupport } from './people/change-support/decider.js';
import { employee } from './people/employee/decider.js';
import { budget } from './plan/budget/decider.js';
import { competencyProfile } from './plan/competency-profile/decider.js';
import { competencyStandard } from './plan/competency-standard/decider.js';
import { developmentNeed } from './plan/development-need/decider.js';
import { developmentPlan } from './plan/development-plan/decider.js';
import { hcdp } from './plan/hcdp/decider.js';
import { needsCycle } from './plan/needs-cycle/decider.js';
import { publicForum } from './public-voice/public-forum/decider.js';
import { publicReport } from './public-voice/public-report/decider.js';
import { improvementAction } from './revise/improvement-action/decider.js';
import { planRevision } from './revise/plan-revision/decider.js';
import { programRevision } from './revise/program-revision/decider.js';
import { serviceUnit } from './service/service-unit/decider.js';
import { batch } from './train/batch/decider.js';
import { certificate } from './train/certificate/decider.js';
import { jpLedger } from './train/jp-ledger/decider.js';
import { program } from './train/program/decider.js';
import { workplaceLearning } from './train/workplace-learning/decider.js';

/**
 * The whole domain behind one door: sends each command to the decider that takes it.
 *
 * ```ts
 * await pembinaan.dispatch(store, 'need-1', ProposeDevelopmentNeed({ … }), { actor: { subjectId: 'subject-7', roles: [] } });
 * ```
 */
export const pembinaan = dispatcher(
  [
    authority,
    policy,
    employee,
    partner,
    competencyStandard,
    competencyProfile,
    needsCycle,
    developmentNeed,
    hcdp,
    developmentPlan,
    planRevision,
    budget,
    program,
    programRevision,
    improvementAction,
    batch,
    certificate,
    workplaceLearning,
    jpLedger,
    mentorship,
    learningCommunity,
    leadership,
    idea,
    serviceUnit,
    evaluation,
    publicReport,
    publicForum,
    changeSupport,
    audit,
    privacy,
    accessLog,
    sync,
  ],
  { restriction: auditorsWriteOnlyToAudit },
);
