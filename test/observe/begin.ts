import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    observedFolder: string;
  }
}

const OBSERVED = fileURLToPath(new URL('../../node_modules/.observed', import.meta.url));
const KEPT = 4;

/** Before a run of the tests: a folder of its own for what it will note, so that two runs do not mix; older ones go. */
export default function begin(project: TestProject): void {
  const folder = join(OBSERVED, `${Date.now()}-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  for (const old of readdirSync(OBSERVED).sort().slice(0, -KEPT))
    rmSync(join(OBSERVED, old), { recursive: true, force: true });
  project.provide('observedFolder', folder);
}
