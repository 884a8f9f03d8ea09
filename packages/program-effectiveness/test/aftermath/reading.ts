import { checkedAsOf } from '@pembinaan/core';
import { projection } from '@pembinaan/event-sourcing';
import { givenEvents } from '@pembinaan/event-sourcing/testing';
import { readingAt } from '../../src/effectiveness/reading-at.js';
import { shelfOf } from '../../src/effectiveness/shelf.js';
import type { ProgramHistory } from '../../src/program/program-history.js';
import { programSurroundings } from '../../src/surroundings/read-surroundings.js';
import type { ProgramSurroundings } from '../../src/surroundings/surroundings.js';
import type { Past } from '../fixtures.js';

const nothing = projection({
  name: 'nothing',
  version: 1,
  events: [],
  initial: () => ({}),
  key: () => undefined,
  on: {},
});

/** The programme `p` with its surroundings, as of the end of a day. */
export async function readOn(
  past: Past,
  day: string,
): Promise<{ readonly program: ProgramHistory; readonly surroundings: ProgramSurroundings }> {
  const shelf = await shelfOf(await givenEvents(nothing, past).store());
  const reading = await readingAt(shelf, checkedAsOf({ effective: day }));
  const program = await reading.program('p');
  if (program === undefined) throw new Error('The past tells nothing of the programme p.');
  return { program, surroundings: await programSurroundings(reading, program) };
}
