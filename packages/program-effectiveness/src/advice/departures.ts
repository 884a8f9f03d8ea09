import { type AdviceKind, type CheckedAsOf, departsFrom, localDate, type RevisionKind } from '@pembinaan/core';
import type { Fact, ProgramDecision, ProgramHistory } from '../program/program-history.js';
import type { Told } from '../program/told.js';
import type { Advice } from './advice.js';

type Recommendation = Fact<'RevisionRecommended'>;

/** A recommendation beside what was advised when it was made. */
export interface Departure {
  readonly recommendationId: string;
  readonly recommended: RevisionKind;
  /** What the evidence advised then. */
  readonly advised: AdviceKind;
  readonly departs: boolean;
  readonly justification: string | null;
  /** False where it departs without a justification. */
  readonly justified: boolean;
  readonly advisedAsTold: AdvisedAsTold;
  readonly told: Told;
}

/** What a recommendation itself says was advised. */
export interface AdvisedAsTold {
  /** Null where it says nothing: nobody asked, or it is older than the question. */
  readonly kind: AdviceKind | null;
  /** Whether that is what was advised by what was known then; null where it says nothing. */
  readonly asComputed: boolean | null;
}

/**
 * The moment of a recommendation or a decision, to ask for what was advised then: the day on which it happened, and what stood in the log
 * up to it. What was recorded or corrected later is not known at it.
 */
export function momentOf({ told }: { readonly told: Told }, timeZone: string): CheckedAsOf {
  return { effective: localDate(told.occurredAt, timeZone), position: told.position };
}

/**
 * Whether a recommendation departs from what was advised then, and says why.
 *
 * @param adviceThen as of {@link momentOf} the recommendation: for the evaluation that it cites, or the latest of the programme where it
 *   cites none
 */
export function departureOf(recommendation: Recommendation, adviceThen: Advice): Departure {
  const { recommendationId, kind, advised, told } = recommendation;
  const departs = departsFrom(adviceThen.kind, kind);
  const justification = saidIn(recommendation.justification);
  return {
    recommendationId,
    recommended: kind,
    advised: adviceThen.kind,
    departs,
    justification,
    justified: !departs || justification !== null,
    advisedAsTold: { kind: advised ?? null, asComputed: advised === undefined ? null : advised === adviceThen.kind },
    told,
  };
}

/** A decision beside the recommendation that it follows, and what was advised when it was made. */
export interface DecisionDeparture {
  /** What was decided, in the kinds of recommendations; null for a revised method, which answers a review and recommends nothing. */
  readonly decided: RevisionKind | null;
  readonly recommendationId: string | null;
  readonly recommended: RevisionKind | null;
  /** True where it names no recommendation, one that is not known, or one of another kind. */
  readonly departsFromRecommendation: boolean;
  /** A later recommendation of another kind that had been made by then, and was passed over; null where there was none. */
  readonly passedOver: string | null;
  readonly advised: AdviceKind;
  readonly departsFromAdvice: boolean;
  /** Of the recommendation, or the reason of a suspension or a cancellation. */
  readonly justification: string | null;
  /** False where it departs from the advice and nobody said why. */
  readonly justified: boolean;
  readonly told: Told;
}

/**
 * Whether a decision departs from what was recommended, and from what was advised then.
 *
 * @param adviceThen as of {@link momentOf} the decision, for the evaluation that its recommendation cites
 */
export function decisionDepartureOf(
  decision: ProgramDecision,
  { recommendations }: Pick<ProgramHistory, 'recommendations'>,
  adviceThen: Advice,
): DecisionDeparture {
  const decided = KINDS.get(decision.told.type) ?? null;
  const named = 'recommendationId' in decision ? decision.recommendationId : undefined;
  const recommendation = recommendations.find(({ recommendationId }) => recommendationId === named);
  const departsFromAdvice = decided !== null && departsFrom(adviceThen.kind, decided);
  const justification = saidIn(recommendation?.justification) ?? reasonOf(decision);
  return {
    decided,
    recommendationId: named ?? null,
    recommended: recommendation?.kind ?? null,
    departsFromRecommendation: decided !== null && recommendation?.kind !== decided,
    passedOver: passedOver(decision, recommendation, recommendations),
    advised: adviceThen.kind,
    departsFromAdvice,
    justification,
    justified: !departsFromAdvice || justification !== null,
    told: decision.told,
  };
}

const KINDS: ReadonlyMap<string, RevisionKind> = new Map<string, RevisionKind>([
  ['ProgramExpanded', 'expand'],
  ['MethodReviewOrdered', 'reviewMethod'],
  ['ProgramSuspended', 'suspend'],
  ['ProgramCancelled', 'cancel'],
  ['ProgramContinued', 'continue'],
]);

function passedOver(
  { told }: ProgramDecision,
  followed: Recommendation | undefined,
  recommendations: readonly Recommendation[],
): string | null {
  if (followed === undefined) return null;
  const later = recommendations.findLast(
    (other) => other.told.revision > followed.told.revision && other.told.revision < told.revision,
  );
  if (later === undefined || later.kind === followed.kind || later.kind === 'revisePlan') return null;
  return later.recommendationId;
}

/** A suspension and a cancellation bear a reason of their own (R09). */
function reasonOf(decision: ProgramDecision): string | null {
  if (!('reason' in decision)) return null;
  return saidIn(decision.reason.text) ?? decision.reason.code;
}

function saidIn(text: string | undefined): string | null {
  const said = text?.trim() ?? '';
  return said === '' ? null : said;
}
