import { isEventSourcingError } from '../errors.js';
import type { DecodeOptions } from '../event/event-catalog.js';
import { systemRuntime } from '../handling/runtime.js';
import type { Instant } from '../instant.js';
import { type EventStore, isRecordedEvent } from '../store/event-store.js';
import { buildBeside } from './build-beside.js';
import { catchUp, foldArrived, type Workplace } from './catch-up.js';
import type { CommitBounds } from './commit-unit.js';
import { follow, toldBy } from './follow.js';
import { type Lane, lane } from './lane.js';
import type { PassOptions } from './log-pass.js';
import { memoryTarget } from './memory-target.js';
import type { PoisonPolicy } from './parking.js';
import { type ProjectedView, projectedView } from './projected-view.js';
import type { Projection } from './projection.js';
import type { ProjectorStatus } from './projector-status.js';
import { type Replayed, replayParked } from './replay-parked.js';
import { turns } from './turns.js';
import type { ViewTarget } from './view-target.js';
import { waitingRoom } from './waiting-room.js';

export interface ProjectorOptions extends DecodeOptions {
  /** Where the rows live; in memory when absent. */
  readonly target?: ViewTarget;
  /**
   * What to do, while live, with an event that a projection cannot take: try it again so many times (3 when absent), with a pause
   * that doubles each time (from 100 ms when absent), then park it.
   */
  readonly poison?: { readonly retries: number; readonly pauseMs?: number };
  /**
   * When, while catching up, the rows are stored: after that many events (no limit when absent, 20,000 where events are parked), after
   * that many milliseconds (1,000 when absent; longer where storing takes an eighth of it, up to 30 seconds), or when the rows in
   * memory come to that many characters of JSON (256 million when absent), which bounds the memory too.
   */
  readonly commitAfter?: Partial<CommitBounds>;
  /** The clock; that of the machine when absent. */
  readonly now?: () => Instant;
}

/** Keeps the rows of several projections up to date in one target. */
export interface Projectors {
  /**
   * Catches up to the head, once. Rows that another version built, or none did, are built anew ({@link rebuild}).
   * A projection that stops does not stop the others; the first failure is thrown when they are done. While live, events are parked
   * as {@link start} does.
   * @throws EventSourcingError `projection-stopped` at an event that cannot be folded; everything before its append is stored, the
   *   checkpoint stays before it. `version-conflict` when another projector serves another version.
   */
  run(): Promise<void>;
  /**
   * Catches up and then follows the store, until {@link stop}. Resolves when it is live (or was told to stop); rejects when it met a
   * failure before. Once live, a lost connection is opened again, with pauses from 0.1 to 30 seconds.
   * An event that cannot be folded is tried again, then parked, and so are later events of the same rows, so that order is kept.
   * An event that cannot be decoded is parked alone: it is not known which rows it concerns. Rows that are built for the first time
   * stop instead, as those of a rebuild do.
   */
  start(): Promise<void>;
  /** Ends following, and a run or rebuild in hand, after the append in hand, and stores the checkpoint. */
  stop(): Promise<void>;
  /**
   * Folds the whole log into new rows beside the old ones, and serves them as soon as they are as far or farther. A rebuild of the same
   * version that was interrupted goes on from its checkpoint, unless `anew` is true.
   * @throws EventSourcingError `projection-stopped`; the old rows stay.
   */
  rebuild(options?: { readonly anew?: boolean }): Promise<void>;
  /**
   * Resolves when the rows contain everything up to that position, such as that of a command just handled; also when it is another
   * process that writes them.
   * @throws EventSourcingError `wait-timeout` after `timeoutMs` (5,000 when absent); the failure itself when this projector stopped.
   */
  waitFor(position: string, options?: { readonly timeoutMs?: number }): Promise<void>;
  /** One status a projection, in their order. */
  status(): Promise<readonly ProjectorStatus[]>;
  /** Tries the parked events of all projections again, see {@link ProjectedView.replayParked}. */
  replayParked(): Promise<Replayed>;
  /** @throws TypeError for a projection that is not one of these. */
  of<Row>(projection: Projection<Row>): ProjectedView<Row>;
}

const DEFAULT_POISON = { retries: 3, pauseMs: 100 };
const DEFAULT_BOUNDS: CommitBounds = { events: Number.POSITIVE_INFINITY, ms: 1000, weight: 256_000_000 };
const DEFAULT_TIMEOUT_MS = 5000;

/**
 * Keeps the rows of several projections up to date, in one pass over the log.
 *
 * ```ts
 * const views = projectors(store, [people, programmes], { target: await sqliteViews('views.db') });
 * await views.start();
 * await views.of(people).get('subject-1');
 * ```
 *
 * Reading asks the store only for the types of the projections, and decodes an event once for all that share its definition. What was
 * folded is stored for all of them in one step with their checkpoints, at the end of an append: a reader never sees half of one.
 *
 * @throws TypeError when two projections have one name.
 */
export function projectors(
  store: EventStore,
  projections: readonly Projection<unknown>[],
  options: ProjectorOptions = {},
): Projectors {
  const target = options.target ?? memoryTarget();
  const trustStored = options.trustStored === true;
  const writing = { now: options.now ?? systemRuntime.now, trustStored };
  const parking: PoisonPolicy = { ...DEFAULT_POISON, ...options.poison };
  const bounds: CommitBounds = { ...DEFAULT_BOUNDS, ...options.commitAfter };
  assertNamesDiffer(projections);
  const lanes = projections.map((projection) => lane(store, target, projection, writing));
  const place: Workplace = { store, target, lanes, inTurn: turns() };
  const waiting = waitingRoom();

  /** What {@link Projectors.stop} ends, besides following. */
  let interrupt = new AbortController();
  let works: Promise<unknown> = Promise.resolve();
  let building: Promise<void> | undefined;
  let following:
    | { readonly abort: AbortController; readonly ended: Promise<void>; readonly live: Promise<void> }
    | undefined;

  const passOptions = (policy: PoisonPolicy, signal: AbortSignal): PassOptions => ({
    policy,
    bounds,
    signal,
    trustStored,
    told(writer, piece) {
      lanes.find((one) => one.holds(writer))?.worked(writer, piece);
      waiting.announce();
    },
  });

  /** One build at a time; one that is asked for meanwhile is the same. */
  function build(which: readonly Lane[], anew: boolean, signal: AbortSignal): Promise<void> {
    building ??= buildBeside(place, which, { ...passOptions('stop', signal), anew }).finally(() => {
      building = undefined;
      waiting.announce();
    });
    return building;
  }

  async function rebuild(anew: boolean): Promise<void> {
    await build(lanes, anew, interrupt.signal);
    for (const one of lanes) {
      one.note(undefined);
      if (one.hasStopped()) one.enter('idle');
    }
  }

  /** Brings everything to the head: first what is served, then what has to be built. */
  async function bringUp(policy: PoisonPolicy, signal: AbortSignal): Promise<void> {
    const failure = await place.inTurn(() => catchUp(place, passOptions(policy, signal)));
    await building?.catch(() => {});
    const missing: Lane[] = [];
    for (const one of lanes) if (await one.isMissing()) missing.push(one);
    if (missing.length > 0 && !signal.aborted) await build(missing, false, signal);
    if (failure !== undefined) throw failure;
  }

  function begin(): void {
    for (const one of lanes) {
      one.enter('catchingUp');
      one.note(undefined);
    }
  }

  /** After a failure at an event, the projections that could take it are idle; any other failure stops them all. */
  function end(error?: unknown): void {
    const ofSome = error === undefined || lanes.some((one) => one.hasStopped());
    for (const one of lanes) {
      if (ofSome) one.end();
      else one.stopWith(error);
    }
    waiting.announce();
  }

  async function run(): Promise<void> {
    const { signal } = interrupt;
    // Whoever follows has been told what it is doing; this only hurries it.
    const follows = following !== undefined;
    if (!follows) begin();
    try {
      await bringUp(follows ? parking : 'stop', signal);
      if (!follows) end();
    } catch (error) {
      if (!follows) end(signal.aborted ? undefined : error);
      if (!signal.aborted) throw error;
    }
  }

  function start(): Promise<void> {
    if (following !== undefined && !following.abort.signal.aborted) return following.live;
    const before = following?.ended ?? Promise.resolve();
    const abort = new AbortController();
    let ended = before;
    const live = new Promise<void>((resolve, reject) => {
      const work = async (): Promise<void> => {
        await before;
        begin();
        try {
          await followStore(abort.signal, resolve);
          end();
          resolve();
        } catch (error) {
          end(error);
          reject(error);
        }
        if (following?.abort === abort) following = undefined;
      };
      ended = work();
    });
    // Whoever does not wait for it finds the failure in status().
    live.catch(() => {});
    following = { abort, ended, live };
    return live;
  }

  function followStore(signal: AbortSignal, isLive: () => void): Promise<void> {
    const enter = (phase: 'live' | 'catchingUp'): void => {
      for (const one of lanes) if (!one.hasStopped()) one.enter(phase);
      waiting.announce();
    };
    const work = {
      types: [...new Set(projections.flatMap(({ catalog }) => catalog.types))],
      bringUp: () => bringUp(parking, signal),
      live() {
        enter('live');
        isLive();
      },
      lost(error: unknown) {
        for (const one of lanes) if (error !== undefined) one.note(error);
        enter('catchingUp');
      },
      after: () => earliest(lanes),
      async take(batch: Parameters<typeof toldBy>[0]) {
        const events = batch.filter(isRecordedEvent);
        await place.inTurn(() => foldArrived(place, events, toldBy(batch), passOptions(parking, signal)));
        waiting.announce();
      },
    };
    return follow(store, work, signal);
  }

  async function stop(): Promise<void> {
    const ending = following;
    ending?.abort.abort();
    interrupt.abort();
    interrupt = new AbortController();
    await ending?.ended;
    await works;
    await place.inTurn(async () => {
      if (following === undefined && !lanes.some((one) => one.hasStopped())) await storeWhatWasSeen(place);
    });
  }

  /** Work that {@link stop} waits for. */
  function tracked<T>(work: Promise<T>): Promise<T> {
    works = Promise.allSettled([works, work]).then(() => {});
    return work;
  }

  const replay = (which: readonly Lane[]): Promise<Replayed> =>
    place.inTurn(async () => {
      const total = { replayed: 0, left: 0 };
      for (const one of which) {
        const writer = await one.open();
        // Rows of another version are not touched by this one.
        let of: Replayed | undefined;
        try {
          of = writer && (await replayParked(store, target, writer));
        } catch (error) {
          // What was folded and not stored would be stored with the next commit, and the event is still parked.
          one.forget();
          throw error;
        }
        total.replayed += of?.replayed ?? 0;
        total.left += of?.left ?? (await one.parked()).length;
      }
      return total;
    });

  return {
    run: () => tracked(run()),
    start,
    stop,
    rebuild: ({ anew = false } = {}) => tracked(rebuild(anew)),
    waitFor: (position, { timeoutMs = DEFAULT_TIMEOUT_MS } = {}) => waiting.until(lanes, position, timeoutMs),
    status: () => Promise.all(lanes.map((one) => one.status())),
    replayParked: () => replay(lanes),
    of<Row>(projection: Projection<Row>): ProjectedView<Row> {
      const one = lanes.find((other) => other.projection === projection);
      if (one === undefined) throw new TypeError(`'${projection.name}' is not one of these projections.`);
      return projectedView<Row>(one, () => replay([one]));
    },
  };
}

/** Where a subscription begins that serves all of them. */
function earliest(lanes: readonly Lane[]): string | undefined {
  const [first] = lanes.map((one) => one.writer()?.position() ?? '').sort();
  return first === '' ? undefined : first;
}

/** Nothing is left in memory only: a restart begins where this one ended. */
async function storeWhatWasSeen({ target, lanes }: Workplace): Promise<void> {
  for (const one of lanes) {
    const writer = one.writer();
    const change = await writer?.change('stop');
    if (change === undefined) continue;
    try {
      await target.commit([change]);
      writer?.stored(change, Number.POSITIVE_INFINITY);
    } catch (error) {
      one.forget();
      // Another projector was faster. All that was folded here was stored before; this is only how far it looked.
      if (!isEventSourcingError(error, 'version-conflict')) throw error;
    }
  }
}

function assertNamesDiffer(projections: readonly Projection<unknown>[]): void {
  const names = projections.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new TypeError(`Two projections are called '${twice}'.`);
}
