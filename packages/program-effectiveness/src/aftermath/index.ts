export { type Aftermath, aftermathOf, type RevisedMethod, type RoundAdvised } from './aftermath.js';
export type { GainSince, GainState, LaterPeriods } from './gain-since.js';
export { type LineageKind, type LineageStep, lineageOf, type StepRef } from './lineage.js';
export type { NotComparable, OutcomeInTwoRounds } from './rounds-compared.js';
