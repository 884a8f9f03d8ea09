import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/**
 * The processes of a soak: starts each, hears what it tells, and starts it again when it was killed.
 *
 * @param {(told: object, member: object) => void} hear
 * @param {(what: string) => void} violated told of a process that ended by itself, or took too much memory
 */
export function crew(hear, violated) {
  const members = new Map();

  function start(name, program, order, killable = true) {
    const path = fileURLToPath(new URL(`./${program}.mjs`, import.meta.url));
    const child = spawn(process.execPath, ['--no-warnings', path], { stdio: ['pipe', 'pipe', 'pipe'] });
    const errors = [];
    const member = { name, program, order, killable, child, status: undefined, expected: false, ended: undefined };
    child.stdin.on('error', () => {});
    child.stderr.on('data', (text) => errors.push(String(text)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const told = JSON.parse(line);
      if (told.kind === 'status') member.status = told;
      hear(told, member);
    });
    member.ended = once(child, 'close').then(() => {
      const fine = child.signalCode === 'SIGKILL' ? member.expected : child.exitCode === 0;
      if (!fine)
        violated(`${name} ended with ${child.exitCode ?? child.signalCode}: ${errors.join('').slice(0, 2000)}`);
    });
    say(member, order());
    members.set(name, member);
    return member;
  }

  function say({ child }, what) {
    child.stdin.write(`${JSON.stringify(what)}\n`);
  }

  return {
    start,
    members: () => [...members.values()],

    /** Kills it, waits until all it told was heard, and starts it again. */
    async kill({ name, program, order, child, ended, killable }) {
      members.get(name).expected = true;
      child.kill('SIGKILL');
      await ended;
      start(name, program, order, killable);
    },

    /** Tells it to end, with something to do before. */
    async end(member, last) {
      say(member, last);
      await member.ended;
    },

    killAll() {
      for (const member of members.values()) {
        member.expected = true;
        member.child.kill('SIGKILL');
      }
    },
  };
}
