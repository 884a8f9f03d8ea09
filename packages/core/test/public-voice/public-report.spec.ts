import { describeLaws, given } from '@pembinaan/event-sourcing/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EmployeePlaced, employeeState } from '../../src/people/employee/index.js';
import { developmentNeedState } from '../../src/plan/development-need/index.js';
import {
  AnswerPublicReport,
  ClosePublicReport,
  ForwardPublicReport,
  lastStepOn,
  PublicReportAnswered,
  PublicReportClosed,
  PublicReportForwarded,
  PublicReportReceived,
  publicReport,
  publicReportState,
  ReceivePublicReport,
} from '../../src/public-voice/public-report/index.js';
import { lawData, TODAY } from '../governance/fixtures.js';
import { placed, placement, registered, separatedOn } from '../people/fixtures.js';
import { proposed as needProposed } from '../plan/fixtures.js';
import { answered, closed, received, report, setAside, verification, verified } from './fixtures.js';

/** The clock of the tests shows Monday the 1st of June 2026. */
const TOMORROW = '2026-06-02';
const movedTo = (unitId: string, from: string) =>
  EmployeePlaced.of({ ...placement, unitId, from, placedBy: { subjectId: 'clerk-1' } });

describe('ReceivePublicReport', () => {
  type Report = Parameters<typeof ReceivePublicReport>[0];
  const begun = () => given(publicReport).as('clerk-1');
  const receive = (details: Partial<Report> = {}) => ReceivePublicReport({ ...report, ...details });

  it('receives a report, before there is any policy', () => begun().when(receive()).then([received()]));

  it('writes the operator beside the clerk for whom he types', () =>
    begun()
      .as('operator-1')
      .when(receive(), { onBehalfOf: 'clerk-1' })
      .then([received({ receivedBy: { subjectId: 'clerk-1', operatorId: 'operator-1' } })]));

  it('keeps nothing that tells who reported', async () => {
    await begun()
      .when(receive({ externalRef: '3271010101900001' }))
      .thenFails('invalid-command');
    await begun()
      .when(receive({ externalRef: 'budi@example.org' }))
      .thenFails('invalid-command');
    const named = { ...report, reporterName: 'Budi' };
    await begun().when(ReceivePublicReport(named)).thenFails('invalid-command');
  });

  it('G02 refuses to receive the same report twice', () =>
    given(publicReport, [received()]).when(receive()).thenRefused('G02', 'alreadyExists'));

  it('R38 accepts a report of today', () =>
    begun()
      .when(receive({ receivedOn: TODAY }))
      .then([received({ receivedOn: TODAY })]));

  it('R38 refuses a report of tomorrow', () =>
    begun()
      .when(receive({ receivedOn: TOMORROW }))
      .thenRefused('R38', 'inFuture'));

  describe('of a report that is taken up again', () => {
    const again = (details: Partial<Report> = {}) =>
      receive({ reopens: 'report-1', receivedOn: '2026-05-29', ...details });
    const afterClosed = () => begun().and(publicReportState, 'report-1', [received(), verified, answered, closed]);

    it('R38 accepts it on the day on which the earlier one was closed', () =>
      afterClosed()
        .when(again())
        .then([received({ reopens: 'report-1', receivedOn: '2026-05-29' })]));

    it('R38 refuses it on the day before the earlier one was closed', () =>
      afterClosed()
        .when(again({ receivedOn: '2026-05-28' }))
        .thenRefused('R38', 'beforeStep'));

    it('G02 refuses it where the earlier one does not exist', () =>
      begun().when(again()).thenRefused('G02', 'notFound'));

    it.each([
      ['received', [received()]],
      ['deferred', [received(), setAside('deferred')]],
      ['answered', [received(), verified, answered]],
      ['archived', [received(), setAside('archived')]],
    ] as const)('G02 refuses it where the earlier one is %s', async (_, history) => {
      await begun().and(publicReportState, 'report-1', history).when(again()).thenRefused('G02', 'wrongStatus');
    });
  });
});

describe('ForwardPublicReport', () => {
  type Forward = Parameters<typeof ForwardPublicReport>[0];
  const begun = () => given(publicReport, [received()]).as('clerk-1');
  const aside = (details: Partial<Forward> = {}) =>
    ForwardPublicReport({ action: 'deferred', reason: { code: 'incomplete' }, on: '2026-05-19', ...details });

  it('hands a verified report to the unit that answers', () =>
    begun().when(ForwardPublicReport(verification)).then([verified]));

  it.each(['deferred', 'notOurs', 'archived'] as const)('sets a report aside, %s, with a reason', async (action) => {
    await begun()
      .when(aside({ action }))
      .then([setAside(action)]);
  });

  it('R38 refuses a verified report without a unit', () =>
    begun()
      .when(ForwardPublicReport({ action: 'verified', on: '2026-05-20' }))
      .thenRefused('R38', 'unitMissing'));

  it.each(['deferred', 'notOurs', 'archived'] as const)('R38 refuses %s without a reason', async (action) => {
    await begun()
      .when(ForwardPublicReport({ action, on: '2026-05-19' }))
      .thenRefused('R38', 'reasonMissing');
  });

  it('R09 refuses the reason other without a text', () =>
    begun()
      .when(aside({ reason: { code: 'other' } }))
      .thenRefused('R09', 'textMissing'));

  it('R09 accepts the reason other with a text', () => {
    const reason = { code: 'other' as const, text: 'the place is not told' };
    return begun()
      .when(aside({ reason }))
      .then([
        PublicReportForwarded.of({
          action: 'deferred',
          reason,
          on: '2026-05-19',
          forwardedBy: { subjectId: 'clerk-1' },
        }),
      ]);
  });

  it('accepts a deferred report that is verified later', () =>
    given(publicReport, [received(), setAside('deferred')])
      .as('clerk-1')
      .when(ForwardPublicReport(verification))
      .then([verified]));

  it('accepts a report that is deferred twice', () =>
    given(publicReport, [received(), setAside('deferred')])
      .as('clerk-1')
      .when(aside())
      .then([setAside('deferred')]));

  it.each([
    ['verified', [received(), verified]],
    ['archived', [received(), setAside('archived')]],
    ['passed on', [received(), setAside('notOurs')]],
    ['answered', [received(), verified, answered]],
    ['closed', [received(), verified, answered, closed]],
  ] as const)('G02 refuses to forward what is %s', async (_, history) => {
    await given(publicReport, history).when(ForwardPublicReport(verification)).thenRefused('G02', 'wrongStatus');
  });

  it('G02 refuses to forward what was never received', () =>
    given(publicReport).when(ForwardPublicReport(verification)).thenRefused('G02', 'notFound'));

  it('R38 accepts it on the day of receipt, and refuses it the day before', async () => {
    await begun()
      .when(aside({ on: '2026-05-18' }))
      .then([setAside('deferred', '2026-05-18')]);
    await begun()
      .when(aside({ on: '2026-05-17' }))
      .thenRefused('R38', 'beforeStep');
  });

  it('R38 refuses a second step before the first', () =>
    given(publicReport, [received(), setAside('deferred', '2026-05-21')])
      .when(ForwardPublicReport(verification))
      .thenRefused('R38', 'beforeStep'));

  it('R38 accepts it today, and refuses it tomorrow', async () => {
    await begun()
      .when(aside({ on: TODAY }))
      .then([setAside('deferred', TODAY)]);
    await begun()
      .when(aside({ on: TOMORROW }))
      .thenRefused('R38', 'inFuture');
  });

  describe('by somebody of the unit complained of', () => {
    const own = () => begun().and(employeeState, 'clerk-1', [registered, placed]);

    it.each(['notOurs', 'archived'] as const)('R38 refuses %s, which would end it', async (action) => {
      await own().when(aside({ action })).thenRefused('R38', 'ownUnit');
    });

    it('R38 accepts to defer and to verify, which end nothing', async () => {
      await own()
        .when(aside())
        .then([setAside('deferred')]);
      await own().when(ForwardPublicReport(verification)).then([verified]);
    });

    it('R38 accepts to archive a complaint without oversight content', () =>
      given(publicReport, [received({ classification: 'complaint' })])
        .and(employeeState, 'clerk-1', [registered, placed])
        .as('clerk-1')
        .when(aside({ action: 'archived' }))
        .then([setAside('archived')]));
  });
});

describe('AnswerPublicReport', () => {
  const begun = () => given(publicReport, [received(), verified]).as('officer-1');
  const answer = (on = '2026-05-26') => AnswerPublicReport({ on });
  const answeredOn = (on: string) => PublicReportAnswered.of({ on, answeredBy: { subjectId: 'officer-1' } });

  it('answers a verified report', () => begun().when(answer()).then([answered]));

  it.each([
    ['received', [received()]],
    ['deferred', [received(), setAside('deferred')]],
    ['archived', [received(), setAside('archived')]],
    ['answered', [received(), verified, answered]],
  ] as const)('G02 refuses to answer what is %s', async (_, history) => {
    await given(publicReport, history).when(answer()).thenRefused('G02', 'wrongStatus');
  });

  it('G02 refuses to answer what was never received', () =>
    given(publicReport).when(answer()).thenRefused('G02', 'notFound'));

  it('R38 accepts it on the day of verification, and refuses it the day before', async () => {
    await begun()
      .when(answer('2026-05-20'))
      .then([answeredOn('2026-05-20')]);
    await begun().when(answer('2026-05-19')).thenRefused('R38', 'beforeStep');
  });

  it('R38 accepts it today, and refuses it tomorrow', async () => {
    await begun()
      .when(answer(TODAY))
      .then([answeredOn(TODAY)]);
    await begun().when(answer(TOMORROW)).thenRefused('R38', 'inFuture');
  });
});

describe('ClosePublicReport', () => {
  type Close = Parameters<typeof ClosePublicReport>[0];
  const history = [received(), verified, answered];
  const begun = () => given(publicReport, history).as('clerk-1');
  const close = (details: Partial<Close> = {}) => ClosePublicReport({ on: '2026-05-29', ...details });
  const closedWith = (details: Partial<Parameters<typeof PublicReportClosed.of>[0]>) =>
    PublicReportClosed.of({ on: '2026-05-29', closedBy: { subjectId: 'clerk-1' }, ...details });

  it('closes an answered report', () => begun().when(close()).then([closed]));

  it('tells whether the reporter was satisfied, and to which need it led', () =>
    begun()
      .and(developmentNeedState, 'need-1', [needProposed])
      .when(close({ satisfied: false, developmentNeedId: 'need-1' }))
      .then([closedWith({ satisfied: false, developmentNeedId: 'need-1' })]));

  it('G02 refuses a need that does not exist', () =>
    begun()
      .when(close({ developmentNeedId: 'need-1' }))
      .thenRefused('G02', 'notFound'));

  it.each([
    ['received', [received()]],
    ['verified', [received(), verified]],
    ['archived', [received(), setAside('archived')]],
    ['closed', [...history, closed]],
  ] as const)('G02 refuses to close what is %s', async (_, past) => {
    await given(publicReport, past).when(close()).thenRefused('G02', 'wrongStatus');
  });

  it('G02 refuses to close what was never received', () =>
    given(publicReport).when(close()).thenRefused('G02', 'notFound'));

  it('R38 accepts it on the day of the answer, and refuses it the day before', async () => {
    await begun()
      .when(close({ on: '2026-05-26' }))
      .then([closedWith({ on: '2026-05-26' })]);
    await begun()
      .when(close({ on: '2026-05-25' }))
      .thenRefused('R38', 'beforeStep');
  });

  it('R38 accepts it today, and refuses it tomorrow', async () => {
    await begun()
      .when(close({ on: TODAY }))
      .then([closedWith({ on: TODAY })]);
    await begun()
      .when(close({ on: TOMORROW }))
      .thenRefused('R38', 'inFuture');
  });

  describe('of a complaint with oversight content', () => {
    const byMember = (...moves: Parameters<typeof employeeState.evolve>[1][]) =>
      begun().and(employeeState, 'clerk-1', [registered, placed, ...moves]);

    it('R38 refuses an oversight report closed by the unit complained of', async () => {
      const { rejection } = await byMember().when(close()).thenRefused('R38', 'ownUnit');
      expect(rejection.data).toEqual({ subjectId: 'clerk-1', unitId: 'unit-registry', on: '2026-05-29' });
    });

    it('R38 refuses the member of the unit who types for somebody else', () =>
      byMember().when(close(), { onBehalfOf: 'head-9' }).thenRefused('R38', 'ownUnit'));

    it('R38 refuses the member of the unit for whom somebody else types', () =>
      byMember().as('operator-1').when(close(), { onBehalfOf: 'clerk-1' }).thenRefused('R38', 'ownUnit'));

    it('R38 accepts somebody of another unit', () =>
      begun()
        .and(employeeState, 'clerk-1', [registered, movedTo('unit-9', '2026-01-05')])
        .when(close())
        .then([closed]));

    it('R38 accepts who left the unit before', () =>
      byMember(movedTo('unit-9', '2026-05-29')).when(close()).then([closed]));

    it('R38 refuses who left the unit on the day after', () =>
      byMember(movedTo('unit-9', '2026-05-30')).when(close()).thenRefused('R38', 'ownUnit'));

    it('R38 refuses who came to the unit since, and dates it back', () =>
      begun()
        .and(employeeState, 'clerk-1', [
          registered,
          movedTo('unit-9', '2026-01-05'),
          movedTo('unit-registry', '2026-05-30'),
        ])
        .when(close())
        .thenRefused('R38', 'ownUnit'));

    it('R38 accepts who retired from the unit before, and refuses who retired since', async () => {
      await byMember(separatedOn('2026-05-29')).when(close()).then([closed]);
      await byMember(separatedOn('2026-05-30')).when(close()).thenRefused('R38', 'ownUnit');
    });
  });

  it.each(['complaint', 'aspiration', 'information'] as const)(
    'R38 accepts the unit itself for a report without oversight content: %s',
    async (classification) => {
      await given(publicReport, [received({ classification }), verified, answered])
        .and(employeeState, 'clerk-1', [registered, placed])
        .as('clerk-1')
        .when(close())
        .then([closed]);
    },
  );
});

const day = fc.constantFrom('2026-05-18', '2026-05-20', '2026-05-29', TODAY, TOMORROW);
describeLaws('a public report', publicReport, {
  override: lawData,
  runs: 30,
  commands: {
    ReceivePublicReport: day.map((receivedOn) => ({ ...report, receivedOn })),
    ForwardPublicReport: fc.record({
      action: fc.constantFrom('verified', 'verified', 'deferred', 'archived'),
      toUnitId: fc.constant('unit-registry'),
      reason: fc.constant({ code: 'incomplete' }),
      on: day,
    }),
    AnswerPublicReport: fc.record({ on: day }),
    ClosePublicReport: fc.record({ on: day }),
  },
  invariant: (state) => {
    if (state.status === 'none') return;
    const { receivedOn, forwarded, answeredOn, closedOn } = state;
    const days = [receivedOn, forwarded?.on, answeredOn, closedOn].filter((one) => one !== undefined);
    expect(days).toEqual([...days].sort());
    expect(lastStepOn(state)).toBe(days.at(-1));
    expect(days.every((one) => one <= TODAY)).toBe(true);
  },
});

describe('the events of a public report', () => {
  it('name nobody who reported', () => {
    const fields = [PublicReportReceived, PublicReportForwarded, PublicReportAnswered, PublicReportClosed].flatMap(
      ({ schema }) => Object.keys(schema.shape),
    );
    expect(fields.filter((field) => /reporter|name|phone|email|text/i.test(field))).toEqual([]);
  });
});
