import { describe, expect, it } from 'vitest';
import { MentorshipApproved } from '../../src/mentor/mentorship/events.js';
import { SeparateEmployee } from '../../src/people/employee/commands.js';
import { WorkplaceLearningAssigned } from '../../src/train/workplace-learning/events.js';
import { policyAdopted } from '../governance/fixtures.js';
import { confirmed, mentorship, nominated, outcome, pns, schedule, scheduled, takesPart } from '../train/fixtures.js';
import { agencyWith } from './fixtures.js';

const later = { from: '2026-07-06', to: '2026-07-10' };
const laterBatch = { period: later, sessions: [{ sessionId: 's1', date: '2026-07-06', minutes: 180 }] };
const employeeId = 'employee-1';
const leaving = SeparateEmployee({ kind: 'retired', on: '2026-06-01' });
const base = { 'policy-agency': [policyAdopted], 'employee-employee-1': [pns] };

describe('whoever separates', () => {
  it('is declined where nominated', async () => {
    const agency = await agencyWith({
      ...base,
      'batch-b1': [scheduled(laterBatch), nominated(employeeId, { period: later })],
    });
    await agency.does('clerk-1', employeeId, leaving);
    await agency.settle();
    expect(await agency.events('NominationDeclined')).toMatchObject([
      { stream: 'batch-b1', data: { employeeId, by: 'bkpsdm', reason: { code: 'separated' } } },
    ]);
    expect(await agency.refused()).toEqual([]);
  });

  it('gives up places in batches to come, and keeps what is decided or over', async () => {
    const agency = await agencyWith({
      ...base,
      'batch-b1': [
        scheduled(laterBatch),
        nominated(employeeId, { period: later }),
        confirmed(employeeId, { period: later }),
      ],
      'batch-b2': [scheduled(), ...takesPart(employeeId), outcome(employeeId, 'completed')],
      'batch-b3': [scheduled(), ...takesPart(employeeId)],
    });
    await agency.does('clerk-1', employeeId, leaving);
    await agency.settle();
    const decided = (await agency.events('ParticipantOutcomeDecided')).filter(({ metadata }) =>
      metadata.actor.subjectId.startsWith('process.'),
    );
    // What was over before the last day is left to the organiser: the person may well have completed it.
    expect(decided).toMatchObject([
      { stream: 'batch-b1', data: { employeeId, outcome: 'withdrawn', reason: { code: 'separated' } } },
    ]);
    expect(schedule.period.to < '2026-06-01').toBe(true);
  });

  it('leaves mentorships on either side, and stays at a workplace', async () => {
    const asMentor = { ...mentorship().data, mentorId: employeeId, menteeId: 'employee-2' };
    const agency = await agencyWith({
      ...base,
      'mentorship-m1': [
        mentorship(),
        MentorshipApproved.of({ mentorId: 'mentor-1', menteeId: employeeId, approvedBy: { subjectId: 'ppk-1' } }),
      ],
      'mentorship-m2': [{ type: 'MentorshipProposed', data: asMentor }],
      'workplaceLearning-w1': [
        WorkplaceLearningAssigned.of({
          employeeId,
          form: 'NKL12',
          host: { kind: 'unit', unitId: 'unit-tax' },
          hostMentorId: 'mentor-9',
          period: { from: '2026-05-25', to: '2026-06-19' },
          objectives: ['one queue'],
          international: false,
          jp: 2000,
          aboveCeiling: false,
          assignedBy: { subjectId: 'planner-1' },
        }),
      ],
    });
    await agency.does('clerk-1', employeeId, leaving);
    await agency.settle();
    expect((await agency.events('MentorshipEnded')).map(({ stream }) => stream).sort()).toEqual([
      'mentorship-m1',
      'mentorship-m2',
    ]);
    expect(await agency.events('WorkplaceLearningCompleted')).toMatchObject([
      { stream: 'workplaceLearning-w1', data: { outcome: 'stopped', reason: { code: 'separated' }, on: '2026-06-01' } },
    ]);
    expect(await agency.refused()).toEqual([]);
    await agency.settleAnew();
    expect(await agency.events('MentorshipEnded')).toHaveLength(2);
  });
});
