import { expect } from 'vitest';
import type { Command } from '../decider/command.js';
import type { Decider } from '../decider/decider.js';
import type { StreamState } from '../decider/stream-state.js';
import { type ErrorCode, isEventSourcingError } from '../errors.js';
import type { Actor } from '../event/envelope.js';
import type { DomainEvent } from '../event/event.js';
import type { EventCatalog } from '../event/event-catalog.js';
import { readState } from '../facts/read-state.js';
import type { CommandContext } from '../handling/command-context.js';
import { type Accepted, type Declined, type Handled, handle } from '../handling/handle.js';
import { type MemoryStoreOptions, memoryStore } from '../memory-store/memory-store.js';
import type { EventStore } from '../store/event-store.js';
import { type FixedRuntime, fixedRuntime } from './fixed-runtime.js';
import { DEFAULT_ACTOR, type Past, storePast } from './history.js';

export interface GivenOptions extends Omit<MemoryStoreOptions, 'now'> {
  /** The id of the stream; `test-1` when absent. */
  readonly id?: string;
  /** Clock, ids and salts; {@link fixedRuntime} when absent. */
  readonly runtime?: FixedRuntime;
}

/** The past of a test: the stream of the decider, and other streams. */
export interface Given<S, E extends DomainEvent, Cmd extends Command> {
  /** The past of another stream, for the facts of the command; its events are read in the version in which they are written now. */
  and<C extends string, S2, E2 extends DomainEvent>(
    state: StreamState<C, S2, E2>,
    id: string,
    events: readonly (NoInfer<E2> | Past<NoInfer<E2>>)[],
  ): Given<S, E, Cmd>;
  /** The past of another stream by its name; events without details are stored as version 1. */
  and(stream: string, events: readonly (DomainEvent | Past<DomainEvent>)[]): Given<S, E, Cmd>;
  /** Who issues the command: `subject-1` without roles when nothing is said. */
  as(subjectId: string, details?: Partial<Omit<Actor, 'subjectId'>>): Given<S, E, Cmd>;
  /** Handles the command for real, on a fresh store, when the outcome is asked for. */
  when(command: Cmd, context?: Partial<CommandContext>): Outcome<S, E>;
}

/** What a command came to. */
export interface Outcome<S, E extends DomainEvent> {
  /** Exactly these events, by type and data. */
  then(events: readonly E[]): Promise<Accepted<E>>;
  /** The result of `handle`, unchecked. */
  handled(): Promise<Handled<E>>;
  /** A refusal by that rule (and for that reason), with a message in both languages, and nothing stored. */
  thenRefused(rule: string, reason?: string): Promise<Declined>;
  /** A failure (not a refusal) with that code, and nothing stored. */
  thenFails(code: ErrorCode): Promise<void>;
  /** Looks at the state of the stream after the command. */
  thenState(look: (state: S) => void): Promise<Handled<E>>;
}

/**
 * Begins a test of a decider with the past of its stream.
 *
 * ```ts
 * await given(batch, [BatchScheduled({ ... })])
 *   .and(programState, 'p1', [ProgramDesigned({ ... })])
 *   .as('subject-7', { roles: ['assessor'] })
 *   .when(ConfirmNomination({ ... }), { occurredAt: '2026-05-01T00:00:00.000Z' })
 *   .then([NominationConfirmed({ ... })]);
 * ```
 *
 * The command goes through the real `handle` on a fresh store in memory with a fixed runtime: facts are loaded, events are validated,
 * stored and read. Each call gives a new value, so that a beginning can be shared by several tests.
 */
export function given<C extends string, S, E extends DomainEvent, Cmd extends Command>(
  decider: Decider<C, S, E, Cmd>,
  history: readonly (NoInfer<E> | Past<NoInfer<E>>)[] = [],
  options: GivenOptions = {},
): Given<S, E, Cmd> {
  const id = options.id ?? 'test-1';
  const own = { stream: decider.streamOf(id), events: history, catalog: decider.catalog };
  return begin({ decider, id, options, histories: [own], actor: DEFAULT_ACTOR });
}

interface History {
  readonly stream: string;
  readonly events: readonly (DomainEvent | Past<DomainEvent>)[];
  readonly catalog: EventCatalog | undefined;
}

interface Setting<C extends string, S, E extends DomainEvent, Cmd extends Command> {
  readonly decider: Decider<C, S, E, Cmd>;
  readonly id: string;
  readonly options: GivenOptions;
  readonly histories: readonly History[];
  readonly actor: Actor;
}

function begin<C extends string, S, E extends DomainEvent, Cmd extends Command>(
  setting: Setting<C, S, E, Cmd>,
): Given<S, E, Cmd> {
  return {
    and(
      other: string | StreamState<string, unknown, never>,
      second: string | History['events'],
      third?: History['events'],
    ) {
      const history: History =
        typeof other === 'string'
          ? { stream: other, events: second as History['events'], catalog: undefined }
          : { stream: other.streamOf(second as string), events: third ?? [], catalog: other.catalog };
      return begin({ ...setting, histories: [...setting.histories, history] });
    },
    as: (subjectId, details = {}) => begin({ ...setting, actor: { roles: [], ...details, subjectId } }),
    when: (command, context = {}) => outcome(setting, command, context),
  };
}

/** The store after the command, and what the command came to. */
interface Run<E> {
  readonly store: EventStore;
  readonly before: string | undefined;
  readonly result: { readonly handled: Handled<E> } | { readonly error: unknown };
}

function outcome<C extends string, S, E extends DomainEvent, Cmd extends Command>(
  setting: Setting<C, S, E, Cmd>,
  command: Cmd,
  context: Partial<CommandContext>,
): Outcome<S, E> {
  let running: Promise<Run<E>> | undefined;
  const run = (): Promise<Run<E>> => {
    running ??= perform(setting, command, context);
    return running;
  };
  const handled = async (): Promise<Handled<E>> => {
    const { result } = await run();
    if ('error' in result) throw result.error;
    return result.handled;
  };
  const assertNothingStored = async (): Promise<void> => {
    const { store, before } = await run();
    expect(await store.head(), 'A command that was not accepted leaves no event.').toBe(before);
  };

  async function thenEvents(expected: readonly E[]): Promise<Accepted<E>> {
    const result = await handled();
    if (!result.accepted) expect.fail(`Expected events, but it was refused: ${sentence(result)}`);
    expect(result.events.map(({ type, data }) => ({ type, data }))).toEqual(
      expected.map(({ type, data }) => ({ type, data })),
    );
    return result;
  }

  return {
    handled,
    // biome-ignore lint/suspicious/noThenProperty: given, when, then.
    then(expected, ...rest: readonly never[]) {
      // Awaited as it is (which the compiler refuses), it is handed the callback of a promise.
      if (typeof expected === 'function') return handled().then(expected, ...rest) as never;
      return thenEvents(expected);
    },
    async thenRefused(rule, reason) {
      const result = await handled();
      if (result.accepted) {
        expect.fail(
          `Expected a refusal by ${rule}, but these events: ${JSON.stringify(result.events.map((e) => e.type))}`,
        );
      }
      const { rejection } = result;
      expect(rejection, sentence(result)).toMatchObject({ rule, ...(reason !== undefined && { reason }) });
      expect(rejection.message.en.trim(), `${rule} says nothing in English.`).not.toBe('');
      expect(rejection.message.id.trim(), `${rule} says nothing in Indonesian.`).not.toBe('');
      await assertNothingStored();
      return result;
    },
    async thenFails(code) {
      const { result } = await run();
      if (!('error' in result)) expect.fail(`Expected the failure '${code}', but the command was handled.`);
      if (!isEventSourcingError(result.error)) throw result.error;
      expect(result.error.code, result.error.message).toBe(code);
      await assertNothingStored();
    },
    async thenState(look) {
      const result = await handled();
      const { store } = await run();
      const { state } = await readState(store, setting.decider, setting.decider.streamOf(setting.id));
      look(state);
      return result;
    },
  };
}

async function perform<C extends string, S, E extends DomainEvent, Cmd extends Command>(
  { decider, id, options, histories, actor }: Setting<C, S, E, Cmd>,
  command: Cmd,
  context: Partial<CommandContext>,
): Promise<Run<E>> {
  const runtime = options.runtime ?? fixedRuntime();
  const store = memoryStore({ ...options, now: runtime.now });
  const revisions = new Map<string, number>();
  for (const { stream, events, catalog } of histories) {
    for (const event of events) {
      const revision = revisions.get(stream) ?? 0;
      await storePast(store, stream, event, { catalog, runtime, revision });
      revisions.set(stream, revision + 1);
    }
  }
  const before = await store.head();
  try {
    // A command is issued when that has happened what it tells; a test that wants it issued later sets the clock itself.
    const now = runtime.now();
    runtime.set(context.occurredAt !== undefined && context.occurredAt > now ? context.occurredAt : now);
    const handled = await handle(store, decider, id, command, { actor, runtime, ...context });
    return { store, before, result: { handled } };
  } catch (error) {
    return { store, before, result: { error } };
  }
}

function sentence({ rejection }: Declined): string {
  return `${rejection.rule} ${rejection.reason}: ${rejection.message.en}`;
}
