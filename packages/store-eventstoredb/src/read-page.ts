import type { ClientRead, ClientRecordedEvent, LogPosition } from './client.js';
import type { Connection } from './connection.js';
import { isMissingStream } from './failures.js';

/** Where to read a stream: `count` events from a revision on, or from its end. */
export interface StreamRange {
  readonly from: 'end' | number;
  readonly backwards?: boolean;
  readonly count: number;
}

/** Some events of one stream; none when there is no such stream. The call is over when the events are handed on. */
export async function streamPage(
  connection: Connection,
  stream: string,
  { from, backwards = false, count }: StreamRange,
  requiresLeader = false,
): Promise<readonly ClientRecordedEvent[]> {
  return connection.patiently({ stream }, async () => {
    try {
      return await collect(connection, () =>
        connection.client.readStream(stream, {
          ...connection.callOptions,
          requiresLeader,
          fromRevision: from === 'end' ? 'end' : BigInt(from),
          direction: backwards ? 'backwards' : 'forwards',
          maxCount: count,
        }),
      );
    } catch (error) {
      if (isMissingStream(error)) return [];
      throw error;
    }
  });
}

/** Some events of the log, those of the server itself among them, from a position on, which is included. One try. */
export function logPage(
  connection: Connection,
  from: 'start' | 'end' | LogPosition,
  direction: 'forwards' | 'backwards',
  count: number,
): Promise<readonly ClientRecordedEvent[]> {
  return collect(connection, () =>
    connection.client.readAll({ ...connection.callOptions, fromPosition: from, direction, maxCount: count }),
  );
}

async function collect(connection: Connection, open: () => ClientRead): Promise<readonly ClientRecordedEvent[]> {
  const read = open();
  // A failure after the last event was taken finds no other listener, and would end the process.
  read.on?.('error', () => {});
  try {
    return await connection.once(async (alive) => {
      const events: ClientRecordedEvent[] = [];
      for await (const { event } of read) {
        alive();
        if (event !== undefined) events.push(event);
      }
      return events;
    });
  } finally {
    // Not awaited: it waits for a connection that may never come about.
    read.cancel?.().catch(() => {});
  }
}
