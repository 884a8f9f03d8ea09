import type { FactRef, Metadata } from '../event/envelope.js';
import type { EventStore, Quiet } from '../store/event-store.js';
import { type KnownState, knownState } from './known-states.js';
import type { Foldable } from './read-state.js';

/** What is added to the metadata of the events of a decision because of a fact. */
export type FactStamp = Pick<Metadata, 'policyVersion'>;

/** What a fact is loaded with: the store, and where to note what was relied on. */
export interface FactReader {
  readonly store: EventStore;
  relyOn(ref: FactRef): void;
  /** Notes that nothing of these types may have been stored since a position. */
  relyOnQuiet(quiet: Quiet): void;
  /** Waits for the turn of this decision among those that rest on views over many streams. */
  takeTurn(): Promise<void>;
  stamp(stamp: FactStamp): void;
}

/** A question to other streams, not yet asked. */
export interface FactRequest<V> {
  load(reader: FactReader): Promise<V>;
  /** A second question that depends on the answer to the first; the value is the second answer. */
  chain<W>(next: (value: V) => FactRequest<W> | undefined): FactRequest<W | undefined>;
  /** The answer, seen differently. */
  map<W>(view: (value: V) => W): FactRequest<W>;
  /** Notes something of the answer in the metadata of the events, such as the version of the policy. */
  stamp(note: (value: V) => FactStamp): FactRequest<V>;
}

/** Named facts: one request, a list of requests, or undefined where there is nothing to ask. */
export type FactRequests = {
  readonly [name: string]: FactRequest<unknown> | readonly FactRequest<unknown>[] | undefined;
};

type FactValue<R> =
  R extends FactRequest<infer V> ? V : R extends readonly FactRequest<infer V>[] ? readonly V[] : undefined;

/** The answers to named facts. */
export type FactValues<R> = { readonly [K in keyof R]: FactValue<R[K]> };

/** A fact from a way to load it. */
export function fact<V>(load: (reader: FactReader) => Promise<V>): FactRequest<V> {
  return {
    load,
    chain: (next) => fact(async (reader) => next(await load(reader))?.load(reader)),
    map: (view) => fact(async (reader) => view(await load(reader))),
    stamp: (note) =>
      fact(async (reader) => {
        const value = await load(reader);
        reader.stamp(note(value));
        return value;
      }),
  };
}

/** The state of one stream as a fact; its revision is noted, also when it does not exist. */
export function streamFact<S>(state: Foldable<S>, id: string): FactRequest<S> {
  return fact(async (reader) => {
    const stream = state.streamOf(id);
    const read = await readOnce(reader, state, stream);
    reader.relyOn({ stream, revision: read.revision });
    return read.state;
  });
}

const reads = new WeakMap<FactReader, Map<object, Map<string, Promise<KnownState<unknown>>>>>();

/** Two facts of one decision that fold the same stream see the same state, and read it once. */
function readOnce<S>(reader: FactReader, state: Foldable<S>, stream: string): Promise<KnownState<S>> {
  const ofReader = reads.get(reader) ?? new Map<object, Map<string, Promise<KnownState<unknown>>>>();
  reads.set(reader, ofReader);
  const ofState = ofReader.get(state) ?? new Map<string, Promise<KnownState<unknown>>>();
  ofReader.set(state, ofState);
  const known = ofState.get(stream) as Promise<KnownState<S>> | undefined;
  if (known !== undefined) return known;
  const read = knownState(reader.store, state, stream);
  ofState.set(stream, read);
  return read;
}

/** Loads all facts of a decision. */
export async function loadFacts(
  store: EventStore,
  requests: FactRequests,
  takeTurn: () => Promise<void>,
): Promise<{
  values: Record<string, unknown>;
  refs: readonly FactRef[];
  quiet: readonly Quiet[];
  stamp: FactStamp;
}> {
  const refs = new Map<string, FactRef>();
  const quiet: Quiet[] = [];
  let stamp: FactStamp = {};
  const reader: FactReader = {
    store,
    relyOn(ref) {
      const known = refs.get(ref.stream);
      if (known === undefined || known.revision > ref.revision) refs.set(ref.stream, ref);
    },
    relyOnQuiet: (since) => void quiet.push(since),
    takeTurn,
    stamp(note) {
      stamp = { ...stamp, ...note };
    },
  };
  const values: Record<string, unknown> = {};
  for (const [name, request] of Object.entries(requests)) {
    if (request === undefined) values[name] = undefined;
    else if (isRequest(request)) values[name] = await request.load(reader);
    else values[name] = await loadEach(request, reader);
  }
  return { values, refs: [...refs.values()], quiet, stamp };
}

function isRequest(value: FactRequest<unknown> | readonly FactRequest<unknown>[]): value is FactRequest<unknown> {
  return !Array.isArray(value);
}

async function loadEach(requests: readonly FactRequest<unknown>[], reader: FactReader): Promise<unknown[]> {
  const values: unknown[] = [];
  for (const request of requests) values.push(await request.load(reader));
  return values;
}
