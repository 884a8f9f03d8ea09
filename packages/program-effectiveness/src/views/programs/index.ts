import type { AnyProgramReadModel } from '../../effectiveness/program-read-model.js';
import { afterDecisions } from './after-decisions.js';
import { budgetAndEffect } from './budget-and-effect.js';
import { departures } from './departures.js';
import { recommendations } from './recommendations.js';
import { serviceEffects } from './service-effects.js';

export { type AfterDecisionsLine, afterDecisions } from './after-decisions.js';
export { type BudgetAndEffectLine, budgetAndEffect } from './budget-and-effect.js';
export { type DeparturesLine, departures } from './departures.js';
export { type RecommendationsLine, recommendations } from './recommendations.js';
export { type ServiceEffectsLine, serviceEffects } from './service-effects.js';

/** All read models on programmes, which are asked as of both clocks, page by page. */
export const programReadModels: readonly AnyProgramReadModel[] = [
  recommendations,
  serviceEffects,
  budgetAndEffect,
  departures,
  afterDecisions,
];
