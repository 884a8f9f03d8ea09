import { EventSourcingError } from '../errors.js';
import type { Instant } from '../instant.js';
import type { EventStore } from '../store/event-store.js';
import type { Projection } from './projection.js';
import type { ProjectorState, ProjectorStatus } from './projector-status.js';
import type { Generation, ParkedEvent, ViewTarget } from './view-target.js';
import { type ViewWriter, type ViewWriterOptions, viewWriter } from './view-writer.js';
import { type WorkPiece, type WorkRate, workRate } from './work-rate.js';

/** One projection of a projector: its rows in the target, those that are built beside them, and how it goes. */
export interface Lane {
  readonly projection: Projection<unknown>;
  /** Whether the target serves no rows of this version. */
  isMissing(): Promise<boolean>;
  /** The version that the target serves. */
  servedVersion(): Promise<number | undefined>;
  /** Writes the rows that are served, from the checkpoint that is stored now; undefined when they are of another version. */
  open(): Promise<ViewWriter | undefined>;
  /** The same without asking the target whether somebody else moved them. */
  writer(): ViewWriter | undefined;
  /** Forgets the writer, such as after a failure: the next one begins with what is stored. */
  forget(): void;
  /** Writes rows beside those that are served: an interrupted build goes on, unless it is past the head or is to begin anew. */
  openBeside(head: string | undefined, anew: boolean): Promise<ViewWriter>;
  /** Serves what was built beside. */
  activate(): Promise<void>;
  closeBeside(): void;
  holds(writer: ViewWriter): boolean;
  /** Notes a commit. */
  worked(writer: ViewWriter, piece: WorkPiece): void;

  enter(phase: Exclude<ProjectorState, 'rebuilding' | 'stopped'>): void;
  /** Back to idle, unless it stopped. */
  end(): void;
  stopWith(error: unknown): void;
  /** Notes a failure that does not stop it, or, undefined, that it is overcome. */
  note(error: unknown): void;
  hasStopped(): boolean;
  lastError(): unknown;

  hasReached(position: string): Promise<boolean>;
  status(): Promise<ProjectorStatus>;
  /** What readers get: the rows that are served, or, before any were, those that are built for the first time. */
  read(): Promise<Generation | undefined>;
  parked(): Promise<readonly ParkedEvent[]>;
}

export function lane(
  store: EventStore,
  target: ViewTarget,
  projection: Projection<unknown>,
  options: ViewWriterOptions,
): Lane {
  const { name, version } = projection;
  let serving: ViewWriter | undefined;
  let beside: { readonly writer: ViewWriter; readonly first: boolean } | undefined;
  let rate = workRate();
  let besideRate = workRate();
  let phase: Exclude<ProjectorState, 'rebuilding'> = 'idle';
  let lastError: unknown;
  let knownHead: string | undefined;

  const read = async (): Promise<Generation | undefined> =>
    (await target.active(name)) ?? (await target.building(name));
  const writerOf = (generation: Generation | undefined): ViewWriter | undefined =>
    [serving, beside?.writer].find((writer) => writer !== undefined && writer.generation.id === generation?.id);
  const positionIn = async (generation: Generation | undefined): Promise<string | undefined> =>
    later((await generation?.checkpoint())?.position, writerOf(generation)?.settled());
  const servedVersion = async (): Promise<number | undefined> => (await target.active(name))?.version;

  async function headNow(): Promise<string | undefined> {
    try {
      knownHead = await store.head();
    } catch {
      // A store that cannot be asked any more is a reason to look at the status, not to be refused it.
    }
    return knownHead;
  }

  return {
    projection,
    servedVersion,
    isMissing: async () => (await servedVersion()) !== version,

    async open() {
      const active = await target.active(name);
      if (active === undefined || active.version !== version) {
        serving = undefined;
      } else if (serving?.generation.id !== active.id || !(await serving.isCurrent())) {
        serving = await viewWriter(store, projection, active, options);
      }
      return serving;
    },
    writer: () => serving,
    forget() {
      serving = undefined;
    },

    async openBeside(head, anew) {
      const served = await servedVersion();
      if (served !== undefined && served > version && !anew) throw servesNewer(name, served, version);
      const first = served === undefined;
      const left = anew ? undefined : await target.building(name);
      const goesOn = left?.version === version && ((await left.checkpoint()).position ?? '') <= (head ?? '');
      const generation = left !== undefined && goesOn ? left : await target.begin(name, version);
      const writer = await viewWriter(store, projection, generation, options);
      beside = { writer, first };
      besideRate = workRate();
      return writer;
    },
    async activate() {
      if (beside === undefined) return;
      await target.activate(beside.writer.generation);
      serving = beside.writer;
      rate = besideRate;
    },
    closeBeside() {
      beside = undefined;
    },
    holds: (writer) => writer === serving || writer === beside?.writer,
    worked(writer, piece) {
      (writer === beside?.writer ? besideRate : rate).note(piece);
    },

    enter(next) {
      phase = next;
    },
    end() {
      if (phase !== 'stopped') phase = 'idle';
    },
    stopWith(error) {
      phase = 'stopped';
      lastError = error;
    },
    note(error) {
      lastError = error;
    },
    hasStopped: () => phase === 'stopped',
    lastError: () => lastError,

    async hasReached(position) {
      const mine = serving?.settled();
      if (mine !== undefined && mine >= position) return true;
      const at = await positionIn(await read());
      return at !== undefined && at >= position;
    },

    async status() {
      const generation = await read();
      const [checkpoint, parked] = [await generation?.checkpoint(), await generation?.parked()];
      const position = later(checkpoint?.position, writerOf(generation)?.settled());
      const head = await headNow();
      const caughtUp = head === undefined || (position !== undefined && position >= head);
      const rebuilding = beside !== undefined && !beside.first;
      const [now, at]: readonly [WorkRate, string | undefined] =
        beside === undefined ? [rate, position] : [besideRate, beside.writer.settled()];
      return {
        state: rebuilding ? 'rebuilding' : phase,
        version: generation?.version,
        position,
        head,
        caughtUp,
        lagMs: caughtUp ? 0 : ageOf(writerOf(generation)?.lastRecordedAt(), options.now()),
        handled: checkpoint?.handled ?? 0,
        ratePerSecond: now.perSecond(),
        etaMs: head === undefined || (at !== undefined && at >= head) ? 0 : now.etaMs(at, head),
        lastError,
        parked: parked?.length ?? 0,
        trustStored: options.trustStored === true,
      };
    },

    read,
    parked: async () => (await (await read())?.parked()) ?? [],
  };
}

function later(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return other > one ? other : one;
}

function ageOf(last: Instant | undefined, now: Instant): number | undefined {
  return last === undefined ? undefined : Math.max(0, Date.parse(now) - Date.parse(last));
}

/** A program of yesterday that still runs somewhere must not take the rows of today's away. */
export function servesNewer(projection: string, served: number, version: number): EventSourcingError {
  return new EventSourcingError(
    'version-conflict',
    `The target serves version ${served} of the view '${projection}', and this program builds version ${version}.`,
    {
      place: { projection },
      todo: 'Upgrade this program or end it; to go back on purpose, rebuild({ anew: true }).',
    },
  );
}
