import {
  CancelProgram,
  ContinueProgram,
  ExpandProgram,
  FlagNeedUnserved,
  OrderMethodReview,
  RecommendRevision,
  ReviseProgramMethod,
  SuspendProgram,
} from '@pembinaan/core';
import type { Agency, Attempt } from '../agency.js';
import { office, units } from '../cast.js';
import { plusDays } from '../days.js';
import type { Dice } from '../dice.js';
import { type Moves, play, type Story } from '../play.js';
import { commitmentsTo } from './budgets.js';
import { type Evaluation, evaluationsOf } from './evaluations.js';
import { needsThatAre } from './needs.js';
import { asPpk, asPyb } from './officials.js';
import { type Program, programs, programWith } from './programs.js';

type Kind = 'expand' | 'reviewMethod' | 'continue' | 'suspend' | 'cancel' | 'revisePlan';
type Recommendation = Program['recommendations'][number];

export function recommend(agency: Agency, dice: Dice, program: Program, kind: Kind, cited?: Evaluation): Attempt {
  const cause = dice.of(agency.log.slice(-30));
  return {
    by: dice.oneOf(office.planner, office.planner, office.planner, office.evaluator, office.pyb),
    to: program.id,
    command: RecommendRevision({
      recommendationId: agency.newId('saran'),
      kind,
      ...(cited !== undefined && { evaluationId: cited.id }),
      causeEvents: cause === undefined ? [] : [cause.id],
      ...(dice.chance(50) && { justification: 'keputusan pimpinan' }),
    }),
  };
}

function expand(
  agency: Agency,
  dice: Dice,
  program: Program,
  { recommendationId, evaluationId }: Recommendation,
): Attempt {
  const commitment = dice.of(commitmentsTo(agency, program.id));
  const addedCost = dice.oneOf(0, 0, Math.min(commitment?.open ?? 0, 1_000_000), (commitment?.open ?? 0) + 1);
  return {
    ...dice.oneOf(asPpk, asPyb),
    to: program.id,
    command: ExpandProgram({
      recommendationId,
      evaluationId: evaluationId ?? dice.of(evaluationsOf(agency, program.id))?.id ?? 'evaluasi-0',
      scope: { units: [...units], participants: 12 },
      addedCost,
      ...(commitment !== undefined &&
        addedCost > 0 && { budget: { budgetId: commitment.budgetId, commitmentId: commitment.commitmentId } }),
    }),
  };
}

/** The decision that a recommendation asks for. */
function decide(agency: Agency, dice: Dice, program: Program, recommendation: Recommendation): Attempt {
  const { recommendationId } = recommendation;
  const official = { ...dice.oneOf(asPpk, asPyb), to: program.id };
  switch (recommendation.kind) {
    case 'expand':
      return expand(agency, dice, program, recommendation);
    case 'reviewMethod':
      return {
        ...official,
        command: OrderMethodReview({
          recommendationId,
          questions: ['apakah praktik cukup?'],
          due: plusDays(agency.today, 30),
        }),
      };
    case 'suspend':
      return { ...official, command: SuspendProgram({ recommendationId, reason: { code: 'budget' } }) };
    case 'cancel':
      return { ...official, command: CancelProgram({ recommendationId, reason: { code: 'notEffective' } }) };
    default:
      return { ...official, command: ContinueProgram({ recommendationId }) };
  }
}

function reviseMethod(program: Program, dice: Dice): Attempt {
  const materialId = dice.of(program.materials);
  return {
    by: dice.oneOf(office.designer, office.designer, office.pyb, office.ppk),
    to: program.id,
    command: ReviseProgramMethod({
      changes: [{ aspect: 'metode', from: 'ceramah', to: 'praktik' }],
      ...(materialId !== undefined && dice.chance(50) && { material: { materialId, version: 1 } }),
    }),
  };
}

/** What is recommended after each conclusion, and what should not be. */
const fitting: Readonly<Record<string, readonly Kind[]>> = {
  effective: ['expand', 'expand', 'continue'],
  noSignificantChange: ['reviewMethod', 'reviewMethod', 'continue', 'suspend', 'expand'],
  harmful: ['reviewMethod', 'cancel', 'suspend', 'expand'],
  inconclusive: ['continue', 'reviewMethod', 'suspend', 'expand'],
};

export const revisionMoves: Moves = {
  'a revision is recommended': (agency, dice) => {
    const program = dice.of(programs(agency));
    const evaluation = program && dice.of(evaluationsOf(agency, program.id));
    const kind = dice.of(fitting[evaluation?.conclusion ?? 'inconclusive'] ?? []) ?? 'continue';
    return program && recommend(agency, dice, program, kind, dice.chance(75) ? evaluation : undefined);
  },
  'a recommendation is decided on': (agency, dice) => {
    const program = dice.of(programs(agency).filter(({ recommendations }) => recommendations.length > 0));
    const recommendation = dice.of(program?.recommendations ?? []);
    return program && recommendation && decide(agency, dice, program, recommendation);
  },
  'a programme is expanded without evidence': (agency, dice) => {
    const program = dice.of(programs(agency));
    const recommendation = dice.of(program?.recommendations ?? []);
    return program && recommendation && expand(agency, dice, program, recommendation);
  },
  'a method is revised': (agency, dice) => {
    const program = dice.of(programs(agency).filter(({ underReview }) => underReview || dice.chance(20)));
    return program && reviseMethod(program, dice);
  },
  'a programme is suspended': (agency, dice) => {
    const program = dice.of(programs(agency));
    return program && { ...asPyb, to: program.id, command: SuspendProgram({ reason: { code: 'forceMajeure' } }) };
  },
  'a programme is cancelled': (agency, dice) => {
    const program = dice.chance(25) ? dice.of(programs(agency)) : undefined;
    return program && { ...asPpk, to: program.id, command: CancelProgram({ reason: { code: 'superseded' } }) };
  },
  'a need is flagged as unserved': (agency, dice) => {
    const need = dice.of(needsThatAre(agency, 'validated'));
    const program = dice.of(programs(agency).filter(({ status }) => status === 'cancelled' || dice.chance(10)));
    return need && program && { by: office.planner, to: need.id, command: FlagNeedUnserved({ programId: program.id }) };
  },
};

/** What follows from the conclusion of an evaluation: a recommendation, a decision, and perhaps a new method. */
export async function* revision(
  agency: Agency,
  dice: Dice,
  programId: string,
  evaluation: Evaluation,
): ReturnType<Story> {
  const program = () => programWith(agency, programId);
  const known = program();
  const kind = dice.of(fitting[evaluation.conclusion ?? 'inconclusive'] ?? []) ?? 'continue';
  if (known === undefined) return;
  if (!(await play(agency, dice, recommend(agency, dice, known, kind, evaluation)))) return;
  yield plusDays(agency.today, dice.between(1, 10));
  const now = program();
  const recommendation = now?.recommendations.at(-1);
  if (now === undefined || recommendation === undefined) return;
  await play(agency, dice, decide(agency, dice, now, recommendation));
  if (program()?.underReview === true) {
    yield plusDays(agency.today, dice.between(5, 30));
    const reviewed = program();
    if (reviewed !== undefined) await play(agency, dice, reviseMethod(reviewed, dice));
  }
  if (program()?.status === 'suspended') {
    yield plusDays(agency.today, dice.between(5, 30));
    const suspended = program();
    if (suspended === undefined) return;
    await play(agency, dice, recommend(agency, dice, suspended, 'continue', evaluation));
    const again = program()?.recommendations.at(-1);
    if (again !== undefined) await play(agency, dice, decide(agency, dice, suspended, again));
  }
}
