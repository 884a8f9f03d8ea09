export * from './evaluation-due.js';
export * from './service-before-after.js';
export * from './service-trend.js';
export * from './strength-weakness.js';
export * from './surveys-missing.js';
