import type { Claim } from '../designs/index.js';
import type { OutcomeEstimate, ServiceSummary } from './round-estimates.js';

/**
 * Level 4 over all planned outcomes. It is better only where each of them is, by as much as was asked for: to take the best of several
 * would be to choose by the outcome, and where all must show it, the share of false claims is no larger than that of each
 * (intersection-union test, Berger 1982).
 */
export function serviceSummary(outcomes: readonly OutcomeEstimate[], held: boolean): ServiceSummary {
  const guards = outcomes.flatMap(({ guard }) => (guard === null ? [] : [guard.worsened]));
  const guardWorsened = guards.includes(true) ? true : guards.includes(null) ? null : false;
  const confounded = outcomes.some(({ confoundedBy }) => confoundedBy.length > 0);
  const verdict = verdictOn(outcomes, held);
  const behind = outcomes.filter(({ direction }) => direction === verdict);
  return { verdict, claim: weakest(behind.map(({ claim }) => claim)), guardWorsened, confounded };
}

function verdictOn(outcomes: readonly OutcomeEstimate[], held: boolean): ServiceSummary['verdict'] {
  if (outcomes.length === 0) return 'notPlanned';
  if (!held) return 'notHeld';
  if (outcomes.some(({ direction }) => direction === 'worse')) return 'worse';
  if (outcomes.every(({ size }) => size === 'atLeastMinimum')) return 'better';
  return outcomes.every(({ size }) => size === 'belowMinimum') ? 'belowMinimum' : 'inconclusive';
}

const BY_STRENGTH: readonly Claim[] = ['inconclusive', 'gain', 'changeAtDate', 'effect'];

function weakest(claims: readonly Claim[]): Claim {
  return BY_STRENGTH.find((claim) => claims.includes(claim)) ?? 'inconclusive';
}
