import { meanOf } from './disclosure.js';
import { type LearningGain, learningGain, SMALLEST_GROUP } from './learning-gain.js';
import { grouped } from './lines.js';
import type { PlannedItem, PlanRow } from './plan-items.js';
import type {
  BatchRecord,
  ConclusionRecord,
  DecisionRecord,
  EvaluationRecord,
  ImpactRecord,
  MaterialRecord,
  ParticipantRecord,
  ProgramRecord,
  RecommendationRecord,
  Source,
} from './program-record.js';

/** Money of a programme, in rupiah. */
export interface BudgetView {
  readonly planned: number | null;
  readonly committed: number;
  readonly realized: number;
  readonly released: number;
  /** Committed, neither spent nor released. */
  readonly open: number;
  /** Realised rupiah for each participant who completed, rounded; null where nobody has. */
  readonly perCompleted: number | null;
}

/** How many places a programme filled, over all its batches: a person in two batches counts twice. */
export interface ReachView {
  readonly planned: number | null;
  readonly nominated: number;
  readonly declined: number;
  /** Reason code and how often, most frequent first. */
  readonly declineReasons: readonly { readonly code: string; readonly count: number }[];
  readonly confirmed: number;
  /** Present at one session at least. */
  readonly attended: number;
  readonly completed: number;
  /** Places lost by batches that were cancelled. */
  readonly lost: number;
}

/** How participants found the programme (level 1): means in hundredths of 1 poor to 4 very good; null where there are none to tell. */
export interface ReactionView {
  /** Who answered, in the batches where enough did. */
  readonly n: number;
  readonly speaker: number | null;
  readonly material: number | null;
  readonly organiser: number | null;
  readonly facility: number | null;
}

/** A link to an event; where it stands is null for an event that these views do not read. */
export interface Link {
  readonly eventId: string;
  readonly source: Source | null;
}

/** A decision and why: the chain from the decision back to the evidence. */
export interface DecisionView extends DecisionRecord {
  readonly recommendation: RecommendationRecord | null;
  /** The conclusion that stood when it was decided. */
  readonly conclusion: (ConclusionRecord & { readonly evaluationId: string }) | null;
  /** The events on which the decision rests: recommendation, conclusion, its evidence, and the causes named. */
  readonly restsOn: readonly Link[];
}

/** A programme in short, as the tables of the agency tell of it. */
export interface ProgramSummary {
  readonly programId: string;
  readonly name: string;
  readonly track: string;
  readonly form: string;
  readonly status: ProgramRecord['status'];
  /** JP hundredths for each participant. */
  readonly jp: number;
  readonly plan: PlannedItem | null;
  readonly budget: BudgetView;
  readonly reach: ReachView;
  readonly reaction: ReactionView;
  readonly learning: LearningGain;
  /** People whose behaviour was rated by others than themselves. */
  readonly behaviourRated: number;
  /** Before and after of the services, without those that were corrected. */
  readonly service: readonly ImpactRecord[];
  readonly materials: readonly MaterialRecord[];
  readonly evaluations: readonly EvaluationRecord[];
  readonly decisions: readonly DecisionView[];
}

/**
 * What a record says of a programme, as of now: money, reach, learning, and its decisions with what they rest on.
 * @param smallestGroup the smallest group of which means are told
 */
export function programSummary(
  record: ProgramRecord,
  plans: ReadonlyMap<string, PlanRow>,
  smallestGroup: number = SMALLEST_GROUP,
): ProgramSummary {
  const plan = planItemOf(record, plans);
  const participants = record.batches
    .filter(({ status }) => status !== 'cancelled')
    .flatMap((batch) => Object.values(batch.participants));
  const reach = reachOf(record, participants, plan);
  return {
    programId: record.programId,
    name: record.name,
    track: record.track,
    form: record.form,
    status: record.status,
    jp: record.jp,
    plan,
    budget: budgetOf(record, plan, reach.completed),
    reach,
    reaction: reactionOf(record, smallestGroup),
    learning: gainOf(record, smallestGroup),
    behaviourRated: new Set(
      record.evaluations.flatMap(({ behaviour }) =>
        behaviour.filter(({ raterKind }) => raterKind !== 'self').map(({ employeeId }) => employeeId),
      ),
    ).size,
    service: record.evaluations.flatMap(({ impacts }) => impacts.filter(({ correctedBy }) => correctedBy === null)),
    materials: record.materials,
    evaluations: record.evaluations,
    decisions: record.decisions.map((decision) => explained(decision, record)),
  };
}

function planItemOf({ planItem }: ProgramRecord, plans: ReadonlyMap<string, PlanRow>): PlannedItem | null {
  if (planItem === null) return null;
  return plans.get(planItem.planId)?.items.find(({ itemId }) => itemId === planItem.itemId) ?? null;
}

function budgetOf({ commitments }: ProgramRecord, plan: PlannedItem | null, completed: number): BudgetView {
  const sum = (amount: (commitment: ProgramRecord['commitments'][number]) => number): number =>
    commitments.reduce((total, commitment) => total + amount(commitment), 0);
  const committed = sum((commitment) => commitment.committed);
  const realized = sum((commitment) => commitment.realized);
  const released = sum((commitment) => commitment.released);
  return {
    planned: plan?.cost ?? null,
    committed,
    realized,
    released,
    open: committed - realized - released,
    perCompleted: completed === 0 ? null : Math.round(realized / completed),
  };
}

/**
 * The gain over the rounds (the evaluations with their batches) that are large enough: where a round is told by itself, one with a smaller round in it
 * would tell of that one.
 */
function gainOf({ batches }: ProgramRecord, smallestGroup: number): LearningGain {
  const held = batches.filter(({ status }) => status !== 'cancelled');
  const rounds = [...grouped(held, ({ evaluationId }) => evaluationId).values()].map(onePairAPerson);
  const told = rounds.filter((people) => learningGain(people, smallestGroup).notShown === null);
  return told.length > 0
    ? learningGain(told.flat(), smallestGroup)
    : learningGain(rounds.flat(), Number.POSITIVE_INFINITY);
}

/** A person who was in several batches counts once, by the first with both tests: a mean of one person would tell on that person. */
function onePairAPerson(batches: readonly BatchRecord[]): readonly ParticipantRecord[] {
  const people = new Map<string, ParticipantRecord>();
  for (const { participants } of batches) {
    for (const [employeeId, participant] of Object.entries(participants)) {
      const known = people.get(employeeId);
      const whole = known !== undefined && known.pre !== null && known.post !== null;
      if (!whole) people.set(employeeId, participant);
    }
  }
  return [...people.values()];
}

function reachOf(
  { batches }: ProgramRecord,
  participants: readonly ParticipantRecord[],
  plan: PlannedItem | null,
): ReachView {
  const reasons = new Map<string, number>();
  for (const { status, declineReason } of participants) {
    if (status === 'declined' && declineReason !== null) {
      reasons.set(declineReason, (reasons.get(declineReason) ?? 0) + 1);
    }
  }
  const count = (matches: (participant: ParticipantRecord) => boolean): number => participants.filter(matches).length;
  return {
    planned: plan?.participantsPlanned ?? null,
    nominated: participants.length,
    declined: count(({ status }) => status === 'declined'),
    declineReasons: [...reasons]
      .map(([code, times]) => ({ code, count: times }))
      .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
    confirmed: count(({ status }) => status !== 'nominated' && status !== 'declined'),
    attended: count(({ sessionsAttended }) => sessionsAttended.length > 0),
    completed: count(({ status }) => status === 'completed'),
    lost: batches.reduce((sum, { cancelled }) => sum + (cancelled?.participants.length ?? 0), 0),
  };
}

/** Over the batches that are told of: with a smaller one in it, the mean less theirs would tell of that one. */
function reactionOf({ reactions }: ProgramRecord, smallestGroup: number): ReactionView {
  const told = Object.values(reactions).filter(({ n }) => n >= smallestGroup);
  const n = told.reduce((sum, reaction) => sum + reaction.n, 0);
  const mean = (of: 'speaker' | 'material' | 'organiser' | 'facility'): number | null =>
    meanOf(
      told.reduce((sum, reaction) => sum + reaction[of], 0),
      n,
    );
  return {
    n,
    speaker: mean('speaker'),
    material: mean('material'),
    organiser: mean('organiser'),
    facility: mean('facility'),
  };
}

function explained(decision: DecisionRecord, record: ProgramRecord): DecisionView {
  const recommendation = recommendationFor(decision, record);
  const evaluation = record.evaluations.find(({ evaluationId }) => evaluationId === recommendation?.evaluationId);
  const stood = evaluation?.conclusions.filter(({ source }) => source.position < decision.source.position).at(-1);
  const conclusion = evaluation && stood ? { ...stood, evaluationId: evaluation.evaluationId } : null;
  return {
    ...decision,
    recommendation,
    conclusion,
    restsOn: [
      ...new Set([
        ...(recommendation === null ? [] : [recommendation.source.eventId, ...recommendation.causeEvents]),
        ...(conclusion === null ? [] : [conclusion.source.eventId, ...conclusion.evidence]),
      ]),
    ].map((eventId) => ({ eventId, source: record.citable[eventId] ?? null })),
  };
}

/** The recommendation that a decision names; for those that name none, the last one of the fitting kind before it. */
function recommendationFor(decision: DecisionRecord, record: ProgramRecord): RecommendationRecord | null {
  const { recommendationId, source } = decision;
  if (recommendationId !== null) {
    return record.recommendations.find((known) => known.recommendationId === recommendationId) ?? null;
  }
  const kinds: Readonly<Partial<Record<DecisionRecord['decision'], string>>> = {
    methodRevised: 'reviewMethod',
    suspended: 'suspend',
    cancelled: 'cancel',
  };
  return (
    record.recommendations
      .filter((known) => known.kind === kinds[decision.decision] && known.source.revision < source.revision)
      .filter((known) => !record.decisions.some((earlier) => usedBefore(earlier, known, decision)))
      .at(-1) ?? null
  );
}

/** Tells whether an earlier decision of the same sort already stands for a recommendation. */
function usedBefore(earlier: DecisionRecord, known: RecommendationRecord, decision: DecisionRecord): boolean {
  return (
    earlier.decision === decision.decision &&
    earlier.source.revision < decision.source.revision &&
    earlier.source.revision > known.source.revision
  );
}
