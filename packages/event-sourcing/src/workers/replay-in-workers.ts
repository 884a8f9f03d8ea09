import { Worker } from 'node:worker_threads';
import { EventSourcingError } from '../errors.js';
import type { DecodeOptions } from '../event/event-catalog.js';
import type { Projection, RowOf } from '../projection/projection.js';
import type { Answer, Failure, Question, Share, Task } from './messages.js';
import { loadReplayModule } from './replay-module.js';
import { workerOf } from './share-of-keys.js';

export interface ReplayInWorkersOptions extends DecodeOptions {
  /** How many threads fold; 2 when absent. More than the machine has cores only costs memory. */
  readonly workers?: number;
}

/** The rows of one projection, each in the thread that folded it. */
export interface PartitionedView<Row> {
  /** Position of the last event that was folded; undefined when there was none. */
  readonly position: string | undefined;
  /** How many events were folded. */
  readonly handled: number;
  /** How many rows there are. */
  readonly size: number;
  /** The row of that key, as a copy; undefined when no event made one. */
  get(key: string): Promise<Row | undefined>;
  /** All rows, as copies, page by page, in no order that means anything. */
  rows(): AsyncIterable<readonly (readonly [key: string, row: Row])[]>;
}

/** The views of a replay in several threads. */
export interface PartitionedViews {
  /** Everything up to here was folded; undefined for an empty store. */
  readonly until: string | undefined;
  /** Those of the module. */
  readonly projections: readonly Projection<unknown>[];
  /** Whether payloads of the present version were taken unvalidated. */
  readonly trustStored: boolean;
  /** @throws TypeError for a projection that the module does not list. */
  of<P extends Projection<unknown>>(projection: P): PartitionedView<RowOf<P>>;
  /** Ends the threads; the rows go with them. */
  close(): Promise<void>;
}

/**
 * Folds the whole log with several threads. Each reads all events of the types, and folds those whose keys fall to it: the events of one
 * row are folded by one thread in their order, so that the rows are those of a replay in one thread.
 *
 * ```ts
 * const views = await replayInWorkers(new URL('./replay-module.js', import.meta.url), { workers: 2 });
 * const person = await views.of(personFiles).get('subject-1/employee-subject-1');
 * await views.close();
 * ```
 *
 * Reading and parsing are done in every thread, validation and folding are shared out: see docs/performance.md for what that gains.
 *
 * @param module address of a {@link ReplayModule}, as built: threads load JavaScript
 * @throws EventSourcingError `projection-stopped` at the first event that cannot be folded; those of the store.
 */
export async function replayInWorkers(module: URL, options: ReplayInWorkersOptions = {}): Promise<PartitionedViews> {
  const count = Math.max(1, Math.trunc(options.workers ?? 2));
  const trustStored = options.trustStored === true;
  const { open, projections } = await loadReplayModule(module.href);
  const until = await headOf(open);
  if (until === undefined) return partitionedViews([], projections, undefined, trustStored);
  const started = Array.from({ length: count }, (_, worker) =>
    folder({ module: module.href, worker, workers: count, until, trustStored }),
  );
  try {
    await Promise.all(started.map(({ folded }) => folded));
  } catch (error) {
    await Promise.all(started.map((folding) => folding.end()));
    throw error;
  }
  return partitionedViews(started, projections, until, trustStored);
}

/** One thread and the questions that wait for its answer. */
interface Folder {
  readonly folded: Promise<readonly Share[]>;
  ask(question: (id: number) => Question): Promise<Answer>;
  end(): Promise<void>;
}

function folder(task: Task): Folder {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: task });
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: unknown) => void }>();
  let asked = 0;
  let failed: unknown;
  const folded = new Promise<readonly Share[]>((resolve, reject) => {
    const fail = (error: unknown): void => {
      failed ??= error;
      reject(failed);
      for (const question of waiting.values()) question.reject(failed);
      waiting.clear();
    };
    worker.on('message', (answer: Answer) => {
      if (answer.tell === 'folded') resolve(answer.shares);
      else if (answer.tell === 'failed') fail(errorOf(answer.failure));
      else {
        waiting.get(answer.id)?.resolve(answer);
        waiting.delete(answer.id);
      }
    });
    worker.on('error', fail);
    worker.on('exit', () => fail(ended()));
  });
  // Another thread may fail first; this failure is then not an unhandled one.
  folded.catch(() => {});
  return {
    folded,
    ask: (question) =>
      new Promise((resolve, reject) => {
        if (failed !== undefined) return reject(failed);
        const id = asked++;
        waiting.set(id, { resolve, reject });
        worker.postMessage(question(id));
      }),
    end: async () => {
      await worker.terminate();
    },
  };
}

async function headOf(open: () => Promise<{ head(): Promise<string | undefined>; close(): Promise<void> }>) {
  const store = await open();
  try {
    return await store.head();
  } finally {
    await store.close();
  }
}

async function partitionedViews(
  folders: readonly Folder[],
  projections: readonly Projection<unknown>[],
  until: string | undefined,
  trustStored: boolean,
): Promise<PartitionedViews> {
  const shares = await Promise.all(folders.map(({ folded }) => folded));
  return {
    until,
    projections,
    trustStored,
    of<P extends Projection<unknown>>(projection: P) {
      const index = projections.findIndex(({ name }) => name === projection.name);
      if (index === -1) throw new TypeError(`The replay module does not list the projection '${projection.name}'.`);
      const own = shares.map((ofWorker) => ofWorker[index]);
      return {
        position: latest(own.map((share) => share?.position)),
        handled: own.reduce((sum, share) => sum + (share?.handled ?? 0), 0),
        size: own.reduce((sum, share) => sum + (share?.rows ?? 0), 0),
        get: (key) => rowOf<RowOf<P>>(folders, index, key),
        rows: () => rowsOf<RowOf<P>>(folders, index),
      };
    },
    async close() {
      await Promise.all(folders.map((one) => one.end()));
    },
  };
}

async function rowOf<Row>(folders: readonly Folder[], projection: number, key: string): Promise<Row | undefined> {
  const owner = folders[workerOf(key, Math.max(1, folders.length))];
  const answer = await owner?.ask((id) => ({ ask: 'row', id, projection, key }));
  return answer?.tell === 'row' ? (answer.row as Row | undefined) : undefined;
}

async function* rowsOf<Row>(
  folders: readonly Folder[],
  projection: number,
): AsyncGenerator<readonly (readonly [string, Row])[]> {
  for (const one of folders) {
    for (let from = 0; ; ) {
      const answer = await one.ask((id) => ({ ask: 'page', id, projection, from }));
      if (answer.tell !== 'page' || answer.rows.length === 0) break;
      yield answer.rows as readonly (readonly [string, Row])[];
      from += answer.rows.length;
    }
  }
}

function latest(positions: readonly (string | undefined)[]): string | undefined {
  return positions
    .filter((position) => position !== undefined)
    .sort()
    .at(-1);
}

function errorOf({ code, message, place, stack }: Failure): Error {
  const error =
    code === undefined ? new Error(message) : new EventSourcingError(code, message, { place: {}, todo: '' });
  Object.assign(error, { message, ...(code !== undefined && { place }) });
  if (stack !== undefined) error.stack = stack;
  return error;
}

function ended(): EventSourcingError {
  return new EventSourcingError('projection-stopped', 'A thread that holds rows has ended.', {
    todo: 'Replay again; with less memory than the rows need, use fewer rows or a projector on SQLite.',
  });
}
