import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A program in a process of its own, which tells in lines of JSON; it runs on what was built. */
export interface Process {
  /** What it told so far. */
  readonly told: readonly unknown[];
  /** Resolves with the next thing it tells; fails when it ends before. */
  next(): Promise<unknown>;
  say(line: string): void;
  /** Says nothing more. */
  leave(): void;
  kill(): void;
  /** Resolves when it has ended and all it told was read; fails when it ended with an error of its own. */
  ended(): Promise<void>;
}

export interface ProcessOptions {
  readonly args?: readonly string[];
  /** Options of Node, such as `--max-old-space-size=96`. */
  readonly node?: readonly string[];
  /** The largest file it may write, in blocks of 1,024 bytes. */
  readonly largestFile?: number;
}

export function startProcess(program: URL, { args = [], node = [], largestFile }: ProcessOptions = {}): Process {
  const line = [process.execPath, '--no-warnings', ...node, fileURLToPath(program), ...args];
  const [command = '', ...rest] =
    largestFile === undefined ? line : ['bash', '-c', 'ulimit -f "$0" && exec "$@"', String(largestFile), ...line];
  const child = spawn(command, rest, { stdio: ['pipe', 'pipe', 'pipe'] });
  const told: unknown[] = [];
  const errors: string[] = [];
  let taken = 0;
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (text) => told.push(JSON.parse(text)));
  child.stderr.on('data', (text) => errors.push(String(text)));
  // It may be killed before it hears what is said.
  child.stdin.on('error', () => {});
  const closed = once(child, 'close');
  const failure = (): Error =>
    new Error(`${basename(program.pathname)} ended with ${child.exitCode}: ${errors.join('')}`);

  return {
    told,
    async next() {
      while (told.length <= taken) {
        const more = await Promise.race([once(lines, 'line').then(() => true), closed.then(() => false)]);
        if (!more && told.length <= taken) throw failure();
      }
      return told[taken++];
    },
    say: (text) => void child.stdin.write(`${text}\n`),
    leave: () => void child.stdin.end(),
    kill: () => void child.kill('SIGKILL'),
    async ended() {
      await closed;
      if (child.exitCode !== 0 && child.signalCode === null) throw failure();
    },
  };
}
