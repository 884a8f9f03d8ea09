import { endOfDay, hasHappened, LocalDate } from '@pembinaan/core';
import { replay } from '@pembinaan/event-sourcing';
import { describe, expect, it } from 'vitest';
import type { AgencyEntry, PersonEntry } from '../../src/files/entry.js';
import { AGENCY_EVENTS, PERSON_EVENTS } from '../../src/files/filed-events.js';
import { agencyFiles, personFiles } from '../../src/index.js';
import {
  assessed,
  attended,
  batchCancelled,
  cameBack,
  certified,
  claimed,
  claimRejected,
  communityFormed,
  confirmed,
  credited,
  designed,
  gapValidated,
  type Line,
  mentorship,
  met,
  outcome,
  placed,
  policy,
  predicate,
  rated,
  recognised,
  registered,
  revoked,
  sentTo,
  separated,
  since,
  standard,
  storeOf,
  tested,
} from '../fixtures.js';

const day = (text: string) => LocalDate.parse(text);

describe('the end of a day', () => {
  it.each([
    ['Asia/Jakarta', '2026-06-30', '2026-06-30T17:00:00.000Z'],
    ['Asia/Makassar', '2026-06-30', '2026-06-30T16:00:00.000Z'],
    ['Asia/Jayapura', '2026-06-30', '2026-06-30T15:00:00.000Z'],
    ['UTC', '2026-06-30', '2026-07-01T00:00:00.000Z'],
    ['America/New_York', '2026-06-30', '2026-07-01T04:00:00.000Z'],
    ['America/New_York', '2026-12-31', '2027-01-01T05:00:00.000Z'],
    // The clocks go forward in the night after 7 March, and back in the night after 31 October.
    ['America/New_York', '2026-03-08', '2026-03-09T04:00:00.000Z'],
    ['America/New_York', '2026-11-01', '2026-11-02T05:00:00.000Z'],
    ['Asia/Kathmandu', '2026-06-30', '2026-06-30T18:15:00.000Z'],
    ['Pacific/Kiritimati', '2026-06-30', '2026-06-30T10:00:00.000Z'],
    ['Etc/GMT+12', '2026-06-30', '2026-07-01T12:00:00.000Z'],
    ['Asia/Jakarta', '2028-02-29', '2028-02-29T17:00:00.000Z'],
  ])('in %s on %s is %s', (timeZone, on, moment) => {
    expect(endOfDay(day(on), timeZone)).toBe(moment);
  });
});

/** The first day of three, around the day of an event, on which the event counts; `always` where it counts long before. */
type First = string | 'always';

const HAPPENED = '2026-05-20';
const pair = mentorship('x', 'm', 'a');

/** Events that bear a day of their own count from it on, and not from when they happened. */
const lines: readonly (readonly [line: Line, first: First])[] = [
  [registered('a'), 'always'],
  [policy({}, '2027-01-01'), 'always'],
  [standard('s', { M05: 3 }), 'always'],
  [communityFormed('k'), '2026-01-05'],
  [designed('p', 'M05'), 'always'],
  [revoked('c', 'a', 'b1'), 'always'],
  [placed('a', 'loket', { from: '2026-03-01' }), 'always'],
  [separated('a', '2026-09-01'), '2026-09-01'],
  [cameBack('w', 'a', '2026-03-02', 'completed'), '2026-03-02'],
  [assessed('a', 'M05', 3, '2026-03-03'), '2026-03-03'],
  [predicate('a', { year: 2026, quarter: 1 }, 'baik'), '2026-03-31'],
  [predicate('a', { year: 2026 }, 'baik'), '2026-12-31'],
  [certified('c', 'a', 'b1', '2026-03-04'), '2026-03-04'],
  [credited('a', '2026-03-05', 100), '2026-03-05'],
  [pair.session('1', '2026-03-06'), '2026-03-06'],
  [pair.answered('1', '2026-03-06', true), '2026-03-06'],
  [met('k', '1', '2026-03-07', ['a', 'b'], ['loket']), '2026-03-07'],
  [rated('a', 'b1', 'boss', 'superior', '2026-03-08', { M05: 3 }), '2026-03-08'],
  [gapValidated('a', 'M05', 3), HAPPENED],
  [confirmed('b1', 'a', '2026-08-01'), HAPPENED],
  [attended('b1', 'a', 's1'), HAPPENED],
  [tested('b1', 'a', 'post', 1, 8000), HAPPENED],
  [outcome('b1', 'a', 'completed'), HAPPENED],
  [batchCancelled('b1', 'a'), HAPPENED],
  [sentTo('w', 'a', '2026-08-01', '2026-08-31'), HAPPENED],
  [claimed('a', 'k1', '2026-03-01'), '2026-03-01'],
  [claimRejected('a', 'k1', 2026), 'always'],
  [pair.proposed, HAPPENED],
  [pair.approved, HAPPENED],
  [pair.ended, HAPPENED],
  [recognised('a', 'r1'), HAPPENED],
];

async function entriesOf(line: Line): Promise<readonly (PersonEntry | AgencyEntry)[]> {
  const store = await storeOf([since(HAPPENED, line)]);
  const [people, agency] = [await replay(store, personFiles), await replay(store, agencyFiles)];
  return [
    ...[...people.rows.values()].flat().map(personFiles.entry),
    ...[...agency.rows.values()].flat().map(agencyFiles.entry),
  ];
}

function counts(entry: PersonEntry | AgencyEntry, on: string): boolean {
  const effective = day(on);
  const before = endOfDay(effective, 'Asia/Jakarta');
  return hasHappened(entry, { effective, before, recorded: undefined, position: undefined });
}

function dayBefore(text: string): string {
  return new Date(Date.parse(`${text}T00:00:00.000Z`) - 86_400_000).toISOString().slice(0, 10);
}

describe('an event counts', () => {
  it.each(lines.map(([line, first]) => [line[1].type, first, line] as const))(
    '%s: from %s on',
    async (_, first, line) => {
      const entries = await entriesOf(line);
      expect(entries.length).toBeGreaterThan(0);
      for (const entry of entries) {
        if (first === 'always') {
          expect(counts(entry, '2000-01-01')).toBe(true);
          continue;
        }
        expect([counts(entry, dayBefore(first)), counts(entry, first)]).toEqual([false, true]);
      }
    },
  );

  it('is told of every type that bears a day of its own', () => {
    const told = new Set(lines.map(([line]) => line[1].type));
    const untold = [...PERSON_EVENTS, ...AGENCY_EVENTS].map(({ type }) => type).filter((type) => !told.has(type));
    // None of these bears a day: they count when they happened, but for the plan of several years, which bears its years.
    expect([...new Set(untold)].sort()).toEqual([
      'DevelopmentNeedDeclined',
      'DevelopmentNeedLeftUnserved',
      'DevelopmentNeedProposed',
      'DevelopmentNeedValidated',
      'DevelopmentNeedVerified',
      'DevelopmentPlanDrafted',
      'DevelopmentPlanEstablished',
      'DevelopmentPlanRevised',
      'HcdpEstablished',
      'NominationDeclined',
      'ParticipantNominated',
      'PlanItemAdded',
      'PlanItemRemoved',
    ]);
  });

  it('by the time zone of the agency, where it bears no day', async () => {
    // 01:00 UTC of 20 May, which is the evening of 19 May in New York.
    const [entry] = await entriesOf(gapValidated('a', 'M05', 3));
    const evening = (timeZone: string) => ({
      effective: day('2026-05-19'),
      before: endOfDay(day('2026-05-19'), timeZone),
      recorded: undefined,
      position: undefined,
    });
    expect(entry !== undefined && hasHappened(entry, evening('America/New_York'))).toBe(true);
    expect(entry !== undefined && hasHappened(entry, evening('Asia/Jakarta'))).toBe(false);
  });
});
