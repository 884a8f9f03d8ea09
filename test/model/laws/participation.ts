import {
  NominationConfirmed,
  NominationDeclined,
  ParticipantNominated,
  ParticipantOutcomeDecided,
} from '@pembinaan/core';
import type { History, Placed } from './history.js';
import { grouped } from './law.js';

/** One step of one person in one batch. */
interface Step {
  readonly index: number;
  readonly batchId: string;
  readonly employeeId: string;
  readonly status: string;
}

interface Book {
  readonly length: number;
  readonly byBatch: ReadonlyMap<string, readonly Step[]>;
  readonly byEmployee: ReadonlyMap<string, readonly Step[]>;
}

const books = new WeakMap<History, Book>();

/** Nominations and outcomes by batch and by person; told once for a history, since many rules ask for them. */
function bookOf(history: History): Book {
  const known = books.get(history);
  if (known?.length === history.length) return known;
  const steps = [
    ...history.of(ParticipantNominated).map((event) => ({ ...event, status: 'nominated' })),
    ...history.of(NominationConfirmed).map((event) => ({ ...event, status: 'confirmed' })),
    ...history.of(NominationDeclined).map((event) => ({ ...event, status: 'declined' })),
    ...history.of(ParticipantOutcomeDecided).map((event) => ({ ...event, status: `${event.data.outcome}` })),
  ]
    .map(({ index, of, data, status }): Step => ({ index, batchId: of, employeeId: data.employeeId, status }))
    .sort((a, b) => a.index - b.index);
  const book = {
    length: history.length,
    byBatch: grouped(steps, ({ batchId }) => batchId),
    byEmployee: grouped(steps, ({ employeeId }) => employeeId),
  };
  books.set(history, book);
  return book;
}

/** What became of each participant of a batch, as known at a place. */
export function participantsOf(history: History, batchId: string, known?: Placed): ReadonlyMap<string, string> {
  return lastOf(bookOf(history).byBatch.get(batchId), ({ employeeId }) => employeeId, known);
}

/** What became of a person in each batch, as known at a place. */
export function batchesWith(history: History, employeeId: string, known?: Placed): ReadonlyMap<string, string> {
  return lastOf(bookOf(history).byEmployee.get(employeeId), ({ batchId }) => batchId, known);
}

function lastOf(
  steps: readonly Step[] = [],
  keyOf: (step: Step) => string,
  known?: Placed,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const step of steps) if (known === undefined || step.index < known.index) found.set(keyOf(step), step.status);
  return found;
}
