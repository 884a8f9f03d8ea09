import type { ActingEvaluation } from './acting-programs.js';
import type { MentorshipHistory } from './mentorship-history.js';
import type { AgreementHistory } from './partner-history.js';
import type { PlacementHistory } from './placement-history.js';
import type { PlanHistory } from './plan-history.js';
import type { PolicyInView } from './policy-in-view.js';
import type { ServiceHistory } from './service-history.js';
import type { ActionHistory, InputHistory, NeedHistory, ReportHistory } from './voice-history.js';

/** What an evaluation of a programme rests on besides its own files. */
export interface EvaluationSurroundings {
  /** All versions of the policy, in the order in which they were adopted. */
  readonly policies: readonly PolicyInView[];
  /** The one in force on the day; undefined where the agency had adopted none. */
  readonly policy: PolicyInView | undefined;
  readonly timeZone: string;
  /** The plan of the item that the programme carries out. */
  readonly plan: PlanHistory | undefined;
  /** The units that its evaluations measure or compare, by id. */
  readonly services: ReadonlyMap<string, ServiceHistory>;
  /** Evaluations that act on the same services of these units, its own among them, by unit. */
  readonly acting: ReadonlyMap<string, readonly ActingEvaluation[]>;
  /** Where those served who took part, by employee. */
  readonly placements: ReadonlyMap<string, PlacementHistory>;
}

/** What else belongs to a programme: why it was begun, who helped, what became of it. */
export interface ProgramSurroundings extends EvaluationSurroundings {
  /** The needs behind the item of the plan and behind the participants, by id. */
  readonly needs: ReadonlyMap<string, NeedHistory>;
  /** The reports and inputs that led to these needs. */
  readonly reports: readonly ReportHistory[];
  readonly inputs: readonly InputHistory[];
  /** Improvements of the programme. */
  readonly actions: readonly ActionHistory[];
  /** The mentorships that belong to it, by id. */
  readonly mentorships: ReadonlyMap<string, MentorshipHistory>;
  /** The agreements with the partners of its batches and materials. */
  readonly agreements: readonly AgreementHistory[];
  /**
   * The plans of its lineage, by id: those that pay for it, those before its own, those that follow, and those that were revised because of
   * its evaluations.
   */
  readonly plans: ReadonlyMap<string, PlanHistory>;
}
