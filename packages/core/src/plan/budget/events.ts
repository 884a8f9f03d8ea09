import { event } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import { Decree, Maker, reasonFrom } from '../../values/acts.js';
import { Rupiah } from '../../values/amounts.js';
import { AgencyId, CommitmentId, DocumentRef, PlanId, PlanItemId, ProgramId, ShortfallId } from '../../values/ids.js';
import { Year } from '../../values/local-date.js';

const amount = Rupiah.refine((value) => value > 0, 'an amount above zero is needed');

export const BudgetCeilingSet = event(
  'BudgetCeilingSet',
  z.strictObject({
    year: Year,
    agencyId: AgencyId,
    amount: Rupiah,
    /** The account of the budget document (DPA). */
    account: DocumentRef,
    source: z.enum(['apbd', 'partner']),
    decree: Decree,
    setBy: Maker,
  }),
).describe({
  number: 16,
  en: 'The budget ceiling of a year is set, or set anew.',
  id: 'Pagu anggaran satu tahun ditetapkan, atau ditetapkan ulang.',
  basis: 'RKA/DPA of the year',
});

export const BudgetCommitted = event(
  'BudgetCommitted',
  z.strictObject({
    commitmentId: CommitmentId,
    planId: PlanId,
    planItemId: PlanItemId,
    programId: ProgramId,
    amount,
    committedBy: Maker,
  }),
).describe({
  number: 17,
  en: 'Money is committed to a programme of the plan.',
  id: 'Anggaran dikomitmenkan untuk suatu program dalam rencana.',
  basis: 'RKA/DPA of the year',
});

export const BudgetReleased = event(
  'BudgetReleased',
  z.strictObject({
    commitmentId: CommitmentId,
    programId: ProgramId,
    amount,
    reason: reasonFrom(['cancelled', 'saved', 'refocused']),
    releasedBy: Maker,
  }),
).describe({
  number: 18,
  en: 'Committed money that is not needed is released.',
  id: 'Komitmen anggaran yang tidak diperlukan dilepaskan.',
  basis: 'RKA/DPA of the year',
});

export const BudgetRealized = event(
  'BudgetRealized',
  z.strictObject({
    commitmentId: CommitmentId,
    programId: ProgramId,
    amount,
    /** The payment order (SP2D). */
    documentRef: DocumentRef,
    realizedBy: Maker,
  }),
).describe({
  number: 19,
  en: 'Committed money is spent.',
  id: 'Komitmen anggaran direalisasikan.',
  basis: 'RKA/DPA of the year; payment order (SP2D)',
});

export const BudgetShortfallDeclared = event(
  'BudgetShortfallDeclared',
  z.strictObject({
    shortfallId: ShortfallId,
    amount,
    /** The plan items that cannot be paid for as planned. */
    affectedItems: z.array(z.strictObject({ planId: PlanId, planItemId: PlanItemId })).min(1),
    /** `dau`: the general allocation fund fell short; `refocusing`: the money was given another purpose. */
    cause: reasonFrom(['dau', 'refocusing']),
    declaredBy: Maker,
  }),
).describe({
  number: 20,
  en: 'A shortfall of the budget is declared, with the plan items that it touches.',
  id: 'Kekurangan anggaran dinyatakan, beserta butir rencana yang terdampak.',
  basis: 'RKA/DPA of the year',
});
