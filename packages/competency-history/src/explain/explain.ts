import { eachEventOnce } from '@pembinaan/core';
import type { Reading } from '../history/reading.js';
import type { Shelf } from '../history/shelf.js';
import type { CellAsked, Explanation, Step } from './explanation.js';
import { type Facts, factsOf } from './facts.js';
import { indexOn } from './index-on.js';
import { gapSteps } from './of-gap.js';
import { ipAsnSteps } from './of-ip-asn.js';
import { jpOn, jpSteps } from './of-jp.js';
import { ceilingOn, jpCeilingSteps } from './of-jp-ceiling.js';
import { jpmSteps, matchOn } from './of-jpm.js';
import { levelSteps } from './of-level.js';
import { notServingSteps } from './of-service.js';

/**
 * Explains a cell, as of the clock of the reading: the value as the views work it out, and the events, rules and figures that produced it.
 * Undefined where no event that was known tells of the person.
 */
export async function explanationOf(shelf: Shelf, reading: Reading, cell: CellAsked): Promise<Explanation | undefined> {
  const facts = await factsOf(shelf, reading, cell.employeeId);
  if (facts === undefined) return undefined;
  const { effective, recorded = null, position = null } = reading.clock;
  return {
    cell,
    value: cellValue(facts, cell),
    asOf: { effective, recorded, position },
    steps: eachEventOnce<Step>([...stepsOf(facts, cell), ...notServingSteps(facts)]),
  };
}

function cellValue(facts: Facts, cell: CellAsked): number | null {
  switch (cell.of) {
    case 'level':
      return facts.levelLines.find(({ competency }) => competency === cell.competency)?.actual ?? null;
    case 'gap':
      return facts.levelLines.find(({ competency }) => competency === cell.competency)?.gap ?? null;
    case 'jp':
      return jpOn(facts).credited;
    case 'jpCeiling':
      return ceilingOn(facts)?.assigned ?? null;
    case 'jpm':
      return matchOn(facts).jpm;
    case 'ipAsn':
      return indexOn(facts)?.[cell.dimension ?? 'partial'] ?? null;
  }
}

function stepsOf(facts: Facts, cell: CellAsked): readonly Step[] {
  switch (cell.of) {
    case 'level':
      return levelSteps(facts, cell.competency);
    case 'gap':
      return gapSteps(facts, cell.competency);
    case 'jp':
      return jpSteps(facts);
    case 'jpCeiling':
      return jpCeilingSteps(facts);
    case 'jpm':
      return jpmSteps(facts);
    case 'ipAsn':
      return ipAsnSteps(facts, cell.dimension);
  }
}
