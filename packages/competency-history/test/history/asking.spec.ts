import { CompetencyAssessed, EmployeePlaced } from '@pembinaan/core';
import { historyEventId } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import {
  type CompetencyHistory,
  careerEffectView,
  cohortView,
  competencyHistory,
  competencyProfile,
  expiringCertificates,
  gapMap,
  type HistoryAsOf,
  jpCompliance,
  mentorLoad,
  type Needs,
  networkMix,
  type PeopleReadModel,
  type Query,
} from '../../src/index.js';
import { by, decree, everyReadModel, registered, storeOf } from '../fixtures.js';
import { atCounter, inArchive, nowhere, office } from '../office.js';

const ON = '2026-06-30';
const onDay = async (on = ON) => (await competencyHistory(await storeOf(office))).asOf({ effective: on });

async function pagesOf<N extends Needs, L>(
  history: HistoryAsOf,
  model: PeopleReadModel<N, L>,
  query: Query = {},
): Promise<readonly (readonly L[])[]> {
  const pages: (readonly L[])[] = [];
  let asked: Query | undefined = query;
  while (asked !== undefined) {
    const { lines, next }: { readonly lines: readonly L[]; readonly next: string | null } = await history.ask(
      model,
      asked,
    );
    pages.push(lines);
    asked = next === null ? undefined : { ...query, after: next };
  }
  return pages;
}

const whom = async (history: HistoryAsOf, query: Query = {}) =>
  (await pagesOf(history, jpCompliance, query)).flat().map(({ unitId, employeeId }) => [unitId, employeeId]);

describe('a page', () => {
  it.each(everyReadModel.map((model) => [model.name, model] as const))(
    'of %s tells the same lines in the same order, none twice, however large it is',
    async (_, model) => {
      const history = await onDay();
      const [whole = [], ...rest] = await pagesOf(history, model, { limit: 1000 });
      expect(rest).toEqual([]);
      expect(new Set(whole.map((line) => JSON.stringify(line))).size).toBe(whole.length);
      for (let limit = 1; limit <= Math.min(whole.length + 1, 60); limit++) {
        const pages = await pagesOf(history, model, { limit });
        expect(pages.flat()).toEqual(whole);
        // All pages but the last are full; the last has what is left, which may be nothing.
        expect(pages.slice(0, -1).filter(({ length }) => length !== limit)).toEqual([]);
        expect(pages.length - 1).toBeLessThanOrEqual(whole.length / limit);
      }
    },
  );

  it('is told of read models of every kind: lines of persons, of units and of the agency', async () => {
    const history = await onDay();
    const count = async <N extends Needs, L>(model: PeopleReadModel<N, L>) =>
      (await pagesOf(history, model, { limit: 1000 })).flat().length;
    expect(await count(jpCompliance)).toBe(36);
    expect(await count(competencyProfile)).toBe(69);
    expect(await count(careerEffectView)).toBe(25);
    expect(await count(mentorLoad)).toBe(7);
    expect(await count(expiringCertificates)).toBe(12);
    expect(await count(gapMap)).toBeGreaterThan(2);
    expect(await count(networkMix)).toBe(3);
    expect(await count(cohortView)).toBe(1);
  });

  it('has 25 lines where no limit is given', async () => {
    const { lines, next } = await (await onDay()).ask(competencyProfile);
    expect(lines).toHaveLength(25);
    expect(next).not.toBeNull();
  });

  it('tells units by id, people by id, and people without a unit last', async () => {
    expect(await whom(await onDay(), { limit: 7 })).toEqual([
      ...inArchive.map((person) => ['arsip', person]),
      ...['c', ...atCounter].map((person) => ['loket', person]),
      ...nowhere.map((person) => [null, person]),
    ]);
  });

  it.each(everyReadModel.map((model) => [model.name, model] as const))(
    'of %s may have another size than the one before',
    async (_, model) => {
      const history = await onDay();
      const whole = (await pagesOf(history, model, { limit: 1000 })).flat();
      for (const limits of [
        [10, 3],
        [3, 10, 1],
        [30, 7, 2, 40],
      ]) {
        const found: unknown[] = [];
        let after: string | null | undefined;
        for (let turn = 0; after !== null; turn++) {
          const limit = limits[turn % limits.length] ?? 1;
          const page = await history.ask(model, { limit, ...(after !== undefined && { after }) });
          found.push(...page.lines);
          after = page.next;
        }
        expect(found).toEqual(whole);
      }
    },
  );

  it('tells what the lines tell that are asked for one after the other', async () => {
    const history = await onDay();
    const found: unknown[] = [];
    for await (const line of history.lines(jpCompliance, { limit: 5 })) found.push(line);
    expect(found).toEqual((await pagesOf(history, jpCompliance, { limit: 1000 })).flat());
  });

  it.each([0, 1001, 1.5, -1, Number.NaN])('of %s lines is refused', async (limit) => {
    await expect((await onDay()).ask(jpCompliance, { limit })).rejects.toThrow(RangeError);
  });

  it.each([
    '',
    'next',
    '{}',
    '[]',
    '["1","loket","a"]',
    '["1","loket","a",-1]',
    '["1","loket","a",0.5]',
    '[1,"loket","a",0]',
  ])('does not begin after %s', async (after) => {
    await expect((await onDay()).ask(jpCompliance, { after })).rejects.toThrow(RangeError);
  });
});

describe('what is recorded between two pages', () => {
  const corrects = { corrects: { eventId: historyEventId('employee-g00', 1), reason: 'salah unit' } };

  /** Somebody new, a move, a credit and a correction of where somebody was. */
  async function recordMore(store: Awaited<ReturnType<typeof storeOf>>): Promise<void> {
    const move = (unitId: string) =>
      EmployeePlaced.of({
        position: 'Pengadministrasi',
        positionKind: 'pelaksana',
        standardId: 's',
        unitId,
        from: '2020-01-01',
        decree,
        placedBy: by,
      });
    const level = CompetencyAssessed.of({
      assessmentId: 'late',
      competency: 'M05',
      level: 5,
      method: 'test',
      assessedOn: '2026-06-01',
      evidence: [],
      assessedBy: by,
    });
    const more = [
      ['employee-aa', registered('aa')[1], 'none', {}],
      ['employee-aa', move('arsip'), 0, {}],
      ['employee-g00', move('arsip'), 1, corrects],
      ['competencyProfile-g29', level, 'none', {}],
    ] as const;
    for (const [index, [stream, event, expected, metadata]] of more.entries()) {
      const id = `late-${index}`;
      await store.append(
        stream,
        [
          {
            id: historyEventId(id, index),
            type: event.type,
            data: event.data,
            schemaVersion: 1,
            occurredAt: '2026-06-02T00:00:00.000Z',
            metadata: {
              actor: { subjectId: 'officer', roles: [] },
              correlationId: id,
              causationId: id,
              commandId: id,
              facts: [],
              salt: 'AAAAAAAAAAAAAAAAAAAAAA',
              ...metadata,
            },
          },
        ],
        expected,
      );
    }
  }

  it.each(everyReadModel.map((model) => [model.name, model] as const))(
    'changes nothing in the pages of %s that follow',
    async (_, model) => {
      const store = await storeOf(office);
      const before = (await competencyHistory(store)).asOf({ effective: ON });
      const whole = (await pagesOf(before, model, { limit: 1000 })).flat();
      const first = await before.ask(model, { limit: 1 });
      await recordMore(store);
      const after = (await competencyHistory(store)).asOf({ effective: ON });
      const rest: unknown[] = [];
      for (let { next } = first; next !== null; ) {
        const page = await after.ask(model, { limit: 3, after: next });
        expect(page.position).toBe(first.position);
        rest.push(...page.lines);
        next = page.next;
      }
      expect([...first.lines, ...rest]).toEqual(whole);
    },
  );

  it('is told by a question that begins anew', async () => {
    const store = await storeOf(office);
    const before: CompetencyHistory = await competencyHistory(store);
    await recordMore(store);
    const after = await competencyHistory(store);
    const archiveOf = async (history: CompetencyHistory) =>
      (await whom(history.asOf({ effective: ON }), { unitId: 'arsip' })).map(([, person]) => person);
    expect(await archiveOf(before)).toEqual(['b', 'd', 'f']);
    expect(await archiveOf(after)).toEqual(['aa', 'b', 'd', 'f', 'g00']);
    expect(await after.position()).toBe(await store.head());
    // As of the position of then it is as it was.
    const position = (await before.position()) ?? '';
    expect(await whom(after.asOf({ effective: ON, position }), { unitId: 'arsip' })).toEqual([
      ['arsip', 'b'],
      ['arsip', 'd'],
      ['arsip', 'f'],
    ]);
  });
});

describe('a question', () => {
  it('of one unit is answered of those who stand in it on the day', async () => {
    const inUnit = async (unitId: string | null, on = ON) => (await whom(await onDay(on), { unitId, limit: 2 })).flat();
    expect(await inUnit('arsip')).toEqual(['arsip', 'b', 'arsip', 'd', 'arsip', 'f']);
    expect(await inUnit('arsip', '2026-01-31')).toEqual(['arsip', 'b', 'arsip', 'c', 'arsip', 'd', 'arsip', 'f']);
    expect(await inUnit(null)).toEqual([null, 'a', null, 'e']);
    expect(await inUnit('unknown')).toEqual([]);
  });

  it('of one unit is answered as the whole is, there', async () => {
    const history = await onDay();
    for (const model of [jpCompliance, careerEffectView, mentorLoad]) {
      const whole = (await pagesOf<Needs, { readonly unitId: string | null }>(history, model as never)).flat();
      for (const unitId of ['arsip', 'loket', null]) {
        const there = (
          await pagesOf<Needs, { readonly unitId: string | null }>(history, model as never, { unitId })
        ).flat();
        expect(there).toEqual(whole.filter((line) => line.unitId === unitId));
        expect(there.length).toBeGreaterThan(0);
      }
    }
  });

  it('of one kind of position is answered of those who hold one on the day', async () => {
    const history = await onDay();
    expect(await whom(history, { positionKind: 'pengawas', limit: 2 })).toEqual(inArchive.map((one) => ['arsip', one]));
    expect(await whom(history, { positionKind: 'pengawas', unitId: 'loket' })).toEqual([]);
    // Of read models on whoever was ever in a unit too.
    const mentors = async (query: Query) =>
      (await pagesOf(history, mentorLoad, { ...query, limit: 1 })).flat().map(({ mentorId }) => mentorId);
    expect(await mentors({ positionKind: 'pengawas' })).toEqual(['b']);
    expect(await mentors({})).toEqual(['b', 'c', 'g00', 'g24', 'g25', 'z', 'a']);
  });

  it('of one person is answered of nobody else, wherever that person stands', async () => {
    const history = await onDay();
    expect(await whom(history, { employeeId: 'c' })).toEqual([['loket', 'c']]);
    expect(await whom(history, { employeeId: 'a' })).toEqual([[null, 'a']]);
    expect(await whom(history, { employeeId: 'z' })).toEqual([]);
    expect(await whom(history, { employeeId: 'nobody' })).toEqual([]);
    const effects = await pagesOf(history, careerEffectView, { employeeId: 'b', limit: 1 });
    expect(effects).toHaveLength(5);
    expect(new Set(effects.flat().map(({ employeeId }) => employeeId))).toEqual(new Set(['b']));
  });

  it('of a person and a unit is answered where the person stands in that unit', async () => {
    const history = await onDay();
    expect(await whom(history, { employeeId: 'c', unitId: 'loket' })).toEqual([['loket', 'c']]);
    expect(await whom(history, { employeeId: 'c', unitId: 'arsip' })).toEqual([]);
    expect(await whom(history, { employeeId: 'a', unitId: null })).toEqual([[null, 'a']]);
    expect(await whom(history, { employeeId: 'c', unitId: null })).toEqual([]);
  });

  it('of a period is answered with the lines of its days, both included', async () => {
    const history = await onDay();
    const lapsing = async (from: string, to: string) =>
      (await pagesOf(history, expiringCertificates, { unitId: 'arsip', period: { from, to }, limit: 1 }))
        .flat()
        .map(({ certificateId }) => certificateId);
    expect(await lapsing('2026-07-31', '2026-08-31')).toEqual(['y-b', 'x-b']);
    expect(await lapsing('2026-08-01', '2026-08-31')).toEqual(['x-b']);
    expect(await lapsing('2026-07-31', '2026-08-30')).toEqual(['y-b']);
    expect(await lapsing('2026-08-01', '2026-08-30')).toEqual([]);
  });
});
