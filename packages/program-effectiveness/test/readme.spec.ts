import { readFileSync } from 'node:fs';
import { memoryStore } from '@pembinaan/event-sourcing';
import { expect, it } from 'vitest';
import { agencyReadModels, programReadModels } from '../src/index.js';
import { answers } from './asking.js';

const textOf = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
const readme = textOf('../README.md');

const rowsIn = (heading: string) => {
  const [, part = ''] = readme.split(`\n${heading}\n`);
  return part.split('\n').filter((line) => line.startsWith('| `'));
};

it('the README lists every read model with its question', () => {
  const listed = rowsIn('## The read models on programmes');
  expect(listed).toEqual(
    [...programReadModels, ...agencyReadModels].map(
      ({ name, question }) => `| \`${name}\` | ${question.en} | ${question.id} |`,
    ),
  );
});

it('the sample in the README is code that runs', async () => {
  const sample = /\/\/ #region asking\n([\s\S]*)\/\/ #endregion asking/.exec(textOf('./asking.ts'))?.[1];
  expect(readme).toContain(`\`\`\`ts\n${sample}\`\`\``);
  expect(await answers(memoryStore())).toEqual({
    program: undefined,
    advised: [],
    advisedThen: undefined,
    unserved: [],
    known: [],
    late: [],
  });
});
