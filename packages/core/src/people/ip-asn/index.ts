export * from './input.js';
export * from './ip-asn.js';
