import { stream } from '@pembinaan/event-sourcing';
import type { InputId, UnitId } from '../../values/ids.js';
import type { LocalDate } from '../../values/local-date.js';
import { PublicForumHeld, type PublicInputKind, PublicInputRecorded } from './events.js';

export interface PublicInput {
  readonly inputId: InputId;
  readonly kind: PublicInputKind;
  readonly unitId: UnitId;
  /** The last working day for a follow-up; praise needs none. */
  readonly answerDue: LocalDate | undefined;
}

export type PublicForum =
  | { readonly status: 'none' }
  | { readonly status: 'held'; readonly date: LocalDate; readonly inputs: readonly PublicInput[] };

export const publicForumState = stream('publicForum', {
  events: [PublicForumHeld, PublicInputRecorded],
  initial: (): PublicForum => ({ status: 'none' }),
}).evolve({
  PublicForumHeld: (_, { data }) => ({ status: 'held', date: data.date, inputs: [] }),
  PublicInputRecorded: (forum, { data }) => {
    if (forum.status === 'none') return forum;
    const { inputId, kind, unitId, answerDue } = data;
    const others = forum.inputs.filter((input) => input.inputId !== inputId);
    return { ...forum, inputs: [...others, { inputId, kind, unitId, answerDue }] };
  },
});
