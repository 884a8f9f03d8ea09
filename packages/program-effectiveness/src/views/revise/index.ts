export * from './idea-pipeline.js';
export * from './leader-panel.js';
export * from './support-coverage.js';
