import {
  BudgetCeilingSet,
  BudgetCommitted,
  DevelopmentPlanDrafted,
  DevelopmentPlanEstablished,
  DevelopmentPlanSubmitted,
  EvaluationPlanned,
  indonesia2026,
  LearningMaterialPublished,
  NeedsCycleOpened,
  PlanItemAdded,
  PolicyVersionAdopted,
  ProgramApproved,
  ProgramDesigned,
} from '@pembinaan/core';
import { putBatches } from './batches.js';
import { putComplaints } from './complaints.js';
import { atWork, dateOf, dayIn } from './days.js';
import { type Append, newStream, type Stream } from './desk.js';
import { concludeProgram } from './evaluations.js';
import { putGovernance } from './governance.js';
import { putLearning } from './learning.js';
import { made } from './made.js';
import { putMentoring } from './mentoring.js';
import { proposeNeed } from './needs.js';
import { decree } from './opening.js';
import { putPeople } from './people.js';
import { putServices } from './services.js';
import type { Program, Town } from './town.js';
import { COMPETENCIES, FORMS, SUBJECTS } from './words.js';

/** Puts a year on the agenda: plan in January and February, train, mentor and serve until December, evaluate and revise at its end. */
export function putYear(town: Town, year: number): void {
  const { agenda, dice } = town;
  const budget = newStream('budget', `${town.agencyId}-${year}`);
  const plan = newStream('developmentPlan', `${town.agencyId}-${year}`);
  const on = (month: number, date: number): number => atWork(dayIn(year, month, date), dice.next());

  agenda.put(on(1, 14), () => [adoptPolicy(town, year), openCycle(town, year), setCeiling(town, budget, year)]);
  putPeople(town, year);
  putServices(town, year);
  putComplaints(town, year);
  putMentoring(town, year);
  putLearning(town, year);
  putGovernance(town, year);
  const needs = Math.round(town.activity.ranks * 0.4);
  for (let need = 0; need < needs; need++) agenda.put(on(1, 18 + dice.below(11)), () => proposeNeed(town, year));

  agenda.put(on(2, 2), () => draftPlan(town, plan, year));
  for (let place = 0; place < town.popularity.ranks; place++) {
    agenda.put(on(2, 5 + dice.below(8)), () => {
      const program = runningProgram(town, place, plan, year);
      return [...program.appends, ...planProgram(town, program.program, plan, budget, year)];
    });
    agenda.put(on(12, 1 + dice.below(20)), () => concludeProgram(town, place));
  }
  agenda.put(on(2, 14), () => establishPlan(town, plan, year));
  agenda.put(on(2, 16), () => putBatches(town, year));
}

function adoptPolicy({ desk, dice, officials }: Town, year: number): Append {
  const version = `kab-rekaan-${year}`;
  const adopted = made(PolicyVersionAdopted, {
    version,
    effectiveFrom: dateOf(dayIn(year, 1, 15)),
    figures: {
      ...indonesia2026.figures,
      'effect.minimum': { value: 1000, basis: 'Ketetapan instansi (rekaan)', certainty: 'agency' },
    },
    legalBasis: indonesia2026.legalBasis,
    decree: decree(dice, 'PERATURAN', dayIn(year, 1, 14)),
    adoptedBy: { subjectId: officials.ppk.subjectId },
  });
  const append = desk.write(desk.policy, officials.ppk, [adopted]);
  desk.policyVersion = version;
  return append;
}

function openCycle({ desk, officials, agencyId }: Town, year: number): Append {
  let due = dayIn(year, 1, 15);
  const opened = made(NeedsCycleOpened, {
    agencyId,
    year,
    startsOn: dateOf(due),
    steps: (['collectData', 'inventory', 'verify', 'validate', 'enter'] as const).map((step) => {
      due += 5;
      return { step, workingDays: 3, due: dateOf(due) };
    }),
    openedBy: { subjectId: officials.pyb.subjectId },
  });
  return desk.write(newStream('needsCycle', `${agencyId}-${year}`), officials.pyb, [opened]);
}

function setCeiling({ desk, dice, officials, agencyId, popularity }: Town, budget: Stream, year: number): Append {
  const ceiling = made(BudgetCeilingSet, {
    year,
    agencyId,
    amount: popularity.ranks * 60_000_000,
    account: `DPA-${year}-5.1.02`,
    source: 'apbd',
    decree: decree(dice, 'DPA', dayIn(year, 1, 14)),
    setBy: { subjectId: officials.pyb.subjectId },
  });
  return desk.write(budget, officials.pyb, [ceiling]);
}

function draftPlan({ desk, officials, agencyId }: Town, plan: Stream, year: number): readonly Append[] {
  const drafted = made(DevelopmentPlanDrafted, {
    year,
    agencyId,
    draftedBy: { subjectId: officials.planner.subjectId },
  });
  return [desk.write(plan, officials.planner, [drafted])];
}

/** The programme at that place of the list: the one that runs, or a new one where there is none or it was cancelled. */
function runningProgram(
  town: Town,
  place: number,
  plan: Stream,
  year: number,
): { readonly program: Program; readonly appends: readonly Append[] } {
  const known = town.programs[place];
  if (known !== undefined && known.status !== 'cancelled') return { program: known, appends: [] };
  const { desk, dice, officials } = town;
  const id = dice.id(12);
  const sessions = dice.between(2, 6);
  const unit = dice.pick(town.units);
  const program: Program = {
    id,
    stream: newStream('program', id),
    name: `${dice.pick(SUBJECTS)} ${place + 1}/${year}`,
    form: dice.pick(FORMS),
    sessions,
    jp: sessions * 800,
    cost: dice.between(8, 60) * 1_000_000,
    competencies: [{ code: dice.pick(COMPETENCIES), targetLevel: dice.between(2, 4) }],
    unit,
    service: dice.pick(unit.services),
    evaluation: undefined,
    commitment: undefined,
    openBatches: new Set(),
    status: 'designed',
  };
  town.programs[place] = program;
  const designed = made(ProgramDesigned, {
    name: program.name,
    track: 'full',
    planItem: { planId: `${town.agencyId}-${year}`, itemId: `butir-${id}` },
    form: program.form,
    competencies: [...program.competencies],
    jp: program.jp,
    estimatedCost: program.cost,
    needsLeaveOfDuty: true,
    certificate: 'attendance',
    passMark: 7000,
    maxAttempts: 2,
    valueTags: ['berorientasiPelayanan', 'akuntabel'],
    designedBy: { subjectId: officials.planner.subjectId },
  });
  const approved = made(ProgramApproved, { track: 'full', approvedBy: { subjectId: officials.pyb.subjectId } });
  const material = made(LearningMaterialPublished, {
    materialId: dice.id(12),
    version: 1,
    title: `Modul ${program.name}`,
    kind: 'module',
    public: true,
    sha256: dice.hash(),
    validityStatement: 'dicocokkan dengan peraturan yang berlaku',
    publishedBy: { subjectId: officials.planner.subjectId },
  });
  const appends = [
    desk.write(program.stream, officials.planner, [designed], { facts: [plan] }),
    desk.write(program.stream, officials.pyb, [approved]),
    desk.write(program.stream, officials.planner, [material]),
  ];
  program.status = 'approved';
  return { program, appends };
}

/** The plan item, the money and the evaluation of a programme for this year. */
function planProgram(town: Town, program: Program, plan: Stream, budget: Stream, year: number): readonly Append[] {
  const { desk, dice, officials, agencyId } = town;
  const { planner, verifier, evaluator } = officials;
  const itemId = `butir-${program.id}`;
  const added = made(PlanItemAdded, {
    item: {
      itemId,
      needIds: [],
      form: program.form,
      target: 'individual',
      participantsPlanned: 24,
      jp: program.jp,
      cost: program.cost,
      missionRef: 'RPJMD misi 2 (rekaan)',
      impactIndicator: `waktu tunggu median ${program.service}`,
      learningModel: 'formal10',
    },
    addedBy: { subjectId: planner.subjectId },
  });
  const commitmentId = dice.id(12);
  const committed = made(BudgetCommitted, {
    commitmentId,
    planId: `${agencyId}-${year}`,
    planItemId: itemId,
    programId: program.id,
    amount: program.cost,
    committedBy: { subjectId: planner.subjectId },
  });
  const evaluationId = dice.id(12);
  const evaluation = { id: evaluationId, stream: newStream('evaluation', evaluationId), evidence: [] };
  const planned = made(EvaluationPlanned, {
    programId: program.id,
    levels: [1, 2, 3, 4],
    ...evaluatedIn(town, program),
    metrics: [{ service: program.service, metric: 'waiting', guardMetric: 'error' }],
    minimumEffect: 1000,
    minimumN: 30,
    evaluatorId: evaluator.subjectId,
    plannedOn: dateOf(dayIn(year, 2, 12)),
    plannedBy: { subjectId: verifier.subjectId },
  });
  program.evaluation = evaluation;
  program.commitment = { budget, budgetId: `${agencyId}-${year}`, commitmentId };
  return [
    desk.write(plan, planner, [added]),
    desk.write(budget, planner, [committed], { facts: [plan, program.stream] }),
    desk.write(evaluation.stream, verifier, [planned], { facts: [program.stream] }),
  ];
}

/** How a programme is evaluated, and in which units: alone before and after, over time, or beside others that render the same service. */
function evaluatedIn({ dice, units }: Town, { unit, service }: Program) {
  const others = units.filter(({ id, services }) => id !== unit.id && services.includes(service)).map(({ id }) => id);
  const design = dice.pick(['prePost', 'timeSeries', 'comparison'] as const);
  if (design !== 'comparison' || others.length < 2) {
    return { design: design === 'comparison' ? 'prePost' : design, serviceUnits: [unit.id], comparisonUnits: [] };
  }
  const served = Math.min(dice.between(0, 4), others.length - 1);
  return {
    design,
    serviceUnits: [unit.id, ...others.slice(0, served)],
    comparisonUnits: others.slice(served, served + 10),
  };
}

function establishPlan(town: Town, plan: Stream, year: number): readonly Append[] {
  const { desk, dice, officials, programs } = town;
  const contentHash = dice.hash();
  const submitted = made(DevelopmentPlanSubmitted, {
    contentHash,
    totals: {
      items: programs.length,
      participants: programs.length * 24,
      cost: programs.reduce((sum, { cost }) => sum + cost, 0),
    },
    submittedBy: { subjectId: officials.planner.subjectId },
  });
  const established = made(DevelopmentPlanEstablished, {
    contentHash,
    decree: decree(dice, 'RENCANA', dayIn(year, 2, 14)),
    validity: { from: dateOf(dayIn(year, 2, 15)), to: dateOf(dayIn(year, 12, 31)) },
    establishedBy: { subjectId: officials.ppk.subjectId },
  });
  return [desk.write(plan, officials.planner, [submitted]), desk.write(plan, officials.ppk, [established])];
}
