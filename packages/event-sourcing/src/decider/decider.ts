import type { AnyEventType, DomainEvent, OfType } from '../event/event.js';
import type { FactRequests, FactValues } from '../facts/fact.js';
import type { AnyCommandType, CommandOf, IssuedOf } from './command.js';
import { isRejection, type Rejection } from './rule.js';
import type { StreamState } from './stream-state.js';

/** What a decision comes to: the events that happen, or an expected refusal. */
export type Decision<E> = readonly E[] | Rejection;

/** For each command that needs them: which facts of other streams its rules need. */
export type FactDeclarations<S, C extends readonly AnyCommandType[]> = {
  readonly [K in C[number]['type']]?: (state: S, command: OfType<IssuedOf<C[number]>, K>) => FactRequests;
};

type NoFacts = Record<never, never>;
type FactsFor<F, K> = K extends keyof F
  ? F[K] extends (...args: never[]) => infer R
    ? FactValues<R>
    : NoFacts
  : NoFacts;

/** One handler a command type; a missing one does not compile. */
export type DecideHandlers<S, E, C extends readonly AnyCommandType[], F> = {
  readonly [K in C[number]['type']]: (
    state: S,
    command: OfType<IssuedOf<C[number]>, K>,
    facts: FactsFor<F, K>,
  ) => Decision<E>;
};

/**
 * The decisions of one kind of stream. `decide`, `evolve` and `initialState` have the shape that other TypeScript deciders have.
 */
export interface Decider<C extends string, S, E extends DomainEvent, Cmd> extends StreamState<C, S, E> {
  readonly commands: readonly AnyCommandType[];
  /** Which facts the command needs; empty for most. */
  factsOf(command: { readonly type: string }, state: S): FactRequests;
  /** Events or a refusal; pure. `facts` are the values of {@link factsOf}, already loaded. */
  decide(command: { readonly type: string }, state: S, facts?: Record<string, unknown>): Decision<E>;
  /** The commands a caller may write; a type only. */
  readonly _command?: Cmd;
}

/** Any decider, where its types do not matter. */
export interface AnyDecider {
  readonly category: string;
  readonly commands: readonly AnyCommandType[];
  readonly events: readonly AnyEventType[];
}

type Deciding<C extends string, S, E extends DomainEvent, Cs extends readonly AnyCommandType[], F> = {
  decide(handlers: DecideHandlers<S, E, Cs, F>): Decider<C, S, E, CommandOf<Cs[number]>>;
};

/**
 * Defines the decisions of a kind of stream.
 *
 * ```ts
 * const batch = decider(batchState, { commands: [ScheduleBatch, CancelBatch] })
 *   .facts({ ScheduleBatch: (state, command) => ({ program: programState.at(command.data.programId) }) })
 *   .decide({
 *     ScheduleBatch: (state, command, { program }) =>
 *       program.status === 'approved' ? [BatchScheduled(command.data)] : R14.refuse('notApproved', {}),
 *     CancelBatch: (state, command) => [BatchCancelled(command.data)],
 *   });
 * ```
 */
export function decider<C extends string, S, E extends DomainEvent, const Cs extends readonly AnyCommandType[]>(
  state: StreamState<C, S, E>,
  shape: { readonly commands: Cs },
): Deciding<C, S, E, Cs, NoFacts> & {
  facts<const F extends FactDeclarations<S, Cs>>(declarations: F): Deciding<C, S, E, Cs, F>;
} {
  type Loose = (...args: unknown[]) => unknown;

  const build = (declarations: object, handlers: object): Decider<C, S, E, CommandOf<Cs[number]>> => {
    const factsByType = new Map<string, Loose>(Object.entries(declarations));
    const decideByType = new Map<string, Loose>(Object.entries(handlers));
    return {
      ...state,
      commands: shape.commands,
      factsOf: (command, current) => (factsByType.get(command.type)?.(current, command) ?? {}) as FactRequests,
      decide(command, current, facts = {}) {
        const handler = decideByType.get(command.type);
        if (handler === undefined)
          throw new TypeError(`'${state.category}' does not take the command '${command.type}'.`);
        return handler(current, command, facts) as Decision<E>;
      },
    };
  };

  return {
    decide: (handlers) => build({}, handlers),
    facts: (declarations) => ({ decide: (handlers) => build(declarations, handlers) }),
  };
}

/**
 * The decider for a command handler that knows no refusals as values, such as those of other libraries: a refusal is thrown as {@link Refused}.
 * Commands that need facts are given them by `facts`.
 */
export function throwing<C extends string, S, E extends DomainEvent, Cmd>(
  decider: Decider<C, S, E, Cmd>,
  facts: (command: { readonly type: string }, state: S) => Record<string, unknown> = () => ({}),
): {
  decide(command: { readonly type: string }, state: S): E[];
  evolve(state: S, event: E): S;
  initialState(): S;
} {
  return {
    initialState: decider.initialState,
    evolve: decider.evolve,
    decide(command, state) {
      const decision = decider.decide(command, state, facts(command, state));
      if (isRejection(decision)) throw new Refused(decision);
      return [...decision];
    },
  };
}

/** A refusal on its way through code that knows only exceptions. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly rejection: Rejection;

  constructor(rejection: Rejection) {
    super(`${rejection.rule}: ${rejection.message.en}`);
    this.rejection = rejection;
  }
}
