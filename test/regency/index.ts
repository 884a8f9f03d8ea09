/**
 * A regency made up from a seed: the events of its agency over years, for tests, benchmarks and soaks. All people, units and figures
 * are invented.
 *
 * ```ts
 * for (const { stream, events, expected } of regency({ seed: 'a', employees: 200, years: 2 })) await store.append(stream, events, expected);
 * await fill(store, regency({ events: 1_000_000 })); // 5,000 employees, as many years as that takes
 * ```
 */
export type { Append } from './desk.js';
export { fill } from './fill.js';
export { type RegencyOptions, regency } from './regency.js';
