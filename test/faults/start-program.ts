import { type Process, type ProcessOptions, startProcess } from '../start-process.js';

/** A program of the folder `programs`, which takes its orders as JSON. */
export interface Program extends Omit<Process, 'say'> {
  say(what: unknown): void;
}

export function startProgram(name: string, options: ProcessOptions = {}): Program {
  const started = startProcess(new URL(`./programs/${name}.mjs`, import.meta.url), options);
  return { ...started, say: (what) => started.say(JSON.stringify(what)) };
}
