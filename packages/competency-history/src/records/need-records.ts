import {
  type CompetencyCode,
  type DevelopmentForm,
  DevelopmentNeedDeclined,
  DevelopmentNeedLeftUnserved,
  DevelopmentNeedProposed,
  DevelopmentNeedValidated,
  DevelopmentNeedVerified,
} from '@pembinaan/core';
import { type Instant, idOf } from '@pembinaan/event-sourcing';
import { peopleRecord } from './record.js';
import { register } from './register.js';

/** A development need, as it was proposed last, and how far it came. */
export interface NeedRow {
  /** Null while only later events are known. */
  proposal: {
    /** The person who needs it; null where a unit or the institution does. */
    readonly employeeId: string | null;
    readonly year: number;
    readonly origin: string;
    readonly competency: CompetencyCode;
    readonly form: DevelopmentForm;
    /** JP hundredths. */
    readonly jp: number;
    readonly proposedAt: Instant;
  } | null;
  /** `declined`: returned for repair, or rejected. */
  status: 'proposed' | 'verified' | 'declined' | 'validated';
  /** Whether a programme that was to serve it was cancelled since it was proposed. */
  unserved: boolean;
}

/** The needs that were proposed for a person. */
export interface NeedsRecord {
  needIds: string[];
}

/** Which needs were proposed for each person; what became of them stands in {@link developmentNeeds}. */
export const needRecords = peopleRecord({
  name: 'needs',
  reads: { categories: ['developmentNeed'] },
  events: [DevelopmentNeedProposed],
  initial: (): NeedsRecord => ({ needIds: [] }),
  on: {
    DevelopmentNeedProposed: (record, _, { stream }) => {
      const needId = idOf(stream);
      // A need that was returned is proposed anew in the same stream.
      if (record.needIds.at(-1) !== needId) record.needIds.push(needId);
      return record;
    },
  },
});

/** The development needs of the people at hand, by their ids. */
export const developmentNeeds = register({
  name: 'development-needs',
  category: 'developmentNeed',
  neededBy: (people) => people.streams('developmentNeed'),
  events: [
    DevelopmentNeedProposed,
    DevelopmentNeedVerified,
    DevelopmentNeedDeclined,
    DevelopmentNeedValidated,
    DevelopmentNeedLeftUnserved,
  ],
  initial: (): NeedRow => ({ proposal: null, status: 'proposed', unserved: false }),
  on: {
    DevelopmentNeedProposed: (row, { data, occurredAt }) => {
      const { year, origin, target, competency, form, jp } = data;
      const employeeId = target.kind === 'employee' ? target.employeeId : null;
      row.proposal = { employeeId, year, origin: origin.kind, competency, form, jp, proposedAt: occurredAt };
      row.unserved = false;
      return inStatus(row, 'proposed');
    },
    DevelopmentNeedVerified: (row) => inStatus(row, 'verified'),
    DevelopmentNeedDeclined: (row) => inStatus(row, 'declined'),
    DevelopmentNeedValidated: (row) => inStatus(row, 'validated'),
    DevelopmentNeedLeftUnserved: (row) => {
      row.unserved = true;
      return row;
    },
  },
});

function inStatus(row: NeedRow, status: NeedRow['status']): NeedRow {
  row.status = status;
  return row;
}
