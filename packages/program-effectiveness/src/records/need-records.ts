import {
  DevelopmentNeedDeclined,
  DevelopmentNeedLeftUnserved,
  DevelopmentNeedProposed,
  DevelopmentNeedValidated,
  DevelopmentNeedVerified,
} from '@pembinaan/core';
import { idOf, projection } from '@pembinaan/event-sourcing';

export interface NeedRow {
  readonly needId: string;
  status: 'none' | 'proposed' | 'verified' | 'validated' | 'returned' | 'rejected';
  year: number | null;
  cycleId: string | null;
  origin: string | null;
  originRef: string | null;
  unitId: string | null;
  employeeId: string | null;
  competency: string | null;
  /** Instants; null until then. */
  proposedAt: string | null;
  verifiedAt: string | null;
  validatedAt: string | null;
  /** The programmes that were to serve it and were cancelled, with the instant of the note. */
  unserved: { readonly programId: string; readonly at: string }[];
}

/** The development needs and how far each has come, keyed by need. */
export const needRecords = projection({
  name: 'need-records',
  version: 1,
  events: [
    DevelopmentNeedProposed,
    DevelopmentNeedVerified,
    DevelopmentNeedDeclined,
    DevelopmentNeedValidated,
    DevelopmentNeedLeftUnserved,
  ],
  initial: (needId): NeedRow => ({
    needId,
    status: 'none',
    year: null,
    cycleId: null,
    origin: null,
    originRef: null,
    unitId: null,
    employeeId: null,
    competency: null,
    proposedAt: null,
    verifiedAt: null,
    validatedAt: null,
    unserved: [],
  }),
  key: (event) => idOf(event.stream),
  on: {
    DevelopmentNeedProposed: (need, { occurredAt, data }) => {
      need.status = 'proposed';
      need.year = data.year;
      need.cycleId = data.cycleId ?? null;
      need.origin = data.origin.kind;
      need.originRef = data.origin.ref ?? null;
      need.unitId = data.target.kind === 'unit' ? data.target.unitId : null;
      need.employeeId = data.target.kind === 'employee' ? data.target.employeeId : null;
      need.competency = data.competency;
      need.proposedAt = occurredAt;
      need.verifiedAt = null;
      return need;
    },
    DevelopmentNeedVerified: (need, { occurredAt }) => {
      need.status = 'verified';
      need.verifiedAt = occurredAt;
      return need;
    },
    DevelopmentNeedDeclined: (need, { data }) => {
      need.status = data.kind;
      return need;
    },
    DevelopmentNeedValidated: (need, { occurredAt }) => {
      need.status = 'validated';
      need.validatedAt = occurredAt;
      return need;
    },
    DevelopmentNeedLeftUnserved: (need, { occurredAt, data }) => {
      need.unserved.push({ programId: data.programId, at: occurredAt });
      return need;
    },
  },
});
