import { type Process, startProcess } from '../../../test/start-process.js';

/** Starts a program of the folder `children`. */
export function startChild(name: string, ...args: readonly string[]): Process {
  return startProcess(new URL(`./children/${name}.mjs`, import.meta.url), { args });
}
