import type { FactRef } from '../event/envelope.js';
import { type FactRequest, fact } from '../facts/fact.js';
import type { EventStore } from '../store/event-store.js';
import { foldPage } from './fold.js';
import type { Projection } from './projection.js';

/** A view in memory that follows one store. */
interface LiveView<Row> {
  readonly rows: Map<string, Row>;
  /** For each key: the streams that contributed to its row, and the highest revision of each. */
  readonly contributions: Map<string, Map<string, number>>;
  /** Everything up to here was read. */
  position: string | undefined;
}

/** How often the view reads on when writers keep moving the streams under it; the check at the append decides after that. */
const MAX_ROUNDS = 5;

const views = new WeakMap<EventStore, WeakMap<object, Promise<LiveView<unknown>>>>();

/** The row of a key as a fact; see {@link Projection.at}. */
export function projectionFact<Row>(projection: Projection<Row>, key: string): FactRequest<Row> {
  return fact(async ({ store, relyOn, relyOnQuiet, takeTurn }) => {
    await takeTurn();
    for (let round = 1; ; round++) {
      const view = await caughtUp(store, projection);
      // No waiting between the next two lines: the copy and the revisions belong together.
      const row = view.rows.get(key);
      const value = row === undefined ? projection.initial(key) : structuredClone(row);
      const { position: read } = view;
      const position = read ?? '';
      const refs = [...(view.contributions.get(key) ?? [])].map(([stream, revision]) => ({ stream, revision }));

      const heads = await Promise.all(refs.map((ref) => headOf(store, ref)));
      if (round < MAX_ROUNDS && heads.some((head) => head.position > position)) continue;
      for (const [index, ref] of refs.entries()) relyOn(asItStood(ref, heads[index], position));
      relyOnQuiet({ after: read, types: projection.catalog.types });
      return value;
    }
  });
}

/** The row of a key as it is known now; see {@link Projection.glance}. */
export function projectionGlance<Row>(projection: Projection<Row>, key: string): FactRequest<Row> {
  return fact(async ({ store, relyOn }) => {
    const view = await caughtUp(store, projection);
    const row = view.rows.get(key);
    const value = row === undefined ? projection.initial(key) : structuredClone(row);
    const refs = [...(view.contributions.get(key) ?? [])].map(([stream, revision]) => ({ stream, revision }));
    const position = view.position ?? '';
    for (const ref of refs) relyOn(asItStood(ref, await headOf(store, ref), position));
    return value;
  });
}

/**
 * The last event of a stream. The stream may hold events after the last one that contributed (of other types or for other keys); what
 * is relied on is the stream as it stood, as for every other fact, or else the check at the append would never pass.
 */
async function headOf(
  store: EventStore,
  ref: FactRef,
): Promise<{ readonly revision: number; readonly position: string }> {
  for await (const last of store.read(ref.stream, { backwards: true, limit: 1 })) return last;
  return { revision: ref.revision, position: '' };
}

/** What is relied on: the stream at its head, unless the head lies behind what the view has read. */
function asItStood(
  ref: FactRef,
  head: { readonly revision: number; readonly position: string } | undefined,
  position: string,
): FactRef {
  return head !== undefined && head.position <= position ? { stream: ref.stream, revision: head.revision } : ref;
}

/** The view of that store, read on to the head; one catch-up at a time. */
async function caughtUp<Row>(store: EventStore, projection: Projection<Row>): Promise<LiveView<Row>> {
  let ofStore = views.get(store);
  if (ofStore === undefined) {
    ofStore = new WeakMap();
    views.set(store, ofStore);
  }
  const before = ofStore.get(projection) as Promise<LiveView<Row>> | undefined;
  const next = readOn(store, projection, before);
  ofStore.set(projection, next);
  return next;
}

async function readOn<Row>(
  store: EventStore,
  projection: Projection<Row>,
  before: Promise<LiveView<Row>> | undefined,
): Promise<LiveView<Row>> {
  const empty = (): LiveView<Row> => ({ rows: new Map(), contributions: new Map(), position: undefined });
  // A catch-up that failed left rows half-way: the next one starts anew.
  const view = (await before?.catch(() => undefined)) ?? empty();
  const head = await store.head();
  if (head === undefined || (view.position !== undefined && view.position >= head)) return view;
  const pages = store.readAll({
    ...(view.position !== undefined && { after: view.position }),
    until: head,
    types: projection.catalog.types,
  });
  for await (const page of pages) {
    foldPage(projection, page, view.rows, undefined, (key, event) => {
      const streams = view.contributions.get(key);
      if (streams === undefined) view.contributions.set(key, new Map([[event.stream, event.revision]]));
      else streams.set(event.stream, event.revision);
    });
  }
  view.position = head;
  return view;
}
