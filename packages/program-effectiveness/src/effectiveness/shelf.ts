import {
  type EventStore,
  type Filed,
  filledTo,
  type Rows,
  replayAll,
  rowsIn,
  rowsOf,
  type ViewTarget,
} from '@pembinaan/event-sourcing';
import { contextFiles } from '../files/context-files.js';
import { programFiles } from '../files/program-files.js';

/** The projections that the effectiveness of programmes is read from: what projectors keep. */
export const programEffectivenessProjections = [programFiles, contextFiles] as const;

/** Where the files stand, whether in memory or kept by projectors. */
export interface Shelf {
  /** Everything up to here is filed; empty where nothing is, so that nothing is known. */
  readonly position: string;
  readonly programs: Rows<readonly Filed[]>;
  readonly context: Rows<readonly Filed[]>;
}

/** The files of a store, filed now, in memory. */
export async function shelfOf(store: EventStore): Promise<Shelf> {
  const [programs, context] = await replayAll(store, programEffectivenessProjections);
  return shelfWith(rowsOf(programs), rowsOf(context));
}

/**
 * The files as projectors keep them in a target, such as a SQLite file, at this moment. What is filed while a question is answered is not
 * seen by it: entries bear their position.
 *
 * @throws EventSourcingError `version-conflict` where the target does not serve these projections, or other versions of them.
 */
export async function shelfIn(target: ViewTarget): Promise<Shelf> {
  const [programs, context] = await Promise.all([
    rowsIn(target, programFiles, BUILD_FIRST),
    rowsIn(target, contextFiles, BUILD_FIRST),
  ]);
  return shelfWith(programs, context);
}

const BUILD_FIRST =
  'Run the projectors of `programEffectivenessProjections` of the same version of the library on this target first.';

function shelfWith(programs: Shelf['programs'], context: Shelf['context']): Shelf {
  return { position: filledTo([programs, context]), programs, context };
}
