import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** Tells the parent in one write, before anything else happens; a pipe takes a short line whole or not at all. */
export function tell(message) {
  const line = Buffer.from(`${JSON.stringify(message)}\n`);
  for (let written = 0; written < line.length; ) {
    try {
      written += writeSync(1, line, written);
    } catch (error) {
      // The pipe is full: the parent has not read yet.
      if (error.code !== 'EAGAIN') throw error;
    }
  }
}

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

/** The next thing that the parent says; undefined when it says nothing more. */
export async function heard() {
  const { value, done } = await lines.next();
  return done ? undefined : JSON.parse(value);
}
