import type { EventStore, Projection } from '@pembinaan/event-sourcing';
import { openLibrary } from '../contestants/library.js';
import { benchDriver } from '../driver.js';
import { ending } from './ending.js';
import { MAIN } from './replaying.js';

/** What each thread of a replay loads; the file and where it ends stand in the address of the module. */
const asked = new URL(import.meta.url).searchParams;

export const projections: readonly Projection<unknown>[] = MAIN;

export async function open(): Promise<EventStore> {
  const { store } = await openLibrary(benchDriver(), asked.get('file') ?? '', { readOnly: true });
  return ending(store, Number(asked.get('end'))).store;
}

/** The address of this module for a file that is seen up to an event. */
export function replayModule(file: string, end: number): URL {
  const url = new URL('./replay-module.js', import.meta.url);
  url.searchParams.set('file', file);
  url.searchParams.set('end', String(end));
  return url;
}
