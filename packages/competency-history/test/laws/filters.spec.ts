import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { competencyHistory } from '../../src/index.js';
import { type Line, storeOf } from '../fixtures.js';
import { askedOf, linesOf } from './asked.js';
import { days, histories } from './told.js';

/** Read models whose lines tell of one person each, whatever the others do. */
const ofPersons = askedOf('M05', 'a').filter(({ linesOf: of, about }) => of === 'person' && about === undefined);

type OfPerson = { readonly unitId: string | null; readonly employeeId?: string };

const asked = async (lines: readonly Line[], effective: string, query: object = {}) =>
  (await linesOf(await competencyHistory(await storeOf(lines)), { effective }, ofPersons, query)) as Readonly<
    Record<string, readonly OfPerson[]>
  >;

const sorted = (lines: readonly unknown[]): readonly string[] => lines.map((line) => JSON.stringify(line)).sort();

describe('an answer', () => {
  it('is that of the units, one after the other, and of those without one', () =>
    fc.assert(
      fc.asyncProperty(histories(), days, async (lines, on) => {
        const whole = await asked(lines, on);
        const parts = [];
        for (const unitId of ['arsip', 'izin', 'loket', null]) parts.push(await asked(lines, on, { unitId, limit: 3 }));
        for (const { name } of ofPersons) {
          expect([name, parts.flatMap((part) => part[name] ?? [])]).toEqual([name, whole[name]]);
        }
      }),
      { numRuns: 30 },
    ));

  it('is that of each person, put together', () =>
    fc.assert(
      fc.asyncProperty(histories(), days, async (lines, on) => {
        const whole = await asked(lines, on);
        const people = await (await competencyHistory(await storeOf(lines))).people();
        const parts = [];
        for (const employeeId of people) parts.push(await asked(lines, on, { employeeId, limit: 2 }));
        for (const { name } of ofPersons) {
          const together = sorted(parts.flatMap((part) => part[name] ?? []));
          expect([name, together]).toEqual([name, sorted(whole[name] ?? [])]);
        }
      }),
      { numRuns: 30 },
    ));
});
