import {
  AddPlanItem,
  AdoptPolicyVersion,
  ApproveProgram,
  AssessCompetency,
  CommitBudget,
  DesignProgram,
  DevelopmentPlanSubmitted,
  DraftDevelopmentPlan,
  EstablishCompetencyStandard,
  EstablishDevelopmentPlan,
  GrantAuthority,
  indonesia2026,
  PlaceEmployee,
  PlanEvaluation,
  POLICY,
  ProposeDevelopmentNeed,
  RealizeBudget,
  RegisterEmployee,
  SetBudgetCeiling,
  SubmitDevelopmentPlan,
  ValidateDevelopmentNeed,
  VerifyDevelopmentNeed,
} from '@pembinaan/core';
import { authorities, type Officials, officials } from './cast.js';
import { decree, documentHash } from './documents.js';
import type { Actor, PembinaanCommand, Stage } from './stage.js';

type DataOf<T extends PembinaanCommand['type']> = Extract<PembinaanCommand, { type: T }>['data'];

/** A civil servant of an agency. */
export interface Staff {
  readonly id: string;
  readonly kind: 'pns' | 'pppk';
  readonly unitId: string;
  readonly position: string;
  readonly positionKind: DataOf<'PlaceEmployee'>['positionKind'];
  readonly standardId: string;
  readonly superiorId?: string;
  /** Of a PPPK; the year with which the agency starts where none is given. */
  readonly contract?: { readonly from: string; readonly to: string };
}

/** What an agency starts with. */
export interface AgencySetup {
  readonly prefix: string;
  readonly agencyId: string;
  readonly year: number;
  /** The policy that it adopts: the default, with its own smallest effect and its technical competencies. */
  readonly policyVersion: string;
  /** Basis points. */
  readonly effectMinimum: number;
  readonly technical: readonly { readonly code: string; readonly id: string; readonly en: string }[];
  readonly standards: readonly {
    readonly id: string;
    readonly position: string;
    readonly positionKind: DataOf<'EstablishCompetencyStandard'>['positionKind'];
    readonly items: DataOf<'EstablishCompetencyStandard'>['items'];
  }[];
  /** The practices that the standards tell; see `Stage.tells`. */
  readonly standardsTell?: readonly string[];
  /** The practices that the first policy tells. */
  readonly policyTells?: readonly string[];
  readonly staff: readonly Staff[];
  /** Rupiah. */
  readonly ceiling: number;
}

/** An agency at work: its people, and the usual steps of its office. */
export interface Office {
  readonly setup: AgencySetup;
  readonly who: Officials;
  readonly planId: string;
  readonly budgetId: string;
  /** A person without special authority. */
  as(subjectId: string): Actor;
  ppk(): Actor;
  pyb(): Actor;
  inspector(): Actor;
}

/** Opens an agency: authorities, policy, people, standards, budget. */
export async function openAgency(stage: Stage, setup: AgencySetup): Promise<Office> {
  const { prefix, agencyId, year } = setup;
  const who = officials(prefix);
  const grants = authorities(prefix);
  const office: Office = {
    setup,
    who,
    planId: `${agencyId}-${year}`,
    budgetId: `${agencyId}-${year}`,
    as: (subjectId) => stage.as(subjectId),
    ppk: () => stage.as(who.ppk, grants.ppk),
    pyb: () => stage.as(who.pyb, grants.pyb),
    inspector: () => stage.as(who.inspector, grants.inspektorat),
  };
  const registrar = stage.as(who.registrar);

  stage.on(`${year}-01-05`);
  const holders = { ppk: who.ppk, pyb: who.pyb, inspektorat: who.inspector };
  for (const role of ['ppk', 'pyb', 'inspektorat'] as const) {
    await registrar.does(
      grants[role],
      GrantAuthority({
        subjectId: holders[role],
        role,
        scope: agencyId,
        acting: 'none',
        decree: decree(`SK-${prefix}-${role}-${year - 1}`, `${year - 1}-12-15`),
        from: `${year}-01-01`,
      }),
    );
  }
  stage.tells(...(setup.policyTells ?? []));
  await office.ppk().does(
    POLICY,
    AdoptPolicyVersion({
      version: setup.policyVersion,
      effectiveFrom: `${year}-01-05`,
      legalBasis: indonesia2026.legalBasis,
      decree: decree(`PERATURAN-${prefix}-1-${year}`, `${year}-01-02`),
      figures: policyFigures(setup),
    }),
  );

  stage.on(`${year}-01-06`);
  stage.tells(...(setup.standardsTell ?? []));
  for (const standard of setup.standards) {
    await office.ppk().does(
      standard.id,
      EstablishCompetencyStandard({
        positionKind: standard.positionKind,
        position: standard.position,
        items: standard.items,
        effectiveFrom: `${year}-01-06`,
        decree: decree(`STANDAR-${standard.id}-${year}`, `${year}-01-05`),
      }),
    );
  }
  stage.tells();
  for (const person of setup.staff) {
    await registrar.does(
      person.id,
      RegisterEmployee({
        kind: person.kind,
        numberHash: documentHash(`nomor pegawai ${person.id}`),
        ...(person.kind === 'pppk' && { contract: person.contract ?? { from: `${year}-01-01`, to: `${year}-12-31` } }),
      }),
    );
    await registrar.does(
      person.id,
      PlaceEmployee({
        position: person.position,
        positionKind: person.positionKind,
        standardId: person.standardId,
        unitId: person.unitId,
        ...(person.superiorId !== undefined && { superiorId: person.superiorId }),
        from: `${year}-01-06`,
        decree: decree(`TEMPAT-${person.id}-${year}`, `${year}-01-05`),
      }),
    );
  }

  stage.on(`${year}-01-08`);
  await office.pyb().does(
    office.budgetId,
    SetBudgetCeiling({
      year,
      agencyId,
      amount: setup.ceiling,
      account: `DPA-${prefix}-5.1.02`,
      source: 'apbd',
      decree: decree(`DPA-${prefix}-${year}`, `${year}-01-07`),
    }),
  );
  return office;
}

/** The default figures of the library, with what the agency sets itself: its technical competencies and its smallest effect. */
export function policyFigures({
  technical,
  effectMinimum,
  year,
}: AgencySetup): DataOf<'AdoptPolicyVersion'>['figures'] {
  const catalogue = indonesia2026.figures['competency.catalogue'];
  return {
    ...indonesia2026.figures,
    'competency.catalogue': {
      ...catalogue,
      value: [...catalogue.value, ...technical.map((entry) => ({ ...entry, kind: 'technical' as const }))],
    },
    holidays: {
      value: {
        years: [year, year + 1],
        days: [year, year + 1].flatMap((of) => [
          { date: `${of}-01-01`, name: 'Tahun Baru Masehi' },
          { date: `${of}-05-01`, name: 'Hari Buruh Internasional' },
          { date: `${of}-06-01`, name: 'Hari Lahir Pancasila' },
          { date: `${of}-08-17`, name: 'Hari Kemerdekaan' },
          { date: `${of}-12-25`, name: 'Hari Natal' },
        ]),
      },
      basis: 'Contoh: hari libur bertanggal tetap saja (rekaan)',
      certainty: 'agency',
    },
    'effect.minimum': { value: effectMinimum, basis: 'Ketetapan instansi (rekaan)', certainty: 'agency' },
  };
}

/** The office as a unit with a head of its own sees it: that head nominates and rates. */
export function unitOf(office: Office, head: string): Office {
  return { ...office, who: { ...office.who, head } };
}

/**
 * Assesses the levels of people by the assessor of the agency; a batch that they completed may be given as evidence, and the last day on
 * which the levels hold.
 */
export async function assess(
  stage: Stage,
  office: Office,
  on: string,
  levels: readonly (readonly [employeeId: string, competency: string, level: number])[],
  batchId?: string,
  validUntil?: string,
): Promise<void> {
  stage.on(on);
  for (const [employeeId, competency, level] of levels) {
    await office.as(office.who.assessor).does(
      employeeId,
      AssessCompetency({
        assessmentId: `${employeeId}-${competency}-${on}`,
        competency,
        level,
        method: 'test',
        evidence: [
          { kind: 'document', ref: `lembar-asesmen-${employeeId}-${competency}-${on}` },
          ...(batchId === undefined ? [] : [{ kind: 'batch' as const, batchId }]),
        ],
        ...(validUntil !== undefined && { validUntil }),
      }),
    );
  }
}

/** What people think of their own levels: recorded apart, since it neither opens nor closes a gap (R06). */
export async function assessThemselves(
  stage: Stage,
  office: Office,
  on: string,
  levels: readonly (readonly [employeeId: string, competency: string, level: number])[],
): Promise<void> {
  stage.on(on);
  for (const [employeeId, competency, level] of levels) {
    await office.as(employeeId).does(
      employeeId,
      AssessCompetency({
        assessmentId: `${employeeId}-${competency}-${on}-mandiri`,
        competency,
        level,
        method: 'self',
        evidence: [],
      }),
    );
  }
}

/** A need, and the plan item that rests on it. */
export interface PlannedNeed {
  readonly needId: string;
  readonly origin: DataOf<'ProposeDevelopmentNeed'>['origin'];
  readonly target: DataOf<'ProposeDevelopmentNeed'>['target'];
  readonly competency: string;
  readonly expectedServiceEffect?: string;
  /** The needs cycle in which it is proposed. */
  readonly cycleId?: string;
  readonly item: Omit<DataOf<'AddPlanItem'>['item'], 'needIds'>;
}

/** The command that proposes a need for a year. */
export function proposalOf({ item, ...need }: PlannedNeed, year: number): PembinaanCommand {
  return ProposeDevelopmentNeed({
    year,
    origin: need.origin,
    target: need.target,
    competency: need.competency,
    form: item.form,
    jp: item.jp,
    estimatedCost: item.cost,
    ...(need.cycleId !== undefined && { cycleId: need.cycleId }),
    ...(need.expectedServiceEffect !== undefined && { expectedServiceEffect: need.expectedServiceEffect }),
  });
}

/** Proposes, verifies and validates needs, on three days and by three different people. */
export async function agreeOnNeeds(
  stage: Stage,
  office: Office,
  needs: readonly PlannedNeed[],
  on: { readonly proposed: string; readonly verified: string; readonly validated: string },
): Promise<void> {
  const { who, setup } = office;
  stage.on(on.proposed);
  for (const need of needs) {
    await office.as(who.head).does(need.needId, proposalOf(need, setup.year));
  }
  stage.on(on.verified);
  for (const { needId } of needs) {
    await office.as(who.verifier).does(
      needId,
      VerifyDevelopmentNeed({
        checklist: [
          { item: 'asal-usul', met: true },
          { item: 'biaya', met: true },
        ],
      }),
    );
  }
  stage.on(on.validated);
  for (const { needId } of needs) {
    await office.as(who.validator).does(needId, ValidateDevelopmentNeed({ priority: 'high' }));
  }
}

/** Agrees on the needs; drafts, submits and establishes the plan that rests on them. */
export async function establishPlan(
  stage: Stage,
  office: Office,
  needs: readonly PlannedNeed[],
  previousPlanId?: string,
  hcdpId?: string,
): Promise<void> {
  const { year } = office.setup;
  await agreeOnNeeds(stage, office, needs, {
    proposed: `${year}-01-12`,
    verified: `${year}-01-19`,
    validated: `${year}-01-21`,
  });

  stage.on(`${year}-01-26`);
  await draftPlan(office, needs, previousPlanId, hcdpId);
  const contentHash = await submitPlan(office);
  stage.on(`${year}-01-29`);
  await office.ppk().does(office.planId, establishment(office, contentHash));
}

/** The planner drafts the plan of the year, with an item for each need. */
export async function draftPlan(
  { who, setup, planId, as }: Office,
  needs: readonly PlannedNeed[],
  previousPlanId?: string,
  hcdpId?: string,
): Promise<void> {
  const planner = as(who.planner);
  await planner.does(
    planId,
    DraftDevelopmentPlan({
      year: setup.year,
      agencyId: setup.agencyId,
      ...(previousPlanId !== undefined && { previousPlanId }),
      ...(hcdpId !== undefined && { hcdpId }),
    }),
  );
  for (const need of needs) await planner.does(planId, AddPlanItem({ item: { ...need.item, needIds: [need.needId] } }));
}

/** The planner submits the plan. Returns the hash of its content. */
export async function submitPlan({ who, planId, as }: Office): Promise<string> {
  const [submitted] = await as(who.planner).does(planId, SubmitDevelopmentPlan({}));
  return DevelopmentPlanSubmitted.schema.parse(submitted?.data).contentHash;
}

/** The command that establishes the plan of the year with the content of that hash. */
export function establishment({ setup }: Office, contentHash: string): PembinaanCommand {
  const { prefix, year } = setup;
  return EstablishDevelopmentPlan({
    contentHash,
    decree: decree(`RENCANA-${prefix}-${year}`, `${year}-01-28`),
    validity: { from: `${year}-02-01`, to: `${year}-12-31` },
  });
}

/** A programme as it is designed for a plan item. */
export type ProgramDesign = Omit<DataOf<'DesignProgram'>, 'track' | 'planItem'> & { readonly itemId: string };

/** Designs a programme on the full track and has it approved. */
export async function designProgram(
  stage: Stage,
  office: Office,
  on: string,
  programId: string,
  { itemId, ...design }: ProgramDesign,
): Promise<void> {
  const { who, planId } = office;
  stage.on(on);
  await office
    .as(who.planner)
    .does(programId, DesignProgram({ ...design, track: 'full', planItem: { planId, itemId } }));
  stage.later(60);
  await office.pyb().does(programId, ApproveProgram({}));
}

/** Designs a programme, has it approved, and commits its money. Returns the id of the commitment. */
export async function openProgram(
  stage: Stage,
  office: Office,
  on: string,
  programId: string,
  design: ProgramDesign,
): Promise<string> {
  const { who, planId, budgetId } = office;
  const { itemId: planItemId, estimatedCost: amount } = design;
  const commitmentId = `${programId}-komitmen`;
  await designProgram(stage, office, on, programId, design);
  if (amount > 0) {
    await office.as(who.planner).does(budgetId, CommitBudget({ commitmentId, planId, planItemId, programId, amount }));
  }
  return commitmentId;
}

/** How a programme will be evaluated; by whom, the office knows. */
export type EvaluationPlan = Omit<DataOf<'PlanEvaluation'>, 'evaluatorId'>;

/** Plans the evaluation of a programme. */
export async function planEvaluation(
  stage: Stage,
  office: Office,
  on: string,
  evaluationId: string,
  plan: EvaluationPlan,
): Promise<void> {
  stage.on(on);
  await office
    .as(office.who.verifier)
    .does(evaluationId, PlanEvaluation({ ...plan, evaluatorId: office.who.evaluator }));
}

/** Spends committed money. */
export async function spend(
  stage: Stage,
  office: Office,
  on: string,
  commitmentId: string,
  amount: number,
): Promise<void> {
  stage.on(on);
  await office
    .as(office.who.treasurer)
    .does(office.budgetId, RealizeBudget({ commitmentId, amount, documentRef: `SP2D-${commitmentId}-${on}` }));
}
