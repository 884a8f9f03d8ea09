export type { Activity } from './activity.js';
export * from './commands.js';
export { capped, counted, type RawPart } from './counting.js';
export * from './decider.js';
export * from './events.js';
export * from './jp-rule.js';
export * from './rules.js';
export * from './state.js';
