export * from './audit-findings.js';
export * from './decision-trace.js';
export * from './siasn-outbox.js';
export * from './sod-exceptions.js';
