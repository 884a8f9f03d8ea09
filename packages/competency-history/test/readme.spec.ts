import { readFileSync } from 'node:fs';
import { memoryStore } from '@pembinaan/event-sourcing';
import { expect, it } from 'vitest';
import { peopleReadModels } from '../src/index.js';
import { answers } from './asking.js';

const textOf = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
const readme = textOf('../README.md');

it('the README lists every read model with its question', () => {
  const listed = readme.split('\n').filter((line) => line.startsWith('| `'));
  expect(listed).toEqual(
    peopleReadModels.map(({ name, question }) => `| \`${name}\` | ${question.en} | ${question.id} |`),
  );
});

it('the sample in the README is code that runs', async () => {
  const sample = /\/\/ #region asking\n([\s\S]*)\/\/ #endregion asking/.exec(textOf('./asking.ts'))?.[1];
  expect(readme).toContain(`\`\`\`ts\n${sample}\`\`\``);
  expect(await answers(memoryStore())).toEqual({ gaps: [], known: [], digital: [], mine: [] });
});
