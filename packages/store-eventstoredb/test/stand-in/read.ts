import type { ServerWritableStream } from '@grpc/grpc-js';
import { type EventFilter, matcherOf, parseFilter } from './event-filter.js';
import { indexOfPosition, type LogPosition, type StoredEvent } from './event-log.js';
import { streamName } from './identifiers.js';
import { refusalOf, requiresLeader, type ServerNode } from './node.js';
import { eventMessage, lastRevision, streamNotFound } from './read-messages.js';
import { openReply, type ReadReply } from './read-reply.js';
import { invalidArgument, type Refusal } from './refusals.js';
import { subscribe } from './subscription.js';
import type { ReadReq, ReadResp } from './wire.js';

export interface ReadQuery {
  /** Undefined for $all. */
  readonly stream: string | undefined;
  readonly from: 'start' | 'end' | bigint | LogPosition;
  readonly backwards: boolean;
  /** Undefined for a subscription. */
  readonly maxCount: bigint | undefined;
  readonly filter: EventFilter | undefined;
  /** Whether event ids are asked for as two numbers. */
  readonly structuredIds: boolean;
  /** False as older servers do it: they leave positions out when they read a stream. */
  readonly tellsPosition: boolean;
  /** From 1 on, the server says where the stream ends. */
  readonly compatibility: number;
}

/** `Read`: of a stream or of $all, once or as a subscription. Links are never resolved: the stand-in has none. */
export function readService(node: ServerNode) {
  return (call: ServerWritableStream<ReadReq, ReadResp>): void => {
    const query = parseQuery(call.request, node.positionsInStreams);
    const reply = openReply(node, call, {
      method: query.maxCount === undefined ? 'subscribe' : 'read',
      target: query.stream ?? '$all',
      from: query.from,
      backwards: query.backwards,
      maxCount: query.maxCount,
      filter: query.filter,
      requiresLeader: requiresLeader(call.metadata),
    });
    if (node.faults.takeSilence()) return;
    const refusal = refusalOf(node, call.metadata, 'read') ?? refusalOfFilter(query.filter);
    if (refusal !== undefined) reply.refuse(refusal);
    else
      void (query.maxCount === undefined
        ? subscribe(node, query, reply)
        : readOnce(node, query, query.maxCount, reply));
  };
}

/** A pattern that is none is refused; with which error a real server does it is not known to us. */
function refusalOfFilter(filter: EventFilter | undefined): Refusal | undefined {
  try {
    matcherOf(filter);
    return undefined;
  } catch {
    return invalidArgument(`The filter's pattern ${filter?.regex} cannot be read.`);
  }
}

async function readOnce(node: ServerNode, query: ReadQuery, maxCount: bigint, reply: ReadReply): Promise<void> {
  if (query.stream !== undefined && node.log.stream(query.stream) === undefined) {
    await reply.send(streamNotFound(query.stream));
    return reply.end();
  }
  const matches = matcherOf(query.filter);
  let count = 0n;
  for (const event of selected(node, query)) {
    if (count >= maxCount) break;
    if (!matches(event)) continue;
    if (!(await reply.sendEvent(eventMessage(event, query)))) return;
    count += 1n;
  }
  const last = query.stream === undefined ? undefined : node.log.stream(query.stream)?.at(-1);
  if (query.compatibility >= 1 && last !== undefined) await reply.send(lastRevision(last.revision));
  reply.end();
}

/**
 * The events of a read, in its direction. Forwards it begins with the event at `from`; so it does backwards in a stream,
 * while $all is read backwards from before it.
 */
function* selected(node: ServerNode, { stream, from, backwards }: ReadQuery): Iterable<StoredEvent> {
  const events = stream === undefined ? node.log.all : (node.log.stream(stream) ?? []);
  if (!backwards) {
    // A read sees the log as it was when it began, which is stricter than a server, that may show more.
    const end = events.length;
    for (let index = firstIndex(events, from); index < end; index += 1) yield* at(events, index);
    return;
  }
  const beyond = typeof from === 'bigint' ? from + 1n : undefined;
  const start =
    from === 'end'
      ? events.length
      : beyond !== undefined
        ? Number(beyond < events.length ? beyond : events.length)
        : firstIndex(events, from);
  for (let index = start - 1; index >= 0; index -= 1) yield* at(events, index);
}

function firstIndex(events: readonly StoredEvent[], from: ReadQuery['from']): number {
  if (from === 'start') return 0;
  if (from === 'end') return events.length;
  if (typeof from === 'bigint') return from > BigInt(events.length) ? events.length : Number(from);
  return indexOfPosition(events, from);
}

function at(events: readonly StoredEvent[], index: number): readonly StoredEvent[] {
  const event = events[index];
  return event === undefined ? [] : [event];
}

function parseQuery(request: ReadReq, positionsInStreams: boolean): ReadQuery {
  const options = request.getOptions();
  const stream = options?.getStream();
  return {
    stream: stream === undefined ? undefined : streamName(stream.getStreamIdentifier()),
    from: options === undefined ? 'start' : beginOf(options),
    backwards: options?.getReadDirection() === 1,
    maxCount: options?.hasSubscription() ? undefined : BigInt(options?.getCount() ?? '0'),
    filter: options === undefined ? undefined : parseFilter(options),
    tellsPosition: stream === undefined || positionsInStreams,
    structuredIds: !options?.getUuidOption()?.hasString(),
    compatibility: options?.getControlOption()?.getCompatibility() ?? 0,
  };
}

function beginOf(options: ReadReq.Options): ReadQuery['from'] {
  const stream = options.getStream();
  if (stream !== undefined) {
    if (stream.hasRevision()) return BigInt(stream.getRevision());
    return stream.hasEnd() ? 'end' : 'start';
  }
  const all = options.getAll();
  const position = all?.getPosition();
  if (position !== undefined)
    return { commit: BigInt(position.getCommitPosition()), prepare: BigInt(position.getPreparePosition()) };
  return all?.hasEnd() ? 'end' : 'start';
}
