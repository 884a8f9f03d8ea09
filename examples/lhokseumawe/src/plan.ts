import { ValidateCompetencyGap } from '@pembinaan/core';
import {
  assess,
  establishHcdp,
  establishPlan,
  type Office,
  openNeedsCycle,
  type Stage,
} from '@pembinaan-examples/stage';
import { staff } from './agency.js';
import { plannedNeeds } from './needs.js';

/** January: what is lacking, a plan of five years, and the plan of this year under it. */
export async function plan(stage: Stage, office: Office): Promise<void> {
  stage.tells('L1');
  const cycleId = await openNeedsCycle(stage, office, '2026-01-08');
  await lack(stage, office);
  const hcdpId = await longTerm(stage, office);
  stage.tells('L1');
  await establishPlan(stage, office, plannedNeeds(cycleId), undefined, hcdpId);
  stage.say({
    id: 'Rencana 2026 terstruktur: empat butir, masing-masing bersandar pada kebutuhan yang diverifikasi dan divalidasi.',
    en: 'The plan of 2026 is structured: four items, each resting on a need that was verified and validated.',
  });
}

/** L2: technical, managerial and socio-cultural competencies are assessed against the standards. */
async function lack(stage: Stage, office: Office): Promise<void> {
  stage.tells('L2');
  await assess(stage, office, '2026-01-09', [
    [staff.zahra, 'T-DUKCAPIL-01', 4],
    [staff.zahra, 'M06', 3],
    [staff.iqbal, 'T-DUKCAPIL-01', 1],
    [staff.iqbal, 'M05', 2],
    [staff.iqbal, 'SK01', 2],
    [staff.mala, 'T-DUKCAPIL-01', 2],
    [staff.rahmat, 'T-TIK-01', 1],
    [staff.dewi, 'T-KES-01', 1],
  ]);
  await office
    .as(office.who.validator)
    .does(
      staff.iqbal,
      ValidateCompetencyGap({ gapId: 'lsm-celah-02-dukcapil', competency: 'T-DUKCAPIL-01', priority: 'high' }),
    );
  stage.say({
    id: 'Tiap standar jabatan memuat kompetensi teknis, manajerial, dan sosial kultural. Kesenjangan seorang operator Dukcapil divalidasi.',
    en: 'Each standard asks for technical, managerial and socio-cultural competencies. The gap of one civil-registry clerk is validated.',
  });
}

/** L14: five years, aligned to the regional plan; the plan of each year will name it. */
async function longTerm(stage: Stage, office: Office): Promise<string> {
  stage.tells('L14');
  const hcdpId = await establishHcdp(stage, office, '2026-01-10', {
    years: { from: 2025, to: 2029 },
    rpjmdRef: 'RPJMD 2025-2029 (rekaan)',
    targets: [
      {
        targetId: 'petugas-mutakhir',
        text: 'petugas kesehatan dan guru mengikuti perkembangan ilmunya (misi 1)',
        indicator: 'bagian petugas yang dilatih setiap dua tahun',
      },
      {
        targetId: 'dokumen-cepat',
        text: 'dokumen kependudukan cepat dan tepat (misi 3)',
        indicator: 'waktu tunggu median dan persentase berkas salah',
      },
    ],
  });
  stage.say({
    id: 'Pengembangan adalah investasi jangka panjang: HCDP 2025-2029 ditetapkan, dan rencana tiap tahun merujuknya.',
    en: 'Development is a long-term investment: a plan of five years is established, and that of each year refers to it.',
  });
  return hcdpId;
}
