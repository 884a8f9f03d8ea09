import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { CONTESTANTS } from './contestants/contestant.js';
import { benchDriver } from './driver.js';
import { prepare } from './prepare.js';
import { PREPARED } from './prepared.js';
import { type Job, scenarios } from './scenarios/index.js';
import { FULL, QUICK } from './sizes.js';

/** What came of a task: a measurement, nothing where files were prepared, or a failure. */
type Told = { readonly task: string; readonly result: unknown } | { readonly task: string; readonly failure: string };

/**
 * One process of the benchmark: prepares the files of a contestant, or measures scenarios once, and sends what it found to its parent.
 * Arguments: what to do, separated by commas; the contestant; the folder of the round; the folder of the prepared files; `quick` or
 * `full`; events of the log.
 */
async function main([
  tasks = '',
  name = '',
  folder = '',
  prepared = '',
  size = '',
  log = '',
]: readonly string[]): Promise<Told[]> {
  const contestant = CONTESTANTS.find((known) => known === name);
  if (contestant === undefined) throw new RangeError(`'${name}' is no contestant.`);
  const chosen = size === 'quick' ? QUICK : FULL;
  const sizes = { ...chosen, log: Number(log), fold: Math.min(chosen.fold, Number(log)) };
  const driver = benchDriver();
  const told: Told[] = [];
  for (const task of tasks.split(',')) {
    const own = join(folder, task);
    mkdirSync(own, { recursive: true });
    told.push(await outcome({ scenario: task, contestant, folder: own, prepared, sizes, driver }));
  }
  return told;
}

async function outcome(job: Job): Promise<Told> {
  const { scenario: task } = job;
  try {
    const file = PREPARED.find((known) => task === `prepare-${known}`);
    if (file !== undefined) return { task, result: await prepare(file, job) };
    const scenario = scenarios.find(({ name }) => name === task);
    if (scenario === undefined) throw new RangeError(`'${task}' is no scenario.`);
    return { task, result: await scenario.measure(job) };
  } catch (error) {
    return { task, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

const told = await main(process.argv.slice(2));
process.send?.(told, () => process.disconnect?.());
