import { type AsOf, type CheckedAsOf, type Clock, checkedAsOf, endOfDay, positionWithin } from '@pembinaan/core';
import type { EventStore, ViewTarget } from '@pembinaan/event-sourcing';
import { explanationOf } from '../explain/explain.js';
import type { CellAsked, Explanation } from '../explain/explanation.js';
import { EVERYBODY } from '../files/unit-rosters.js';
import { historyOf } from '../person/history-of.js';
import { type PersonView, personViewOf } from '../person/person-view.js';
import { communityRecords } from '../records/community-records.js';
import { policies, policyInForce, timeZoneOf } from '../records/policies.js';
import { standards } from '../records/standards.js';
import { type CheckedChange, checkedChange, type PolicyChange } from '../simulation/policy-change.js';
import { shelfUnder } from '../simulation/policy-shelf.js';
import { answered } from './asking.js';
import type { Needs, PeopleReadModel } from './people-read-model.js';
import type { Page, Query } from './query.js';
import { type Reading, readingOf } from './reading.js';
import { type Shelf, shelfIn, shelfOf } from './shelf.js';

/** The development of all people, over all time. */
export interface CompetencyHistory {
  /** Up to where the log is filed; null for an empty one. */
  position(): Promise<string | null>;
  /** Everybody who was registered, placed or named as a mentor, by id. */
  people(): Promise<readonly string[]>;
  /**
   * The history as of a day and a moment.
   * @throws RangeError for a day that is none; EventSourcingError `invalid-context` for a moment that is none.
   */
  asOf(clocks: AsOf): HistoryAsOf;
}

/** The development of all people, as of a day and a moment. */
export interface HistoryAsOf {
  /** Everything that is known of one person; undefined where no event tells of that id. */
  person(employeeId: string): Promise<PersonView | undefined>;
  /**
   * Answers a read model, page by page.
   * @throws RangeError for a limit that is none, and for an `after` that is no end of a page.
   */
  ask<N extends Needs, Line>(model: PeopleReadModel<N, Line>, query?: Query): Promise<Page<Line>>;
  /** All lines of an answer, one after the other, all as of the same position of the log. */
  lines<N extends Needs, Line>(model: PeopleReadModel<N, Line>, query?: Query): AsyncIterable<Line>;
  /**
   * Explains one cell: the value as the views have it, and the events, rules and policy figures that produced it, in order; undefined
   * where no event tells of the person. `explanationText` makes readable lines of it.
   */
  explain(cell: CellAsked): Promise<Explanation | undefined>;
  /**
   * The same history under another policy; nothing that is stored is touched. Versions that the change concerns are called
   * `p-2026 (what if)`. JP are credited anew where the change concerns how they are counted, else they stay as they were recorded.
   * @throws RangeError for a day that is none, and for figures that cannot be, here or from a question: the message names the figure.
   */
  under(change: PolicyChange): HistoryAsOf;
  /** The same history as it is known now: what is recorded from here on changes no answer. */
  held(): Promise<HistoryAsOf>;
}

/**
 * Files the events of a store in memory, and answers from the files.
 *
 * ```ts
 * const history = await competencyHistory(store);
 * const then = history.asOf({ effective: '2026-06-30', recorded: '2026-06-30T16:59:59.999Z' });
 * (await then.person('subject-7'))?.jp.shortfall;
 * ```
 *
 * @throws EventSourcingError as `replayAll` does.
 */
export async function competencyHistory(store: EventStore): Promise<CompetencyHistory> {
  const shelf = await shelfOf(store);
  return historyOn(async () => shelf);
}

/**
 * Answers from files that projectors keep in a target, such as a SQLite file: run them with {@link competencyHistoryProjections}. Each
 * question is answered from what is filed at that moment.
 *
 * @throws EventSourcingError `version-conflict` from each question while the target does not serve the files.
 */
export function keptCompetencyHistory(target: ViewTarget): CompetencyHistory {
  return historyOn(() => shelfIn(target));
}

function historyOn(open: () => Promise<Shelf>): CompetencyHistory {
  return {
    position: async () => (await open()).position || null,
    people: async () => Object.keys((await (await open()).rosters.load([EVERYBODY])).get(EVERYBODY) ?? {}).sort(),
    asOf: (clocks) => historyAsOf(open, checkedAsOf(clocks)),
  };
}

function historyAsOf(
  open: () => Promise<Shelf>,
  clocks: CheckedAsOf,
  changes: readonly CheckedChange[] = [],
): HistoryAsOf {
  const { effective } = clocks;

  async function ask<N extends Needs, Line>(model: PeopleReadModel<N, Line>, query: Query = {}): Promise<Page<Line>> {
    const shelf = await open();
    return answered(shelf, (position) => readingAt(shelf, clocks, position, changes), model, query);
  }

  return {
    async person(employeeId) {
      const shelf = await open();
      const reading = await readingAt(shelf, clocks, shelf.position, changes);
      const files = await reading.whole(employeeId);
      if (files.length === 0) return undefined;
      const person = historyOf(employeeId, files, reading.clock);
      const [policy, standardRows, communities] = await Promise.all([
        reading.register(policies),
        reading.register(standards, new Set(person.placements.map(({ standardId }) => standardId))),
        reading.register(communityRecords, new Set(person.meetings.map(({ communityId }) => communityId))),
      ]);
      return personViewOf(
        person,
        {
          standards: standardRows.rows,
          policy: policyInForce(policy.rows, effective),
          communities: communities.rows,
        },
        effective,
      );
    },
    ask,
    async explain(cell) {
      const shelf = await open();
      const reading = await readingAt(shelf, clocks, shelf.position, changes);
      return explanationOf(reading.shelf, reading, cell);
    },
    async *lines(model, query = {}) {
      let asked = query;
      for (;;) {
        const { lines, next } = await ask(model, asked);
        yield* lines;
        if (next === null) return;
        asked = { ...asked, after: next };
      }
    },
    under: (change) => historyAsOf(open, clocks, [...changes, checkedChange(change)]),
    async held() {
      const { position: end } = await open();
      const position = positionWithin(clocks.position, end);
      return historyAsOf(open, { ...clocks, position }, changes);
    },
  };
}

/** A reading as of the clocks, of the log up to a position at most, under another policy where there are changes. */
async function readingAt(
  shelf: Shelf,
  { effective, recorded, position }: CheckedAsOf,
  end: string,
  changes: readonly CheckedChange[],
): Promise<Reading> {
  const until = positionWithin(position, end);
  // The time zone is told by a policy, which no time zone is needed to read.
  const anywhere: Clock = { effective, before: `${effective}T23:59:59.999Z`, recorded, position: until };
  const seen = shelfUnder(shelf, anywhere, changes);
  const policyRows = await readingOf(seen, anywhere).register(policies);
  const clock: Clock = { ...anywhere, before: endOfDay(effective, timeZoneOf(policyRows.rows)) };
  return readingOf(seen, clock, [[policies, policyRows]]);
}
