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
import { agencyFiles } from '../files/agency-files.js';
import { personFiles } from '../files/person-files.js';
import { type Roster, unitRosters } from '../files/unit-rosters.js';

/** The projections that a competency history is read from: what projectors keep. */
export const competencyHistoryProjections = [personFiles, agencyFiles, unitRosters] as const;

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
  return shelfWith(rowsOf(people), rowsOf(agency), rowsOf(rosters));
}

/**
 * The files as projectors keep them in a target, such as a SQLite file, at this moment. What is filed while a question is answered is not
 * seen by it: entries bear their position.
 *
 * @throws EventSourcingError `version-conflict` where the target does not serve these projections, or other versions of them.
 */
export async function shelfIn(target: ViewTarget): Promise<Shelf> {
  const [people, agency, rosters] = await Promise.all([
    rowsIn(target, personFiles, BUILD_FIRST),
    rowsIn(target, agencyFiles, BUILD_FIRST),
    rowsIn(target, unitRosters, BUILD_FIRST),
  ]);
  return shelfWith(people, agency, rosters);
}

const BUILD_FIRST =
  'Run the projectors of `competencyHistoryProjections` of the same version of the library on this target first.';

function shelfWith(people: Shelf['people'], agency: Shelf['agency'], rosters: Shelf['rosters']): Shelf {
  return { position: filledTo([people, agency, rosters]), people, agency, rosters };
}
