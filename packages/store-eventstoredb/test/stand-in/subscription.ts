import { randomUUID } from 'node:crypto';
import { matcherOf } from './event-filter.js';
import { comparePositions, indexOfPosition, type LogPosition, type StoredEvent } from './event-log.js';
import type { ServerNode } from './node.js';
import type { ReadQuery } from './read.js';
import { caughtUp, checkpoint, confirmation, eventMessage, fellBehind } from './read-messages.js';
import type { ReadReply } from './read-reply.js';
import { consumerTooSlow } from './refusals.js';

/** A page of the log has at most so many matching events, and so many events at all where the filter does not say. */
const PAGE = 32;

/** Milliseconds between two looks at whether a consumer takes anything, and after how many in vain it counts as slow. */
const LOOK = 25;
const SLOW = 10;

/**
 * Confirms, reads the log page by page up to its end, says `caughtUp`, and then sends what is appended.
 *
 * Checkpoints are those of a server of 24.10, and only come with a filter:
 * - while catching up, after each page that fills the interval (`window * interval` events looked at), and once at the
 *   end of the log, before `caughtUp`. The position is that of the last event sent, or where the last page began if that
 *   is further: a checkpoint may lie between events, and lags behind what was looked at. A log that begins with less than
 *   a page of filtered events brings no checkpoint at all before `caughtUp`.
 * - live, after each `window * interval` events, at the last one looked at.
 *
 * A subscription that begins at or beyond the end is caught up at once. One that cannot keep up live goes back to reading
 * the log, and is caught up once more: `caughtUp` may come twice.
 */
export async function subscribe(node: ServerNode, query: ReadQuery, reply: ReadReply): Promise<void> {
  const { filter } = query;
  const events = (): readonly StoredEvent[] =>
    query.stream === undefined ? node.log.all : (node.log.stream(query.stream) ?? []);
  const matches = matcherOf(filter);
  const window = filter?.window ?? PAGE;
  const interval = window * (filter?.checkpointInterval ?? 0);
  let index = indexAfter(events(), query.from);
  /** Up to where the client has been told. */
  let told: LogPosition | undefined = typeof query.from === 'object' ? query.from : events()[index - 1]?.position;
  let lastCheckpoint: LogPosition | undefined;

  const tellCheckpoint = async (position: LogPosition | undefined): Promise<void> => {
    if (position !== undefined && (told === undefined || comparePositions(told, position) < 0)) told = position;
    if (filter === undefined || told === undefined) return;
    if (lastCheckpoint !== undefined && comparePositions(told, lastCheckpoint) <= 0) return;
    lastCheckpoint = told;
    await reply.sendCheckpoint(checkpoint(told));
  };

  /** Looks at the next event, and sends it if it matches. */
  const sendNext = async (): Promise<boolean> => {
    const event = events()[index];
    index += 1;
    if (event === undefined || !matches(event)) return false;
    await reply.sendEvent(eventMessage(event, query));
    told = event.position;
    return true;
  };

  const catchUp = async (): Promise<void> => {
    let pageBegins = told;
    let considered = 0;
    while (!reply.over) {
      let looked = 0;
      let sent = 0;
      while (looked < window && sent < PAGE && index < events().length && !reply.over) {
        looked += 1;
        if (await sendNext()) sent += 1;
      }
      if (looked < window && sent < PAGE) return tellCheckpoint(pageBegins);
      considered += looked;
      if (interval > 0 && considered >= interval) {
        considered %= interval;
        await tellCheckpoint(pageBegins);
      }
      pageBegins = afterEvent(events()[index - 1]);
    }
  };

  const goLive = async (): Promise<void> => {
    let considered = 0;
    await reply.send(caughtUp());
    while (!reply.over) {
      const waiting = events().length - index;
      if (waiting > node.liveBuffer) {
        if (node.announcesFallingBehind) await reply.send(fellBehind());
        return tellCheckpoint(told);
      }
      if (waiting === 0) {
        await nextAppend(node, reply);
        continue;
      }
      await sendNext();
      considered += 1;
      if (interval === 0 || considered < interval) continue;
      considered = 0;
      await tellCheckpoint(events()[index - 1]?.position);
    }
  };

  let wasLive = false;
  // A consumer that takes nothing keeps us waiting in a send, so it has to be watched from beside. Looks count and not
  // time: on a busy machine a good consumer that shares our process gets its turn between them.
  let fullAt: number | undefined;
  let looks = 0;
  const watch = setInterval(() => {
    looks = reply.fullAt !== undefined && reply.fullAt === fullAt ? looks + 1 : 0;
    fullAt = reply.fullAt;
    const limit = node.faults.slowConsumerLimit;
    if (!wasLive || limit === undefined || looks < SLOW || events().length - index <= limit) return;
    node.faults.strike('dropSlowConsumers');
    reply.refuse(consumerTooSlow(), 'dropped');
  }, LOOK);
  reply.onOver(() => clearInterval(watch));

  await reply.send(confirmation(randomUUID()));
  if (index < events().length) await catchUp();
  while (!reply.over) {
    wasLive = true;
    await goLive();
    await catchUp();
  }
}

/** Index of the first event after `from`: a subscription does not repeat the event that it starts from. */
function indexAfter(events: readonly StoredEvent[], from: ReadQuery['from']): number {
  if (from === 'start') return 0;
  if (from === 'end') return events.length;
  if (typeof from === 'bigint') return from < BigInt(events.length) ? Number(from) + 1 : events.length;
  const index = indexOfPosition(events, from);
  const event = events[index];
  return event !== undefined && comparePositions(event.position, from) === 0 ? index + 1 : index;
}

/** The position right behind an event, where no event begins. */
function afterEvent(event: StoredEvent | undefined): LogPosition | undefined {
  return event && { commit: event.position.commit, prepare: event.position.prepare + 1n };
}

function nextAppend(node: ServerNode, reply: ReadReply): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      stop();
      forget();
      resolve();
    };
    const stop = node.log.onAppend(done);
    const forget = reply.onOver(done);
  });
}
