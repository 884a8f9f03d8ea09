export * from './partner-contribution.js';
export * from './partner-register.js';
export * from './resource-from-partners.js';
