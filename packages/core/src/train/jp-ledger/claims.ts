import { type FactRequest, fact, type IssuedOf, type Rejection } from '@pembinaan/event-sourcing';
import type { PolicyFigures } from '../../governance/policy/figures.js';
import type { Employee } from '../../people/employee/state.js';
import { creditKey, creditsOf, standingCredit } from '../../registers/credits-of.js';
import { evidenceKey, evidenceUsed } from '../../registers/evidence-used.js';
import { makerOf } from '../../values/acts.js';
import type { DevelopmentForm } from '../../values/development-form.js';
import { ClaimId, type SubjectId } from '../../values/ids.js';
import { type LocalDate, type Year, yearOf } from '../../values/local-date.js';
import type { SubmitJpClaim } from './commands.js';
import { jpRuleFor } from './jp-rule.js';
import { type EarningPath, R22 } from './rules.js';

type Claim = IssuedOf<typeof SubmitJpClaim>['data'];

/** Forms that somebody else records, so that nobody claims them for himself. */
const earnedThrough: Partial<Readonly<Record<DevelopmentForm, EarningPath>>> = {
  NKL01: 'mentorship',
  NKL02: 'mentorship',
  NKL05: 'workplace',
  NKL07: 'workplace',
  NKL08: 'workplace',
  NKL10: 'community',
  NKL11: 'mentorship',
  NKL12: 'workplace',
};

/** Refuses a claim that somebody submits for another; an operator types it on behalf of the person (R22). */
export function claimedByThePerson(command: IssuedOf<typeof SubmitJpClaim>): Rejection | undefined {
  const { employeeId } = command.data;
  return makerOf(command).subjectId === employeeId ? undefined : R22.refuse('notTheClaimant', { employeeId });
}

/** Refuses days that stand twice, are still to come, or lie in another year than that of the ledger (R22). */
export function daysFit({ days }: Claim, year: Year, today: LocalDate): Rejection | undefined {
  const seen = new Set<LocalDate>();
  for (const { date } of days) {
    if (seen.has(date)) return R22.refuse('dayTwice', { date });
    seen.add(date);
    if (date > today) return R22.refuse('dayAhead', { date, today });
    if (yearOf(date) !== year) return R22.refuse('otherYear', { date, year });
  }
  return undefined;
}

/** Refuses a form that is not claimed, that the table does not count, or whose JP are not the ones that are asked for (R22). */
export function claimable({ form, variant, jpOnCertificate }: Claim, figures: PolicyFigures): Rejection | undefined {
  const through = earnedThrough[form];
  if (through !== undefined) return R22.refuse('notClaimable', { form, through });
  const rule = jpRuleFor(form, figures, variant);
  if (rule === undefined) return R22.refuse('formNotInTable', { form, variant });
  if (rule.mode !== 'program') {
    return jpOnCertificate === undefined ? undefined : R22.refuse('jpNotExpected', { form, mode: rule.mode });
  }
  return jpOnCertificate === undefined ? R22.refuse('jpMissing', { form }) : undefined;
}

/** Refuses a PPPK without the permission or the notice that the hours of the activity ask for (R22; Peraturan LAN 15/2020). */
export function permitted(claim: Claim, employee: Employee): Rejection | undefined {
  const { employeeId, inWorkingHours, permissionRef, noticeRef } = claim;
  if (employee.status === 'none' || employee.kind === 'pns') return undefined;
  if (inWorkingHours) {
    return permissionRef === undefined ? R22.refuse('permissionMissing', { employeeId }) : undefined;
  }
  return noticeRef === undefined ? R22.refuse('noticeMissing', { employeeId }) : undefined;
}

/** What uses a document of a person already. */
export interface EvidenceInUse {
  readonly by: 'claim' | 'certificate';
  readonly id: string;
}

/**
 * What uses a document of a person already, in any year, as a fact. A rejected claim frees its evidence; where it had been credited, not
 * before the credit is taken back.
 */
export function evidenceInUse(employeeId: SubjectId, evidenceHash: string): FactRequest<EvidenceInUse | undefined> {
  return fact(async (reader) => {
    const used = await evidenceUsed.at(evidenceKey(employeeId, evidenceHash)).load(reader);
    const [claimId] = used.claimIds;
    if (claimId !== undefined) return { by: 'claim', id: claimId };
    for (const id of used.rejectedClaimIds) {
      const key = creditKey(employeeId, { kind: 'claim', claimId: ClaimId.parse(id) });
      if (standingCredit(await creditsOf.at(key).load(reader)) !== undefined) return { by: 'claim', id };
    }
    const [certificateId] = used.certificateIds;
    return certificateId === undefined ? undefined : { by: 'certificate', id: certificateId };
  });
}

/** Refuses a document that is the evidence of another claim, or of a certificate (R22). */
export function evidenceNew(inUse: EvidenceInUse | undefined): Rejection | undefined {
  return inUse === undefined ? undefined : R22.refuse('evidenceUsed', { by: inUse.by, id: inUse.id });
}
