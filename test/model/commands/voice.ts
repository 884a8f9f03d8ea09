import {
  AnswerPublicReport,
  AssignImprovementAction,
  ClosePublicReport,
  CompleteImprovementAction,
  ForwardPublicReport,
  HoldPublicForum,
  ImprovementActionAssigned,
  ImprovementActionCompleted,
  PublicForumHeld,
  PublicInputRecorded,
  PublicReportAnswered,
  PublicReportClosed,
  PublicReportForwarded,
  PublicReportReceived,
  ReceivePublicReport,
  RecordPublicInput,
} from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';
import { type Agency, type Attempt, belief } from '../agency.js';
import { hash, office, people, SERVICE, units } from '../cast.js';
import { plusDays } from '../days.js';
import type { Dice } from '../dice.js';
import { type Moves, play, type Story } from '../play.js';
import { evaluations } from './evaluations.js';
import { needs } from './needs.js';
import { programs } from './programs.js';

interface Report {
  readonly id: string;
  status: 'none' | 'received' | 'deferred' | 'verified' | 'ended' | 'answered' | 'closed';
  unitId: string;
}

const reportsView = projection({
  name: 'model-reports',
  version: 1,
  events: [PublicReportReceived, PublicReportForwarded, PublicReportAnswered, PublicReportClosed],
  initial: (id: string): Report => ({ id, status: 'none', unitId: '' }),
  key: ({ stream }) => idOf(stream),
  on: {
    PublicReportReceived: (report, { data }): Report => ({ ...report, status: 'received', unitId: data.unitId }),
    PublicReportForwarded: (report, { data: { action } }): Report => ({
      ...report,
      status: action === 'verified' || action === 'deferred' ? action : 'ended',
    }),
    PublicReportAnswered: (report): Report => ({ ...report, status: 'answered' }),
    PublicReportClosed: (report): Report => ({ ...report, status: 'closed' }),
  },
});

/** The reports of the public that the model knows. */
const reports = belief(reportsView);

interface Forum {
  readonly id: string;
  date: string;
  inputs: readonly string[];
}

const forumsView = projection({
  name: 'model-forums',
  version: 1,
  events: [PublicForumHeld, PublicInputRecorded],
  initial: (id: string): Forum => ({ id, date: '', inputs: [] }),
  key: ({ stream }) => idOf(stream),
  on: {
    PublicForumHeld: (forum, { data }): Forum => ({ ...forum, date: data.date }),
    PublicInputRecorded: (forum, { data }): Forum => ({ ...forum, inputs: [...forum.inputs, data.inputId] }),
  },
});

const forums = belief(forumsView);

interface Action {
  readonly id: string;
  ownerId: string;
  completed: boolean;
}

const actionsView = projection({
  name: 'model-actions',
  version: 1,
  events: [ImprovementActionAssigned, ImprovementActionCompleted],
  initial: (id: string): Action => ({ id, ownerId: '', completed: false }),
  key: ({ stream }) => idOf(stream),
  on: {
    ImprovementActionAssigned: (action, { data }): Action => ({ ...action, ownerId: data.ownerId }),
    ImprovementActionCompleted: (action): Action => ({ ...action, completed: true }),
  },
});

const actions = belief(actionsView);

function receive(agency: Agency, dice: Dice): Attempt {
  const unitId = dice.of(units) ?? units[0];
  const closed = dice.of(reports(agency));
  return {
    by: office.intake,
    to: agency.newId('laporan'),
    command: ReceivePublicReport({
      externalRef: agency.newId('LAPOR'),
      channel: 'sp4nLapor',
      classification: dice.oneOf('complaint', 'complaintOversight', 'complaintOversight', 'information'),
      service: SERVICE,
      unitId,
      topicCodes: ['waktu-tunggu'],
      receivedOn: plusDays(agency.today, -dice.oneOf(0, 2)),
      ...(closed !== undefined && dice.chance(15) && { reopens: closed.id }),
    }),
  };
}

function forward(agency: Agency, dice: Dice, { id, unitId }: Report): Attempt {
  const action = dice.oneOf('verified', 'verified', 'deferred', 'notOurs', 'archived');
  return {
    by: dice.oneOf(office.intake, office.verifier, 'head-loket', 'staff-3'),
    to: id,
    command: ForwardPublicReport({
      action,
      ...(action === 'verified' ? { toUnitId: unitId } : { reason: { code: 'incomplete' } }),
      on: agency.today,
    }),
  };
}

const answer = (agency: Agency, dice: Dice, { id }: Report): Attempt => ({
  by: dice.oneOf('head-loket', 'head-izin'),
  to: id,
  command: AnswerPublicReport({ on: plusDays(agency.today, dice.oneOf(0, 0, -1)) }),
});

function close(agency: Agency, dice: Dice, { id }: Report): Attempt {
  const need = dice.of(needs(agency));
  return {
    by: dice.oneOf(office.intake, office.verifier, 'head-loket', 'head-izin'),
    to: id,
    command: ClosePublicReport({
      on: agency.today,
      satisfied: dice.chance(60),
      ...(need !== undefined && dice.chance(30) && { developmentNeedId: need.id }),
    }),
  };
}

function hold(agency: Agency, dice: Dice): Attempt {
  return {
    by: office.organiser,
    to: agency.newId('forum'),
    command: HoldPublicForum({
      date: plusDays(agency.today, -dice.oneOf(0, 1, 1, -1)),
      place: 'Kecamatan Utara',
      hostId: office.ppk,
      attendees: 40,
      topicCodes: ['layanan'],
    }),
  };
}

const hear = (agency: Agency, dice: Dice, { id }: Forum): Attempt => ({
  by: office.intake,
  to: id,
  command: RecordPublicInput({
    inputId: agency.newId('masukan'),
    kind: dice.oneOf('complaint', 'suggestion', 'praise'),
    unitId: dice.of(units) ?? units[0],
    topicCodes: ['waktu-tunggu'],
  }),
});

/** Somebody is told to improve something, for one of the reasons that the model knows. */
function assign(agency: Agency, dice: Dice): Attempt | undefined {
  const report = dice.of(reports(agency));
  const forum = dice.of(forums(agency).filter(({ inputs }) => inputs.length > 0));
  const evaluation = dice.of(evaluations(agency));
  const program = dice.of(programs(agency));
  const cause = dice.of([
    ...(report ? [{ kind: 'complaint', reportId: report.id } as const] : []),
    ...(forum ? [{ kind: 'input', forumId: forum.id, inputId: forum.inputs[0] ?? '' } as const] : []),
    ...(evaluation ? [{ kind: 'evaluation', evaluationId: evaluation.id } as const] : []),
  ]);
  if (cause === undefined) return undefined;
  return {
    by: office.pyb,
    to: agency.newId('perbaikan'),
    command: AssignImprovementAction({
      target:
        program !== undefined && dice.chance(30)
          ? { kind: 'program', programId: program.id }
          : { kind: 'serviceUnit', unitId: dice.of(units) ?? units[0] },
      cause,
      task: 'tambah loket pada jam sibuk',
      ownerId: dice.of(people)?.id ?? 'staff-1',
      due: plusDays(agency.today, dice.oneOf(14, 30, 30, -1)),
    }),
  };
}

const carryOut = ({ id, ownerId }: Action, dice: Dice): Attempt => ({
  by: dice.oneOf(office.verifier, office.verifier, ownerId),
  to: id,
  command: CompleteImprovementAction({ evidenceHash: hash(`selesai ${id}`) }),
});

export const voiceMoves: Moves = {
  'a report is received': receive,
  'a report is forwarded': (agency, dice) => {
    const report = dice.of(reports(agency).slice(-5));
    return report && forward(agency, dice, report);
  },
  'a report is answered': (agency, dice) => {
    const report = dice.of(reports(agency).slice(-5));
    return report && answer(agency, dice, report);
  },
  'a report is closed': (agency, dice) => {
    const report = dice.of(reports(agency).slice(-5));
    return report && close(agency, dice, report);
  },
  'a forum is held': hold,
  'an input is recorded': (agency, dice) => {
    const forum = dice.of(forums(agency));
    return forum && hear(agency, dice, forum);
  },
  'an improvement is assigned': assign,
  'an improvement is completed': (agency, dice) => {
    const action = dice.of(actions(agency).slice(-4));
    return action && carryOut(action, dice);
  },
};

/** A complaint comes in, is answered and closed, and leads to an improvement. */
export const aComplaintIsAnswered: Story = async function* (agency, dice) {
  const reported = receive(agency, dice);
  if (!(await play(agency, dice, reported))) return;
  const report = () => reports(agency).find(({ id }) => id === reported.to);
  for (const step of [forward, answer, close]) {
    yield plusDays(agency.today, dice.between(0, 4));
    const now = report();
    if (now !== undefined) await play(agency, dice, step(agency, dice, now));
  }
  if (dice.chance(50)) {
    const gathering = hold(agency, dice);
    await play(agency, dice, gathering);
    const forum = forums(agency).find(({ id }) => id === gathering.to);
    if (forum !== undefined) await play(agency, dice, hear(agency, dice, forum));
  }
  await play(agency, dice, assign(agency, dice));
  yield plusDays(agency.today, dice.between(5, 20));
  const action = actions(agency).at(-1);
  if (action !== undefined) await play(agency, dice, carryOut(action, dice));
};
