/**
 * What a projector is doing with one projection.
 *
 * ```text
 * idle ── run, start ──> catchingUp ── start ──> live ── stop ──> idle
 *                          │  ^ └─ run, stop ──> idle │
 *                          │  └─── connection lost ───┤
 *                          └────── failure ───────────┴──> stopped ── run, start ──> catchingUp
 * any ── rebuild ──> rebuilding ──> the state before it, on the new rows (after a failure: on the old ones)
 * ```
 *
 * - `idle`: it does nothing; the rows stand where they are;
 * - `catchingUp`: it reads pages of what it has not seen;
 * - `live`: it has seen everything and follows the store;
 * - `rebuilding`: it folds new rows beside the old ones, which are served (and followed, when it is live) until the switch;
 * - `stopped`: it met a failure, which `lastError` tells; the rows before it are stored.
 */
export const PROJECTOR_STATES = ['idle', 'catchingUp', 'live', 'rebuilding', 'stopped'] as const;

/** One of {@link PROJECTOR_STATES}. */
export type ProjectorState = (typeof PROJECTOR_STATES)[number];

export interface ProjectorStatus {
  readonly state: ProjectorState;
  /** The version by which the rows that are read were built; undefined before the first run. */
  readonly version: number | undefined;
  /** Everything up to here is in the rows, or parked, or not for this projection. */
  readonly position: string | undefined;
  /** The position of the last event of the store, or where it was when the store last answered. */
  readonly head: string | undefined;
  readonly caughtUp: boolean;
  /** 0 when caught up; else the age of the last event that was folded by this projector, undefined when it folded none. */
  readonly lagMs: number | undefined;
  /** How many events are folded in the rows that are read. */
  readonly handled: number;
  /** Events a second, over the last ten seconds that were spent on reading, folding and storing; 0 before the first. */
  readonly ratePerSecond: number;
  /**
   * Milliseconds until the head is reached (while rebuilding: by the new rows), at the speed of these ten seconds: 0 when caught up,
   * null when it is not known, such as before the first commit or where positions are not numbers.
   */
  readonly etaMs: number | null;
  /** The last failure, also one that was overcome by trying again; undefined since the last start when there was none. */
  readonly lastError: unknown;
  /** How many events are parked. */
  readonly parked: number;
  /** Whether payloads of the present version are taken unvalidated. */
  readonly trustStored: boolean;
}
