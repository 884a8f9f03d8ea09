import { stream } from '@pembinaan/event-sourcing';
import { ExternalSyncRecorded } from './events.js';

/** Nothing is decided by what was exchanged before; only that it was. */
export interface ExternalSync {
  readonly entries: number;
}

/** One log for whatever the agency chooses, such as a system and a month: each entry reads the stream, so that it must not grow for years. */
export const syncState = stream('sync', {
  events: [ExternalSyncRecorded],
  initial: (): ExternalSync => ({ entries: 0 }),
}).evolve({ ExternalSyncRecorded: ({ entries }) => ({ entries: entries + 1 }) });
