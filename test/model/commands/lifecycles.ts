import type { Agency } from '../agency.js';
import { units } from '../cast.js';
import { plusDays } from '../days.js';
import type { Dice } from '../dice.js';
import { play, type Story } from '../play.js';
import {
  attend,
  batches as batchesOf,
  batchWith,
  cancel,
  candidates,
  complete,
  confirm,
  decide,
  declineNomination,
  examine,
  nominate,
  schedule,
  teach,
} from './batches.js';
import { commitmentsTo, commitTo, spend } from './budgets.js';
import { certify, credit } from './credits.js';
import {
  conclude,
  conclusions,
  contest,
  type Evaluation,
  evaluationsOf,
  evaluationWith,
  measure,
  plan,
  rate,
  react,
} from './evaluations.js';

import { aPlanIsEstablished, plansThatAre } from './plans.js';
import { approve, design, programs, programWith, publish } from './programs.js';
import { revision } from './revisions.js';
import { measureService } from './services.js';

/** A programme from the plan to the decision on it: designed, held, evaluated, revised. The longest story of the model. */
export const aProgrammeLives: Story = async function* (agency, dice) {
  if (plansThatAre(agency, 'established').length === 0) yield* aPlanIsEstablished(agency, dice);
  const programId = yield* opened(agency, dice);
  if (programId === undefined) return;
  for (let rounds = dice.oneOf(1, 1, 2); rounds > 0; rounds--) {
    if ((evaluationsOf(agency, programId).at(-1)?.status ?? 'concluded') === 'concluded') {
      const planned = await play(agency, dice, plan(agency, dice, programId));
      if (!planned) await play(agency, dice, plan(agency, dice, programId));
      yield plusDays(agency.today, 1);
    }
    for (let count = dice.oneOf(1, 1, 2); count > 0; count--) yield* aBatchIsHeld(agency, dice, programId);
    const evaluation = evaluationsOf(agency, programId).at(-1);
    if (evaluation !== undefined) yield* evaluated(agency, dice, evaluation);
    const concluded = evaluationsOf(agency, programId).at(-1);
    if (concluded?.status === 'concluded') yield* revision(agency, dice, programId, concluded);
  }
};

/** A further batch of a programme that runs already. */
export const aProgrammeGoesOn: Story = async function* (agency, dice) {
  const program = dice.of(programs(agency).filter(({ status }) => status === 'approved'));
  if (program !== undefined) yield* aBatchIsHeld(agency, dice, program.id);
};

/** Designs a programme, has it approved and paid for, and measures the service before it begins. */
async function* opened(agency: Agency, dice: Dice): AsyncGenerator<string, string | undefined> {
  const designed = design(agency, dice);
  if (!(await play(agency, dice, designed))) return undefined;
  const program = programWith(agency, designed.to);
  if (program === undefined) return undefined;
  if (dice.chance(60)) await play(agency, dice, publish(agency, program, dice));
  yield plusDays(agency.today, dice.between(0, 3));
  if (!(await play(agency, dice, approve(program.id, dice)))) return undefined;
  await play(agency, dice, commitTo(agency, program));
  yield plusDays(agency.today, 8);
  await measureUnits(agency, dice);
  return program.id;
}

/** Waiting time and errors in both units: before, or after a training that helped the units in which it was to help, or did not. */
async function measureUnits(agency: Agency, dice: Dice, helped?: readonly string[]): Promise<void> {
  const kind = helped === undefined ? 'baseline' : 'after';
  for (const unitId of units) {
    const better = helped?.includes(unitId) === true && dice.chance(70);
    const waiting = better ? dice.oneOf(300, 420, 540) : dice.oneOf(600, 600, 700);
    const errors = kind === 'after' ? dice.oneOf(300, 250, 200, 400) : 300;
    await play(agency, dice, measureService(agency, unitId, 'waiting', kind, waiting));
    await play(agency, dice, measureService(agency, unitId, 'error', kind, errors));
  }
}

async function* aBatchIsHeld(agency: Agency, dice: Dice, programId: string): ReturnType<Story> {
  const program = programWith(agency, programId);
  const scheduled = program && schedule(agency, dice, program);
  if (scheduled === undefined || !(await play(agency, dice, scheduled))) return;
  const id = scheduled.to;
  const first = batchWith(agency, id);
  if (first === undefined) return;
  if (dice.chance(70)) await play(agency, dice, teach(agency, dice, first));

  for (const person of candidates(agency, dice, dice.between(4, 7))) {
    if (!(await play(agency, dice, nominate(id, person, dice)))) continue;
    await play(agency, dice, dice.chance(88) ? confirm(agency, id, person, dice) : declineNomination(id, person, dice));
  }
  if (dice.chance(8)) {
    await play(agency, dice, cancel(id, dice));
    return;
  }
  yield first.period.from;
  const confirmed = () => batchWith(agency, id)?.participants.filter(({ status }) => status === 'confirmed') ?? [];
  for (const { employeeId } of confirmed()) {
    if (dice.chance(80)) await play(agency, dice, examine(id, employeeId, 'pre', 1, dice.between(3000, 6500)));
  }
  yield first.period.to;
  for (const { employeeId } of confirmed()) {
    const absent = dice.chance(8);
    for (const { sessionId } of first.sessions) {
      await play(agency, dice, attend(id, employeeId, sessionId, !absent));
    }
    const good = dice.chance(88);
    for (let attempt = 1; attempt <= dice.oneOf(1, 2); attempt++) {
      await play(agency, dice, examine(id, employeeId, 'post', attempt, good ? 7500 + attempt * 200 : 4000));
    }
    await play(agency, dice, decide(id, employeeId, absent || !good ? 'notCompleted' : 'completed'));
  }
  for (const { employeeId } of confirmed()) await play(agency, dice, decide(id, employeeId, 'notCompleted'));
  for (const { employeeId, status } of batchWith(agency, id)?.participants ?? []) {
    if (status === 'nominated') await play(agency, dice, declineNomination(id, employeeId, dice));
  }
  const paid = dice.of(commitmentsTo(agency, programId));
  if (paid !== undefined) await play(agency, dice, spend(paid.budgetId, paid, Math.min(paid.open, 2_000_000)));
  await play(agency, dice, complete(id));
  yield plusDays(agency.today, dice.between(0, 4));
  yield* afterABatch(agency, dice, id);
}

/** Certificates, JP and reactions. */
async function* afterABatch(agency: Agency, dice: Dice, id: string): ReturnType<Story> {
  const batch = batchWith(agency, id);
  for (const [index, { employeeId, status }] of (batch?.participants ?? []).entries()) {
    if (batch === undefined || (status !== 'completed' && dice.chance(80))) continue;
    if (dice.chance(60)) await play(agency, dice, certify(agency, dice, id, employeeId));
    await play(agency, dice, credit(employeeId, batch.period.to.slice(0, 4), { kind: 'batch', batchId: id }));
    if (dice.chance(50)) await play(agency, dice, react(batch, dice, index));
  }
  yield agency.today;
}

/** Months later: behaviour is rated, the service is measured, and it is concluded what came of it. */
async function* evaluated(agency: Agency, dice: Dice, evaluation: Evaluation): ReturnType<Story> {
  const { id, levels, programId } = evaluation;
  const held = agencyBatches(agency, id);
  yield plusDays(
    held
      .map(({ period }) => period.to)
      .sort()
      .at(-1) ?? agency.today,
    95,
  );
  if (levels.includes(3)) {
    const liked = dice.chance(70) ? 4 : 2;
    for (const batch of held) {
      for (const { employeeId } of batch.participants.filter(({ status }) => status === 'completed')) {
        await play(agency, dice, rate(agency, dice, batch, employeeId, liked));
      }
    }
  }
  if (levels.includes(4)) {
    await measureUnits(agency, dice, evaluation.units);
    await play(agency, dice, measure(agency, dice, evaluation));
  }
  // The evaluator tries what he would like to say first; the rules leave what the figures carry.
  const wish = dice.some(conclusions, 2);
  for (const conclusion of dice.chance(80) ? (['effective', ...wish, 'inconclusive'] as const) : wish) {
    const now = evaluationWith(agency, id);
    if (now === undefined || now.status === 'concluded') break;
    await play(agency, dice, conclude(now, conclusion));
  }
  if (dice.chance(20)) {
    yield plusDays(agency.today, dice.oneOf(1, 5, 20));
    await play(agency, dice, contest(id, dice));
    const contested = evaluationWith(agency, id);
    if (contested?.status === 'contested')
      await play(agency, dice, conclude(contested, dice.of(conclusions) ?? 'inconclusive'));
  }
  await play(agency, dice, dice.chance(10) ? plan(agency, dice, programId) : undefined);
}

function agencyBatches(agency: Agency, evaluationId: string) {
  return batchesOf(agency).filter((batch) => batch.evaluationId === evaluationId && batch.status !== 'cancelled');
}
