import { SignPartnerAgreement, ValidateCompetencyGap } from '@pembinaan/core';
import {
  assess,
  documentHash,
  establishPlan,
  type Office,
  openProgram,
  planEvaluation,
  type Stage,
  scheduleBatch,
} from '@pembinaan-examples/stage';
import { partners, procedures, publicService, recommendationLetter, socialOffice, staff } from './agency.js';
import { firstRound } from './train.js';

/** January to March: a policy by regulation, needs of people and of the institution, partners, and no batch without an evaluation plan. */
export async function plan(stage: Stage, office: Office): Promise<void> {
  stage.say({
    id: 'Kebijakan muaratebo-2026-1 ditetapkan dengan peraturan bupati; keputusan yang memerlukan angka atau kewenangan menyebut versinya.',
    en: 'The policy muaratebo-2026-1 is adopted by regulation of the regent; a decision that needs a figure or an authority names its version.',
  });
  await lack(stage, office);
  await agree(stage, office);
  await programs(stage, office);
  await evaluationFirst(stage, office);
  await partnersBound(stage, office);
}

/** M9: where people stand before. */
async function lack(stage: Stage, office: Office): Promise<void> {
  await assess(stage, office, '2026-01-09', [
    [staff.hadi, 'M05', 2],
    [staff.hadi, 'T-SOSIAL-01', 2],
    [staff.siti, 'M05', 1],
    [staff.siti, 'M02', 2],
    [staff.siti, 'T-SOSIAL-01', 2],
    [staff.joko, 'M05', 2],
  ]);
  const validator = office.as(office.who.validator);
  await validator.does(
    staff.hadi,
    ValidateCompetencyGap({ gapId: 'mtb-celah-01-m05', competency: 'M05', priority: 'medium' }),
  );
  await validator.does(
    staff.siti,
    ValidateCompetencyGap({ gapId: 'mtb-celah-02-m05', competency: 'M05', priority: 'high' }),
  );
}

/** M2, M3: one item aims at people, the other at the institution. */
async function agree(stage: Stage, office: Office): Promise<void> {
  await establishPlan(stage, office, [
    {
      needId: 'mtb-kebutuhan-manajemen',
      origin: { kind: 'gap', ref: 'mtb-celah-02-m05' },
      target: { kind: 'unit', unitId: socialOffice },
      competency: 'M05',
      expectedServiceEffect: 'waktu tunggu rekomendasi bantuan sosial turun',
      item: {
        itemId: publicService.itemId,
        form: 'KL02',
        target: 'individual',
        participantsPlanned: 12,
        jp: 2000,
        // Two rounds of six; the programme is opened with the money of the first.
        cost: 45_000_000,
        missionRef: 'RPJMD misi 4 (rekaan)',
        impactIndicator: 'waktu tunggu median rekomendasi bantuan sosial',
        learningModel: 'formal10',
      },
    },
    {
      needId: 'mtb-kebutuhan-sop',
      origin: { kind: 'policy', ref: 'peraturan bupati tentang tata laksana (rekaan)' },
      target: { kind: 'institution' },
      competency: 'M02',
      item: {
        itemId: procedures.itemId,
        form: 'KL07',
        target: 'institution',
        participantsPlanned: 6,
        jp: 500,
        cost: 9_000_000,
        missionRef: 'RPJMD misi 4 (rekaan)',
        impactIndicator: 'SOP lintas unit yang selaras',
        learningModel: 'social20',
      },
    },
  ]);
  stage.say({
    id: 'Rencana 2026 memuat dua sasaran: kompetensi orang dan pengembangan lembaga.',
    en: 'The plan of 2026 has two aims: the competence of people and the development of the institution.',
  });
}

/** M3: public management and public service; and one set of procedures for units that worked past each other. */
async function programs(stage: Stage, office: Office): Promise<void> {
  const usual = { needsLeaveOfDuty: true, certificate: 'attendance', maxAttempts: 2 } as const;
  await openProgram(stage, office, '2026-02-09', publicService.programId, {
    ...usual,
    itemId: publicService.itemId,
    passMark: publicService.passMark,
    name: 'Pelatihan manajemen dan pelayanan publik',
    form: 'KL02',
    competencies: [
      { code: 'M05', targetLevel: 3 },
      { code: 'T-SOSIAL-01', targetLevel: 2 },
    ],
    jp: 2000,
    estimatedCost: 26_000_000,
    valueTags: ['berorientasiPelayanan', 'kompeten'],
  });
  await openProgram(stage, office, '2026-02-10', procedures.programId, {
    ...usual,
    itemId: procedures.itemId,
    passMark: procedures.passMark,
    name: 'Lokakarya penyelarasan SOP lintas unit',
    form: 'KL07',
    competencies: [{ code: 'M02', targetLevel: 3 }],
    jp: 500,
    estimatedCost: 9_000_000,
    valueTags: ['kolaboratif', 'harmonis'],
  });
}

/** M7: each programme must be evaluated; a batch without an evaluation plan is refused. */
async function evaluationFirst(stage: Stage, office: Office): Promise<void> {
  stage.on('2026-02-12');
  await office.as(office.who.organiser).isRefused('R21', publicService.batchId, scheduleBatch(office, firstRound));
  await planEvaluation(stage, office, '2026-02-16', publicService.evaluationId, {
    programId: publicService.programId,
    levels: [2, 3, 4],
    design: 'prePost',
    serviceUnits: [socialOffice],
    comparisonUnits: [],
    metrics: [{ service: recommendationLetter, metric: 'waiting', guardMetric: 'error' }],
    minimumEffect: 1000,
    minimumN: 100,
  });
  await planEvaluation(stage, office, '2026-02-18', procedures.evaluationId, {
    programId: procedures.programId,
    levels: [2],
    design: 'prePost',
    serviceUnits: [],
    comparisonUnits: [],
    metrics: [],
    minimumEffect: 1000,
    minimumN: 5,
  });
  stage.say({
    id: 'Angkatan tanpa rencana evaluasi ditolak (R21); rencana evaluasinya dibuat dahulu.',
    en: 'A batch without an evaluation plan is refused (R21); the evaluation is planned first.',
  });
}

/** M10, M11: an NGO and a university widen resources and experience; an MoU alone lets nobody act. */
async function partnersBound(stage: Stage, office: Office): Promise<void> {
  stage.on('2026-02-19');
  await office.pyb().does(
    partners.ngo,
    SignPartnerAgreement({
      kind: 'ngo',
      level: 'mou',
      contribution: [],
      period: { from: '2026-02-19', to: '2028-02-18' },
      documentHash: documentHash('MoU lembaga pendamping'),
    }),
  );
  stage.on('2026-02-20');
  await office.as(office.who.organiser).isRefused('R16', publicService.batchId, scheduleBatch(office, firstRound));

  stage.on('2026-03-02');
  await office.pyb().does(
    partners.ngo,
    SignPartnerAgreement({
      kind: 'ngo',
      level: 'pks',
      contribution: ['speakers', 'hosting'],
      period: { from: '2026-03-02', to: '2026-12-31' },
      documentHash: documentHash('PKS lembaga pendamping'),
    }),
  );
  await office.pyb().does(
    partners.university,
    SignPartnerAgreement({
      kind: 'university',
      level: 'pks',
      contribution: ['speakers', 'venue', 'funds'],
      period: { from: '2026-03-02', to: '2026-12-31' },
      documentHash: documentHash('PKS universitas'),
    }),
  );
  stage.say({
    id: 'Dengan MoU saja lembaga swadaya masyarakat belum boleh terlibat (R16); setelah PKS ia menyumbang narasumber, dan universitas menyumbang tempat serta dana.',
    en: 'With an MoU alone the NGO may not take part yet (R16); after a PKS it contributes speakers, and the university venue and funds.',
  });
}
