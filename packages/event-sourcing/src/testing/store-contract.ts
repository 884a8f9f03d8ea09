import { describe, it } from 'vitest';
import { admissionLaws } from './store-contract/admission-laws.js';
import { appendLaws } from './store-contract/append-laws.js';
import { factLaws } from './store-contract/fact-laws.js';
import { lifetimeLaws } from './store-contract/lifetime-laws.js';
import { modelLaws } from './store-contract/model-laws.js';
import { positionLaws } from './store-contract/position-laws.js';
import { racingLaws } from './store-contract/racing-laws.js';
import { readLaws } from './store-contract/read-laws.js';
import { retryLaws } from './store-contract/retry-laws.js';
import { collectPages, type Law, type StoreUnderTest, startingAfter } from './store-contract/subject.js';
import { subscribeLaws } from './store-contract/subscribe-laws.js';

export type { StoreUnderTest } from './store-contract/subject.js';

const CHAPTERS: readonly (readonly [string, (law: Law) => void])[] = [
  ['append', appendLaws],
  ['retry', retryLaws],
  ['racing writers', racingLaws],
  ['positions', positionLaws],
  ['read', readLaws],
  ['subscribe', subscribeLaws],
  ['facts', factLaws],
  ['admission', admissionLaws],
  ['lifetime', lifetimeLaws],
  ['model', modelLaws],
];

/**
 * The laws of the store port as a vitest suite, which every adapter runs.
 *
 * ```ts
 * describeStoreContract('memory', async () => {
 *   const store = memoryStore();
 *   return { store, dispose: () => store.close() };
 * });
 * ```
 *
 * Each law opens a store of its own. The store need not be empty: streams have names of their own, and the log is read from where the
 * test began; tests that share a server must not run at the same time. Laws about what the store does not have (a second connection,
 * opening again, facts inside the append) are shown as skipped.
 */
export function describeStoreContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`store contract: ${name}`, { timeout: 60_000 }, () => {
    for (const [chapter, laws] of CHAPTERS) {
      describe(chapter, () => {
        laws((sentence, check) => {
          it(sentence, async ({ skip }) => {
            const opened = await open();
            try {
              const start = await opened.store.head();
              await check({
                ...opened,
                start,
                log: (options) => collectPages(opened.store.readAll({ ...startingAfter(start), ...options })),
                skipUnless(given, why) {
                  if (given === undefined || given === false) return skip(why);
                  return given;
                },
              });
            } finally {
              await opened.dispose();
            }
          });
        });
      });
    }
  });
}
