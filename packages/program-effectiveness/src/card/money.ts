import { grouped } from '@pembinaan/core';
import { shareOf } from '../disclosure.js';
import { type CostNotKnown, costOfBatches } from '../program/cost-of-batches.js';
import type { BatchHistory, Commitment, ProgramHistory } from '../program/program-history.js';
import type { Told } from '../program/told.js';
import { type CostEffectiveness, costEffectiveness, type NotEstimable } from '../statistics/index.js';
import type { Learning } from './learning.js';
import { heldIn, type Level } from './levels.js';
import { completedIn } from './participation.js';
import type { PlannedItemOfPlan, PlannedItems } from './planned-items.js';

/**
 * What it cost, whole rupiah. Money belongs to programmes: of a round and a batch only the cost is known that was told when batches were
 * completed, and what was planned, committed and released is null. A figure that is null has its reason in `because`.
 */
export interface MoneyAccount extends Readonly<Record<MoneyFigure, number | null>> {
  readonly because: Readonly<Partial<Record<MoneyFigure, MoneyReason>>>;
  /** The items of the plans that foresee it. */
  readonly items: readonly PlannedItemOfPlan[];
  /** What each budget pays, with the events. */
  readonly budgets: readonly BudgetAccount[];
}

/**
 * - `planned`, `estimated`: by the items of the plans; by the design
 * - `committed`, `realised`, `released`, and `open`: committed, neither spent nor given back
 * - `ofBatches`: what was paid for the batches, to be held against what the budgets spent
 * - `absorbed`: realised of the committed, basis points
 * - `perParticipant`, `perJp`: for each place that was completed, and each JP of it
 * - `perGainPoint`: for a point of the mean learning gain (of 100); `perGainPointLow` and `perGainPointHigh` by its 95% interval
 */
export type MoneyFigure =
  | 'planned'
  | 'estimated'
  | 'committed'
  | 'realised'
  | 'released'
  | 'open'
  | 'ofBatches'
  | 'absorbed'
  | 'perParticipant'
  | 'perJp'
  | 'perGainPoint'
  | 'perGainPointLow'
  | 'perGainPointHigh';

/**
 * - `ofProgram`: known of the whole programme alone
 * - `notPlanned`, `notDesigned`: no item of a plan foresees it; its design is not known of
 * - `nothingCommitted`, `nothingRealised`: no budget pays for it; nothing was spent yet
 * - `noneCompleted`: no participant has completed it
 * - of batches as {@link CostNotKnown}
 * - `zeroCost`: the cost that was told is 0, and nothing can be said of what a unit costs
 * - `suppressed`: the gain may not be told, and the cost of it would tell it
 */
export type MoneyReason =
  | NotEstimable
  | 'ofProgram'
  | 'notPlanned'
  | 'notDesigned'
  | 'nothingCommitted'
  | 'nothingRealised'
  | CostNotKnown
  | 'noneCompleted'
  | 'suppressed';

/** What one budget pays for the programme, rupiah. */
export interface BudgetAccount {
  readonly budgetId: string;
  readonly committed: number;
  readonly realised: number;
  readonly released: number;
  readonly open: number;
  readonly told: readonly Told[];
}

export function moneyOf(
  level: Level,
  program: ProgramHistory,
  planned: PlannedItems,
  learning: Learning,
): MoneyAccount {
  return level.kind === 'program'
    ? moneyOfProgram(level, program, planned, learning)
    : moneyOfBatches(level, program, learning);
}

function moneyOfProgram(
  level: Level,
  program: ProgramHistory,
  planned: PlannedItems,
  learning: Learning,
): MoneyAccount {
  const { commitments, designed } = program;
  const { committed, realised, released, open } = sumsOf(commitments);
  const spent = commitments.length === 0 ? 'nothingCommitted' : realised === 0 ? 'nothingRealised' : realised;
  return {
    ...settled({
      planned: planned.cost ?? 'notPlanned',
      estimated: designed?.estimatedCost ?? 'notDesigned',
      committed,
      realised,
      released,
      open,
      ofBatches: costOfBatches(level.batches.filter(isCompleted), program).cost,
      absorbed: shareOf(realised, committed) ?? 'nothingCommitted',
      ...costsFor(spent, heldIn(level), learning),
    }),
    items: planned.items,
    budgets: [...grouped(commitments, ({ budgetId }) => budgetId)].map(([budgetId, own]) => ({
      budgetId,
      ...sumsOf(own),
      told: own.flatMap(({ told }) => told),
    })),
  };
}

function moneyOfBatches(level: Level, program: ProgramHistory, learning: Learning): MoneyAccount {
  const ofProgram = 'ofProgram' as const;
  const { cost } = costOfBatches(level.batches.filter(isCompleted), program);
  return {
    ...settled({
      planned: ofProgram,
      estimated: ofProgram,
      committed: ofProgram,
      realised: cost,
      released: ofProgram,
      open: ofProgram,
      ofBatches: cost,
      absorbed: ofProgram,
      ...costsFor(cost === 0 ? 'zeroCost' : cost, level.batches.filter(isCompleted), learning),
    }),
    items: [],
    budgets: [],
  };
}

type Amount = number | MoneyReason;

/** @param batches those that the money was spent on */
function costsFor(cost: Amount, batches: readonly BatchHistory[], { account, gain }: Learning) {
  const completed = batches.reduce((sum, batch) => sum + completedIn(batch), 0);
  const jp = batches.reduce((sum, batch) => sum + (batch.jp * completedIn(batch)) / 100, 0);
  return {
    perParticipant: quotient(cost, completed),
    perJp: quotient(cost, jp),
    ...costsOfGain(cost, account.suppressed ? 'suppressed' : gain),
  };
}

function costsOfGain(cost: Amount, gain: Learning['gain'] | 'suppressed') {
  const none = (reason: MoneyReason) => ({
    perGainPoint: reason,
    perGainPointLow: reason,
    perGainPointHigh: reason,
  });
  if (typeof cost !== 'number') return none(cost);
  if (gain === 'suppressed') return none(gain);
  const { meanDiff, seDiff, df } = gain;
  if (meanDiff === null) return none(gain.notEstimable.meanDiff ?? 'noPairs');
  const found = costEffectiveness({
    cost,
    effect: meanDiff,
    ...(seDiff !== null && df !== null && { se: seDiff, df }),
  });
  return {
    perGainPoint: rupiah(found, 'costPerUnitEffect'),
    perGainPointLow: rupiah(found, 'costPerUnitLow'),
    perGainPointHigh: rupiah(found, 'costPerUnitHigh'),
  };
}

function rupiah(found: CostEffectiveness, figure: 'costPerUnitEffect' | 'costPerUnitLow' | 'costPerUnitHigh'): Amount {
  const amount = found[figure];
  return amount === null ? (found.notEstimable[figure] ?? 'effectNotPositive') : Math.round(amount);
}

function quotient(cost: Amount, units: number): Amount {
  if (typeof cost !== 'number') return cost;
  return units === 0 ? 'noneCompleted' : Math.round(cost / units);
}

function isCompleted({ status }: BatchHistory): boolean {
  return status === 'completed';
}

function sumsOf(commitments: readonly Commitment[]) {
  const sum = (amountOf: (commitment: Commitment) => number): number =>
    commitments.reduce((total, commitment) => total + amountOf(commitment), 0);
  const committed = sum((commitment) => commitment.committed);
  const realised = sum(({ realized }) => realized);
  const released = sum((commitment) => commitment.released);
  return { committed, realised, released, open: committed - realised - released };
}

function settled(figures: Readonly<Record<MoneyFigure, Amount>>) {
  const told = (amount: Amount): number | null => (typeof amount === 'number' ? amount : null);
  return {
    planned: told(figures.planned),
    estimated: told(figures.estimated),
    committed: told(figures.committed),
    realised: told(figures.realised),
    released: told(figures.released),
    open: told(figures.open),
    ofBatches: told(figures.ofBatches),
    absorbed: told(figures.absorbed),
    perParticipant: told(figures.perParticipant),
    perJp: told(figures.perJp),
    perGainPoint: told(figures.perGainPoint),
    perGainPointLow: told(figures.perGainPointLow),
    perGainPointHigh: told(figures.perGainPointHigh),
    because: Object.fromEntries(
      Object.entries(figures).flatMap(([figure, amount]) => (typeof amount === 'number' ? [] : [[figure, amount]])),
    ),
  };
}
