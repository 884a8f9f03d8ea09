import { readFileSync } from 'node:fs';
import { memoryStore, memoryTarget } from '@pembinaan/event-sourcing';
import { expect, it } from 'vitest';
import { comparedMeasures, competencyHistory, peopleReadModels } from '../src/index.js';
import { answers } from './asking.js';
import { why } from './explaining.js';
import { meanJp } from './exporting.js';
import { assessed, claim, credited, type Line, pns, policy, standard, storeOf } from './fixtures.js';
import { keep } from './keeping.js';
import { whatIf } from './supposing.js';

const textOf = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
const readme = textOf('../README.md');

it('the README lists every read model with its question', () => {
  const listed = readme.split('\n').filter((line) => line.startsWith('| `'));
  expect(listed).toEqual(
    peopleReadModels.map(({ name, question }) => `| \`${name}\` | ${question.en} | ${question.id} |`),
  );
});

it.each(['asking', 'exporting', 'keeping', 'explaining', 'supposing'])(
  'the sample on %s in the README is code that runs',
  (name) => {
    const sample = new RegExp(`// #region ${name}\n([\\s\\S]*)// #endregion ${name}`).exec(textOf(`./${name}.ts`))?.[1];
    expect(readme).toContain(`\`\`\`ts\n${sample}\`\`\``);
  },
);

it('the README lists every measure that can be compared', () => {
  const section = /## Comparing units\n([\s\S]*?)\n## /.exec(readme)?.[1] ?? '';
  const listed = section.split('\n').flatMap((line) => line.match(/(?<=`)\w+(?=`(, `| \|$))/g) ?? []);
  expect(listed).toEqual(Object.keys(comparedMeasures));
});

/** Six people at a counter; subject-7 has what a cap took, and what is still ahead. */
const counter: readonly Line[] = [
  policy({}, '2026-01-01', 'p-2026'),
  standard('s', { M01: 5, M05: 5 }),
  // Nine tenths of what is required: optimal from 90 per cent on, and not from 95 per cent on.
  ...['1', '2', '3', '4', '5', '7'].flatMap((one) => [
    assessed(`subject-${one}`, 'M01', 5, '2026-02-01', { assessmentId: 'as-1' }),
    assessed(`subject-${one}`, 'M05', 4, '2026-02-01', { assessmentId: 'as-5' }),
  ]),
  ...['1', '2', '3', '4', '5'].flatMap((one) => [
    ...pns(`subject-${one}`, 'loket'),
    credited(`subject-${one}`, '2026-03-10', 2200),
  ]),
  ...pns('subject-7', 'loket'),
  credited('subject-7', '2026-03-10', 1250),
  credited('subject-7', '2026-05-04', 200, { jpRaw: 400, capped: true, form: 'NKL09', source: claim('k-1') }),
  credited('subject-7', '2026-07-20', 800),
];
const june = async () => (await competencyHistory(await storeOf(counter))).asOf({ effective: '2026-06-30' });

it('the explanation in the README is what the sample tells, shortened', async () => {
  const told = await why(await june());
  const shown =
    /```text\n([\s\S]*?)\n```/
      .exec(readme)?.[1]
      ?.split('\n')
      .filter((line) => line !== '…') ?? [];
  const found = shown.map((line) => {
    const begin = line.replace(/\[…\]$/, '');
    return told.findIndex((one) => (begin === line ? one === line : one.startsWith(`${begin}[event `)));
  });
  expect(shown.length).toBeGreaterThan(5);
  expect(found).not.toContain(-1);
  expect(found).toEqual([...found].sort((a, b) => a - b));
});

it('the simulation in the README tells of 24 JP, and of other bands', async () => {
  const { lines, differences, units } = await whatIf(await june());
  expect(lines.map(({ limit, status, policyVersion }) => [limit, status, policyVersion])).toEqual(
    Array.from({ length: 6 }, () => [2400, 'below', 'p-2026 (what if)']),
  );
  expect(differences).toHaveLength(6);
  expect(units).toMatchObject([
    { readModel: 'GapMapByPerson', unitId: 'loket', people: 6, cell: null, affected: 6 },
    { cell: 'band', from: 'optimal', to: 'cukupOptimal', affected: 6 },
  ]);
});

it('the rows in the README are those of the units and of the agency', async () => {
  const rows = [];
  for await (const row of meanJp(await june())) rows.push(JSON.parse(row));
  // 5 x 22 JP and 14.5 JP, of 6 people.
  expect(rows).toMatchObject([
    { measure: 'meanJp', unitId: 'loket', year: 2026, value: 2075 },
    { measure: 'meanJp', units: 1, year: 2026, value: 2075 },
  ]);
});

it('what the samples ask is answered', async () => {
  const page = { lines: [], next: null, position: null };
  expect(await answers(memoryStore())).toEqual({
    person: undefined,
    gaps: [],
    gapsBelieved: [],
    digital: [],
    mine: [],
    first: page,
    second: undefined,
    levels: [],
  });
  const history = await keep(await storeOf(pns('a', 'loket')), memoryTarget());
  expect(await history.people()).toEqual(['a']);
});
