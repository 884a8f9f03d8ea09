export type { Advice, Reason, ReasonCode } from './advice.js';
export { adviceFor } from './advice-for.js';
export { type CostPerPoint, costPerPoint } from './cost-per-point.js';
export {
  type AdvisedAsTold,
  type DecisionDeparture,
  type Departure,
  decisionDepartureOf,
  departureOf,
  momentOf,
} from './departures.js';
export { latestAdvice } from './latest-advice.js';
export { permittedBy } from './reasons-of-conclusion.js';
