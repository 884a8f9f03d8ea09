import type { View } from '@pembinaan/event-sourcing';
import { agencyReadModel } from '../../agency-read-model.js';
import { byCells, inOneCell } from '../../lines.js';
import { type PlanDecision, planItems } from '../../plan-items.js';
import { programRecords } from '../../program-records.js';
import { type DecisionView, programSummary } from '../../program-summary.js';
import { agencyPolicy, policyOnDay } from '../../records/agency-policy.js';
import { checkedBy, handsOf, type MakerCheckerRow, makerCheckerRecords } from '../../records/maker-checker-records.js';

/** A decision on a programme or a plan, and all that it rests on. */
export type DecisionTraceLine = {
  readonly eventId: string;
  readonly stream: string;
  readonly decision: string;
  readonly on: string;
  readonly decidedBy: string;
  /** Who typed it, where that was somebody else. */
  readonly operatorId: string | null;
  readonly authorityId: string | null;
  /** The policy version under which it was decided: its figures are in `PolicyTimeline`. */
  readonly policyVersion: string | null;
  readonly decreeNumber: string | null;
  readonly recommendationId: string | null;
  readonly recommendation: string | null;
  /** The conclusion that stood when it was decided. */
  readonly conclusion: string | null;
  /** The reason given; for a revised plan, its causes with their references. */
  readonly because: string | null;
  /** The events on which it rests, by id. */
  readonly evidence: string | null;
  readonly evidenceCount: number;
  /** Whether an established plan holds exactly what was submitted (R12); null for other decisions. */
  readonly asSubmitted: boolean | null;
  /** Those whose work was decided on: designer, evaluator, who recommended or ordered, who drafted or submitted. */
  readonly makers: string | null;
  /** Whether nobody who decided, or typed the decision, had a hand in that work (R02, R04); null where no maker is known. */
  readonly distinctMakers: boolean | null;
};

/** Auditor questions 1, 2 and 10: for each decision its policy, its authority, its evidence, and who checked whom. */
export const decisionTrace = agencyReadModel({
  name: 'DecisionTrace',
  question: {
    en: 'On which policy, authority and evidence does each decision rest, and did somebody else make what was decided on?',
    id: 'Setiap keputusan didasarkan pada kebijakan, kewenangan, dan bukti apa, dan apakah pembuat bahannya orang lain?',
  },
  projections: [programRecords, planItems, makerCheckerRecords, agencyPolicy],
  answer: ([records, plans, objects, policies], on): readonly DecisionTraceLine[] => {
    const { dayOf } = policyOnDay(policies, on);
    const ofPrograms = [...records.rows.values()].flatMap((record) =>
      programSummary(record, plans.rows).decisions.map((decision) => ({
        ...programDecision(decision),
        ...separation(decision.source.stream, decision.source.eventId, objects),
      })),
    );
    const ofPlans = [...plans.rows.values()].flatMap(({ planId, decisions }) => {
      const stream = `developmentPlan-${planId}`;
      return decisions.map((decision) => ({
        ...planDecision(stream, decision),
        ...separation(stream, decision.eventId, objects),
      }));
    });
    return [...ofPrograms, ...ofPlans]
      .map(({ at, ...line }): DecisionTraceLine => ({ ...line, on: dayOf(at) }))
      .filter((line) => line.on <= on)
      .sort(
        byCells(
          (line) => line.on,
          ({ stream }) => stream,
          ({ eventId }) => eventId,
        ),
      );
  },
});

type Separation = Pick<DecisionTraceLine, 'operatorId' | 'makers' | 'distinctMakers'>;
type Decided = Omit<DecisionTraceLine, 'on' | keyof Separation> & { readonly at: string };

function programDecision({ source, recommendation, conclusion, reason, restsOn, ...decision }: DecisionView): Decided {
  return {
    eventId: source.eventId,
    stream: source.stream,
    decision: source.type,
    at: source.occurredAt,
    decidedBy: decision.decidedBy,
    authorityId: decision.authorityId,
    policyVersion: decision.policyVersion,
    decreeNumber: null,
    recommendationId: recommendation?.recommendationId ?? null,
    recommendation: recommendation?.kind ?? null,
    conclusion: conclusion?.conclusion ?? null,
    because: reason,
    evidence: inOneCell(restsOn.map(({ eventId }) => eventId)),
    evidenceCount: restsOn.length,
    asSubmitted: null,
  };
}

function planDecision(stream: string, { decision, causes, submissionId, ...plan }: PlanDecision): Decided {
  return {
    eventId: plan.eventId,
    stream,
    decision,
    at: plan.at,
    decidedBy: plan.decidedBy,
    authorityId: plan.authorityId,
    policyVersion: plan.policyVersion,
    decreeNumber: plan.decreeNumber,
    recommendationId: null,
    recommendation: null,
    conclusion: null,
    because: inOneCell(causes.map(({ kind, ref }) => `${kind}:${ref}`)),
    evidence: submissionId,
    evidenceCount: submissionId === null ? 0 : 1,
    asSubmitted: plan.asSubmitted,
  };
}

function separation(object: string, eventId: string, objects: View<MakerCheckerRow>): Separation {
  const acts = objects.get(object)?.acts ?? [];
  const decision = acts.find((act) => act.eventId === eventId);
  if (decision === undefined) return { operatorId: null, makers: null, distinctMakers: null };
  const makers = new Set(checkedBy(decision, acts).flatMap(handsOf));
  return {
    operatorId: decision.operatorId,
    makers: inOneCell(makers),
    distinctMakers: makers.size === 0 ? null : handsOf(decision).every((hand) => !makers.has(hand)),
  };
}
