import {
  AuditFindingClosed,
  AuditFindingRaised,
  AuthorityGranted,
  BudgetCeilingSet,
  BudgetShortfallDeclared,
  CompetencyStandardEstablished,
  DevelopmentPlanEstablished,
  DevelopmentPlanRevised,
  EmployeePlaced,
  HcdpEstablished,
  MethodReviewOrdered,
  NeedsCycleOpened,
  PartnerAgreementEnded,
  PartnerAgreementSigned,
  PolicyVersionAdopted,
  ProgramApproved,
  ProgramCancelled,
  ProgramContinued,
  ProgramExpanded,
  ProgramSuspended,
} from '@pembinaan/core';
import { share } from '../days.js';
import { held, policyOn, rolesOn } from './facts.js';
import type { History, Told } from './history.js';
import { inBoth, law } from './law.js';

/** Which authority each act needs (domain.md 1.2 and the column of guards in 5.3 to 5.8). */
const needed = [
  { roles: ['ppk'], acts: (log: History) => log.of(PolicyVersionAdopted) },
  { roles: ['ppk'], acts: (log: History) => log.of(CompetencyStandardEstablished) },
  { roles: ['ppk', 'pyb', 'bkpsdm'], acts: (log: History) => log.of(NeedsCycleOpened) },
  { roles: ['ppk'], acts: (log: History) => log.of(HcdpEstablished) },
  { roles: ['ppk'], acts: (log: History) => log.of(DevelopmentPlanEstablished) },
  { roles: ['ppk'], acts: (log: History) => log.of(DevelopmentPlanRevised) },
  { roles: ['ppk', 'pyb'], acts: (log: History) => log.of(BudgetCeilingSet) },
  { roles: ['ppk', 'pyb'], acts: (log: History) => log.of(BudgetShortfallDeclared) },
  {
    roles: ['ppk', 'pyb'],
    acts: (log: History) => log.of(ProgramApproved).filter(({ data }) => data.track === 'full'),
  },
  { roles: ['ppk', 'pyb'], acts: (log: History) => log.of(ProgramExpanded) },
  { roles: ['ppk', 'pyb'], acts: (log: History) => log.of(MethodReviewOrdered) },
  { roles: ['ppk', 'pyb'], acts: (log: History) => log.of(ProgramSuspended) },
  { roles: ['ppk', 'pyb'], acts: (log: History) => log.of(ProgramCancelled) },
  { roles: ['ppk', 'pyb'], acts: (log: History) => log.of(ProgramContinued) },
  { roles: ['ppk', 'pyb'], acts: (log: History) => log.of(PartnerAgreementSigned) },
  { roles: ['ppk', 'pyb'], acts: (log: History) => log.of(PartnerAgreementEnded) },
  { roles: ['inspektorat'], acts: (log: History) => log.of(AuditFindingRaised) },
  { roles: ['inspektorat'], acts: (log: History) => log.of(AuditFindingClosed) },
] as const;

export const authorised = law(
  'R01',
  'An act that needs an authority names a grant of the one who answers for it, in force on its day.',
  (history, complain) => {
    for (const { roles, acts } of needed) {
      for (const act of acts(history)) {
        const grant = history.of(AuthorityGranted, act).find(({ of }) => of === act.authorityId);
        const days = grant && held(history, grant, act);
        if (grant === undefined) complain(act, `names no grant (${act.authorityId})`);
        else if (grant.data.subjectId !== act.by) complain(act, `${act.by} uses the grant of ${grant.data.subjectId}`);
        else if (inBoth([grant.data.role], roles).length === 0) complain(act, `is decided as ${grant.data.role}`);
        else if (days === undefined || act.on < days.from || act.on > days.to) complain(act, 'the grant does not hold');
      }
    }
    for (const grant of history.of(AuthorityGranted)) {
      const { acting, to } = grant.data;
      if (acting !== 'none' && to === undefined) complain(grant, 'an acting official without a last day');
    }
  },
);

export const auditorsApart = law(
  'R03',
  'An auditor holds no other authority on the same day, writes nothing but findings, and audits no act of his own.',
  (history, complain) => {
    const grants = history.of(AuthorityGranted);
    for (const [index, one] of grants.entries()) {
      for (const other of grants.slice(index + 1)) {
        const apart = (one.data.role === 'inspektorat') === (other.data.role === 'inspektorat');
        const days = [held(history, one), held(history, other)] as const;
        if (apart || one.data.subjectId !== other.data.subjectId || days[0] === undefined || days[1] === undefined)
          continue;
        if (share(days[0], days[1])) complain(other, `${other.data.subjectId} is auditor and ${one.data.role} at once`);
      }
    }
    const allowed = [AuditFindingRaised.type, AuditFindingClosed.type, 'PersonalDataAccessed'];
    for (const event of history.all()) {
      if (inBoth([event.type], allowed).length > 0) continue;
      const auditor = event.hands.find((hand) => rolesOn(history, hand, event.on, event).includes('inspektorat'));
      if (auditor !== undefined) complain(event, `${auditor} is an auditor`);
    }
    for (const finding of history.of(AuditFindingRaised)) {
      const { stream, revision } = finding.data.target;
      const target = history.all().filter((event) => event.stream === stream)[revision];
      if (target === undefined) complain(finding, 'is about nothing');
      else if (inBoth(target.hands, finding.hands).length > 0) complain(finding, 'is about an act of the auditor');
    }
  },
);

interface Decreed {
  readonly decree: { readonly date: string };
  readonly retroactive?: unknown;
}

export const decreed = law(
  'R05',
  'A decree is signed before it is acted upon, and takes effect no earlier unless it says why.',
  (history, complain) => {
    const check = (event: Told<Decreed>, effectiveFrom: string): void => {
      const { decree, retroactive } = event.data;
      if (decree.date > event.on) complain(event, `cites a decree of ${decree.date}`);
      if (effectiveFrom < decree.date && retroactive === undefined) complain(event, `takes effect on ${effectiveFrom}`);
    };
    for (const event of history.of(PolicyVersionAdopted)) check(event, event.data.effectiveFrom);
    for (const event of history.of(CompetencyStandardEstablished)) check(event, event.data.effectiveFrom);
    for (const event of history.of(HcdpEstablished)) check(event, `${event.data.years.from}-01-01`);
    for (const event of history.of(DevelopmentPlanEstablished)) check(event, event.data.validity.from);
    for (const event of history.of(DevelopmentPlanRevised)) check(event, event.on);
    for (const event of history.of(BudgetCeilingSet)) check(event, event.on);
    for (const event of history.of(EmployeePlaced)) check(event, event.data.from);
    for (const event of history.of(AuthorityGranted)) check(event, event.data.from);
  },
);

/** JP are counted by the policy of the day of the activity, which is not always the day of the event. */
const BY_ANOTHER_DAY = ['JpCredited', 'JpClaimSubmitted'];

export const policyNamed = law(
  'G01',
  'A decision names the policy version that was in force on its day.',
  (history, complain) => {
    for (const event of history.all()) {
      if (event.policyVersion === undefined || BY_ANOTHER_DAY.includes(event.type)) continue;
      const inForce = policyOn(history, event.on, event)?.version;
      if (inForce !== event.policyVersion) complain(event, `names ${event.policyVersion}; ${inForce} was in force`);
    }
  },
);

export const authorityLaws = [authorised, auditorsApart, decreed, policyNamed];
