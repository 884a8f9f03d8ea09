import { ProgramDesigned } from '@pembinaan/core';
import { assignmentRecords } from './assignment-records.js';
import { register } from './register.js';

export interface ProgramPlanItemRow {
  /** The item of a plan from which the programme comes; null where it comes from none. */
  readonly planItem: { readonly planId: string; readonly itemId: string } | null;
}

/** The plan items behind the programmes to which the people at hand were nominated, by programme id. */
export const programPlanItems = register({
  name: 'program-plan-items',
  category: 'program',
  neededBy: (people) => {
    const ids = new Set<string>();
    for (const { batches } of people.records(assignmentRecords)) {
      for (const { programId } of Object.values(batches)) ids.add(programId);
    }
    return ids;
  },
  events: [ProgramDesigned],
  initial: (): ProgramPlanItemRow => ({ planItem: null }),
  on: {
    ProgramDesigned: (_, { data: { planItem } }) => ({ planItem: planItem === undefined ? null : { ...planItem } }),
  },
});
