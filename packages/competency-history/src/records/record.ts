import type { AnyEventType } from '@pembinaan/event-sourcing';
import type { PersonEntry, PersonEntryOf } from '../files/entry.js';
import type { PersonEvent } from '../files/kept.js';

/** Whose file it is, and of which stream. */
export interface FileOf {
  readonly employeeId: string;
  readonly stream: string;
}

/** The entries of one stream that tell of a person. */
export type PersonFile = FileOf & { readonly entries: readonly PersonEntry[] };

/** Which files of a person a record rests on: those of streams that are known by name, with their drawer, or all of some categories. */
export type Reads =
  | { readonly streams: (employeeId: string, year: number) => readonly string[] }
  | { readonly categories: readonly string[] };

/** What the files of a person come to, under one point of view. */
export interface PeopleRecord<R> {
  readonly kind: 'people';
  readonly name: string;
  readonly events: readonly AnyEventType[];
  readonly reads: Reads;
  /** Undefined where no entry tells of it. Entries are folded stream by stream, each in the order of its stream. */
  of(employeeId: string, files: readonly PersonFile[]): R | undefined;
}

type Handlers<R, T extends PersonEvent['type']> = {
  readonly [K in T]: (record: R, entry: PersonEntryOf<K>, file: FileOf) => R;
};

/** What a record is made of. A handler may change the record in place; entries belong to the file. */
export interface PeopleRecordShape<R, E extends readonly (AnyEventType & { readonly type: PersonEvent['type'] })[]> {
  readonly name: string;
  readonly reads: Reads;
  readonly events: E;
  readonly initial: (employeeId: string) => R;
  readonly on: Handlers<NoInfer<R>, E[number]['type']>;
}

/** Defines what the files of a person come to: a pure fold over the entries that count. */
export function peopleRecord<const E extends readonly (AnyEventType & { readonly type: PersonEvent['type'] })[], R>({
  name,
  reads,
  events,
  initial,
  on,
}: PeopleRecordShape<R, E>): PeopleRecord<R> {
  type Handler = (record: R, entry: PersonEntry, file: FileOf) => R;
  const handlers = new Map<string, Handler>(Object.entries(on));
  return {
    kind: 'people',
    name,
    events,
    reads,
    of(employeeId, files) {
      let record: R | undefined;
      for (const file of files) {
        for (const entry of file.entries) {
          const handler = handlers.get(entry.type);
          if (handler !== undefined) record = handler(record ?? initial(employeeId), entry, file);
        }
      }
      return record;
    },
  };
}

/** The same record, of which nothing is read: for a question that can do without it. */
export function notRead<R>(record: PeopleRecord<R>): PeopleRecord<R> {
  return { ...record, name: `no-${record.name}`, events: [], reads: { streams: () => [] } };
}
