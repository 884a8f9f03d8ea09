import { type LocalDate, localDate } from '@pembinaan/core';
import type { EvaluationHistory, ProgramDecision, ProgramHistory } from '../program/program-history.js';
import type { Told } from '../program/told.js';
import type { PlanHistory } from '../surroundings/plan-history.js';
import type { ProgramSurroundings } from '../surroundings/surroundings.js';
import type { NeedHistory } from '../surroundings/voice-history.js';

/**
 * What a step of a lineage is.
 *
 * - `report`, `input`: what the public said; the input with its forum, `forum/input`
 * - `need`: a development need
 * - `planItem`: an item of a yearly plan that the programme carries out, that pays for it, or that a revision because of it added;
 *   `plan/item`
 * - `program`: the design
 * - `payment`: money committed for it; `budget/commitment`
 * - `round`: an evaluation that was planned, with the batches held under it
 * - `conclusion`, `contest`: of a round; by their event
 * - `recommendation`, `decision`: the decision by its event
 * - `planRevision`: a revision of a plan that cites an evaluation of it; by its event
 */
export type LineageKind =
  | 'report'
  | 'input'
  | 'need'
  | 'planItem'
  | 'program'
  | 'payment'
  | 'round'
  | 'conclusion'
  | 'contest'
  | 'recommendation'
  | 'decision'
  | 'planRevision';

/** Which step. */
export interface StepRef {
  readonly kind: LineageKind;
  readonly id: string;
}

/** One step of a lineage, and the steps from which it came. */
export interface LineageStep extends StepRef {
  readonly on: LocalDate;
  /** Of the plan, for what stands in one or was proposed for one; else the year of the day. */
  readonly year: number;
  /** The conclusion, the kind that is recommended, the type of the decision; null for steps that say nothing of the kind. */
  readonly says: string | null;
  /** Steps that stand before it in the lineage. */
  readonly from: readonly StepRef[];
  readonly told: Told;
}

/**
 * How a programme came to be and what came of it over the years: from voices and needs over plan, design, rounds, conclusions,
 * recommendations and decisions to the plans that were revised for it and those that pay for it later. In the order of their days.
 */
export function lineageOf(program: ProgramHistory, surroundings: ProgramSurroundings): readonly LineageStep[] {
  const { timeZone } = surroundings;
  const steps = [
    ...voiceSteps(surroundings),
    ...needSteps(surroundings, timeZone),
    ...planSteps(program, surroundings),
    ...programSteps(program, timeZone),
    ...roundSteps(program, timeZone),
    ...revisionSteps(program, timeZone),
  ].sort(inTime);
  // What is told to come from something later, as of days that were mistyped, is no lineage.
  const standing = new Set<string>();
  return steps.map((step) => {
    const from = step.from.filter((ref) => standing.has(keyOf(ref)));
    standing.add(keyOf(step));
    return { ...step, from };
  });
}

function voiceSteps({ reports, inputs, timeZone }: ProgramSurroundings): readonly LineageStep[] {
  return [
    ...reports.map(({ reportId, received }) =>
      stepOf({ kind: 'report', id: reportId }, received.told, received.receivedOn),
    ),
    ...inputs.map(({ forumId, inputId, heldOn, told }) =>
      stepOf({ kind: 'input', id: `${forumId}/${inputId}` }, told, heldOn ?? dayOf(told, timeZone)),
    ),
  ];
}

function needSteps({ needs, reports, inputs }: ProgramSurroundings, timeZone: string): readonly LineageStep[] {
  return [...needs.values()].map((need) => ({
    ...stepOf({ kind: 'need', id: need.needId }, need.proposed.told, dayOf(need.proposed.told, timeZone), [
      ...reports.filter((report) => isBehind(report, need)).map(({ reportId }): StepRef => ref('report', reportId)),
      ...inputs
        .filter(({ forumId, inputId }) => refersTo(need, 'forum', inputId, `${forumId}/${inputId}`))
        .map(({ forumId, inputId }): StepRef => ref('input', `${forumId}/${inputId}`)),
    ]),
    year: need.proposed.year,
  }));
}

function isBehind({ reportId, received, closed }: ProgramSurroundings['reports'][number], need: NeedHistory): boolean {
  return closed?.developmentNeedId === need.needId || refersTo(need, 'complaint', reportId, received.externalRef);
}

function refersTo({ proposed }: NeedHistory, kind: 'complaint' | 'forum', ...names: readonly string[]): boolean {
  const { origin } = proposed;
  return origin.kind === kind && origin.ref !== undefined && names.includes(origin.ref);
}

function planSteps(program: ProgramHistory, { plans, timeZone }: ProgramSurroundings): readonly LineageStep[] {
  const carried = new Set(itemsOf(program).map(({ id }) => id));
  const revisions = [...plans.values()].flatMap((plan) => revisionsFor(program, plan));
  const added = new Set(revisions.map(({ told }) => told.eventId));
  return [...plans.values()].flatMap((plan) => {
    const { planId, previousPlanId, items } = plan;
    const before = previousPlanId === null ? undefined : plans.get(previousPlanId);
    const own = items.filter(({ itemId, told }) => carried.has(`${planId}/${itemId}`) || added.has(told.eventId));
    return [
      ...own.map(({ itemId, needIds, told }) => ({
        ...stepOf(ref('planItem', `${planId}/${itemId}`), told, dayOf(told, timeZone), [
          ...needIds.map((needId) => ref('need', needId)),
          ...(before?.items ?? []).map((item) => ref('planItem', `${before?.planId}/${item.itemId}`)),
          ref('planRevision', told.eventId),
        ]),
        year: plan.year ?? yearOf(dayOf(told, timeZone)),
      })),
      ...revisionsFor(program, plan).map(({ causes, told }) => {
        const on = dayOf(told, timeZone);
        const cited = program.evaluations.filter(({ evaluationId }) =>
          causes.some((cause) => cause.ref === evaluationId),
        );
        return {
          ...stepOf(ref('planRevision', told.eventId), told, on, [
            ...cited.map((round) => concludedBefore(round, told)),
            ...own
              .filter((item) => item.told.eventId !== told.eventId)
              .map(({ itemId }) => ref('planItem', `${planId}/${itemId}`)),
          ]),
          year: plan.year ?? yearOf(on),
        };
      }),
    ];
  });
}

function itemsOf({ designed, commitments }: ProgramHistory): readonly StepRef[] {
  const own = designed?.planItem;
  return [
    ...(own === undefined ? [] : [ref('planItem', `${own.planId}/${own.itemId}`)]),
    ...commitments.map(({ planId, planItemId }) => ref('planItem', `${planId}/${planItemId}`)),
  ];
}

function revisionsFor({ evaluations }: ProgramHistory, { revisions }: PlanHistory): PlanHistory['revisions'] {
  return revisions.filter(({ causes }) =>
    causes.some(({ ref: cause }) => evaluations.some(({ evaluationId }) => evaluationId === cause)),
  );
}

function programSteps(program: ProgramHistory, timeZone: string): readonly LineageStep[] {
  const { programId, designed, commitments } = program;
  const own = ref('program', programId);
  return [
    ...(designed === null
      ? []
      : [stepOf(own, designed.told, dayOf(designed.told, timeZone), itemsOf({ ...program, commitments: [] }))]),
    ...commitments.flatMap(({ budgetId, commitmentId, planId, planItemId, told: [told] }) =>
      told === undefined
        ? []
        : [
            stepOf(ref('payment', `${budgetId}/${commitmentId}`), told, dayOf(told, timeZone), [
              ref('planItem', `${planId}/${planItemId}`),
              own,
            ]),
          ],
    ),
  ];
}

function roundSteps(program: ProgramHistory, timeZone: string): readonly LineageStep[] {
  return program.evaluations.flatMap((round) => {
    const { evaluationId, plannedOn, told, conclusions } = round;
    const own = ref('round', evaluationId);
    const decision = program.decisions.findLast(
      (one) => dayOf(one.told, timeZone) <= plannedOn && before(one.told, told),
    );
    const served = program.batches
      .filter((batch) => batch.evaluationId === evaluationId)
      .flatMap(({ seats }) => [...seats.values()].flatMap(({ needId }) => needId ?? []));
    return [
      stepOf(own, told, plannedOn, [
        ref('program', program.programId),
        ...(decision === undefined ? [] : [ref('decision', decision.told.eventId)]),
        ...[...new Set(served)].map((needId) => ref('need', needId)),
      ]),
      ...conclusions.flatMap((conclusion, index) => {
        const answered = conclusions[index - 1]?.contested;
        return [
          {
            ...stepOf(ref('conclusion', conclusion.told.eventId), conclusion.told, conclusion.concludedOn, [
              own,
              ...(answered === undefined || answered === null ? [] : [ref('contest', answered.told.eventId)]),
            ]),
            says: conclusion.conclusion,
          },
          ...(conclusion.contested === null ? [] : [contestStep(conclusion.contested, conclusion.told, timeZone)]),
        ];
      }),
    ];
  });
}

type Contest = NonNullable<EvaluationHistory['conclusions'][number]['contested']>;

function contestStep({ told, grounds }: Contest, conclusion: Told, timeZone: string): LineageStep {
  const from = [ref('conclusion', conclusion.eventId)];
  return { ...stepOf(ref('contest', told.eventId), told, dayOf(told, timeZone), from), says: grounds };
}

function revisionSteps(program: ProgramHistory, timeZone: string): readonly LineageStep[] {
  const own = ref('program', program.programId);
  return [
    ...program.recommendations.map(({ recommendationId, kind, evaluationId, told }) => {
      const cited = program.evaluations.find((round) => round.evaluationId === evaluationId);
      const from = [cited === undefined ? own : concludedBefore(cited, told)];
      return { ...stepOf(ref('recommendation', recommendationId), told, dayOf(told, timeZone), from), says: kind };
    }),
    ...program.decisions.map((decision) => ({
      ...stepOf(ref('decision', decision.told.eventId), decision.told, dayOf(decision.told, timeZone), [
        reasonFor(decision, program) ?? own,
      ]),
      says: decision.told.type,
    })),
  ];
}

/** A decision comes from the recommendation that it names; a revised method answers the review that was ordered last. */
function reasonFor(decision: ProgramDecision, { decisions }: ProgramHistory): StepRef | undefined {
  if ('recommendationId' in decision && decision.recommendationId !== undefined) {
    return ref('recommendation', decision.recommendationId);
  }
  if (decision.told.type !== 'ProgramMethodRevised') return undefined;
  const review = decisions.findLast(
    ({ told }) => told.type === 'MethodReviewOrdered' && told.revision < decision.told.revision,
  );
  return review && ref('decision', review.told.eventId);
}

/** The conclusion of a round that stood when something was told; the round itself before any. */
function concludedBefore({ evaluationId, conclusions }: EvaluationHistory, told: Told): StepRef {
  const conclusion = conclusions.findLast((one) => before(one.told, told));
  return conclusion === undefined ? ref('round', evaluationId) : ref('conclusion', conclusion.told.eventId);
}

function stepOf(step: StepRef, told: Told, on: LocalDate, from: readonly StepRef[] = []): LineageStep {
  return { ...step, on, year: yearOf(on), says: null, from, told };
}

function ref(kind: LineageKind, id: string): StepRef {
  return { kind, id };
}

function keyOf({ kind, id }: StepRef): string {
  return `${kind}:${id}`;
}

function dayOf({ occurredAt }: Told, timeZone: string): LocalDate {
  return localDate(occurredAt, timeZone);
}

function yearOf(day: LocalDate): number {
  return Number(day.slice(0, 4));
}

function before(one: Told, other: Told): boolean {
  return one.position < other.position;
}

/** By day, then as they were recorded; of one event, the revision of a plan before the items that it added. */
function inTime(a: LineageStep, b: LineageStep): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  if (a.told.position !== b.told.position) return before(a.told, b.told) ? -1 : 1;
  return (a.kind === 'planRevision' ? 0 : 1) - (b.kind === 'planRevision' ? 0 : 1);
}
