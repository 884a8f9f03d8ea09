import { addDays, LocalDate } from '@pembinaan/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { competencyHistory, competencyProfile, type LevelInterval, type PersonView } from '../../src/index.js';
import { storeOf } from '../fixtures.js';
import { askedOf, linesOf } from './asked.js';
import { days, histories, PEOPLE } from './told.js';

/** Levels alone, told late, ahead, with an end and corrected; and some who come and go. */
const levels = histories({ among: ['assessed', 'assessed', 'assessed', 'gap', 'placed', 'separated'] });

/** The intervals of each competency, those of others and those of the person. */
function linesIn({ levelHistory, selfLevelHistory }: PersonView): readonly (readonly LevelInterval[])[] {
  return [levelHistory, selfLevelHistory].flatMap((all) =>
    [...new Set(all.map(({ competency }) => competency))].map((code) => all.filter((one) => one.competency === code)),
  );
}

const covers = ({ from, until }: LevelInterval, day: string) => from <= day && (until === null || day <= until);

const told = async (lines: Parameters<typeof storeOf>[0], on: string, recorded?: string) =>
  (await competencyHistory(await storeOf(lines))).asOf({ effective: on, recorded });

describe('the levels of a person over time', () => {
  it('never overlap, leave no day out, and only the last interval runs', () =>
    fc.assert(
      fc.asyncProperty(levels, days, async (lines, on) => {
        const then = await told(lines, on);
        for (const id of PEOPLE) {
          const person = await then.person(id);
          for (const line of person === undefined ? [] : linesIn(person)) {
            for (const [index, { from, until, ended }] of line.entries()) {
              const next = line[index + 1];
              expect(until === null || from <= until).toBe(true);
              expect(from <= on).toBe(true);
              expect(next === undefined ? until : null).toBeNull();
              expect(ended === 'runs').toBe(next === undefined);
              if (next !== undefined) expect(until).toBe(addDays(next.from, -1));
            }
          }
        }
      }),
      { numRuns: 60 },
    ));

  it('begin with an assessment, and are unknown only from the day after one lapsed: an event explains each day', () =>
    fc.assert(
      fc.asyncProperty(levels, days, async (lines, on) => {
        const then = await told(lines, on);
        for (const id of PEOPLE) {
          const person = await then.person(id);
          if (person === undefined) continue;
          const known = new Map(person.assessments.map((assessment) => [assessment.source.eventId, assessment]));
          for (const line of linesIn(person)) {
            expect(line[0]?.level).not.toBeNull();
            for (const { from, until, level, by, competency } of line) {
              const assessment = known.get(by.eventId);
              expect(assessment).toMatchObject({ competency, correctedBy: null });
              const { assessedOn = '', validUntil = null } = assessment ?? {};
              if (level === null) {
                expect(from).toBe(addDays(LocalDate.parse(validUntil), 1));
                continue;
              }
              expect(level).toBe(assessment?.level);
              expect(assessedOn <= from).toBe(true);
              expect(validUntil === null || (until ?? on) <= validUntil).toBe(true);
            }
          }
        }
      }),
      { numRuns: 60 },
    ));

  it('agree with the levels of every day that is asked about, and with the profile of those who serve', () =>
    fc.assert(
      fc.asyncProperty(levels, days, fc.array(days, { minLength: 1, maxLength: 6 }), async (lines, on, asked) => {
        const history = await competencyHistory(await storeOf(lines));
        const profile = askedOf('M05', 'a').filter(({ name }) => name === competencyProfile.name);
        for (const id of PEOPLE) {
          const person = await history.asOf({ effective: on }).person(id);
          for (const day of [on, ...asked.filter((one) => one <= on)]) {
            const then = await history.asOf({ effective: day }).person(id);
            for (const { competency, actual, self } of then?.levels ?? []) {
              const at = (intervals: readonly LevelInterval[] = []) =>
                intervals.find((one) => one.competency === competency && covers(one, day))?.level ?? null;
              expect([id, day, competency, at(person?.levelHistory)]).toEqual([id, day, competency, actual]);
              expect([id, day, competency, at(person?.selfLevelHistory)]).toEqual([id, day, competency, self]);
            }
            const query = { employeeId: id };
            const lineOf = await linesOf(history, { effective: day }, profile, query);
            for (const line of lineOf[competencyProfile.name] ?? []) {
              expect(then?.levels).toContainEqual(expect.objectContaining(levelsOf(line)));
            }
          }
        }
      }),
      { numRuns: 60 },
    ));
});

function levelsOf(line: unknown): object {
  const { competency, required, actual, gap, self } = Object(line);
  return { competency, required, actual, gap, self };
}
