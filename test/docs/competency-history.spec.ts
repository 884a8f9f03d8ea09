// #region two-answers
import { competencyHistory, type HistoryAsOf } from '@pembinaan/competency-history';
import type { EventStore } from '@pembinaan/event-sourcing';

async function bothAnswers(store: EventStore) {
  const history = await competencyHistory(store);
  // What was known on the evening of 30 June: midnight in Jakarta is 17:00 in UTC.
  const believed = history.asOf({ effective: '2026-06-30', recorded: '2026-06-30T16:59:59.999Z' });
  // What was true on 30 June, as far as is known today.
  const asKnownToday = history.asOf({ effective: '2026-06-30' });
  return [`believed:     ${await standing(believed)}`, `as known now: ${await standing(asKnownToday)}`];
}

async function standing(june: HistoryAsOf) {
  const person = await june.person('subject-7');
  const m05 = person?.levels.find(({ competency }) => competency === 'M05');
  const jp = (person?.jp.credited ?? 0) / 100; // hundredths
  const certificates = person?.certificates.length;
  return `M05 at level ${m05?.actual}, gap ${m05?.gap}; ${jp} JP; certificates: ${certificates}`;
}

// #endregion two-answers

// #region keeping
import { competencyHistoryProjections, gapMap, keptCompetencyHistory } from '@pembinaan/competency-history';
import { projectors } from '@pembinaan/event-sourcing';
import { sqliteViews } from '@pembinaan/store-sqlite';

async function gapsFromFile(store: EventStore, file: string) {
  const target = await sqliteViews(file);
  // By night: files what is new. A server calls `start()` instead, which follows the store until `stop()`.
  await projectors(store, competencyHistoryProjections, { target }).run();

  const june = keptCompetencyHistory(target).asOf({ effective: '2026-06-30' });
  const first = await june.ask(gapMap, { limit: 20 });
  const second = first.next === null ? null : await june.ask(gapMap, { limit: 20, after: first.next });
  await target.close();
  return [...first.lines, ...(second?.lines ?? [])];
}

// #endregion keeping

// #region why
import { explanationText } from '@pembinaan/competency-history';

async function whyTheGap(june: HistoryAsOf, language: 'en' | 'id') {
  const explanation = await june.explain({ of: 'gap', employeeId: 'subject-7', competency: 'M05' });
  return explanation === undefined ? '' : explanationText(explanation, language);
}

// #endregion why

// #region what-if
import { jpCompliance, simulate } from '@pembinaan/competency-history';

async function with24Jp(june: HistoryAsOf) {
  const { units } = await simulate(
    june,
    { figures: { 'jp.minimum.pns.year': 2400 }, from: '2026-01-01' },
    { models: [jpCompliance] },
  );
  return units
    .filter(({ cell, notShown }) => cell === 'status' || notShown !== null)
    .map(({ unitId, people, from, to, affected, notShown }) =>
      notShown === null
        ? `${unitId}: ${affected} of ${people} people go from ${from} to ${to}`
        : `${unitId}: not shown (${notShown})`,
    );
}

// #endregion what-if

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { agencyFiles, personFiles } from '@pembinaan/competency-history';
import { historyEventId } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import {
  assessed,
  certified,
  credited,
  type Line,
  pns,
  policy,
  standard,
  storeOf,
} from '../../packages/competency-history/test/fixtures.js';

const page = (name: string) => readFile(fileURLToPath(new URL(`../../docs/${name}`, import.meta.url)), 'utf8');
const english = await page('competency-history.md');
const indonesian = await page('id/riwayat-kompetensi.md');

const recordedAt = (moment: string, lines: readonly Line[]): readonly Line[] =>
  lines.map(([stream, event, details]) => [stream, event, { ...details, recordedAt: moment }]);

/** The first assessment was entered from somebody else's sheet. */
const correction: Line = [
  'competencyProfile-subject-7',
  assessed('subject-7', 'M05', 2, '2026-03-10')[1],
  { corrects: { eventId: historyEventId('competencyProfile-subject-7', 0), reason: 'lembar nilai tertukar' } },
];

const colleagues = { 'subject-1': 2600, 'subject-2': 2400, 'subject-3': 2100, 'subject-4': 1800 };

const story: readonly Line[] = [
  ...recordedAt('2026-01-05T02:00:00.000Z', [
    policy({}, '2026-01-01', 'p-2026'),
    standard('pengadministrasi', { M05: 3 }),
    ...['subject-7', ...Object.keys(colleagues)].flatMap((person) =>
      pns(person, 'loket', { standardId: 'pengadministrasi' }),
    ),
    ...['subject-8', 'subject-9'].flatMap((person) => pns(person, 'arsip', { standardId: 'pengadministrasi' })),
  ]),
  ...recordedAt('2026-03-11T02:00:00.000Z', [assessed('subject-7', 'M05', 3, '2026-03-10')]),
  ...recordedAt('2026-04-16T02:00:00.000Z', [
    credited('subject-7', '2026-04-15', 1200),
    ...Object.entries(colleagues).map(([person, jp]) => credited(person, '2026-04-15', jp)),
  ]),
  ...recordedAt('2026-08-04T02:00:00.000Z', [correction]),
  ...recordedAt('2026-08-20T02:00:00.000Z', [
    certified('c-1', 'subject-7', 'b-1', '2026-06-24'),
    credited('subject-7', '2026-06-24', 1000),
  ]),
];

const asKnownToday = async () => (await competencyHistory(await storeOf(story))).asOf({ effective: '2026-06-30' });
const printed = (text: string) => `\`\`\`text\n${text}\n\`\`\``;

/** A rule is long, and stands in docs/rules.md: the pages leave its text out. */
const withoutRules = (text: string) => text.replace(/^(\d+\. R\d+: ).*$/gm, '$1…');

describe('what the pages on the competency history print is what the samples answer', () => {
  it('two questions about 30 June, and two answers', async () => {
    const answers = (await bothAnswers(await storeOf(story))).join('\n');
    expect(english).toContain(printed(answers));
    for (const answer of answers.split('\n')) {
      const [, ...figures] = answer.match(/\d+/g) ?? [];
      expect(indonesian).toContain(`| ${figures.join(' | ')} |`);
    }
  });

  it('the same from a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pembinaan-'));
    const gaps = await gapsFromFile(await storeOf(story), join(folder, 'views.db'));
    expect(gaps).toMatchObject([
      { unitId: 'arsip', competency: 'M05', people: 2, below: null, notShown: 'tooFew' },
      // One of the five was assessed: the figures would tell her level.
      { unitId: 'loket', competency: 'M05', people: 5, assessed: 1, below: null, notShown: 'tooFew' },
    ]);
    await rm(folder, { recursive: true, force: true });
  });

  it.each([
    ['en', english],
    ['id', indonesian],
  ] as const)('why the gap is what it is (%s)', async (language, text) => {
    expect(text).toContain(printed(withoutRules(await whyTheGap(await asKnownToday(), language))));
  });

  it('24 JP in place of 20', async () => {
    const moved = await with24Jp(await asKnownToday());
    expect(english).toContain(printed(moved.join('\n')));
    const [, affected, people] = /(\d+) of (\d+) people/.exec(moved.join('\n')) ?? [];
    expect(indonesian.replace(/\s+/g, ' ')).toContain(`${affected} dari ${people} pegawai`);
  });

  it('the day that each event bears: every event of which the clock knows a day of its own is listed', async () => {
    const clock = await readFile(
      fileURLToPath(new URL('../../packages/core/src/clock/own-day.ts', import.meta.url)),
      'utf8',
    );
    const known = [...clock.matchAll(/^ {2}(?:'(\w+)',|(\w+): \()/gm)].map(([, always, dated]) => always ?? dated);
    const filed = new Set([...personFiles.events, ...agencyFiles.events].map(({ type }) => type));
    const rows = english.split('\n').filter((line) => line.startsWith('| `'));
    const listed = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, type]) => type));
    expect(listed.sort()).toEqual(known.filter((type) => type !== undefined && filed.has(type)).sort());
  });
});
