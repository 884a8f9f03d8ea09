import { dayOf } from '../day.js';
import type { LinesOf } from './people-read-model.js';
import type { Query } from './query.js';

const USUAL = 25;
const MOST = 1000;

/** What a read model says of the questions that it takes. */
interface Asked {
  readonly name: string;
  readonly linesOf: LinesOf;
  readonly about?: string;
  readonly dayOf?: unknown;
}

/**
 * A query that the read model can answer, how many lines a page has, and the question as a text that tells it from others.
 *
 * @throws RangeError for a limit or a period that is none, and for a filter by which the read model cannot be narrowed.
 */
export function checkedQuery(
  model: Asked,
  asked: Query,
): { readonly query: Query; readonly limit: number; readonly question: string } {
  const query = aboutOne(model, asked);
  assertFits(model, query);
  const { unitId, positionKind, employeeId, period } = query;
  const question = JSON.stringify([model.name, unitId, positionKind, employeeId, period?.from, period?.to]);
  return { query, limit: limitOf(query), question };
}

function aboutOne({ name, about }: Asked, asked: Query): Query {
  if (about === undefined) return asked;
  if (asked.employeeId === undefined || asked.employeeId === about) return { ...asked, employeeId: about };
  throw new RangeError(`This '${name}' tells of '${about}' alone, not of '${asked.employeeId}'.`);
}

/**
 * What is told of a group is told of the whole group: with a part of it, whoever asks could take one answer from the other and be left with
 * the figures of a few.
 */
function assertFits(model: Asked, { unitId, employeeId, positionKind, period }: Query): void {
  const { name, linesOf } = model;
  if (period !== undefined) {
    if (model.dayOf === undefined)
      throw new RangeError(`The lines of '${name}' have no day: it cannot be asked about a period.`);
    if (dayOf(period.to) < dayOf(period.from)) {
      throw new RangeError(`A period does not end (${period.to}) before it begins (${period.from}).`);
    }
  }
  const isOfGroups = linesOf === 'unit' || linesOf === 'agency';
  const narrowed = [
    ...(linesOf === 'agency' && unitId !== undefined ? ['unitId'] : []),
    ...(isOfGroups && employeeId !== undefined ? ['employeeId'] : []),
    ...(isOfGroups && positionKind !== undefined ? ['positionKind'] : []),
  ];
  if (narrowed.length === 0) return;
  throw new RangeError(
    `'${name}' tells of ${linesOf === 'unit' ? 'units' : 'the agency'} as a whole and cannot be narrowed by ${narrowed.join(', ')}: ask a read model whose lines tell of persons.`,
  );
}

function limitOf({ limit = USUAL }: Query): number {
  if (Number.isSafeInteger(limit) && limit >= 1 && limit <= MOST) return limit;
  throw new RangeError(`A page has 1 to ${MOST} lines, not ${limit}.`);
}
