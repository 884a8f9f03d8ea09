import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  competencyHistory,
  type HistoryAsOf,
  jpCompliance,
  mentorLoad,
  type Needs,
  type PeopleReadModel,
  type PersonView,
  type Query,
} from '../../src/index.js';
import { type Line, storeOf } from '../fixtures.js';
import { days, histories, PEOPLE } from './told.js';

async function told<N extends Needs, L>(then: HistoryAsOf, model: PeopleReadModel<N, L>, query: Query) {
  const found: L[] = [];
  for await (const line of then.lines(model, query)) found.push(line);
  return found;
}

/** Looks at each person of a history on a day. */
const forEachPerson = (
  look: (person: PersonView, then: HistoryAsOf) => Promise<void> | void,
  among?: Parameters<typeof histories>[0],
) =>
  fc.assert(
    fc.asyncProperty(histories(among), days, async (lines: readonly Line[], effective) => {
      const then = (await competencyHistory(await storeOf(lines))).asOf({ effective });
      for (const employeeId of PEOPLE) {
        const person = await then.person(employeeId);
        if (person !== undefined) await look(person, then);
      }
    }),
    { numRuns: 50 },
  );

describe('the view on a person and the read models', () => {
  it('agree on who serves where, with what JP', () =>
    forEachPerson(
      async (person, then) => {
        const { employeeId, kind, separatedOn, placement, on, jp } = person;
        const [line] = await told(then, jpCompliance, { employeeId });
        const left = separatedOn !== null && separatedOn <= on;
        if (line === undefined) expect([employeeId, on, left || placement === null]).toEqual([employeeId, on, true]);
        else expect([employeeId, on, left, line.kind]).toEqual([employeeId, on, false, kind]);
        if (line === undefined) return;
        expect(line.unitId).toBe(placement?.unitId ?? null);
        if (kind === 'pns') expect([employeeId, on, line.credited]).toEqual([employeeId, on, jp.credited]);
      },
      { among: ['placed', 'separated', 'credited', 'credited', 'claimed', 'claimCredited', 'policy'] },
    ));

  it('agree on the sessions of a mentor that were not disputed', () =>
    forEachPerson(
      async ({ mentoring, employeeId, on }, then) => {
        const [line] = await told(then, mentorLoad, { employeeId });
        const counted = mentoring
          .filter(({ role }) => role === 'mentor')
          .flatMap(({ sessions }) => sessions)
          .filter(({ date, status }) => status !== 'disputed' && date <= on && date.slice(0, 4) === on.slice(0, 4));
        expect([employeeId, on, counted.length]).toEqual([employeeId, on, line?.sessions ?? 0]);
      },
      { among: ['proposed', 'approved', 'fixedSession', 'fixedSession', 'answered', 'session', 'ended'] },
    ));
});
