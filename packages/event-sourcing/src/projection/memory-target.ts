import { EventSourcingError } from '../errors.js';
import { type KeyOrder, keyOrder } from './key-order.js';
import {
  buildsOn,
  type Checkpoint,
  type Generation,
  type ParkedEvent,
  type ViewChange,
  type ViewTarget,
  viewMoved,
} from './view-target.js';

/** Keeps views in memory, as JSON text: what comes out is always a copy. */
export function memoryTarget(): ViewTarget {
  const contents = new Map<string, Content>();
  let count = 0;

  const find = (projection: string, state: State): Generation | undefined => {
    const all = [...contents.values()].filter((content) => content.generation.projection === projection);
    return all.findLast((content) => content.state === state)?.generation;
  };
  const contentOf = ({ id, projection }: Generation): Content => {
    const content = contents.get(id);
    if (content === undefined) throw dropped(projection);
    return content;
  };

  return {
    active: async (projection) => find(projection, 'active'),
    building: async (projection) => find(projection, 'building'),

    async begin(projection, version) {
      for (const [id, { generation, state }] of contents) {
        if (generation.projection === projection && state !== 'active') contents.delete(id);
      }
      const content = emptyContent(`${++count}`, projection, version);
      contents.set(content.generation.id, content);
      return content.generation;
    },

    async activate(generation) {
      const next = contentOf(generation);
      const before = find(generation.projection, 'active');
      if (before !== undefined) contentOf(before).state = 'replaced';
      next.state = 'active';
    },

    async discard({ id }) {
      if (contents.get(id)?.state === 'active') throw new TypeError('A generation that is served is not dropped.');
      contents.delete(id);
    },

    async commit(changes) {
      const prepared = changes.map((change) => {
        const content = contents.get(change.generation.id);
        const at = content?.checkpoint.position;
        if (content === undefined || content.state === 'replaced' || !buildsOn(change, content.checkpoint))
          throw viewMoved(change, at);
        return { content, change, texts: [...change.rows].map(([key, row]) => [key, JSON.stringify(row)] as const) };
      });
      for (const { content, change, texts } of prepared) store(content, change, texts);
    },
  };
}

type State = 'building' | 'active' | 'replaced';

interface Content {
  readonly generation: Generation;
  readonly rows: Map<string, string>;
  readonly order: KeyOrder;
  readonly parked: Map<string, ParkedEvent>;
  state: State;
  checkpoint: Checkpoint;
}

const PAGE = 1000;

function emptyContent(id: string, projection: string, version: number): Content {
  const rows = new Map<string, string>();
  const order = keyOrder(rows);
  const parked = new Map<string, ParkedEvent>();
  const generation: Generation = {
    id,
    projection,
    version,
    checkpoint: async () => content.checkpoint,
    load: async (keys) => copies(rows, keys),
    startingWith: async (prefix) => copies(rows, [prefix].flat().flatMap(order.startingWith)),
    async *rows() {
      // The entries of one moment: a commit between two pages is not seen.
      const entries = [...rows];
      for (let start = 0; start < entries.length; start += PAGE) {
        yield entries.slice(start, start + PAGE).map(([key, text]) => [key, JSON.parse(text)] as const);
      }
    },
    parked: async () => [...parked.values()].sort((a, b) => (a.position < b.position ? -1 : 1)),
  };
  const content: Content = {
    generation,
    rows,
    order,
    parked,
    state: 'building',
    checkpoint: { position: undefined, handled: 0 },
  };
  return content;
}

function copies(rows: ReadonlyMap<string, string>, keys: readonly string[]): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  for (const key of keys) {
    const text = rows.get(key);
    if (text !== undefined) found.set(key, JSON.parse(text));
  }
  return found;
}

function store(content: Content, change: ViewChange, texts: readonly (readonly [key: string, text: string])[]): void {
  for (const [key, text] of texts) {
    if (!content.rows.has(key)) content.order.changed(key);
    content.rows.set(key, text);
  }
  for (const key of change.removed) if (content.rows.delete(key)) content.order.changed(key);
  for (const event of change.parked) content.parked.set(event.position, event);
  for (const position of change.unparked) content.parked.delete(position);
  content.checkpoint = change.checkpoint;
}

function dropped(projection: string): EventSourcingError {
  return new EventSourcingError('version-conflict', `These rows of the view '${projection}' were dropped.`, {
    place: { projection },
    todo: 'Ask for the active generation again, and start again with its rows.',
  });
}
