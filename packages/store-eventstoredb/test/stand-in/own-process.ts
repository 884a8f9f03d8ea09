import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

/** What became of a test that ran elsewhere. */
export interface FarTest {
  readonly name: string;
  readonly status: string;
  readonly failures: readonly string[];
}

const config = fileURLToPath(new URL('./alone.config.ts', import.meta.url));
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');

/**
 * Runs a test file, whose name ends with `.alone.ts`, with a vitest in a process of its own: for what must not be loaded
 * beside other tests, as the client of Kurrent beside that of EventStoreDB.
 *
 * @throws Error with the output, when the file could not be run at all, or failed outside its tests
 */
export async function inOwnProcess(file: URL): Promise<readonly FarTest[]> {
  const folder = await mkdtemp(join(tmpdir(), 'pembinaan-alone-'));
  try {
    const outputFile = join(folder, 'results.json');
    const output = await runVitest(fileURLToPath(file), outputFile);
    const results = await readFile(outputFile, 'utf8').catch(() => {
      throw new Error(`The tests of ${file} did not run: ${output}`);
    });
    const report = Report.parse(JSON.parse(results));
    const tests = farTests(report);
    if (tests.length === 0 || (!report.success && report.numFailedTests === 0)) {
      const messages = report.testResults.map(({ message }) => message).join('\n');
      throw new Error(`The file ${file} failed, and no test of it: ${messages}${output}`);
    }
    return tests;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runVitest(file: string, outputFile: string): Promise<string> {
  // What the vitest around us tells its workers is not for this one.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|TEST$|NODE_OPTIONS$)/.test(name)),
  );
  const args = [vitest, 'run', '--config', config, '--reporter=json', `--outputFile=${outputFile}`, file];
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: string[] = [];
  child.stdout.on('data', (text) => output.push(String(text)));
  child.stderr.on('data', (text) => output.push(String(text)));
  await once(child, 'close');
  return output.join('');
}

/** What vitest tells of a run, as far as it is read here. */
const Report = z.object({
  success: z.boolean(),
  numFailedTests: z.int(),
  testResults: z.array(
    z.object({
      message: z.string(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullable() }),
      ),
    }),
  ),
});

function farTests(report: z.output<typeof Report>): readonly FarTest[] {
  return report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ fullName, status, failureMessages }) => ({
      name: fullName,
      status,
      failures: failureMessages ?? [],
    })),
  );
}
