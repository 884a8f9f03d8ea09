import {
  DeclineDevelopmentNeed,
  DevelopmentNeedDeclined,
  DevelopmentNeedLeftUnserved,
  DevelopmentNeedProposed,
  DevelopmentNeedValidated,
  DevelopmentNeedVerified,
  OpenNeedsCycle,
  ProposeDevelopmentNeed,
  ValidateDevelopmentNeed,
  VerifyDevelopmentNeed,
} from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';
import { type Agency, type Attempt, belief } from '../agency.js';
import { AGENCY, competencies, office, people, units } from '../cast.js';
import { plusDays } from '../days.js';
import type { Dice } from '../dice.js';
import { type Moves, play, type Story } from '../play.js';
import { asPyb } from './officials.js';

export interface Need {
  readonly id: string;
  status: 'none' | 'proposed' | 'verified' | 'validated' | 'returned' | 'rejected';
  jp: number;
  cost: number;
  form: 'KL03' | 'KL07' | 'NKL03';
  competency: string;
  proposedBy: string;
}

const needsView = projection({
  name: 'model-needs',
  version: 1,
  events: [
    DevelopmentNeedProposed,
    DevelopmentNeedVerified,
    DevelopmentNeedDeclined,
    DevelopmentNeedValidated,
    DevelopmentNeedLeftUnserved,
  ],
  initial: (id: string): Need => ({
    id,
    status: 'none',
    jp: 0,
    cost: 0,
    form: 'KL03',
    competency: 'M05',
    proposedBy: '',
  }),
  key: ({ stream }) => idOf(stream),
  on: {
    DevelopmentNeedProposed: (need, { data }): Need => ({
      ...need,
      status: 'proposed',
      jp: data.jp,
      cost: data.estimatedCost,
      form: data.form === 'KL07' || data.form === 'NKL03' ? data.form : 'KL03',
      competency: data.competency,
      proposedBy: data.proposedBy.subjectId,
    }),
    DevelopmentNeedVerified: (need): Need => ({ ...need, status: 'verified' }),
    DevelopmentNeedDeclined: (need, { data }): Need => ({ ...need, status: data.kind }),
    DevelopmentNeedValidated: (need): Need => ({ ...need, status: 'validated' }),
    DevelopmentNeedLeftUnserved: (need): Need => need,
  },
});

/** The needs that the model knows, and where they stand. */
export const needs = belief(needsView);

export const needsThatAre = (agency: Agency, ...statuses: readonly Need['status'][]): readonly Need[] =>
  needs(agency).filter(({ status }) => statuses.includes(status));

const yearOf = (day: string): number => Number(day.slice(0, 4));

function propose(agency: Agency, dice: Dice, id = agency.newId('need')): Attempt {
  const person = dice.of(people);
  const unitId = dice.of(units) ?? units[0];
  return {
    by: dice.oneOf('head-loket', 'head-izin'),
    to: id,
    command: ProposeDevelopmentNeed({
      year: yearOf(agency.today),
      origin: dice.oneOf(
        { kind: 'strategic' },
        { kind: 'complaint', ref: 'keluhan-17' },
        { kind: 'gap', ref: 'gap-1' },
      ),
      target:
        person !== undefined && dice.chance(30)
          ? { kind: 'employee', employeeId: person.id }
          : dice.oneOf({ kind: 'unit', unitId }, { kind: 'institution' }),
      competency: dice.of(competencies) ?? 'M05',
      form: dice.oneOf('KL03', 'KL03', 'KL07', 'NKL03'),
      jp: dice.oneOf(400, 800, 1000, 1600),
      estimatedCost: dice.oneOf(0, 5_000_000, 12_000_000),
    }),
  };
}

const verify = (id: string): Attempt => ({
  by: office.verifier,
  to: id,
  command: VerifyDevelopmentNeed({ checklist: [{ item: 'asal-usul', met: true }] }),
});

const validate = (id: string, dice: Dice): Attempt => ({
  by: office.validator,
  to: id,
  command: ValidateDevelopmentNeed({ priority: dice.oneOf('high', 'medium', 'low') }),
});

const decline = (id: string, dice: Dice): Attempt => ({
  by: dice.oneOf(office.verifier, office.validator),
  to: id,
  command: DeclineDevelopmentNeed({
    kind: dice.oneOf('returned', 'returned', 'rejected'),
    reason: dice.oneOf({ code: 'incomplete' }, { code: 'other', text: 'belum jelas' }, { code: 'other' }),
  }),
});

export const needMoves: Moves = {
  'somebody proposes a need': propose,
  'a need is verified': (agency, dice) => {
    const need = dice.of(needsThatAre(agency, 'proposed'));
    return need && verify(need.id);
  },
  'a need is validated': (agency, dice) => {
    const need = dice.of(needsThatAre(agency, 'verified'));
    return need && validate(need.id, dice);
  },
  'a need is declined': (agency, dice) => {
    const need = dice.of(needsThatAre(agency, 'proposed', 'verified', 'validated'));
    return need && decline(need.id, dice);
  },
  'a returned need is proposed again': (agency, dice) => {
    const need = dice.of(needsThatAre(agency, 'returned', 'rejected'));
    return need && { ...propose(agency, dice, need.id), by: dice.oneOf(need.proposedBy, office.verifier) };
  },
  'a needs cycle is opened': (agency, dice) => {
    const year = yearOf(agency.today) + dice.oneOf(0, 1);
    return {
      ...asPyb,
      to: `${AGENCY}-${year}`,
      command: OpenNeedsCycle({ agencyId: AGENCY, year, startsOn: plusDays(agency.today, dice.between(0, 9)) }),
    };
  },
};

/** Some needs come up and are agreed on, one of them perhaps only at the second go. */
export const needsAreAgreedOn: Story = async function* (agency, dice) {
  for (let count = dice.between(1, 3); count > 0; count--) {
    const proposal = propose(agency, dice);
    const id = proposal.to;
    if (!(await play(agency, dice, proposal))) continue;
    yield plusDays(agency.today, dice.between(0, 5));
    if (dice.chance(25)) {
      await play(agency, dice, decline(id, dice));
      await play(agency, dice, { ...propose(agency, dice, id), by: proposal.by });
    }
    if (await play(agency, dice, verify(id))) await play(agency, dice, validate(id, dice));
  }
};
