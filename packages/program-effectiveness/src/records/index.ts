export { type ActionRow, actionRecords } from './action-records.js';
export { type AdoptedVersion, type AgencyPolicyRow, agencyPolicy } from './agency-policy.js';
export { type BatchRow, batchRecords, type ScheduledBatch, type Seat, type SpeakerRow } from './batch-records.js';
export { type BudgetRow, budgetRecords, type CommitmentRow, type ShortfallRow } from './budget-records.js';
export { type CertificateRow, certificateStatuses } from './certificate-statuses.js';
export { type ResistanceRow, resistanceRecords, type SupportRow, supportRecords } from './change-records.js';
export { type CycleRow, cycleRecords, type HcdpRow, hcdpPeriods } from './cycle-records.js';
export {
  type ConclusionRow,
  type EvaluationRow,
  evaluationRecords,
  type MeasuredImpact,
  type PlannedEvaluation,
} from './evaluation-records.js';
export { type FindingRow, findingRecords } from './finding-records.js';
export { type ForumRow, forumRecords, type InputRow } from './forum-records.js';
export { type IdeaRow, ideaRecords } from './idea-records.js';
export { type InvolvementRow, leadershipRecords } from './leadership-records.js';
export { type Act, type MakerCheckerRow, makerCheckerRecords } from './maker-checker-records.js';
export { type MaterialRow, type MaterialVersion, materialRecords } from './material-records.js';
export { type NeedRow, needRecords } from './need-records.js';
export { type AgreementRow, type PartnerRow, partnerRecords } from './partner-records.js';
export { type PlacementsRow, placements } from './placements.js';
export { type ProgramEntry, programRegister } from './program-register.js';
export { type ReactionRow, reactionRecords } from './reaction-records.js';
export { type ReceivedReport, type ReportRow, reportRecords } from './report-records.js';
export { type MeasurementRow, type ServiceRow, type SurveyRow, serviceUnits } from './service-units.js';
export { type SyncRow, siasnRecords } from './sync-records.js';
export { type WorkplaceRow, workplaceRecords } from './workplace-records.js';
