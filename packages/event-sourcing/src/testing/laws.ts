import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnyCommandType, Command } from '../decider/command.js';
import type { Decider } from '../decider/decider.js';
import type { Actor, RecordedEvent } from '../event/envelope.js';
import type { DomainEvent } from '../event/event.js';
import { readState } from '../facts/read-state.js';
import { type Handled, handle } from '../handling/handle.js';
import { assertPlainJson } from '../json.js';
import { memoryStore } from '../memory-store/memory-store.js';
import type { EventStore } from '../store/event-store.js';
import { type ArbitraryOverride, arbitraryOf } from './arbitrary-of.js';
import { DEFAULT_START, type FixedRuntime, fixedRuntime } from './fixed-runtime.js';
import { deepFreeze } from './given-events.js';
import { DEFAULT_ACTOR } from './history.js';

export interface LawsOptions<S, Cmd extends Command> {
  /** Data for commands by type, where what is derived from the schema would hardly ever be accepted. */
  readonly commands?: { readonly [K in Cmd['type']]?: fc.Arbitrary<unknown> };
  /** Data for parts of schemas, instead of what is derived. */
  readonly override?: ArbitraryOverride;
  /** Who may act; one of them issues each command. */
  readonly actors?: readonly Actor[];
  /** Fills the streams on which the facts of the commands rest. */
  readonly setUp?: (store: EventStore, runtime: FixedRuntime) => Promise<void>;
  /** What holds after every command; throws when it does not. */
  readonly invariant?: (state: S) => void;
  /** Commands in a sequence, at most; 20 when absent. */
  readonly maxCommands?: number;
  /** Runs of each law; 50 when absent. */
  readonly runs?: number;
  /** The seed of a failure that is to be seen again. */
  readonly seed?: number;
}

/** One law, as a sentence and its check. */
export interface Law {
  readonly name: string;
  check(): Promise<void>;
}

/**
 * The laws that every decider keeps, each as a property test with data from its schemas.
 *
 * ```ts
 * for (const law of laws(batch, { invariant: (state) => expect(state.seats).toBeGreaterThanOrEqual(0) })) await law.check();
 * ```
 */
export function laws<C extends string, S, E extends DomainEvent, Cmd extends Command>(
  decider: Decider<C, S, E, Cmd>,
  options: LawsOptions<S, Cmd> = {},
): readonly Law[] {
  const parameters = {
    numRuns: options.runs ?? 50,
    includeErrorInReport: true,
    ...(options.seed !== undefined && { seed: options.seed }),
  };
  const sequences = sequencesOf(decider, options);
  const stream = decider.streamOf(STREAM_ID);

  const afterEach = (look: (step: Step<S, E>) => Promise<void> | void) => async (): Promise<void> => {
    await fc.assert(
      fc.asyncProperty(sequences, async (sequence) => play(decider, options, sequence, look)),
      parameters,
    );
  };

  return [
    ...codecLaws(decider, options, parameters),
    {
      name: 'the fold is deterministic and changes neither the state before nor the event',
      check: afterEach(async ({ store }) => {
        const { events } = await readState(store, decider, stream);
        const fold = (): S =>
          deepFreeze(events).reduce(
            (state: S, event) => deepFreeze(decider.evolve(state, event as never)),
            deepFreeze(decider.initialState()),
          );
        expect(fold()).toEqual(fold());
      }),
    },
    {
      name: 'whatever is decided can be stored, read and folded',
      check: afterEach(async ({ store, handled, state }) => {
        if (!handled.accepted) return;
        const read = await readState(store, decider, stream);
        expect(read.state).toEqual(state);
        expect(read.events.slice(read.events.length - handled.events.length).map(({ data }) => data)).toEqual(
          handled.events.map(({ data }) => data),
        );
      }),
    },
    {
      name: 'a refusal leaves nothing and says why in both languages',
      check: afterEach(({ handled, before, after }) => {
        if (handled.accepted) return;
        expect(after).toBe(before);
        expect(handled.rejection.message.en.trim()).not.toBe('');
        expect(handled.rejection.message.id.trim()).not.toBe('');
        assertPlainJson(handled.rejection.data, `data of ${handled.rejection.rule} ${handled.rejection.reason}`);
      }),
    },
    {
      name: 'the same command id twice gives the first result',
      check: afterEach(async ({ handled, again, store, after }) => {
        if (!handled.accepted || handled.events.length === 0) return;
        expect(await again()).toEqual({ ...handled, repeated: true });
        expect(await store.head()).toBe(after);
      }),
    },
    ...(options.invariant === undefined
      ? []
      : [
          {
            name: 'the invariant holds after any sequence of commands',
            check: afterEach(({ state }) => options.invariant?.(state)),
          },
        ]),
  ];
}

/** Registers {@link laws} as tests of vitest. */
export function describeLaws<C extends string, S, E extends DomainEvent, Cmd extends Command>(
  name: string,
  decider: Decider<C, S, E, Cmd>,
  options: LawsOptions<S, Cmd> = {},
): void {
  describe(`${name} keeps the laws of deciders:`, () => {
    for (const law of laws(decider, options)) it(law.name, law.check);
  });
}

const STREAM_ID = 'law-1';

type Parameters = { readonly numRuns: number; readonly includeErrorInReport: boolean; readonly seed?: number };

function codecLaws<C extends string, S, E extends DomainEvent, Cmd extends Command>(
  { events, catalog }: Decider<C, S, E, Cmd>,
  { override }: LawsOptions<S, Cmd>,
  parameters: Parameters,
): Law[] {
  return events.flatMap((definition) =>
    definition.versions.map(({ schema }, index): Law => {
      const version = index + 1;
      const present = version === definition.version;
      return {
        name: present
          ? `${definition.type}: decode after encode is identity`
          : `${definition.type}: version ${version} is lifted to the present one`,
        async check() {
          fc.assert(
            fc.property(arbitraryOf(schema, override), (data) => {
              assertPlainJson(data, definition.type);
              const encoded = present ? catalog.encode({ type: definition.type, data }).data : data;
              const stored = storedAs(definition.type, version, JSON.parse(JSON.stringify(encoded)));
              const decoded = catalog.decode(stored);
              expect(decoded.schemaVersion).toBe(definition.version);
              if (present) expect(decoded.data).toEqual(data);
              else assertPlainJson(decoded.data, `${definition.type}, lifted from version ${version}`);
            }),
            parameters,
          );
        },
      };
    }),
  );
}

function storedAs(type: string, schemaVersion: number, data: unknown): RecordedEvent {
  return {
    id: '00000000-0000-4000-8000-000000000000',
    stream: 'law-1',
    revision: 0,
    position: '1',
    type,
    schemaVersion,
    occurredAt: DEFAULT_START,
    recordedAt: DEFAULT_START,
    data,
    metadata: { actor: DEFAULT_ACTOR, correlationId: '1', causationId: '1', commandId: '1', facts: [], salt: '1' },
  };
}

interface Issue {
  readonly command: Command;
  readonly actor: Actor;
}

/** One command of a sequence, handled. */
interface Step<S, E> {
  readonly store: EventStore;
  readonly handled: Handled<E>;
  readonly state: S;
  /** Heads of the store before and after the command. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** Handles the same command, with the same id, once more. */
  again(): Promise<Handled<E>>;
}

function sequencesOf<C extends string, S, E extends DomainEvent, Cmd extends Command>(
  { commands }: Decider<C, S, E, Cmd>,
  options: LawsOptions<S, Cmd>,
): fc.Arbitrary<readonly Issue[]> {
  const given = new Map<string, fc.Arbitrary<unknown>>(Object.entries(options.commands ?? {}));
  const ofType = ({ type, schema }: AnyCommandType): fc.Arbitrary<Command> =>
    (given.get(type) ?? arbitraryOf(schema, options.override)).map((data) => ({ type, data }));
  const actor = fc.constantFrom(...(options.actors ?? [DEFAULT_ACTOR]));
  return fc.array(fc.record({ command: fc.oneof(...commands.map(ofType)), actor }), {
    maxLength: options.maxCommands ?? 20,
    size: 'max',
  });
}

async function play<C extends string, S, E extends DomainEvent, Cmd extends Command>(
  decider: Decider<C, S, E, Cmd>,
  options: LawsOptions<S, Cmd>,
  sequence: readonly Issue[],
  look: (step: Step<S, E>) => Promise<void> | void,
): Promise<void> {
  const runtime = fixedRuntime({ stepMs: 60_000 });
  const store = memoryStore({ now: runtime.now });
  await options.setUp?.(store, runtime);
  for (const [index, { command, actor }] of sequence.entries()) {
    const before = await store.head();
    const send = (): Promise<Handled<E>> =>
      handle(store, decider, STREAM_ID, command as Cmd, { actor, runtime, commandId: `law-command-${index}` });
    const handled = await send();
    const after = await store.head();
    const { state } = await readState(store, decider, decider.streamOf(STREAM_ID));
    await look({ store, handled, state, before, after, again: send });
  }
}
