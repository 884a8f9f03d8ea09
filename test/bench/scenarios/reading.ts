import { open } from '../contestants/open.js';
import { bytesOf, inBatches } from '../workload.js';
import { type Scenario, timed } from './scenario.js';

/** How many streams of each length the prepared file holds; more reads than that begin again. */
export const STREAMS_KEPT = 40;

/** Reading streams of one length to their end, with data and metadata. */
export const reading: readonly Scenario[] = ([20, 1000] as const).map((length) => ({
  name: `read-${length}`,
  title: `reading streams of ${length}`,
  contestants: ['library', 'bare', 'emmett'],
  durable: false,
  reads: ['streams'],
  async measure({ contestant, driver, prepared, sizes }) {
    const file = await open(contestant, driver, prepared, 'streams');
    const reads = sizes.streams[length];
    const streams = streamsOf(length, sizes.streams[1000]);
    const settings = {
      ...file.connection,
      durable: false,
      pattern: `streams of ${length}`,
      events: reads * length,
      bytes: (reads / streams.length) * bytesOf(inBatches(streams.length * length, length, streams.length)),
      callers: 1,
    };
    const measured = await timed(reads * length, 'events', settings, async () => {
      for (let read = 0; read < reads; read++) {
        const found = await file.readStream(streams[read % streams.length] ?? '');
        if (found !== length) throw new Error(`A stream of ${length} came back with ${found} events.`);
      }
    });
    await file.close();
    return measured;
  },
}));

/** The names of the streams of that length in the prepared file. */
export function streamsOf(length: 20 | 1000, reads: number): readonly string[] {
  return Array.from({ length: keptOf(length, reads) }, (_, index) => `import-${length}-${index}`);
}

/** What the prepared file of each contestant holds. */
export function streamsToKeep(reads: number): ReturnType<typeof inBatches> {
  return ([20, 1000] as const).flatMap((length) => {
    const kept = keptOf(length, reads);
    return inBatches(kept * length, length, kept);
  });
}

function keptOf(length: 20 | 1000, reads: number): number {
  return length === 20 ? STREAMS_KEPT : Math.min(STREAMS_KEPT, reads);
}
