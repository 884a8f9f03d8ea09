import { ProgramDesigned } from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';

export interface ProgramTargetRow {
  competencies: readonly string[];
}

/** The competencies at which each programme aims, keyed by programme id. */
export const programTargets = projection({
  name: 'program-targets',
  version: 1,
  events: [ProgramDesigned],
  initial: (): ProgramTargetRow => ({ competencies: [] }),
  key: (event) => idOf(event.stream),
  on: {
    ProgramDesigned: (_, { data }) => ({ competencies: data.competencies.map(({ code }) => code) }),
  },
});
