import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A program of the folder `programs`, which runs on the built packages. */
export interface Program {
  /** What it told so far. */
  readonly told: readonly unknown[];
  /** Resolves with the next thing it tells; fails when it ends before. */
  next(): Promise<unknown>;
  say(what: unknown): void;
  /** Says nothing more. */
  leave(): void;
  kill(): void;
  /** Resolves when it has ended and all it told was read; fails when it ended with an error of its own. */
  ended(): Promise<void>;
}

export interface ProgramOptions {
  /** Options of Node, such as `--max-old-space-size=96`. */
  readonly node?: readonly string[];
  /** The largest file it may write, in blocks of 1,024 bytes. */
  readonly largestFile?: number;
}

export function startProgram(name: string, options: ProgramOptions = {}): Program {
  const program = fileURLToPath(new URL(`./programs/${name}.mjs`, import.meta.url));
  const node = ['--no-warnings', ...(options.node ?? []), program];
  const [command, args] =
    options.largestFile === undefined
      ? [process.execPath, node]
      : ['bash', ['-c', 'ulimit -f "$0" && exec "$@"', String(options.largestFile), process.execPath, ...node]];
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const told: unknown[] = [];
  const errors: string[] = [];
  let taken = 0;
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => told.push(JSON.parse(line)));
  child.stderr.on('data', (text) => errors.push(String(text)));
  // It may be killed before it hears what is said.
  child.stdin.on('error', () => {});
  const closed = once(child, 'close');
  const failure = (): Error => new Error(`${name} ended with ${child.exitCode}: ${errors.join('')}`);

  return {
    told,
    async next() {
      while (told.length <= taken) {
        const more = await Promise.race([once(lines, 'line').then(() => true), closed.then(() => false)]);
        if (!more && told.length <= taken) throw failure();
      }
      return told[taken++];
    },
    say: (what) => void child.stdin.write(`${JSON.stringify(what)}\n`),
    leave: () => void child.stdin.end(),
    kill: () => void child.kill('SIGKILL'),
    async ended() {
      await closed;
      if (child.exitCode !== 0 && child.signalCode === null) throw failure();
    },
  };
}
