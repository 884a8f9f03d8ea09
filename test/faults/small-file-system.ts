import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system of its own, in memory, so small that it fills up. */
export interface SmallFileSystem {
  readonly path: string;
  /** Gives it that size; what is in it stays. */
  resize(kilobytes: number): void;
  remove(): void;
}

/** Mounts one. Only root may. */
export function smallFileSystem(kilobytes: number): SmallFileSystem {
  const path = mkdtempSync(join(tmpdir(), 'pembinaan-faults-small-'));
  const mount = (...options: readonly string[]): void =>
    void execFileSync('mount', [...options, path], { stdio: 'ignore' });
  try {
    mount('-t', 'tmpfs', '-o', `size=${Math.round(kilobytes)}k`, 'tmpfs');
  } catch (error) {
    rmdirSync(path);
    throw error;
  }
  return {
    path,
    resize: (size) => mount('-o', `remount,size=${Math.round(size)}k`),
    remove() {
      // A file that was closed may be held by the driver for a while.
      execFileSync('umount', ['--lazy', path]);
      rmdirSync(path);
    },
  };
}

/** Tells whether this user may mount, and the machine can. */
export function tryToMount(): boolean {
  if (process.platform !== 'linux') return false;
  try {
    smallFileSystem(64).remove();
    return true;
  } catch {
    return false;
  }
}
