import { given } from '@pembinaan/event-sourcing/testing';
import { describe, it } from 'vitest';
import { ContestEvaluation, EvaluationContested, evaluation } from '../../src/evaluate/evaluation/index.js';
import { POLICY, PolicyVersionAdopted, policyState } from '../../src/governance/policy/index.js';
import { concluded, evaluationPlanned, strictAdoption } from './fixtures.js';

const figure = <V>(value: V) => ({ value, basis: 'Set by the agency', certainty: 'agency' as const });
type Figures = Partial<Parameters<typeof PolicyVersionAdopted.of>[0]['figures']>;

/** An objection on Monday, 1 June 2026, under the policy with some other figures; it must be answered by that day. */
const answeredBy = (answerDue: string, figures: Figures) =>
  given(evaluation, [evaluationPlanned(), concluded()])
    .and(policyState, POLICY, [
      PolicyVersionAdopted.of({
        ...strictAdoption,
        figures: { ...strictAdoption.figures, ...figures },
        adoptedBy: { subjectId: 'ppk-1' },
      }),
    ])
    .as('alumnus-1')
    .when(ContestEvaluation({ grounds: 'data' }))
    .then([
      EvaluationContested.of({
        programId: 'program-1',
        grounds: 'data',
        answerDue,
        contestedBy: { subjectId: 'alumnus-1' },
      }),
    ]);
const holidays = (...dates: readonly string[]): Figures => ({
  holidays: figure({ years: [2026], days: dates.map((date) => ({ date, name: 'Libur' })) }),
});

describe('ContestEvaluation: the last day for the answer', () => {
  it('R36 is fourteen working days later', () => answeredBy('2026-06-19', {}));

  it('R36 lies the later for each holiday on the way, and for the weekend behind it', () =>
    answeredBy('2026-06-23', holidays('2026-06-16', '2026-06-17')));

  it('R36 does not lie later for a holiday on the day of the objection, on a weekend or afterwards', () =>
    answeredBy('2026-06-19', holidays('2026-06-01', '2026-06-06', '2026-06-22')));

  it('R36 counts Saturdays where the agency works six days', () =>
    answeredBy('2026-06-17', { 'calendar.workweek': figure([1, 2, 3, 4, 5, 6]) }));

  it('R36 is as many working days later as the policy says', () =>
    answeredBy('2026-06-02', { 'evaluation.contest.answerWorkingDays': figure(1) }));
});
