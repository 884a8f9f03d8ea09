import { EventSourcingError } from '../errors.js';
import type { View } from '../projection/as-of.js';
import { keyOrder } from '../projection/key-order.js';
import type { Projection } from '../projection/projection.js';
import type { ViewTarget } from '../projection/view-target.js';

/** The rows of a projection, wherever they stand. */
export interface Rows<Row> {
  /** Everything up to here is in the rows; empty where nothing is. */
  readonly position: string;
  load(keys: readonly string[]): Promise<ReadonlyMap<string, Row>>;
  /** In the order of the keys; of several texts, text by text. */
  startingWith(prefix: string | readonly string[]): Promise<ReadonlyMap<string, Row>>;
}

/** The rows of a view that was folded in memory. */
export function rowsOf<Row>({ rows, until }: View<Row>): Rows<Row> {
  const order = keyOrder(rows);
  const found = (keys: readonly string[]): ReadonlyMap<string, Row> => {
    const known = new Map<string, Row>();
    for (const key of keys) {
      const row = rows.get(key);
      if (row !== undefined) known.set(key, row);
    }
    return known;
  };
  return {
    position: until ?? '',
    load: async (keys) => found(keys),
    startingWith: async (prefix) => found([prefix].flat().flatMap((one) => order.startingWith(one))),
  };
}

/**
 * The rows as projectors keep them in a target, such as a SQLite file, at this moment.
 *
 * @param todo what to do where they are not served: which projectors to run
 * @throws EventSourcingError `version-conflict` where the target does not serve the projection, or another version of it.
 */
export async function rowsIn<Row>(
  target: ViewTarget,
  { name, version }: Projection<Row>,
  todo: string,
): Promise<Rows<Row>> {
  const generation = await target.active(name);
  if (generation?.version !== version) {
    throw new EventSourcingError(
      'version-conflict',
      generation === undefined
        ? `The view '${name}' is not served here: it was never built, or its first build is not complete.`
        : `The view '${name}' is served in version ${generation.version}; this program reads version ${version}.`,
      { place: { projection: name }, todo },
    );
  }
  const { position } = await generation.checkpoint();
  return {
    position: position ?? '',
    load: async (keys) => (await generation.load(keys)) as ReadonlyMap<string, Row>,
    startingWith: async (prefix) => (await generation.startingWith(prefix)) as ReadonlyMap<string, Row>,
  };
}

/** The position up to which all of these rows are filled: the earliest of theirs. */
export function filledTo(rows: readonly Pick<Rows<unknown>, 'position'>[]): string {
  return rows.map(({ position }) => position).reduce((one, other) => (other < one ? other : one));
}
