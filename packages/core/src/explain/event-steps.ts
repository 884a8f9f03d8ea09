import type { Bilingual, Entry } from '@pembinaan/event-sourcing';
import { type Clock, hasHappened } from '../clock/index.js';
import type { CorrectingEntry, KnownEntry } from './known-entry.js';
import type { EventStep } from './steps.js';

/** What keeps an event from counting, as the end of a sentence. */
export interface Obstacle<Reason extends string> {
  readonly reason: Reason;
  readonly why: Bilingual;
  readonly by?: string | undefined;
}

/** What an event is called by, wherever it is told. */
export type EventToTell = Pick<
  KnownEntry<Entry>,
  'eventId' | 'stream' | 'revision' | 'type' | 'occurredAt' | 'recordedAt'
>;

/** An event with what it tells, and what keeps it from counting, if anything does. */
export function eventStep<Reason extends string>(
  { eventId, stream, revision, type, occurredAt, recordedAt }: EventToTell,
  tells: Bilingual,
  obstacle: Obstacle<Reason> | undefined,
): EventStep<Reason> {
  const envelope = { eventId, stream, revision, type, occurredAt, recordedAt };
  if (obstacle === undefined) {
    const sentence = { en: `${tells.en}.`, id: `${tells.id}.` };
    return { kind: 'event', sentence, ...envelope, counts: true, reason: null, by: null };
  }
  const { reason, why, by = null } = obstacle;
  const sentence = {
    en: `${tells.en}. It does not count: ${why.en}.`,
    id: `${tells.id}. Tidak dihitung: ${why.id}.`,
  };
  return { kind: 'event', sentence, ...envelope, counts: false, reason, by };
}

/** What keeps any event from counting: a correction, whatever day it bears, or a day that is still ahead. */
export function notStanding(entry: KnownEntry<Entry>, clock: Clock): Obstacle<'corrected' | 'later'> | undefined {
  if (entry.correctedBy !== null) return correctedBy(entry.correctedBy);
  return hasHappened(entry, clock) ? undefined : laterThan(clock.effective);
}

/** Whether nothing keeps an entry from counting: not corrected, and not after the day. */
export function standsOn(entry: KnownEntry<Entry>, clock: Clock): boolean {
  return notStanding(entry, clock) === undefined;
}

export function correctedBy(by: CorrectingEntry): Obstacle<'corrected'> {
  return takenBackBy(by, 'corrected', { en: 'corrected', id: 'dikoreksi' });
}

export function reversedBy(by: CorrectingEntry): Obstacle<'reversed'> {
  return takenBackBy(by, 'reversed', { en: 'reversed', id: 'ditarik kembali' });
}

function takenBackBy<Reason extends string>(by: CorrectingEntry, reason: Reason, word: Bilingual): Obstacle<Reason> {
  return {
    reason,
    by: by.eventId,
    why: {
      en: `${word.en} by event ${by.revision} of ${by.stream} (reason: ${by.why})`,
      id: `${word.id} oleh peristiwa ${by.revision} pada ${by.stream} (alasan: ${by.why})`,
    },
  };
}

export function laterThan(on: string): Obstacle<'later'> {
  return { reason: 'later', why: { en: `it comes after ${on}`, id: `terjadi sesudah ${on}` } };
}

export function replacedBy(
  entry: Pick<EventToTell, 'eventId' | 'revision' | 'stream'> | undefined,
): Obstacle<'replaced'> {
  return {
    reason: 'replaced',
    by: entry?.eventId,
    why:
      entry === undefined
        ? { en: 'a newer record took its place', id: 'digantikan oleh catatan yang lebih baru' }
        : {
            en: `event ${entry.revision} of ${entry.stream} took its place`,
            id: `digantikan oleh peristiwa ${entry.revision} pada ${entry.stream}`,
          },
  };
}

/** An event that counts in several places, as the adoption of the policy does for each figure, is told where it counts first. */
export function eachEventOnce<S extends { readonly kind: string } | EventStep<string>>(
  steps: readonly S[],
): readonly S[] {
  const told = new Set<string>();
  return steps.filter((step) => {
    if (!isEventStep(step)) return true;
    const isNew = !told.has(step.eventId);
    told.add(step.eventId);
    return isNew;
  });
}

function isEventStep(step: { readonly kind: string }): step is EventStep<string> {
  return step.kind === 'event';
}
