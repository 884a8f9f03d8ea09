import type { ClientFilter, ClientRecordedEvent } from './client.js';
import type { Connection } from './connection.js';
import { formatLogPosition, parseLogPosition, positionOf } from './log-position.js';

/** What the server pushed: an event, or that it looked at everything up to a position. */
export interface Pushed {
  readonly position: string;
  readonly event?: ClientRecordedEvent;
}

/** A subscription of the server to its log, as a queue that is emptied by hand. */
export interface PushSource {
  /** What arrived since the last call, in the order of the log. */
  take(): readonly Pushed[];
  /** Whether the server said, since the last call, that it has delivered all there was. */
  caughtUp(): boolean;
  /** Why it ended, as soon as it has; what arrived before can still be taken. */
  readonly ended: { readonly cause: unknown } | undefined;
  close(): void;
}

/**
 * Opens a subscription to the log after a position.
 *
 * A client tells of a checkpoint at the moment it comes off the wire, while events that came before it still wait in its buffer:
 * it is kept until those were handed over, for whoever stored it earlier would skip them after a restart. No more than a page waits
 * here: the rest stays with the server.
 */
export function pushSource(
  connection: Connection,
  after: string | undefined,
  filter: Omit<ClientFilter, 'checkpointReached'>,
  onArrival: () => void,
): PushSource {
  const queue: Pushed[] = [];
  const waiting: { readonly behind: number; readonly tell: () => void }[] = [];
  let delivered = 0;
  let caughtUp = false;
  let paused = false;
  let ended: { readonly cause: unknown } | undefined;

  const tellBehind = (buffered: number, tell: () => void): void => {
    waiting.push({ behind: delivered + buffered, tell });
    tellDue();
  };
  const tellDue = (): void => {
    for (let next = waiting[0]; next !== undefined && next.behind <= delivered; next = waiting[0]) {
      waiting.shift();
      next.tell();
    }
    onArrival();
  };
  const end = (cause: unknown): void => {
    ended ??= { cause };
    onArrival();
  };

  const subscription = connection.client.subscribeToAll({
    ...connection.callOptions,
    fromPosition: after === undefined ? 'start' : parseLogPosition(after),
    filter: {
      ...filter,
      checkpointReached: ({ readableLength }, reached) =>
        tellBehind(readableLength, () => queue.push({ position: formatLogPosition(reached) })),
    },
  });
  subscription.on('error', end);
  subscription.on('end', () => end(new Error('the server ended the subscription')));
  subscription.on('close', () => end(new Error('the subscription was closed')));
  subscription.on('caughtUp', () =>
    tellBehind(subscription.readableLength, () => {
      caughtUp = true;
    }),
  );
  subscription.on('data', ({ event }) => {
    delivered++;
    if (event !== undefined)
      queue.push({ position: positionOf(event), event: connection.readsWholeSeconds ? inWholeSeconds(event) : event });
    if (queue.length >= connection.pageSize && !paused) {
      paused = true;
      subscription.pause();
    }
    tellDue();
  });

  return {
    take() {
      const taken = queue.splice(0);
      if (paused) {
        paused = false;
        subscription.resume();
      }
      return taken;
    },
    caughtUp() {
      const told = caughtUp;
      caughtUp = false;
      return told;
    },
    get ended() {
      return ended;
    },
    close() {
      // Not awaited: it waits for a connection that may never come about.
      subscription.unsubscribe().catch(() => {});
    },
  };
}

function inWholeSeconds(event: ClientRecordedEvent): ClientRecordedEvent {
  return { ...event, created: new Date(Math.floor(event.created.getTime() / 1000) * 1000) };
}
