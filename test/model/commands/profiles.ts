import { AssessCompetency, RecordPerformancePredicate, ValidateCompetencyGap } from '@pembinaan/core';
import type { Agency, Attempt } from '../agency.js';
import { competencies, office } from '../cast.js';
import type { Dice } from '../dice.js';
import type { Moves } from '../play.js';
import { batches } from './batches.js';
import { employees } from './people.js';

function assess(agency: Agency, dice: Dice, own: boolean): Attempt | undefined {
  const person = dice.of(employees(agency));
  const batch = dice.of(batches(agency));
  if (person === undefined) return undefined;
  return {
    by: own ? person.id : dice.oneOf(office.assessor, office.assessor, office.trainer),
    to: person.id,
    command: AssessCompetency({
      assessmentId: agency.newId('penilaian'),
      competency: dice.of(competencies) ?? 'M05',
      level: dice.between(0, 9) === 0 ? dice.oneOf(0, 6) : dice.between(1, 4),
      method: own ? 'self' : dice.oneOf('test', 'superior', 'training'),
      evidence: [
        batch !== undefined && dice.chance(50)
          ? { kind: 'batch', batchId: batch.id }
          : { kind: 'document', ref: 'lembar-asesmen' },
      ],
    }),
  };
}

export const profileMoves: Moves = {
  'a competency is assessed': (agency, dice) => assess(agency, dice, false),
  'somebody assesses himself': (agency, dice) => assess(agency, dice, true),
  'a gap is validated': (agency, dice) => {
    const person = dice.of(employees(agency));
    return (
      person && {
        by: dice.oneOf(office.validator, office.validator, office.assessor),
        to: person.id,
        command: ValidateCompetencyGap({
          gapId: agency.newId('kesenjangan'),
          competency: dice.of(competencies) ?? 'M05',
          priority: 'high',
        }),
      }
    );
  },
  'a performance predicate is recorded': (agency, dice) => {
    const person = dice.of(employees(agency));
    const year = Number(agency.today.slice(0, 4)) - dice.oneOf(0, 1);
    return (
      person && {
        by: office.registrar,
        to: person.id,
        command: RecordPerformancePredicate({
          period: { year, quarter: dice.between(1, 4) },
          results: dice.oneOf('above', 'meets', 'below'),
          behaviour: dice.oneOf('above', 'meets', 'below'),
          source: 'eKinerja',
          ...(dice.chance(30) && { predicate: dice.oneOf('baik', 'kurang', 'sangatBaik') }),
        }),
      }
    );
  },
};
