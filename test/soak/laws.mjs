import { isDeepStrictEqual } from 'node:util';
import { replay } from '@pembinaan/event-sourcing';
import { loadDriver, sqliteStore, sqliteViews } from '@pembinaan/store-sqlite';
import { entries } from '../faults/programs/entries.mjs';
import { projectionsOf } from './projections.mjs';

/**
 * Everything that a log breaks: gaps, times that go back, ids that are there twice, batches in pieces, what was never sent; and what was
 * acknowledged and is missing or elsewhere.
 */
export async function brokenByLog(store, { sent, stored, accepted }) {
  const broken = [];
  const revisions = new Map();
  const ids = new Map();
  const batches = new Map();
  let [position, recordedAt] = ['', ''];
  let open;
  for await (const page of store.readAll()) {
    for (const event of page) {
      const { commandId } = event.metadata;
      if (event.position <= position) broken.push(`position ${event.position} after ${position}`);
      if (event.recordedAt < recordedAt) broken.push(`${event.position} was recorded before ${position}`);
      const revision = (revisions.get(event.stream) ?? -1) + 1;
      if (event.revision !== revision) broken.push(`${event.stream} has ${event.revision} in the place of ${revision}`);
      if (ids.has(event.id)) broken.push(`the event ${event.id} is there twice`);
      ids.set(event.id, event.position);
      revisions.set(event.stream, event.revision);
      [position, recordedAt] = [event.position, event.recordedAt];

      const batch = event.data.batch === undefined ? undefined : sent.get(commandId);
      if (open !== undefined && commandId !== open.batch) broken.push(`the batch ${open.batch} is in pieces`);
      if (event.stream.startsWith('book-')) {
        if (batch === undefined) broken.push(`nobody sent ${commandId}`);
        else {
          open ??= { batch: commandId, left: entries(commandId, batch.size) };
          const [due, ...left] = open.left;
          if (event.stream !== batch.stream || event.id !== due?.id || !isDeepStrictEqual(event.data, due.data)) {
            broken.push(`${event.position} is not what was sent`);
          }
          if (left.length + 1 === batch.size) batches.set(commandId, { firstRevision: event.revision, positions: [] });
          batches.get(commandId)?.positions.push(event.position);
          open = left.length === 0 ? undefined : { batch: commandId, left };
        }
      }
    }
  }
  if (open !== undefined) broken.push(`the batch ${open.batch} is not whole`);
  for (const [batch, { firstRevision, positions }] of stored) {
    if (!isDeepStrictEqual(batches.get(batch), { firstRevision, positions })) {
      broken.push(`the acknowledged batch ${batch} is lost or elsewhere`);
    }
  }
  for (const [commandId, events] of accepted) {
    for (const { id, position } of events) {
      if (ids.get(id) !== position) broken.push(`an event of the accepted command ${commandId} is lost or elsewhere`);
    }
  }
  return broken;
}

/** Views that do not stand at the head, or hold other rows than a fresh fold. */
export async function brokenByViews(store, viewsFile, kind) {
  const broken = [];
  const views = await sqliteViews(viewsFile);
  for (const projection of projectionsOf(kind)) {
    const fresh = await replay(store, projection);
    const served = await views.active(projection.name);
    if (served === undefined) {
      broken.push(`${projection.name} is not served`);
      continue;
    }
    const { position, handled } = await served.checkpoint();
    if (position !== (await store.head())) broken.push(`${projection.name} stands at ${position}`);
    if (handled !== fresh.handled) broken.push(`${projection.name} took ${handled} events of ${fresh.handled}`);
    let rows = 0;
    for await (const page of served.rows()) {
      for (const [key, row] of page) {
        rows++;
        // As text: the order of the fields counts too.
        if (JSON.stringify(row) !== JSON.stringify(fresh.get(key))) broken.push(`${projection.name}: the row ${key}`);
      }
    }
    if (rows !== fresh.rows.size) broken.push(`${projection.name} has ${rows} rows for ${fresh.rows.size}`);
  }
  await views.close();
  return broken;
}

/** What the store itself finds wrong with its file. */
export async function brokenByCheck(store) {
  const { findings } = await store.integrityCheck();
  return findings.map(({ law, what, place }) => `${law}: ${what} ${JSON.stringify(place)}`);
}

/** What SQLite finds wrong with a file. */
export async function brokenByFile(file) {
  const connection = (await loadDriver()).open(file, { readOnly: true, busyTimeoutMs: 60_000 });
  try {
    const lines = connection.prepare('PRAGMA integrity_check').all();
    return lines
      .map(([line]) => line)
      .filter((line) => line !== 'ok')
      .map((line) => `${file}: ${line}`);
  } finally {
    connection.close();
  }
}

/** Whether a backup is a beginning of the log. */
export async function brokenByBackup(store, file) {
  const backup = await sqliteStore(file);
  const until = await backup.head();
  const [copied, original] = [backup.readAll(), store.readAll({ until })].map((pages) => events(pages));
  let broken = [];
  for (;;) {
    const [one, other] = [await copied.next(), await original.next()];
    if (one.done && other.done) break;
    if (!isDeepStrictEqual(one.value, other.value)) {
      broken = [`${file} is no beginning of the log (at ${one.value?.position ?? other.value?.position})`];
      break;
    }
  }
  broken = [...broken, ...(await brokenByCheck(backup))];
  await backup.close();
  return broken;
}

async function* events(pages) {
  for await (const page of pages) yield* page;
}
