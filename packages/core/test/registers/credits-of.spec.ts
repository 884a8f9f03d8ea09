import { describeProjectionLaws, givenEvents, historyEventId } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { creditKey, creditsOf, standingCredit } from '../../src/registers/credits-of.js';
import { JpCredited } from '../../src/train/jp-ledger/index.js';
import { ClaimId, MentorshipId, SessionId } from '../../src/values/index.js';
import { lawData } from '../governance/fixtures.js';

const source = {
  kind: 'mentorship' as const,
  mentorshipId: MentorshipId.parse('mentorship-1'),
  sessionId: SessionId.parse('m1'),
};
const credited = (year: number, jpRaw: number, jpCredited: number, employeeId = 'employee-1') =>
  JpCredited.of({
    employeeId,
    year,
    source,
    form: 'NKL02',
    activityDate: `${year}-05-04`,
    jpRaw,
    jpCredited,
    verifiedBy: { subjectId: 'head-1' },
  });
const last = 'jpLedger-employee-1-2025';
const next = 'jpLedger-employee-1-2026';
const key = 'employee-1/mentorship/mentorship-1/m1';
const entry = (ledgerId: string, revision: number, jpRaw: number, jpCredited: number) => ({
  ledgerId,
  eventId: historyEventId(`jpLedger-${ledgerId}`, revision),
  jpRaw,
  jpCredited,
});

describe('the register of what a source credits a person', () => {
  it('keeps the ledger and the event of a credit, above a cap too', () =>
    givenEvents(creditsOf, [[next, credited(2026, 200, 0)]]).thenRow(key, {
      credits: [entry('employee-1-2026', 0, 200, 0)],
    }));

  it('keeps the latest of a chain of corrections', () =>
    givenEvents(creditsOf, [
      [next, credited(2026, 200, 200)],
      [next, credited(2026, 0, 0)],
    ]).thenRow(key, { credits: [entry('employee-1-2026', 1, 0, 0)] }));

  it('keeps each ledger of the person by itself', () =>
    givenEvents(creditsOf, [
      [last, credited(2025, 200, 200)],
      [next, credited(2026, 300, 300)],
      [last, credited(2025, 0, 0)],
    ]).thenRow(key, { credits: [entry('employee-1-2026', 0, 300, 300), entry('employee-1-2025', 1, 0, 0)] }));

  it('tells two people who are credited for one source apart', async () => {
    const view = givenEvents(creditsOf, [
      [next, credited(2026, 200, 200)],
      ['jpLedger-employee-2-2026', credited(2026, 300, 300, 'employee-2')],
    ]);
    await view.thenRow(key, { credits: [entry('employee-1-2026', 0, 200, 200)] });
    await view.thenRow('employee-2/mentorship/mentorship-1/m1', { credits: [entry('employee-2-2026', 0, 300, 300)] });
  });

  it('knows the key of every source of a person', () => {
    expect(creditKey('employee-1', source)).toBe(key);
    expect(creditKey('employee-1', { kind: 'claim', claimId: ClaimId.parse('claim-1') })).toBe(
      'employee-1/claim/claim-1',
    );
  });

  it('finds the credit that stands: one above a cap does, one that was taken back does not', () => {
    const back = entry('employee-1-2025', 1, 0, 0);
    const above = entry('employee-1-2026', 0, 200, 0);
    expect(standingCredit({ credits: [back, above] })).toBe(above);
    expect(standingCredit({ credits: [back] })).toBeUndefined();
  });
});

describeProjectionLaws('creditsOf', creditsOf, { streams: () => [last, next], override: lawData });
