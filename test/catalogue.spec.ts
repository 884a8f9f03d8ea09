import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as core from '@pembinaan/core';
import { catalogue, pembinaan, rulebook } from '@pembinaan/core';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = filesIn('packages/core/src').map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
const tests = filesIn('packages/core/test')
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n');

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesIn(`${folder}/${entry.name}`)
      : entry.name.endsWith('.ts')
        ? [`${folder}/${entry.name}`]
        : [],
  );
}

/** The names that the sources define with a call such as `event('BatchScheduled'`. */
function defined(call: string): string[] {
  return sources
    .flatMap(({ text }) =>
      [...text.matchAll(new RegExp(`\\b${call}\\(\\s*'([A-Za-z0-9]+)'`, 'g'))].map(([, name]) => name ?? ''),
    )
    .sort();
}

describe('the catalogue is whole', () => {
  it('holds every event that is defined, each in a stream that a decider of `pembinaan` keeps', () => {
    expect(catalogue.map(({ type }) => type).sort()).toEqual(defined('event'));
  });

  it('takes every command that is defined', () => {
    expect(pembinaan.commands.map(({ type }) => type).sort()).toEqual(defined('command'));
  });

  it('lists every rule that is defined', () => {
    expect(rulebook.map(({ id }) => id).sort()).toEqual(defined('rule'));
  });

  it('describes every event in English and in Indonesian, under a number of its own', () => {
    const numbers = catalogue.map(({ about }) => about?.number).filter((number) => number !== undefined);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const { type, about } of catalogue) {
      expect(about?.en, type).toMatch(/^[A-Z].+\.$/);
      expect(about?.id, type).toMatch(/^[A-Z].+\.$/);
      expect(about?.id, type).not.toBe(about?.en);
    }
  });

  it('hands on every public name of its rooms', () => {
    const names = Object.keys(core);
    for (const type of [...defined('event'), ...defined('command'), ...defined('rule')]) expect(names).toContain(type);
  });
});

describe('every rule is tested', () => {
  for (const { id, reasons } of rulebook) {
    it(`${id}: each of its refusals is provoked by a test`, () => {
      for (const reason of reasons) {
        const provoked = new RegExp(`thenRefused\\(\\s*'${id}',\\s*'${reason}'|rule: '${id}', reason: '${reason}'`);
        expect(provoked.test(tests) || tests.includes(`'${reason}'`), `${id} ${reason}`).toBe(true);
      }
    });
  }
});
