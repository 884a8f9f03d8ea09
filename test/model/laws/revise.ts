import {
  BatchCancelled,
  BatchCompleted,
  BatchScheduled,
  BehaviourRated,
  BudgetCommitted,
  BudgetRealized,
  BudgetReleased,
  EvaluationConcluded,
  EvaluationContested,
  EvaluationPlanned,
  MethodReviewOrdered,
  ProgramApproved,
  ProgramCancelled,
  ProgramContinued,
  ProgramDesigned,
  ProgramExpanded,
  ProgramImpactMeasured,
  ProgramMethodRevised,
  ProgramSuspended,
  RevisionRecommended,
} from '@pembinaan/core';
import { plusDays } from '../days.js';
import { figuresOf } from './facts.js';
import type { History, Placed } from './history.js';
import { grouped, inBoth, law, sum } from './law.js';
import { participantsOf } from './participation.js';

/** The last conclusion of an evaluation that nobody contests, as known at a place. */
function conclusionOf(history: History, evaluationId: string, known: Placed) {
  const concluded = history
    .of(EvaluationConcluded, known)
    .filter(({ of }) => of === evaluationId)
    .at(-1);
  const contested = history
    .of(EvaluationContested, known)
    .filter(({ of }) => of === evaluationId)
    .at(-1);
  return (contested?.index ?? -1) > (concluded?.index ?? -1) ? undefined : concluded;
}

export const expansions = law(
  'R25',
  'A programme is expanded on an effective, uncontested, recent evaluation of behaviour or results, with the money for it, by who neither evaluated nor designed it.',
  (history, complain) => {
    for (const event of history.of(ProgramExpanded)) {
      const { evaluationId, recommendationId, addedCost, budget } = event.data;
      const conclusion = conclusionOf(history, evaluationId, event);
      if (conclusion?.data.conclusion !== 'effective') complain(event, `rests on '${conclusion?.data.conclusion}'`);
      if (conclusion !== undefined) {
        const until = plusDays(conclusion.recordedOn, figuresOf(history, event)['evaluation.maxAgeDays'].value);
        if (event.recordedOn > until) complain(event, `rests on a conclusion that held until ${until}`);
        if (conclusion.data.programId !== event.of) complain(event, 'rests on another programme');
        if (!measuredResults(history, evaluationId, conclusion))
          complain(event, 'rests on neither behaviour nor results');
      }
      const plan = history.of(EvaluationPlanned, event).find(({ of }) => of === evaluationId);
      const design = history.of(ProgramDesigned, event).find(({ of }) => of === event.of);
      const tied = inBoth(event.hands, [
        ...(design?.hands ?? []),
        ...(plan === undefined ? [] : [plan.data.evaluatorId]),
      ]);
      if (tied.length > 0) complain(event, `${tied.join()} evaluated or designed it`);
      const recommendation = history
        .of(RevisionRecommended, event)
        .find(({ of, data }) => of === event.of && data.recommendationId === recommendationId);
      if (recommendation?.data.kind !== 'expand' || recommendation.data.evaluationId !== evaluationId) {
        complain(event, 'was not recommended on that evaluation');
      }
      const open = budget === undefined ? 0 : openOf(history, budget.budgetId, budget.commitmentId, event.of, event);
      if (addedCost > open) complain(event, `adds ${addedCost} with ${open} open`);
    }
  },
);

/** Whether behaviour was rated by others, or an impact measured, before the conclusion. */
function measuredResults(history: History, evaluationId: string, known: Placed): boolean {
  const rated = history
    .of(BehaviourRated, known)
    .some(({ of, by, data }) => of === evaluationId && by !== data.employeeId);
  return rated || history.of(ProgramImpactMeasured, known).some(({ of }) => of === evaluationId);
}

/** What is left of a commitment to a programme. */
function openOf(history: History, budgetId: string, commitmentId: string, programId: string, known: Placed): number {
  const mine = ({ of, data }: { of: string; data: { commitmentId: string; programId: string } }): boolean =>
    of === budgetId && data.commitmentId === commitmentId && data.programId === programId;
  const total = (
    events: readonly { of: string; data: { commitmentId: string; programId: string; amount: number } }[],
  ) => sum(events.filter(mine), ({ data }) => data.amount);
  return (
    total(history.of(BudgetCommitted, known)) -
    total(history.of(BudgetReleased, known)) -
    total(history.of(BudgetRealized, known))
  );
}

export const oneDecision = law('G02', 'A recommendation carries one decision.', (history, complain) => {
  const decisions = [
    ...history.of(ProgramExpanded),
    ...history.of(MethodReviewOrdered),
    ...history.of(ProgramContinued),
    ...history.of(ProgramSuspended),
    ...history.of(ProgramCancelled),
  ].filter(({ data }) => data.recommendationId !== undefined);
  for (const [, second] of grouped(decisions, ({ of, data }) => `${of}/${data.recommendationId}`).values()) {
    if (second !== undefined) complain(second, 'decides on it again');
  }
});

/** What may follow from a conclusion (R26, R35). */
const FITTING: Readonly<Record<string, readonly string[]>> = {
  effective: ['expand', 'continue', 'revisePlan'],
  noSignificantChange: ['reviewMethod', 'continue', 'suspend', 'cancel', 'revisePlan'],
  harmful: ['reviewMethod', 'suspend', 'cancel'],
  inconclusive: ['continue', 'reviewMethod', 'suspend', 'revisePlan'],
};

export const reviews = law(
  'R26',
  'No significant change obliges a review or a reasoned alternative; while a review is open nothing is scheduled, expanded or continued.',
  (history, complain) => {
    for (const event of history.of(RevisionRecommended)) {
      const { evaluationId, kind, justification } = event.data;
      if (evaluationId === undefined) {
        if (kind === 'expand') complain(event, 'is to expand on no evaluation');
        continue;
      }
      const conclusion = conclusionOf(history, evaluationId, event)?.data.conclusion;
      if (!FITTING[conclusion ?? '']?.includes(kind)) complain(event, `is to ${kind} after '${conclusion}'`);
      const departs = conclusion === 'noSignificantChange' && kind !== 'reviewMethod';
      if (departs && (justification ?? '').trim() === '') complain(event, 'departs from a review without a reason');
    }
    for (const event of history.of(BatchScheduled)) {
      const { programId } = event.data;
      if (underReview(history, programId, event)) complain(event, `${programId} is under review`);
      if (statusOf(history, programId, event) !== 'approved') complain(event, `${programId} is not approved`);
    }
    for (const event of [...history.of(ProgramExpanded), ...history.of(ProgramContinued)]) {
      if (underReview(history, event.of, event)) complain(event, 'is under review');
    }
    for (const event of history.of(ProgramMethodRevised)) {
      if (!underReview(history, event.of, event)) complain(event, 'answers no review');
    }
  },
);

function underReview(history: History, programId: string, known: Placed): boolean {
  const last = (events: readonly { of: string; index: number }[]): number =>
    events.filter(({ of }) => of === programId).at(-1)?.index ?? -1;
  const closed = Math.max(last(history.of(ProgramMethodRevised, known)), last(history.of(ProgramCancelled, known)));
  return last(history.of(MethodReviewOrdered, known)) > closed;
}

function statusOf(history: History, programId: string, known: Placed): string {
  const steps = [
    ...history.of(ProgramDesigned, known).map(({ of, index }) => ({ of, index, status: 'designed' })),
    ...history.of(ProgramApproved, known).map(({ of, index }) => ({ of, index, status: 'approved' })),
    ...history.of(ProgramSuspended, known).map(({ of, index }) => ({ of, index, status: 'suspended' })),
    ...history.of(ProgramContinued, known).map(({ of, index }) => ({ of, index, status: 'approved' })),
    ...history.of(ProgramCancelled, known).map(({ of, index }) => ({ of, index, status: 'cancelled' })),
  ];
  return (
    steps
      .filter(({ of }) => of === programId)
      .sort((a, b) => a.index - b.index)
      .at(-1)?.status ?? 'none'
  );
}

/** Asked of a history after all that follows by itself was done. */
export const closedWithTheProgramme = law(
  'G02',
  'In the end no batch of a cancelled programme is open, unless somebody completed it: such a batch is completed.',
  (history, complain) => {
    const over = [...history.of(BatchCancelled), ...history.of(BatchCompleted)].map(({ of }) => of);
    const cancelled = history.of(ProgramCancelled).map(({ of }) => of);
    for (const batch of history.of(BatchScheduled)) {
      const somebodyCompleted = [...participantsOf(history, batch.of).values()].includes('completed');
      const open = cancelled.includes(batch.data.programId) && !over.includes(batch.of);
      if (open && !somebodyCompleted) complain(batch, 'is still open');
    }
  },
);

export const reviseLaws = [expansions, oneDecision, reviews];
