// Lets writers, offices and followers work on one store, kills one of them now and then, and checks every law at the end.
// `npm run soak` takes 10 minutes; `npm run soak -- --minutes 3 --seed 7`. Ends with 1 when a law was broken.
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { sqliteStore } from '@pembinaan/store-sqlite';
import { chance } from '../faults/programs/chance.mjs';
import { crew } from './crew.mjs';
import { brokenByBackup, brokenByCheck, brokenByFile, brokenByLog, brokenByViews } from './laws.mjs';
import { ledger } from './ledger.mjs';
import { opening, send } from './staff.mjs';

/** Megabytes that a process may take; and how much more a process that lives through it all may take at the end than early on. */
const MOST = 400;
const MORE = 60;

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, seed: { type: 'string' }, keep: { type: 'boolean' } },
});
const minutes = Number(values.minutes);
const seed = Number(values.seed ?? 1 + (Date.now() % 1_000_000));
const { between, of } = chance(seed);
const folder = await mkdtemp(join(tmpdir(), 'pembinaan-soak-'));
const storeFile = join(folder, 'store.db');
const violations = [];
const books = ledger();
const memory = [];
const backups = [];
let [kills, lives] = [0, 0];

const { start, members, kill, end, killAll } = crew(
  (told, member) => {
    books.hear(told, member);
    if (told.kind !== 'status') return;
    if (told.rss > MOST * 2 ** 20) violations.push(`${member.name} took ${megabytes(told.rss)} MB`);
    if (member.name === 'archive') memory.push(told.rss);
  },
  (what) => violations.push(what),
);
process.on('SIGINT', () => {
  killAll();
  process.exit(130);
});

process.stdout.write(`soak of ${minutes} minutes, seed ${seed}, in ${folder}\n`);
await open();
for (const name of ['writer-1', 'writer-2'])
  start(name, 'writer', () => ({ ...orderOf(name), again: books.unanswered(name) }));
for (const name of ['office-1', 'office-2'])
  start(name, 'office', () => ({ ...orderOf(name), from: books.numberOf(name) }));
const followers = [
  { name: 'archive', kind: 'entries', killable: false },
  { name: 'cashier', kind: 'entries', killable: true },
  { name: 'personnel', kind: 'people', killable: true },
].map((follower) => ({ ...follower, viewsFile: join(folder, `${follower.name}.db`) }));
for (const { name, kind, viewsFile, killable } of followers) {
  start(name, 'follower', () => ({ storeFile, viewsFile, of: kind }), killable);
}

const began = Date.now();
const until = began + minutes * 60_000;
let [told, toldEvents] = [began, 0];
let nextKill = began + 3000;
let nextBackup = began + 20_000;
while (Date.now() < until && violations.length === 0) {
  await sleep(200);
  if (Date.now() >= nextKill) {
    await kill(of(members().filter(({ killable }) => killable)));
    kills++;
    nextKill = Date.now() + between(1000, 8000);
  }
  if (Date.now() >= nextBackup) {
    await backUp();
    nextBackup = Date.now() + between(30_000, 90_000);
  }
  if (Date.now() - told >= 60_000) await report();
}

process.stdout.write('the end: all come to rest, and the laws are checked\n');
await Promise.all(
  members()
    .filter(({ program }) => program !== 'follower')
    .map((member) => end(member, 'end')),
);
const store = await sqliteStore(storeFile, { readOnly: true });
const position = await store.head();
await Promise.all(
  members()
    .filter(({ program }) => program === 'follower')
    .map((member) => end(member, { position })),
);
await report();
violations.push(...(await brokenByLog(store, books)), ...(await brokenByCheck(store)), ...growth());
for (const { viewsFile, kind } of followers) {
  violations.push(...(await brokenByViews(store, viewsFile, kind)), ...(await brokenByFile(viewsFile)));
}
for (const file of backups) violations.push(...(await brokenByBackup(store, file)));
for (const { batch } of books.sent.values()) {
  if (!books.stored.has(batch)) violations.push(`the batch ${batch} was never answered`);
}
await store.close();
killAll();

const counts = `${books.stored.size} batches, ${books.accepted.size} commands, ${kills} kills, ${backups.length} backups`;
if (violations.length === 0) {
  if (!values.keep) await rm(folder, { recursive: true, force: true });
  process.stdout.write(`every law holds: ${counts}\n`);
  process.exit(0);
}
process.stdout.write(`BROKEN (${counts}; seed ${seed}; files in ${folder}):\n${violations.slice(0, 40).join('\n')}\n`);
process.exit(1);

/** The agency begins. */
async function open() {
  const store = await sqliteStore(storeFile);
  let step = 0;
  for (const attempt of opening()) await send(store, attempt, `opening-${step++}`);
  await store.close();
}

/** Every life has chance, and names of batches, of its own. */
function orderOf(name) {
  return { storeFile, name: name.startsWith('writer') ? `${name}-life${lives++}` : name, seed: between(1, 1_000_000) };
}

/** A copy while all others write, where the store makes one. */
async function backUp() {
  const store = await sqliteStore(storeFile, { busyTimeoutMs: 60_000 });
  const file = join(folder, `backup-${backups.length + 1}.db`);
  await store.backup(file);
  backups.push(file);
  await store.close();
}

async function report() {
  const store = await sqliteStore(storeFile, { readOnly: true });
  const events = Number((await store.head()) ?? 0);
  await store.close();
  const statuses = members()
    .map(({ status }) => status)
    .filter((status) => status !== undefined);
  const seconds = (Date.now() - told) / 1000;
  const most = Math.max(...statuses.map(({ rss }) => rss));
  const lag = Math.max(0, ...statuses.map(({ lagMs }) => lagMs ?? 0));
  const { size } = await stat(storeFile);
  process.stdout.write(
    `${((Date.now() - began) / 60_000).toFixed(1)} min: ${events} events, ${Math.round((events - toldEvents) / seconds)}/s, ` +
      `${megabytes(size)} MB in the file, at most ${megabytes(most)} MB a process, ${lag} ms behind, ${kills} kills, ${backups.length} backups\n`,
  );
  [told, toldEvents] = [Date.now(), events];
}

/** The process that was never killed must not take more and more. */
function growth() {
  const quarter = Math.floor(memory.length / 4);
  if (quarter < 5) return [];
  const mean = (samples) => samples.reduce((sum, rss) => sum + rss, 0) / samples.length;
  const more = mean(memory.slice(-quarter)) - mean(memory.slice(quarter, 2 * quarter));
  process.stdout.write(`the process that was never killed took ${megabytes(more)} MB more at the end than early on\n`);
  return more > MORE * 2 ** 20 ? [`the process that was never killed took ${megabytes(more)} MB more at the end`] : [];
}

function megabytes(bytes) {
  return Math.round(bytes / 2 ** 20);
}
