import {
  AttendanceRecorded,
  BatchCancelled,
  BatchScheduled,
  BehaviourRated,
  EvaluationConcluded,
  EvaluationContested,
  EvaluationPlanned,
  LearningResultRecorded,
  MentorshipProposed,
  ParticipantReactionRecorded,
  ProgramImpactMeasured,
} from '@pembinaan/core';
import type * as z from 'zod';
import { plusDays, plusWorkingDays } from '../days.js';
import { figuresOf, placementOn } from './facts.js';
import type { History, Placed, Told } from './history.js';
import { type Complain, grouped, inBoth, law, sum } from './law.js';
import { participantsOf } from './participation.js';
import { measurementsOf } from './services.js';
import { tiesOf } from './train.js';

type Plan = Told<z.output<typeof EvaluationPlanned.schema>>;
type Conclusion = Told<z.output<typeof EvaluationConcluded.schema>>;
type Impact = Told<z.output<typeof ProgramImpactMeasured.schema>>;

const SPEEDS = ['waiting', 'processing'];

/** The plan of an evaluation. */
const planOf = (history: History, evaluationId: string, known?: Placed): Plan | undefined =>
  history.of(EvaluationPlanned, known).find(({ of }) => of === evaluationId);

/** The batches held under an evaluation, as known at a place. */
function batchesOf(history: History, evaluationId: string, known: Placed) {
  const cancelled = history.of(BatchCancelled, known).map(({ of }) => of);
  return history
    .of(BatchScheduled, known)
    .filter(({ of, data }) => data.evaluationId === evaluationId && !cancelled.includes(of));
}

export const guarded = law(
  'R24',
  'A speed has a guard that is none; what is called effective did not worsen its guard.',
  (history, complain) => {
    for (const plan of history.of(EvaluationPlanned)) {
      for (const { metric, guardMetric } of plan.data.metrics) {
        if (SPEEDS.includes(metric) && guardMetric === undefined) complain(plan, `${metric} has no guard`);
        if (guardMetric !== undefined && SPEEDS.includes(guardMetric)) complain(plan, `${guardMetric} guards nothing`);
      }
    }
    for (const conclusion of history.of(EvaluationConcluded)) {
      if (conclusion.data.conclusion !== 'effective') continue;
      for (const { data } of history.standing(ProgramImpactMeasured, conclusion)) {
        if (data.programId !== conclusion.data.programId || data.guard === undefined) continue;
        const worse = data.guard.after > data.guard.before;
        const here = history
          .standing(ProgramImpactMeasured, conclusion)
          .some((one) => one.of === conclusion.of && one.data === data);
        if (worse && here) complain(conclusion, `is effective while ${data.guard.metric} worsened in ${data.unitId}`);
      }
    }
  },
);

export const independent = law(
  'R17',
  'Whoever evaluates did not design, ask for, organise, teach or attend what is evaluated, nor mentor in it.',
  (history, complain) => {
    const judge = (event: Told<unknown>, programId: string, judges: readonly string[]): void => {
      const batches = batchesOf(history, event.of, event);
      const mentors = history.of(MentorshipProposed, event).filter(({ data }) => data.programId === programId);
      const ties = [
        ...batches.flatMap(({ of }) => tiesOf(history, of, event)),
        ...mentors.map(({ data }) => data.mentorId),
      ];
      const tied = inBoth(judges, ties);
      if (tied.length > 0) complain(event, `${tied.join()} is tied to it`);
    };
    for (const event of history.of(EvaluationConcluded)) judge(event, event.data.programId, event.hands);
    for (const event of history.of(ProgramImpactMeasured)) judge(event, event.data.programId, event.hands);
    for (const event of history.of(EvaluationPlanned)) judge(event, event.data.programId, [event.data.evaluatorId]);
  },
);

export const reactions = law(
  'R30',
  'A batch has no more reactions than people who attended, one for each token, and none sent by a participant.',
  (history, complain) => {
    for (const event of history.of(ParticipantReactionRecorded)) {
      const { batchId, respondentToken } = event.data;
      const ofBatch = ({ of }: { of: string }): boolean => of === batchId;
      const present = history
        .standing(AttendanceRecorded, event)
        .filter((record) => ofBatch(record) && record.data.present);
      const attended = new Set(present.map(({ data }) => data.employeeId)).size;
      const before = history.of(ParticipantReactionRecorded, event).filter(({ data }) => data.batchId === batchId);
      if (before.length + 1 > attended) complain(event, `is one more than the ${attended} who attended`);
      if (before.some(({ data }) => data.respondentToken === respondentToken)) complain(event, 'uses its token again');
      const taking = [...participantsOf(history, batchId, event)].flatMap(([id, is]) =>
        is === 'declined' ? [] : [id],
      );
      if (inBoth(event.hands, taking).length > 0) complain(event, 'was sent by a participant');
      if (history.of(BatchScheduled).find(ofBatch)?.data.evaluationId !== event.of)
        complain(event, 'is of another evaluation');
    }
  },
);

export const ratings = law(
  'R31',
  'Behaviour is rated inside the window after the batch, by who stood in that relation when it ended, of those who completed it.',
  (history, complain) => {
    for (const event of history.of(BehaviourRated)) {
      const { batchId, employeeId, raterKind } = event.data;
      const batch = history.of(BatchScheduled, event).find(({ of }) => of === batchId);
      if (batch === undefined || batch.data.evaluationId !== event.of) {
        complain(event, 'is of another batch');
        continue;
      }
      const { from, to } = figuresOf(history, event)['evaluation.l3.window'].value;
      const end = batch.data.period.to;
      if (event.on < plusDays(end, from) || event.on > plusDays(end, to)) complain(event, 'lies outside the window');
      if (participantsOf(history, batchId, event).get(employeeId) !== 'completed')
        complain(event, 'did not complete it');
      const mine = placementOn(history, employeeId, end, event);
      const theirs = placementOn(history, event.by, end, event);
      const related = {
        self: event.by === employeeId,
        superior: mine?.superiorId === event.by,
        subordinate: theirs?.superiorId === employeeId,
        peer: mine !== undefined && theirs !== undefined && mine.unitId === theirs.unitId,
      }[raterKind];
      if (!related) complain(event, `${event.by} was not the ${raterKind} of ${employeeId}`);
      if (raterKind !== 'self' && event.hands.includes(employeeId)) complain(event, 'rates himself');
    }
  },
);

export const impacts = law(
  'R32',
  'An impact compares what was measured before the first session with what was measured after it, as it was measured.',
  (history, complain) => {
    for (const event of history.of(ProgramImpactMeasured)) {
      const { unitId, outcome, comparison, guard, improvement, n } = event.data;
      const sessions = batchesOf(history, event.of, event).flatMap(({ data }) => data.sessions.map(({ date }) => date));
      const first = sessions.sort()[0] ?? '';
      const sides = [
        { of: unitId, ...outcome },
        ...(guard === undefined ? [] : [{ of: unitId, ...guard }]),
        ...(comparison === undefined ? [] : [{ of: comparison.unitId, ...comparison.outcome }]),
      ];
      const counts: number[] = [];
      for (const side of sides) {
        const of = (id: string) =>
          measurementsOf(history, event).find((one) => one.of === side.of && one.data.measurementId === id)?.data;
        const [before, after] = [of(side.beforeId), of(side.afterId)];
        if (before === undefined || after === undefined) {
          complain(event, 'rests on no measurement');
          continue;
        }
        if (before.metric !== side.metric || after.metric !== side.metric) complain(event, 'compares another metric');
        if (before.period.to >= first || after.period.from <= first)
          complain(event, 'compares the wrong side of the session');
        if ((before.median ?? before.rate) !== side.before || (after.median ?? after.rate) !== side.after)
          complain(event, 'tells other values');
        counts.push(before.n, after.n);
      }
      if (n !== Math.min(...counts.slice(0, 2))) complain(event, `tells ${n} cases`);
      if (improvement !== relative(outcome, comparison?.outcome))
        complain(event, `tells an improvement of ${improvement}`);
    }
  },
);

interface Change {
  readonly before: number;
  readonly after: number;
}

/** How much lower a value is, in basis points of what it was, less the same elsewhere; rounded half away from zero. */
function relative({ before, after }: Change, elsewhere: Change = { before: 1, after: 1 }): number | null {
  if (before === 0 || elsewhere.before === 0) return null;
  const top = (before - after) * elsewhere.before - (elsewhere.before - elsewhere.after) * before;
  const bottom = before * elsewhere.before;
  return Math.sign(top) * Math.floor((Math.abs(top) * 20_000 + bottom) / (2 * bottom)) || 0;
}

export const conclusions = law(
  'R35',
  'A conclusion speaks of planned levels that were measured on enough cases; effective needs the planned effect; all else is inconclusive.',
  (history, complain) => {
    for (const plan of history.of(EvaluationPlanned)) {
      const { minimumEffect, minimumN, levels, serviceUnits, metrics, design, comparisonUnits } = plan.data;
      const figures = figuresOf(history, plan);
      if (minimumEffect < (figures['effect.minimum']?.value ?? Number.POSITIVE_INFINITY))
        complain(plan, 'asks for too little effect');
      if (minimumN < figures['evaluation.minimumN'].value) complain(plan, 'asks for too few cases');
      if (levels.includes(4) && (serviceUnits.length === 0 || metrics.length === 0)) complain(plan, 'plans no impact');
      if (design === 'comparison' && comparisonUnits.length === 0) complain(plan, 'compares with nothing');
    }
    for (const event of history.of(EvaluationConcluded)) {
      const plan = planOf(history, event.of, event);
      if (plan === undefined) complain(event, 'concludes nothing');
      else examineConclusion(history, event, plan, complain);
    }
  },
);

function examineConclusion(history: History, event: Conclusion, plan: Plan, complain: Complain): void {
  const { conclusion, measuredLevels, missingLevels } = event.data;
  const cases = new Map(plan.data.levels.map((level) => [level, casesAt(history, level, event, plan)]));
  const missing = [...cases].flatMap(([level, count]) => (count === 0 ? [level] : []));
  if (event.by !== plan.data.evaluatorId) complain(event, 'is not by the evaluator');
  if (missing.join() !== missingLevels.join())
    complain(event, `names ${missingLevels} as missing instead of ${missing}`);
  if (measuredLevels.length + missingLevels.length !== plan.data.levels.length) complain(event, 'forgets a level');
  if (conclusion === 'inconclusive') return;
  if (missing.length > 0) complain(event, `says '${conclusion}' without level ${missing}`);
  const highest = Math.max(...plan.data.levels);
  const n = [...cases].find(([level]) => level === highest)?.[1] ?? 0;
  if (n < plan.data.minimumN) complain(event, `says '${conclusion}' on ${n} cases of ${plan.data.minimumN}`);
  if (conclusion !== 'effective') return;
  const measured = impactsOf(history, event);
  const tooSmall = measured.find(({ data }) => (data.improvement ?? -1) < plan.data.minimumEffect);
  if (tooSmall !== undefined) complain(event, `is effective with ${tooSmall.data.improvement}`);
  const scores = ratedByOthers(history, event).flatMap(({ data }) => data.ratings.map(({ score }) => score));
  const mean = (100 * sum(scores, Number)) / Math.max(1, scores.length);
  const needed = figuresOf(history, event)['evaluation.l3.effectiveMean'].value;
  if (measured.length === 0 && mean < needed) complain(event, `is effective with ratings of ${mean}`);
}

const impactsOf = (history: History, event: Told<unknown>): readonly Impact[] =>
  history.standing(ProgramImpactMeasured, event).filter(({ of }) => of === event.of);

const ratedByOthers = (history: History, event: Told<unknown>) =>
  history.standing(BehaviourRated, event).filter(({ of, by, data }) => of === event.of && by !== data.employeeId);

/** On how many cases a level was measured when the evaluation was concluded. */
function casesAt(history: History, level: number, event: Conclusion, plan: Plan): number {
  if (level === 1) return history.of(ParticipantReactionRecorded, event).filter(({ of }) => of === event.of).length;
  if (level === 2) {
    return sum(batchesOf(history, event.of, event), ({ of }) => {
      const results = history.standing(LearningResultRecorded, event).filter((result) => result.of === of);
      const kinds = grouped(results, ({ data }) => data.employeeId).values();
      return [...kinds].filter((mine) => ['pre', 'post'].every((kind) => mine.some(({ data }) => data.kind === kind)))
        .length;
    });
  }
  if (level === 3) return new Set(ratedByOthers(history, event).map(({ data }) => data.employeeId)).size;
  const measured = impactsOf(history, event).map(({ data }) => data);
  const everywhere = plan.data.serviceUnits.every((unit) => measured.some(({ unitId }) => unitId === unit));
  const everything = plan.data.metrics.every(({ metric }) => measured.some(({ outcome }) => outcome.metric === metric));
  return measured.length > 0 && everywhere && everything ? Math.min(...measured.map(({ n }) => n)) : 0;
}

export const contested = law(
  'R36',
  'A conclusion is contested within its days; the answer is due after so many working days.',
  (history, complain) => {
    for (const event of history.of(EvaluationContested)) {
      const conclusion = history
        .of(EvaluationConcluded, event)
        .filter(({ of }) => of === event.of)
        .at(-1);
      const answered = history
        .of(EvaluationContested, event)
        .filter(({ of }) => of === event.of)
        .at(-1);
      if (conclusion === undefined || (answered?.index ?? -1) > conclusion.index) {
        complain(event, 'contests nothing');
        continue;
      }
      const last = plusDays(conclusion.recordedOn, figuresOf(history, event)['evaluation.contestDays'].value);
      if (event.recordedOn > last) complain(event, `came after ${last}`);
      const due = plusWorkingDays(
        event.recordedOn,
        figuresOf(history, event)['evaluation.contest.answerWorkingDays'].value,
      );
      if (event.data.answerDue !== due) complain(event, `is due on ${event.data.answerDue} instead of ${due}`);
    }
  },
);

export const evaluationLaws = [guarded, independent, reactions, ratings, impacts, conclusions, contested];
