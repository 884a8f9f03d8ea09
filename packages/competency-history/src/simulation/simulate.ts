import type { HistoryAsOf } from '../history/competency-history.js';
import { type Needs, type PeopleReadModel, peopleReadModel } from '../history/people-read-model.js';
import type { Query } from '../history/query.js';
import { policies, policyInForce } from '../records/policies.js';
import { gapMapByPerson } from '../views/gap-map-by-person.js';
import { ipAsnPreview } from '../views/ip-asn-preview.js';
import { jpCompliance } from '../views/jp-compliance.js';
import { byUnit, type SimulatedUnit } from './by-unit.js';
import { changedLines, type SimulatedDifference } from './differences.js';
import { type Cells, paired } from './line-identity.js';
import type { PolicyChange } from './policy-change.js';

/** Any read model on people, whatever its lines are made of. */
export type SimulatedReadModel = PeopleReadModel<Needs, object>;

/** What to compare, and of whom. */
export interface SimulationOptions {
  /** JpCompliance, GapMapByPerson and IpAsnPreview when absent. */
  readonly models?: readonly SimulatedReadModel[];
  /** Of whom; everybody when absent. */
  readonly query?: Omit<Query, 'after'>;
  /**
   * By the name of a read model, the cells that tell its lines apart. When absent, every cell whose name ends in `Id`, and `competency`,
   * `measure`, `on`, `positionKind`, `ref`, `value` (where it is a text) and `year`.
   */
  readonly identifiedBy?: Readonly<Record<string, readonly string[]>>;
}

/** The difference that another policy makes, in plain lines. */
export interface Simulation {
  /** Cell by cell: read models in the order in which they were given, in each of them units, then people. */
  readonly differences: readonly SimulatedDifference[];
  /** Unit by unit, for read models that tell of people. */
  readonly units: readonly SimulatedUnit[];
}

/**
 * Asks the same of a history under the policy that was adopted and under another one, and tells what differs. Nothing that is stored is
 * touched, and both tell of the same moment.
 *
 * ```ts
 * const { differences, units } = await simulate(history.asOf({ effective: '2026-12-31' }), {
 *   figures: { 'jp.minimum.pns.year': 2400, 'jpm.bands': { optimal: 9500, fairlyOptimal: 8000 } },
 * });
 * units.filter(({ cell, to }) => cell === 'status' && to === 'below');
 * ```
 *
 * @throws RangeError as {@link HistoryAsOf.under} does
 */
export async function simulate(
  history: HistoryAsOf,
  change: PolicyChange,
  { models = USUAL, query = {}, identifiedBy = {} }: SimulationOptions = {},
): Promise<Simulation> {
  const adopted = await history.held();
  const other = adopted.under(change);
  const least = await leastShown(adopted);
  const differences: SimulatedDifference[] = [];
  const units: SimulatedUnit[] = [];
  for (const model of models) {
    const by = identifiedBy[model.name];
    const pairs = paired(await linesOf(adopted, model, query), await linesOf(other, model, query), by);
    const changed = changedLines(model.name, pairs);
    differences.push(...changed.flatMap((line) => line.differences));
    units.push(...byUnit(model.name, pairs, changed, least));
  }
  return { differences, units };
}

const USUAL: readonly SimulatedReadModel[] = [jpCompliance, gapMapByPerson, ipAsnPreview];

async function linesOf(history: HistoryAsOf, model: SimulatedReadModel, query: Query): Promise<readonly Cells[]> {
  const lines: Cells[] = [];
  for await (const line of history.lines(model, query)) lines.push(Object.fromEntries(Object.entries(line)));
  return lines;
}

/** How many people a group needs in order to be shown; null without a policy on the day. */
async function leastShown(history: HistoryAsOf): Promise<number | null> {
  const { lines } = await history.ask(leastOfPolicy);
  return lines[0]?.least ?? null;
}

const leastOfPolicy = peopleReadModel({
  name: 'LeastShown',
  question: {
    en: 'How many people does a group need in order to be shown?',
    id: 'Berapa orang yang diperlukan suatu kelompok agar dapat ditampilkan?',
  },
  needs: [policies],
  linesOf: 'agency',
  tells: 'nobody',
  answer: ([policyRows], on) => [
    { least: policyInForce(policyRows.rows, on)?.figures['disclosure.minimumN'].value ?? null },
  ],
});
