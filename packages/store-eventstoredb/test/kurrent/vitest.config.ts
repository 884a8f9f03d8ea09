import { fileURLToPath } from 'node:url';
import { defineConfig, mergeConfig } from 'vitest/config';
import workspace from '../../../../vitest.config.js';

/** The tests that load Kurrent's client, in a process where EventStoreDB's client is never loaded. */
const inherited = { ...workspace, test: {} };

export default mergeConfig(
  inherited,
  defineConfig({
    root: fileURLToPath(new URL('.', import.meta.url)),
    test: { include: ['*.kurrent.ts'], isolate: false, pool: 'forks', testTimeout: 60_000 },
  }),
);
