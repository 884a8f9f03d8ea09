import { categoryOf, type EventType, idOf, type RecordedEvent } from '@pembinaan/event-sourcing';
import type * as z from 'zod';
import { dayOf } from '../days.js';

/** An event as an auditor reads it: what was said, by whom, on which days, and at which place of the whole log. */
export interface Told<D> {
  /** Place in the whole log, from 0. */
  readonly index: number;
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  /** The id of the thing that the stream is about. */
  readonly of: string;
  /** The day on which it was true. */
  readonly on: string;
  /** The day on which it was recorded. */
  readonly recordedOn: string;
  /** Who answers for it. */
  readonly by: string;
  /** Who had a hand in it: whoever answers for it, and the operator who typed it. */
  readonly hands: readonly string[];
  readonly authorityId: string | undefined;
  readonly policyVersion: string | undefined;
  readonly corrects: string | undefined;
  readonly data: D;
}

/** The whole log of an agency, for whoever asks whether a rule was kept. It knows definitions of events, and no decider. */
export interface History {
  readonly length: number;
  add(event: RecordedEvent): void;
  /** All events of that type up to a place in the log. */
  of<T extends string, S extends z.ZodType>(definition: EventType<T, S>, until?: Placed): readonly Told<z.output<S>>[];
  /** Those of them that no later event (up to that place) corrected. */
  standing<T extends string, S extends z.ZodType>(
    definition: EventType<T, S>,
    until?: Placed,
  ): readonly Told<z.output<S>>[];
  /** All events, whatever their type. */
  all(): readonly Told<unknown>[];
}

/** A place in the log. */
export interface Placed {
  readonly index: number;
}

export function history(events: readonly RecordedEvent[] = []): History {
  const all: Told<unknown>[] = [];
  const byType = new Map<string, Told<unknown>[]>();
  const parsed = new Map<string, Told<unknown>[]>();
  const correctedAt = new Map<string, number>();

  const book: History = {
    get length() {
      return all.length;
    },
    add(event) {
      const told = toldOf(event, all.length);
      all.push(told);
      const ofType = byType.get(event.type);
      if (ofType === undefined) byType.set(event.type, [told]);
      else ofType.push(told);
      if (told.corrects !== undefined) correctedAt.set(told.corrects, told.index);
    },
    of(definition, until) {
      const known = parsed.get(definition.type) ?? [];
      parsed.set(definition.type, known);
      for (const told of (byType.get(definition.type) ?? []).slice(known.length)) {
        known.push({ ...told, data: definition.schema.parse(told.data) });
      }
      // The list holds what the schema of this very definition has parsed.
      const typed = known as Told<z.output<typeof definition.schema>>[];
      return until === undefined || until.index >= all.length ? typed : typed.slice(0, countBefore(typed, until.index));
    },
    standing(definition, until) {
      const end = until?.index ?? all.length;
      return book.of(definition, until).filter(({ id }) => (correctedAt.get(id) ?? end) >= end);
    },
    all: () => all,
  };
  for (const event of events) book.add(event);
  return book;
}

/** How many of them stand before a place; they are in the order of the log. */
function countBefore(events: readonly Placed[], index: number): number {
  let [least, most] = [0, events.length];
  while (least < most) {
    const middle = (least + most) >> 1;
    if ((events[middle]?.index ?? index) < index) least = middle + 1;
    else most = middle;
  }
  return least;
}

function toldOf(event: RecordedEvent, index: number): Told<unknown> {
  const { actor, onBehalfOf, policyVersion, corrects } = event.metadata;
  const by = onBehalfOf ?? actor.subjectId;
  return {
    index,
    id: event.id,
    type: event.type,
    stream: event.stream,
    of: idOf(event.stream),
    on: dayOf(event.occurredAt),
    recordedOn: dayOf(event.recordedAt),
    by,
    hands: by === actor.subjectId ? [by] : [by, actor.subjectId],
    authorityId: actor.authorityId,
    policyVersion,
    corrects: corrects?.eventId,
    data: event.data,
  };
}

/** The category of the stream of an event, such as `batch`. */
export function kindOf({ stream }: Told<unknown>): string {
  return categoryOf(stream);
}
