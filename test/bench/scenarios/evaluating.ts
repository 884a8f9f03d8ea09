import { join } from 'node:path';
import {
  type EffectivenessAsOf,
  keptProgramEffectiveness,
  programEffectivenessProjections,
  programReadModels,
} from '@pembinaan/program-effectiveness';
import { sqliteViews } from '@pembinaan/store-sqlite';
import type { Measurement, Question } from '../measurement.js';
import { settings } from './catching-up.js';
import { type Ask, buildFiles, timesOf } from './regency.js';
import { type Job, peakMb, type Scenario, timed } from './scenario.js';

/** Every programme of a regency with many: its estimates, and what should happen with it. */
export const evaluatingPrograms: Scenario = {
  name: 'programs-evaluated',
  title: 'programmes evaluated, from their files in SQLite',
  contestants: ['library'],
  durable: false,
  reads: ['programs', 'program-files'],
  async measure({ driver, prepared, sizes }) {
    const target = await sqliteViews(programsFile(prepared), { driver: driver.driver });
    const kept = keptProgramEffectiveness(target).asOf({ effective: lastDayOf(sizes.programs.years) });
    const programs = await kept.programs();
    const advised = new Map<string, number>();
    const measured = await timed(programs.length, 'programmes', settings(driver.name, programs.length), async () => {
      const now = await kept.held();
      for (const programId of programs) {
        const kind = (await now.evaluation(programId))?.advice.kind ?? 'unknown';
        advised.set(kind, (advised.get(kind) ?? 0) + 1);
      }
    });
    const peak = peakMb();
    await target.close();
    return { ...measured, peakMb: peak, figures: Object.fromEntries([...advised].sort()) };
  },
};

/** Questions about programmes, each asked many times about other ones. */
export const programQuestions: Scenario = {
  name: 'program-questions',
  title: 'questions about programmes',
  contestants: ['library'],
  durable: false,
  reads: ['programs', 'program-files'],
  async measure({ driver, prepared, sizes }) {
    const target = await sqliteViews(programsFile(prepared), { driver: driver.driver });
    const effectiveness = keptProgramEffectiveness(target);
    const day = lastDayOf(sizes.programs.years);
    const now = effectiveness.asOf({ effective: day });
    const then = effectiveness.asOf({ effective: day, recorded: `${day.slice(0, 4)}-06-30T16:59:59.999Z` });
    const programs = await now.programs();
    const questions: Question[] = [];
    let asked = 0;
    const measured = await timed(1, 'questions', settings(driver.name, 0), async () => {
      for (const [question, ask] of questionsOn(now, then, programs)) {
        const found = await timesOf(ask, sizes.questions);
        asked += found.times;
        questions.push({ question, median: found.median, p95: found.p95, lines: found.lines });
      }
    });
    await target.close();
    return { ...measured, count: asked, questions };
  },
};

function* questionsOn(
  now: EffectivenessAsOf,
  then: EffectivenessAsOf,
  programs: readonly string[],
): Generator<readonly [question: string, ask: Ask]> {
  const one = (turn: number): string => programs[(turn * 7919) % programs.length] ?? '';
  yield ['everything of a programme', async (turn) => ((await now.program(one(turn))) === undefined ? 0 : 1)];
  yield [
    'everything of a programme, as it was known',
    async (turn) => ((await then.program(one(turn))) === undefined ? 0 : 1),
  ];
  yield [
    'why: advice of a programme',
    async (turn) => (await now.explain({ of: 'advice', programId: one(turn) }))?.steps.length ?? 0,
  ];
  for (const model of programReadModels) {
    yield [
      `${model.name} of a programme`,
      async (turn) => (await now.ask(model, { programId: one(turn) })).lines.length,
    ];
    yield [`${model.name}, first page of all`, async () => (await now.ask(model)).lines.length];
  }
}

/** The files of the programmes of the regency, in a file of views. */
export function buildProgramFiles({ driver, prepared }: Pick<Job, 'driver' | 'prepared'>): Promise<Measurement> {
  return buildFiles({ driver, prepared }, programsFile(prepared), programEffectivenessProjections, 'programs');
}

function programsFile(folder: string): string {
  return join(folder, 'program-files.db');
}

function lastDayOf(years: number): string {
  return `${2022 + years - 1}-12-31`;
}
