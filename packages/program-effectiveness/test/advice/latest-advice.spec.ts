import { describe, expect, it } from 'vitest';
import { latestAdvice } from '../../src/advice/latest-advice.js';
import type { RoundEstimates } from '../../src/estimates/index.js';
import type { ProgramDecision } from '../../src/program/program-history.js';
import {
  clockOn,
  conclusion,
  estimates,
  FIRST,
  judgement,
  methodRevised,
  outcome,
  program,
  round,
  SECOND,
  surroundings,
} from './given.js';

const failed: Partial<RoundEstimates> = {
  level4: { verdict: 'belowMinimum', claim: 'inconclusive', guardWorsened: false, confounded: false },
};
const unmeasured: Partial<RoundEstimates> = {
  level4: { verdict: 'inconclusive', claim: 'inconclusive', guardWorsened: null, confounded: false },
  service: [
    outcome({ judgement: judgement({ estimate: null, interval: null }), improvement: null, missing: ['noAfter'] }),
  ],
};
const notHeld: Partial<RoundEstimates> = { ...unmeasured, window: null };

const latest = (
  first: Partial<RoundEstimates>,
  second: Partial<RoundEstimates> | undefined,
  decisions: readonly ProgramDecision[] = [],
) => {
  const evaluations = [round({ conclusions: [] }, FIRST), ...(second === undefined ? [] : [round({}, SECOND)])];
  const figures = [estimates(first, FIRST), ...(second === undefined ? [] : [estimates(second, SECOND)])];
  return latestAdvice(
    program({ evaluations, decisions: [...decisions] }),
    figures,
    surroundings(),
    clockOn('2027-06-01'),
  );
};

describe('the advice on a programme now', () => {
  it('rests on its latest round that has figures', () => {
    expect(latest(failed, {})).toMatchObject({ kind: 'continue', evaluationId: 'e2' });
    expect(latest({}, failed)).toMatchObject({ kind: 'reviewMethod', evaluationId: 'e2' });
  });

  it('rests on the round before while the latest has none, and says that it is under way', () => {
    const advice = latest(failed, unmeasured);
    expect(advice).toMatchObject({ kind: 'reviewMethod', evaluationId: 'e' });
    expect(advice.reasons.at(-1)).toMatchObject({ code: 'laterRoundUnderWay', figures: { evaluationId: 'e2' } });
  });

  it('does not call a round under way that was only planned', () =>
    expect(latest(failed, notHeld).reasons.map(({ code }) => code)).not.toContain('laterRoundUnderWay'));

  it('counts a round that was concluded as one with evidence', () => {
    const evaluations = [round(), round({ conclusions: [conclusion('inconclusive', {}, SECOND)] }, SECOND)];
    const figures = [estimates(failed), estimates(unmeasured, SECOND)];
    expect(latestAdvice(program({ evaluations }), figures, surroundings(), clockOn('2027-11-01')).evaluationId).toBe(
      'e2',
    );
  });

  it('counts behaviour as evidence only where no results were planned', () => {
    const level4 = { verdict: 'notPlanned', claim: 'inconclusive', guardWorsened: false, confounded: false } as const;
    expect(latest(failed, { level4, service: [] }).evaluationId).toBe('e2');
    expect(latest(failed, { ...unmeasured }).evaluationId).toBe('e');
  });

  it('takes the last round where none has figures', () =>
    expect(latest(unmeasured, notHeld)).toMatchObject({ kind: 'notEnoughEvidence', evaluationId: 'e2' }));

  it('says that there is not enough where the method was revised since, and what was advised before', () => {
    const advice = latest(failed, undefined, [methodRevised('2026-12-01')]);
    expect(advice).toMatchObject({ kind: 'notEnoughEvidence', evaluationId: 'e' });
    expect(advice.reasons.slice(0, 2)).toMatchObject([
      { code: 'revisedMethodNotMeasured', weighs: 'decides', figures: { advisedBefore: 'reviewMethod' } },
      { code: 'belowMinimum', weighs: 'against' },
    ]);
  });

  it('does not take a revision that came before for an answer', () =>
    expect(latest(failed, undefined, [methodRevised('2026-02-01')]).kind).toBe('reviewMethod'));

  it('does not let a revision answer harm', () => {
    const harm = { level4: { verdict: 'worse', claim: 'effect', guardWorsened: false, confounded: false } } as const;
    expect(latest(harm, undefined, [methodRevised('2026-12-01')]).kind).toBe('suspend');
  });

  it('tells that no evaluation was planned', () =>
    expect(latestAdvice(program(), [], surroundings(), clockOn('2026-06-01'))).toEqual({
      kind: 'notEnoughEvidence',
      evaluationId: null,
      reasons: [expect.objectContaining({ code: 'noEvaluation', weighs: 'decides' })],
      policyVersion: 'p-2026',
    }));
});
