import { given, historyEventId } from '@pembinaan/event-sourcing/testing';
import { describe, expect, it } from 'vitest';
import { POLICY, policyState } from '../../src/governance/policy/index.js';
import { learningCommunityState } from '../../src/mentor/learning-community/state.js';
import { mentorshipState } from '../../src/mentor/mentorship/state.js';
import { batchState } from '../../src/train/batch/index.js';
import { certificateState } from '../../src/train/certificate/index.js';
import { CreditJp, JpCredited, jpLedger, jpLedgerState } from '../../src/train/jp-ledger/index.js';
import { workplaceLearningState } from '../../src/train/workplace-learning/index.js';
import { underPolicy } from '../governance/fixtures.js';
import {
  adoptedWith,
  agreedOn,
  assignedTo,
  attended,
  certificateIssued,
  certificateRevoked,
  communityFormed,
  communityMet,
  mentorship,
  met,
  outcome,
  scheduled,
  set,
  takesPart,
  workplaceCompleted,
  workplaceStopped,
} from './fixtures.js';

const employeeId = 'employee-1';
const id = 'employee-1-2026';
const batchSource = { kind: 'batch' as const, batchId: 'batch-1' };
const meetingSource = { kind: 'community' as const, communityId: 'community-1', meetingId: 'meeting-1' };
const staySource = { kind: 'workplace' as const, workplaceLearningId: 'stay-1' };
const sessionSource = { kind: 'mentorship' as const, mentorshipId: 'mentorship-1', sessionId: 'm1' };

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
    verifiedBy: { subjectId: 'head-1' },
    ...details,
  });
const nothing = { jpRaw: 0, jpCredited: 0 };

const ledger = (ledgerId: string, ...history: readonly ReturnType<typeof credited>[]) =>
  underPolicy(given(jpLedger, history, { id: ledgerId })).as('head-1');
const empty = ledger(id);
/** A correction of the first credit of a ledger. */
const correcting = (ledgerId = id) => ({
  corrects: { eventId: historyEventId(`jpLedger-${ledgerId}`, 0), reason: 'The source has changed' },
});
const completed = [scheduled(), ...takesPart(employeeId), outcome(employeeId, 'completed')];

describe('CreditJp for a meeting of a learning community', () => {
  const credit = CreditJp({ employeeId, source: meetingSource });
  const ofMeeting = (details: Details = {}) =>
    credited({
      source: meetingSource,
      form: 'NKL10',
      activityDate: '2026-05-04',
      jpRaw: 200,
      jpCredited: 200,
      ...details,
    });
  const after = (...meetings: readonly ReturnType<typeof communityMet>[]) =>
    empty.and(learningCommunityState, 'community-1', [communityFormed, ...meetings]);

  it('R22 credits an attendee with the time of the meeting', () =>
    after(communityMet()).when(credit).then([ofMeeting()]));

  it('R22 credits two JP a day, and keeps what is above', () =>
    after(communityMet({ minutes: 91 }))
      .when(credit)
      .then([ofMeeting({ jpRaw: 202, capApplied: { per: 'day', unit: 'jp', value: 200 } })]));

  it('R22 counts two communities on one day together', () =>
    ledger(id, ofMeeting({ source: { ...meetingSource, communityId: 'community-2' }, jpRaw: 150, jpCredited: 150 }))
      .and(learningCommunityState, 'community-1', [communityFormed, communityMet()])
      .when(credit)
      .then([ofMeeting({ jpCredited: 50, capApplied: { per: 'day', unit: 'jp', value: 200 } })]));

  it('R22 refuses somebody who did not attend', () =>
    after(communityMet({ attendees: ['employee-2', 'employee-3'] }))
      .when(credit)
      .thenRefused('R22', 'notAttended'));

  it('R23 refuses JP to whoever recorded the meeting, or typed its record', async () => {
    await after(communityMet({ recordedBy: { subjectId: employeeId } }))
      .when(credit)
      .thenRefused('R23', 'ownRecord');
    await after(communityMet({ recordedBy: { subjectId: 'clerk-1', operatorId: employeeId } }))
      .when(credit)
      .thenRefused('R23', 'ownRecord');
  });

  it('R23 accepts JP for whoever recorded it first, once somebody else has corrected the record', () =>
    after(communityMet({ recordedBy: { subjectId: employeeId } }), communityMet())
      .when(credit)
      .then([ofMeeting()]));

  it('R23 refuses that attendees verify JP of their own', () =>
    after(communityMet()).as(employeeId).when(credit).thenRefused('R23', 'ownJp'));

  it('R22 takes back the JP of somebody whom a correction took off the list', () =>
    ledger(id, ofMeeting())
      .and(learningCommunityState, 'community-1', [
        communityFormed,
        communityMet(),
        communityMet({ attendees: ['employee-2', 'employee-3'] }),
      ])
      .when(credit, correcting())
      .then([ofMeeting(nothing)]));

  it.each([
    ['a community', []],
    ['a meeting', [communityFormed]],
  ])('G02 refuses %s that there is not', async (_name, events) => {
    await empty.and(learningCommunityState, 'community-1', events).when(credit).thenRefused('G02', 'notFound');
  });
});

describe('CreditJp for learning at a workplace', () => {
  const credit = CreditJp({ employeeId, source: staySource });
  const ofStay = (details: Details = {}) =>
    credited({ source: staySource, form: 'NKL12', activityDate: '2026-04-30', ...details });
  const after = (...events: readonly (ReturnType<typeof assignedTo> | ReturnType<typeof workplaceCompleted>)[]) =>
    empty.and(workplaceLearningState, 'stay-1', events);

  it('R22 credits an internship as one activity, on its last day', () =>
    after(assignedTo(), workplaceCompleted()).when(credit).then([ofStay()]));

  it('R22 credits an internship abroad with 24 JP, and a secondment with a fifth more', async () => {
    const abroad = { international: true };
    await after(assignedTo(abroad), workplaceCompleted(abroad))
      .when(credit)
      .then([ofStay({ jpRaw: 2400, jpCredited: 2400 })]);
    const secondment = { form: 'NKL05' as const, ...abroad };
    await after(assignedTo(secondment), workplaceCompleted(secondment))
      .when(credit)
      .then([ofStay({ form: 'NKL05', jpRaw: 2400, jpCredited: 2400 })]);
  });

  it('R22 credits on-the-job guidance by its meetings, two in each month, together with those of a mentorship', () => {
    const guidance = { form: 'NKL11' as const };
    const meetings = ['2026-03-31', '2026-04-01', '2026-04-30'].map((date) => ({ date, minutes: 60 }));
    const earlier = credited({
      source: sessionSource,
      form: 'NKL11',
      activityDate: '2026-04-15',
      jpRaw: 200,
      jpCredited: 200,
    });
    return ledger(id, earlier)
      .and(workplaceLearningState, 'stay-1', [assignedTo(guidance), workplaceCompleted({ ...guidance, meetings })])
      .when(credit)
      .then([
        ofStay({
          form: 'NKL11',
          jpRaw: 600,
          jpCredited: 400,
          capApplied: { per: 'month', unit: 'meetings', value: 2 },
          parts: [
            { date: '2026-03-31', jpRaw: 200, jpCredited: 200 },
            { date: '2026-04-01', jpRaw: 200, jpCredited: 200 },
            { date: '2026-04-30', jpRaw: 200, jpCredited: 0 },
          ],
        }),
      ]);
  });

  it.each([
    ['is still under way', [assignedTo()]],
    ['was stopped', [assignedTo(), workplaceStopped()]],
    ['was completed until a correction', [assignedTo(), workplaceCompleted(), workplaceStopped()]],
  ])('R22 refuses one that %s', async (_name, events) => {
    await after(...events)
      .when(credit)
      .thenRefused('R22', 'workplaceNotCompleted');
  });

  it('R22 takes back the JP of one that was stopped by a correction', () =>
    ledger(id, ofStay())
      .and(workplaceLearningState, 'stay-1', [assignedTo(), workplaceCompleted(), workplaceStopped()])
      .when(credit, correcting())
      .then([ofStay(nothing)]));

  it('R23 refuses the host mentor as the verifier', () =>
    after(assignedTo({ hostMentorId: 'head-1' }), workplaceCompleted())
      .when(credit)
      .thenRefused('R23', 'ownMentee'));

  it('G02 refuses the stay of somebody else, and one that there is not', async () => {
    await after(assignedTo({ employeeId: 'employee-2' }), workplaceCompleted({ employeeId: 'employee-2' }))
      .when(credit)
      .thenRefused('G02', 'mismatch');
    await empty.when(credit).thenRefused('G02', 'notFound');
  });
});

describe('CreditJp for a batch whose certificate was revoked', () => {
  const credit = CreditJp({ employeeId, source: batchSource });
  const inBatch = empty.and(batchState, 'batch-1', completed);
  const revoked = [certificateIssued(), certificateRevoked()];
  const anew = certificateIssued({ number: '018/PKP/2026' });

  it('R22 credits a completed outcome with a certificate, and without one', async () => {
    await inBatch.when(credit).then([credited()]);
    await inBatch.and(certificateState, 'certificate-1', [certificateIssued()]).when(credit).then([credited()]);
  });

  it('R22 refuses it where the only certificate was revoked', () =>
    inBatch.and(certificateState, 'certificate-1', revoked).when(credit).thenRefused('R22', 'certificateRevoked'));

  it('R22 refuses it where every certificate was revoked', () =>
    inBatch
      .and(certificateState, 'certificate-1', revoked)
      .and(certificateState, 'certificate-2', [anew, certificateRevoked()])
      .when(credit)
      .thenRefused('R22', 'certificateRevoked'));

  it('R22 credits it where a new certificate was issued', () =>
    inBatch
      .and(certificateState, 'certificate-1', revoked)
      .and(certificateState, 'certificate-2', [anew])
      .when(credit)
      .then([credited()]));

  it.each([
    ['of somebody else', { employeeId: 'employee-2' }],
    ['for another batch', { batchId: 'batch-2' }],
  ])('R22 credits it where a certificate %s was revoked', async (_name, details) => {
    await inBatch
      .and(certificateState, 'certificate-1', [certificateIssued(details), certificateRevoked(details)])
      .when(credit)
      .then([credited()]);
  });

  it('R22 takes back what was credited, and credits it again with a new certificate', async () => {
    const withCredit = ledger(id, credited())
      .and(batchState, 'batch-1', completed)
      .and(certificateState, 'certificate-1', revoked);
    await withCredit.when(credit, correcting()).then([credited(nothing)]);
    await withCredit.and(certificateState, 'certificate-2', [anew]).when(credit, correcting()).then([credited()]);
  });
});

describe('CreditJp and two years', () => {
  const credit = CreditJp({ employeeId, source: sessionSource });
  const lastYear = 'employee-1-2025';
  const ofSession = (year: number, activityDate: string, details: Details = {}) =>
    credited({ source: sessionSource, form: 'NKL02', year, activityDate, jpRaw: 200, jpCredited: 200, ...details });
  const on = (date: string) => [mentorship(), met('m1', date), agreedOn('m1', date)];
  const both = adoptedWith({}, '2025-01-01');
  const under = (ledgerId: string, ...history: readonly ReturnType<typeof credited>[]) =>
    given(jpLedger, history, { id: ledgerId }).and(policyState, POLICY, [both]).as('head-1');

  it('R22 refuses a source that another ledger of the person credits', async () => {
    const { rejection } = await under(id)
      .and(jpLedgerState, lastYear, [ofSession(2025, '2025-12-31')])
      .and(mentorshipState, 'mentorship-1', on('2026-01-01'))
      .when(credit)
      .thenRefused('R22', 'alreadyCredited');
    expect(rejection.data).toMatchObject({ ledgerId: lastYear });
  });

  it('R22 refuses it also where the other ledger keeps it above a cap', () =>
    under(id)
      .and(jpLedgerState, lastYear, [ofSession(2025, '2025-12-31', { jpCredited: 0 })])
      .and(mentorshipState, 'mentorship-1', on('2026-01-01'))
      .when(credit)
      .thenRefused('R22', 'alreadyCredited'));

  it('R22 refuses it also as a correction of what was taken back here before', () =>
    under(id, ofSession(2026, '2026-01-01', nothing))
      .and(jpLedgerState, lastYear, [ofSession(2025, '2025-12-31')])
      .and(mentorshipState, 'mentorship-1', on('2026-01-01'))
      .when(credit, correcting())
      .thenRefused('R22', 'alreadyCredited'));

  it('R22 takes back in the old year what belongs to another', () =>
    under(lastYear, ofSession(2025, '2025-12-31'))
      .and(mentorshipState, 'mentorship-1', on('2026-01-01'))
      .when(credit, correcting(lastYear))
      .then([ofSession(2025, '2025-12-31', nothing)]));

  it('R22 credits it in the new year once it was taken back in the old one', () =>
    under(id)
      .and(jpLedgerState, lastYear, [ofSession(2025, '2025-12-31'), ofSession(2025, '2025-12-31', nothing)])
      .and(mentorshipState, 'mentorship-1', on('2026-01-01'))
      .when(credit)
      .then([ofSession(2026, '2026-01-01')]));

  it('R22 credits it in the old year again where it moves back, and the new year has taken it back', () =>
    under(lastYear, ofSession(2025, '2025-12-31', nothing))
      .and(jpLedgerState, id, [ofSession(2026, '2026-01-01'), ofSession(2026, '2026-01-01', nothing)])
      .and(mentorshipState, 'mentorship-1', on('2025-12-31'))
      .when(credit, correcting(lastYear))
      .then([ofSession(2025, '2025-12-31')]));

  it('R22 takes nothing back in a ledger of somebody else', () =>
    under('employee-2-2025', ofSession(2025, '2025-12-31'))
      .and(mentorshipState, 'mentorship-1', on('2026-01-01'))
      .when(credit, correcting('employee-2-2025'))
      .thenRefused('R22', 'wrongLedger'));

  it('R22 refuses the wrong year without a correction, and where the source was never credited there', async () => {
    await under(lastYear, ofSession(2025, '2025-12-31'))
      .and(mentorshipState, 'mentorship-1', on('2026-01-01'))
      .when(credit)
      .thenRefused('R22', 'wrongLedger');
    await under(lastYear, credited({ year: 2025, activityDate: '2025-05-15' }))
      .and(mentorshipState, 'mentorship-1', on('2026-01-01'))
      .when(credit, correcting(lastYear))
      .thenRefused('R22', 'wrongLedger');
  });

  it('R22 lets two people be credited for one source', () =>
    under(id)
      .and(jpLedgerState, 'employee-2-2025', [
        credited({ employeeId: 'employee-2', year: 2025, activityDate: '2025-05-15' }),
      ])
      .and(batchState, 'batch-1', completed)
      .when(CreditJp({ employeeId, source: batchSource }))
      .then([credited()]));

  describe('and the caps over New Year', () => {
    /** E-learning from the end of one year to the beginning of the next, which belongs to the next. */
    const online = (minutes: number) => [
      scheduled({
        form: 'NKL03',
        period: { from: '2025-12-31', to: '2026-01-02' },
        sessions: [
          { sessionId: 's1', date: '2025-12-31', minutes },
          { sessionId: 's2', date: '2026-01-01', minutes },
        ],
      }),
      ...takesPart(employeeId),
      attended(employeeId, 's1', minutes),
      attended(employeeId, 's2', minutes),
      outcome(employeeId, 'completed'),
    ];
    const ofBatch = CreditJp({ employeeId, source: batchSource });
    const elearning = (year: number, activityDate: string, jp: number, details: Details = {}) =>
      credited({
        source: { kind: 'batch', batchId: 'batch-0' },
        form: 'NKL03',
        year,
        activityDate,
        jpRaw: jp,
        jpCredited: jp,
        ...details,
      });
    const perDay = { per: 'day' as const, unit: 'jp' as const, value: 300 };

    it('R22 counts what the year before credited for the same day', () =>
      under(id)
        .and(jpLedgerState, lastYear, [elearning(2025, '2025-12-31', 200)])
        .and(batchState, 'batch-1', online(90))
        .when(ofBatch)
        .then([
          credited({
            form: 'NKL03',
            activityDate: '2026-01-02',
            jpRaw: 400,
            jpCredited: 300,
            capApplied: perDay,
            parts: [
              { date: '2025-12-31', jpRaw: 200, jpCredited: 100 },
              { date: '2026-01-01', jpRaw: 200, jpCredited: 200 },
            ],
          }),
        ]));

    it('R22 counts what the year after credited for a day of this one', () =>
      under(lastYear)
        .and(jpLedgerState, id, [
          elearning(2026, '2026-01-02', 400, {
            parts: [
              { date: '2025-12-31', jpRaw: 200, jpCredited: 200 },
              { date: '2026-01-01', jpRaw: 200, jpCredited: 200 },
            ],
          }),
        ])
        .and(batchState, 'batch-1', [
          scheduled({
            form: 'NKL03',
            period: { from: '2025-12-31', to: '2025-12-31' },
            sessions: [{ sessionId: 's1', date: '2025-12-31', minutes: 90 }],
          }),
          ...takesPart(employeeId),
          attended(employeeId, 's1', 90),
          outcome(employeeId, 'completed'),
        ])
        .when(ofBatch)
        .then([
          credited({
            form: 'NKL03',
            year: 2025,
            activityDate: '2025-12-31',
            jpRaw: 200,
            jpCredited: 100,
            capApplied: perDay,
          }),
        ]));

    it('R22 counts the meetings of December apart from those of January', () =>
      under(id)
        .and(jpLedgerState, lastYear, [
          ofSession(2025, '2025-12-30', { source: { ...sessionSource, sessionId: 'm2' } }),
          ofSession(2025, '2025-12-31', { source: { ...sessionSource, sessionId: 'm3' } }),
        ])
        .and(mentorshipState, 'mentorship-1', on('2026-01-01'))
        .when(credit)
        .then([ofSession(2026, '2026-01-01')]));
  });

  it('R22 takes the day of the source in the ledger, whenever the credit is sent', () =>
    under(id)
      .and(policyState, POLICY, [adoptedWith({ 'mentoring.jp.perMeeting': set(300) }, '2026-02-01')])
      .and(mentorshipState, 'mentorship-1', on('2026-01-31'))
      .when(credit)
      .then([ofSession(2026, '2026-01-31')]));
});
