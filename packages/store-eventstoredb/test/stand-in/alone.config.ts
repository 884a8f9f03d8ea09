import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import everywhere from '../../../../vitest.config.js';

// Test files that must not share a process with others; `own-process.ts` starts them one by one.
export default defineConfig({
  root: fileURLToPath(new URL('../../../..', import.meta.url)),
  resolve: { alias: everywhere.resolve?.alias ?? [] },
  test: { include: ['packages/store-eventstoredb/test/**/*.alone.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});
