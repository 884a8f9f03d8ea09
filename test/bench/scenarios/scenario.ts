import type { ContestantName } from '../contestants/contestant.js';
import type { BenchDriver } from '../driver.js';
import type { Measurement, Settings } from '../measurement.js';
import type { Prepared } from '../prepared.js';
import type { Sizes } from '../sizes.js';

/** What a process is asked to measure. */
export interface Job {
  readonly scenario: string;
  readonly contestant: ContestantName;
  /** An empty folder of this round. */
  readonly folder: string;
  /** The folder of the files that were prepared. */
  readonly prepared: string;
  readonly sizes: Sizes;
  readonly driver: BenchDriver;
}

/** Something that is measured; each contestant in each round in a process of its own. */
export interface Scenario {
  readonly name: string;
  readonly title: string;
  readonly contestants: readonly ContestantName[];
  /** Whether the rates rest on the disk: they are then told beside the machine's own fdatasync rate. */
  readonly durable: boolean;
  /** Which prepared files it reads. */
  readonly reads: readonly Prepared[];
  measure(job: Job): Promise<Measurement>;
}

/** Times the work and asks how much memory the process needed at most. */
export async function timed(
  count: number,
  unit: string,
  settings: Settings,
  work: () => Promise<void> | void,
): Promise<Measurement> {
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  return { seconds, count, unit, settings, peakMb: peakMb() };
}

/** Most memory that this process held, megabytes. */
export function peakMb(): number {
  return process.resourceUsage().maxRSS / 1024;
}

/** What lives on the heap, megabytes; after a collection where the process allows to ask for one. */
export function heapMb(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1_048_576;
}
