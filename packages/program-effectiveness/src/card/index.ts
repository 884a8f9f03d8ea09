export type { BehaviourAccount } from './behaviour.js';
export type { Frequency } from './frequency.js';
export type { ImpactAccount } from './impact.js';
export type { LeadersAccount } from './leaders.js';
export type { LearningAccount, PassAccount } from './learning.js';
export type { LostBatch, LostPlacesAccount } from './lost-places.js';
export type { MaterialAccount } from './materials.js';
export type { MentoringAccount } from './mentoring.js';
export type { BudgetAccount, MoneyAccount, MoneyFigure, MoneyReason } from './money.js';
export type { ParticipationAccount } from './participation.js';
export type { PartnerAccount, PartnerAgreement } from './partners.js';
export type { PlannedItemOfPlan } from './planned-items.js';
export {
  type BatchAccount,
  type LevelAccount,
  type ProgramAccount,
  programAccount,
  type RoundAccount,
} from './program-account.js';
export type { ReactionAccount } from './reaction.js';
export type { RefusalAccount } from './refusals.js';
export type { SpeakersAccount } from './speakers.js';
export type { Disclosed, NotTold } from './told-parts.js';
export type { ImprovementAccount, VoiceAccount } from './voices.js';
export type { WorkplaceAccount } from './workplace.js';
