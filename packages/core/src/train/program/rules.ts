import { type IssuedOf, type Rejection, rule } from '@pembinaan/event-sourcing';
import type { PolicyFigures } from '../../governance/policy/figures.js';
import { gradable } from '../../plan/competency-standard/rules.js';
import { R08 } from '../../plan/development-need/rules.js';
import { type DevelopmentPlan, establishedItem } from '../../plan/development-plan/state.js';
import type { DesignProgram } from './commands.js';
import type { MaterialKind } from './events.js';

/** What makes the full track necessary. */
const grounds = {
  cost: { en: 'costs money', id: 'memerlukan biaya' },
  leaveOfDuty: { en: 'needs leave of duty', id: 'mengharuskan peserta meninggalkan tugas' },
  certificate: {
    en: 'gives a structural or functional certificate',
    id: 'memberikan sertifikat struktural atau fungsional',
  },
} as const;
type Ground = keyof typeof grounds;

export const R14 = rule('R14', {
  text: {
    en: 'A programme that costs money, needs leave of duty or gives a structural or functional certificate takes the full track: an item of the established plan, and the approval of the PPK or PyB. An urgent one has one approval and says why; any other may take the light track with one approval.',
    id: 'Program yang memerlukan biaya, mengharuskan peserta meninggalkan tugas, atau memberikan sertifikat struktural atau fungsional menempuh jalur penuh: butir rencana yang ditetapkan dan persetujuan PPK atau PyB. Program mendesak cukup dengan satu persetujuan disertai alasan; selebihnya boleh menempuh jalur ringan dengan satu persetujuan.',
  },
  refusals: {
    fullTrackNeeded: (d: { ground: Ground }) => ({
      en: `The programme ${grounds[d.ground].en}, which the track 'light' does not carry. Choose the track 'full' with its plan item, or 'urgent' with trackReason.`,
      id: `Program ini ${grounds[d.ground].id}, sehingga tidak dapat menempuh jalur 'light'. Pilih jalur 'full' beserta butir rencananya, atau 'urgent' dengan trackReason.`,
    }),
    urgencyUnexplained: (d: { ground: Ground }) => ({
      en: `The programme ${grounds[d.ground].en} and is sent on the track 'urgent' without a reason. Say in trackReason why it cannot wait, or choose the track 'full'.`,
      id: `Program ini ${grounds[d.ground].id} dan diajukan lewat jalur 'urgent' tanpa alasan. Jelaskan pada trackReason mengapa tidak dapat menunggu, atau pilih jalur 'full'.`,
    }),
  },
});

export const R15 = rule('R15', {
  text: {
    en: 'A published version of learning material never changes: a new version of the same material supersedes it, counted from 1. A module whose latest version has expired carries no new batch, and a revised method names a version that was published.',
    id: 'Versi bahan ajar yang terbit tidak pernah berubah: versi baru dari bahan yang sama menggantikannya, dihitung mulai 1. Modul yang versi terakhirnya kedaluwarsa tidak dapat dipakai untuk angkatan baru, dan metode yang diubah menyebut versi yang telah terbit.',
  },
  refusals: {
    sameContent: (d: { materialId: string; version: number }) => ({
      en: `The document is that of version ${d.version} of the material ${d.materialId}. Use that version, or publish what has changed.`,
      id: `Dokumen ini sama dengan versi ${d.version} bahan ajar ${d.materialId}. Gunakan versi itu, atau terbitkan isi yang telah berubah.`,
    }),
    otherKind: (d: { materialId: string; kind: MaterialKind }) => ({
      en: `The material ${d.materialId} was published as '${d.kind}', which a new version does not change. Keep the kind, or publish it under another id.`,
      id: `Bahan ajar ${d.materialId} telah terbit sebagai '${d.kind}', dan versi baru tidak mengubahnya. Pertahankan jenisnya, atau terbitkan dengan id lain.`,
    }),
    expired: (d: { validUntil: string; on: string }) => ({
      en: `The material may be taught until ${d.validUntil}, which is before ${d.on}. Bring it up to date, and give the last day on which it holds.`,
      id: `Bahan ajar hanya boleh diajarkan sampai ${d.validUntil}, sebelum ${d.on}. Mutakhirkan isinya, lalu isi hari terakhir berlakunya.`,
    }),
    materialExpired: (d: { materialId: string; version: number; validUntil: string; lastDay: string }) => ({
      en: `Version ${d.version} of the module ${d.materialId} may be taught until ${d.validUntil}, and the batch lasts until ${d.lastDay}. Publish a new version first, or choose earlier days.`,
      id: `Versi ${d.version} modul ${d.materialId} boleh diajarkan sampai ${d.validUntil}, sedangkan angkatan berlangsung sampai ${d.lastDay}. Terbitkan versi baru dahulu, atau pilih hari yang lebih awal.`,
    }),
    notPublished: (d: { materialId: string; version: number }) => ({
      en: `Version ${d.version} of the material ${d.materialId} was not published in this programme. Publish it first, or name a version that was.`,
      id: `Versi ${d.version} bahan ajar ${d.materialId} belum terbit dalam program ini. Terbitkan dahulu, atau sebutkan versi yang telah terbit.`,
    }),
  },
});

type Design = IssuedOf<typeof DesignProgram>['data'];

/** Refuses a track that is too light for what the programme asks (R14). */
export function trackCarries(design: Design): Rejection | undefined {
  const ground = fullTrackGround(design);
  if (ground === undefined) return undefined;
  if (design.track === 'light') return R14.refuse('fullTrackNeeded', { ground });
  if (design.track === 'urgent' && design.trackReason === undefined) {
    return R14.refuse('urgencyUnexplained', { ground });
  }
  return undefined;
}

function fullTrackGround(design: Design): Ground | undefined {
  if (design.estimatedCost > 0) return 'cost';
  if (design.needsLeaveOfDuty) return 'leaveOfDuty';
  return design.certificate === 'structural' || design.certificate === 'functional' ? 'certificate' : undefined;
}

/** Refuses a programme that rests neither on an established plan item nor, on a shorter track, on a reason (R08). */
export function restsOnPlan(design: Design, plan: DevelopmentPlan | undefined): Rejection | undefined {
  const { track, planItem } = design;
  if (planItem === undefined) {
    if (track === 'full') return R08.refuse('planItemMissing', {});
    return design.trackReason === undefined ? R08.refuse('trackReasonMissing', { track }) : undefined;
  }
  if (plan === undefined || establishedItem(plan, planItem.itemId) === undefined) {
    return R08.refuse('itemNotEstablished', planItem);
  }
  return undefined;
}

/** Refuses a target level that does not exist, and a competency outside the catalogue of the policy in force (R06). */
export function aimsGradable({ competencies }: Design, figures: PolicyFigures): Rejection | undefined {
  for (const { code, targetLevel } of competencies) {
    const refusal = gradable({ competency: code, level: targetLevel }, figures);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}
