import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectors, readOn, replayAll } from '@pembinaan/event-sourcing';
import { sqliteViews } from '@pembinaan/store-sqlite';
import { openLibrary } from '../contestants/library.js';
import { fileOf } from '../contestants/open.js';
import type { Measurement, Settings } from '../measurement.js';
import { ending } from './ending.js';
import { MAIN } from './replaying.js';
import { heapMb, type Job, peakMb, type Scenario, timed } from './scenario.js';

/** The views in memory, brought to the end of the log and then by some thousand events more. */
export const catchUpInMemory: Scenario = {
  name: 'catch-up-memory',
  title: 'catch-up, views in memory',
  contestants: ['library'],
  durable: false,
  reads: ['log'],
  async measure(job) {
    const file = await openLibrary(job.driver, fileOf(job.prepared, 'library', 'log'), { readOnly: true });
    const log = ending(file.store, job.sizes.log);
    const before = heapMb();
    const start = performance.now();
    const views = await replayAll(log.store, MAIN);
    const built = (performance.now() - start) / 1000;
    log.end = job.sizes.log + job.sizes.catchUp;
    const measured = await catchUp(job, file.connection.driver, async () => {
      await readOn(log.store, MAIN, views);
    });
    const peak = peakMb();
    const viewsMb = heapMb() - before;
    await file.close();
    return {
      ...measured,
      peakMb: peak,
      viewsMb,
      figures: { 'seconds to build': built, share: measured.seconds / built },
    };
  },
};

/** The views in a SQLite file that was built when the log was shorter. */
export const catchUpInFile: Scenario = {
  name: 'catch-up-file',
  title: 'catch-up, views in a SQLite file',
  contestants: ['library'],
  durable: false,
  reads: ['log', 'views'],
  async measure(job) {
    copyFileSync(viewsFile(job.prepared), viewsFile(job.folder));
    const file = await openLibrary(job.driver, fileOf(job.prepared, 'library', 'log'), { readOnly: true });
    const target = await sqliteViews(viewsFile(job.folder), { driver: job.driver.driver });
    const views = projectors(file.store, MAIN, { target });
    const measured = await catchUp(job, file.connection.driver, () => views.run());
    await views.stop();
    await target.close();
    await file.close();
    return measured;
  },
};

/** Builds the views in a SQLite file, from the log without its last events. */
export const buildInFile: Scenario = {
  name: 'build-file',
  title: 'full build of views in a SQLite file',
  contestants: ['library'],
  durable: false,
  reads: ['log'],
  measure: (job) => buildViews(job, viewsFile(job.folder)),
};

export function viewsFile(folder: string): string {
  return join(folder, 'views.db');
}

export async function buildViews(job: Pick<Job, 'driver' | 'prepared' | 'sizes'>, to: string): Promise<Measurement> {
  const file = await openLibrary(job.driver, fileOf(job.prepared, 'library', 'log'), { readOnly: true });
  const target = await sqliteViews(to, { driver: job.driver.driver });
  const views = projectors(ending(file.store, job.sizes.log).store, MAIN, { target });
  const measured = await timed(job.sizes.log, 'events', settings(file.connection.driver, job.sizes.log), () =>
    views.run(),
  );
  await views.stop();
  await target.close();
  await file.close();
  return measured;
}

async function catchUp({ sizes }: Job, driver: string, run: () => Promise<void>): Promise<Measurement> {
  return timed(sizes.catchUp, 'events', settings(driver, sizes.catchUp), run);
}

/** How views are kept up: by reading, which waits for no disk. */
export function settings(driver: string, events: number): Settings {
  return {
    driver,
    synchronous: 'none',
    journal: 'none',
    durable: false,
    pattern: 'the log in its order',
    events,
    bytes: 0,
    callers: 1,
  };
}
