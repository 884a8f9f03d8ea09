import type { RecordedEvent } from '../event/envelope.js';
import type { DecodeOptions } from '../event/event-catalog.js';
import type { EventStore } from '../store/event-store.js';
import { type CommitBounds, commitUnit } from './commit-unit.js';
import type { PoisonPolicy } from './parking.js';
import { pageReader } from './read-events.js';
import { restOfAppend } from './same-append.js';
import { pause } from './turns.js';
import type { ViewChange, ViewTarget } from './view-target.js';
import { PoisonFound, type ViewWriter } from './view-writer.js';
import type { WorkPiece } from './work-rate.js';

/** What a pass over the log needs to know. */
export interface PassOptions extends DecodeOptions {
  readonly policy: PoisonPolicy;
  readonly bounds: CommitBounds;
  readonly signal: AbortSignal;
  /** Told after each commit what each writer did. */
  readonly told: (writer: ViewWriter, piece: WorkPiece) => void;
}

/** The writers that stopped at an event that they could not take, with the failure. */
export type Stopped = Map<ViewWriter, Error>;

/**
 * Brings all writers up to that position, in one read of the log from where the last of them stands: those that lag come first, until
 * they stand where the next one does.
 *
 * One that stops at a poison event stores what is before it and leaves; the others go on. Ends early, after the append in hand, when
 * the signal aborts.
 * @throws what the store or the target throws; what was not stored is then forgotten with its writers.
 */
export async function passOver(
  store: EventStore,
  target: ViewTarget,
  writers: readonly ViewWriter[],
  until: string,
  options: PassOptions,
): Promise<Stopped> {
  const stopped: Stopped = new Map();
  while (!options.signal.aborted) {
    const behind = writers.filter((writer) => !stopped.has(writer) && placeOf(writer) < until);
    const [first, next] = [...new Set(behind.map(placeOf))].sort();
    if (first === undefined) break;
    const together = behind.filter((writer) => placeOf(writer) === first);
    await readTogether(store, folder(target, together, stopped, options), next ?? until, options);
  }
  return stopped;
}

/** Folds events that arrived and stores what they come to, in one step for all writers. */
export async function passOn(
  target: ViewTarget,
  writers: readonly ViewWriter[],
  events: readonly RecordedEvent[],
  options: PassOptions,
): Promise<Stopped> {
  const stopped: Stopped = new Map();
  const all = folder(target, writers, stopped, options);
  await all.fold(events);
  await all.commit();
  return stopped;
}

async function readTogether(store: EventStore, group: Folder, until: string, options: PassOptions): Promise<void> {
  const { signal, bounds, policy } = options;
  const unit = commitUnit(bounds, policy);
  const types = group.types();
  const after = group.after();
  let last: RecordedEvent | undefined;
  let breath = performance.now();
  for await (const page of store.readAll({ ...(after !== undefined && { after }), until, types })) {
    let rest = page;
    if (last !== undefined && (signal.aborted || unit.isDue(group.weight()))) {
      const cut = restOfAppend(last, page);
      if (cut < page.length || unit.isOverdue()) {
        await group.fold(page.slice(0, cut));
        await unit.measure(() => group.commit());
        if (signal.aborted || group.isEmpty()) return;
        rest = page.slice(cut);
      }
    }
    await group.fold(rest);
    if (group.isEmpty()) return;
    unit.add(rest.length);
    last = page.at(-1);
    if (performance.now() - breath > BREATH_MS) {
      // A store that answers at once would let nothing else in this process have a turn.
      await pause(0);
      breath = performance.now();
    }
  }
  group.see(until);
  await group.commit();
}

const BREATH_MS = 50;

/** Writers that stand at one place, as one. */
interface Folder {
  types(): readonly string[];
  after(): string | undefined;
  weight(): number;
  /** Whether all of them stopped. */
  isEmpty(): boolean;
  fold(events: readonly RecordedEvent[]): Promise<void>;
  see(position: string): void;
  commit(): Promise<void>;
}

function folder(target: ViewTarget, writers: readonly ViewWriter[], stopped: Stopped, options: PassOptions): Folder {
  const read = pageReader(
    writers.map(({ projection }) => projection),
    options,
  );
  let since = performance.now();
  const left = (): readonly ViewWriter[] => writers.filter((writer) => !stopped.has(writer));

  /** Does something with one writer; when it finds a poison event, the writer stores what is before it and leaves. */
  async function unlessPoisoned<T>(writer: ViewWriter, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof PoisonFound)) throw error;
      stopped.set(writer, error.cause);
      // Of what is before it, rows may turn out not to be plain JSON: then it stops at the event that made them so.
      const change = await unlessPoisoned(writer, () => writer.change('stop'));
      if (change !== undefined) await commit([writer], [change]);
      return undefined;
    }
  }

  async function commit(who: readonly ViewWriter[], changes: readonly ViewChange[]): Promise<void> {
    const before = who.map((writer) => ({ handled: writer.handled(), stored: writer.storedAt() }));
    if (changes.length > 0) await target.commit(changes);
    for (const change of changes) {
      const writer = who.find(({ generation }) => generation === change.generation);
      writer?.stored(change, options.bounds.weight / 2 / writers.length);
    }
    const ms = performance.now() - since;
    for (const [index, writer] of who.entries()) {
      const { handled = 0, stored } = before[index] ?? {};
      options.told(writer, { events: writer.handled() - handled, ms, from: stored, to: writer.storedAt() });
    }
    since = performance.now();
  }

  return {
    types: () => [...new Set(left().flatMap(({ projection }) => projection.catalog.types))],
    after: () => left()[0]?.position(),
    weight: () => left().reduce((sum, writer) => sum + writer.weight(), 0),
    isEmpty: () => left().length === 0,

    async fold(events) {
      if (events.length === 0) return;
      const lists = read(events);
      for (const [index, writer] of writers.entries()) {
        const list = lists[index];
        if (stopped.has(writer) || list === undefined) continue;
        await unlessPoisoned(writer, () => writer.fold(list, options.policy));
      }
      const last = events.at(-1);
      if (last !== undefined) for (const writer of left()) writer.see(last.position);
    },

    see(position) {
      for (const writer of left()) writer.see(position);
    },

    async commit() {
      const changes: ViewChange[] = [];
      for (const writer of left()) {
        const change = await unlessPoisoned(writer, () => writer.change(options.policy));
        if (change !== undefined) changes.push(change);
      }
      await commit(left(), changes);
    },
  };
}

function placeOf(writer: ViewWriter): string {
  return writer.position() ?? '';
}
