import { EventSourcingError } from '../errors.js';
import { servesNewer } from '../projection/lane.js';
import type { Generation, ViewTarget } from '../projection/view-target.js';
import { type PartitionedViews, type ReplayInWorkersOptions, replayInWorkers } from './replay-in-workers.js';

/**
 * Builds the rows of a module's projections with several threads, beside those that a target serves, and then serves them: for the
 * first build of a large store, or after a new version. A projector goes on from there.
 *
 * ```ts
 * await rebuildInWorkers(new URL('./replay-module.js', import.meta.url), views, { workers: 2 });
 * await projectors(store, projections, { target: views }).run();
 * ```
 *
 * Readers see the old rows until all new ones are stored, and then all new ones of a projection at once. The rows of one projection are
 * in memory twice while they are stored. No projector may write these projections meanwhile: where one moved the rows that are served
 * beyond those that were built, nothing is changed.
 *
 * @returns the position up to which the rows reach; undefined for an empty store, when nothing is changed.
 * @throws EventSourcingError as {@link replayInWorkers}; `version-conflict` when what is served is farther or of a newer version; those of
 *   the target. What is served then stays as it was.
 */
export async function rebuildInWorkers(
  module: URL,
  target: ViewTarget,
  options: ReplayInWorkersOptions = {},
): Promise<string | undefined> {
  const views = await replayInWorkers(module, options);
  try {
    const { until } = views;
    if (until === undefined) return undefined;
    for (const projection of views.projections) await assertNotBehind(target, projection, until);
    const built: Generation[] = [];
    for (const projection of views.projections) built.push(await store(views, projection, target, until));
    for (const projection of views.projections) await assertNotBehind(target, projection, until);
    for (const generation of built) await target.activate(generation);
    return until;
  } finally {
    await views.close();
  }
}

/** Readers never go back, neither in time nor to rows of an older version. */
async function assertNotBehind(
  target: ViewTarget,
  { name, version }: PartitionedViews['projections'][number],
  until: string,
): Promise<void> {
  const served = await target.active(name);
  if (served === undefined) return;
  if (served.version > version) throw servesNewer(name, served.version, version);
  const { position } = await served.checkpoint();
  if (position !== undefined && position > until) {
    throw new EventSourcingError(
      'version-conflict',
      `The rows of '${name}' that are served are at ${position}, farther than those that were built (${until}).`,
      { place: { projection: name }, todo: 'Stop the projector that moved them and build again.' },
    );
  }
}

/** One commit for all rows: a build that was cut off holds none, and is begun anew. */
async function store(
  views: PartitionedViews,
  projection: PartitionedViews['projections'][number],
  target: ViewTarget,
  until: string,
): Promise<Generation> {
  const view = views.of(projection);
  const rows = new Map<string, unknown>();
  for await (const page of view.rows()) for (const [key, row] of page) rows.set(key, row);
  const generation = await target.begin(projection.name, projection.version);
  await target.commit([
    {
      generation,
      after: undefined,
      checkpoint: { position: until, handled: view.handled },
      rows,
      removed: [],
      parked: [],
      unparked: [],
    },
  ]);
  return generation;
}
