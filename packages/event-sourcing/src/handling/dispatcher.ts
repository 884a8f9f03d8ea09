import type { AnyCommandType, Command } from '../decider/command.js';
import type { AnyDecider, Decider } from '../decider/decider.js';
import { type GeneralRestriction, restrictAll } from '../decider/restrict.js';
import { EventSourcingError } from '../errors.js';
import type { DomainEvent } from '../event/event.js';
import type { EventStore } from '../store/event-store.js';
import type { CommandContext } from './command-context.js';
import { type Handled, handle } from './handle.js';

type CommandsOf<D> = D extends Decider<infer _C, infer _S, infer _E, infer Cmd> ? Cmd : never;
type EventsFor<D, T> =
  D extends Decider<infer _C, infer _S, infer E, infer Cmd> ? (T extends (Cmd & Command)['type'] ? E : never) : never;

/** Sends each command to the decider that takes it. */
export interface Dispatcher<D extends AnyDecider> {
  readonly deciders: readonly D[];
  readonly commands: readonly AnyCommandType[];
  dispatch<const Cmd extends CommandsOf<D> & Command>(
    store: EventStore,
    id: string,
    command: Cmd,
    context: CommandContext,
  ): Promise<Handled<EventsFor<D, Cmd['type']>>>;
  /**
   * The same door with further deciders. One that takes the very commands of a decider here, such as a restricted one, takes its place.
   * @throws TypeError when a command would then have two deciders.
   */
  with<const More extends AnyDecider>(...deciders: readonly More[]): Dispatcher<D | More>;
}

export interface DispatcherOptions {
  /** Checked before every decision, also of the deciders that join later. */
  readonly restriction?: GeneralRestriction;
}

/**
 * One door for the commands of several deciders: for a web service, a queue or a command line, where a command arrives as data.
 * @throws TypeError when two deciders take the same command.
 */
export function dispatcher<const D extends AnyDecider>(
  deciders: readonly D[],
  options: DispatcherOptions = {},
): Dispatcher<D> {
  const byCommand = new Map<string, Decider<string, unknown, DomainEvent, Command>>();
  for (const decider of deciders) {
    const plain = decider as unknown as Decider<string, unknown, DomainEvent, Command>;
    // Once, and not once a command: what was read of a stream is remembered for a decider.
    const checked = options.restriction === undefined ? plain : restrictAll(plain, options.restriction);
    for (const { type } of decider.commands) {
      if (byCommand.has(type)) throw new TypeError(`Two deciders take the command '${type}'.`);
      byCommand.set(type, checked);
    }
  }
  return {
    deciders,
    commands: deciders.flatMap((decider) => decider.commands),
    async dispatch(store, id, command, context) {
      const decider = byCommand.get(command.type);
      if (decider === undefined) {
        throw new EventSourcingError('unknown-command', `The command '${command.type}' is not known here.`, {
          todo: `Send one of: ${[...byCommand.keys()].join(', ')}.`,
        });
      }
      return (await handle(store, decider, id, command, context)) as never;
    },
    with(...more) {
      const taken = new Set(more.flatMap(({ commands }) => commands.map(({ type }) => type)));
      const kept = deciders.filter(({ commands }) => !commands.every(({ type }) => taken.has(type)));
      return dispatcher([...kept, ...more], options) as never;
    },
  };
}
