export * from './complaint-sla.js';
export * from './feedback-themes.js';
export * from './forum-calendar.js';
export * from './loop-closure.js';
export * from './open-inputs.js';
export * from './open-reports.js';
