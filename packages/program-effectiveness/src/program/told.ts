import type { Entry, Instant } from '@pembinaan/event-sourcing';

/** The event that tells something: where it stands, when it happened and when it was recorded. */
export interface Told {
  readonly eventId: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
}

/** The entries of one stream. */
export interface StreamFile<E extends Entry> {
  readonly stream: string;
  readonly entries: readonly E[];
}

/** The event of an entry in the file of a stream. */
export function toldBy({ eventId, type, revision, position, occurredAt, recordedAt }: Entry, stream: string): Told {
  return { eventId, type, stream, revision, position, occurredAt, recordedAt };
}

/** What an entry tells, and which event it is. */
export function factOf<D>(entry: Entry<string, D>, stream: string): D & { readonly told: Told } {
  return { ...entry.data, told: toldBy(entry, stream) };
}
