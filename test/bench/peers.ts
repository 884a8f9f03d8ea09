import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PEERS } from './places.js';

/** Whether the library that we compare with is there, and why not. */
export type Peers =
  | { readonly installed: true; readonly emmett: string; readonly emmettSqlite: string }
  | { readonly installed: false; readonly why: string };

/**
 * Installs the peers into a folder of their own, at the first run; they come from the registry that npm is set to, and two of them are
 * compiled, which takes some minutes.
 */
export function installPeers(tell: (line: string) => void): Peers {
  const before = found();
  if (before.installed) return before;
  tell('Installing what only the benchmark needs (a few minutes, once) …');
  const npm = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'], {
    cwd: PEERS,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    timeout: 15 * 60_000,
  });
  if (npm.status !== 0) return { installed: false, why: firstLine(npm.stderr) || String(npm.error ?? 'npm failed') };
  return found();
}

/** What is installed. */
export function found(): Peers {
  const require = createRequire(join(PEERS, 'package.json'));
  try {
    // Loading it tells whether its binding was compiled.
    require('sqlite3');
    return {
      installed: true,
      emmett: versionOf(require, '@event-driven-io/emmett'),
      emmettSqlite: versionOf(require, '@event-driven-io/emmett-sqlite'),
    };
  } catch (error) {
    return { installed: false, why: firstLine(error instanceof Error ? error.message : String(error)) };
  }
}

function versionOf(require: NodeJS.Require, name: string): string {
  const manifest: unknown = require(join(PEERS, 'node_modules', name, 'package.json'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '?';
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0] ?? '';
}
