import { rmSync } from 'node:fs';
import type { Append } from '../regency/index.js';
import { fill, regency } from '../regency/index.js';
import { openBare } from './contestants/bare.js';
import type { ContestantName } from './contestants/contestant.js';
import { openEmmett } from './contestants/emmett.js';
import { openLibrary } from './contestants/library.js';
import { fileOf } from './contestants/open.js';
import type { BenchDriver } from './driver.js';
import { keepWeights, weighed } from './log-weight.js';
import type { Prepared } from './prepared.js';
import { buildViews, viewsFile } from './scenarios/catching-up.js';
import { buildProgramFiles } from './scenarios/evaluating.js';
import { streamsToKeep } from './scenarios/reading.js';
import { buildFiles, peopleFile } from './scenarios/regency.js';
import type { Job } from './scenarios/scenario.js';
import { log } from './workload.js';

/** Makes a file of a contestant; the views need the log. */
export async function prepare(
  which: Prepared,
  { contestant, driver, prepared, sizes }: Omit<Job, 'scenario' | 'folder'>,
): Promise<void> {
  if (which === 'views') {
    if (contestant === 'library') await buildViews({ driver, prepared, sizes }, viewsFile(prepared));
    return;
  }
  if (which === 'people') {
    await buildFiles({ driver, prepared }, peopleFile(prepared));
    return;
  }
  if (which === 'program-files') {
    await buildProgramFiles({ driver, prepared });
    return;
  }
  const file = fileOf(prepared, contestant, which);
  if (which === 'regency') {
    await fillLibrary(driver, file, regency({ seed: 'bench', ...sizes.regency }));
    return;
  }
  if (which === 'programs') {
    await fillLibrary(driver, file, regency({ seed: 'bench', ...sizes.programs }));
    return;
  }
  if (which === 'streams') return fillFile(contestant, driver, file, streamsToKeep(sizes.streams[1000]));
  const events = { library: sizes.log + sizes.catchUp, bare: sizes.log, emmett: sizes.fold }[contestant];
  const keep = (weights: ReadonlyMap<number, number>): void => keepWeights(prepared, contestant, weights);
  await fillFile(contestant, driver, file, weighed(log(events, sizes.log), [sizes.fold, sizes.log], keep));
}

function fillFile(
  contestant: ContestantName,
  driver: BenchDriver,
  file: string,
  appends: Iterable<Append>,
): Promise<void> {
  switch (contestant) {
    case 'library':
      return fillLibrary(driver, file, appends);
    case 'bare':
      return fillBare(driver, file, appends);
    case 'emmett':
      return fillEmmett(file, appends);
  }
}

async function fillLibrary(driver: BenchDriver, file: string, appends: Iterable<Append>): Promise<void> {
  const library = await openLibrary(driver, file, { synchronous: 'normal' });
  await fill(library.store, appends, 1000);
  await library.close();
}

async function fillBare(driver: BenchDriver, file: string, appends: Iterable<Append>): Promise<void> {
  const bare = openBare(driver, file, ['PRAGMA synchronous = 1', 'PRAGMA cache_size = -65536']);
  let lot: Append[] = [];
  for (const append of appends) {
    lot.push(append);
    if (lot.length < 2000) continue;
    bare.appendTogether(lot);
    lot = [];
  }
  bare.appendTogether(lot);
  await bare.close();
}

async function fillEmmett(file: string, appends: Iterable<Append>): Promise<void> {
  rmSync(file, { force: true });
  const emmett = await openEmmett(file, ['PRAGMA synchronous = 0']);
  for (const append of appends) await emmett.append(append);
  await emmett.close();
}
