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
      await generation.commit(change({ rows: new Map([['a', { n: 1 }]]) }));
      expect(await target.active('people')).toBeUndefined();
    });

    it('stores rows, checkpoint and parked events in one step', async () => {
      const target = await open();
      const generation = await served(target, 1);
      expect(await generation.checkpoint()).toEqual({ position: undefined, handled: 0 });
      await generation.commit(
        change({
          rows: new Map([
            ['a', { n: 1, list: ['x'] }],
            ['b', null],
          ]),
          parked: [parked('0002')],
        }),
      );
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
      const generation = await served(await open(), 1);
      const rows = new Map([
        ['a', 1],
        ['b', 2],
      ]);
      await generation.commit(change({ rows, parked: [parked('0003'), parked('0002')] }));
      expect((await generation.parked()).map((event) => event.position)).toEqual(['0002', '0003']);
      const again = { ...parked('0003'), message: 'again' };
      await generation.commit(change({ after: '0001', removed: ['a', 'z'], parked: [again], unparked: ['0002'] }));
      expect(await allOf(generation)).toEqual([['b', 2]]);
      expect(await generation.parked()).toEqual([again]);
    });

    it('keeps any key and any text', async () => {
      const generation = await served(await open(), 1);
      const rows = new Map<string, unknown>(
        ['', "o'clock", '__proto__', 'kunci 😀', 'a"b\\'].map((key) => [key, { key }]),
      );
      await generation.commit(change({ rows }));
      expect(await generation.load([...rows.keys()])).toEqual(rows);
      expect(new Map(await allOf(generation))).toEqual(rows);
    });

    it('reads many rows in pages', async () => {
      const generation = await served(await open(), 1);
      const rows = new Map(Array.from({ length: 2500 }, (_, index) => [`k${index}`, { index }]));
      await generation.commit(change({ rows }));
      expect(new Map(await allOf(generation))).toEqual(rows);
      expect((await generation.load([...rows.keys()])).size).toBe(2500);
    });

    it('hands out copies, and keeps copies of what it is given', async () => {
      const generation = await served(await open(), 1);
      const row = { list: ['x'] };
      await generation.commit(change({ rows: new Map([['a', row]]) }));
      row.list.push('y');
      Object.assign((await generation.load(['a'])).get('a') ?? {}, { list: [] });
      expect((await generation.load(['a'])).get('a')).toEqual({ list: ['x'] });
    });

    it('refuses a change that builds on another checkpoint, and stores nothing of it', async () => {
      const generation = await served(await open(), 1);
      await generation.commit(change({ rows: new Map([['a', 1]]) }));
      const late = change({ rows: new Map([['a', 2]]), parked: [parked('0002')] });
      await expect(generation.commit(late)).rejects.toMatchObject({ code: 'version-conflict' });
      expect(await allOf(generation)).toEqual([['a', 1]]);
      expect(await generation.parked()).toEqual([]);
    });

    it('keeps generations apart, and serves the old one until the new one is activated', async () => {
      const target = await open();
      const old = await served(target, 1);
      await old.commit(change({ rows: new Map([['a', 'old']]), parked: [parked('0002')] }));
      const next = await target.begin('people', 2);
      expect(await next.checkpoint()).toEqual({ position: undefined, handled: 0 });
      await next.commit(change({ rows: new Map([['a', 'new']]) }));
      expect(await allOf((await target.active('people')) ?? old)).toEqual([['a', 'old']]);
      await target.activate(next);
      const now = await target.active('people');
      expect([now?.version, await now?.load(['a']), await now?.parked()]).toEqual([2, new Map([['a', 'new']]), []]);
      // Whoever held the old one reads on; nobody writes to it.
      expect(await allOf(old)).toEqual([['a', 'old']]);
      await expect(old.commit(change({ after: '0001' }))).rejects.toMatchObject({ code: 'version-conflict' });
    });

    it('drops a generation that was never served, and leaves the served one', async () => {
      const target = await open();
      const old = await served(target, 1);
      await old.commit(change({ rows: new Map([['a', 'old']]) }));
      const next = await target.begin('people', 2);
      await target.discard(next);
      await expect(next.commit(change({}))).rejects.toMatchObject({ code: 'version-conflict' });
      expect(await (await target.active('people'))?.load(['a'])).toEqual(new Map([['a', 'old']]));
      expect(await allOf(await target.begin('people', 2))).toEqual([]);
    });

    it('keeps projections apart', async () => {
      const target = await open();
      const people = await served(target, 1);
      await people.commit(change({ rows: new Map([['a', 1]]) }));
      const programs = await target.begin('programs', 1);
      await target.activate(programs);
      expect(await allOf(programs)).toEqual([]);
      expect((await target.active('people'))?.projection).toBe('people');
    });
  });
}

async function served(target: ViewTarget, version: number): Promise<Generation> {
  const generation = await target.begin('people', version);
  await target.activate(generation);
  return generation;
}

function change(part: Partial<ViewChange>): ViewChange {
  const position = part.after === undefined ? '0001' : `${part.after}1`;
  const nothing = { after: undefined, rows: new Map(), removed: [], parked: [], unparked: [] };
  return { ...nothing, checkpoint: { position, handled: 1 }, ...part };
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
