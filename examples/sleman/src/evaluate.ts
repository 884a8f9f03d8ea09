import { ConcludeEvaluation } from '@pembinaan/core';
import {
  assess,
  assessThemselves,
  holdForum,
  measureImpact,
  measureService,
  type Office,
  publishSurvey,
  rateBehaviour,
  type Stage,
  unitOf,
} from '@pembinaan-examples/stage';
import {
  dataSection,
  first,
  application as itProgram,
  letters,
  regular,
  reports,
  second,
  staff,
  third,
  topics,
} from './agency.js';

/** The events on which the decisions rest. */
export interface Evidence {
  /** Impacts and ratings of the regular training, its survey, and the conclusion. */
  readonly impacts: readonly string[];
  readonly ratings: readonly string[];
  readonly survey: string;
  readonly concluded: string;
  /** Impact and conclusion of the IT session. */
  readonly application: readonly string[];
}

/** August: behaviour at work, waiting in three kecamatan, satisfaction, data processing. */
export async function evaluate(stage: Stage, office: Office): Promise<Evidence> {
  const ratings = await behaviour(stage, office);
  await measureAgain(stage, office);
  const survey = await imageAfter(stage, office);
  const { impacts, concluded } = await compare(stage, office, ratings);
  await imageInWords(stage, office);
  const application = await itSession(stage, office);
  await knowingAndDoing(stage, office);
  return { impacts, ratings, survey, concluded, application };
}

/** S12: who passed does not always apply what was taught; each camat rates the own people. */
async function behaviour(stage: Stage, office: Office): Promise<readonly string[]> {
  const { evaluationId } = regular;
  stage.tells('S12');
  const rating = (batchId: string, score: number) => ({
    evaluationId,
    batchId,
    ratings: [
      { of: 'M03', score },
      { of: 'berorientasiPelayanan', score },
    ],
  });
  const inFirst = unitOf(office, first.head);
  const applying = [staff.ratna, staff.wahyu, staff.endah, staff.galih];
  const ratings = [
    ...(await rateBehaviour(stage, inFirst, '2026-08-10', rating('slm-berkala-1', 4), applying)),
    ...(await rateBehaviour(stage, inFirst, '2026-08-11', rating('slm-berkala-1', 2), [staff.bagas])),
    ...(await rateBehaviour(stage, unitOf(office, second.head), '2026-08-12', rating('slm-berkala-2', 4), [
      staff.dimas,
      staff.retno,
      staff.aji,
      staff.lestari,
      staff.yoga,
    ])),
  ];
  stage.say({
    id: 'Sembilan dari sepuluh peserta menerapkan yang diajarkan; satu lulus tes dengan nilai 82 tetapi perilakunya baru dinilai 2 dari 5.',
    en: 'Nine of ten participants apply what was taught; one passed the test with 82, yet the behaviour is rated 2 of 5 so far.',
  });
  return ratings;
}

/** S6: waiting after both batches, in all three kecamatan. */
async function measureAgain(stage: Stage, office: Office): Promise<void> {
  const period = { from: '2026-05-11', to: '2026-07-31' };
  stage.tells('S6');
  await measureService(stage, office, '2026-08-13', first.unitId, letters, 'waiting', 'after', {
    period,
    median: 1680,
    p90: 3600,
    errorRate: 430,
    n: 521,
  });
  await measureService(stage, office, '2026-08-14', second.unitId, letters, 'waiting', 'after', {
    period,
    median: 1980,
    p90: 4200,
    errorRate: 470,
    n: 468,
  });
  await measureService(stage, office, '2026-08-18', third.unitId, letters, 'waiting', 'after', {
    period,
    median: 2640,
    p90: 5400,
    errorRate: 480,
    n: 396,
  });
}

/** S7: satisfaction after, in the first kecamatan. */
async function imageAfter(stage: Stage, office: Office): Promise<string> {
  stage.tells('S7');
  return publishSurvey(stage, office, '2026-08-19', first.unitId, {
    surveyId: 'slm-skm-kec-1-2026-tengah',
    period: { from: '2026-05-11', to: '2026-07-31' },
    n: 181,
    nrr: [3200, 3150, 3350, 3300, 3200, 3300, 3350, 3150, 3150],
    ikm: 8097,
    grade: 'B',
  });
}

/** S6: what is left of the improvement once that of the third kecamatan is taken off. */
async function compare(
  stage: Stage,
  office: Office,
  ratings: readonly string[],
): Promise<{ readonly impacts: readonly string[]; readonly concluded: string }> {
  const { evaluationId } = regular;
  stage.tells('S6');
  const impacts = [
    await measureImpact(stage, office, '2026-08-20', evaluationId, first.unitId, letters, 'waiting', third.unitId),
    await measureImpact(stage, office, '2026-08-21', evaluationId, second.unitId, letters, 'waiting', third.unitId),
  ];
  const [concluded] = await office.as(office.who.evaluator).does(
    evaluationId,
    ConcludeEvaluation({
      conclusion: 'effective',
      strengths: ['latihan langsung di loket kecamatan', 'tiga topik dalam tiga hari'],
      weaknesses: ['sebagian kecil peserta belum menerapkan yang diajarkan'],
      evidence: [...impacts, ...ratings],
    }),
  );
  stage.say({
    id: 'Waktu tunggu turun dari 45 menjadi 28 menit dan dari 50 menjadi 33 menit; di kecamatan pembanding hanya dari 47 menjadi 44. Selisihnya 31% dan 28%: efektif.',
    en: 'Waiting fell from 45 to 28 minutes and from 50 to 33; in the kecamatan compared with only from 47 to 44. The difference is 31% and 28%: effective.',
  });
  return { impacts, concluded: concluded?.id ?? '' };
}

/** S7: the image in words; what citizens say at a forum, beside the index. */
async function imageInWords(stage: Stage, office: Office): Promise<void> {
  stage.tells('S7');
  await holdForum(stage, office, {
    forumId: 'slm-forum-2026-08',
    date: '2026-08-22',
    place: 'Kecamatan pertama (rekaan)',
    hostId: first.head,
    attendees: 57,
    topicCodes: [topics.manner, topics.waiting],
    inputs: [
      {
        inputId: 'slm-masukan-cepat',
        kind: 'praise',
        service: letters,
        unitId: first.unitId,
        topicCodes: [topics.waiting],
      },
      { inputId: 'slm-masukan-ramah', kind: 'praise', unitId: first.unitId, topicCodes: [topics.manner] },
      { inputId: 'slm-masukan-lansia', kind: 'suggestion', unitId: first.unitId, topicCodes: [topics.elderly] },
    ],
  });
  stage.say({
    id: 'IKM kecamatan pertama naik dari 77,22 menjadi 80,97; pada forum warga terdengar dua pujian dan satu usul, loket untuk lansia.',
    en: 'The index of the first kecamatan rose from 77.22 to 80.97; at the forum with residents there are two praises and one suggestion, a counter for the elderly.',
  });
}

/** S4: data are processed faster, without more errors. */
async function itSession(stage: Stage, office: Office): Promise<readonly string[]> {
  const { evaluationId } = itProgram;
  stage.tells('S4');
  await measureService(stage, office, '2026-08-24', dataSection.unitId, reports, 'processing', 'after', {
    period: { from: '2026-05-25', to: '2026-08-14' },
    median: 3300,
    p90: 8400,
    errorRate: 310,
    n: 189,
  });
  const impact = await measureImpact(
    stage,
    office,
    '2026-08-26',
    evaluationId,
    dataSection.unitId,
    reports,
    'processing',
  );
  const [concluded] = await office.as(office.who.evaluator).does(
    evaluationId,
    ConcludeEvaluation({
      conclusion: 'effective',
      strengths: ['aplikasi yang dilatihkan langsung dipakai'],
      weaknesses: ['perilaku di tempat kerja tidak direncanakan untuk dinilai'],
      evidence: [impact],
    }),
  );
  return [impact, concluded?.id ?? ''];
}

/** S12: assessed again, who passed but does not apply has come one level up, not two, whatever he thinks himself. */
async function knowingAndDoing(stage: Stage, office: Office): Promise<void> {
  stage.tells('S12');
  await assessThemselves(stage, office, '2026-08-26', [
    [staff.bagas, 'M03', 3],
    [staff.galih, 'M03', 3],
  ]);
  await assess(stage, office, '2026-08-27', [
    [staff.bagas, 'T-PATEN-01', 2],
    [staff.bagas, 'M03', 2],
  ]);
  stage.say({
    id: 'Dua peserta menilai sendiri komunikasinya pada level 3; asesor menilai salah satunya pada level 2. Penilaian mandiri dicatat terpisah dan tidak menutup kesenjangan (R06).',
    en: 'Two participants put themselves at level 3 in communication; the assessor puts one of them at level 2. What people think of themselves is kept apart and closes no gap (R06).',
  });
}
