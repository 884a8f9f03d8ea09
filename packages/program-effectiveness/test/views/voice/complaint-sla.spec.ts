import { PublicReportAnswered, PublicReportClosed, PublicReportForwarded } from '@pembinaan/core';
import type { GivenEvent } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { complaintSla, openReports } from '../../../src/index.js';
import { ask, by, policy, report } from '../../fixtures.js';

const forwarded = (id: string, on: string, action: 'verified' | 'deferred' | 'notOurs' = 'verified'): GivenEvent => [
  `publicReport-${id}`,
  PublicReportForwarded.of({ action, ...(action === 'verified' ? { toUnitId: 'dukcapil' } : {}), on, forwardedBy: by }),
];
const answered = (id: string, on: string): GivenEvent => [
  `publicReport-${id}`,
  PublicReportAnswered.of({ on, answeredBy: by }),
];
const closed = (id: string, on: string): GivenEvent => [
  `publicReport-${id}`,
  PublicReportClosed.of({ on, closedBy: by }),
];

/** Received on Monday 2 March 2026; verify by 5 March; then react within 5, complete within 14 working days. */
const handled = (id: string, verify: string, answer: string, close: string) => [
  report(id),
  forwarded(id, verify),
  answered(id, answer),
  closed(id, close),
];

describe('ComplaintSla', () => {
  it('tells speed, lateness and reopenings side by side', async () => {
    const past = [
      policy(),
      ...handled('l1', '2026-03-03', '2026-03-04', '2026-03-10'),
      ...handled('l2', '2026-03-06', '2026-03-16', '2026-03-27'),
      report('l3', { receivedOn: '2026-04-01', reopens: 'l1' }),
    ];
    expect(await ask(complaintSla, past, '2026-04-02')).toEqual([
      {
        unitId: 'dukcapil',
        classification: 'complaint',
        received: 2,
        answered: 2,
        closed: 2,
        open: 0,
        verifiedLate: 1,
        answeredLate: 1,
        completedLate: 1,
        medianDaysToAnswer: 10,
        medianDaysToClose: 19,
        reopened: 1,
        reopenRate: 5000,
      },
      {
        unitId: 'loket',
        classification: 'complaint',
        received: 1,
        answered: 0,
        closed: 0,
        open: 1,
        verifiedLate: 0,
        answeredLate: 0,
        completedLate: 0,
        medianDaysToAnswer: null,
        medianDaysToClose: null,
        reopened: 0,
        reopenRate: null,
      },
    ]);
  });

  it('judges as of the day: what came later had not happened, and what waits too long is late by then', async () => {
    const past = [policy(), ...handled('l1', '2026-03-03', '2026-03-12', '2026-03-13')];
    const state = async (day: string) => {
      const [line] = await ask(complaintSla, past, day);
      return [line?.answered, line?.open, line?.answeredLate];
    };
    expect(await state('2026-03-10')).toEqual([0, 1, 0]);
    expect(await state('2026-03-11')).toEqual([0, 1, 1]);
    expect(await state('2026-03-13')).toEqual([1, 0, 1]);
    expect(await ask(complaintSla, past, '2026-03-01')).toEqual([]);
  });

  it('does not count a reopening that has not come yet, nor what was found not ours as open', async () => {
    const past = [
      policy(),
      ...handled('l1', '2026-03-03', '2026-03-04', '2026-03-10'),
      report('l2', { receivedOn: '2026-04-01', reopens: 'l1' }),
      forwarded('l2', '2026-04-02', 'notOurs'),
    ];
    expect((await ask(complaintSla, past, '2026-03-31'))[0]).toMatchObject({ reopened: 0, reopenRate: 0 });
    const lines = await ask(complaintSla, past, '2026-04-02');
    expect(lines.map(({ received, open }) => [received, open])).toEqual([
      [1, 0],
      [1, 0],
    ]);
  });

  it('promises nothing where no policy was in force', async () =>
    expect((await ask(complaintSla, [report('l1')], '2026-12-31'))[0]).toMatchObject({ open: 1, verifiedLate: 0 }));
});

describe('OpenReports', () => {
  it('names the step that each open report waits for, and until when', async () => {
    const past = [
      policy(),
      report('baru'),
      report('tunda'),
      forwarded('tunda', '2026-03-03', 'deferred'),
      report('proses'),
      forwarded('proses', '2026-03-03'),
      report('jawab'),
      forwarded('jawab', '2026-03-03'),
      answered('jawab', '2026-03-04'),
      ...handled('selesai', '2026-03-03', '2026-03-04', '2026-03-05'),
      report('bukan'),
      forwarded('bukan', '2026-03-03', 'notOurs'),
    ];
    const lines = await ask(openReports, past, '2026-03-11');
    expect(lines[0]).toEqual({
      reportId: 'baru',
      externalRef: 'LAPOR-baru',
      classification: 'complaint',
      unitId: 'loket',
      toUnitId: null,
      service: 'ktp-el',
      topics: 'waktu-tunggu',
      receivedOn: '2026-03-02',
      waitsFor: 'verify',
      due: '2026-03-05',
      certain: false,
      workingDaysLate: 4,
    });
    expect(
      lines.map(({ reportId, waitsFor, due, workingDaysLate }) => [reportId, waitsFor, due, workingDaysLate]),
    ).toEqual([
      ['baru', 'verify', '2026-03-05', 4],
      ['tunda', 'verify', '2026-03-05', 4],
      ['proses', 'react', '2026-03-10', 1],
      ['jawab', 'complete', '2026-03-23', 0],
    ]);
  });

  it('knows no last day for the end of an aspiration', async () => {
    const past = [
      policy(),
      report('a', { classification: 'aspiration' }),
      forwarded('a', '2026-03-03'),
      answered('a', '2026-03-04'),
    ];
    expect((await ask(openReports, past, '2026-12-31'))[0]).toMatchObject({
      waitsFor: 'complete',
      due: null,
      workingDaysLate: null,
    });
  });
});
