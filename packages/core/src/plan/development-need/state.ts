import { stream } from '@pembinaan/event-sourcing';
import { beneficiary, type PastAct } from '../../governance/rules/index.js';
import type { CompetencyCode } from '../../values/competency.js';
import type { ProgramId } from '../../values/ids.js';
import {
  DevelopmentNeedDeclined,
  DevelopmentNeedLeftUnserved,
  DevelopmentNeedProposed,
  DevelopmentNeedValidated,
  DevelopmentNeedVerified,
} from './events.js';

export type DevelopmentNeed =
  | { readonly status: 'none' }
  | {
      readonly status: 'proposed' | 'verified' | 'validated' | 'returned' | 'rejected';
      readonly competency: CompetencyCode;
      readonly year: number;
      /** Who made, checked or benefits from it, over its whole life; to return or reject it makes nothing. */
      readonly acts: readonly PastAct[];
      /** The programmes that were to serve it and were cancelled; the need stands all the same. */
      readonly unserved: readonly ProgramId[];
    };

type Known = Exclude<DevelopmentNeed, { status: 'none' }>;

const moved = (need: DevelopmentNeed, status: Known['status'], ...acts: readonly PastAct[]): DevelopmentNeed =>
  need.status === 'none' ? need : { ...need, status, acts: [...need.acts, ...acts] };

export const developmentNeedState = stream('developmentNeed', {
  events: [
    DevelopmentNeedProposed,
    DevelopmentNeedVerified,
    DevelopmentNeedDeclined,
    DevelopmentNeedValidated,
    DevelopmentNeedLeftUnserved,
  ],
  initial: (): DevelopmentNeed => ({ status: 'none' }),
}).evolve({
  DevelopmentNeedProposed: (need, { data }) => ({
    status: 'proposed',
    competency: data.competency,
    year: data.year,
    acts: [
      ...(need.status === 'none' ? [] : need.acts),
      { act: 'proposed', maker: data.proposedBy },
      ...(data.target.kind === 'employee' ? [beneficiary(data.target.employeeId)] : []),
    ],
    unserved: [],
  }),
  DevelopmentNeedVerified: (need, { data }) => moved(need, 'verified', { act: 'verified', maker: data.verifiedBy }),
  DevelopmentNeedDeclined: (need, { data }) => moved(need, data.kind),
  DevelopmentNeedValidated: (need, { data }) => moved(need, 'validated', { act: 'validated', maker: data.validatedBy }),
  DevelopmentNeedLeftUnserved: (need, { data }) =>
    need.status === 'none' ? need : { ...need, unserved: [...need.unserved, data.programId] },
});
