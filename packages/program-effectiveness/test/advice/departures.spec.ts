import {
  MethodReviewOrdered,
  ProgramCancelled,
  ProgramExpanded,
  ProgramSuspended,
  RevisionRecommended,
} from '@pembinaan/core';
import { describe, expect, it } from 'vitest';
import type { Advice } from '../../src/advice/advice.js';
import { decisionDepartureOf, departureOf, momentOf } from '../../src/advice/departures.js';
import type { Fact, ProgramDecision } from '../../src/program/program-history.js';
import { by } from '../fixtures.js';
import { methodRevised, told, ZONE } from './given.js';

type Recommendation = Fact<'RevisionRecommended'>;

const advice = (kind: Advice['kind']): Advice => ({ kind, evaluationId: 'e', reasons: [], policyVersion: 'p-2026' });

function recommendation(
  kind: Recommendation['kind'],
  some: { readonly advised?: Advice['kind']; readonly justification?: string } = {},
  { id = 'r1', day = '2026-11-02' } = {},
): Recommendation {
  const data = RevisionRecommended.schema.parse({
    recommendationId: id,
    kind,
    evaluationId: 'e',
    causeEvents: [],
    recommendedBy: by,
    ...some,
  });
  return { ...data, told: told(id, 'RevisionRecommended', day) };
}

const expanded = (day = '2026-11-20', recommendationId = 'r1'): ProgramDecision => ({
  ...ProgramExpanded.schema.parse({
    recommendationId,
    evaluationId: 'e',
    scope: { units: ['kecamatan'], participants: 10 },
    addedCost: 0,
    expandedBy: by,
  }),
  told: told('expanded', 'ProgramExpanded', day),
});
const suspended = (text?: string): ProgramDecision => ({
  ...ProgramSuspended.schema.parse({
    reason: text === undefined ? { code: 'budget' } : { code: 'other', text },
    suspendedBy: by,
  }),
  told: told('suspended', 'ProgramSuspended', '2026-11-20'),
});
const reviewOrdered: ProgramDecision = {
  ...MethodReviewOrdered.schema.parse({
    recommendationId: 'r1',
    questions: ['Terlalu singkat?'],
    due: '2026-12-31',
    orderedBy: by,
  }),
  told: told('ordered', 'MethodReviewOrdered', '2026-11-20'),
};
const cancelled: ProgramDecision = {
  ...ProgramCancelled.schema.parse({
    reason: { code: 'notEffective' },
    recommendationId: 'r1',
    openBatches: [],
    cancelledBy: by,
  }),
  told: told('cancelled', 'ProgramCancelled', '2026-11-20'),
};

describe('a recommendation beside what was advised', () => {
  it('follows it', () =>
    expect(departureOf(recommendation('reviewMethod'), advice('reviewMethod'))).toMatchObject({
      recommended: 'reviewMethod',
      advised: 'reviewMethod',
      departs: false,
      justified: true,
    }));

  it('departs from it without saying why', () =>
    expect(departureOf(recommendation('expand'), advice('continue'))).toMatchObject({
      departs: true,
      justification: null,
      justified: false,
    }));

  it('departs from it and says why', () =>
    expect(
      departureOf(recommendation('expand', { justification: ' Diminta bupati ' }), advice('continue')),
    ).toMatchObject({
      departs: true,
      justification: 'Diminta bupati',
      justified: true,
    }));

  it('takes blanks for no justification', () =>
    expect(departureOf(recommendation('expand', { justification: '  ' }), advice('continue')).justified).toBe(false));

  it('waits by continuing where there is not enough evidence', () => {
    expect(departureOf(recommendation('continue'), advice('notEnoughEvidence')).departs).toBe(false);
    expect(departureOf(recommendation('reviewMethod'), advice('notEnoughEvidence')).departs).toBe(true);
  });

  it('is judged by what the evidence advised, and not by what it says was advised', () =>
    expect(departureOf(recommendation('expand', { advised: 'expand' }), advice('continue'))).toMatchObject({
      advised: 'continue',
      departs: true,
      advisedAsTold: { kind: 'expand', asComputed: false },
    }));

  it('says rightly what was advised', () =>
    expect(departureOf(recommendation('expand', { advised: 'expand' }), advice('expand')).advisedAsTold).toEqual({
      kind: 'expand',
      asComputed: true,
    }));

  it('says nothing of what was advised', () =>
    expect(departureOf(recommendation('expand'), advice('expand')).advisedAsTold).toEqual({
      kind: null,
      asComputed: null,
    }));
});

it('asks for the moment of a recommendation on its day in the agency, with what stood in the log by then', () => {
  const late = { told: { ...told('r', 'RevisionRecommended', '2026-11-02'), occurredAt: '2026-11-02T17:30:00.000Z' } };
  expect(momentOf(late, ZONE)).toEqual({ effective: '2026-11-03', position: '20261102' });
});

describe('a decision beside what was recommended and advised', () => {
  it('follows both', () =>
    expect(
      decisionDepartureOf(expanded(), { recommendations: [recommendation('expand')] }, advice('expand')),
    ).toMatchObject({
      decided: 'expand',
      recommendationId: 'r1',
      recommended: 'expand',
      departsFromRecommendation: false,
      passedOver: null,
      departsFromAdvice: false,
      justified: true,
    }));

  it('follows a recommendation that departs, with its justification', () => {
    const recommendations = [recommendation('expand', { justification: 'Diminta bupati' })];
    expect(decisionDepartureOf(expanded(), { recommendations }, advice('continue'))).toMatchObject({
      departsFromRecommendation: false,
      departsFromAdvice: true,
      justification: 'Diminta bupati',
      justified: true,
    });
  });

  it('departs from the advice without saying why', () =>
    expect(
      decisionDepartureOf(expanded(), { recommendations: [recommendation('expand')] }, advice('suspend')).justified,
    ).toBe(false));

  it('follows no recommendation, with the reason that it bears itself', () => {
    const found = (text?: string) => decisionDepartureOf(suspended(text), { recommendations: [] }, advice('expand'));
    expect(found()).toMatchObject({
      decided: 'suspend',
      recommendationId: null,
      departsFromRecommendation: true,
      departsFromAdvice: true,
      justification: 'budget',
      justified: true,
    });
    expect(found('Gedung dipakai pemilu').justification).toBe('Gedung dipakai pemilu');
  });

  it('names a recommendation of another kind, or one that is not known', () => {
    const ofKind = decisionDepartureOf(cancelled, { recommendations: [recommendation('suspend')] }, advice('cancel'));
    expect(ofKind).toMatchObject({ recommended: 'suspend', departsFromRecommendation: true, departsFromAdvice: false });
    const unknown = decisionDepartureOf(expanded('2026-11-20', 'r9'), { recommendations: [] }, advice('expand'));
    expect(unknown).toMatchObject({ recommendationId: 'r9', recommended: null, departsFromRecommendation: true });
  });

  it('passes over a later recommendation of another kind that had been made', () => {
    const passedOver = (kind: Recommendation['kind'], day: string) =>
      decisionDepartureOf(
        expanded(),
        { recommendations: [recommendation('expand'), recommendation(kind, {}, { id: 'r2', day })] },
        advice('expand'),
      ).passedOver;
    expect(passedOver('suspend', '2026-11-10')).toBe('r2');
    expect(passedOver('suspend', '2026-11-25')).toBeNull();
    expect(passedOver('expand', '2026-11-10')).toBeNull();
    expect(passedOver('revisePlan', '2026-11-10')).toBeNull();
  });

  it('orders a review as recommended', () =>
    expect(
      decisionDepartureOf(reviewOrdered, { recommendations: [recommendation('reviewMethod')] }, advice('reviewMethod')),
    ).toMatchObject({ decided: 'reviewMethod', departsFromRecommendation: false, departsFromAdvice: false }));

  it('neither follows nor departs where a method is revised: that answers a review', () =>
    expect(decisionDepartureOf(methodRevised('2026-12-01'), { recommendations: [] }, advice('suspend'))).toMatchObject({
      decided: null,
      departsFromRecommendation: false,
      departsFromAdvice: false,
      justified: true,
    }));
});
