import {
  AdoptPolicyVersion,
  AuthorityEnded,
  AuthorityGranted,
  EmployeePlaced,
  EmployeeRegistered,
  EmployeeSeparated,
  EndAuthority,
  EstablishCompetencyStandard,
  GrantAuthority,
  GrantRecognition,
  indonesia2026,
  PlaceEmployee,
  POLICY,
  RegisterEmployee,
  SeparateEmployee,
} from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';
import { type Agency, type Attempt, belief } from '../agency.js';
import { AGENCY, competencies, contract, decree, everybody, grants, hash, office, standards, units } from '../cast.js';
import { plusDays } from '../days.js';
import type { Dice } from '../dice.js';
import { figures } from '../opening.js';
import { type Moves, play, type Story } from '../play.js';
import { evaluationsThatAre } from './evaluations.js';
import { ideas } from './leadership.js';
import { asPpk } from './officials.js';

export interface Employee {
  readonly id: string;
  kind: 'pns' | 'pppk' | 'pppkPartTime';
  unitId: string;
  superiorId: string | undefined;
  /** First day on which the person no longer serves. */
  leftOn: string | undefined;
}

const employeesView = projection({
  name: 'model-employees',
  version: 1,
  events: [EmployeeRegistered, EmployeePlaced, EmployeeSeparated],
  initial: (id: string): Employee => ({ id, kind: 'pns', unitId: units[0], superiorId: undefined, leftOn: undefined }),
  key: ({ stream }) => idOf(stream),
  on: {
    EmployeeRegistered: (person, { data }): Employee => ({ ...person, kind: data.kind }),
    EmployeePlaced: (person, { data: { unitId, superiorId } }): Employee => ({ ...person, unitId, superiorId }),
    EmployeeSeparated: (person, { data }): Employee => ({ ...person, leftOn: data.on }),
  },
});

/** The employees that the model knows, where they work last. */
export const employees = belief(employeesView);

/** Those who serve, as far as the model knows. */
export const staff = (agency: Agency): readonly Employee[] =>
  employees(agency).filter(({ leftOn }) => leftOn === undefined || leftOn > agency.today);

interface Grant {
  readonly id: string;
  subjectId: string;
  ended: boolean;
}

const authoritiesView = projection({
  name: 'model-authorities',
  version: 1,
  events: [AuthorityGranted, AuthorityEnded],
  initial: (id: string): Grant => ({ id, subjectId: '', ended: false }),
  key: ({ stream }) => idOf(stream),
  on: {
    AuthorityGranted: (grant, { data }): Grant => ({ ...grant, subjectId: data.subjectId }),
    AuthorityEnded: (grant): Grant => ({ ...grant, ended: true }),
  },
});

const authorities = belief(authoritiesView);

function register(agency: Agency, dice: Dice): Attempt {
  const id = agency.newId('baru');
  const kind = dice.oneOf('pns', 'pppk', 'pppkPartTime');
  const number = dice.chance(85) ? id : (dice.of(employees(agency))?.id ?? id);
  return {
    by: office.registrar,
    to: id,
    command: RegisterEmployee({
      kind,
      numberHash: hash(`nomor ${number}`),
      ...(kind !== 'pns' && { contract: { ...contract, from: plusDays(agency.today, -20) } }),
    }),
  };
}

function place(agency: Agency, dice: Dice, id: string): Attempt {
  const standard = dice.of(standards) ?? standards[2];
  const superior = dice.of(staff(agency));
  return {
    by: office.registrar,
    to: id,
    command: PlaceEmployee({
      position: standard.position,
      positionKind: standard.positionKind,
      standardId: standard.id,
      unitId: dice.of(units) ?? units[0],
      ...(superior !== undefined && { superiorId: dice.oneOf(superior.id, 'head-loket', 'head-izin') }),
      from: plusDays(agency.today, dice.oneOf(0, 0, 5)),
      decree: decree(agency.newId('tempat'), agency.today, dice.oneOf(0, 3)),
    }),
  };
}

const separate = (agency: Agency, dice: Dice, id: string): Attempt => ({
  by: office.registrar,
  to: id,
  command: SeparateEmployee({
    kind: dice.oneOf('retired', 'moved'),
    on: plusDays(agency.today, dice.oneOf(0, 14, 40)),
  }),
});

/** An acting official for some weeks, or an auditor; rightly or not. */
function grant(agency: Agency, dice: Dice): Attempt {
  const role = dice.oneOf('ppk', 'pyb', 'pyb', 'inspektorat');
  return {
    by: office.registrar,
    to: agency.newId('grant'),
    command: GrantAuthority({
      subjectId:
        dice.of([...everybody.filter((id) => id !== office.ppk && id !== office.pyb), 'deputi', 'deputi']) ?? '',
      role,
      scope: AGENCY,
      acting: dice.oneOf('plt', 'plh'),
      decree: decree(agency.newId('plt'), agency.today, 0),
      from: agency.today,
      ...(dice.chance(90) && { to: plusDays(agency.today, dice.oneOf(3, 20)) }),
    }),
  };
}

export const peopleMoves: Moves = {
  'somebody is registered': register,
  'somebody is placed': (agency, dice) => {
    const person = dice.of(employees(agency).filter(({ id }) => id.startsWith('baru') || dice.chance(15)));
    return person && place(agency, dice, person.id);
  },
  'somebody leaves': (agency, dice) => {
    const person = dice.of(employees(agency).filter(({ id }) => id.startsWith('baru') || dice.chance(4)));
    return person && separate(agency, dice, person.id);
  },
  'an authority is granted': grant,
  'an authority ends': (agency, dice) => {
    const first: readonly string[] = Object.values(grants);
    const found = dice.of(
      authorities(agency).filter(({ id, ended }) => !first.includes(id) && (!ended || dice.chance(20))),
    );
    return (
      found && {
        by: office.registrar,
        to: found.id,
        command: EndAuthority({ on: plusDays(agency.today, dice.oneOf(0, 5)), reason: { code: 'endOfTerm' } }),
      }
    );
  },
  'a policy version is adopted': (agency, dice) => ({
    ...asPpk,
    to: POLICY,
    command: AdoptPolicyVersion({
      version: dice.chance(90) ? agency.newId('kebijakan') : 'badan-2026',
      effectiveFrom: plusDays(agency.today, dice.oneOf(0, 0, 30)),
      legalBasis: indonesia2026.legalBasis,
      decree: decree(agency.newId('peraturan'), agency.today, dice.oneOf(0, 0, -3)),
      figures: {
        ...figures,
        'batch.attendance.minimum': { ...figures['batch.attendance.minimum'], value: dice.oneOf(8500, 6000, 10_000) },
        'mentoring.load.maximum': { ...figures['mentoring.load.maximum'], value: dice.oneOf(5, 2, 3) },
        'jp.maximum.pppk.mode': { ...figures['jp.maximum.pppk.mode'], value: dice.oneOf('block', 'block', 'warn') },
        'effect.minimum': { ...figures['effect.minimum'], value: dice.oneOf(500, 1000) },
      },
    }),
  }),
  'a standard is established anew': (agency, dice) => {
    const { id, position, positionKind, level } = dice.of(standards) ?? standards[0];
    return {
      ...asPpk,
      to: id,
      command: EstablishCompetencyStandard({
        positionKind,
        position,
        items: competencies.map((competency) => ({ competency, requiredLevel: level + dice.oneOf(0, 0, 1) })),
        effectiveFrom: plusDays(agency.today, dice.oneOf(0, 10)),
        decree: decree(agency.newId('standar'), agency.today),
      }),
    };
  },
  'somebody is recognised': (agency, dice) => {
    const person = dice.of(employees(agency));
    const evaluation = dice.of(evaluationsThatAre(agency, 'concluded', 'planned'));
    const idea = dice.of(ideas(agency));
    return (
      person && {
        by: dice.oneOf(office.pyb, person.id, 'head-loket'),
        to: person.id,
        command: GrantRecognition({
          recognitionId: agency.newId('penghargaan'),
          kind: 'letter',
          basis:
            evaluation !== undefined && dice.chance(40)
              ? { kind: 'evaluation', evaluationId: evaluation.id }
              : idea !== undefined && dice.chance(50)
                ? { kind: 'idea', ideaId: idea.id }
                : { kind: 'document', ref: 'surat-12' },
          careerLink: 'ipAsn',
          shownAsRoleModel: false,
        }),
      }
    );
  },
};

/** Somebody is registered, placed, moved, and leaves. */
export const somebodyComesAndGoes: Story = async function* (agency, dice) {
  const arrival = register(agency, dice);
  if (!(await play(agency, dice, arrival))) return;
  await play(agency, dice, place(agency, dice, arrival.to));
  yield plusDays(agency.today, dice.between(30, 120));
  await play(agency, dice, place(agency, dice, arrival.to));
  yield plusDays(agency.today, dice.between(30, 120));
  await play(agency, dice, separate(agency, dice, arrival.to));
};
