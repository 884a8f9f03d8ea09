export * from './commands.js';
export * from './decider.js';
export * from './events.js';
export * from './reaction.js';
export * from './relative-improvement.js';
export * from './rules.js';
export * from './state.js';
