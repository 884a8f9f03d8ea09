import type { EventStore } from '../store/event-store.js';
import type { ProjectedView } from './projected-view.js';
import type { Projection } from './projection.js';
import { type ProjectorOptions, type Projectors, projectors } from './projectors.js';

/** Keeps the rows of one projection up to date in one target. */
export interface Projector<Row>
  extends Pick<Projectors, 'run' | 'start' | 'stop' | 'rebuild' | 'waitFor'>,
    ProjectedView<Row> {}

/**
 * Keeps the rows of a projection up to date; {@link projectors} does the same for several in one pass over the log.
 *
 * ```ts
 * const people = projector(store, registrations);
 * await people.run();
 * await people.get('subject-1');
 * ```
 */
export function projector<Row>(
  store: EventStore,
  projection: Projection<Row>,
  options: ProjectorOptions = {},
): Projector<Row> {
  const { run, start, stop, rebuild, waitFor, of } = projectors(store, [projection], options);
  return { run, start, stop, rebuild, waitFor, ...of(projection) };
}
