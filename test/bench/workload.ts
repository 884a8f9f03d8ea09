import type { EventToAppend } from '@pembinaan/event-sourcing';
import { type Append, regency } from '../regency/index.js';

/** About as many events as a civil servant brings in a year; a sample that spans a year has the mix of a year. */
const EVENTS_PER_PERSON_AND_YEAR = 50;

/**
 * The first events of the log that is replayed: of the regency of 5,000 in full runs, of a smaller one where a shorter log must tell of
 * everything. Whoever takes fewer of them takes the same ones.
 * @param whole how many events the log has
 */
export function log(events: number, whole: number): Iterable<Append> {
  return regency({ seed: 'bench', employees: Math.min(5000, peopleFor(whole)), events });
}

/** So many events, one an append, in the streams and the order of a regency's year. */
export function oneByOne(events: number): readonly Append[] {
  const appends: Append[] = [];
  for (const { stream, events: batch, expected } of sample(events, 'one by one')) {
    let revision = expected === 'none' ? -1 : expected;
    for (const event of batch) {
      appends.push({ stream, events: [event], expected: revision === -1 ? 'none' : revision });
      revision++;
    }
  }
  return appends;
}

/** The same events in batches of one size, each batch to one of some streams in turn: as an import writes them. */
export function inBatches(events: number, size: number, streams = 50): readonly Append[] {
  const all: EventToAppend[] = [];
  for (const append of sample(events, `batches of ${size}`)) all.push(...append.events);
  const revisions = new Map<string, number>();
  const appends: Append[] = [];
  for (let start = 0; start + size <= all.length; start += size) {
    const stream = `import-${size}-${appends.length % streams}`;
    const revision = revisions.get(stream);
    const commandId = `import-${size}-${appends.length}`;
    const events = all
      .slice(start, start + size)
      .map((event) => ({ ...event, metadata: { ...event.metadata, commandId } }));
    appends.push({ stream, events, expected: revision ?? 'none' });
    revisions.set(stream, (revision ?? -1) + size);
  }
  return appends;
}

/** Characters of JSON in data and metadata. */
export function bytesOf(appends: Iterable<Append>): number {
  let bytes = 0;
  for (const { events } of appends) for (const event of events) bytes += bytesOfEvent(event);
  return bytes;
}

export function bytesOfEvent({ data, metadata }: Pick<EventToAppend, 'data' | 'metadata'>): number {
  return JSON.stringify(data).length + JSON.stringify(metadata).length;
}

function sample(events: number, seed: string): Iterable<Append> {
  return regency({ seed, employees: peopleFor(events), events });
}

function peopleFor(events: number): number {
  return Math.max(60, Math.round(events / EVENTS_PER_PERSON_AND_YEAR));
}
