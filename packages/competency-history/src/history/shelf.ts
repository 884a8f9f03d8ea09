import {
  EventSourcingError,
  type EventStore,
  type Generation,
  type Projection,
  replayAll,
  type View,
  type ViewTarget,
} from '@pembinaan/event-sourcing';
import { agencyFiles } from '../files/agency-files.js';
import type { Filed } from '../files/entry.js';
import { personFiles } from '../files/person-files.js';
import { type Roster, unitRosters } from '../files/unit-rosters.js';

/** The projections that a competency history is read from: what projectors keep. */
export const competencyHistoryProjections = [personFiles, agencyFiles, unitRosters] as const;

/** Rows of one projection. */
export interface Rows<Row> {
  load(keys: readonly string[]): Promise<ReadonlyMap<string, Row>>;
  /** In the order of the keys; of several texts, text by text. */
  startingWith(prefix: string | readonly string[]): Promise<ReadonlyMap<string, Row>>;
}

/** Where the files stand, whether in memory or kept by projectors. */
export interface Shelf {
  /** Everything up to here is filed; empty where nothing is, so that nothing is known. */
  readonly position: string;
  readonly people: Rows<readonly Filed[]>;
  readonly agency: Rows<readonly Filed[]>;
  readonly rosters: Rows<Roster>;
}

/** The files of a store, filed now, in memory. */
export async function shelfOf(store: EventStore): Promise<Shelf> {
  const [people, agency, rosters] = await replayAll(store, competencyHistoryProjections);
  return {
    position: people.until ?? '',
    people: inMemory(people),
    agency: inMemory(agency),
    rosters: inMemory(rosters),
  };
}

function inMemory<Row>({ rows }: View<Row>): Rows<Row> {
  let sorted: readonly string[] | undefined;
  return {
    async load(keys) {
      const found = new Map<string, Row>();
      for (const key of keys) {
        const row = rows.get(key);
        if (row !== undefined) found.set(key, row);
      }
      return found;
    },
    async startingWith(prefix) {
      sorted ??= [...rows.keys()].sort();
      const found = new Map<string, Row>();
      for (const one of [prefix].flat()) {
        for (let at = placeOf(sorted, one); at < sorted.length; at++) {
          const key = sorted[at] ?? '';
          if (!key.startsWith(one)) break;
          const row = rows.get(key);
          if (row !== undefined) found.set(key, row);
        }
      }
      return found;
    },
  };
}

/** The place of the first key that is not before a text. */
function placeOf(sorted: readonly string[], text: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The files as projectors keep them in a target, such as a SQLite file, at this moment. What is filed while a question is answered is not
 * seen by it: entries bear their position.
 *
 * @throws EventSourcingError `version-conflict` where the target does not serve these projections, or other versions of them.
 */
export async function shelfIn(target: ViewTarget): Promise<Shelf> {
  const [people, agency, rosters] = await Promise.all([
    served(target, personFiles),
    served(target, agencyFiles),
    served(target, unitRosters),
  ]);
  const checkpoints = await Promise.all([people, agency, rosters].map(({ checkpoint }) => checkpoint()));
  const positions = checkpoints.map(({ position }) => position ?? '').sort();
  return {
    position: positions[0] ?? '',
    people: kept(people),
    agency: kept(agency),
    rosters: kept(rosters),
  };
}

async function served(target: ViewTarget, { name, version }: Projection<unknown>): Promise<Generation> {
  const generation = await target.active(name);
  if (generation?.version === version) return generation;
  throw new EventSourcingError(
    'version-conflict',
    generation === undefined
      ? `The view '${name}' is not served here: it was never built, or its first build is not complete.`
      : `The view '${name}' is served in version ${generation.version}; this program reads version ${version}.`,
    {
      place: { projection: name },
      todo: 'Run the projectors of `competencyHistoryProjections` of the same version of the library on this target first.',
    },
  );
}

function kept<Row>(generation: Generation): Rows<Row> {
  return {
    load: async (keys) => (await generation.load(keys)) as ReadonlyMap<string, Row>,
    startingWith: async (prefix) => (await generation.startingWith(prefix)) as ReadonlyMap<string, Row>,
  };
}
