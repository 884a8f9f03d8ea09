import type * as z from 'zod';
import { EventSourcingError } from '../errors.js';
import type { Actor, Correction } from '../event/envelope.js';
import type { Instant } from '../instant.js';
import { firstIssue, withoutUndefined } from '../validation.js';

/** A wish that something be done, with its data. */
export interface Command<T extends string = string, D = unknown> {
  readonly type: T;
  readonly data: D;
}

/** A kind of command: the constructor of such commands and the schema of their data. */
export interface CommandType<T extends string, D, I> {
  (data: I): Command<T, I>;
  readonly type: T;
  readonly schema: z.ZodType<D, I>;
}

/** Any command type, where only its name and schema matter. */
export interface AnyCommandType {
  readonly type: string;
  readonly schema: z.ZodType;
}

/** A command under way: validated, with who issued it and when. */
export interface IssuedCommand<T extends string = string, D = unknown> extends Command<T, D> {
  /** The command id: the same id twice gives the first result. */
  readonly id: string;
  /** The id of the stream, without its category. */
  readonly streamId: string;
  readonly actor: Actor;
  readonly onBehalfOf?: string;
  /** When that which the command tells was true. */
  readonly occurredAt: Instant;
  /** When the command was issued. */
  readonly issuedAt: Instant;
  /** The event that this command corrects. */
  readonly corrects?: Correction;
}

/** The command that a caller writes: `CommandOf<typeof ScheduleBatch>`. */
export type CommandOf<C> = C extends CommandType<infer T, infer _D, infer I> ? Command<T, I> : never;

/** The command that a decider receives: `IssuedOf<typeof ScheduleBatch>`. */
export type IssuedOf<C> = C extends CommandType<infer T, infer D, infer _I> ? IssuedCommand<T, D> : never;

const COMMAND_NAME = /^[A-Z][A-Za-z0-9]{0,99}$/;

/**
 * Defines a command.
 *
 * ```ts
 * const ScheduleBatch = command('ScheduleBatch', z.strictObject({ programId: ProgramId, from: LocalDate }));
 * ```
 */
export function command<const T extends string, S extends z.ZodType>(
  type: T,
  schema: S,
): CommandType<T, z.output<S>, z.input<S>> {
  if (!COMMAND_NAME.test(type)) {
    throw new TypeError(`'${type}' cannot name a command: use an imperative in PascalCase, such as ScheduleBatch.`);
  }
  const construct = (data: z.input<S>): Command<T, z.input<S>> => ({ type, data });
  return Object.assign(construct, { type, schema: schema as unknown as z.ZodType<z.output<S>, z.input<S>> });
}

/**
 * The data of a command, validated. A field that is present but `undefined` counts as absent.
 * @throws EventSourcingError `invalid-command`, with the path of the field.
 */
export function parseCommand(definition: AnyCommandType, given: Command, stream: string): unknown {
  const result = definition.schema.safeParse(withoutUndefined(given.data));
  if (result.success) return result.data;
  const issue = firstIssue(result.error);
  throw new EventSourcingError('invalid-command', `The command '${given.type}' is not valid: ${issue.message}.`, {
    place: { stream, path: issue.path },
    todo: 'Correct the field and send the command again; nothing was stored.',
    cause: result.error,
  });
}
