import type { Connection } from './connection.js';
import { writtenByClients } from './log-filter.js';
import { parseLogPosition, positionOf } from './log-position.js';
import { logPage } from './read-page.js';

const FIRST_PAGE = 16;
const LARGEST_PAGE = 4096;

/**
 * Position of the last event that is not one of the server itself; undefined when there is none. One try.
 * Reads from the end, usually one short page: only a server that writes statistics into its own log makes it longer.
 */
export async function headPosition(connection: Connection): Promise<string | undefined> {
  let from: string | undefined;
  for (let count = FIRST_PAGE; ; count = Math.min(count * 8, LARGEST_PAGE)) {
    const page = await logPage(connection, from === undefined ? 'end' : parseLogPosition(from), 'backwards', count);
    const found = page.find(writtenByClients);
    if (found !== undefined) return positionOf(found);
    const last = page.at(-1);
    if (last === undefined || page.length < count) return undefined;
    from = positionOf(last);
  }
}
