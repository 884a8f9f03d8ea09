import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/**
 * The samples in the documentation are pieces of code that tests run: `<!-- sample: file#region -->` before a block of code.
 * `UPDATE_SAMPLES=1 npx vitest run test/docs/samples.spec.ts` writes them anew.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const SAMPLE = /<!-- sample: (\S+)#(\S+) -->\n```ts\n([\s\S]*?)```/g;

const pages = ['README.md', 'README.id.md', ...markdownIn('docs')];

function markdownIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? markdownIn(`${folder}/${entry.name}`)
      : entry.name.endsWith('.md')
        ? [`${folder}/${entry.name}`]
        : [],
  );
}

function regionOf(file: string, name: string): string {
  const lines = readFileSync(join(root, file), 'utf8').split('\n');
  const from = lines.findIndex((line) => line.trim() === `// #region ${name}`);
  const to = lines.findIndex((line) => line.trim() === `// #endregion ${name}`);
  if (from === -1 || to === -1) throw new Error(`${file} has no region ${name}.`);
  return `${lines
    .slice(from + 1, to)
    .join('\n')
    .trim()}\n`;
}

describe('samples in the documentation are code that tests run', () => {
  for (const page of pages) {
    it(page, () => {
      const path = join(root, page);
      const text = readFileSync(path, 'utf8');
      const fresh = text.replace(
        SAMPLE,
        (_, file: string, name: string) => `<!-- sample: ${file}#${name} -->\n\`\`\`ts\n${regionOf(file, name)}\`\`\``,
      );
      if (process.env.UPDATE_SAMPLES === '1') writeFileSync(path, fresh);
      else expect(text).toBe(fresh);
    });
  }
});

describe('links in the documentation lead somewhere', () => {
  for (const page of pages) {
    it(page, () => {
      const text = readFileSync(join(root, page), 'utf8').replace(/```[\s\S]*?```/g, '');
      const folder = page.includes('/') ? page.slice(0, page.lastIndexOf('/')) : '.';
      const dead = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
        .map(([, target]) => target ?? '')
        .filter((target) => !/^[a-z]+:/.test(target))
        .filter((target) => !exists(join(root, folder, target)));
      expect(dead).toEqual([]);
    });
  }
});

function exists(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EISDIR';
  }
}
