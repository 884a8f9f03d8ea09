export type { SimulatedUnit } from './by-unit.js';
export type { SimulatedDifference } from './differences.js';
export type { ChangedFigures, PolicyChange } from './policy-change.js';
export { type SimulatedReadModel, type Simulation, type SimulationOptions, simulate } from './simulate.js';
