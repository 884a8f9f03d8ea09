import { describeLaws, given, historyEventId } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { POLICY, policyState } from '../../src/governance/policy/index.js';
import { mentorshipState } from '../../src/mentor/mentorship/state.js';
import { batchState } from '../../src/train/batch/index.js';
import { CreditJp, JpCredited, jpLedger } from '../../src/train/jp-ledger/index.js';
import { lawData, underPolicy } from '../governance/fixtures.js';
import {
  adoptedWith,
  agreedOn,
  attended,
  batchCancelled,
  batchCompleted,
  figures,
  mentorship,
  met,
  outcome,
  scheduled,
  set,
  takesPart,
} from './fixtures.js';

const employeeId = 'employee-1';
const id = 'employee-1-2026';
const batchSource = { kind: 'batch' as const, batchId: 'batch-1' };
const sessionSource = (sessionId: string) => ({ kind: 'mentorship' as const, mentorshipId: 'mentorship-1', sessionId });
const ofBatch = CreditJp({ employeeId, source: batchSource });
const ofSession = (sessionId: string) => CreditJp({ employeeId, source: sessionSource(sessionId) });

type Details = Partial<Parameters<typeof JpCredited.of>[0]>;
const credited = (details: Details = {}) =>
  JpCredited.of({
    employeeId,
    year: 2026,
    source: batchSource,
    form: 'KL03',
    activityDate: '2026-05-15',
    jpRaw: 2000,
    jpCredited: 2000,
    verifiedBy: { subjectId: 'subject-1' },
    ...details,
  });
const meeting = (sessionId: string, activityDate: string, details: Details = {}) =>
  credited({ source: sessionSource(sessionId), form: 'NKL02', activityDate, jpRaw: 200, jpCredited: 200, ...details });

const empty = underPolicy(given(jpLedger, [], { id }));
const completed = [...takesPart(employeeId), outcome(employeeId, 'completed')];
const twoPerMonth = { per: 'month' as const, unit: 'meetings' as const, value: 2 };

/** A completed batch of another form, in which every session was attended in full. */
const batchOf = (details: Parameters<typeof scheduled>[0]) => {
  const event = scheduled(details);
  const { sessions } = event.data;
  return [
    event,
    ...takesPart(employeeId),
    ...sessions.map(({ sessionId, minutes }) => attended(employeeId, sessionId, minutes)),
    outcome(employeeId, 'completed'),
  ];
};
const sessionsOn = (...dates: readonly string[]) =>
  dates.map((date, index) => ({ sessionId: `s${index + 1}`, date, minutes: 90 }));

describe('CreditJp for a batch', () => {
  it('R22 credits the JP of the programme on the last day of the batch', () =>
    empty
      .and(batchState, 'batch-1', [scheduled(), ...completed])
      .when(ofBatch)
      .then([credited()]));

  it.each([
    ['KL06 by the day', 'KL06', 1200],
    ['KL07 by the day', 'KL07', 1500],
    ['NKL07 by the activity', 'NKL07', 1000],
  ] as const)('R22 credits %s: four sessions on three days', async (_name, form, jp) => {
    await empty
      .and(
        batchState,
        'batch-1',
        batchOf({ form, sessions: sessionsOn('2026-05-11', '2026-05-11', '2026-05-12', '2026-05-13') }),
      )
      .when(ofBatch)
      .then([credited({ form, jpRaw: jp, jpCredited: jp })]);
  });

  it('R22 counts no day at which the participant was absent', () =>
    empty
      .and(batchState, 'batch-1', [
        scheduled({ form: 'KL06' }),
        ...takesPart(employeeId),
        attended(employeeId, 's1'),
        attended(employeeId, 's2', 0),
        outcome(employeeId, 'completed'),
      ])
      .when(ofBatch)
      .then([credited({ form: 'KL06', jpRaw: 400, jpCredited: 400 })]));

  it('R22 credits e-learning by the minutes of each day, up to 3 JP a day', () =>
    empty
      .and(
        batchState,
        'batch-1',
        batchOf({
          form: 'NKL03',
          sessions: [
            { sessionId: 's1', date: '2026-05-11', minutes: 180 },
            { sessionId: 's2', date: '2026-05-12', minutes: 60 },
            { sessionId: 's3', date: '2026-05-12', minutes: 60 },
            { sessionId: 's4', date: '2026-05-15', minutes: 135 },
          ],
        }),
      )
      .when(ofBatch)
      .then([
        credited({
          form: 'NKL03',
          jpRaw: 400 + 267 + 300,
          jpCredited: 300 + 267 + 300,
          capApplied: { per: 'day', unit: 'jp', value: 300 },
          parts: [
            { date: '2026-05-11', jpRaw: 400, jpCredited: 300 },
            { date: '2026-05-12', jpRaw: 267, jpCredited: 267 },
            { date: '2026-05-15', jpRaw: 300, jpCredited: 300 },
          ],
        }),
      ]));

  it('R22 lets a day of e-learning be filled up by another batch, and no more', () => {
    const earlier = credited({
      source: { kind: 'batch', batchId: 'batch-0' },
      form: 'NKL03',
      jpRaw: 200,
      jpCredited: 200,
    });
    return underPolicy(given(jpLedger, [earlier], { id }))
      .and(
        batchState,
        'batch-1',
        batchOf({ form: 'NKL03', sessions: [{ sessionId: 's1', date: '2026-05-15', minutes: 90 }] }),
      )
      .when(ofBatch)
      .then([
        credited({
          form: 'NKL03',
          jpRaw: 200,
          jpCredited: 100,
          capApplied: { per: 'day', unit: 'jp', value: 300 },
        }),
      ]);
  });

  it('R22 credits a batch of coaching by its meetings, two in each month', () =>
    empty
      .and(
        batchState,
        'batch-1',
        batchOf({
          form: 'NKL01',
          period: { from: '2026-04-29', to: '2026-05-15' },
          sessions: sessionsOn('2026-04-29', '2026-05-04', '2026-05-11', '2026-05-15'),
        }),
      )
      .when(ofBatch)
      .then([
        credited({
          form: 'NKL01',
          jpRaw: 800,
          jpCredited: 600,
          capApplied: twoPerMonth,
          parts: [
            { date: '2026-04-29', jpRaw: 200, jpCredited: 200 },
            { date: '2026-05-04', jpRaw: 200, jpCredited: 200 },
            { date: '2026-05-11', jpRaw: 200, jpCredited: 200 },
            { date: '2026-05-15', jpRaw: 200, jpCredited: 0 },
          ],
        }),
      ]));

  it.each([
    ['was not nominated', []],
    ['has no outcome', takesPart(employeeId)],
    ['did not complete', [...takesPart(employeeId), outcome(employeeId, 'notCompleted')]],
    ['withdrew', [...takesPart(employeeId), outcome(employeeId, 'withdrawn')]],
  ])('R22 refuses JP for somebody who %s', async (_name, events) => {
    await empty
      .and(batchState, 'batch-1', [scheduled(), ...events])
      .when(ofBatch)
      .thenRefused('R22', 'notCompleted');
  });

  it('R22 refuses JP for a batch that was cancelled', () =>
    empty
      .and(batchState, 'batch-1', [scheduled(), ...completed, batchCancelled])
      .when(ofBatch)
      .thenRefused('R22', 'batchCancelled'));

  it('R22 credits a batch that is completed', () =>
    empty
      .and(batchState, 'batch-1', [scheduled(), ...completed, batchCompleted])
      .when(ofBatch)
      .then([credited()]));

  it('G02 refuses JP for a batch that there is not', () => empty.when(ofBatch).thenRefused('G02', 'notFound'));
});

describe('CreditJp and the figures', () => {
  const done = [scheduled({ form: 'KL06', sessions: sessionsOn('2026-05-11') }), ...completed];
  const attendedOnce = [
    scheduled({ form: 'KL06', sessions: sessionsOn('2026-05-11') }),
    ...takesPart(employeeId),
    attended(employeeId, 's1', 90),
    outcome(employeeId, 'completed'),
  ];
  const byDay = (value: number | undefined, effectiveFrom?: string) =>
    adoptedWith(
      {
        'jp.table': set([{ form: 'KL06' as const, mode: 'perDay' as const, ...(value !== undefined && { value }) }]),
      },
      effectiveFrom,
    );

  it('G01 refuses a credit where no policy was in force on the day of the activity', () =>
    given(jpLedger, [], { id })
      .and(policyState, POLICY, [byDay(400, '2026-05-16')])
      .and(batchState, 'batch-1', done)
      .when(ofBatch)
      .thenRefused('G01', 'noPolicy'));

  it('R22 takes the table of the day of the activity, not that of the day of crediting', async () => {
    const { events } = await given(jpLedger, [], { id })
      .and(policyState, POLICY, [byDay(400), byDay(700, '2026-05-16')])
      .and(batchState, 'batch-1', attendedOnce)
      .when(ofBatch)
      .then([credited({ form: 'KL06', jpRaw: 400, jpCredited: 400 })]);
    expect(events[0]?.metadata.policyVersion).toBe('changed-2026-01-01');
  });

  it('R22 takes a table that takes effect on the day of the activity', () =>
    given(jpLedger, [], { id })
      .and(policyState, POLICY, [byDay(400), byDay(700, '2026-05-15')])
      .and(batchState, 'batch-1', attendedOnce)
      .when(ofBatch)
      .then([credited({ form: 'KL06', jpRaw: 700, jpCredited: 700 })]));

  it('R22 refuses a form that the table of that day does not have', () =>
    given(jpLedger, [], { id })
      .and(policyState, POLICY, [byDay(400)])
      .and(batchState, 'batch-1', [scheduled(), ...completed])
      .when(ofBatch)
      .thenRefused('R22', 'formNotInTable'));

  it('R22 refuses a form that is counted by the day without a value', () =>
    given(jpLedger, [], { id })
      .and(policyState, POLICY, [byDay(undefined)])
      .and(batchState, 'batch-1', done)
      .when(ofBatch)
      .thenRefused('R22', 'notCountable'));

  it('R22 refuses a session of mentoring where the table counts mentoring by the programme', () =>
    given(jpLedger, [], { id })
      .and(policyState, POLICY, [adoptedWith({ 'jp.table': set([{ form: 'NKL02', mode: 'program' }]) })])
      .and(mentorshipState, 'mentorship-1', [mentorship(), met('m1', '2026-05-04'), agreedOn('m1', '2026-05-04')])
      .when(ofSession('m1'))
      .thenRefused('R22', 'notCountable'));

  it('R22 cuts nothing where the table has no cap', () => {
    const table = figures['jp.table'].value.map(({ cap: _cap, ...rule }) => rule);
    const history = batchOf({ form: 'NKL03', sessions: [{ sessionId: 's1', date: '2026-05-15', minutes: 450 }] });
    return given(jpLedger, [], { id })
      .and(policyState, POLICY, [adoptedWith({ 'jp.table': set(table) })])
      .and(batchState, 'batch-1', history)
      .when(ofBatch)
      .then([credited({ form: 'NKL03', jpRaw: 1000, jpCredited: 1000 })]);
  });

  it('R22 takes the JP and the number of the meetings of mentoring from the figures of their own', async () => {
    const agreed = [mentorship(), met('m1', '2026-05-04'), agreedOn('m1', '2026-05-04')];
    const other = given(jpLedger, [meeting('m0', '2026-05-01')], { id })
      .and(policyState, POLICY, [
        adoptedWith({ 'mentoring.jp.perMeeting': set(150), 'mentoring.jp.meetingsPerMonth': set(1) }),
      ])
      .and(mentorshipState, 'mentorship-1', agreed);
    await other
      .when(ofSession('m1'))
      .then([meeting('m1', '2026-05-04', { jpRaw: 150, jpCredited: 0, capApplied: { ...twoPerMonth, value: 1 } })]);
  });
});

describe('CreditJp for a session of mentoring', () => {
  const agreed = (sessionId: string, date: string) => [met(sessionId, date), agreedOn(sessionId, date)];

  it.each([
    ['mentoring', 'NKL02'],
    ['coaching', 'NKL01'],
    ['onTheJob', 'NKL11'],
  ] as const)('R22 credits a confirmed session of %s as %s to the mentee', async (kind, form) => {
    await empty
      .and(mentorshipState, 'mentorship-1', [mentorship(kind), ...agreed('m1', '2026-05-04')])
      .when(ofSession('m1'))
      .then([meeting('m1', '2026-05-04', { form })]);
  });

  it('R22 refuses a session that is not confirmed', () =>
    empty
      .and(mentorshipState, 'mentorship-1', [mentorship(), met('m1', '2026-05-04')])
      .when(ofSession('m1'))
      .thenRefused('R22', 'notConfirmed'));

  it('R22 refuses a session that is disputed', () =>
    empty
      .and(mentorshipState, 'mentorship-1', [
        mentorship(),
        met('m1', '2026-05-04'),
        agreedOn('m1', '2026-05-04', false),
      ])
      .when(ofSession('m1'))
      .thenRefused('R22', 'notConfirmed'));

  it('R22 refuses the JP of a session to the mentor', () =>
    underPolicy(given(jpLedger, [], { id: 'mentor-1-2026' }))
      .and(mentorshipState, 'mentorship-1', [mentorship(), ...agreed('m1', '2026-05-04')])
      .when(CreditJp({ employeeId: 'mentor-1', source: sessionSource('m1') }))
      .thenRefused('R22', 'notTheMentee'));

  it.each([
    ['a mentorship', []],
    ['a session', [mentorship()]],
  ])('G02 refuses %s that there is not', async (_name, events) => {
    await empty.and(mentorshipState, 'mentorship-1', events).when(ofSession('m1')).thenRefused('G02', 'notFound');
  });

  describe('R22 and two meetings a month', () => {
    const ledger = (...history: readonly ReturnType<typeof meeting>[]) =>
      underPolicy(given(jpLedger, history, { id })).and(mentorshipState, 'mentorship-1', [
        mentorship(),
        ...agreed('m3', '2026-05-31'),
        ...agreed('m4', '2026-06-01'),
      ]);

    it('credits the second meeting of the month', () =>
      ledger(meeting('m1', '2026-05-01'))
        .when(ofSession('m3'))
        .then([meeting('m3', '2026-05-31')]));

    it('keeps the third meeting of the month raw and credits nothing', () =>
      ledger(meeting('m1', '2026-05-01'), meeting('m2', '2026-05-02'))
        .when(ofSession('m3'))
        .then([meeting('m3', '2026-05-31', { jpCredited: 0, capApplied: twoPerMonth })]));

    it('begins anew with the next month', () =>
      ledger(meeting('m1', '2026-05-01'), meeting('m2', '2026-05-02'))
        .when(ofSession('m4'))
        .then([meeting('m4', '2026-06-01')]));

    it('counts coaching apart from mentoring', () =>
      ledger(meeting('m1', '2026-05-01', { form: 'NKL01' }), meeting('m2', '2026-05-02', { form: 'NKL01' }))
        .when(ofSession('m3'))
        .then([meeting('m3', '2026-05-31')]));
  });
});

describe('CreditJp and its ledger', () => {
  const newYear = [
    scheduled({ period: { from: '2025-12-29', to: '2026-01-02' }, sessions: sessionsOn('2025-12-29') }),
    ...completed,
  ];

  it.each(['employee-1-2025', 'employee-2-2026'])('R22 refuses the ledger %s', async (other) => {
    await underPolicy(given(jpLedger, [], { id: other }))
      .and(batchState, 'batch-1', newYear)
      .when(ofBatch)
      .thenRefused('R22', 'wrongLedger');
  });

  it('R22 takes the year of the last day of a batch', () =>
    empty
      .and(batchState, 'batch-1', newYear)
      .when(ofBatch)
      .then([credited({ activityDate: '2026-01-02' })]));

  it('R22 refuses to credit one source twice', () =>
    underPolicy(given(jpLedger, [credited()], { id }))
      .and(batchState, 'batch-1', [scheduled(), ...completed])
      .when(ofBatch)
      .thenRefused('R22', 'alreadyCredited'));

  describe('and a correction', () => {
    const correction = {
      corrects: { eventId: historyEventId(`jpLedger-${id}`, 0), reason: 'The outcome was corrected' },
    };
    const withCredit = underPolicy(given(jpLedger, [credited({ jpRaw: 1000, jpCredited: 1000 })], { id }));

    it('R22 credits the source anew in the place of what it corrects', () =>
      withCredit
        .and(batchState, 'batch-1', [scheduled(), ...completed])
        .when(ofBatch, correction)
        .then([credited()]));

    it('R22 does not count what it corrects towards the cap', () =>
      underPolicy(given(jpLedger, [meeting('m1', '2026-05-04'), meeting('m2', '2026-05-05')], { id }))
        .and(mentorshipState, 'mentorship-1', [mentorship(), met('m1', '2026-05-04'), agreedOn('m1', '2026-05-04')])
        .when(ofSession('m1'), correction)
        .then([meeting('m1', '2026-05-04')]));

    it('R22 takes back what is no longer earned', () =>
      withCredit
        .and(batchState, 'batch-1', [scheduled(), ...completed, outcome(employeeId, 'notCompleted')])
        .when(ofBatch, correction)
        .then([credited({ jpRaw: 0, jpCredited: 0 })]));

    it('R22 refuses to take back what was never credited', () =>
      underPolicy(given(jpLedger, [meeting('m1', '2026-05-04')], { id }))
        .and(batchState, 'batch-1', [scheduled(), ...takesPart(employeeId)])
        .when(ofBatch, correction)
        .thenRefused('R22', 'notCompleted'));
  });
});

describe('CreditJp and who verifies', () => {
  const inBatch = empty.and(batchState, 'batch-1', [scheduled(), ...completed]);
  const inSession = empty.and(mentorshipState, 'mentorship-1', [
    mentorship(),
    met('m1', '2026-05-04'),
    agreedOn('m1', '2026-05-04'),
  ]);

  it('R23 refuses that people verify their own JP', () =>
    inBatch.as(employeeId).when(ofBatch).thenRefused('R23', 'ownJp'));

  it('R23 refuses that people type the verification of their own JP for somebody else', () =>
    inBatch.as(employeeId).when(ofBatch, { onBehalfOf: 'head-1' }).thenRefused('R23', 'ownJp'));

  it('R23 refuses a verification that somebody types on behalf of the person', () =>
    inBatch.as('operator-1').when(ofBatch, { onBehalfOf: employeeId }).thenRefused('R23', 'ownJp'));

  it('R23 refuses that the mentor verifies the JP of the mentee, also as the operator', async () => {
    await inSession.as('mentor-1').when(ofSession('m1')).thenRefused('R23', 'ownMentee');
    await inSession.as('mentor-1').when(ofSession('m1'), { onBehalfOf: 'head-1' }).thenRefused('R23', 'ownMentee');
  });

  it('R23 accepts the superior who was not the mentor', () =>
    inSession
      .as('head-1')
      .when(ofSession('m1'))
      .then([meeting('m1', '2026-05-04', { verifiedBy: { subjectId: 'head-1' } })]));

  it('R23 accepts the mentor as the verifier of a batch of the mentee', () =>
    inBatch
      .as('mentor-1')
      .when(ofBatch)
      .then([credited({ verifiedBy: { subjectId: 'mentor-1' } })]));
});

describeLaws('jpLedger', jpLedger, { override: lawData, runs: 25 });
