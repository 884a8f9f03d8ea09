import { copyFileSync } from 'node:fs';
import type { Append } from '../../regency/index.js';
import type { OpenFile } from '../contestants/contestant.js';
import { fileOf, open } from '../contestants/open.js';
import type { Measurement, Settings } from '../measurement.js';
import { bytesOf, inBatches, oneByOne } from '../workload.js';
import { type Job, type Scenario, timed } from './scenario.js';

const ONE_BY_ONE = 'one event an append';

export const single: Scenario = {
  name: 'single',
  title: 'single durable appends',
  contestants: ['library', 'bare', 'emmett'],
  durable: true,
  reads: [],
  measure: (job) => appending(job, oneByOne(job.sizes.single), ONE_BY_ONE),
};

export const batches: readonly Scenario[] = ([10, 100, 1000] as const).map((size) => ({
  name: `batch-${size}`,
  title: `batches of ${size}`,
  contestants: ['library', 'bare', 'emmett'],
  durable: true,
  reads: [],
  measure: (job) => appending(job, inBatches(job.sizes.batches[size], size), `batches of ${size}`),
}));

/** 64 callers, each of which waits for its own append before the next. emmett has one transaction a connection and is left out. */
export const callers: Scenario = {
  name: 'callers-64',
  title: '64 concurrent callers',
  contestants: ['library'],
  durable: true,
  reads: [],
  measure: (job) => appending(job, oneByOne(job.sizes.callers), ONE_BY_ONE, 64),
};

/** The same number of events from one caller, for the ratio with 64. */
export const oneCaller: Scenario = {
  name: 'callers-1',
  title: 'one caller, the same events',
  contestants: ['library'],
  durable: true,
  reads: [],
  measure: (job) => appending(job, oneByOne(job.sizes.callers), ONE_BY_ONE),
};

/** Batches of 1,000 into a file that already holds the whole log, on streams of which it holds many. */
export const grown: Scenario = {
  name: 'grown-1000',
  title: 'batches of 1000 into the grown file',
  contestants: ['library', 'bare'],
  durable: true,
  reads: ['log'],
  async measure(job) {
    const { folder, prepared, contestant, sizes } = job;
    copyFileSync(fileOf(prepared, contestant, 'log'), fileOf(folder, contestant));
    return appending(job, inBatches(sizes.grown, 1000), 'batches of 1000 into the grown file');
  },
};

async function appending(job: Job, appends: readonly Append[], pattern: string, callers = 1): Promise<Measurement> {
  const file = await open(job.contestant, job.driver, job.folder);
  const count = appends.reduce((sum, { events }) => sum + events.length, 0);
  const measured = await timed(count, 'events', settingsOf(file, appends, pattern, count, callers), () =>
    callers === 1 ? inTurn(file, appends) : together(file, appends, callers),
  );
  await file.close();
  return measured;
}

async function inTurn(file: OpenFile, appends: readonly Append[]): Promise<void> {
  for (const append of appends) await file.append(append);
}

/** Each caller has its own streams, as users of an application have, so that none waits for another's revision. */
async function together(file: OpenFile, appends: readonly Append[], callers: number): Promise<void> {
  const lots = new Map<number, Append[]>();
  const callerOf = new Map<string, number>();
  for (const append of appends) {
    const caller = callerOf.get(append.stream) ?? callerOf.size % callers;
    callerOf.set(append.stream, caller);
    const lot = lots.get(caller);
    if (lot === undefined) lots.set(caller, [append]);
    else lot.push(append);
  }
  await Promise.all([...lots.values()].map((lot) => inTurn(file, lot)));
}

function settingsOf(
  { connection }: OpenFile,
  appends: readonly Append[],
  pattern: string,
  events: number,
  callers: number,
): Settings {
  const durable = connection.synchronous === 'full' || connection.synchronous === 'extra';
  return { ...connection, durable, pattern, events, bytes: bytesOf(appends), callers };
}
