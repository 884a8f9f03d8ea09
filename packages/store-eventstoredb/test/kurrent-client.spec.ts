import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { type StandIn, startStandIn } from './stand-in/index.js';

/** What vitest tells of a run, as far as it is read here. */
const Report = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(
    z.object({
      message: z.string(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
});

const MINUTES = 60_000;

it("the store keeps the whole contract on Kurrent's client, in a process of its own", {
  timeout: 4 * MINUTES,
}, async () => {
  const server = await startStandIn({ maxAppendSize: 16 * 1024 * 1024 });
  try {
    const report = await runKurrentTests(server);
    const failures = report.testResults.flatMap(({ message, assertionResults }) => [
      ...(message === '' ? [] : [message]),
      ...assertionResults.flatMap(({ status, fullName, failureMessages }) =>
        status === 'failed' ? [`${fullName}: ${failureMessages.join('\n')}`] : [],
      ),
    ]);
    expect(failures).toEqual([]);
    expect(report.numFailedTests).toBe(0);
    expect(report.numPassedTests).toBeGreaterThan(100);
  } finally {
    await server.stop();
  }
});

async function runKurrentTests(server: StandIn): Promise<z.output<typeof Report>> {
  const folder = await mkdtemp(join(tmpdir(), 'pembinaan-kurrent-'));
  const outputFile = join(folder, 'report.json');
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  const config = fileURLToPath(new URL('./kurrent/vitest.config.ts', import.meta.url));
  const { VITEST: _, ...environment } = process.env;
  try {
    const child = spawn(
      process.execPath,
      ['--no-warnings', vitest, 'run', '--config', config, '--reporter=json', `--outputFile=${outputFile}`],
      { stdio: ['ignore', 'pipe', 'pipe'], env: { ...environment, KURRENT_TEST_URL: server.url } },
    );
    const told: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => told.push(String(text)));
    await once(child, 'close');
    const report = await readFile(outputFile, 'utf8').catch(() => {
      throw new Error(`The tests on Kurrent's client did not run: ${told.join('')}`);
    });
    return Report.parse(JSON.parse(report));
  } finally {
    await rm(folder, { recursive: true });
  }
}
