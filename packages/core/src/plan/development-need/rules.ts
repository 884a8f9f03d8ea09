import { type Rejection, rule } from '@pembinaan/event-sourcing';
import { statusName } from '../../governance/rules/names.js';

export const R08 = rule('R08', {
  text: {
    en: 'Each need names its origin and is verified once it is complete; each plan item rests on at least one validated need; each programme on an established plan item, or on the track light or urgent with a reason.',
    id: 'Setiap kebutuhan menyebut asal-usulnya dan diverifikasi setelah lengkap; setiap butir rencana bersandar pada paling sedikit satu kebutuhan tervalidasi; setiap program pada butir rencana yang ditetapkan, atau jalur ringan atau mendesak dengan alasan.',
  },
  refusals: {
    originMissing: (d: { kind: string }) => ({
      en: `A need of the origin '${d.kind}' must say which one. Give origin.ref, such as the gap, the report or the decree.`,
      id: `Kebutuhan dengan asal-usul '${d.kind}' harus menyebut sumbernya. Isi origin.ref, misalnya kesenjangan, laporan, atau surat keputusan.`,
    }),
    checklistUnmet: (d: { item: string }) => ({
      en: `The item '${d.item}' of the checklist is not met, so the need is not complete. Return the need for repair, or verify it once everything is met.`,
      id: `Butir '${d.item}' pada daftar periksa belum terpenuhi, sehingga kebutuhan ini belum lengkap. Kembalikan untuk diperbaiki, atau verifikasi setelah semuanya terpenuhi.`,
    }),
    flaggedBefore: (d: { programId: string }) => ({
      en: `The need was flagged as unserved because of the programme ${d.programId} before. Plan another programme for it.`,
      id: `Kebutuhan ini sudah ditandai tidak terpenuhi akibat program ${d.programId}. Rencanakan program lain untuknya.`,
    }),
    noNeed: (d: { itemId: string }) => ({
      en: `The plan item ${d.itemId} rests on no need. Name at least one validated need in needIds.`,
      id: `Butir rencana ${d.itemId} tidak bersandar pada kebutuhan apa pun. Sebutkan paling sedikit satu kebutuhan tervalidasi pada needIds.`,
    }),
    needNotValidated: (d: { needId: string; status: string }) => ({
      en: `The need ${d.needId} is ${statusName(d.status).en}, not validated. Have it verified and validated first.`,
      id: `Kebutuhan ${d.needId} berstatus ${statusName(d.status).id}, belum divalidasi. Lakukan verifikasi dan validasi dahulu.`,
    }),
    planItemMissing: () => ({
      en: "The track 'full' rests on an item of the established plan, and none is named. Give planItem, or choose the track 'light' or 'urgent' with trackReason.",
      id: "Jalur 'full' bersandar pada butir rencana yang ditetapkan, tetapi tidak ada yang disebut. Isi planItem, atau pilih jalur 'light' atau 'urgent' dengan trackReason.",
    }),
    itemNotEstablished: (d: { planId: string; itemId: string }) => ({
      en: `The plan ${d.planId} has no established item ${d.itemId}. Establish the plan first, or choose the track light or urgent with a reason.`,
      id: `Rencana ${d.planId} tidak memuat butir ${d.itemId} yang telah ditetapkan. Tetapkan rencananya dahulu, atau pilih jalur ringan atau mendesak dengan alasan.`,
    }),
    trackReasonMissing: (d: { track: string }) => ({
      en: `A programme on the track '${d.track}' without a plan item needs a reason. Give trackReason.`,
      id: `Program pada jalur '${d.track}' tanpa butir rencana memerlukan alasan. Isi trackReason.`,
    }),
  },
});

/** Refuses to verify a need of which something on the checklist is not met (R08): it is returned for repair instead. */
export function checklistMet(
  checklist: readonly { readonly item: string; readonly met: boolean }[],
): Rejection | undefined {
  const unmet = checklist.find(({ met }) => !met);
  return unmet && R08.refuse('checklistUnmet', { item: unmet.item });
}
