import type { Lane } from './lane.js';
import type { ProjectorStatus } from './projector-status.js';
import type { Replayed } from './replay-parked.js';
import type { Generation, ParkedEvent } from './view-target.js';

/** The rows of one projection, as its projector keeps them. */
export interface ProjectedView<Row> {
  status(): Promise<ProjectorStatus>;
  /** The events that were set aside, by position. */
  parked(): Promise<readonly ParkedEvent[]>;
  /**
   * Tries parked events again, in order; what works leaves the list, and an event stays behind an earlier one of the same row.
   * An event that could not be decoded comes after the later events of its row that were folded meanwhile: where order matters
   * to the rows, rebuild instead.
   */
  replayParked(): Promise<Replayed>;
  /** The row of that key, as a copy. Until a switch to a new version, rows are those of the old one. */
  get(key: string): Promise<Row | undefined>;
  /** The rows whose keys begin with that text, or one of those, as copies, in the order of their keys; see {@link Generation.startingWith}. */
  startingWith(prefix: string | readonly string[]): Promise<ReadonlyMap<string, Row>>;
  /** All rows, as copies. */
  rows(): Promise<ReadonlyMap<string, Row>>;
}

/** What a lane shows to the outside. */
export function projectedView<Row>(one: Lane, replayParked: () => Promise<Replayed>): ProjectedView<Row> {
  return {
    status: one.status,
    parked: one.parked,
    replayParked,
    get: async (key) => (await (await one.read())?.load([key]))?.get(key) as Row | undefined,
    startingWith: async (prefix) =>
      ((await (await one.read())?.startingWith(prefix)) ?? new Map()) as ReadonlyMap<string, Row>,
    rows: async () => allRows<Row>(await one.read()),
  };
}

async function allRows<Row>(generation: Generation | undefined): Promise<ReadonlyMap<string, Row>> {
  const all = new Map<string, Row>();
  if (generation === undefined) return all;
  for await (const page of generation.rows()) for (const [key, row] of page) all.set(key, row as Row);
  return all;
}
