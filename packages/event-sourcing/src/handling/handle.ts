import { type AnyCommandType, type Command, type IssuedCommand, parseCommand } from '../decider/command.js';
import type { Decider } from '../decider/decider.js';
import { isRejection, type Rejection } from '../decider/rule.js';
import { EventSourcingError, isEventSourcingError } from '../errors.js';
import type { Correction, EventToAppend, Metadata, Recorded, RecordedEvent } from '../event/envelope.js';
import type { DomainEvent } from '../event/event.js';
import type { EventCatalog } from '../event/event-catalog.js';
import { loadFacts } from '../facts/fact.js';
import { type Foldable, readState, type StateRead } from '../facts/read-state.js';
import { type Turn, turnOf } from '../facts/turn.js';
import type { Appended, EventStore } from '../store/event-store.js';
import { assertContext, type CommandContext } from './command-context.js';
import { type EventIds, eventIdsOf } from './event-id.js';
import { systemRuntime } from './runtime.js';

/** The command was accepted: these events are stored. */
export interface Accepted<E> {
  readonly accepted: true;
  readonly events: readonly Recorded<E>[];
  /** Revision of the stream after the command; -1 when it holds nothing yet. */
  readonly revision: number;
  /** Position of the last event; undefined when the command led to none. */
  readonly position: string | undefined;
  /** True when the same command was accepted before, and this is the result of then. */
  readonly repeated: boolean;
}

/** The command was refused by a rule: nothing was stored. */
export interface Declined {
  readonly accepted: false;
  readonly rejection: Rejection;
}

export type Handled<E> = Accepted<E> | Declined;

const DEFAULT_RETRIES = 10;

/**
 * Handles one command on one stream.
 *
 * 1. Reads the stream; 2. folds it; 3. loads the facts that the command declares; 4. decides; 5. appends with the revision that was
 * read and, where the store can, with the facts that were relied on; 6. starts again when another writer was faster, a bounded number
 * of times; 7. returns the events with their revisions and positions.
 *
 * The same command id twice returns the first result. A refusal is a value and leaves no event.
 *
 * @throws EventSourcingError `unknown-command`, `invalid-command`, `invalid-context`, `command-id-reused`, `retries-exhausted`,
 *   those of reading (`newer-event-version`, `invalid-event-data`, …) and those of the store.
 */
export async function handle<C extends string, S, E extends DomainEvent, Cmd extends Command>(
  store: EventStore,
  decider: Decider<C, S, E, Cmd>,
  id: string,
  command: NoInfer<Cmd>,
  context: CommandContext,
): Promise<Handled<E>> {
  const runtime = context.runtime ?? systemRuntime;
  const stream = decider.streamOf(id);
  const definition = commandNamed(decider, command.type, stream);
  const data = parseCommand(definition, command, stream);
  const issuedAt = runtime.now();
  assertContext(context, issuedAt);

  const commandId = context.commandId ?? runtime.newId();
  const ids = eventIdsOf(commandId);
  const once = async (turn: Turn): Promise<Handled<E>> => {
    const read = await readState(store, decider, stream);
    const first = firstResult<E>(read, ids, context, stream);
    if (first !== undefined) return first;
    const corrected = correctedEvent(read, context.corrects, stream);
    const issued: IssuedCommand = {
      type: command.type,
      data,
      id: commandId,
      streamId: id,
      actor: context.actor,
      ...(context.onBehalfOf !== undefined && { onBehalfOf: context.onBehalfOf }),
      // A correction tells of the moment of what it corrects, unless it says otherwise.
      occurredAt: context.occurredAt ?? corrected?.occurredAt ?? issuedAt,
      issuedAt,
      ...(context.corrects !== undefined && { corrects: context.corrects }),
    };

    const facts = await loadFacts(store, decider.factsOf(issued, read.state), turn.take);
    const decision = decider.decide(issued, read.state, facts.values);
    if (isRejection(decision)) return { accepted: false, rejection: decision };
    if (decision.length === 0) {
      return {
        accepted: true,
        events: [],
        revision: read.revision,
        position: read.events.at(-1)?.position,
        repeated: false,
      };
    }

    if (corrected !== undefined) assertCorrects(decision, corrected, decider.catalog, stream);

    const { subjectId, roles, authorityId } = context.actor;
    const metadata: Omit<Metadata, 'salt'> = {
      // Field by field: what else a host keeps in its login, such as a name, does not get into the log.
      actor: { subjectId, roles: [...roles], ...(authorityId !== undefined && { authorityId }) },
      ...(context.onBehalfOf !== undefined && { onBehalfOf: context.onBehalfOf }),
      correlationId: context.correlationId ?? issued.id,
      causationId: context.causationId ?? issued.id,
      commandId: issued.id,
      ...facts.stamp,
      facts: facts.refs.filter((ref) => ref.stream !== stream),
      ...(context.corrects !== undefined && {
        corrects: { eventId: context.corrects.eventId, reason: context.corrects.reason },
      }),
    };
    const events = decision.map(
      (event, index): EventToAppend => ({
        id: ids.at(index),
        type: event.type,
        ...decider.catalog.encode(event),
        occurredAt: issued.occurredAt,
        metadata: { ...metadata, salt: runtime.salt() },
      }),
    );

    try {
      const expected = read.revision === -1 ? 'none' : read.revision;
      const appended = await store.append(stream, events, expected, { facts: metadata.facts, quiet: facts.quiet });
      if (!appended.repeated) return accepted(events, appended);
      return await resultOfTheRace<E>(store, decider, ids, context, stream, undefined);
    } catch (error) {
      if (!isEventSourcingError(error, 'duplicate-event')) throw error;
      return await resultOfTheRace<E>(store, decider, ids, context, stream, error);
    }
  };

  const retries = context.retries ?? DEFAULT_RETRIES;
  for (let attempt = 0; ; attempt++) {
    const turn = turnOf(store);
    try {
      return await once(turn);
    } catch (error) {
      const moved = isEventSourcingError(error, 'version-conflict') || isEventSourcingError(error, 'fact-conflict');
      if (!moved) throw error;
      if (attempt >= retries) throw retriesExhausted(stream, retries, error);
    } finally {
      turn.release();
    }
    await pause(attempt);
  }
}

function commandNamed(decider: { commands: readonly AnyCommandType[] }, type: string, stream: string): AnyCommandType {
  const definition = decider.commands.find((known) => known.type === type);
  if (definition !== undefined) return definition;
  throw new EventSourcingError('unknown-command', `The command '${type}' is not known here.`, {
    place: { stream },
    todo: `Send one of: ${decider.commands.map((known) => known.type).join(', ')}.`,
  });
}

/** The result of the same command, when it was handled before; the same id from somebody else is another command. */
function firstResult<E extends DomainEvent>(
  read: StateRead<unknown>,
  ids: EventIds,
  context: CommandContext,
  stream: string,
): Accepted<E> | undefined {
  const first = ids.at(0);
  const start = read.events.findIndex(({ id }) => id === first);
  if (start === -1) return undefined;
  const by = read.events[start]?.metadata;
  if (by?.actor.subjectId !== context.actor.subjectId || by.onBehalfOf !== context.onBehalfOf) {
    throw commandIdReused(ids.commandId, stream, undefined);
  }
  const events = read.events.slice(start).filter((event, index) => event.id === ids.at(index));
  const last = events.at(-1);
  if (last === undefined) return undefined;
  return {
    accepted: true,
    events: events as unknown as readonly Recorded<E>[],
    revision: last.revision,
    position: last.position,
    repeated: true,
  };
}

/** The event that a command corrects: of this stream, and not corrected before. */
function correctedEvent(
  read: StateRead<unknown>,
  corrects: Correction | undefined,
  stream: string,
): RecordedEvent | undefined {
  if (corrects === undefined) return undefined;
  const place = { stream, eventId: corrects.eventId };
  const found = read.events.find((event) => event.id === corrects.eventId);
  if (found === undefined) {
    throw new EventSourcingError('invalid-context', 'The event to be corrected is not in this stream.', {
      place,
      todo: 'Give the id of an event of the same stream in corrects.eventId.',
    });
  }
  const later = read.events.find((event) => event.metadata.corrects?.eventId === found.id);
  if (later !== undefined) {
    throw new EventSourcingError('invalid-context', `The event was corrected before, by ${later.id}.`, {
      place,
      todo: 'Correct the last of the corrections.',
    });
  }
  return found;
}

/** Refuses a correction that would put something else in the place of what it corrects. */
function assertCorrects(
  decision: readonly DomainEvent[],
  corrected: RecordedEvent,
  catalog: EventCatalog,
  stream: string,
): void {
  const identity = catalog.identityOf(corrected);
  const place = { stream, eventId: corrected.id, type: corrected.type };
  if (identity === undefined) {
    throw new EventSourcingError('invalid-context', `An event of the type '${corrected.type}' cannot be corrected.`, {
      place,
      todo: 'Undo it by the act that the domain has for that, such as a release, an end or a new placement.',
    });
  }
  if (decision.some((event) => event.type !== corrected.type || catalog.identityOf(event) !== identity)) {
    throw new EventSourcingError(
      'invalid-context',
      'The command tells of something else than the event it would correct.',
      {
        place,
        todo: 'Correct an event by a command that leads to the same type of event about the same thing.',
      },
    );
  }
}

/** The same command was handled at the same time elsewhere, and came first: what was stored then is the result. */
async function resultOfTheRace<E extends DomainEvent>(
  store: EventStore,
  decider: Foldable<unknown>,
  ids: EventIds,
  context: CommandContext,
  stream: string,
  cause: unknown,
): Promise<Accepted<E>> {
  const first = firstResult<E>(await readState(store, decider, stream), ids, context, stream);
  if (first === undefined) throw commandIdReused(ids.commandId, stream, cause);
  return first;
}

function accepted<E extends DomainEvent>(events: readonly EventToAppend[], appended: Appended): Accepted<E> {
  const recorded = events.map(
    (event, index): RecordedEvent => ({
      ...event,
      stream: appended.stream,
      revision: appended.firstRevision + index,
      position: appended.positions[index] ?? '',
      recordedAt: appended.recordedAt,
    }),
  );
  return {
    accepted: true,
    events: recorded as unknown as readonly Recorded<E>[],
    revision: appended.revision,
    position: appended.positions.at(-1),
    repeated: appended.repeated,
  };
}

function commandIdReused(commandId: string, stream: string, cause: unknown): EventSourcingError {
  return new EventSourcingError(
    'command-id-reused',
    `The command id '${commandId}' was used before, on another stream or by somebody else.`,
    {
      place: { stream },
      todo: 'Give each command its own id; the first result stands and nothing was written now.',
      cause,
    },
  );
}

function retriesExhausted(stream: string, retries: number, cause: unknown): EventSourcingError {
  return new EventSourcingError(
    'retries-exhausted',
    `Other writers were faster ${retries + 1} times in a row; nothing was written.`,
    {
      place: { stream },
      todo: 'Send the command again with the same command id, or raise context.retries.',
      cause,
    },
  );
}

/** Waits up to a little longer each time, by chance, so that racing writers fall out of step. */
async function pause(attempt: number): Promise<void> {
  if (attempt === 0) return;
  await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(4 * 2 ** attempt, 400)));
}
