import type { Clock, LocalDate } from '@pembinaan/core';
import { isKnown } from '@pembinaan/event-sourcing';
import { EVERYBODY, LISTS, type Listed, type Roster, UNITS } from '../files/unit-rosters.js';
import { serviceRecords, servingOn } from '../records/service-records.js';
import { checkedQuery } from './checked-query.js';
import type { AnyPeopleReadModel, LookupsOf, Needs, PeopleReadModel } from './people-read-model.js';
import { type Cursor, cursorOf, cursorText, type Page, type Query } from './query.js';
import type { KnownRecords, Reading } from './reading.js';
import type { Shelf } from './shelf.js';

/** How many people are read at a time where each line rests on one person; the same for pages of any size, which may be mixed. */
const PEOPLE_AT_A_TIME = 25;

/** Lines that were told together, and where the next ones begin. */
interface Piece<Line> {
  readonly unitId: string | null;
  /** The person after whom these lines begin; empty at the beginning of a unit. */
  readonly from: string;
  /** The last person of whom these lines tell. */
  readonly to: string;
  readonly lines: readonly Line[];
  /** Whether it is sure that nothing follows. */
  readonly isLast: boolean;
}

/**
 * Answers a question page by page, in the order of units (people without one last), then of people.
 *
 * @throws RangeError for an `after` that is no end of a page of this question, and as {@link checkedQuery}.
 */
export async function answered<N extends Needs, Line>(
  shelf: Shelf,
  readingAt: (position: string) => Promise<Reading>,
  model: PeopleReadModel<N, Line>,
  asked: Query,
): Promise<Page<Line>> {
  const { query, limit, question } = checkedQuery(model, asked);
  const begin = query.after === undefined ? undefined : cursorOf(query.after);
  const reading = await readingAt(begin?.position ?? shelf.position);
  const { effective, recorded, position: at = '' } = reading.clock;
  const of = JSON.stringify([question, effective, recorded]);
  if (begin !== undefined && begin.of !== of) {
    throw new RangeError(
      '`after` is where a page of another question ended: ask the same read model with the same clocks and filters.',
    );
  }

  const lines: Line[] = [];
  let told = begin?.told ?? 0;
  for await (const piece of piecesOf(shelf, reading, model, query, begin)) {
    const taken = piece.lines.slice(told, told + limit - lines.length);
    lines.push(...taken);
    told += taken.length;
    if (lines.length === limit) {
      const over = told === piece.lines.length;
      if (over && piece.isLast) break;
      const { unitId, from, to } = piece;
      const next = { of, position: at, unitId, employeeId: over ? to : from, told: over ? 0 : told };
      return { lines, next: cursorText(next), position: at || null };
    }
    told = 0;
  }
  return { lines, next: null, position: at || null };
}

async function* piecesOf<N extends Needs, Line>(
  shelf: Shelf,
  reading: Reading,
  model: PeopleReadModel<N, Line>,
  query: Query,
  begin: Cursor | undefined,
): AsyncGenerator<Piece<Line>> {
  const { effective } = reading.clock;
  const answer = async (people: readonly string[], known?: KnownRecords): Promise<readonly Line[]> => {
    const lookups = (await reading.lookups(model.needs, people, known)) as LookupsOf<N>;
    return inPeriod(model, model.answer(lookups, effective), query);
  };
  if (model.linesOf === 'agency') {
    const people = new Set<string>();
    if (model.tells !== 'nobody') {
      for await (const unit of unitsOf(shelf, reading, model, query, undefined)) {
        for (const one of (await ofUnit(reading, model, query, unit)).people) people.add(one);
      }
    }
    yield { unitId: null, from: '', to: '', lines: await answer([...people]), isLast: true };
    return;
  }
  const isOne = query.unitId !== undefined || query.employeeId !== undefined;
  for await (const unit of unitsOf(shelf, reading, model, query, begin)) {
    const asked = query.employeeId === undefined ? unit.unitId : query.unitId;
    const belongs = (line: Line): boolean => asked === undefined || unitIn(line, asked) === asked;
    const after = begin?.unitId === unit.unitId ? begin.employeeId : '';
    const candidates = unit.candidates.filter((id) => id > after);
    const size = model.linesOf === 'person' ? PEOPLE_AT_A_TIME : candidates.length;
    for (let start = 0; start < candidates.length; start += size) {
      const these = candidates.slice(start, start + size);
      const { people, known } = await ofUnit(reading, model, query, { ...unit, candidates: these });
      yield {
        unitId: unit.unitId,
        from: candidates[start - 1] ?? after,
        to: these.at(-1) ?? '',
        lines: people.length === 0 ? [] : (await answer(people, known)).filter(belongs),
        isLast: start + size >= candidates.length && (isOne || unit.unitId === null),
      };
    }
  }
}

/** The unit of a line; the one that was asked about, where its lines tell of none. */
function unitIn(line: unknown, asked: string | null): unknown {
  return typeof line === 'object' && line !== null && 'unitId' in line ? line.unitId : asked;
}

function inPeriod<Line>(
  { dayOf }: { readonly dayOf?: (line: Line) => string | null },
  lines: readonly Line[],
  { period }: Query,
): readonly Line[] {
  if (period === undefined || dayOf === undefined) return lines;
  return lines.filter((line) => {
    const day = dayOf(line);
    return day !== null && period.from <= day && day <= period.to;
  });
}

/** A unit with those who may be asked about there, in the order of their ids. */
interface UnitAsked {
  readonly unitId: string | null;
  readonly candidates: readonly string[];
}

async function* unitsOf(
  shelf: Shelf,
  { clock }: Reading,
  { tells, among, looksBackTo }: Pick<AnyPeopleReadModel, 'tells' | 'among' | 'looksBackTo'>,
  { unitId, employeeId }: Query,
  begin: Cursor | undefined,
): AsyncGenerator<UnitAsked> {
  if (employeeId !== undefined) {
    yield { unitId: begin?.unitId ?? null, candidates: [employeeId] };
    return;
  }
  const list = among === undefined ? undefined : await rosterIn(shelf, LISTS[among]);
  const listed = (roster: Roster): readonly string[] =>
    Object.keys(roster)
      .filter((one) => list === undefined || list[one] !== undefined)
      .sort();
  // Who was not yet known to belong to the unit is not asked about there.
  const candidatesIn = (roster: Roster): readonly string[] =>
    listed(roster).filter((one) => isKnownThere(roster[one] ?? null, clock));
  if (unitId !== undefined && unitId !== null) {
    yield { unitId, candidates: candidatesIn(await rosterIn(shelf, unitId)) };
    return;
  }
  const first = begin === undefined ? '' : begin.unitId;
  if (unitId === undefined && first !== null) {
    for (const unit of Object.keys(await rosterIn(shelf, UNITS)).sort()) {
      if (unit >= first) yield { unitId: unit, candidates: candidatesIn(await rosterIn(shelf, unit)) };
    }
  }
  if (list !== undefined) {
    yield { unitId: null, candidates: listed(list) };
    return;
  }
  const since = tells === 'serving' ? clock.effective : looksBackTo?.(clock.effective);
  yield { unitId: null, candidates: listed(nowhere(await rosterIn(shelf, EVERYBODY), clock, since)) };
}

/** Whether it was known that the person belongs there, where a placement says so. */
function isKnownThere(placed: Listed | null, clock: Clock): boolean {
  return placed === null || isKnown(placed, clock);
}

async function rosterIn(shelf: Shelf, key: string): Promise<Roster> {
  return (await shelf.rosters.load([key])).get(key) ?? {};
}

/** Those who may have been in no unit on a day or later, as it was known; everybody where there is no such day. */
function nowhere(everybody: Roster, clock: Clock, since: LocalDate | undefined): Roster {
  return Object.fromEntries(
    Object.entries(everybody).filter(
      ([, placed]) => placed === null || since === undefined || !isPlaced(placed, clock, since),
    ),
  );
}

function isPlaced(placed: Listed, clock: Clock, since: LocalDate): boolean {
  return placed.from <= since && isKnown(placed, clock);
}

/** Of the candidates, those of whom the read model tells there; with the records that had to be read for it. */
async function ofUnit(
  reading: Reading,
  { tells }: Pick<AnyPeopleReadModel, 'tells'>,
  { positionKind, employeeId }: Query,
  { unitId, candidates }: UnitAsked,
): Promise<{ readonly people: readonly string[]; readonly known?: KnownRecords }> {
  if (tells === 'nobody') return { people: [] };
  if (tells === 'everPlaced' && positionKind === undefined) return { people: candidates };
  const [service] = (await reading.lookups([serviceRecords], candidates)) as LookupsOf<[typeof serviceRecords]>;
  const anywhere = tells === 'everPlaced' || employeeId !== undefined;
  const people = servingOn(service.rows, reading.clock.effective)
    .filter((person) => anywhere || person.unitId === unitId)
    .filter(({ placement }) => positionKind === undefined || placement?.positionKind === positionKind)
    .map((person) => person.employeeId);
  return { people, known: { name: serviceRecords.name, rows: service.rows } };
}
