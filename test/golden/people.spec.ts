import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { difference } from './difference.js';
import { peoplePage } from './people-page.js';
import { type Looked, looked, tellPeople } from './stories.js';

/**
 * What the history says of the people of the five stories was read by a person once, and is kept. Whoever changes it on purpose renews the
 * files with `UPDATE_GOLDEN=1 npx vitest run test/golden`, reads what changed, and keeps it with the change that caused it.
 */
const HOW_TO_RENEW = 'Read it. If it is meant, renew with: UPDATE_GOLDEN=1 npx vitest run test/golden';

it.each(looked.map((one) => [one.story.region, one] as const))(
  'the history says of the people of %s what was read and kept',
  async (region, one) => {
    const told = await pageOf(one);
    const file = fileOf(region);
    if (process.env.UPDATE_GOLDEN === '1') renew(file, told);
    const differs = difference(existsSync(file) ? readFileSync(file, 'utf8') : '', told);
    if (differs !== null)
      expect.fail(`${region} is told otherwise than it is kept (- kept, + told).\n${differs}\n${HOW_TO_RENEW}`);
  },
);

it.each(looked.map((one) => [one.story.region, one] as const))(
  'the story of %s, played twice, gives the same page',
  async (_, one) => {
    expect(await pageOf(one)).toBe(await pageOf(one));
  },
);

async function pageOf(one: Looked): Promise<string> {
  return peoplePage(one, await tellPeople(one));
}

function fileOf(region: string): string {
  return fileURLToPath(new URL(`./${region.toLowerCase()}.md`, import.meta.url));
}

/** Nobody reads what a build server renews. */
function renew(file: string, text: string): void {
  if (process.env.CI !== undefined)
    expect.fail('UPDATE_GOLDEN does not work in CI: renew on a desk, and read what changed.');
  writeFileSync(file, text);
}
