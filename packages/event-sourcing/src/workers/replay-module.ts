import type { Projection } from '../projection/projection.js';
import type { EventStore } from '../store/event-store.js';

/**
 * What each worker loads: a module of the application that opens the store and names the projections. Functions cannot be sent to a
 * worker, the address of a module can.
 *
 * ```ts
 * // replay-module.ts
 * export const open = () => sqliteStore('pembinaan.db', { readOnly: true });
 * export const projections = [personFiles, programRecords];
 * ```
 */
export interface ReplayModule {
  /** Opens the store; called once in each worker, and once where the workers are started. */
  readonly open: () => Promise<EventStore>;
  readonly projections: readonly Projection<unknown>[];
}

/**
 * Loads the module.
 * @throws TypeError when it lacks a part.
 */
export async function loadReplayModule(url: string): Promise<ReplayModule> {
  const module: unknown = await import(url);
  if (isReplayModule(module)) return module;
  throw new TypeError(`The module ${url} does not export open() and projections, a list with one at least.`);
}

function isReplayModule(module: unknown): module is ReplayModule {
  return (
    typeof module === 'object' &&
    module !== null &&
    'open' in module &&
    typeof module.open === 'function' &&
    'projections' in module &&
    Array.isArray(module.projections) &&
    module.projections.length > 0
  );
}
