import {
  type AsOf,
  type CellAsked,
  competencyHistory,
  type EventStep,
  type Explanation,
  type Step,
} from '../../src/index.js';
import { type Line, storeOf } from '../fixtures.js';

/** The explanation of a cell after a past. */
export async function explained(
  lines: readonly Line[],
  cell: CellAsked,
  on: string,
  clocks: Pick<AsOf, 'recorded' | 'position'> = {},
): Promise<Explanation> {
  const history = await competencyHistory(await storeOf(lines));
  const explanation = await history.asOf({ effective: on, ...clocks }).explain(cell);
  if (explanation === undefined) throw new Error(`No event tells of ${cell.employeeId}.`);
  return explanation;
}

export const eventsOf = ({ steps }: Explanation): readonly EventStep[] =>
  steps.filter((step): step is EventStep => step.kind === 'event');

/** The events of a type, whether they count, and why they do not. */
export const counting = (explanation: Explanation, type: string) =>
  eventsOf(explanation)
    .filter((step) => step.type === type)
    .map(({ revision, counts, reason }) => ({ revision, counts, reason }));

export const ofKind = <K extends Step['kind']>(
  { steps }: Explanation,
  kind: K,
): readonly Extract<Step, { readonly kind: K }>[] =>
  steps.filter((step): step is Extract<Step, { readonly kind: K }> => step.kind === kind);
