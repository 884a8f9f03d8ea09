import { describe, expect, it } from 'vitest';
import { indonesia2026, type Policy, type PolicyFigures } from '../../src/governance/policy/index.js';
import { type ReportDays, reportDeadlines } from '../../src/public-voice/public-report/index.js';
import { LocalDate, Year } from '../../src/values/index.js';

const day = (text: string) => LocalDate.parse(text);
const version = (effectiveFrom: string, figures: Partial<PolicyFigures> = {}) => ({
  version: effectiveFrom,
  effectiveFrom: day(effectiveFrom),
  figures: { ...indonesia2026.figures, ...figures },
  local: {},
});
/** The list for 2026 is whole; Wednesday the 27th of May is a holiday. */
const holidays = {
  value: { years: [Year.parse(2026)], days: [{ date: day('2026-05-27'), name: 'Invented holiday' }] },
  basis: 'Invented',
  certainty: 'agency' as const,
};
const sla = (verify: number) => ({
  'complaint.sla': {
    value: { verify, react: 2, information: 2, complaint: 2, oversight: 2 },
    basis: 'Choice of the agency',
    certainty: 'agency' as const,
  },
});
const policy: Policy = { versions: [version('2026-01-01', { holidays })] };

/** Received on Monday the 18th of May 2026. */
const report = (details: Partial<ReportDays> = {}): ReportDays => ({
  classification: 'complaint',
  receivedOn: day('2026-05-18'),
  ...details,
});
const verifiedOn = (on: string, details: Partial<ReportDays> = {}) =>
  report({ forwarded: { action: 'verified', on: day(on) }, ...details });
const LATER = day('2026-06-01');

describe('reportDeadlines: verification', () => {
  const verify = (given: ReportDays, on = LATER) => reportDeadlines(given, policy, on)?.verify;

  it('R38 gives three working days from the day of receipt', () =>
    expect(verify(report(), day('2026-05-18'))).toEqual({ due: '2026-05-21', certain: true, workingDaysLate: 0 }));

  it.each([
    ['2026-05-21', 0],
    ['2026-05-22', 1],
    ['2026-05-23', 1],
    ['2026-05-25', 2],
    ['2026-05-27', 3],
    ['2026-05-28', 4],
  ])('R38 counts working days of delay: done on %s, %i late', (on, workingDaysLate) => {
    expect(verify(verifiedOn(on))).toEqual({ due: '2026-05-21', certain: true, doneOn: on, workingDaysLate });
  });

  it('R38 judges what is not done by the day of asking', () => {
    expect(verify(report(), day('2026-05-21'))?.workingDaysLate).toBe(0);
    expect(verify(report(), day('2026-05-22'))?.workingDaysLate).toBe(1);
    expect(verify(report(), day('2026-05-22'))).not.toHaveProperty('doneOn');
  });

  it.each(['notOurs', 'archived'] as const)('R38 holds it done by %s, and asks for nothing more', (action) => {
    const deadlines = reportDeadlines(report({ forwarded: { action, on: day('2026-05-22') } }), policy, LATER);
    expect(deadlines).toEqual({
      verify: { due: '2026-05-21', certain: true, doneOn: '2026-05-22', workingDaysLate: 1 },
    });
  });

  it('R38 does not hold it done by a deferral: putting off makes nobody punctual', () => {
    const deferred = report({ forwarded: { action: 'deferred', on: day('2026-05-19') } });
    expect(reportDeadlines(deferred, policy, day('2026-05-25'))).toEqual({
      verify: { due: '2026-05-21', certain: true, workingDaysLate: 2 },
    });
  });
});

describe('reportDeadlines: answer and completion', () => {
  it('R38 gives five working days for the answer, from the day of verification, past the holiday', () =>
    expect(reportDeadlines(verifiedOn('2026-05-20'), policy, day('2026-05-20'))?.react).toEqual({
      due: '2026-05-28',
      certain: true,
      workingDaysLate: 0,
    }));

  it('R38 does not make the unit late that answers because verification was', () => {
    const deadlines = reportDeadlines(verifiedOn('2026-05-29', { answeredOn: day('2026-06-05') }), policy, LATER);
    expect(deadlines?.verify.workingDaysLate).toBe(5);
    expect(deadlines?.react).toEqual({
      due: '2026-06-05',
      certain: true,
      doneOn: '2026-06-05',
      workingDaysLate: 0,
    });
  });

  it.each([
    ['information', '2026-05-28'],
    ['complaint', '2026-06-10'],
    ['complaintOversight', '2026-08-13'],
  ] as const)('R38 completes %s by %s, counted from the day of verification', (classification, due) => {
    const deadlines = reportDeadlines(verifiedOn('2026-05-20', { classification }), policy, day('2026-05-20'));
    expect(deadlines?.complete).toEqual({ due, certain: true, workingDaysLate: 0 });
  });

  it('R38 asks of an aspiration only that it be verified and answered', () =>
    expect(
      Object.keys(reportDeadlines(verifiedOn('2026-05-20', { classification: 'aspiration' }), policy, LATER) ?? {}),
    ).toEqual(['verify', 'react']));

  it('R38 completes a report when it is closed, not when it is answered', () => {
    const days = { classification: 'information', answeredOn: day('2026-05-28') } as const;
    const open = reportDeadlines(verifiedOn('2026-05-20', days), policy, day('2026-05-29'));
    expect(open?.react?.workingDaysLate).toBe(0);
    expect(open?.complete).toEqual({ due: '2026-05-28', certain: true, workingDaysLate: 1 });
    const closed = reportDeadlines(verifiedOn('2026-05-20', { ...days, closedOn: LATER }), policy, day('2026-12-01'));
    expect(closed?.complete).toEqual({ due: '2026-05-28', certain: true, doneOn: '2026-06-01', workingDaysLate: 2 });
  });
});

describe('reportDeadlines: figures and calendar', () => {
  it('R38 takes the figures of the version in force on the day of receipt', () => {
    const both: Policy = { versions: [version('2026-01-01', { holidays }), version('2026-05-19', sla(1))] };
    const due = (receivedOn: string) => {
      const days = { receivedOn: day(receivedOn), forwarded: { action: 'verified', on: day('2026-05-20') } } as const;
      const deadlines = reportDeadlines(report(days), both, LATER);
      return [deadlines?.verify.due, deadlines?.react?.due];
    };
    expect(due('2026-05-18')).toEqual(['2026-05-21', '2026-05-27']);
    expect(due('2026-05-19')).toEqual(['2026-05-20', '2026-05-22']);
  });

  it('R38 judges each day by the calendar of the version in force on it', () => {
    const later: Policy = { versions: [version('2026-01-01'), version('2026-05-20', { holidays })] };
    expect(reportDeadlines(verifiedOn('2026-05-20'), later, LATER)?.react?.due).toBe('2026-05-28');
  });

  it('R38 says where the list of holidays is not whole, so that the day may come out too early', () => {
    const unknown: Policy = { versions: [version('2026-01-01')] };
    expect(reportDeadlines(report(), unknown, LATER)?.verify).toMatchObject({ due: '2026-05-21', certain: false });
  });

  it('R38 promises nothing for a report that came before the first policy', () => {
    const late: Policy = { versions: [version('2026-05-19', { holidays })] };
    expect(reportDeadlines(report(), late, LATER)).toBeUndefined();
    expect(reportDeadlines(report({ receivedOn: day('2026-05-19') }), late, LATER)).toBeDefined();
  });
});
