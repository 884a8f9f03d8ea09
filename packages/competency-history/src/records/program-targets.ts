import { ProgramDesigned } from '@pembinaan/core';
import { register } from './register.js';

export interface ProgramTargetRow {
  competencies: readonly string[];
}

/** The competencies at which each programme aims, by programme id. */
export const programTargets = register({
  name: 'program-targets',
  category: 'program',
  events: [ProgramDesigned],
  initial: (): ProgramTargetRow => ({ competencies: [] }),
  on: {
    ProgramDesigned: (_, { data }) => ({ competencies: data.competencies.map(({ code }) => code) }),
  },
});
