import type { EventStore } from '@pembinaan/event-sourcing';
import { type Processor, type ProcessorOptions, processor } from '@pembinaan/event-sourcing';
import { pembinaan } from '../pembinaan.js';
import { jpCrediting } from './jp-crediting.js';
import { programCancellation } from './program-cancellation.js';
import { separation } from './separation.js';

export { jpCrediting } from './jp-crediting.js';
export { programCancellation } from './program-cancellation.js';
export { separation } from './separation.js';

/** What follows by itself in the domain. */
export const processes = [jpCrediting, separation, programCancellation] as const;

/**
 * Runs the processes of the domain on the store of an agency.
 *
 * ```ts
 * const consequences = pembinaanProcessor(store, { target: await sqliteViews('processes.db') });
 * consequences.start();
 * ```
 *
 * @param options `send` is that of `pembinaan` unless the agency has a door of its own
 */
export function pembinaanProcessor(store: EventStore, options: Partial<ProcessorOptions> = {}): Processor {
  return processor(store, processes, {
    send: (id, command, context) =>
      pembinaan.dispatch(store, id, command as Parameters<typeof pembinaan.dispatch>[2], context),
    ...options,
  });
}
