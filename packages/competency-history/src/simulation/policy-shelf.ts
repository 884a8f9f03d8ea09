import { type Clock, type LocalDate, latestBy, POLICY, type PolicyFigures, standingOf } from '@pembinaan/core';
import { type Filed, knownOf, type Rows, withFields } from '@pembinaan/event-sourcing';
import { agencyFiles } from '../files/agency-files.js';
import { KEPT_OF_PEOPLE } from '../files/kept.js';
import { personFiles, personOf, streamOf } from '../files/person-files.js';
import { readingOf } from '../history/reading.js';
import type { Shelf } from '../history/shelf.js';
import { type PolicyInView, policies } from '../records/policies.js';
import { type CreditAnew, creditsAnew, type FiguresOn } from './credits-anew.js';
import { type CheckedChange, changedPolicy } from './policy-change.js';

const POLICY_FILE = `policy-${POLICY}`;
const LEDGER = 'jpLedger-';

/**
 * The files as they would stand under other policies, one change after the other: the policy with other figures, and JP credited anew where
 * figures are others on which crediting depends. Nothing is written: the files are read through it, as of a clock, so that whatever is asked
 * of them tells of the same.
 *
 * What was assigned to a PPPK stays as it was assigned.
 */
export function shelfUnder(shelf: Shelf, clock: Clock, changes: readonly CheckedChange[]): Shelf {
  if (changes.length === 0) return shelf;
  const stored = readingOf(shelf, clock);
  const policy = once(async () => {
    const adopted = (await shelf.agency.load([POLICY_FILE])).get(POLICY_FILE);
    const changed = adopted && changes.reduce((filed, change) => changedPolicy(filed, clock, change), adopted);
    return { adopted, changed };
  });
  const agency = readThrough(
    shelf.agency,
    (key) => key === POLICY_FILE,
    async (_, row) => (await policy()).changed ?? row,
  );
  const figures = once(async () => {
    const { adopted = [], changed = [] } = await policy();
    const [before, after] = [versionsIn(adopted, clock), versionsIn(changed, clock)];
    return creditsAlike(before, after) ? undefined : { before: figuresOf(before), after: figuresOf(after) };
  });
  const credits = new Map<string, Promise<ReadonlyMap<string, CreditAnew>>>();
  const creditsOf = (employeeId: string, { before, after }: BothFigures) => {
    // A cap is used up over the years, whichever of them is asked for: all that is known of the person is read.
    const found =
      credits.get(employeeId) ?? stored.whole(employeeId).then((files) => creditsAnew(files, before, after));
    credits.set(employeeId, found);
    return found;
  };
  const people = readThrough(
    shelf.people,
    (key) => streamOf(key).startsWith(LEDGER),
    async (key, row) => {
      const both = await figures();
      return both === undefined ? row : withCredits(row, await creditsOf(personOf(key), both));
    },
  );
  return { ...shelf, agency, people };
}

interface BothFigures {
  readonly before: FiguresOn;
  readonly after: FiguresOn;
}

/** The rows, some of them with something else in them: only these are waited for. */
function readThrough<Row>(
  rows: Rows<Row>,
  isOther: (key: string) => boolean,
  other: (key: string, row: Row) => Promise<Row>,
): Rows<Row> {
  const all = async (found: ReadonlyMap<string, Row>) => {
    const result = new Map<string, Row>();
    for (const [key, row] of found) result.set(key, isOther(key) ? await other(key, row) : row);
    return result;
  };
  return {
    position: rows.position,
    load: async (keys) => all(await rows.load(keys)),
    startingWith: async (prefix) => all(await rows.startingWith(prefix)),
  };
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}

function withCredits(filed: readonly Filed[], anew: ReadonlyMap<string, CreditAnew>): readonly Filed[] {
  if (anew.size === 0) return filed;
  return filed.map((entry) => {
    const credit = anew.get(personFiles.entry(entry).eventId);
    return credit === undefined ? entry : withFields(entry, KEPT_OF_PEOPLE.JpCredited, { ...credit });
  });
}

function versionsIn(filed: readonly Filed[], clock: Clock): readonly PolicyInView[] {
  return policies.of(POLICY, standingOf(knownOf(filed.map(agencyFiles.entry), clock), clock))?.versions ?? [];
}

function figuresOf(versions: readonly PolicyInView[]): FiguresOn {
  return (day) => latestBy(versions, day, ({ effectiveFrom }) => effectiveFrom)?.figures;
}

/** Whether JP are credited alike under both, on every day. */
function creditsAlike(before: readonly PolicyInView[], after: readonly PolicyInView[]): boolean {
  const days = new Set<LocalDate>([...before, ...after].map(({ effectiveFrom }) => effectiveFrom));
  return [...days].every((day) => creditingOf(figuresOf(before)(day)) === creditingOf(figuresOf(after)(day)));
}

/** The figures by which JP are credited, in one text. */
function creditingOf(figures: PolicyFigures | undefined): string {
  return JSON.stringify(CREDITING.map((key) => figures?.[key].value ?? null));
}

const CREDITING = ['jp.table', 'jp.minutes', 'mentoring.jp.perMeeting', 'mentoring.jp.meetingsPerMonth'] as const;
