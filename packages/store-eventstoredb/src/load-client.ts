import { EventSourcingError } from '@pembinaan/event-sourcing';
import type { EventStoreClient } from './client.js';
import type { ConnectionUrl } from './connection-url.js';

/**
 * Loads `@eventstore/db-client`, at this moment and not before: a program that keeps its events in a file, or hands in a client of
 * its own, does not pay for it, and may use the package of Kurrent, which must not be loaded beside it.
 * @throws EventSourcingError `driver-missing`; `store-unavailable` for a URL that the client does not take.
 */
export async function loadClient({ forClient }: ConnectionUrl): Promise<EventStoreClient> {
  const { EventStoreDBClient } = await import('@eventstore/db-client').catch((cause: unknown) => {
    throw new EventSourcingError('driver-missing', 'The package @eventstore/db-client cannot be loaded.', {
      todo: 'Install it: `npm install @eventstore/db-client@6.2.1`.',
      cause,
    });
  });
  try {
    return appendingByCall(EventStoreDBClient.connectionString(forClient));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new EventSourcingError('store-unavailable', `The client does not take the URL of the event store: ${why}`, {
      todo: 'Write it as esdb://user:password@host:2113, for several nodes host1:2113,host2:2113.',
    });
  }
}

/**
 * Makes the client send each append as a call of its own. By itself it sends them through one stream, whose bookkeeping all clients of
 * a process share: the failure of one server fails the appends to all others, and an answer that comes late is an exception that
 * nobody can catch. It asks its own method `supports` whether the server takes that stream, and never asks when credentials are
 * given with the call.
 */
function appendingByCall(client: EventStoreClient): EventStoreClient {
  Reflect.set(client, 'supports', async () => false);
  return client;
}
