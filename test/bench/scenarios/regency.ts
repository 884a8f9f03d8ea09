import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  competencyHistoryProjections,
  type HistoryAsOf,
  keptCompetencyHistory,
  peopleReadModels,
  type Query,
} from '@pembinaan/competency-history';
import { type Projection, projectors, replayAll } from '@pembinaan/event-sourcing';
import { agencyReadModels, programEffectivenessProjections, programRecords } from '@pembinaan/program-effectiveness';
import { sqliteViews } from '@pembinaan/store-sqlite';
import { openLibrary } from '../contestants/library.js';
import { fileOf } from '../contestants/open.js';
import type { Measurement, Question } from '../measurement.js';
import { settings } from './catching-up.js';
import { heapMb, type Job, peakMb, type Scenario, timed } from './scenario.js';

/** Every view of both packages. */
const ALL: readonly Projection<unknown>[] = [
  ...new Set<Projection<unknown>>([
    ...competencyHistoryProjections,
    ...programEffectivenessProjections,
    programRecords,
    ...agencyReadModels.flatMap(({ projections }) => projections),
  ]),
];

/** The whole years of a regency into all views of both packages, in memory. */
export const regencyInMemory: Scenario = {
  name: 'regency-memory',
  title: 'years of a regency into all views, in memory',
  contestants: ['library'],
  durable: false,
  reads: ['regency'],
  async measure({ driver, prepared }) {
    const file = await openLibrary(driver, fileOf(prepared, 'library', 'regency'), { readOnly: true });
    const events = await eventsIn(file.store);
    const before = heapMb();
    let held: readonly unknown[] = [];
    const measured = await timed(events, 'events', settings(file.connection.driver, events), async () => {
      held = await replayAll(file.store, ALL);
    });
    const peak = peakMb();
    const viewsMb = heapMb() - before;
    // Only now may the views be collected.
    if (held.length !== ALL.length) throw new Error('The replay folded nothing.');
    await file.close();
    return { ...measured, peakMb: peak, viewsMb, figures: { views: ALL.length, events } };
  },
};

/** The same into a file of views. */
export const regencyInFile: Scenario = {
  name: 'regency-file',
  title: 'years of a regency into all views, in a SQLite file',
  contestants: ['library'],
  durable: false,
  reads: ['regency'],
  measure: (job) => buildFiles(job, peopleFile(job.folder), ALL),
};

/** Questions on the kept files of the people, each asked many times about other people and units. */
export const regencyQuestions: Scenario = {
  name: 'regency-questions',
  title: 'questions on the read model',
  contestants: ['library'],
  durable: false,
  reads: ['regency', 'people'],
  async measure(job) {
    const { driver, prepared, sizes } = job;
    const target = await sqliteViews(peopleFile(prepared), { driver: driver.driver });
    const history = keptCompetencyHistory(target);
    const people = await history.people();
    const lastDay = `${2022 + sizes.regency.years - 1}-12-15`;
    const now = history.asOf({ effective: lastDay });
    const units = await unitsIn(now);
    const questions: Question[] = [];
    let asked = 0;
    const measured = await timed(1, 'questions', settings(driver.name, 0), async () => {
      for (const [question, ask] of questionsOn(now, history.asOf.bind(history), people, units, lastDay)) {
        const found = await timesOf(ask, sizes.questions);
        asked += found.times;
        questions.push({ question, median: found.median, p95: found.p95, lines: found.lines });
      }
    });
    await target.close();
    return { ...measured, count: asked, questions };
  },
};

export type Ask = (turn: number) => Promise<number>;

/** Milliseconds after which a question was asked often enough. */
const ENOUGH = 2000;

/** Each question with what asks it: of a person, of a unit, the first page of all. */
function* questionsOn(
  now: HistoryAsOf,
  asOf: (clocks: { effective: string; recorded?: string }) => HistoryAsOf,
  people: readonly string[],
  units: readonly string[],
  day: string,
): Generator<readonly [question: string, ask: Ask]> {
  const one = (turn: number): string => people[(turn * 7919) % people.length] ?? '';
  const unit = (turn: number): string => units[(turn * 31) % units.length] ?? '';
  const year = Number(day.slice(0, 4));
  const then = asOf({ effective: `${year - 1}-06-30`, recorded: `${year - 1}-06-30T16:59:59.999Z` });
  yield ['everything of a person', async (turn) => ((await now.person(one(turn))) === undefined ? 0 : 1)];
  yield [
    'everything of a person, as it was known',
    async (turn) => ((await then.person(one(turn))) === undefined ? 0 : 1),
  ];
  for (const cell of ['jp', 'ipAsn'] as const) {
    yield [
      `why: ${cell} of a person`,
      async (turn) => (await now.explain({ of: cell, employeeId: one(turn) }))?.steps.length ?? 0,
    ];
  }
  for (const model of peopleReadModels) {
    if (model.about !== undefined) continue;
    const ask = async (query: Query): Promise<number> => (await now.ask(model, query)).lines.length;
    const isOfPersons = model.linesOf === 'person' || model.linesOf === 'people';
    if (isOfPersons) yield [`${model.name} of a person`, (turn) => ask({ employeeId: one(turn) })];
    if (model.linesOf !== 'agency') yield [`${model.name} of a unit`, (turn) => ask({ unitId: unit(turn) })];
    yield [`${model.name}, first page of all`, () => ask({})];
  }
}

export async function timesOf(
  ask: Ask,
  times: number,
): Promise<Omit<Question, 'question'> & { readonly times: number }> {
  const took: number[] = [];
  let lines = 0;
  const begun = performance.now();
  // What takes long is asked three times at least.
  for (let turn = 0; turn < times && (turn < 3 || performance.now() - begun < ENOUGH); turn++) {
    const start = performance.now();
    lines = await ask(turn);
    took.push(performance.now() - start);
  }
  took.sort((a, b) => a - b);
  const at = (share: number): number => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  return { median: at(0.5), p95: at(0.95), lines, times: took.length };
}

async function unitsIn(now: HistoryAsOf): Promise<readonly string[]> {
  const [model] = peopleReadModels.filter(({ name }) => name === 'JpCompliance');
  const units = new Set<string>();
  if (model === undefined) return [];
  for await (const line of now.lines(model, { limit: 1000 })) {
    if ('unitId' in line && typeof line.unitId === 'string') units.add(line.unitId);
  }
  return [...units];
}

export function peopleFile(folder: string): string {
  return join(folder, 'people.db');
}

/** Keeps views of a regency in a file. */
export async function buildFiles(
  { driver, prepared }: Pick<Job, 'driver' | 'prepared'>,
  to: string,
  projections: readonly Projection<unknown>[] = competencyHistoryProjections,
  from: 'regency' | 'programs' = 'regency',
): Promise<Measurement> {
  rmSync(to, { force: true });
  const file = await openLibrary(driver, fileOf(prepared, 'library', from), { readOnly: true });
  const events = await eventsIn(file.store);
  const target = await sqliteViews(to, { driver: driver.driver });
  const views = projectors(file.store, projections, { target });
  const measured = await timed(events, 'events', settings(file.connection.driver, events), () => views.run());
  await views.stop();
  await target.close();
  await file.close();
  return {
    ...measured,
    figures: { views: projections.length, events, 'MB of the file': statSync(to).size / 1_048_576 },
  };
}

async function eventsIn(store: { head(): Promise<string | undefined> }): Promise<number> {
  return Number((await store.head()) ?? 0);
}
