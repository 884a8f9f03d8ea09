import { describeProjectionLaws, givenEvents } from '@pembinaan/event-sourcing/testing';
import { describe, it } from 'vitest';
import { participantAgenda } from '../../src/registers/participant-agenda.js';
import { LocalDate } from '../../src/values/index.js';
import { lawData } from '../governance/fixtures.js';
import {
  assignedTo,
  batchCancelled,
  confirmed,
  declined,
  internship,
  nominated,
  outcome,
  schedule,
  takesPart,
  workplaceCompleted,
  workplaceStopped,
} from '../train/fixtures.js';

const days = ({ from, to }: { from: string; to: string }) => ({ from: LocalDate.parse(from), to: LocalDate.parse(to) });
const inBatch = { kind: 'batch' as const, id: '1', programId: 'program-1', period: days(schedule.period) };
const stay = { kind: 'workplace' as const, id: '1', period: days(internship.period), jp: 2000 };
const person = 'employee-1';

describe('the register of the agenda of a person', () => {
  it('lists a nomination, with no JP until it is confirmed', () =>
    givenEvents(participantAgenda, [['batch-1', nominated(person)]]).thenRow(person, {
      entries: [{ ...inBatch, jp: 0, status: 'nominated' }],
    }));

  it('takes a confirmation for the nomination, with the JP that it assigns', () =>
    givenEvents(
      participantAgenda,
      takesPart(person).map((event) => ['batch-1', event] as const),
    ).thenRow(person, {
      entries: [{ ...inBatch, jp: 2000, status: 'confirmed' }],
    }));

  it('lists a person who is nominated again once', () =>
    givenEvents(participantAgenda, [
      ['batch-1', nominated(person)],
      ['batch-1', declined(person)],
      ['batch-1', nominated(person)],
    ]).thenRow(person, { entries: [{ ...inBatch, jp: 0, status: 'nominated' }] }));

  it('keeps what was declined', () =>
    givenEvents(participantAgenda, [
      ['batch-1', nominated(person)],
      ['batch-1', declined(person)],
    ]).thenRow(person, { entries: [{ ...inBatch, jp: 0, status: 'declined' }] }));

  it.each(['completed', 'notCompleted', 'withdrawn'] as const)(
    'keeps the outcome %s, and corrects it',
    async (kind) => {
      await givenEvents(participantAgenda, [
        ['batch-1', nominated(person)],
        ['batch-1', confirmed(person)],
        ['batch-1', outcome(person, 'completed')],
        ['batch-1', outcome(person, kind)],
      ]).thenRow(person, { entries: [{ ...inBatch, jp: 2000, status: kind }] });
    },
  );

  it('learns of a cancellation from the participants that it names, and of no other batch', async () => {
    const view = givenEvents(participantAgenda, [
      ...takesPart(person).map((event) => ['batch-1', event] as const),
      ...takesPart(person).map((event) => ['batch-2', event] as const),
      ...takesPart('employee-2').map((event) => ['batch-2', event] as const),
      ['batch-1', batchCancelled],
    ]);
    await view.thenRow(person, {
      entries: [
        { ...inBatch, jp: 2000, status: 'cancelled' },
        { ...inBatch, id: '2', jp: 2000, status: 'confirmed' },
      ],
    });
    await view.thenRow('employee-2', { entries: [{ ...inBatch, id: '2', jp: 2000, status: 'confirmed' }] });
  });

  it('lists a stay at a workplace, and a batch of the same id beside it', () =>
    givenEvents(participantAgenda, [
      ['workplaceLearning-1', assignedTo()],
      ['batch-1', nominated(person)],
      ['batch-1', declined(person)],
    ]).thenRow(person, {
      entries: [
        { ...stay, status: 'assigned' },
        { ...inBatch, jp: 0, status: 'declined' },
      ],
    }));

  it('names the programme of a stay that belongs to one', () =>
    givenEvents(participantAgenda, [['workplaceLearning-1', assignedTo({ programId: 'program-1' })]]).thenRow(person, {
      entries: [{ ...stay, programId: 'program-1', status: 'assigned' }],
    }));

  it('settles a stay that was completed, and one that was stopped', async () => {
    const after = (end: ReturnType<typeof workplaceCompleted>) =>
      givenEvents(participantAgenda, [
        ['batch-1', nominated(person)],
        ['workplaceLearning-1', assignedTo()],
        ['workplaceLearning-1', end],
      ]);
    const nomination = { ...inBatch, jp: 0, status: 'nominated' as const };
    await after(workplaceCompleted()).thenRow(person, { entries: [nomination, { ...stay, status: 'completed' }] });
    await after(workplaceStopped()).thenRow(person, { entries: [nomination, { ...stay, status: 'stopped' }] });
  });
});

describeProjectionLaws('participantAgenda', participantAgenda, {
  streams: () => ['batch-1', 'workplaceLearning-1'],
  override: lawData,
});
