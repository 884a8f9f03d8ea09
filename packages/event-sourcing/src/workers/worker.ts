import { parentPort, workerData } from 'node:worker_threads';
import { isEventSourcingError } from '../errors.js';
import { type JointFold, jointFold } from '../projection/joint-fold.js';
import type { Answer, Failure, Question, Task } from './messages.js';
import { loadReplayModule } from './replay-module.js';
import { workerOf } from './share-of-keys.js';

/** Rows a page: each is copied to the thread that asks. */
const PAGE = 500;

/** The life of a worker: folds the rows of its share of the keys, then answers questions about them until it is ended. */
async function main(task: Task, tell: (answer: Answer) => void, listen: (to: (question: Question) => void) => void) {
  const { open, projections } = await loadReplayModule(task.module);
  const own = (key: string): boolean => workerOf(key, task.workers) === task.worker;
  const joint = jointFold(projections, { trustStored: task.trustStored }, { chosen: own });
  const store = await open();
  try {
    for await (const page of store.readAll({ until: task.until, types: joint.types })) joint.fold(page);
  } finally {
    await store.close();
  }
  listen((question) => tell(answerTo(question, joint)));
  tell({
    tell: 'folded',
    shares: joint.folded.map(({ position, handled, rows }) => ({ position, handled, rows: rows.size })),
  });
}

function answerTo(question: Question, { folded }: JointFold): Answer {
  const rows = folded[question.projection]?.rows ?? new Map<string, unknown>();
  if (question.ask === 'row') return { tell: 'row', id: question.id, row: rows.get(question.key) };
  const page: (readonly [string, unknown])[] = [];
  let index = 0;
  for (const entry of rows) {
    if (index >= question.from + PAGE) break;
    if (index >= question.from) page.push(entry);
    index++;
  }
  return { tell: 'page', id: question.id, rows: page };
}

function failureOf(error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? error.stack : undefined;
  return isEventSourcingError(error)
    ? { code: error.code, message, place: error.place, stack }
    : { code: undefined, message, place: {}, stack };
}

const port = parentPort;
if (port !== null) {
  main(
    workerData as Task,
    (answer) => port.postMessage(answer),
    (to) => port.on('message', to),
  ).catch((error: unknown) => port.postMessage({ tell: 'failed', failure: failureOf(error) } satisfies Answer));
}
