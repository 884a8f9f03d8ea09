import {
  EvaluationConcluded,
  EvaluationContested,
  MethodReviewOrdered,
  ProgramCancelled,
  ProgramContinued,
  ProgramExpanded,
  ProgramImpactMeasured,
  ProgramMethodRevised,
  ProgramSuspended,
  RevisionRecommended,
} from '@pembinaan/core';
import { atWork, DAY_MS, dateOf } from './days.js';
import type { Append } from './desk.js';
import { made } from './made.js';
import type { Evaluation, Program, Town } from './town.js';

type Conclusion = 'effective' | 'noSignificantChange' | 'harmful' | 'inconclusive';

/** The end of a year for the programme at that place: its impact is measured, its evaluation concluded, its future decided. */
export function concludeProgram(town: Town, place: number): readonly Append[] {
  const { desk, dice, officials, agenda } = town;
  const { evaluator } = officials;
  const program = town.programs[place];
  const evaluation = program?.evaluation;
  if (program === undefined || evaluation === undefined || program.status === 'cancelled') return [];
  const conclusion: Conclusion = dice.pick([
    'effective',
    'effective',
    'noSignificantChange',
    'inconclusive',
    'harmful',
  ]);
  const appends: Append[] = [];
  const waiting = program.unit.measured.get(`${program.service}/waiting`);
  if (waiting !== undefined) {
    const after = Math.round((waiting.value * (conclusion === 'effective' ? 80 : 100)) / 100);
    const measured = made(ProgramImpactMeasured, {
      programId: program.id,
      unitId: program.unit.id,
      service: program.service,
      outcome: { metric: 'waiting', before: waiting.value, after, beforeId: waiting.id, afterId: dice.id(12) },
      improvement: conclusion === 'effective' ? 2000 : 0,
      n: dice.between(100, 900),
      measuredBy: { subjectId: evaluator.subjectId },
    });
    const append = desk.write(evaluation.stream, evaluator, [measured], {
      facts: [program.stream, program.unit.stream],
    });
    evaluation.evidence.push(...append.events.map(({ id }) => id));
    appends.push(append);
  }
  const [proof] = evaluation.evidence;
  if (proof === undefined) return appends;
  const today = Math.floor(desk.moment / DAY_MS);
  const concluded = made(EvaluationConcluded, {
    programId: program.id,
    conclusion,
    strengths: ['latihan memakai berkas nyata'],
    weaknesses: conclusion === 'effective' ? [] : ['waktu latihan terlalu pendek'],
    measuredLevels: waiting === undefined ? [1, 2, 3] : [1, 2, 3, 4],
    missingLevels: waiting === undefined ? [4] : [],
    evidence: [proof, ...evaluation.evidence.slice(1)],
    design: 'prePost',
    concludedOn: dateOf(today),
    concludedBy: { subjectId: evaluator.subjectId },
  });
  const append = desk.write(evaluation.stream, evaluator, [concluded], { facts: [program.stream] });
  const cause = append.events[0]?.id;
  if (dice.chance(0.03)) {
    const contested = made(EvaluationContested, {
      programId: program.id,
      grounds: 'attribution',
      answerDue: dateOf(today + 14),
      contestedBy: { subjectId: program.unit.head.subjectId },
    });
    appends.push(append, desk.write(evaluation.stream, program.unit.head, [contested]));
  } else appends.push(append);
  if (cause !== undefined) {
    agenda.put(atWork(today + 4, dice.next()), () => recommend(town, program, evaluation, conclusion, cause));
  }
  return appends;
}

const SUGGESTED = {
  effective: 'expand',
  noSignificantChange: 'reviewMethod',
  inconclusive: 'continue',
  harmful: 'cancel',
} as const;

function recommend(
  town: Town,
  program: Program,
  evaluation: Evaluation,
  conclusion: Conclusion,
  cause: string,
): readonly Append[] {
  const { desk, dice, officials, agenda } = town;
  const { planner } = officials;
  // A programme in great demand is rather reviewed than cancelled.
  const kind = SUGGESTED[conclusion] === 'cancel' && program.openBatches.size > 0 ? 'suspend' : SUGGESTED[conclusion];
  const recommendationId = dice.id(12);
  const recommended = made(RevisionRecommended, {
    recommendationId,
    kind,
    evaluationId: evaluation.id,
    causeEvents: [cause],
    recommendedBy: { subjectId: planner.subjectId },
  });
  const today = Math.floor(desk.moment / DAY_MS);
  agenda.put(atWork(today + 3, dice.next()), () => decide(town, program, evaluation, kind, recommendationId));
  return [desk.write(program.stream, planner, [recommended], { facts: [evaluation.stream] })];
}

function decide(
  town: Town,
  program: Program,
  evaluation: Evaluation,
  kind: 'expand' | 'reviewMethod' | 'continue' | 'suspend' | 'cancel',
  recommendationId: string,
): readonly Append[] {
  const { desk, dice, officials, units, agenda } = town;
  const { ppk, pyb, planner } = officials;
  const today = Math.floor(desk.moment / DAY_MS);
  switch (kind) {
    case 'expand': {
      const expanded = made(ProgramExpanded, {
        recommendationId,
        evaluationId: evaluation.id,
        scope: { units: [program.unit.id, dice.pick(units).id], participants: 24 },
        addedCost: 0,
        expandedBy: { subjectId: ppk.subjectId },
      });
      return [desk.write(program.stream, ppk, [expanded], { facts: [evaluation.stream] })];
    }
    case 'reviewMethod': {
      const ordered = made(MethodReviewOrdered, {
        recommendationId,
        questions: ['Apakah latihan memakai aplikasi yang benar-benar dipakai?'],
        due: dateOf(today + 30),
        orderedBy: { subjectId: pyb.subjectId },
      });
      agenda.put(atWork(today + 20, dice.next()), () => {
        const revised = made(ProgramMethodRevised, {
          changes: [{ aspect: 'latihan', from: 'ceramah dan contoh', to: 'berkas nyata, didampingi' }],
          revisedBy: { subjectId: planner.subjectId },
        });
        return [desk.write(program.stream, planner, [revised])];
      });
      return [desk.write(program.stream, pyb, [ordered])];
    }
    case 'suspend': {
      const suspended = made(ProgramSuspended, {
        reason: { code: 'review' },
        recommendationId,
        until: dateOf(today + 25),
        suspendedBy: { subjectId: pyb.subjectId },
      });
      program.status = 'suspended';
      agenda.put(atWork(today + 25, dice.next()), () => goOn(town, program, recommendationId, true));
      return [desk.write(program.stream, pyb, [suspended])];
    }
    case 'cancel': {
      const cancelled = made(ProgramCancelled, {
        reason: { code: 'harmful' },
        recommendationId,
        openBatches: [...program.openBatches],
        cancelledBy: { subjectId: ppk.subjectId },
      });
      program.status = 'cancelled';
      return [desk.write(program.stream, ppk, [cancelled], { facts: [evaluation.stream] })];
    }
    case 'continue':
      return goOn(town, program, recommendationId, false);
  }
}

function goOn(
  { desk, officials }: Town,
  program: Program,
  recommendationId: string,
  endsSuspension: boolean,
): readonly Append[] {
  const { pyb } = officials;
  const continued = made(ProgramContinued, {
    recommendationId,
    endsSuspension,
    continuedBy: { subjectId: pyb.subjectId },
  });
  program.status = 'approved';
  return [desk.write(program.stream, pyb, [continued])];
}
