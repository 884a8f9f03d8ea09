export * from './acts.js';
export * from './amounts.js';
export * from './competency.js';
export * from './development-form.js';
export * from './ids.js';
export * from './local-date.js';
