import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Append } from '../regency/index.js';
import type { ContestantName } from './contestants/contestant.js';
import { bytesOfEvent } from './workload.js';

/**
 * The log on its way into a file, weighed after so many events, so that every measurement over it can say how many bytes it read: two
 * files of which one holds another log are then unlike.
 */
export function* weighed(
  appends: Iterable<Append>,
  marks: readonly number[],
  done: (bytes: ReadonlyMap<number, number>) => void,
): Generator<Append> {
  const weights = new Map<number, number>();
  let events = 0;
  let bytes = 0;
  for (const append of appends) {
    for (const event of append.events) {
      bytes += bytesOfEvent(event);
      events++;
      if (marks.includes(events)) weights.set(events, bytes);
    }
    yield append;
  }
  done(weights);
}

/** Keeps the weights beside the prepared files. */
export function keepWeights(prepared: string, contestant: ContestantName, weights: ReadonlyMap<number, number>): void {
  writeFileSync(fileOf(prepared, contestant), JSON.stringify(Object.fromEntries(weights)));
}

/** Characters of JSON in the data and metadata of the first events of the log; 0 when it was not weighed there. */
export function bytesOfLog(prepared: string, contestant: ContestantName, events: number): number {
  const weights: unknown = JSON.parse(readFileSync(fileOf(prepared, contestant), 'utf8'));
  return Number(Object(weights)[events] ?? 0);
}

function fileOf(prepared: string, contestant: ContestantName): string {
  return join(prepared, `weights-${contestant}.json`);
}
