import type { DomainEvent } from '../event/event.js';
import type { FactRequests, FactValues } from '../facts/fact.js';
import type { AnyCommandType, IssuedCommand, IssuedOf } from './command.js';
import type { Decider } from './decider.js';
import type { Rejection } from './rule.js';

/** A further check, made before the decider decides. */
export interface Restriction<S, Issued, F extends FactRequests> {
  /** Facts that the check needs; they are noted in the event like those of the decider. */
  readonly facts?: (state: S, command: Issued) => F;
  /** A refusal, or undefined to let the decider decide; pure. */
  readonly refuse: (state: S, command: Issued, facts: FactValues<F>) => Rejection | undefined;
}

/**
 * The same decider with a further check of one command. The check can only refuse what would have been accepted, never the other way
 * round, and changes nothing of what follows: this is how an agency adds a rule of its own.
 *
 * ```ts
 * const ours = restrict(batch, ScheduleBatch, {
 *   facts: (_, command) => ({ policy: policyFor(command) }),
 *   refuse: (_, { data }, { policy }) => (data.capacity > most(policy) ? BNJ1.refuse('tooLarge', { … }) : undefined),
 * });
 * const ourAgency = pembinaan.with(ours);
 * ```
 *
 * @throws TypeError where the decider does not take that command.
 */
export function restrict<
  C extends string,
  S,
  E extends DomainEvent,
  Cmd,
  CT extends AnyCommandType,
  F extends FactRequests = Record<never, never>,
>(decider: Decider<C, S, E, Cmd>, command: CT, restriction: Restriction<S, IssuedOf<CT>, F>): Decider<C, S, E, Cmd> {
  if (!decider.commands.some(({ type }) => type === command.type)) {
    throw new TypeError(`'${decider.category}' takes no command '${command.type}'.`);
  }
  // The command reaches the check only under its own type, with the data that its schema gave.
  return layered(decider, (type) => type === command.type, restriction as unknown as Restriction<S, IssuedCommand, F>);
}

/** A further check of every command, whatever its decider: for a rule that is laid over a whole domain. */
export type GeneralRestriction = Restriction<unknown, IssuedCommand, FactRequests>;

/** A general restriction; the facts that it declares arrive typed in its check. */
export function restriction<F extends FactRequests>(shape: Restriction<unknown, IssuedCommand, F>): GeneralRestriction {
  return shape as unknown as GeneralRestriction;
}

/** The same decider with a further check of every command. */
export function restrictAll<C extends string, S, E extends DomainEvent, Cmd>(
  decider: Decider<C, S, E, Cmd>,
  general: GeneralRestriction,
): Decider<C, S, E, Cmd> {
  return layered(decider, () => true, general);
}

const INNER = 'decider/';
const ADDED = 'restriction/';

function layered<C extends string, S, E extends DomainEvent, Cmd, F extends FactRequests>(
  decider: Decider<C, S, E, Cmd>,
  concerns: (type: string) => boolean,
  { facts: factsOf, refuse }: Restriction<S, IssuedCommand, F>,
): Decider<C, S, E, Cmd> {
  return {
    ...decider,
    factsOf(command, state) {
      const inner = decider.factsOf(command, state);
      if (!concerns(command.type)) return inner;
      const added = factsOf?.(state, command as IssuedCommand) ?? {};
      return { ...prefixed(ADDED, added), ...prefixed(INNER, inner) };
    },
    decide(command, state, facts = {}) {
      if (!concerns(command.type)) return decider.decide(command, state, facts);
      const added = under(ADDED, facts) as FactValues<F>;
      return refuse(state, command as IssuedCommand, added) ?? decider.decide(command, state, under(INNER, facts));
    },
  };
}

const prefixed = (prefix: string, facts: FactRequests): FactRequests =>
  Object.fromEntries(Object.entries(facts).map(([name, request]) => [`${prefix}${name}`, request]));

const under = (prefix: string, facts: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value] as const] : [],
    ),
  );
