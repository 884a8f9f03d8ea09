// Makes docs/rules.md from the rulebook and from what the tests of the domain were seen to prove, or checks that it is fresh.
// `node test/docs/rules-page.mjs` checks, `node test/docs/rules-page.mjs --write` writes; run all tests before.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rulebook } from '../../packages/core/dist/index.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = `${root}docs/rules.md`;

/** @param {string} folder @returns {string[]} */
const specsIn = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? specsIn(`${folder}/${entry.name}`)
      : entry.name.endsWith('.spec.ts')
        ? [`${folder}/${entry.name}`]
        : [],
  );

const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

const deciding = specsIn(`${root}packages/core/test`)
  .map((file) => file.slice(root.length))
  .filter((file) => /thenRefused|describeLaws\(/.test(readFileSync(root + file, 'utf8')));

/** The decisions of the last run that saw every test of the domain: file, test, command, names of facts, rule and reason of a refusal. */
function observations() {
  const folder = `${root}node_modules/.observed`;
  const runs = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name: run } of runs.sort((a, b) => byText(b.name, a.name))) {
    const files = readdirSync(`${folder}/${run}`);
    const lines = files.flatMap((file) => readFileSync(`${folder}/${run}/${file}`, 'utf8').trim().split('\n'));
    const all = [...new Set(lines)].filter((line) => line !== '').map((line) => JSON.parse(line));
    const seen = new Set(all.map(({ file }) => file));
    if (deciding.every((file) => seen.has(file))) return all;
  }
  return fail('No run saw every test of the domain. Run all tests first.');
}

/** @returns {never} */
function fail(message) {
  console.error(message);
  process.exit(1);
}

const plain = (title) => title.replace(/\s+/g, ' ').replaceAll('|', '\\|').replaceAll('<', '&lt;');
const short = (file) => file.replace('packages/core/test/', '');

function pageOf(all) {
  const problems = [];
  const lines = [
    '# Rules',
    '',
    `The ${rulebook.filter(({ id }) => id.startsWith('R')).length} rules of the domain, and ${rulebook.filter(({ id }) => id.startsWith('G')).length} ground rules of the library: text, where each is enforced, which facts of other`,
    'streams it needs there, and the tests that prove it. This page is made from the rulebook and from the decisions that the tests were seen',
    'to lead to (`npm run pages`); `npm test` fails when it is stale. Every refusal says in English and Indonesian what is wrong and what to do',
    'next; its words stand beside the rule in the code.',
    '',
  ];
  const accepted = new Map();
  for (const { file, test, rule } of all) if (rule === undefined) accepted.set(`${file}\n${test}`, { file, test });
  for (const { id, text, reasons } of rulebook) {
    const refusals = all.filter(
      ({ rule, test }) => rule === id && !/ the laws|law: | > (the fold|what|a refusal|the same)/.test(test),
    );
    const commands = [...new Set(refusals.map(({ command }) => command))].sort(byText);
    const refusing = [...new Map(refusals.map((seen) => [`${seen.file}\n${seen.test}`, seen])).values()];
    const refusingKeys = new Set(refusing.map(({ file, test }) => `${file}\n${test}`));
    const names = new RegExp(`\\b${id}\\b`);
    const accepting = [...accepted.entries()]
      .filter(([key, { test }]) => names.test(test) && !refusingKeys.has(key))
      .map(([, seen]) => seen);
    if (refusing.length === 0) problems.push(`${id} is refused by no test`);
    if (accepting.length === 0) problems.push(`${id} is named by no test that accepts`);
    for (const reason of reasons) {
      if (!refusals.some((seen) => seen.reason === reason)) problems.push(`${id} ${reason} is provoked by no test`);
    }
    lines.push(`## ${id}`, '', text.en, '', `_${text.id}_`, '');
    if (id === 'R03')
      lines.push('Laid over every command of the domain; the table names those with which a test shows it.', '');
    lines.push('| Enforced in | Refuses as | Facts that the command needs |', '|---|---|---|');
    for (const command of commands) {
      const there = refusals.filter((seen) => seen.command === command);
      const facts = [...new Set(there.flatMap((seen) => seen.facts))].sort(byText);
      const why = [...new Set(there.map(({ reason }) => `\`${reason}\``))].sort(byText).join(', ');
      lines.push(`| \`${command}\` | ${why} | ${facts.join(', ') || 'its own stream only'} |`);
    }
    lines.push('');
    for (const [title, tests] of [
      ['Tests that refuse', refusing],
      ['Tests that accept', accepting],
    ]) {
      const told = tests.map(({ file, test }) => `- ${plain(test)} (\`${short(file)}\`)`).sort(byText);
      lines.push(`<details><summary>${title}: ${told.length}</summary>`, '', ...told, '', '</details>', '');
    }
  }
  return { text: `${lines.join('\n').trimEnd()}\n`, problems };
}

const { text, problems } = pageOf(observations());
if (process.argv.includes('--write')) writeFileSync(page, text);
if (problems.length > 0) fail(`docs/rules.md: a rule is not proven:\n  ${problems.join('\n  ')}`);
if (readFileSync(page, 'utf8') !== text) fail('docs/rules.md is stale: run `npm run pages`.');
