import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalogue, rulebook } from '@pembinaan/core';
import { describe, expect, it } from 'vitest';
import { eventsPage } from './pages/events-page.js';
import { regionsPage } from './pages/regions-page.js';
import { toldStories } from './pages/stories.js';

/** Pages that are made from the code: `npm run pages` makes them anew. docs/rules.md is checked after the tests, by rules-page.mjs. */
const root = fileURLToPath(new URL('../..', import.meta.url));

function isFresh(page: string, text: string): void {
  const path = join(root, page);
  if (process.env.UPDATE_PAGES === '1') writeFileSync(path, `${text.trimEnd()}\n`);
  expect(readFileSync(path, 'utf8')).toBe(`${text.trimEnd()}\n`);
}

describe('docs/events.md', () => {
  it('has the ninety events of the catalogue, each with its basis, and each told in a story', async () => {
    const numbers = catalogue.map(({ about }) => about?.number).filter((number) => number !== undefined);
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 90 }, (_, index) => index + 1));
    const { examples } = await toldStories();
    for (const { type, about } of catalogue) {
      expect(about?.basis, type).toBeTruthy();
      expect(examples.has(type), `${type} is told in no story`).toBe(true);
    }
  });

  it('is fresh', async () => isFresh('docs/events.md', eventsPage((await toldStories()).examples)));
});

describe('the rulebook', () => {
  it('has the forty rules, in their order', () => {
    const ids = rulebook.map(({ id }) => id).filter((id) => id.startsWith('R'));
    expect(ids).toEqual(Array.from({ length: 40 }, (_, index) => `R${String(index + 1).padStart(2, '0')}`));
  });
});

describe('docs/regions.md', () => {
  it('is fresh, and no cell is empty', async () => {
    const page = await regionsPage(await toldStories());
    expect(page.split('\n').filter((line) => line.startsWith('|') && /\|\s*\|/.test(line))).toEqual([]);
    isFresh('docs/regions.md', page);
  });
});
