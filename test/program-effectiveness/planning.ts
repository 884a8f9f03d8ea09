import {
  AddPlanItem,
  AdoptPolicyVersion,
  DraftDevelopmentPlan,
  indonesia2026,
  POLICY,
  SetBudgetCeiling,
} from '@pembinaan/core';
import {
  agreeOnNeeds,
  answerReport,
  closeReport,
  decree,
  establishment,
  holdForum,
  type Office,
  openProgram,
  type PlannedNeed,
  planEvaluation,
  policyFigures,
  receiveReport,
  type Stage,
  submitPlan,
  verifyReport,
} from '@pembinaan-examples/stage';
import { AGENCY, compared, type KecamatanOffice, LETTERS, setup, trained } from './regency.js';

/** The programme of the story, and the first round of it. */
export const program = {
  programId: 'kab-antrean-tertata',
  commitmentId: 'kab-antrean-tertata-komitmen',
  itemId: 'kab-butir-antrean',
  evaluationId: 'kab-evaluasi-antrean-1',
  batchId: 'kab-antrean-1',
  passMark: 6500,
} as const;

/** Who asked for it: a citizen who complained, and one who spoke up at a forum. */
export const voices = {
  reportId: 'kab-laporan-1',
  forumId: 'kab-forum-1',
  inputId: 'kab-masukan-1',
  needOfReport: 'kab-kebutuhan-aduan',
  needOfInput: 'kab-kebutuhan-forum',
} as const;

const item: PlannedNeed['item'] = {
  itemId: program.itemId,
  form: 'KL02',
  target: 'individual',
  participantsPlanned: 16,
  jp: 2000,
  cost: 60_000_000,
  missionRef: 'RPJMD misi 2 (rekaan)',
  impactIndicator: 'waktu tunggu median surat pengantar, dibandingkan dengan kecamatan yang belum dilatih',
  learningModel: 'formal10',
};

/** What is special to a version of the policy. */
interface OwnPolicy {
  readonly version: string;
  /** False where it does not say how small an effect may be. */
  readonly saysSmallestEffect?: boolean;
  /** The most that a percentage point of improvement may cost, rupiah; without, cost is not judged. */
  readonly mostPerPoint?: number;
}

/** A policy that tolerates that errors rise by a tenth of what they were. */
export async function adoptPolicy(
  stage: Stage,
  office: Office,
  on: string,
  { version, saysSmallestEffect = true, mostPerPoint }: OwnPolicy,
): Promise<void> {
  const { 'effect.minimum': smallest, ...figures } = policyFigures(setup);
  stage.on(on);
  await office.ppk().does(
    POLICY,
    AdoptPolicyVersion({
      version,
      effectiveFrom: on,
      legalBasis: indonesia2026.legalBasis,
      decree: decree(`PERATURAN-${version}`, on),
      figures: {
        ...figures,
        ...(saysSmallestEffect && { 'effect.minimum': smallest }),
        'effect.guardTolerance': ofAgency(1000),
        ...(mostPerPoint !== undefined && { 'effect.maximumCostPerPoint': ofAgency(mostPerPoint) }),
      },
    }),
  );
}

function ofAgency(value: number) {
  return { value, basis: 'Ketetapan instansi (rekaan)', certainty: 'agency' } as const;
}

/** January: a complaint and an input at a forum become needs, and one item of the plan answers both. */
export async function plan(stage: Stage, office: Office): Promise<void> {
  await listen(stage, office);
  const needs: readonly PlannedNeed[] = [
    {
      needId: voices.needOfReport,
      origin: { kind: 'complaint', ref: voices.reportId },
      target: { kind: 'institution' },
      competency: 'M05',
      expectedServiceEffect: 'waktu tunggu surat pengantar turun tanpa menambah kesalahan',
      item,
    },
    {
      needId: voices.needOfInput,
      origin: { kind: 'forum', ref: `${voices.forumId}/${voices.inputId}` },
      target: { kind: 'institution' },
      competency: 'M03',
      item,
    },
  ];
  await agreeOnNeeds(stage, office, needs, { proposed: '2026-01-15', verified: '2026-01-19', validated: '2026-01-21' });
  await establish(stage, office, [{ ...item, needIds: needs.map(({ needId }) => needId) }]);
  await answerReport(stage, office, '2026-01-30', voices.reportId, trained[0]?.clerks[0] ?? '');
  await closeReport(stage, office, voices.reportId, {
    on: '2026-01-30',
    satisfied: true,
    developmentNeedId: voices.needOfReport,
  });
}

async function listen(stage: Stage, office: Office): Promise<void> {
  const [complainedOf, visited] = [trained[0]?.unitId ?? '', trained[1]?.unitId ?? ''];
  const topicCodes = ['waktu-tunggu'];
  await receiveReport(stage, office, voices.reportId, {
    externalRef: 'LAPOR-2026-0042 (rekaan)',
    channel: 'sp4nLapor',
    classification: 'complaint',
    service: LETTERS,
    unitId: complainedOf,
    topicCodes,
    receivedOn: '2026-01-12',
  });
  await verifyReport(stage, office, '2026-01-13', voices.reportId, complainedOf);
  await holdForum(stage, office, {
    forumId: voices.forumId,
    date: '2026-01-14',
    place: 'Balai kecamatan (rekaan)',
    hostId: office.who.head,
    attendees: 41,
    topicCodes,
    inputs: [{ inputId: voices.inputId, kind: 'suggestion', service: LETTERS, unitId: visited, topicCodes }],
  });
}

/** An item of a plan, and the needs on which it rests. */
type ItemForNeeds = PlannedNeed['item'] & { readonly needIds: readonly string[] };

/** On 26 January the plan of the year is drafted with these items and submitted, and on the 29th it is established. */
export async function establish(
  stage: Stage,
  office: Office,
  items: readonly ItemForNeeds[],
  previousPlanId?: string,
): Promise<void> {
  const { planId, setup: agency, who } = office;
  const planner = office.as(who.planner);
  stage.on(`${agency.year}-01-26`);
  await planner.does(
    planId,
    DraftDevelopmentPlan({
      year: agency.year,
      agencyId: AGENCY,
      ...(previousPlanId !== undefined && { previousPlanId }),
    }),
  );
  for (const { needIds, ...rest } of items) {
    await planner.does(planId, AddPlanItem({ item: { ...rest, needIds: [...needIds] } }));
  }
  const contentHash = await submitPlan(office);
  stage.on(`${agency.year}-01-29`);
  await office.ppk().does(planId, establishment(office, contentHash));
}

/** The same agency a year or two later: a plan and a budget of its own. */
export async function inYear(stage: Stage, office: Office, year: number): Promise<Office> {
  const id = `${AGENCY}-${year}`;
  const later: Office = { ...office, setup: { ...office.setup, year }, planId: id, budgetId: id };
  stage.on(`${year}-01-05`);
  await later.pyb().does(
    id,
    SetBudgetCeiling({
      year,
      agencyId: AGENCY,
      amount: setup.ceiling,
      account: `DPA-${AGENCY}-5.1.02`,
      source: 'apbd',
      decree: decree(`DPA-${AGENCY}-${year}`, `${year}-01-04`),
    }),
  );
  return later;
}

/** February: the programme is designed, approved and paid for, and its evaluation planned: trained offices against offices like them. */
export async function design(
  stage: Stage,
  office: Office,
  served: readonly KecamatanOffice[] = trained,
  comparedWith: readonly KecamatanOffice[] = compared,
): Promise<void> {
  await openProgram(stage, office, '2026-02-09', program.programId, {
    itemId: program.itemId,
    name: 'Antrean tertata: melayani tanpa membuat menunggu',
    form: 'KL02',
    competencies: [
      { code: 'M03', targetLevel: 2 },
      { code: 'M05', targetLevel: 3 },
    ],
    jp: 2000,
    estimatedCost: 60_000_000,
    needsLeaveOfDuty: true,
    certificate: 'attendance',
    passMark: program.passMark,
    maxAttempts: 2,
    valueTags: ['berorientasiPelayanan', 'akuntabel'],
  });
  await planRound(stage, office, '2026-02-16', program.evaluationId, served, comparedWith);
}

/** The evaluation of a round is planned on all four levels, waiting guarded by errors. */
export async function planRound(
  stage: Stage,
  office: Office,
  on: string,
  evaluationId: string,
  served: readonly KecamatanOffice[],
  comparedWith: readonly KecamatanOffice[],
): Promise<void> {
  await planEvaluation(stage, office, on, evaluationId, {
    programId: program.programId,
    levels: [1, 2, 3, 4],
    design: 'comparison',
    serviceUnits: served.map(({ unitId }) => unitId),
    comparisonUnits: comparedWith.map(({ unitId }) => unitId),
    metrics: [{ service: LETTERS, metric: 'waiting', guardMetric: 'error' }],
    minimumEffect: 1000,
    minimumN: 100,
  });
}
