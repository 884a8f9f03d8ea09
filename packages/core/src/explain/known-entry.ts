import type { Entry } from '@pembinaan/event-sourcing';

/** An event as it was known, with its stream and the event that corrects it, when one does. */
export type KnownEntry<E extends Entry> = E & {
  readonly stream: string;
  readonly correctedBy: CorrectingEntry | null;
};

/** The event that corrects another, and why it does. */
export type CorrectingEntry = Pick<Entry, 'eventId' | 'revision' | 'data' | 'type'> & {
  readonly stream: string;
  readonly why: string;
};

/** The entries of files by stream, each with what corrects it. */
export function knownEntries<E extends Entry>(
  files: readonly { readonly stream: string; readonly entries: readonly E[] }[],
): readonly KnownEntry<E>[] {
  return files.flatMap(({ stream, entries }) => {
    // A correction stands in the stream of what it corrects.
    const corrections = new Map<string, CorrectingEntry>();
    for (const { corrects, eventId, revision, data, type } of entries) {
      if (corrects === undefined) continue;
      corrections.set(corrects.eventId, { eventId, revision, data, type, stream, why: corrects.reason });
    }
    return entries.map((entry) => ({ ...entry, stream, correctedBy: corrections.get(entry.eventId) ?? null }));
  });
}
