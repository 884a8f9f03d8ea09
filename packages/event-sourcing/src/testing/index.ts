export { type ArbitraryOverride, arbitraryOf } from './arbitrary-of.js';
export { type FixedRuntime, type FixedRuntimeOptions, fixedRuntime } from './fixed-runtime.js';
export { type Given, type GivenOptions, given, type Outcome } from './given.js';
export { type GivenEvent, type GivenView, givenEvents } from './given-events.js';
export { at, historyEventId, type Past, type PastDetails, past } from './history.js';
export { describeLaws, type Law, type LawsOptions, laws } from './laws.js';
export { describeProjectionLaws, type ProjectionLawsOptions } from './projection-laws.js';
export { describeStoreContract, type StoreUnderTest } from './store-contract.js';
export { describeViewTarget } from './view-target-contract.js';
