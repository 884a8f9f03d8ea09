import { EventSourcingError, isEventSourcingError } from '../errors.js';
import type { RecordedEvent } from '../event/envelope.js';
import type { DecodeOptions } from '../event/event-catalog.js';
import { systemRuntime } from '../handling/runtime.js';
import type { Instant } from '../instant.js';
import { type EventStore, isRecordedEvent } from '../store/event-store.js';
import { liveBatches } from './live-batches.js';
import type { Projection } from './projection.js';
import { type Generation, memoryTarget, type ParkedEvent, type ViewTarget } from './view-target.js';
import { type PoisonPolicy, type ViewWriter, viewWriter } from './view-writer.js';

/**
 * What a projector is doing.
 *
 * ```text
 * idle ── run, start ──> catchingUp ── start ──> live ── stop ──> idle
 *                          │   └─ run ──> idle     │
 *                          └────── failure ────────┴──> stopped ── run, start ──> catchingUp
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

export interface ProjectorOptions extends DecodeOptions {
  /** Where the rows live; in memory when absent. */
  readonly target?: ViewTarget;
  /**
   * What to do, while live, with an event that the projection cannot take: try it again so many times (3 when absent), with a pause
   * that doubles each time (from 100 ms when absent), then park it.
   */
  readonly poison?: { readonly retries: number; readonly pauseMs?: number };
  /** The clock; that of the machine when absent. */
  readonly now?: () => Instant;
}

export interface ProjectorStatus {
  readonly state: ProjectorState;
  /** The version by which the rows that are served were built; undefined before the first run. */
  readonly version: number | undefined;
  /** Everything up to here is in the rows, or parked, or not for this projection. */
  readonly position: string | undefined;
  /** The position of the last event of the store, or where it was when the store last answered. */
  readonly head: string | undefined;
  readonly caughtUp: boolean;
  /** 0 when caught up; else the age of the last event that was folded by this projector, undefined when it folded none. */
  readonly lagMs: number | undefined;
  /** How many events are folded in the rows that are served. */
  readonly handled: number;
  /** Events a second, over the time that this projector spent on folding and storing; 0 before the first. */
  readonly ratePerSecond: number;
  readonly lastError: unknown;
  /** How many events are parked. */
  readonly parked: number;
  /** Whether payloads of the present version are taken unvalidated. */
  readonly trustStored: boolean;
}

/** Keeps the rows of one projection up to date in one target. */
export interface Projector<Row> {
  /**
   * Catches up to the head, once. When the rows were built by another version, builds them anew ({@link rebuild}).
   * @throws EventSourcingError `projection-stopped` at an event that cannot be folded; everything before it is stored, the checkpoint
   *   stays before it.
   */
  run(): Promise<void>;
  /**
   * Catches up and then follows the store, until {@link stop}. Resolves when it is live (or was told to stop); rejects when it met a failure before.
   * An event that cannot be folded is tried again, then parked, and so are later events of the same rows, so that order is kept.
   * An event that cannot be decoded is parked alone: it is not known which rows it concerns.
   */
  start(): Promise<void>;
  /** Ends following, after the page in hand, and stores the checkpoint. */
  stop(): Promise<void>;
  /**
   * Folds the whole log into new rows beside the old ones, and serves them as soon as they are as far or farther.
   * @throws EventSourcingError `projection-stopped`; the new rows are dropped and the old ones stay.
   */
  rebuild(): Promise<void>;
  /**
   * Resolves when the rows contain everything up to that position, such as that of a command just handled.
   * @throws EventSourcingError `wait-timeout` after `timeoutMs` (5,000 when absent); the failure itself when this projector stopped.
   */
  waitFor(position: string, options?: { readonly timeoutMs?: number }): Promise<void>;
  status(): Promise<ProjectorStatus>;
  /** The events that were set aside, by position. */
  parked(): Promise<readonly ParkedEvent[]>;
  /**
   * Tries parked events again, in order; what works leaves the list, and an event stays behind an earlier one of the same row.
   * An event that could not be decoded comes after the later events of its row that were folded meanwhile: where order matters
   * to the rows, {@link rebuild} instead.
   */
  replayParked(): Promise<{ readonly replayed: number; readonly left: number }>;
  /** The row of that key, as a copy. Until a switch to a new version, rows are those of the old one. */
  get(key: string): Promise<Row | undefined>;
  /** All rows, as copies. */
  rows(): Promise<ReadonlyMap<string, Row>>;
}

const DEFAULT_POISON = { retries: 3, pauseMs: 100 };
const DEFAULT_TIMEOUT_MS = 5000;

/**
 * Keeps the rows of a projection up to date.
 *
 * ```ts
 * const people = projector(store, registrations);
 * await people.run();
 * await people.get('subject-1');
 * ```
 *
 * Reading asks the store only for the types of the projection. Each page is folded in one go and stored in one step with its
 * checkpoint, which never overtakes an event that was not handled or parked.
 */
export function projector<Row>(
  store: EventStore,
  projection: Projection<Row>,
  options: ProjectorOptions = {},
): Projector<Row> {
  const target = options.target ?? memoryTarget();
  const now = options.now ?? systemRuntime.now;
  const parkPolicy: PoisonPolicy = { ...DEFAULT_POISON, ...options.poison };
  const writerOptions = { now, trustStored: options.trustStored === true };

  let phase: Exclude<ProjectorState, 'rebuilding'> = 'idle';
  let lastError: unknown;
  let knownHead: string | undefined;
  let serving: Promise<ViewWriter> | undefined;
  let rebuilding: Promise<void> | undefined;
  let following:
    | { readonly abort: AbortController; readonly ended: Promise<void>; readonly live: Promise<void> }
    | undefined;
  const work = { events: 0, ms: 0 };
  const waiters = new Set<() => void>();
  const inTurn = turns();

  const tellWaiters = (): void => {
    for (const check of [...waiters]) check();
  };

  function served(): Promise<ViewWriter> {
    serving ??= openServed();
    return serving.catch((error: unknown) => {
      serving = undefined;
      throw error;
    });
  }

  async function openServed(): Promise<ViewWriter> {
    let generation = await target.active(projection.name);
    if (generation === undefined) {
      generation = await target.begin(projection.name, projection.version);
      await target.activate(generation);
    }
    return viewWriter(projection, generation, writerOptions);
  }

  async function builtByThisVersion(): Promise<boolean> {
    return (await served()).generation.version === projection.version;
  }

  async function write(writer: ViewWriter, page: readonly RecordedEvent[], policy: PoisonPolicy): Promise<void> {
    const start = performance.now();
    const before = writer.handled();
    try {
      await writer.write(page, policy);
    } finally {
      work.events += writer.handled() - before;
      work.ms += performance.now() - start;
      tellWaiters();
    }
  }

  /** Reads up to the head of this moment. */
  async function catchUp(writer: ViewWriter, policy: PoisonPolicy, signal?: AbortSignal): Promise<void> {
    const head = await store.head();
    const after = writer.position();
    if (after !== undefined && (head === undefined || after > head)) {
      throw new EventSourcingError(
        'projection-stopped',
        `The view '${projection.name}' is at ${after}, farther than the store (${head ?? 'empty'}).`,
        { todo: 'The store was restored or exchanged: rebuild the view.' },
      );
    }
    if (head === undefined || after === head) return;
    const pages = store.readAll({
      ...(after !== undefined && { after }),
      until: head,
      types: projection.catalog.types,
    });
    for await (const page of pages) {
      if (signal?.aborted === true) return;
      await write(writer, page, policy);
    }
    writer.see(head);
    await writer.flush();
    tellWaiters();
  }

  function failed(error: unknown): void {
    phase = 'stopped';
    lastError = error;
    // Another projector moved the rows: the next run goes on from what is stored, not from what was known here.
    if (isEventSourcingError(error, 'version-conflict')) serving = undefined;
    tellWaiters();
  }

  async function rebuildBeside(): Promise<void> {
    await served();
    const generation = await target.begin(projection.name, projection.version);
    try {
      const writer = await viewWriter(projection, generation, writerOptions);
      await catchUp(writer, 'stop');
      await inTurn(async () => {
        // Nothing is written to the old rows now: after this the new ones are as far or farther.
        await catchUp(writer, 'stop');
        await target.activate(generation);
        serving = Promise.resolve(writer);
      });
      lastError = undefined;
      if (phase === 'stopped') phase = 'idle';
      tellWaiters();
    } catch (error) {
      lastError = error;
      await target.discard(generation);
      throw error;
    }
  }

  function rebuild(): Promise<void> {
    rebuilding ??= rebuildBeside().finally(() => {
      rebuilding = undefined;
    });
    return rebuilding;
  }

  async function run(): Promise<void> {
    if (following !== undefined) {
      const head = await store.head();
      if (head !== undefined) await waitFor(head, { timeoutMs: Number.POSITIVE_INFINITY });
      return;
    }
    phase = 'catchingUp';
    lastError = undefined;
    try {
      if (!(await builtByThisVersion())) await rebuild();
      else await inTurn(async () => catchUp(await served(), 'stop'));
      phase = 'idle';
    } catch (error) {
      failed(error);
      throw error;
    }
  }

  async function follow(signal: AbortSignal, live: () => void): Promise<void> {
    if (!(await builtByThisVersion())) await rebuild();
    await inTurn(async () => catchUp(await served(), parkPolicy, signal));
    if (signal.aborted) return;
    phase = 'live';
    tellWaiters();
    live();
    const after = (await served()).position();
    const types = projection.catalog.types;
    for await (const batch of liveBatches(store, { ...(after !== undefined && { after }), types }, signal)) {
      await inTurn(async () => {
        const writer = await served();
        const events = batch.filter(isRecordedEvent);
        if (events.length > 0) await write(writer, events, parkPolicy);
        for (const message of batch) if (message.position !== undefined) writer.see(message.position);
        tellWaiters();
      });
    }
  }

  function start(): Promise<void> {
    if (following !== undefined) return following.live;
    const abort = new AbortController();
    phase = 'catchingUp';
    lastError = undefined;
    let ended: Promise<void> = Promise.resolve();
    const live = new Promise<void>((resolve, reject) => {
      ended = follow(abort.signal, resolve).then(
        () => {
          phase = 'idle';
          following = undefined;
          resolve();
        },
        (error: unknown) => {
          failed(error);
          following = undefined;
          reject(error);
        },
      );
    });
    // Whoever does not wait for it finds the failure in status().
    live.catch(() => {});
    following = { abort, ended, live };
    return live;
  }

  async function stop(): Promise<void> {
    following?.abort.abort();
    await following?.ended;
    if (serving === undefined || phase === 'stopped') return;
    await inTurn(async () => (await served()).flush());
  }

  async function waitFor(position: string, wait: { readonly timeoutMs?: number } = {}): Promise<void> {
    await served();
    const timeoutMs = wait.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    await new Promise<void>((resolve, reject) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const settle = (outcome: () => void): void => {
        waiters.delete(check);
        clearTimeout(timer);
        outcome();
      };
      const check = (): void => {
        served().then((writer) => {
          const at = writer.position();
          if (at !== undefined && at >= position) settle(resolve);
          else if (phase === 'stopped') settle(() => reject(lastError));
        }, reject);
      };
      if (Number.isFinite(timeoutMs)) {
        timer = setTimeout(() => settle(() => reject(waitTimeout(projection.name, position, timeoutMs))), timeoutMs);
      }
      waiters.add(check);
      check();
    });
  }

  async function status(): Promise<ProjectorStatus> {
    const generation = await target.active(projection.name);
    const writer = generation && (await served());
    try {
      knownHead = await store.head();
    } catch {
      // A store that cannot be asked any more is a reason to look at the status, not to be refused it.
    }
    const head = knownHead;
    const position = writer?.position();
    const caughtUp = head === undefined || (position !== undefined && position >= head);
    const last = writer?.lastRecordedAt();
    return {
      state: rebuilding !== undefined ? 'rebuilding' : phase,
      version: writer?.generation.version,
      position,
      head,
      caughtUp,
      lagMs: caughtUp ? 0 : ageOf(last, now()),
      handled: writer?.handled() ?? 0,
      ratePerSecond: work.ms === 0 ? 0 : Math.round((work.events / work.ms) * 1000),
      lastError,
      parked: writer?.parkedCount() ?? 0,
      trustStored: writerOptions.trustStored,
    };
  }

  return {
    run,
    start,
    stop,
    rebuild,
    waitFor,
    status,
    parked: async () => (await target.active(projection.name))?.parked() ?? [],
    replayParked: () => inTurn(async () => (await served()).replayParked(store)),
    get: async (key) => {
      const found = await (await target.active(projection.name))?.load([key]);
      return found?.get(key) as Row | undefined;
    },
    rows: async () => allRows<Row>(await target.active(projection.name)),
  };
}

async function allRows<Row>(generation: Generation | undefined): Promise<ReadonlyMap<string, Row>> {
  const all = new Map<string, Row>();
  if (generation === undefined) return all;
  for await (const page of generation.rows()) for (const [key, row] of page) all.set(key, row as Row);
  return all;
}

function ageOf(last: Instant | undefined, now: Instant): number | undefined {
  return last === undefined ? undefined : Math.max(0, Date.parse(now) - Date.parse(last));
}

/** Lets one piece of work begin when the one before it is done. */
function turns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => {});
    return next;
  };
}

function waitTimeout(name: string, position: string, timeoutMs: number): EventSourcingError {
  return new EventSourcingError(
    'wait-timeout',
    `The projection '${name}' did not come to the position in ${timeoutMs} ms.`,
    {
      place: { position },
      todo: 'Look at status(): it may not be running, be far behind, or have stopped; or wait longer.',
    },
  );
}
