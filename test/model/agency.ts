import { pembinaan, pembinaanProcessor } from '@pembinaan/core';
import {
  type EventStore,
  fixedRuntime,
  foldPage,
  type Handled,
  isEventSourcingError,
  memoryStore,
  type Projection,
  type RecordedEvent,
} from '@pembinaan/event-sourcing';
import { morningOf } from './days.js';
import { type History, history } from './laws/history.js';
import { acceptedIsNew, refusedLeavesNothing } from './laws/steps.js';
import type { Tally } from './tally.js';

/** Any command of the domain. */
export type PembinaanCommand = Parameters<typeof pembinaan.dispatch>[2];

/** One command on its way: who sends it, for whom, under which grant, to which stream, when it was true. */
export interface Attempt {
  readonly by: string;
  readonly under?: string;
  readonly onBehalfOf?: string;
  readonly to: string;
  readonly command: PembinaanCommand;
  /** The day on which it happened; today, when absent. */
  readonly on?: string;
  /** The event that it corrects. */
  readonly corrects?: string;
  /** What is wrong with it, where that was done on purpose. */
  readonly fault?: string;
}

/** What became of a command. */
export type Answer =
  | { readonly accepted: true; readonly events: readonly RecordedEvent[] }
  | { readonly accepted: false; readonly rule: string; readonly reason: string };

/** A command that was accepted, as it was sent. */
export interface Done {
  readonly attempt: Attempt;
  readonly commandId: string;
  readonly events: readonly RecordedEvent[];
}

/** An agency at work on a store, with a clock that only moves on. */
export interface Agency {
  readonly store: EventStore;
  /** Today, `2026-03-02`. */
  readonly today: string;
  /** Everything that happened. */
  readonly log: readonly RecordedEvent[];
  readonly history: History;
  /** What was accepted, in its order. */
  readonly done: readonly Done[];
  /** What was sent, a line each. */
  readonly trace: readonly string[];
  /** An id that was not used before. */
  newId(kind: string): string;
  /** Moves the clock on to that day; a day that has passed changes nothing. */
  waitUntil(day: string): void;
  /** Sends a command, and checks what every command must keep: a refusal leaves nothing, an acceptance exactly its events. */
  send(attempt: Attempt): Promise<Answer>;
  /** Lets follow what follows by itself: JP, closed nominations, cancelled batches. */
  settle(): Promise<void>;
  /** Sends a command that was accepted before once more, under the same id. */
  repeat(done: Done): ReturnType<typeof pembinaan.dispatch>;
}

/** What an agency is begun with. */
export interface Beginning {
  readonly name: string;
  readonly today: string;
  readonly tally: Tally;
  /** What happened before. */
  readonly log?: readonly RecordedEvent[];
  /** Called after so many commands, to examine the whole history. */
  readonly examine?: { readonly every: number; readonly by: (history: History) => void };
}

export async function agencyFrom(beginning: Beginning): Promise<Agency> {
  const { name, tally, examine } = beginning;
  let today = beginning.today;
  const runtime = fixedRuntime({ start: morningOf(today), stepMs: 1000, prefix: name });
  const log: RecordedEvent[] = [...(beginning.log ?? [])];
  const store = await storeWith(log, runtime.now);
  const book = history(log);
  const done: Done[] = [];
  const trace: string[] = [];
  let ids = 0;
  let sent = 0;

  const dispatch = ({ by, under, onBehalfOf, to, command, on, corrects }: Attempt, commandId: string) =>
    pembinaan.dispatch(store, to, command, {
      actor: { subjectId: by, roles: [], ...(under !== undefined && { authorityId: under }) },
      ...(onBehalfOf !== undefined && { onBehalfOf }),
      ...(on !== undefined && { occurredAt: morningOf(on) }),
      ...(corrects !== undefined && { corrects: { eventId: corrects, reason: 'keliru dicatat' } }),
      commandId,
      runtime,
    });

  /** Sends something, and checks what every command must keep: a refusal leaves nothing, an acceptance exactly its events. */
  const watched = async <H extends Handled<unknown>>(
    attempt: Attempt,
    send: () => Promise<H>,
  ): Promise<H | undefined> => {
    const before = await store.head();
    const result = await send().catch(turnedAway);
    const answer = answerFrom(result);
    trace.push(line(today, attempt, answer));
    tally.count(attempt, answer);
    if (!answer.accepted) await refusedLeavesNothing(store, before);
    else {
      const fresh = await acceptedIsNew(store, before, result?.accepted && result.repeated ? [] : answer.events);
      log.push(...fresh);
      for (const event of fresh) book.add(event);
    }
    if (examine !== undefined && ++sent % examine.every === 0) examine.by(book);
    return result;
  };

  const consequences = pembinaanProcessor(store, {
    runtime,
    // A process is a writer like any other: what it sends is watched as well. What it sends fits, or it is a bug.
    async send(id, command, context) {
      const attempt = { by: context.actor.subjectId, to: id, command: command as PembinaanCommand };
      const result = await watched(attempt, () => pembinaan.dispatch(store, id, attempt.command, context));
      if (result === undefined) throw new Error(`A process sent what fits no schema: ${trace.at(-1)}`);
      return result;
    },
  });

  return {
    store,
    get today() {
      return today;
    },
    log,
    history: book,
    done,
    trace,
    newId: (kind) => `${kind}-${name}-${++ids}`,
    waitUntil(day) {
      if (day <= today) return;
      today = day;
      runtime.set(morningOf(day));
    },
    async send(attempt) {
      const commandId = runtime.newId();
      const answer = answerFrom(await watched(attempt, () => dispatch(attempt, commandId)));
      if (answer.accepted && answer.events.length > 0) done.push({ attempt, commandId, events: answer.events });
      return answer;
    },
    repeat: ({ attempt, commandId }) => dispatch(attempt, commandId),
    async settle() {
      await consequences.run();
    },
  };
}

/** What does not even fit the schema, or has no sound context, is turned away before any rule is asked. */
function turnedAway(error: unknown): undefined {
  if (isEventSourcingError(error, 'invalid-command') || isEventSourcingError(error, 'invalid-context'))
    return undefined;
  throw error;
}

function answerFrom(result: Handled<unknown> | undefined): Answer {
  if (result === undefined) return { accepted: false, rule: 'schema', reason: 'invalid' };
  if (!result.accepted) return { accepted: false, rule: result.rejection.rule, reason: result.rejection.reason };
  // An event that a decider led to is the stored one, seen with its type.
  return { accepted: true, events: result.events as readonly RecordedEvent[] };
}

/** A store that holds these events, each with the time at which it was taken. */
export async function storeWith(log: readonly RecordedEvent[], now?: () => string): Promise<EventStore> {
  let taken: string | undefined;
  const store = memoryStore({ now: () => taken ?? (now ?? (() => new Date().toISOString()))() });
  for (const event of log) {
    const { stream, revision, recordedAt, id, type, schemaVersion, occurredAt, data, metadata } = event;
    taken = recordedAt;
    const expected = revision === 0 ? 'none' : revision - 1;
    await store.append(stream, [{ id, type, schemaVersion, occurredAt, data, metadata }], expected);
  }
  taken = undefined;
  return store;
}

/** What the model believes of a kind of thing: a view of the events that happened, kept up to date as it is asked. */
export function belief<Row>(view: Projection<Row>): (agency: Agency) => readonly Row[] {
  const known = new WeakMap<Agency, { readonly rows: Map<string, Row>; read: number }>();
  return (agency) => {
    const held = known.get(agency) ?? { rows: new Map<string, Row>(), read: 0 };
    known.set(agency, held);
    foldPage(view, agency.log.slice(held.read), held.rows, { trustStored: true });
    held.read = agency.log.length;
    return [...held.rows.values()];
  };
}

function line(today: string, { by, onBehalfOf, to, command, on, corrects, fault }: Attempt, answer: Answer): string {
  const who = onBehalfOf === undefined ? by : `${by} for ${onBehalfOf}`;
  const what = `${command.type} ${to}${on === undefined ? '' : ` as of ${on}`}${corrects === undefined ? '' : ' as a correction'}`;
  const outcome = answer.accepted ? 'accepted' : `${answer.rule} ${answer.reason}`;
  return `${today} ${who}: ${what}${fault === undefined ? '' : ` [${fault}]`} -> ${outcome}`;
}
