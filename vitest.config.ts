import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string): string => fileURLToPath(new URL(`./packages/${path}`, import.meta.url));

export default defineConfig({
  resolve: {
    // Tests run on the sources; child processes and the demo run on what was built.
    alias: [
      { find: /^@pembinaan\/([a-z-]+)$/, replacement: source('$1/src/index.ts') },
      // Workers are threads of their own: they run on what was built.
      { find: /^@pembinaan\/([a-z-]+)\/(testing|statistics)$/, replacement: source('$1/src/$2/index.ts') },
    ],
  },
  test: {
    include: ['packages/*/test/**/*.spec.ts', 'examples/*/test/**/*.spec.ts', 'test/**/*.spec.ts'],
    globalSetup: ['test/observe/begin.ts'],
    setupFiles: ['test/observe/decisions.ts'],
    // Test files share a process: the domain is loaded once and not once a file. No test keeps state in a module.
    isolate: false,
    testTimeout: 60_000,
  },
});
