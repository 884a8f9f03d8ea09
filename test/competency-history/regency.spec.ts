import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type AsOf,
  type CompetencyHistory,
  competencyHistory,
  competencyHistoryProjections,
  keptCompetencyHistory,
  type Query,
} from '@pembinaan/competency-history';
import { addDays } from '@pembinaan/core';
import { type EventStore, memoryStore, projectors, type RecordedEvent } from '@pembinaan/event-sourcing';
import { sqliteViews } from '@pembinaan/store-sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askedOf, everything, linesOf } from '../../packages/competency-history/test/laws/asked.js';
import { inTurns, logIn, storeHolding } from '../../packages/competency-history/test/laws/log.js';
import { fill, regency } from '../regency/index.js';

const folder = mkdtempSync(join(tmpdir(), 'pembinaan-history-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A regency of some forty people: its log, and the history of it. */
let log: readonly RecordedEvent[];
let history: CompetencyHistory;
let people: readonly string[];
let models: ReturnType<typeof askedOf>;
const DAYS = ['2022-06-30', '2022-12-31', '2023-10-15'];

beforeAll(async () => {
  const store = memoryStore();
  await fill(store, regency({ seed: 'history', employees: 45, years: 2, events: 5500 }), 1);
  log = await logIn(store);
  history = await competencyHistory(store);
  people = await history.people();
  models = askedOf('M03', people[3] ?? '');
});

/** The event at a part of the log, in hundredths. */
const eventAt = (hundredths: number): RecordedEvent | undefined =>
  log[Math.floor(((log.length - 1) * hundredths) / 100)];

/** Numbers below `most` that seem to come by chance, the same each time. */
function chance(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

describe('the history of a regency', () => {
  it('has something to tell: of people in units, with levels, JP, mentors and trainings', async () => {
    const { lines, people: told } = await everything(history, { effective: '2023-10-15' }, models, people);
    expect(people.length).toBeGreaterThan(44);
    expect(Object.values(lines).filter(({ length }) => length > 0).length).toBeGreaterThanOrEqual(15);
    const views = Object.values(told);
    expect(views.filter((one) => (one?.levelHistory.length ?? 0) > 1).length).toBeGreaterThan(5);
    expect(views.filter((one) => (one?.training.length ?? 0) > 2).length).toBeGreaterThan(5);
    expect(views.filter((one) => (one?.jp.lostToCaps ?? 0) > 0).length).toBeGreaterThan(0);
  });

  it.each([1, 2])('does not depend on the order in which its streams are read (order %i)', async (seed) => {
    const next = chance(seed);
    const order = log.map((_, index) => index);
    for (let at = order.length - 1; at > 0; at--) {
      const other = next(at + 1);
      [order[at], order[other]] = [order[other] ?? at, order[at] ?? at];
    }
    const otherwise = await competencyHistory(await storeHolding(inTurns(log, order)));
    expect(await otherwise.people()).toEqual(people);
    for (const clocks of [
      { effective: '2023-10-15' },
      { effective: '2022-12-31', recorded: eventAt(60)?.recordedAt },
    ]) {
      expect(await everything(otherwise, clocks, models, people)).toEqual(
        await everything(history, clocks, models, people),
      );
    }
  });

  it('tells levels without overlap and without a gap, the same on each day as a question about that day', async () => {
    const now = history.asOf({ effective: '2023-12-31' });
    for (const employeeId of people) {
      const person = await now.person(employeeId);
      const intervals = person?.levelHistory ?? [];
      for (const [index, { competency, from, until, level }] of intervals.entries()) {
        const next = intervals[index + 1];
        if (next?.competency === competency) expect(until).toBe(addDays(next.from, -1));
        else expect(until).toBeNull();
        for (const day of [from, until ?? person?.on ?? from]) {
          const then = await history.asOf({ effective: day }).person(employeeId);
          const line = then?.levels.find((one) => one.competency === competency);
          expect([employeeId, day, competency, line?.actual]).toEqual([employeeId, day, competency, level]);
        }
      }
    }
  });

  it('as of a position or a moment is that of the log up to there', async () => {
    for (const hundredths of [1, 4, 17, 55, 83]) {
      const { position = '', recordedAt = '' } = eventAt(hundredths) ?? {};
      const effective = DAYS[hundredths % DAYS.length] ?? '';
      const some = people.filter((_, index) => index % 5 === hundredths % 5);
      const first = await competencyHistory(await storeHolding(log.filter((event) => event.position <= position)));
      expect(await everything(history, { effective, position }, models, some)).toEqual(
        await everything(first, { effective }, models, some),
      );
      const known = await competencyHistory(await storeHolding(log.filter((event) => event.recordedAt <= recordedAt)));
      expect(await everything(history, { effective, recorded: recordedAt }, models, some)).toEqual(
        await everything(known, { effective }, models, some),
      );
    }
  });
});

describe('the files of a regency in SQLite', () => {
  it('filed portion by portion, by projectors that end in between and are built anew, answer as the log does', async () => {
    const views = await sqliteViews(join(folder, 'portions.db'));
    const next = chance(7);
    const kept = keptCompetencyHistory(views);
    for (let read = 0, turn = 0; read < log.length; turn++) {
      read = Math.min(log.length, read + 100 + next(1500));
      const portion = await storeHolding(log.slice(0, read));
      await filed(portion, views, turn % 3 === 2 ? 'rebuild' : 'run');
      if (turn % 3 === 0 || read === log.length) {
        const fresh = await competencyHistory(portion);
        expect(await kept.position()).toBe(await fresh.position());
        const some = people.filter((_, index) => index % 7 === turn % 7);
        const clocks = { effective: DAYS[turn % DAYS.length] ?? '' };
        expect(await everything(kept, clocks, models, some)).toEqual(await everything(fresh, clocks, models, some));
      }
    }
    await views.close();
  });

  it('answer every question as those in memory do, page by page, whatever the clocks and whoever is asked about', async () => {
    const views = await sqliteViews(join(folder, 'whole.db'));
    await filed(await storeHolding(log), views, 'run');
    const kept = keptCompetencyHistory(views);
    expect(await kept.people()).toEqual(people);
    for (const effective of DAYS) {
      const clocks = { effective };
      expect(await everything(kept, clocks, models, people)).toEqual(await everything(history, clocks, models, people));
    }
    const unitId = (await history.asOf({ effective: DAYS[2] ?? '' }).person(people[5] ?? ''))?.placement?.unitId;
    const questions: readonly Query[] = [
      { unitId: unitId ?? '', limit: 7 },
      { unitId: null, limit: 1 },
      { positionKind: 'pelaksana', limit: 5 },
      { employeeId: people[5] ?? '', limit: 2 },
      { period: { from: '2022-03-01', to: '2023-08-31' }, limit: 3 },
    ];
    for (const query of questions) {
      for (const clocks of [
        { effective: '2023-10-15' },
        { effective: '2022-12-31', recorded: eventAt(45)?.recordedAt },
        { effective: '2022-12-31', position: eventAt(70)?.position },
      ]) {
        for (const model of models) {
          const inMemory = await answerOf(history, clocks, model, query);
          const inFile = await answerOf(kept, clocks, model, query);
          expect([model.name, query, clocks, inFile]).toEqual([model.name, query, clocks, inMemory]);
        }
      }
    }
    expect(unitId).toBeTypeOf('string');
    await views.close();
  });

  it('give pages that fit together, of both kinds the same, with the same cursors', async () => {
    const views = await sqliteViews(join(folder, 'pages.db'));
    await filed(await storeHolding(log), views, 'run');
    const clocks = { effective: '2023-10-15' };
    const [there, here] = [keptCompetencyHistory(views).asOf(clocks), history.asOf(clocks)];
    for (const model of models) {
      let after: string | null | undefined;
      for (let page = 0; after !== null && page < 4; page++) {
        const query: Query = { limit: 11, ...(after !== undefined && { after }) };
        const expected = await here.ask(model, query);
        expect([model.name, await there.ask(model, query)]).toEqual([model.name, expected]);
        after = expected.next;
      }
    }
    await views.close();
  });
});

/** The lines of an answer; or why the read model is not asked so, such as one of the whole agency about a unit. */
async function answerOf(
  asked: CompetencyHistory,
  clocks: AsOf,
  model: (typeof models)[number],
  query: Query,
): Promise<readonly unknown[] | string> {
  try {
    return (await linesOf(asked, clocks, [model], query))[model.name] ?? [];
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

async function filed(
  store: EventStore,
  views: Awaited<ReturnType<typeof sqliteViews>>,
  how: 'run' | 'rebuild',
): Promise<void> {
  await projectors(store, competencyHistoryProjections, { target: views })[how]();
}

describe('a longer history', () => {
  it('of more people over more years keeps the same laws', async () => {
    const store = memoryStore();
    await fill(store, regency({ seed: 'longer', employees: 100, events: 25_000 }));
    const views = await sqliteViews(join(folder, 'longer.db'));
    await filed(store, views, 'run');
    const [inMemory, kept] = [await competencyHistory(store), keptCompetencyHistory(views)];
    const everybody = await inMemory.people();
    const some = everybody.filter((_, index) => index % 6 === 0);
    const asked = askedOf('M05', everybody[9] ?? '');
    for (const effective of ['2023-12-31', '2025-06-30']) {
      expect(await everything(kept, { effective }, asked, some)).toEqual(
        await everything(inMemory, { effective }, asked, some),
      );
    }
    const events = await logIn(store);
    const position = events[Math.floor(events.length / 3)]?.position ?? '';
    const prefix = await competencyHistory(await storeHolding(events.filter((event) => event.position <= position)));
    const clocks = { effective: '2023-12-31', position };
    expect(await everything(kept, clocks, asked, some)).toEqual(
      await everything(prefix, { effective: '2023-12-31' }, asked, some),
    );
    await views.close();
  });
});
