// #region two-answers
import type { EventStore } from '@pembinaan/event-sourcing';
import { type EffectivenessAsOf, programEffectiveness } from '@pembinaan/program-effectiveness';

async function bothAnswers(store: EventStore) {
  const effectiveness = await programEffectiveness(store);
  // What was known on the evening of the decision: midnight in Jakarta is 17:00 in UTC.
  const then = effectiveness.asOf({ effective: '2026-10-20', recorded: '2026-10-20T16:59:59.999Z' });
  // What was true on that day, as far as is known today.
  const asKnownNow = effectiveness.asOf({ effective: '2026-10-20' });
  return [`known then:   ${await standing(then)}`, `as known now: ${await standing(asKnownNow)}`];
}

async function standing(october: EffectivenessAsOf) {
  const { rounds = [], advice } = (await october.evaluation('antrean')) ?? {};
  const [waiting] = rounds.flatMap(({ estimates }) => estimates.service);
  const { estimate, interval } = waiting?.improvement ?? {}; // basis points, positive is better
  const figures = `${percent(estimate)} better (${percent(interval?.low)} to ${percent(interval?.high)})`;
  const guard = waiting?.guard?.worsened === false ? 'did not rise' : 'rose';
  return `${figures}, claim: ${waiting?.claim}; errors ${guard}; advice: ${advice?.kind}`;
}

const percent = (basisPoints = 0) => `${(basisPoints / 100).toFixed(1)}%`;

// #endregion two-answers

// #region reasons
async function reasonsOf(october: EffectivenessAsOf, language: 'en' | 'id') {
  const { advice } = (await october.evaluation('antrean')) ?? {};
  return (advice?.reasons ?? []).map(
    ({ weighs, sentence, events }) => `${weighs} | ${sentence[language]} [${events.length}]`,
  );
}

// #endregion reasons

// #region departures
async function decisionsOn(november: EffectivenessAsOf) {
  const { decisions = [] } = (await november.program('antrean')) ?? {};
  return decisions.map(({ departure: { decided, advised, departsFromAdvice } }) => ({
    decided,
    advised, // by what was known when it was decided
    departsFromAdvice,
  }));
}

// #endregion departures

// #region why
import { programExplanationText } from '@pembinaan/program-effectiveness';

async function whyTheImprovement(october: EffectivenessAsOf, language: 'en' | 'id') {
  const explanation = await october.explain({
    of: 'improvement',
    programId: 'antrean',
    evaluationId: 'e-antrean',
    service: 'ktp-el',
    metric: 'waiting',
  });
  return explanation === undefined ? '' : programExplanationText(explanation, language);
}

// #endregion why

// #region keeping
import { projectors } from '@pembinaan/event-sourcing';
import {
  keptProgramEffectiveness,
  programEffectivenessProjections,
  recommendations,
} from '@pembinaan/program-effectiveness';
import { sqliteViews } from '@pembinaan/store-sqlite';

async function advicesFromFile(store: EventStore, file: string) {
  const target = await sqliteViews(file);
  // By night: files what is new. A server calls `start()` instead, which follows the store until `stop()`.
  await projectors(store, programEffectivenessProjections, { target }).run();

  const october = keptProgramEffectiveness(target).asOf({ effective: '2026-10-20' });
  const first = await october.ask(recommendations, { limit: 20 });
  const second = first.next === null ? null : await october.ask(recommendations, { limit: 20, after: first.next });
  await target.close();
  return [...first.lines, ...(second?.lines ?? [])];
}

// #endregion keeping

// #region statistics
import { changeAtDate, pairedGain } from '@pembinaan/program-effectiveness/statistics';

function gainInTheTest() {
  const { pairs, meanDiff, interval, gAv } = pairedGain({
    pre: [55, 60, 62, 58, 49, 66, null],
    post: [70, 68, 75, 61, 63, 71, 80], // the seventh has no score before: no pair
  });
  const alone = pairedGain({ pre: [55], post: [70] });
  return { pairs, meanDiff, interval, gAv, alone: alone.interval, because: alone.notEstimable.interval };
}

function waitingOfOneOffice() {
  const { estimate, interval, claim, direction, limits } = changeAtDate({
    series: [41, 39, 40, 42, 40, 38, 41, 40, 39, 41, 42, 40, 33, 32, 34, 32, 31, 33, 32, 34, 33, 31, 32, 33],
    firstPost: 13, // the first month after the training
    lowerIsBetter: true,
  });
  return { estimate, interval, claim, direction, limits };
}

// #endregion statistics

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  BatchCompleted,
  indonesia2026,
  ownDay,
  PolicyVersionAdopted,
  ProgramExpanded,
  RevisionRecommended,
} from '@pembinaan/core';
import { historyEventId } from '@pembinaan/event-sourcing/testing';
import { contextFiles, programFiles } from '@pembinaan/program-effectiveness';
import { effectBetweenUnits } from '@pembinaan/program-effectiveness/statistics';
import { describe, expect, it } from 'vitest';
import { storeOf } from '../../packages/competency-history/test/fixtures.js';
import { month, months } from '../../packages/program-effectiveness/test/estimates/round.js';
import {
  approved,
  by,
  concluded,
  decree,
  designed,
  type Past,
  planned,
  scheduled,
} from '../../packages/program-effectiveness/test/fixtures.js';

const recordedAt = (moment: string, past: Past): Past =>
  past.map(([stream, event, details]) => [stream, event, { ...details, occurredAt: moment, recordedAt: moment }]);

const kecamatan = Array.from({ length: 15 }, (_, at) => `kecamatan-${at + 1}`);
const [taught, compared] = [kecamatan.slice(0, 5), kecamatan.slice(5)];

/** Of each office: minutes of waiting before, by how many they changed, and wrong cases in ten thousand. */
const OFFICES: readonly (readonly [level: number, change: number, wrong: number])[] = [
  [38, -9, 230],
  [41, -12, 250],
  [44, -10, 240],
  [40, -11, 260],
  [37, -8, 220],
  [39, 0, 240],
  [42, -2, 250],
  [43, 1, 230],
  [36, 0, 260],
  [40, -1, 240],
  [41, 2, 220],
  [38, -1, 250],
  [44, -2, 240],
  [39, 1, 230],
  [37, 0, 260],
];
/** Cases a month. */
const CASES = 250;
/** By how much months differ. */
const SWING = [1, -2, 0, 2, -1, 1, -1, 2, 0, -2, 1];

/** Six months of all offices; the last error rate of kecamatan-3 with its comma in the wrong place. */
function sixMonths(first: string, after: boolean): Past {
  return OFFICES.flatMap(([level, change, wrong], office) => {
    const unit = kecamatan[office] ?? '';
    const swings = Array.from({ length: 6 }, (_, at) => SWING[(office * 4 + at + (after ? 6 : 0)) % SWING.length] ?? 0);
    const minutes = swings.map((swing) => 60 * (level + swing + (after ? change : 0)));
    const errors = swings.map((swing, at) => (after && office === 2 && at === 5 ? 92 : wrong - 5 * swing));
    return [
      ...months(first, minutes, { unit, n: CASES }),
      ...months(first, errors, { unit, n: CASES, metric: 'error' }),
    ];
  });
}

const decision: Past = [
  concludedOn('2026-10-08'),
  [
    'program-antrean',
    RevisionRecommended.of({
      recommendationId: 'r-1',
      kind: 'expand',
      evaluationId: 'e-antrean',
      causeEvents: [],
      advised: 'expand',
      recommendedBy: by,
    }),
  ],
  [
    'program-antrean',
    ProgramExpanded.of({
      recommendationId: 'r-1',
      evaluationId: 'e-antrean',
      scope: { units: [...compared], participants: 40 },
      addedCost: 0,
      expandedBy: by,
    }),
  ],
];

function concludedOn(day: string): Past[number] {
  return concluded({ programId: 'antrean', measuredLevels: [4], design: 'comparison', concludedOn: day }, 'e-antrean');
}

const untilDecision: Past = [
  ...recordedAt('2026-01-12T02:00:00.000Z', [
    [
      'policy-agency',
      PolicyVersionAdopted.of({
        version: 'p-2026',
        effectiveFrom: '2026-01-01',
        legalBasis: 'Perbup 1/2026 (rekaan)',
        decree,
        adoptedBy: by,
        figures: {
          ...indonesia2026.figures,
          'effect.minimum': { value: 1000, basis: 'Perbup 1/2026 (rekaan)', certainty: 'agency' },
        },
      }),
    ],
    designed('antrean'),
    approved('antrean'),
    planned(
      {
        programId: 'antrean',
        levels: [4],
        design: 'comparison',
        serviceUnits: [...taught],
        comparisonUnits: [...compared],
        plannedOn: '2026-01-12',
      },
      'e-antrean',
    ),
  ]),
  ...recordedAt('2026-03-02T02:00:00.000Z', [
    ...sixMonths('2025-09', false),
    scheduled('b-1', { programId: 'antrean', evaluationId: 'e-antrean' }),
  ]),
  ...recordedAt('2026-03-12T02:00:00.000Z', [
    [
      'batch-b-1',
      BatchCompleted.of({
        programId: 'antrean',
        counts: { nominated: 30, declined: 0, confirmed: 30, attended: 30, completed: 30 },
        realisedCost: 48_000_000,
        completedBy: by,
      }),
    ],
  ]),
  ...recordedAt('2026-10-01T02:00:00.000Z', sixMonths('2026-04', true)),
  ...recordedAt('2026-10-20T02:00:00.000Z', decision),
];

/** Of September 9.2% of the cases in kecamatan-3 were wrong, and not 0.92%. */
function corrected(): Past {
  const stream = 'serviceUnit-kecamatan-3';
  const told = untilDecision.filter(([of]) => of === stream);
  const wrong = told.findIndex(([, { data }]) => JSON.stringify(data).includes('kecamatan-3-error-2026-09'));
  const [, event] = month('2026-09', 920, { unit: 'kecamatan-3', metric: 'error', n: CASES });
  const reason = 'koma desimal bergeser';
  return recordedAt('2026-11-16T02:00:00.000Z', [
    [stream, event, { corrects: { eventId: historyEventId(stream, wrong), reason } }],
  ]);
}

const story = () => storeOf([...untilDecision, ...corrected()]);

const page = (name: string) => readFile(fileURLToPath(new URL(`../../docs/${name}`, import.meta.url)), 'utf8');
const english = await page('program-effectiveness.md');
const indonesian = await page('id/efektivitas-program.md');

const onDecision = { effective: '2026-10-20', recorded: '2026-10-20T16:59:59.999Z' } as const;
const printed = (text: string) => `\`\`\`text\n${text}\n\`\`\``;
const minutesOf = (seconds = Number.NaN) => (seconds / 60).toFixed(1);

/** What counts, the mean of each office, and the text of rules, which stands in docs/rules.md, are left out. */
const shortened = (text: string) =>
  text.replace(/^(\d+\. R\d+: ).*$/gm, '$1…').replace(/(^\d+\. (\+ |= .*kecamatan-\d).*\n)+/gm, '…\n');

describe('what the pages on the effectiveness of programmes print is what the samples answer', () => {
  it('two questions about the day of the decision, and two answers', async () => {
    const answers = await bothAnswers(await story());
    expect(english).toContain(printed(answers.join('\n')));
    for (const answer of answers) {
      const shares = [...answer.matchAll(/[\d.]+%/g)].map(([share]) => share.replace('.', ','));
      expect(indonesian).toContain(`${shares[0]} (${shares[1]} sampai ${shares[2]})`);
    }
  });

  it('the means that are compared', async () => {
    const then = (await programEffectiveness(await story())).asOf(onDecision);
    const [waiting] = (await then.evaluation('antrean'))?.rounds[0]?.estimates.service ?? [];
    const { before, after, estimate, interval } = waiting?.judgement ?? {};
    const taughtRow = [before, after].map((mean) => minutesOf(mean ?? undefined)).join(' | ');
    const difference = [estimate, interval?.low, interval?.high].map((figure) => minutesOf(figure ?? undefined));
    expect(english).toContain(`| ${taughtRow} |`);
    expect(english).toContain(`${difference[0]} minutes (95% interval ${difference[1]} to ${difference[2]})`);
    expect(indonesian).toContain(`| ${taughtRow.replaceAll('.', ',')} |`);
  });

  it.each([
    ['en', english],
    ['id', indonesian],
  ] as const)('why it was advised to expand, and is not any more (%s)', async (language, text) => {
    const effectiveness = await programEffectiveness(await story());
    const then = await reasonsOf(effectiveness.asOf(onDecision), language);
    const now = await reasonsOf(effectiveness.asOf({ effective: '2026-10-20' }), language);
    expect(text).toContain(printed(then.join('\n')));
    expect(text).toContain(printed(now.filter((line) => !line.startsWith('notes')).join('\n')));
  });

  it.each([
    ['en', english],
    ['id', indonesian],
  ] as const)('how the improvement came about (%s)', async (language, text) => {
    const now = (await programEffectiveness(await story())).asOf({ effective: '2026-10-20' });
    expect(text).toContain(printed(shortened(await whyTheImprovement(now, language))));
  });

  it('the decision followed what was known', async () => {
    const november = (await programEffectiveness(await story())).asOf({ effective: '2026-11-30' });
    expect(await decisionsOn(november)).toEqual([{ decided: 'expand', advised: 'expand', departsFromAdvice: false }]);
    expect(english).toContain("[{ decided: 'expand', advised: 'expand', departsFromAdvice: false }]");
  });

  it('the same from a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pembinaan-'));
    const lines = await advicesFromFile(await story(), join(folder, 'views.db'));
    expect(lines).toMatchObject([{ programId: 'antrean', advice: 'reviewMethod', because: 'guardWorsened' }]);
    await rm(folder, { recursive: true, force: true });
  });

  it('the statistics alone', () => {
    const gain = gainInTheTest();
    expect(gain).toMatchObject({ pairs: 6, alone: null, because: 'tooFew' });
    expect(english).toContain(`mean gain of ${gain.meanDiff?.toFixed(2)} points`);
    expect(english).toContain(`(${gain.interval?.low.toFixed(2)} to ${gain.interval?.high.toFixed(2)})`);
    expect(english).toContain(`g_av of ${gain.gAv?.toFixed(2)}`);
    const office = waitingOfOneOffice();
    expect(office).toMatchObject({ claim: 'changeAtDate', direction: 'better', limits: ['noComparison', 'history'] });
    expect(english).toContain(`by ${Math.abs(office.estimate ?? 0).toFixed(1)} minutes`);
  });
});

describe('the fewest units that can show an effect', () => {
  const steady = (level: number) => [level, level + 1, level];
  /** A fall by half wherever it was taught, and by next to nothing elsewhere. */
  const judgementOf = (treated: number, comparison: number) => {
    const unit = (at: number, share: number) => ({
      before: steady(40 + (at % 2)),
      after: steady(share * (40 + (at % 2)) + (at % 2)),
    });
    return effectBetweenUnits({
      treated: Array.from({ length: treated }, (_, at) => unit(at, 0.5)),
      comparison: Array.from({ length: comparison }, (_, at) => unit(at, 1)),
      lowerIsBetter: true,
    });
  };

  it.each([
    [2, 5],
    [3, 4],
    [4, 3],
  ])('%i taught and %i compared', (treated, comparison) =>
    expect(judgementOf(treated, comparison)).toMatchObject({ claim: 'effect', direction: 'better' }),
  );

  it.each([
    [2, 4],
    [3, 3],
    [4, 2],
  ])('%i taught and %i compared are not enough', (treated, comparison) =>
    expect(judgementOf(treated, comparison).limits).toContain('chanceArrangement'),
  );
});

describe('the page on the effectiveness of programmes leaves nothing out', () => {
  const source = (path: string) => readFile(fileURLToPath(new URL(`../../packages/${path}`, import.meta.url)), 'utf8');
  const rows = english.split('\n').filter((line) => line.startsWith('| '));
  const named = (heading: string) => {
    const [, part = ''] = english.split(`\n${heading}\n`);
    return [...(part.split('\n#')[0] ?? '').matchAll(/`(\w+)`/g)].map(([, code]) => code);
  };
  const codesOf = async (path: string, declared: string): Promise<readonly (string | undefined)[]> => {
    const [, part = ''] = (await source(`program-effectiveness/src/${path}`)).split(`${declared} =`);
    const [union = ''] = part.split(';');
    return [...union.matchAll(/'(\w+)'/g)].map(([, code]) => code);
  };

  it.each([
    ['designs/judgement.ts', 'export type AssumptionCode', '### What was checked'],
    ['designs/judgement.ts', 'const barring', '### Limits that leave it open'],
    ['designs/judgement.ts', 'export type Caveat', '### Limits to be told with it'],
    ['estimates/round-estimates.ts', 'export type OutcomeBar', '### What bars a claim for the programme'],
    ['estimates/round-estimates.ts', 'export type LeftOutBecause', '### Measurements that are left out'],
  ])('every code of %s, %s', async (path, declared, heading) => {
    const codes = await codesOf(path, declared);
    expect(codes.length).toBeGreaterThan(5);
    expect(named(heading)).toEqual(expect.arrayContaining([...codes]));
  });

  /** Has every field that is asked for, so that the day of an event can be asked without an event. */
  const anything: Record<string, never> = new Proxy({}, { get: () => anything });

  it('the day of every filed event that bears one', () => {
    const filed = new Set([...programFiles.events, ...contextFiles.events].map(({ type }) => type));
    const own = [...filed].filter((type) => ownDay({ type, data: anything }) !== 'whenItHappened');
    expect(own.length).toBeGreaterThan(10);
    expect(named('### Which day an event bears')).toEqual(expect.arrayContaining(own));
  });

  it('every state of a gain after a decision', async () => {
    const states = await codesOf('aftermath/gain-since.ts', 'export type GainState');
    expect(states.length).toBeGreaterThan(3);
    expect(named('## What should happen now')).toEqual(expect.arrayContaining([...states]));
  });

  it('every row of the decision table of the advice', async () => {
    const table = await source('program-effectiveness/src/advice/advice-for.ts');
    const deciding = [...table.matchAll(/^ \* \| (\d+) \|.*\| (\w+) \|.*\|$/gm)];
    expect(deciding.length).toBeGreaterThan(10);
    for (const [, number, advice] of deciding) {
      expect(rows.some((row) => row.startsWith(`| ${number} |`) && row.includes(`\`${advice}\``))).toBe(true);
    }
  });
});
