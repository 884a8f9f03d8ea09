import type { AnyEventType } from '@pembinaan/event-sourcing';
import type { AgencyEntry, AgencyEntryOf } from '../files/entry.js';
import type { AgencyEvent } from '../files/kept.js';

/** What the files of one category of the agency come to, by the id of their streams: standards, policies, programmes. */
export interface Register<R> {
  readonly kind: 'register';
  readonly name: string;
  readonly events: readonly AnyEventType[];
  readonly category: string;
  /** Which ids the people at hand need; undefined where all are read. */
  readonly neededBy: ((people: PeopleAtHand) => Iterable<string>) | undefined;
  /** Undefined where no entry tells of it. */
  of(id: string, entries: readonly AgencyEntry[]): R | undefined;
}

/** The records of the people at hand that a read model asks for. */
export interface PeopleAtHand {
  /** The records of that name; none where the read model does not ask for them before this register. */
  records<R>(record: { readonly name: string; of(...given: never[]): R | undefined }): Iterable<R>;
  /** The ids of the streams of a category in the files that were read. */
  streams(category: string): Iterable<string>;
}

type Handlers<R, T extends AgencyEvent['type']> = {
  readonly [K in T]: (record: R, entry: AgencyEntryOf<K>) => R;
};

/** What a register is made of. */
export interface RegisterShape<R, E extends readonly (AnyEventType & { readonly type: AgencyEvent['type'] })[]> {
  readonly name: string;
  readonly category: string;
  readonly events: E;
  readonly neededBy?: (people: PeopleAtHand) => Iterable<string>;
  readonly initial: () => R;
  readonly on: Handlers<NoInfer<R>, E[number]['type']>;
}

/** Defines what files of the agency come to: a pure fold over the entries that count, in the order of the stream. */
export function register<const E extends readonly (AnyEventType & { readonly type: AgencyEvent['type'] })[], R>({
  name,
  category,
  events,
  neededBy,
  initial,
  on,
}: RegisterShape<R, E>): Register<R> {
  type Handler = (record: R, entry: AgencyEntry) => R;
  const handlers = new Map<string, Handler>(Object.entries(on));
  return {
    kind: 'register',
    name,
    events,
    category,
    neededBy,
    of(_id, entries) {
      let record: R | undefined;
      for (const entry of entries) {
        const handler = handlers.get(entry.type);
        if (handler !== undefined) record = handler(record ?? initial(), entry);
      }
      return record;
    },
  };
}
