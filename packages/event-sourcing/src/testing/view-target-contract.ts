import { describe, expect, it } from 'vitest';
import type { Generation, ParkedEvent, ViewChange, ViewTarget } from '../projection/view-target.js';

/**
 * The laws of a {@link ViewTarget}, as tests of vitest: every place where rows live runs them.
 *
 * ```ts
 * describeViewTarget('memory', () => memoryTarget());
 * ```
 */
export function describeViewTarget(name: string, open: () => ViewTarget | Promise<ViewTarget>): void {
  describe(`${name} keeps the laws of view targets:`, () => {
    it('serves nothing before the first activation', async () => {
      const target = await open();
      expect(await target.active('people')).toBeUndefined();
      const generation = await target.begin('people', 1);
      await commit(target, generation, { rows: new Map([['a', { n: 1 }]]) });
      expect(await target.active('people')).toBeUndefined();
    });

    it('stores rows, checkpoint and parked events in one step', async () => {
      const target = await open();
      const generation = await served(target, 1);
      expect(await generation.checkpoint()).toEqual({ position: undefined, handled: 0 });
      await commit(target, generation, {
        rows: new Map([
          ['a', { n: 1, list: ['x'] }],
          ['b', null],
        ]),
        parked: [parked('0002')],
      });
      expect(await generation.checkpoint()).toEqual({ position: '0001', handled: 1 });
      expect(await generation.load(['a', 'b', 'c'])).toEqual(
        new Map([
          ['a', { n: 1, list: ['x'] }],
          ['b', null],
        ]),
      );
      expect(await generation.parked()).toEqual([parked('0002')]);
      expect(await target.active('people')).toMatchObject({ projection: 'people', version: 1 });
    });

    it('removes rows, and lists parked events by position until they leave', async () => {
      const target = await open();
      const generation = await served(target, 1);
      const rows = new Map([
        ['a', 1],
        ['b', 2],
      ]);
      await commit(target, generation, { rows, parked: [parked('0003'), parked('0002')] });
      expect((await generation.parked()).map((event) => event.position)).toEqual(['0002', '0003']);
      const again = { ...parked('0003'), message: 'again' };
      await commit(target, generation, { after: '0001', removed: ['a', 'z'], parked: [again], unparked: ['0002'] });
      expect(await allOf(generation)).toEqual([['b', 2]]);
      expect(await generation.parked()).toEqual([again]);
    });

    it('keeps any key and any text', async () => {
      const target = await open();
      const generation = await served(target, 1);
      const rows = new Map<string, unknown>(
        ['', "o'clock", '__proto__', 'kunci 😀', 'a"b\\'].map((key) => [key, { key }]),
      );
      await commit(target, generation, { rows });
      expect(await generation.load([...rows.keys()])).toEqual(rows);
      expect(new Map(await allOf(generation))).toEqual(rows);
    });

    it('reads many rows in pages', async () => {
      const target = await open();
      const generation = await served(target, 1);
      const rows = new Map(Array.from({ length: 2500 }, (_, index) => [`k${index}`, { index }]));
      await commit(target, generation, { rows });
      expect(new Map(await allOf(generation))).toEqual(rows);
      for await (const page of generation.rows()) expect(page.length).toBeLessThanOrEqual(1000);
      expect((await generation.load([...rows.keys()])).size).toBe(2500);
    });

    it('finds the rows whose keys begin with a text, in the order of their code points', async () => {
      const target = await open();
      const generation = await served(target, 1);
      const backwards = [...KEYS_IN_ORDER].reverse();
      await commit(target, generation, { rows: new Map(backwards.map((key) => [key, { key }])) });
      // Each key is a beginning, too; the empty one that of all.
      for (const prefix of [...KEYS_IN_ORDER, 'a/', 'c', '\u{10fffe}']) {
        const keys = KEYS_IN_ORDER.filter((key) => key.startsWith(prefix));
        const found = await generation.startingWith(prefix);
        expect([...found], `those of '${prefix}'`).toEqual(keys.map((key) => [key, { key }]));
      }
    });

    it('finds no row by half a character, or by one that no key has', async () => {
      const target = await open();
      const generation = await served(target, 1);
      await commit(target, generation, { rows: new Map(['😀', 'a', 'a😀', '\ufffd'].map((key) => [key, 1])) });
      for (const prefix of ['\ud83d', '\ude00', 'a\ud83d', 'a\u0000', '\u0000']) {
        expect(await generation.startingWith(prefix)).toEqual(new Map());
      }
    });

    it('finds by the beginning of its key what was committed last, and no row that went', async () => {
      const target = await open();
      const generation = await served(target, 1);
      const rows = (...keys: readonly string[]) => new Map(keys.map((key) => [key, key]));
      expect(await generation.startingWith('')).toEqual(new Map());
      await commit(target, generation, { rows: rows('a/1', 'a/3', 'b/1') });
      expect([...(await generation.startingWith('a/'))]).toEqual([...rows('a/1', 'a/3')]);
      expect([...(await generation.startingWith(['b/', 'a/3', 'c']))]).toEqual([...rows('b/1', 'a/3')]);
      expect(await generation.startingWith([])).toEqual(new Map());
      const changed = rows('a/0', 'a/2', 'a/4').set('a/3', 'changed');
      await commit(target, generation, { after: '0001', rows: changed, removed: ['a/1', 'a/9'] });
      expect([...(await generation.startingWith('a/'))]).toEqual([
        ...rows('a/0', 'a/2').set('a/3', 'changed'),
        ...rows('a/4'),
      ]);
      await commit(target, generation, { after: '00011', rows: rows('a/1'), removed: ['a/0', 'a/2', 'a/3', 'a/4'] });
      expect([...(await generation.startingWith('a/'))]).toEqual([...rows('a/1')]);
      expect([...(await generation.startingWith(''))]).toEqual([...rows('a/1', 'b/1')]);
      // Far more than a page, so that whatever an implementation keeps about its keys is made anew.
      const many = Array.from({ length: 2500 }, (_, index) => `a/${1000 + index}`);
      await commit(target, generation, { after: '000111', rows: rows(...many), removed: ['a/1'] });
      expect([...(await generation.startingWith('a/'))]).toEqual([...rows(...many)]);
      await commit(target, generation, { after: '0001111', removed: many });
      expect(await generation.startingWith('a')).toEqual(new Map());
    });

    it('finds by the beginning of their keys only the rows of that generation', async () => {
      const target = await open();
      const people = await served(target, 1);
      const programs = await target.begin('programs', 1);
      const next = await target.begin('people', 2);
      await commit(target, people, { rows: new Map([['a/1', 'people']]) });
      await commit(target, programs, { rows: new Map([['a/2', 'programs']]) });
      await commit(target, next, { rows: new Map([['a/3', 'next']]) });
      const found = await Promise.all([people, programs, next].map((one) => one.startingWith('a/')));
      expect(found).toEqual([new Map([['a/1', 'people']]), new Map([['a/2', 'programs']]), new Map([['a/3', 'next']])]);
      expect(await people.startingWith('')).toEqual(new Map([['a/1', 'people']]));
      await target.activate(next);
      expect(await (await target.active('people'))?.startingWith('a')).toEqual(new Map([['a/3', 'next']]));
      // Whoever held the old one reads on.
      expect(await people.startingWith('a')).toEqual(new Map([['a/1', 'people']]));
    });

    it('hands out copies, and keeps copies of what it is given', async () => {
      const target = await open();
      const generation = await served(target, 1);
      const row = { list: ['x'] };
      await commit(target, generation, { rows: new Map([['a', row]]) });
      row.list.push('y');
      Object.assign((await generation.load(['a'])).get('a') ?? {}, { list: [] });
      Object.assign((await generation.startingWith('a')).get('a') ?? {}, { list: [] });
      expect((await generation.load(['a'])).get('a')).toEqual({ list: ['x'] });
      expect((await generation.startingWith('a')).get('a')).toEqual({ list: ['x'] });
    });

    it('refuses a change that builds on another checkpoint, and stores nothing of it', async () => {
      const target = await open();
      const generation = await served(target, 1);
      await commit(target, generation, { rows: new Map([['a', 1]]) });
      const late = { rows: new Map([['a', 2]]), parked: [parked('0002')] };
      await expect(commit(target, generation, late)).rejects.toMatchObject({ code: 'version-conflict' });
      expect(await allOf(generation)).toEqual([['a', 1]]);
      expect(await generation.parked()).toEqual([]);
    });

    it('stores changes of several generations in one step, or none of them', async () => {
      const target = await open();
      const people = await served(target, 1);
      const programs = await target.begin('programs', 1);
      const rows = (text: string) => ({ rows: new Map([['a', text]]) });
      await target.commit([change(people, rows('first')), change(programs, rows('first'))]);
      expect([await allOf(people), await allOf(programs)]).toEqual([[['a', 'first']], [['a', 'first']]]);
      const both = [change(people, { after: '0001', ...rows('second') }), change(programs, rows('late'))];
      await expect(target.commit(both)).rejects.toMatchObject({ code: 'version-conflict' });
      await expect(target.commit([...both].reverse())).rejects.toMatchObject({ code: 'version-conflict' });
      expect([await allOf(people), await allOf(programs)]).toEqual([[['a', 'first']], [['a', 'first']]]);
      expect((await people.checkpoint()).position).toBe('0001');
      await target.commit([]);
    });

    it('hands out the generation that is being built, until it is served or another is begun', async () => {
      const target = await open();
      expect(await target.building('people')).toBeUndefined();
      const old = await served(target, 1);
      expect(await target.building('people')).toBeUndefined();
      const next = await target.begin('people', 2);
      await commit(target, next, { rows: new Map([['a', 'half']]), parked: [parked('0002')] });
      const found = await target.building('people');
      expect(found).toMatchObject({ id: next.id, projection: 'people', version: 2 });
      expect(await target.building('programs')).toBeUndefined();
      if (found === undefined) return;
      // Whoever goes on with it finds everything that was stored, and nobody is served by it.
      expect([await found.checkpoint(), await allOf(found), await found.parked()]).toEqual([
        { position: '0001', handled: 1 },
        [['a', 'half']],
        [parked('0002')],
      ]);
      expect((await target.active('people'))?.id).toBe(old.id);
      await commit(target, found, { after: '0001', rows: new Map([['b', 'whole']]) });
      await target.activate(found);
      expect(await target.building('people')).toBeUndefined();
      expect((await target.active('people'))?.id).toBe(next.id);
      const third = await target.begin('people', 3);
      expect(new Set([old.id, next.id, third.id]).size).toBe(3);
      await target.discard(third);
      expect(await target.building('people')).toBeUndefined();
    });

    it('keeps generations apart, and serves the old one until the new one is activated', async () => {
      const target = await open();
      const old = await served(target, 1);
      await commit(target, old, { rows: new Map([['a', 'old']]), parked: [parked('0002')] });
      const next = await target.begin('people', 2);
      expect(await next.checkpoint()).toEqual({ position: undefined, handled: 0 });
      await commit(target, next, { rows: new Map([['a', 'new']]) });
      expect(await allOf((await target.active('people')) ?? old)).toEqual([['a', 'old']]);
      await target.activate(next);
      const now = await target.active('people');
      expect([now?.version, await now?.load(['a']), await now?.parked()]).toEqual([2, new Map([['a', 'new']]), []]);
      // Whoever held the old one reads on; nobody writes to it.
      expect(await allOf(old)).toEqual([['a', 'old']]);
      await expect(commit(target, old, { after: '0001' })).rejects.toMatchObject({ code: 'version-conflict' });
    });

    it('drops a generation that was never served, and leaves the served one', async () => {
      const target = await open();
      const old = await served(target, 1);
      await commit(target, old, { rows: new Map([['a', 'old']]) });
      const next = await target.begin('people', 2);
      await target.discard(next);
      await expect(commit(target, next, {})).rejects.toMatchObject({ code: 'version-conflict' });
      expect(await (await target.active('people'))?.load(['a'])).toEqual(new Map([['a', 'old']]));
      expect(await allOf(await target.begin('people', 2))).toEqual([]);
    });

    it('keeps projections apart', async () => {
      const target = await open();
      const people = await served(target, 1);
      await commit(target, people, { rows: new Map([['a', 1]]) });
      const programs = await target.begin('programs', 1);
      await target.activate(programs);
      expect(await allOf(programs)).toEqual([]);
      expect((await target.active('people'))?.projection).toBe('people');
    });
  });
}

/** By code points: what is written as two halves in UTF-16 stands behind U+FFFF. */
const KEYS_IN_ORDER: readonly string[] = [
  ...['', 'a', 'a/b', 'a/b/1', 'a/b/10', 'a/b/2', 'a/bc', 'a0', 'a\ud7ff', 'a\ud7ff1', 'a\ue000'],
  ...['a\u{10ffff}', 'a\u{10ffff}/1', 'b', 'e', 'é', 'é/1', 'ê', '\ud7ff', '\ue000', '\uffff', '\uffff/1'],
  ...['\u{10000}', '\u{10000}/1', '\u{10001}', '\u{10ffff}', '\u{10ffff}/1', '\u{10ffff}\u{10ffff}'],
];

async function served(target: ViewTarget, version: number): Promise<Generation> {
  const generation = await target.begin('people', version);
  await target.activate(generation);
  return generation;
}

/** Stores a change that leads from the stored checkpoint to the next one, unless it says something else. */
async function commit(target: ViewTarget, generation: Generation, part: Part): Promise<void> {
  await target.commit([change(generation, part)]);
}

type Part = Partial<Omit<ViewChange, 'generation'>>;

function change(generation: Generation, part: Part): ViewChange {
  const position = part.after === undefined ? '0001' : `${part.after}1`;
  const nothing = { after: undefined, rows: new Map(), removed: [], parked: [], unparked: [] };
  return { generation, ...nothing, checkpoint: { position, handled: 1 }, ...part };
}

function parked(position: string): ParkedEvent {
  return {
    position,
    stream: 'employee-a',
    revision: 1,
    eventId: '00000000-0000-4000-8000-000000000000',
    type: 'EmployeeRegistered',
    keys: ['a', 'b'],
    reason: 'failed',
    message: 'a bug',
    parkedAt: '2026-01-01T00:00:00.000Z',
  };
}

async function allOf(generation: Generation): Promise<(readonly [string, unknown])[]> {
  const all: (readonly [string, unknown])[] = [];
  for await (const page of generation.rows()) all.push(...page);
  return all;
}
