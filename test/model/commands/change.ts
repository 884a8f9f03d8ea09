import { GiveChangeSupport, ObserveChangeResistance } from '@pembinaan/core';
import { office, units } from '../cast.js';
import { plusDays } from '../days.js';
import type { Moves } from '../play.js';
import { evaluations } from './evaluations.js';

export const changeMoves: Moves = {
  'resistance is observed': (agency, dice) => {
    const unitId = dice.of(units) ?? units[0];
    const observedOn = plusDays(agency.today, -dice.oneOf(0, 3, 30));
    return {
      by: office.verifier,
      to: `${unitId}-${observedOn.slice(0, 4)}`,
      command: ObserveChangeResistance({
        observationId: agency.newId('amatan'),
        unitId,
        about: dice.oneOf('training', 'procedure'),
        level: dice.between(1, 4),
        basis: 'survey',
        n: dice.oneOf(5, 9, 4, 12),
        observedOn,
      }),
    };
  },
  'support is given': (agency, dice) => {
    const unitId = dice.of(units) ?? units[0];
    const date = plusDays(agency.today, -dice.oneOf(0, 3));
    const kind = dice.oneOf('education', 'evidence', 'evidence');
    const evaluation = dice.of(evaluations(agency));
    return {
      by: office.organiser,
      to: `${unitId}-${date.slice(0, 4)}`,
      command: GiveChangeSupport({
        supportId: agency.newId('dukungan'),
        unitId,
        kind,
        about: 'procedure',
        ...(kind === 'evidence' && evaluation !== undefined && { evaluationId: evaluation.id }),
        reach: 12,
        date,
      }),
    };
  },
};
