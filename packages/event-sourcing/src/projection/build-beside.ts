import { EventSourcingError, isEventSourcingError } from '../errors.js';
import type { Workplace } from './catch-up.js';
import type { Lane } from './lane.js';
import { type PassOptions, passOver, type Stopped } from './log-pass.js';
import type { ViewWriter } from './view-writer.js';

/** How often a build that another projector works at too is gone on with, before that is told as a failure. */
const MOST_CONFLICTS = 10;

/**
 * Builds rows of the present version beside those that are served, and serves them when they are as far or farther.
 *
 * 1. Opens a generation for each projection: the one of an interrupted build, or a new one; 2. folds up to the head of this moment,
 * while the old rows are read and followed; 3. with the old rows at rest, folds what came meanwhile, and switches. Projections that stop
 * keep what they have, to go on from there, and do not hold up the others.
 *
 * @throws EventSourcingError `projection-stopped`, the first failure, when the others are served; the same when the signal aborts.
 */
export async function buildBeside(
  place: Workplace,
  lanes: readonly Lane[],
  options: PassOptions & { readonly anew: boolean },
): Promise<void> {
  let failure: unknown;
  try {
    failure = await buildOnce(place, lanes, options, 0);
  } catch (error) {
    failure = error;
    // Being told to stop is no failure to look back at.
    if (!options.signal.aborted) for (const one of lanes) one.note(error);
  } finally {
    for (const one of lanes) one.closeBeside();
  }
  if (failure !== undefined) throw failure;
}

async function buildOnce(
  place: Workplace,
  lanes: readonly Lane[],
  options: PassOptions & { readonly anew: boolean },
  conflicts: number,
): Promise<Error | undefined> {
  const { store, target } = place;
  try {
    const head = await store.head();
    const writers: ViewWriter[] = [];
    for (const one of lanes) writers.push(await one.openBeside(head, options.anew));
    const stopped: Stopped = new Map();
    const pass = async (until: string | undefined): Promise<void> => {
      const left = writers.filter((writer) => !stopped.has(writer));
      if (until === undefined) return;
      for (const [writer, error] of await passOver(store, target, left, until, options)) stopped.set(writer, error);
    };
    await pass(head);
    return await place.inTurn(async () => {
      // Nothing is written to the old rows now: after this the new ones are as far or farther.
      await pass(await store.head());
      if (options.signal.aborted) throw interrupted(lanes);
      for (const [index, one] of lanes.entries()) {
        const writer = writers[index];
        if (writer !== undefined && !stopped.has(writer)) await one.activate();
      }
      for (const [writer, error] of stopped) {
        const one = lanes.find((other) => other.holds(writer));
        // Where old rows of this version are served, they go on as they did.
        if (await one?.isMissing()) one?.stopWith(error);
        else one?.note(error);
      }
      return stopped.values().next().value;
    });
  } catch (error) {
    if (conflicts >= MOST_CONFLICTS || !isEventSourcingError(error, 'version-conflict')) throw error;
    return buildOnce(place, lanes, { ...options, anew: false }, conflicts + 1);
  }
}

function interrupted(lanes: readonly Lane[]): EventSourcingError {
  const names = lanes.map(({ projection }) => `'${projection.name}'`).join(', ');
  return new EventSourcingError('projection-stopped', `The build of ${names} was told to stop.`, {
    todo: 'Run it again: it goes on from its checkpoint.',
  });
}
