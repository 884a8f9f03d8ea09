import type { StreamState } from '@pembinaan/event-sourcing';
import { CompetencyStandardEstablished } from '../../src/plan/competency-standard/index.js';
import {
  DevelopmentNeedProposed,
  DevelopmentNeedValidated,
  DevelopmentNeedVerified,
} from '../../src/plan/development-need/index.js';
import {
  contentHash,
  DevelopmentPlanDrafted,
  DevelopmentPlanEstablished,
  DevelopmentPlanSubmitted,
  PlanItem,
  PlanItemAdded,
} from '../../src/plan/development-plan/index.js';
import { HcdpEstablished } from '../../src/plan/hcdp/index.js';
import { NeedsCycleOpened } from '../../src/plan/needs-cycle/index.js';
import { ProgramDesigned } from '../../src/train/program/events.js';
import { decreeOf } from '../governance/fixtures.js';

/** A subject as the maker of an event. */
export const by = (subjectId: string) => ({ subjectId });

/** The state of a stream after these events. */
export const fold = <C extends string, S, E extends { readonly type: string }>(
  state: StreamState<C, S, E>,
  events: readonly E[],
): S => events.reduce(state.evolve, state.initialState());

/** The needs cycle of the agency `kota` for a year. */
export const cycleOpened = (year = 2026) =>
  NeedsCycleOpened.of({
    agencyId: 'kota',
    year,
    startsOn: `${year}-01-05`,
    steps: [{ step: 'collectData', workingDays: 4, due: `${year}-01-08` }],
    openedBy: by('bkpsdm-1'),
  });

/** The plan of five years that the agency `kota` follows. */
export const hcdpPlan = {
  agencyId: 'kota',
  years: { from: 2026, to: 2030 },
  rpjmdRef: 'RPJMD-2026-2030',
  targets: [{ targetId: 'target-1', text: 'Service at the counters', indicator: 'IKM of the registry above 85' }],
  decree: decreeOf('2025-12-15'),
};
export const hcdpEstablished = HcdpEstablished.of({ ...hcdpPlan, establishedBy: by('ppk-1') });

/** A need that somebody of the registry proposed for the whole unit. */
export const need = {
  year: 2026,
  origin: { kind: 'complaint' as const, ref: 'report-17' },
  target: { kind: 'unit' as const, unitId: 'unit-registry' },
  competency: 'M05',
  form: 'KL03' as const,
  jp: 2000,
  estimatedCost: 40_000_000,
};
export const proposed = DevelopmentNeedProposed.of({ ...need, proposedBy: by('proposer-1') });
export const verified = DevelopmentNeedVerified.of({
  checklist: [{ item: 'origin documented', met: true }],
  verifiedBy: by('verifier-1'),
});
export const validated = DevelopmentNeedValidated.of({ priority: 'high', validatedBy: by('validator-1') });

/** A plan of the agency `kota` for 2026 with one item, by its steps. */
export const PLAN = 'kota-2026';
export const item = PlanItem.parse({
  itemId: 'item-1',
  needIds: ['need-1'],
  form: 'KL03',
  target: 'individual',
  participantsPlanned: 30,
  jp: 2000,
  cost: 40_000_000,
  missionRef: 'RPJMD-M3',
  impactIndicator: 'waiting time at the registry desk',
  learningModel: 'formal10',
});
export const drafted = DevelopmentPlanDrafted.of({ year: 2026, agencyId: 'kota', draftedBy: by('drafter-1') });
export const itemAdded = PlanItemAdded.of({ item, addedBy: by('drafter-2') });
export const submitted = DevelopmentPlanSubmitted.of({
  contentHash: contentHash([item]),
  totals: { items: 1, participants: 30, cost: 40_000_000 },
  submittedBy: by('submitter-1'),
});
export const establishment = {
  contentHash: contentHash([item]),
  decree: decreeOf('2026-01-20'),
  validity: { from: '2026-01-20', to: '2026-12-31' },
};
export const established = DevelopmentPlanEstablished.of({ ...establishment, establishedBy: by('ppk-1') });
export const establishedPlan = [drafted, itemAdded, submitted, established];

/** What a desk officer must be able to do. */
export const standard = {
  positionKind: 'pelaksana' as const,
  position: 'Front desk officer',
  items: [
    { competency: 'M05', requiredLevel: 3 },
    { competency: 'M03', requiredLevel: 2 },
  ],
  effectiveFrom: '2026-01-01',
  decree: decreeOf('2025-12-28'),
};
export const standardEstablished = CompetencyStandardEstablished.of({
  ...standard,
  version: 1,
  establishedBy: by('ppk-1'),
});

/** A course in public service, for the item of the plan. */
export const designed = ProgramDesigned.of({
  name: 'Excellent service at the counter',
  track: 'full',
  planItem: { planId: PLAN, itemId: 'item-1' },
  form: 'KL03',
  competencies: [{ code: 'M05', targetLevel: 3 }],
  jp: 2000,
  estimatedCost: 40_000_000,
  needsLeaveOfDuty: true,
  certificate: 'attendance',
  passMark: 7000,
  maxAttempts: 3,
  valueTags: ['berorientasiPelayanan'],
  designedBy: by('designer-1'),
});
