export * from './ground-rules.js';
export * from './names.js';
export * from './r01-authority.js';
export * from './r02-maker-is-not-checker.js';
export * from './r03-auditor-apart.js';
export * from './r05-decree.js';
export * from './r09-reason.js';
export * from './r17-independent-evaluator.js';
