import type { Command } from '../decider/command.js';
import type { Bilingual } from '../decider/rule.js';
import { EventSourcingError, isEventSourcingError } from '../errors.js';
import type { RecordedEvent } from '../event/envelope.js';
import { loadFacts } from '../facts/fact.js';
import { turnOf } from '../facts/turn.js';
import type { CommandContext } from '../handling/command-context.js';
import type { Handled } from '../handling/handle.js';
import { type Runtime, systemRuntime } from '../handling/runtime.js';
import { liveBatches } from '../projection/live-batches.js';
import { memoryTarget } from '../projection/memory-target.js';
import { pause, turns } from '../projection/turns.js';
import type { Generation, ViewTarget } from '../projection/view-target.js';
import { type EventStore, isRecordedEvent } from '../store/event-store.js';
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
   * Goes through what is new, until nothing follows any more, or {@link stop} ends it after the event in hand. Where another processor
   * keeps its checkpoints in the same place, goes on from what that one stored; what both sent changes nothing the second time.
   * @throws EventSourcingError `process-stopped` at an event that a process cannot take or whose command fails; what came before is
   *   kept, and the next run begins with that event again.
   */
  run(): Promise<ProcessRun>;
  /** Runs now and whenever something new is stored; a failure is tried again after a while. Call {@link stop} to end. */
  start(): void;
  /** Ends following, and a run in hand, after the event in hand, whose commands are then recorded. */
  stop(): Promise<void>;
  /** All that followed, in the order of what it followed from. */
  records(): Promise<readonly ConsequenceRecord[]>;
  /** Sends again what was refused, such as after a policy was adopted; what is accepted now is recorded so. */
  retryRefused(): Promise<ProcessRun>;
}

/** Records, or events from which nothing followed, between two checkpoints. */
const PAGE = 200;
const PAUSE_MS = { first: 100, longest: 30_000 };
/** How often a checkpoint that another processor moves is read again, before it is told as a failure. */
const MOST_CONFLICTS = 10;

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
  const inTurn = turns();
  let interrupt = new AbortController();
  let following: { readonly abort: AbortController; readonly ended: Promise<void> } | undefined;

  async function untilQuiet(signal: AbortSignal): Promise<ProcessRun> {
    const total = noCounts();
    for (let before = -1; total.handled > before && !signal.aborted; ) {
      before = total.handled;
      for (const process of processes) add(total, await catchUpDespiteOthers(process, signal));
    }
    return total;
  }

  /** Another processor that was faster stored a later checkpoint: then it is gone on from there. */
  async function catchUpDespiteOthers(process: Process, signal: AbortSignal): Promise<ProcessRun> {
    const total = noCounts();
    for (let conflicts = 0; ; conflicts++) {
      try {
        await catchUp(process, signal, total);
        return total;
      } catch (error) {
        if (conflicts >= MOST_CONFLICTS || !isEventSourcingError(error, 'version-conflict')) throw error;
      }
    }
  }

  async function catchUp(process: Process, signal: AbortSignal, total: Counts): Promise<void> {
    const generation = await generationOf(process);
    const head = await store.head();
    const ledger = await recording(generation);
    const after = ledger.position();
    if (head === undefined || (after !== undefined && after >= head)) return;

    const types = process.catalog.types;
    for await (const page of store.readAll({ ...(after !== undefined && { after }), until: head, types })) {
      for (const stored of page) {
        if (signal.aborted) return ledger.store();
        const records = new Map<string, unknown>();
        try {
          add(total, await follow(process, stored, records));
        } catch (error) {
          await ledger.store();
          throw processStopped(process, stored, error);
        }
        ledger.note(stored.position, records);
        // Not one write an event, nor the loss of a long page when a command fails.
        if (ledger.size() >= PAGE) await ledger.store();
      }
    }
    // What follows goes behind the head that was read, so that it is seen in the next round.
    ledger.note(head, undefined);
    await ledger.store();
  }

  /** What was gone through since the stored checkpoint. */
  async function recording(generation: Generation) {
    let checkpoint = await generation.checkpoint();
    let position = checkpoint.position;
    let handled = 0;
    let rows = new Map<string, unknown>();
    return {
      position: () => position,
      size: () => Math.max(rows.size, handled),
      note(to: string, records: ReadonlyMap<string, unknown> | undefined): void {
        position = to;
        if (records === undefined) return;
        handled++;
        for (const [id, record] of records) rows.set(id, record);
      },
      async store(): Promise<void> {
        if (position === checkpoint.position && rows.size === 0) return;
        const next = { position, handled: checkpoint.handled + handled };
        const after = checkpoint.position;
        await target.commit([{ generation, after, checkpoint: next, rows, removed: [], parked: [], unparked: [] }]);
        checkpoint = next;
        handled = 0;
        rows = new Map();
      },
    };
  }

  /** Sends what follows from one event, and notes what came of it. */
  async function follow(process: Process, stored: RecordedEvent, rows: Map<string, unknown>): Promise<ProcessRun> {
    const total = { ...noCounts(), handled: 1 };
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
    const total = noCounts();
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
        const after = checkpoint.position;
        await target.commit([{ generation, after, checkpoint, rows, removed: [], parked: [], unparked: [] }]);
      }
    }
    return total;
  }

  async function followStore(signal: AbortSignal): Promise<void> {
    const types = [...new Set(processes.flatMap((process) => process.catalog.types))];
    for (let wait = PAUSE_MS.first; !signal.aborted; ) {
      try {
        const after = await store.head();
        await inTurn(() => untilQuiet(signal));
        for await (const batch of liveBatches(store, { ...(after !== undefined && { after }), types }, signal)) {
          wait = PAUSE_MS.first;
          if (batch.some(isRecordedEvent)) await inTurn(() => untilQuiet(signal));
        }
      } catch (error) {
        if (!signal.aborted) options.onError?.(error);
      }
      // A subscription may also end without a word, when a connection is lost.
      await pause(wait, signal);
      wait = Math.min(wait * 2, PAUSE_MS.longest);
    }
  }

  return {
    run() {
      const { signal } = interrupt;
      return inTurn(() => untilQuiet(signal));
    },
    retryRefused: () => inTurn(retry),
    start() {
      if (following !== undefined && !following.abort.signal.aborted) return;
      const before = following?.ended ?? Promise.resolve();
      const abort = new AbortController();
      following = { abort, ended: before.then(() => followStore(abort.signal)) };
    },
    async stop() {
      const ending = following;
      ending?.abort.abort();
      interrupt.abort();
      interrupt = new AbortController();
      await ending?.ended;
      if (following === ending) following = undefined;
      await inTurn(async () => {});
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

function noCounts(): Counts {
  return { handled: 0, accepted: 0, repeated: 0, refused: 0 };
}

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
      place: { stream, revision, position: event.position, eventId: id, type },
      todo: 'Look at the cause, mend it, and run again: it begins with this event, and what was sent before changes nothing.',
      cause,
    },
  );
}
