import { categoryOf } from '@pembinaan/event-sourcing';
import type { ClientFilter, ClientRecordedEvent } from './client.js';

/** Names that begin with this belong to the server. */
const SYSTEM = '$';

/**
 * How many events the server looks at before it tells how far it came. More make a sparse selection faster; fewer make the part
 * shorter that is read without the server's filter at the end (see `logFeed`).
 */
const SEARCH_WINDOW = 500;

export interface Selection {
  readonly types?: readonly string[] | undefined;
  readonly categories?: readonly string[] | undefined;
}

/** Which events of the log are wanted: asked of the server as far as it can tell, and of each event that comes. */
export interface LogFilter {
  /** Undefined when nothing can be wanted. */
  readonly onServer: Omit<ClientFilter, 'checkpointReached'> | undefined;
  wants(event: ClientRecordedEvent): boolean;
}

/**
 * A server filters by one property: by type where types are given, else by stream. The other is asked here, and so is whatever a
 * server might see otherwise than we do.
 */
export function logFilter({ types, categories }: Selection): LogFilter {
  const ofType = types && new Set(types);
  const ofCategory = categories && new Set(categories);
  return {
    onServer: types?.length === 0 || categories?.length === 0 ? undefined : serverFilter(types, categories),
    wants: ({ type, streamId }) =>
      !type.startsWith(SYSTEM) &&
      !streamId.startsWith(SYSTEM) &&
      (ofType === undefined || ofType.has(type)) &&
      (ofCategory === undefined || ofCategory.has(categoryOf(streamId))),
  };
}

/** Tells whether an event is one that somebody wrote, and not one of the server itself. */
export const writtenByClients = logFilter({}).wants;

function serverFilter(
  types: readonly string[] | undefined,
  categories: readonly string[] | undefined,
): Omit<ClientFilter, 'checkpointReached'> {
  const pace = { checkpointInterval: 1, maxSearchWindow: SEARCH_WINDOW };
  if (types !== undefined) return { ...pace, filterOn: 'eventType', regex: `^(?:${alternatives(types)})$` };
  if (categories !== undefined) return { ...pace, filterOn: 'streamName', regex: `^(?:${alternatives(categories)})-` };
  return { ...pace, filterOn: 'streamName', regex: '^[^$]' };
}

function alternatives(names: readonly string[]): string {
  return [...new Set(names)].map((name) => name.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&')).join('|');
}
