import { EventSourcingError, isEventSourcingError } from '../errors.js';
import type { RecordedEvent } from '../event/envelope.js';
import type { EventStore } from '../store/event-store.js';
import type { Lane } from './lane.js';
import { type PassOptions, passOn, passOver, type Stopped } from './log-pass.js';
import type { Projection } from './projection.js';
import type { ViewTarget } from './view-target.js';
import type { ViewWriter } from './view-writer.js';

/** What all work of a projector shares. */
export interface Workplace {
  readonly store: EventStore;
  readonly target: ViewTarget;
  readonly lanes: readonly Lane[];
  /** One piece of work on the rows that are served at a time. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
}

/** How often a checkpoint that others move is read again, before it is told as a failure. */
const MOST_CONFLICTS = 10;

/**
 * Brings the rows that are served to the head of this moment; those of another version are left alone. When another projector moves
 * them meanwhile, goes on from what it stored.
 *
 * @returns the first failure of a projection that stopped
 * @throws EventSourcingError `projection-stopped` when rows are farther than the store; `version-conflict` when another projector began
 *   to serve another version; those of the store and the target.
 */
export async function catchUp(place: Workplace, options: PassOptions): Promise<Error | undefined> {
  const { store, target, lanes } = place;
  for (let conflicts = 0; ; conflicts++) {
    const writers = await writersOf(lanes, (one) => one.open());
    const served = lanes.filter((one) => one.writer() !== undefined);
    try {
      const head = await store.head();
      for (const writer of writers) assertWithin(writer, head);
      if (head === undefined) return undefined;
      return noteStopped(lanes, await passOver(store, target, writers, head, options));
    } catch (error) {
      await recover(served, error, conflicts);
    }
  }
}

/**
 * Folds what a subscription brought, and stores it in one step.
 * @param seen everything up to here was told
 */
export async function foldArrived(
  place: Workplace,
  events: readonly RecordedEvent[],
  seen: string | undefined,
  options: PassOptions,
): Promise<void> {
  const { target, lanes } = place;
  const served = lanes.filter((one) => one.writer() !== undefined);
  try {
    const writers = await writersOf(lanes, async (one) => one.writer() ?? (await one.open()));
    if (events.length > 0) noteStopped(lanes, await passOn(target, writers, events, options));
    if (seen !== undefined) for (const writer of writers) writer.see(seen);
  } catch (error) {
    await recover(served, error, 0);
    // Another projector was faster: what it did not do is read from the log.
    await catchUp(place, options);
  }
}

/** Notes which projections stopped; the first failure. */
function noteStopped(lanes: readonly Lane[], stopped: Stopped): Error | undefined {
  for (const [writer, error] of stopped) lanes.find((one) => one.holds(writer))?.stopWith(error);
  return stopped.values().next().value;
}

/** Forgets what was not stored; returns when another projector moved rows of the same version, and throws the error otherwise. */
async function recover(served: readonly Lane[], error: unknown, conflicts: number): Promise<void> {
  for (const one of served) one.forget();
  if (conflicts >= MOST_CONFLICTS || !isEventSourcingError(error, 'version-conflict')) throw error;
  for (const one of served) {
    const version = await one.servedVersion();
    if (version !== undefined && version !== one.projection.version) throw replacedBy(one.projection, version, error);
  }
}

async function writersOf(
  lanes: readonly Lane[],
  open: (one: Lane) => Promise<ViewWriter | undefined>,
): Promise<readonly ViewWriter[]> {
  const writers: ViewWriter[] = [];
  for (const one of lanes) {
    const writer = await open(one);
    if (writer !== undefined) writers.push(writer);
  }
  return writers;
}

function assertWithin(writer: ViewWriter, head: string | undefined): void {
  const at = writer.position();
  if (at === undefined || (head !== undefined && at <= head)) return;
  const { name } = writer.projection;
  throw new EventSourcingError(
    'projection-stopped',
    `The view '${name}' is at ${at}, farther than the store (${head ?? 'empty'}).`,
    { place: { projection: name }, todo: 'The store was restored or exchanged: rebuild the view.' },
  );
}

function replacedBy({ name, version }: Projection<unknown>, other: number, cause: unknown): EventSourcingError {
  return new EventSourcingError(
    'version-conflict',
    `Another projector began to serve the view '${name}' in version ${other}; this one writes version ${version}.`,
    { place: { projection: name }, todo: 'Stop the program of the other version, then start this one again.', cause },
  );
}
