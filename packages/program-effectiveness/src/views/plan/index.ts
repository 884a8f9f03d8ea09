export * from './alignment.js';
export * from './budget-vs-plan.js';
export * from './cycle-history.js';
export * from './plan-progress.js';
export * from './plan-tree.js';
export * from './policy-timeline.js';
