import {
  DevelopmentPlanRevised,
  EvaluationContested,
  MethodReviewOrdered,
  ProgramDesigned,
  ProgramExpanded,
  ProgramMethodRevised,
  PublicReportClosed,
  RevisionRecommended,
} from '@pembinaan/core';
import type { GivenEvent } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { type LineageKind, type LineageStep, lineageOf } from '../../src/aftermath/lineage.js';
import {
  approved,
  by,
  commitment,
  concluded,
  decree,
  designed,
  drafted,
  forum,
  hash,
  input,
  itemOf,
  need,
  nominated,
  on,
  type Past,
  planItem,
  planned,
  policy,
  report,
  scheduled,
} from '../fixtures.js';
import { readOn } from './reading.js';

const recommended = (
  recommendationId: string,
  kind: 'expand' | 'reviewMethod',
  evaluationId: string,
  day: string,
): GivenEvent => [
  'program-p',
  RevisionRecommended.of({ recommendationId, kind, evaluationId, causeEvents: [], recommendedBy: by }),
  on(day),
];
const reviewOrdered: GivenEvent = [
  'program-p',
  MethodReviewOrdered.of({ recommendationId: 'r1', questions: ['Terlalu singkat?'], due: '2026-09-30', orderedBy: by }),
  on('2026-08-03'),
];
const methodRevised: GivenEvent = [
  'program-p',
  ProgramMethodRevised.of({ changes: [{ aspect: 'praktik', from: '2 jam', to: '2 hari' }], revisedBy: by }),
  on('2026-09-01'),
];
const planRevised: GivenEvent = [
  'developmentPlan-x-2026',
  DevelopmentPlanRevised.of({
    causes: [{ kind: 'evaluation', ref: 'e' }],
    changes: [{ kind: 'add', item: itemOf('lanjutan') }],
    contentHash: hash,
    decree,
    revisedBy: by,
  }),
  on('2026-09-10'),
];
const expanded: GivenEvent = [
  'program-p',
  ProgramExpanded.of({
    recommendationId: 'r2',
    evaluationId: 'e2',
    scope: { units: ['kecamatan'], participants: 40 },
    addedCost: 0,
    expandedBy: by,
  }),
  on('2027-08-10'),
];

/** A complaint, a need, a plan, a first round that changed nothing, a revised method, and a second round that was paid by the next plan. */
const story: Past = [
  policy(),
  report('lambat'),
  need('need', { origin: { kind: 'complaint', ref: 'LAPOR-lambat' } }, on('2026-03-05')),
  ['publicReport-lambat', PublicReportClosed.of({ on: '2026-03-20', satisfied: true, closedBy: by }), on('2026-03-20')],
  drafted(),
  planItem('item', {}, { planId: 'x-2026', details: on('2026-03-06') }),
  designed('p', {}, on('2026-03-08')),
  approved('p', by, on('2026-03-09')),
  commitment('k1', 10_000_000, {}, '2026-03-10'),
  planned({ plannedOn: '2026-03-12' }),
  scheduled('b1', { period: { from: '2026-04-01', to: '2026-04-02' } }),
  concluded({ conclusion: 'noSignificantChange', concludedOn: '2026-07-06' }),
  recommended('r1', 'reviewMethod', 'e', '2026-07-20'),
  reviewOrdered,
  methodRevised,
  planRevised,
  drafted({ year: 2027, previousPlanId: 'x-2026' }, 'x-2027'),
  planItem('item-2027', {}, { planId: 'x-2027', details: on('2027-01-12') }),
  commitment('k2', 12_000_000, { planId: 'x-2027', planItemId: 'item-2027' }, '2027-02-01'),
  planned({ plannedOn: '2027-02-05' }, 'e2'),
  scheduled('b2', { evaluationId: 'e2', period: { from: '2027-03-01', to: '2027-03-02' } }),
  concluded({ conclusion: 'effective', concludedOn: '2027-07-06' }, 'e2'),
  recommended('r2', 'expand', 'e2', '2027-07-20'),
  expanded,
];

const lineage = async (past: Past = story, day = '2027-12-31'): Promise<readonly LineageStep[]> => {
  const { program, surroundings } = await readOn(past, day);
  return lineageOf(program, surroundings);
};

/**
 * A step in words: what it is, the year, what it says and from what it came. Steps that are called after their event are named by what
 * they say.
 */
function told(steps: readonly LineageStep[]): readonly string[] {
  const names = new Map(
    steps.map((step) => [
      `${step.kind}:${step.id}`,
      step.id === step.told.eventId ? (step.says ?? step.kind) : step.id,
    ]),
  );
  return steps.map((step) => {
    const name = names.get(`${step.kind}:${step.id}`);
    return `${step.year} ${step.kind} ${name} <- ${step.from.map(({ kind, id }) => names.get(`${kind}:${id}`)).join(', ')}`.trim();
  });
}

const kinds = (steps: readonly LineageStep[]): readonly LineageKind[] => steps.map(({ kind }) => kind);

describe('the lineage of a programme', () => {
  it('leads from the voice of the public over two years to the expansion', async () => {
    expect(told(await lineage())).toEqual([
      '2026 report lambat <-',
      '2026 need need <- lambat',
      '2026 planItem x-2026/item <- need',
      '2026 program p <- x-2026/item',
      '2026 payment x-2026/k1 <- x-2026/item, p',
      '2026 round e <- p',
      '2026 conclusion noSignificantChange <- e',
      '2026 recommendation r1 <- noSignificantChange',
      '2026 decision MethodReviewOrdered <- r1',
      '2026 decision ProgramMethodRevised <- MethodReviewOrdered',
      '2026 planRevision planRevision <- noSignificantChange, x-2026/item',
      '2026 planItem x-2026/lanjutan <- need, planRevision',
      '2027 planItem x-2027/item-2027 <- need, x-2026/item, x-2026/lanjutan',
      '2027 payment x-2026/k2 <- x-2027/item-2027, p',
      '2027 round e2 <- p, ProgramMethodRevised',
      '2027 conclusion effective <- e2',
      '2027 recommendation r2 <- effective',
      '2027 decision ProgramExpanded <- r2',
    ]);
  });

  it('bears the event of each step', async () => {
    const steps = await lineage();
    expect(steps.find(({ id }) => id === 'r1')?.told).toMatchObject({
      type: 'RevisionRecommended',
      stream: 'program-p',
    });
    expect(steps.find(({ id }) => id === 'x-2026/lanjutan')?.told.type).toBe('DevelopmentPlanRevised');
    expect(new Set(steps.map(({ kind, id }) => `${kind}:${id}`)).size).toBe(steps.length);
  });

  it('comes only from what stands before', async () => {
    const steps = await lineage();
    steps.forEach(({ from }, index) => {
      const earlier = steps.slice(0, index).map(({ kind, id }) => ({ kind, id }));
      for (const ref of from) expect(earlier).toContainEqual(ref);
    });
  });

  it('ends with what had happened by the day', async () => {
    expect(kinds(await lineage(story, '2026-07-31')).at(-1)).toBe('recommendation');
  });

  it('puts an objection between two conclusions, and what followed after the second', async () => {
    const contested: GivenEvent = [
      'evaluation-e',
      EvaluationContested.of({ programId: 'p', grounds: 'data', answerDue: '2026-07-30', contestedBy: by }),
      on('2026-07-10'),
    ];
    const past = story.flatMap((event): Past => {
      if (event[0] !== 'evaluation-e' || event[1].type !== 'EvaluationConcluded') return [event];
      return [event, contested, concluded({ conclusion: 'inconclusive', concludedOn: '2026-07-15' })];
    });
    expect(told(await lineage(past)).slice(6, 10)).toEqual([
      '2026 conclusion noSignificantChange <- e',
      '2026 contest data <- noSignificantChange',
      '2026 conclusion inconclusive <- e, data',
      '2026 recommendation r1 <- inconclusive',
    ]);
  });

  it('lets a recommendation come from the conclusion that stood when it was made', async () => {
    const [until, since] = [story.indexOf(reviewOrdered), story.slice(story.indexOf(reviewOrdered))];
    const anew = concluded({ conclusion: 'inconclusive', concludedOn: '2026-08-01' });
    const steps = told(await lineage([...story.slice(0, until), anew, ...since]));
    expect(steps).toContain('2026 recommendation r1 <- noSignificantChange');
    expect(steps).toContain('2026 planRevision planRevision <- inconclusive, x-2026/item');
  });

  it('begins with an input of a forum where that was the origin', async () => {
    const past = [
      policy(),
      forum('f'),
      input('f', 'antre'),
      need('need', { origin: { kind: 'forum', ref: 'f/antre' } }, on('2026-03-06')),
      drafted(),
      planItem('item', {}, { planId: 'x-2026', details: on('2026-03-07') }),
      designed('p', {}, on('2026-03-08')),
    ];
    expect(told(await lineage(past)).slice(0, 2)).toEqual(['2026 input f/antre <-', '2026 need need <- f/antre']);
  });

  it('leads from the need of a participant to the round where there is no plan', async () => {
    const [stream, { data }] = designed('p', { track: 'light', trackReason: 'tanpa biaya' });
    const { planItem: _, ...own } = ProgramDesigned.schema.parse(data);
    const lightProgram: GivenEvent = [stream, ProgramDesigned.of(own), on('2026-01-08')];
    const past = [
      policy(),
      need('own-need', {}, on('2026-01-05')),
      lightProgram,
      planned({ plannedOn: '2026-02-05' }),
      scheduled('b1'),
      nominated('b1', 'ani', { needId: 'own-need' }),
    ];
    expect(told(await lineage(past))).toEqual([
      '2026 need own-need <-',
      '2026 program p <-',
      '2026 round e <- p, own-need',
    ]);
  });

  it('leaves out plans that have nothing to do with the programme', async () => {
    const other = planItem('lain', {}, { planId: 'x-2027', details: on('2027-01-13') });
    expect((await lineage([...story, other])).map(({ id }) => id)).not.toContain('x-2027/lain');
  });
});
