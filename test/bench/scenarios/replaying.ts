import { personFiles } from '@pembinaan/competency-history';
import { formatPosition, type Projection, replayAll } from '@pembinaan/event-sourcing';
import { programRecords } from '@pembinaan/program-effectiveness';
import { BARE_COLUMNS, type BareFile, openBare } from '../contestants/bare.js';
import { openLibrary } from '../contestants/library.js';
import { fileOf } from '../contestants/open.js';
import { bytesOfLog } from '../log-weight.js';
import type { Measurement, Settings } from '../measurement.js';
import { recognitionCounts } from './rare-view.js';
import { heapMb, type Job, peakMb, type Scenario, timed } from './scenario.js';

/** The main views of both packages: the file of each person, and what is known of each programme. */
export const MAIN: readonly Projection<unknown>[] = [personFiles, programRecords];

const PAGE = 1000;

/** All payloads validated again, as audits and imports do. */
export const replayValidated = replayOf('replay-validated', 'full replay, validated', MAIN, false);

/** What this library wrote itself is trusted. */
export const replayTrusted = replayOf('replay-trusted', 'full replay, trusted', MAIN, true);

/** A view that needs one type, which is one event in a thousand. */
export const replayFew = replayOf('replay-few', 'replay of a view of few types', [recognitionCounts], false);

function replayOf(
  name: string,
  title: string,
  projections: readonly Projection<unknown>[],
  trustStored: boolean,
): Scenario {
  return {
    name,
    title,
    contestants: ['library', 'bare'],
    durable: false,
    reads: ['log'],
    measure: (job) => (job.contestant === 'library' ? fold(job, projections, trustStored) : scan(job, projections)),
  };
}

/** The ceiling over the whole log, whatever the views take of it. */
export const scanAll: Scenario = {
  name: 'scan-all',
  title: 'scan of all rows, data parsed',
  contestants: ['bare'],
  durable: false,
  reads: ['log'],
  measure: (job) => scan(job),
};

async function fold(job: Job, projections: readonly Projection<unknown>[], trustStored: boolean): Promise<Measurement> {
  const { driver, prepared, sizes } = job;
  const file = await openLibrary(driver, fileOf(prepared, 'library', 'log'), { readOnly: true });
  const before = heapMb();
  let rows = 0;
  let held: readonly unknown[] = [];
  const measured = await timed(sizes.log, 'events', settingsOf(job, file.connection), async () => {
    const views = await replayAll(file.store, projections, { position: formatPosition(sizes.log), trustStored });
    rows = views.reduce((sum, view) => sum + view.rows.size, 0);
    held = views;
  });
  const peak = peakMb();
  const viewsMb = heapMb() - before;
  // Only now may the views be collected.
  if (held.length === 0 || rows === 0) throw new Error('The replay folded nothing.');
  await file.close();
  const handled = await countOf(job, projections);
  return {
    ...measured,
    peakMb: peak,
    viewsMb,
    figures: { rows, handled, 'events a second of those taken': handled / measured.seconds },
  };
}

/** The bare driver over the same rows: pages of 1,000 as raw arrays, the data of each parsed. */
async function scan(job: Job, projections?: readonly Projection<unknown>[]): Promise<Measurement> {
  const { sizes } = job;
  const file = openBare(job.driver, fileOf(job.prepared, 'bare', 'log'), [], true);
  const types = typesOf(projections);
  const where = types.length === 0 ? '' : `AND type IN (${types.map(() => '?').join(', ')})`;
  const page = file.database.query(
    `SELECT ${BARE_COLUMNS} FROM events WHERE position > ? ${where} ORDER BY position LIMIT ${PAGE}`,
  );
  let handled = 0;
  const measured = await timed(sizes.log, 'events', settingsOf(job, file.connection), () => {
    let after = 0;
    for (;;) {
      const rows = page.all(after, ...types);
      for (const row of rows) {
        if (!Array.isArray(row)) continue;
        JSON.parse(String(row[8]));
        after = Number(row[0]);
      }
      handled += rows.length;
      if (rows.length < PAGE) return;
    }
  });
  await file.close();
  return { ...measured, figures: { handled, 'events a second of those taken': handled / measured.seconds } };
}

/** How many events of the log the projections take. */
async function countOf(job: Job, projections: readonly Projection<unknown>[]): Promise<number> {
  const file: BareFile = openBare(job.driver, fileOf(job.prepared, 'bare', 'log'), [], true);
  const types = typesOf(projections);
  const row = file.database
    .query(`SELECT count(*) FROM events WHERE type IN (${types.map(() => '?').join(', ')})`)
    .get(...types);
  await file.close();
  return Array.isArray(row) ? Number(row[0]) : 0;
}

function typesOf(projections: readonly Projection<unknown>[] = []): readonly string[] {
  return [...new Set(projections.flatMap(({ catalog }) => catalog.types))];
}

/** A replay reads a file that nobody writes: how it was made durable does not matter to it. */
export function settingsOf({ prepared, contestant, sizes }: Job, { driver }: { readonly driver: string }): Settings {
  return {
    driver,
    synchronous: 'none',
    journal: 'none',
    durable: false,
    pattern: 'the log in its order',
    events: sizes.log,
    bytes: bytesOfLog(prepared, contestant, sizes.log),
    callers: 1,
  };
}
