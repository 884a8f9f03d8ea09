import { type AsOf, checkedAsOf } from '@pembinaan/core';
import { projection } from '@pembinaan/event-sourcing';
import { givenEvents } from '@pembinaan/event-sourcing/testing';
import { programSubject } from '../../src/effectiveness/program-subject.js';
import { readingAt } from '../../src/effectiveness/reading-at.js';
import { shelfOf } from '../../src/effectiveness/shelf.js';
import {
  type ProgramCellAsked,
  type ProgramExplanation,
  type ProgramStep,
  programExplanationOf,
} from '../../src/explain/index.js';
import type { Past } from '../fixtures.js';

const nothing = projection({
  name: 'nothing',
  version: 1,
  events: [],
  initial: () => ({}),
  key: () => undefined,
  on: {},
});

type Clocks = Pick<AsOf, 'recorded' | 'position'>;

async function readOn(past: Past, on: string, clocks: Clocks) {
  const shelf = await shelfOf(await givenEvents(nothing, past).store());
  return readingAt(shelf, checkedAsOf({ effective: on, ...clocks }));
}

/** The explanation of a cell of the programme `p` after a past. */
export async function explained(
  past: Past,
  cell: ProgramCellAsked,
  on: string,
  clocks: Clocks = {},
): Promise<ProgramExplanation> {
  const explanation = await programExplanationOf(await readOn(past, on, clocks), cell);
  if (explanation === undefined) throw new Error('The past tells nothing of the programme.');
  return explanation;
}

/** What the views answer of the programme `p`. */
export async function answers(past: Past, on: string, clocks: Clocks = {}) {
  const subject = await programSubject(await readOn(past, on, clocks), 'p');
  if (subject === undefined) throw new Error('The past tells nothing of the programme p.');
  const { rounds, advice } = await subject.evaluation();
  const { money } = await subject.account();
  return { round: rounds.find(({ evaluationId }) => evaluationId === 'e'), advice, money };
}

export const ofKind = <K extends ProgramStep['kind']>({ steps }: ProgramExplanation, kind: K) =>
  steps.filter((step): step is Extract<ProgramStep, { readonly kind: K }> => step.kind === kind);

/** The events of a type, whether they count, and why they do not. */
export const counting = (explanation: ProgramExplanation, type: string) =>
  ofKind(explanation, 'event')
    .filter((step) => step.type === type)
    .map(({ stream, revision, counts, reason }) => [`${stream}/${revision}`, counts, reason]);
