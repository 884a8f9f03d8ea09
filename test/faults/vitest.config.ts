import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The fault tests: slow, with real processes and full disks; `npm run faults`, apart from `npm test`. */
export default defineConfig({
  root,
  resolve: {
    // As in the tests of every day: these run on the sources, the programs that they start on what was built.
    alias: [
      { find: /^@pembinaan\/([a-z-]+)$/, replacement: `${root}packages/$1/src/index.ts` },
      { find: /^@pembinaan\/([a-z-]+)\/testing$/, replacement: `${root}packages/$1/src/testing/index.ts` },
    ],
  },
  test: {
    include: ['test/faults/**/*.faults.ts'],
    // Each needs the machine for itself: moments of death are measured in milliseconds.
    fileParallelism: false,
    testTimeout: 1_200_000,
    hookTimeout: 600_000,
  },
});
