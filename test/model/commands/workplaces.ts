import {
  AssignWorkplaceLearning,
  CompleteWorkplaceLearning,
  WorkplaceLearningAssigned,
  WorkplaceLearningCompleted,
} from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';
import { type Agency, type Attempt, belief } from '../agency.js';
import { hash, office, units } from '../cast.js';
import { plusDays } from '../days.js';
import type { Dice } from '../dice.js';
import { type Moves, play, type Story } from '../play.js';
import { credit } from './credits.js';
import { partners } from './partners.js';
import { staff } from './people.js';

export interface Stay {
  readonly id: string;
  status: 'none' | 'assigned' | 'completed' | 'stopped';
  employeeId: string;
  form: string;
  from: string;
  to: string;
}

const staysView = projection({
  name: 'model-stays',
  version: 1,
  events: [WorkplaceLearningAssigned, WorkplaceLearningCompleted],
  initial: (id: string): Stay => ({ id, status: 'none', employeeId: '', form: '', from: '', to: '' }),
  key: ({ stream }) => idOf(stream),
  on: {
    WorkplaceLearningAssigned: (stay, { data: { employeeId, form, period } }): Stay => ({
      ...stay,
      status: 'assigned',
      employeeId,
      form,
      ...period,
    }),
    WorkplaceLearningCompleted: (stay, { data }): Stay => ({ ...stay, status: data.outcome, to: data.on }),
  },
});

/** Who learns, or learnt, at a workplace. */
export const stays = belief(staysView);

function assign(agency: Agency, dice: Dice): Attempt | undefined {
  const person = dice.of(staff(agency));
  const partner = dice.of(partners(agency));
  const from = plusDays(agency.today, dice.between(0, 10));
  if (person === undefined) return undefined;
  return {
    by: dice.oneOf(office.planner, 'head-loket'),
    to: agency.newId('magang'),
    command: AssignWorkplaceLearning({
      employeeId: person.id,
      form: dice.oneOf('NKL12', 'NKL07', 'NKL07', 'NKL11', 'NKL05'),
      host:
        partner !== undefined && dice.chance(40)
          ? { kind: 'partner', partnerId: partner.id }
          : { kind: 'unit', unitId: dice.of(units) ?? units[0] },
      hostMentorId: dice.oneOf('senior-loket', 'senior-izin', 'dosen'),
      period: { from, to: plusDays(from, dice.between(2, 40)) },
      objectives: ['alur layanan'],
      international: dice.chance(15),
      ...((person.kind !== 'pns' ? dice.chance(92) : dice.chance(20)) && { assignmentLetterRef: 'ST/MAGANG' }),
    }),
  };
}

function finish(agency: Agency, dice: Dice, { id, form, from, to }: Stay): Attempt {
  const stopped = dice.chance(15);
  return {
    by: dice.oneOf(office.verifier, office.verifier, office.planner),
    to: id,
    command: CompleteWorkplaceLearning({
      outcome: stopped ? 'stopped' : 'completed',
      ...(stopped && { reason: { code: 'recalled' } }),
      on: to < agency.today ? to : agency.today,
      ...(form === 'NKL11' && {
        meetings: [0, 1, 2].map((day) => ({ date: plusDays(from, day), minutes: 60 })).filter(({ date }) => date <= to),
      }),
      ...(dice.chance(92) && { reportHash: hash(`laporan ${id}`) }),
      lessons: ['antrean per jenis layanan'],
      hostConfirmation: 'SURAT/TUAN-RUMAH',
    }),
  };
}

export const workplaceMoves: Moves = {
  'somebody is sent to learn at a workplace': assign,
  'learning at a workplace ends': (agency, dice) => {
    const stay = dice.of(stays(agency).slice(-4));
    return stay && finish(agency, dice, stay);
  },
};

/** Somebody learns at a workplace for some weeks, reports, and is credited. */
export const somebodyLearnsAtAWorkplace: Story = async function* (agency, dice) {
  const attempt = assign(agency, dice);
  if (attempt === undefined || !(await play(agency, dice, attempt))) return;
  const stay = stays(agency).find(({ id }) => id === attempt.to);
  if (stay === undefined) return;
  yield plusDays(stay.to, dice.between(0, 3));
  if (!(await play(agency, dice, finish(agency, dice, stay)))) return;
  await play(
    agency,
    dice,
    credit(stay.employeeId, stay.to.slice(0, 4), { kind: 'workplace', workplaceLearningId: stay.id }),
  );
};
