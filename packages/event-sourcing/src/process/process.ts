import type { Command } from '../decider/command.js';
import type { Correction, Recorded, RecordedEvent } from '../event/envelope.js';
import type { AnyEventType, EventsOf, OfType } from '../event/event.js';
import { type EventCatalog, eventCatalog } from '../event/event-catalog.js';
import type { FactRequests, FactValues } from '../facts/fact.js';

/** A command that must follow from an event, and the stream that it is for. */
export interface Consequence {
  /** The id of the stream, without its category. */
  readonly id: string;
  readonly command: Command;
  /** The event of that stream that the command corrects, and why. */
  readonly corrects?: Correction;
  /** Tells two commands of one type to one stream apart, such as the employee; part of the command id. */
  readonly about?: string;
}

/**
 * What must follow from events: a pure function `event -> commands`.
 *
 * It is run at least once for each event. A command id is derived from the event, the type of the command, its stream and `about`, so
 * that a repetition leads to the same commands and changes nothing.
 */
export interface Process {
  readonly name: string;
  readonly version: number;
  readonly events: readonly AnyEventType[];
  readonly catalog: EventCatalog;
  factsOf(event: RecordedEvent): FactRequests;
  react(event: RecordedEvent, facts: Record<string, unknown>): readonly Consequence[];
}

type Told<E extends readonly AnyEventType[], K> = OfType<Recorded<EventsOf<E>>, K>;

/** For each event that needs them: which facts of other streams tell what must follow. */
export type ProcessFacts<E extends readonly AnyEventType[]> = {
  readonly [K in E[number]['type']]?: (event: Told<E, K>) => FactRequests;
};

type NoFacts = Record<never, never>;
type FactsFor<F, K> = K extends keyof F
  ? F[K] extends (...args: never[]) => infer R
    ? FactValues<R>
    : NoFacts
  : NoFacts;

/** One handler an event type; a missing one does not compile. */
export type Reactions<E extends readonly AnyEventType[], F> = {
  readonly [K in E[number]['type']]: (event: Told<E, K>, facts: FactsFor<F, K>) => readonly Consequence[];
};

type Reacting<E extends readonly AnyEventType[], F> = { react(handlers: Reactions<E, F>): Process };

const NAME = /^[A-Za-z][A-Za-z0-9-]{0,63}$/;

/**
 * Defines a process.
 *
 * ```ts
 * const closing = process({ name: 'closing', events: [EmployeeSeparated] })
 *   .facts({ EmployeeSeparated: (event) => ({ agenda: agendaOf.at(idOf(event.stream)) }) })
 *   .react({
 *     EmployeeSeparated: (event, { agenda }) =>
 *       agenda.open.map((batchId) => ({ id: batchId, command: DeclineNomination({ … }), about: idOf(event.stream) })),
 *   });
 * ```
 *
 * @param shape `version` counts from 1: a new version goes through the whole log again, and sends what was not sent before
 * @throws TypeError for a name or a version that cannot be one.
 */
export function process<const E extends readonly AnyEventType[]>(shape: {
  readonly name: string;
  readonly version?: number;
  readonly events: E;
}): Reacting<E, NoFacts> & {
  facts<const F extends ProcessFacts<E>>(declarations: F): Reacting<E, F>;
} {
  const { name, version = 1, events } = shape;
  if (!NAME.test(name)) throw new TypeError(`'${name}' cannot name a process: use letters, digits and hyphens.`);
  if (!Number.isSafeInteger(version) || version < 1) {
    throw new TypeError(`${version} is not a version of the process '${name}': versions count from 1.`);
  }
  type Loose = (...args: unknown[]) => unknown;

  const build = (declarations: object, handlers: object): Process => {
    const factsByType = new Map<string, Loose>(Object.entries(declarations));
    const reactByType = new Map<string, Loose>(Object.entries(handlers));
    return {
      name,
      version,
      events,
      catalog: eventCatalog(events),
      factsOf: (event) => (factsByType.get(event.type)?.(event) ?? {}) as FactRequests,
      react(event, facts) {
        const handler = reactByType.get(event.type);
        if (handler === undefined) throw new TypeError(`The process '${name}' does not take '${event.type}'.`);
        return handler(event, facts) as readonly Consequence[];
      },
    };
  };
  return {
    react: (handlers) => build({}, handlers),
    facts: (declarations) => ({ react: (handlers) => build(declarations, handlers) }),
  };
}

/** The id of the command that follows from an event: the same at every repetition. */
export function consequenceId(
  process: Pick<Process, 'name'>,
  event: RecordedEvent,
  { id, command, about }: Consequence,
): string {
  return [process.name, event.id, command.type, id, ...(about === undefined ? [] : [about])].join('/');
}
