import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A program of the folder `children`, which runs on the built package. */
export interface Child {
  /** What it told so far. */
  readonly told: readonly unknown[];
  /** Resolves with the next thing it tells; fails when it ends before. */
  next(): Promise<unknown>;
  say(line: string): void;
  kill(signal: 'SIGKILL'): void;
  /** Resolves when it has ended and all it told was read; fails when it ended with an error of its own. */
  ended(): Promise<void>;
}

export function startChild(name: string, ...args: readonly string[]): Child {
  const program = fileURLToPath(new URL(`./children/${name}.mjs`, import.meta.url));
  const child = spawn(process.execPath, ['--no-warnings', program, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  const told: unknown[] = [];
  const errors: string[] = [];
  let taken = 0;
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => told.push(JSON.parse(line)));
  child.stderr.on('data', (text) => errors.push(String(text)));
  const closed = once(child, 'close');
  const failure = (): Error => new Error(`The child ${name} ended with ${child.exitCode}: ${errors.join('')}`);

  return {
    told,
    async next() {
      while (told.length <= taken) {
        const more = await Promise.race([once(lines, 'line').then(() => true), closed.then(() => false)]);
        if (!more && told.length <= taken) throw failure();
      }
      return told[taken++];
    },
    say: (line) => void child.stdin.write(`${line}\n`),
    kill: (signal) => void child.kill(signal),
    async ended() {
      await closed;
      if (child.exitCode !== 0 && child.signalCode === null) throw failure();
    },
  };
}
