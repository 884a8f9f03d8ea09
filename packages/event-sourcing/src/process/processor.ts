import type { Command } from '../decider/command.js';
import type { Bilingual } from '../decider/rule.js';
import { EventSourcingError } from '../errors.js';
import type { RecordedEvent } from '../event/envelope.js';
import { loadFacts } from '../facts/fact.js';
import { turnOf } from '../facts/turn.js';
import type { CommandContext } from '../handling/command-context.js';
import type { Handled } from '../handling/handle.js';
import { type Runtime, systemRuntime } from '../handling/runtime.js';
import { type Generation, memoryTarget, type ViewTarget } from '../projection/view-target.js';
import type { EventStore } from '../store/event-store.js';
import { type Consequence, consequenceId, type Process } from './process.js';

/** What a command that followed from an event came to. Kept, so that nothing is lost in silence. */
export interface ConsequenceRecord {
  readonly process: string;
  /** The event from which it followed. */
  readonly cause: {
    readonly position: string;
    readonly stream: string;
    readonly revision: number;
    readonly eventId: string;
    readonly type: string;
  };
  readonly command: string;
  /** The id of the stream to which it was sent. */
  readonly streamId: string;
  readonly about: string | null;
  /** `refused` by a rule: somebody must look at it, or another command did it before. */
  readonly outcome: 'accepted' | 'refused';
  readonly refusal: { readonly rule: string; readonly reason: string; readonly message: Bilingual } | null;
  readonly at: string;
}

export interface ProcessorOptions {
  /** Sends a command, such as `dispatcher.dispatch` on that store. */
  readonly send: (id: string, command: Command, context: CommandContext) => Promise<Handled<unknown>>;
  /** Where checkpoints and records are kept; in memory when absent: everything is then gone through again after a restart. */
  readonly target?: ViewTarget;
  readonly runtime?: Runtime;
  /** Told when a live run failed and will be tried again. */
  readonly onError?: (error: unknown) => void;
}

/** What a run did. */
export interface ProcessRun {
  /** Events that were gone through. */
  readonly handled: number;
  readonly accepted: number;
  /** Commands that had been accepted before. */
  readonly repeated: number;
  readonly refused: number;
}

export interface Processor {
  /**
   * Goes through what is new, until nothing follows any more.
   * @throws EventSourcingError `process-stopped` at an event that a process cannot take or whose command fails; what came before is
   *   kept, and the next run begins with that event again.
   */
  run(): Promise<ProcessRun>;
  /** Runs now and whenever something new is stored; a failure is tried again after a while. Call {@link stop} to end. */
  start(): void;
  stop(): Promise<void>;
  /** All that followed, in the order of what it followed from. */
  records(): Promise<readonly ConsequenceRecord[]>;
  /** Sends again what was refused, such as after a policy was adopted; what is accepted now is recorded so. */
  retryRefused(): Promise<ProcessRun>;
}

const PAGE = 200;
const PAUSE_MS = { first: 100, longest: 30_000 };

/**
 * Runs processes on a store: reads the events after each process's checkpoint, and sends the commands that follow.
 *
 * ```ts
 * const consequences = processor(store, [jpCrediting, closing], {
 *   send: (id, command, context) => pembinaan.dispatch(store, id, command, context),
 *   target: await sqliteViews('processes.db'),
 * });
 * await consequences.run();
 * ```
 *
 * The actor of such a command is `process.<name>`; the correlation is that of the event, and the event is its cause. A checkpoint
 * never overtakes an event whose commands were not sent.
 */
export function processor(store: EventStore, processes: readonly Process[], options: ProcessorOptions): Processor {
  const runtime = options.runtime ?? systemRuntime;
  const target = options.target ?? memoryTarget();
  let running: Promise<unknown> = Promise.resolve();
  let live: { readonly controller: AbortController; readonly done: Promise<void> } | undefined;

  /** One run at a time; the next waits. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = running.then(work, work);
    running = mine.catch(() => {});
    return mine;
  }

  async function untilQuiet(): Promise<ProcessRun> {
    const total = { handled: 0, accepted: 0, repeated: 0, refused: 0 };
    for (let before = -1; total.handled > before; ) {
      before = total.handled;
      for (const process of processes) add(total, await catchUp(process));
    }
    return total;
  }

  async function catchUp(process: Process): Promise<ProcessRun> {
    const total = { handled: 0, accepted: 0, repeated: 0, refused: 0 };
    const generation = await generationOf(process);
    const head = await store.head();
    let checkpoint = await generation.checkpoint();
    if (head === undefined || (checkpoint.position !== undefined && checkpoint.position >= head)) return total;

    const { position } = checkpoint;
    const types = process.catalog.types;
    let rows = new Map<string, unknown>();
    const commit = async (to: string | undefined, handled: number): Promise<void> => {
      const next = { position: to, handled: checkpoint.handled + handled };
      await generation.commit({
        after: checkpoint.position,
        checkpoint: next,
        rows,
        removed: [],
        parked: [],
        unparked: [],
      });
      checkpoint = next;
      rows = new Map();
    };

    for await (const page of store.readAll({
      ...(position !== undefined && { after: position }),
      until: head,
      types,
    })) {
      let since = 0;
      for (const [index, stored] of page.entries()) {
        try {
          add(total, await follow(process, stored, rows));
        } catch (error) {
          const last = page[index - 1];
          if (last !== undefined && since > 0) await commit(last.position, since);
          throw processStopped(process, stored, error);
        }
        since++;
        // Not one write an event, nor the loss of a long page when a command fails.
        if (rows.size >= PAGE) {
          await commit(stored.position, since);
          since = 0;
        }
      }
      const last = page.at(-1);
      if (last !== undefined && since > 0) await commit(last.position, since);
    }
    // What follows goes behind the head that was read, so that it is seen in the next round.
    if (checkpoint.position !== head) await commit(head, 0);
    return total;
  }

  /** Sends what follows from one event, and notes what came of it. */
  async function follow(process: Process, stored: RecordedEvent, rows: Map<string, unknown>): Promise<ProcessRun> {
    const total = { handled: 1, accepted: 0, repeated: 0, refused: 0 };
    const event = process.catalog.decode(stored);
    for (const consequence of await consequencesOf(process, event)) {
      const { id, command, corrects } = consequence;
      const commandId = consequenceId(process, event, consequence);
      const result = await options.send(id, command, {
        actor: { subjectId: `process.${process.name}`, roles: ['process'] },
        commandId,
        correlationId: event.metadata.correlationId,
        causationId: event.id,
        ...(corrects !== undefined && { corrects }),
        runtime,
      });
      if (!result.accepted) total.refused++;
      else if (result.repeated) total.repeated++;
      else total.accepted++;
      rows.set(commandId, recordOf(process, event, consequence, result, runtime.now()));
    }
    return total;
  }

  async function consequencesOf(process: Process, event: RecordedEvent): Promise<readonly Consequence[]> {
    const turn = turnOf(store);
    try {
      const { values } = await loadFacts(store, process.factsOf(event), turn.take);
      return process.react(event, values);
    } finally {
      turn.release();
    }
  }

  async function generationOf(process: Process): Promise<Generation> {
    const name = `process-${process.name}`;
    const active = await target.active(name);
    if (active !== undefined && active.version === process.version) return active;
    const generation = await target.begin(name, process.version);
    await target.activate(generation);
    return generation;
  }

  async function retry(): Promise<ProcessRun> {
    const total = { handled: 0, accepted: 0, repeated: 0, refused: 0 };
    for (const process of processes) {
      const generation = await generationOf(process);
      const causes = new Map<string, ConsequenceRecord['cause']>();
      for await (const page of generation.rows()) {
        for (const [, row] of page as readonly (readonly [string, ConsequenceRecord])[]) {
          if (row.outcome === 'refused') causes.set(row.cause.eventId, row.cause);
        }
      }
      for (const { stream, revision } of causes.values()) {
        const rows = new Map<string, unknown>();
        for await (const stored of store.read(stream, { from: revision, to: revision })) {
          add(total, await follow(process, stored, rows));
        }
        const checkpoint = await generation.checkpoint();
        await generation.commit({
          after: checkpoint.position,
          checkpoint,
          rows,
          removed: [],
          parked: [],
          unparked: [],
        });
      }
    }
    return total;
  }

  async function follower(signal: AbortSignal): Promise<void> {
    const types = [...new Set(processes.flatMap((process) => process.catalog.types))];
    let pause = PAUSE_MS.first;
    while (!signal.aborted) {
      try {
        const from = await store.head();
        await inTurn(untilQuiet);
        pause = PAUSE_MS.first;
        for await (const message of store.subscribe({ ...(from !== undefined && { after: from }), types, signal })) {
          if (!('kind' in message)) await inTurn(untilQuiet);
        }
      } catch (error) {
        if (signal.aborted) return;
        options.onError?.(error);
        await rest(pause, signal);
        pause = Math.min(pause * 2, PAUSE_MS.longest);
      }
    }
  }

  return {
    run: () => inTurn(untilQuiet),
    retryRefused: () => inTurn(retry),
    start() {
      if (live !== undefined) return;
      const controller = new AbortController();
      live = { controller, done: follower(controller.signal) };
    },
    async stop() {
      const ending = live;
      live = undefined;
      ending?.controller.abort();
      await ending?.done;
      await running;
    },
    async records() {
      const all: ConsequenceRecord[] = [];
      for (const process of processes) {
        const generation = await generationOf(process);
        for await (const page of generation.rows()) for (const [, row] of page) all.push(row as ConsequenceRecord);
      }
      return all.sort((a, b) =>
        a.cause.position < b.cause.position ? -1 : a.cause.position > b.cause.position ? 1 : 0,
      );
    },
  };
}

function recordOf(
  process: Process,
  event: RecordedEvent,
  { id, command, about }: Consequence,
  result: Handled<unknown>,
  at: string,
): ConsequenceRecord {
  const { position, stream, revision, type } = event;
  const refusal = result.accepted ? null : result.rejection;
  return {
    process: process.name,
    cause: { position, stream, revision, eventId: event.id, type },
    command: command.type,
    streamId: id,
    about: about ?? null,
    outcome: result.accepted ? 'accepted' : 'refused',
    refusal: refusal && { rule: refusal.rule, reason: refusal.reason, message: refusal.message },
    at,
  };
}

type Counts = { -readonly [K in keyof ProcessRun]: number };

function add(total: Counts, more: ProcessRun): void {
  total.handled += more.handled;
  total.accepted += more.accepted;
  total.repeated += more.repeated;
  total.refused += more.refused;
}

function processStopped(process: Process, event: RecordedEvent, cause: unknown): EventSourcingError {
  const { stream, revision, id, type } = event;
  return new EventSourcingError(
    'process-stopped',
    `The process '${process.name}' could not go on at the event ${type}.`,
    {
      place: { stream, revision, eventId: id, type },
      todo: 'Look at the cause, mend it, and run again: it begins with this event, and what was sent before changes nothing.',
      cause,
    },
  );
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
