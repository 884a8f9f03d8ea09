// Packs each package as npm would and checks what users get: publint --strict, and attw for ESM.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const run = (command, args, cwd) =>
  execFileSync(command, args, { cwd, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });
const folder = mkdtempSync(join(tmpdir(), 'pembinaan-pack-'));

try {
  for (const name of readdirSync('packages').sort()) {
    const cwd = join('packages', name);
    run('npx', ['--yes', 'pnpm@10.34.8', 'pack', '--pack-destination', folder], cwd);
    run('npx', ['--no-install', 'publint', '--strict', '--pack', 'npm'], cwd);
    const tarball = readdirSync(folder).find((file) => file.includes(`-${name}-`));
    if (tarball === undefined) throw new Error(`${name} was not packed.`);
    run('npx', ['--no-install', 'attw', join(folder, tarball), '--profile', 'esm-only', '--format', 'ascii'], '.');
    console.log(`ok  ${name}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
