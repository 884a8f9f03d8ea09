import { type LocalDate, PublicForumHeld, PublicInputRecorded } from '@pembinaan/core';
import { idOf, projection, type View } from '@pembinaan/event-sourcing';

export interface InputRow {
  readonly inputId: string;
  readonly kind: 'complaint' | 'suggestion' | 'praise';
  readonly service: string | null;
  readonly unitId: string;
  readonly topics: readonly string[];
  readonly answerDue: LocalDate | null;
}

export interface ForumRow {
  readonly forumId: string;
  /** Null until it is held. */
  held: {
    readonly date: LocalDate;
    readonly place: string;
    readonly hostId: string;
    readonly attendees: number;
    readonly topics: readonly string[];
  } | null;
  /** By input; one that was recorded anew replaces the earlier one. */
  inputs: Record<string, InputRow>;
}

/** The forums with the public and what was said there, keyed by forum. */
export const forumRecords = projection({
  name: 'forum-records',
  version: 1,
  events: [PublicForumHeld, PublicInputRecorded],
  initial: (forumId): ForumRow => ({ forumId, held: null, inputs: {} }),
  key: (event) => idOf(event.stream),
  on: {
    PublicForumHeld: (forum, { data: { date, place, hostId, attendees, topicCodes } }) => {
      forum.held = { date, place, hostId, attendees, topics: [...topicCodes] };
      return forum;
    },
    PublicInputRecorded: (forum, { data: { inputId, kind, service, unitId, topicCodes, answerDue } }) => {
      forum.inputs[inputId] = {
        inputId,
        kind,
        service: service ?? null,
        unitId,
        topics: [...topicCodes],
        answerDue: answerDue ?? null,
      };
      return forum;
    },
  },
});

/** An input with the forum at which it was given. */
export type KnownInput = InputRow & { readonly forumId: string; readonly on: LocalDate };

/** The inputs of forums that were held by a day. */
export function inputsUntil(view: View<ForumRow>, day: string): readonly KnownInput[] {
  return [...view.rows.values()].flatMap(({ forumId, held, inputs }) =>
    held === null || held.date > day
      ? []
      : Object.values(inputs).map((input) => ({ ...input, forumId, on: held.date })),
  );
}
