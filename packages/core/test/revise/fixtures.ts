import type { Command, DomainEvent } from '@pembinaan/event-sourcing';
import type { Given } from '@pembinaan/event-sourcing/testing';
import { authorityState } from '../../src/governance/authority/state.js';
import { BudgetCommitted, BudgetReleased } from '../../src/plan/budget/events.js';
import {
  MethodReviewOrdered,
  ProgramMethodRevised,
  ProgramSuspended,
  RevisionRecommended,
} from '../../src/revise/program-revision/index.js';
import { SubjectId } from '../../src/values/index.js';
import { designed, programApproved } from '../evaluate/fixtures.js';
import { granted, underPolicy } from '../governance/fixtures.js';

/** The programme is the stream `test-1`; its evaluation is `evaluation-1`. */
export const PROGRAM = 'test-1';
export const approvedProgram = [designed, programApproved];
export const suspended = ProgramSuspended.of({ reason: { code: 'review' }, suspendedBy: { subjectId: 'ppk-1' } });

type Recommended = Parameters<typeof RevisionRecommended.of>[0];
export const recommended = (kind: Recommended['kind'], details: Partial<Recommended> = {}) =>
  RevisionRecommended.of({
    recommendationId: `${kind}-1`,
    kind,
    evaluationId: 'evaluation-1',
    causeEvents: [],
    recommendedBy: { subjectId: 'analyst-1' },
    ...details,
  });

export const review = { recommendationId: 'reviewMethod-1', questions: ['Is practice too short?'], due: '2026-08-31' };
export const reviewOrdered = MethodReviewOrdered.of({ ...review, orderedBy: { subjectId: 'ppk-1' } });
export const changes = [{ aspect: 'practice', from: 'two hours', to: 'two days at the counter' }];
export const methodRevised = ProgramMethodRevised.of({ changes, revisedBy: { subjectId: 'designer-1' } });

const clerk = { subjectId: 'clerk-1' };
/** Ten million rupiah for the programme, of which four were released: six are open. */
export const committed = (programId = PROGRAM) => [
  BudgetCommitted.of({
    commitmentId: 'commitment-1',
    planId: 'plan-1',
    planItemId: 'item-1',
    programId,
    amount: 10_000_000,
    committedBy: clerk,
  }),
  BudgetReleased.of({
    commitmentId: 'commitment-1',
    programId,
    amount: 4_000_000,
    reason: { code: 'saved' },
    releasedBy: clerk,
  }),
];

/** An official of that role, who holds the authority of `role` for 2026. */
export const decidedAs = <S, E extends DomainEvent, C extends Command>(
  begun: Given<S, E, C>,
  subjectId: string,
  role: 'ppk' | 'pyb' | 'bkpsdm' = 'ppk',
): Given<S, E, C> =>
  underPolicy(begun)
    .and(authorityState, 'authority-1', [granted(role, { subjectId: SubjectId.parse(subjectId) })])
    .as(subjectId, { authorityId: 'authority-1' });
