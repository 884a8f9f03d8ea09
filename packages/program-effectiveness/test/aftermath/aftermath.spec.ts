import { MethodReviewOrdered, ProgramContinued, ProgramExpanded, RevisionRecommended } from '@pembinaan/core';
import { describe, expect, it } from 'vitest';
import { aftermathOf } from '../../src/aftermath/aftermath.js';
import type { ProgramDecision, ProgramHistory } from '../../src/program/program-history.js';
import {
  clockOn,
  estimates,
  FIRST,
  methodRevised,
  outcome,
  program,
  round,
  SECOND,
  surroundings,
  THIRD,
  told,
} from '../advice/given.js';
import { by } from '../fixtures.js';

const belowMinimum = {
  level4: { verdict: 'belowMinimum', claim: 'inconclusive', guardWorsened: false, confounded: false },
  service: [
    outcome({
      claim: 'inconclusive',
      direction: null,
      size: 'belowMinimum',
      improvement: { estimate: 100, interval: { low: -200, high: 400 } },
    }),
  ],
} as const;

const rounds = [estimates(belowMinimum, FIRST), estimates({}, SECOND), estimates({}, THIRD)];
const evaluations = [round({}, FIRST), round({}, SECOND), round({}, THIRD)];
const after = (decision: ProgramDecision, some: Partial<ProgramHistory> = {}, figures = rounds) =>
  aftermathOf(
    program({ evaluations, decisions: [decision], ...some }),
    decision,
    figures,
    surroundings(),
    clockOn('2028-12-31'),
  );

const expanded: ProgramDecision = {
  ...ProgramExpanded.schema.parse({
    recommendationId: 'r',
    evaluationId: 'e2',
    scope: { units: ['kecamatan'], participants: 10 },
    addedCost: 0,
    expandedBy: by,
  }),
  told: told('expanded', 'ProgramExpanded', '2027-11-20'),
};
const continued: ProgramDecision = {
  ...ProgramContinued.schema.parse({ recommendationId: 'r', endsSuspension: false, continuedBy: by }),
  told: told('continued', 'ProgramContinued', '2027-11-20'),
};
const reviewOrdered: ProgramDecision = {
  ...MethodReviewOrdered.schema.parse({ recommendationId: 'r', questions: ['?'], due: '2027-01-31', orderedBy: by }),
  told: told('ordered', 'MethodReviewOrdered', '2026-11-20'),
};
const recommended = {
  ...RevisionRecommended.schema.parse({
    recommendationId: 'r',
    kind: 'continue',
    evaluationId: 'e',
    causeEvents: [],
    recommendedBy: by,
  }),
  told: told('r', 'RevisionRecommended', '2027-11-01'),
};

describe('after an expansion', () => {
  it('follows the gain of the round that it cites, and tells the later rounds', () => {
    const found = after(expanded);
    expect(found).toMatchObject({ on: '2027-11-20', restsOn: { evaluationId: 'e2' }, revision: null });
    expect(found.gain).toMatchObject([{ metric: 'waiting', state: 'notMeasured' }]);
    expect(found.laterRounds.map(({ evaluationId }) => evaluationId)).toEqual(['e3']);
  });

  it('says that a later round served the same unit', () => expect(after(expanded).gain[0]?.servedAgain).toBe(false));

  it('tells what was decided next', () => {
    const next = methodRevised('2028-06-01');
    expect(after(expanded, { decisions: [expanded, next] }).nextDecision).toEqual(next.told);
    expect(after(expanded).nextDecision).toBeNull();
  });
});

describe('after a continuation', () => {
  it('follows the gain of the round that its recommendation cites', () =>
    expect(after(continued, { recommendations: [recommended] })).toMatchObject({
      restsOn: { evaluationId: 'e' },
      gain: [{ state: 'nothingToKeep' }],
    }));

  it('follows that of the last round by then where it cites none', () =>
    expect(after(continued).restsOn?.evaluationId).toBe('e2'));
});

describe('after a revision of the method', () => {
  it('puts the round before beside the first round after, each with its advice', () => {
    const { revision, gain } = after(methodRevised('2026-12-01'));
    expect(revision).toMatchObject({
      before: { evaluationId: 'e', advice: { kind: 'reviewMethod' } },
      after: { evaluationId: 'e2', advice: { kind: 'continue' } },
      outcomes: [{ comparison: 'better', difference: { estimate: 2400 } }],
    });
    expect(gain).toEqual([]);
  });

  it('waits for a round with the new method', () =>
    expect(after(methodRevised('2028-12-01')).revision).toMatchObject({
      before: { evaluationId: 'e3' },
      after: null,
      outcomes: [],
    }));

  it('counts a round that began on that day as one with the new method', () =>
    expect(after(methodRevised('2027-03-10')).revision).toMatchObject({
      before: { evaluationId: 'e' },
      after: { evaluationId: 'e2' },
    }));

  it('leaves out rounds that were never taught', () => {
    const figures = [estimates(belowMinimum, FIRST), estimates({ window: null }, SECOND), estimates({}, THIRD)];
    expect(after(methodRevised('2026-12-01'), {}, figures).revision?.after?.evaluationId).toBe('e3');
  });
});

it('neither follows a gain nor compares rounds after a review was ordered', () =>
  expect(after(reviewOrdered)).toMatchObject({ restsOn: { evaluationId: 'e' }, gain: [], revision: null }));

it('rests on nothing where no round was taught by then', () =>
  expect(after({ ...reviewOrdered, told: told('ordered', 'MethodReviewOrdered', '2026-01-20') }).restsOn).toBeNull());
