import { type Rejection, rule } from '@pembinaan/event-sourcing';
import { G02 } from '../../governance/rules/index.js';
import { statusName } from '../../governance/rules/names.js';
import type { AgencyId, HcdpId, Sha256 } from '../../values/ids.js';
import { hcdpId } from '../hcdp/decider.js';
import type { Hcdp } from '../hcdp/state.js';
import { contentHash } from './content-hash.js';
import type { DevelopmentPlan } from './state.js';

export const R10 = rule('R10', {
  text: {
    en: 'An agency has at most one open plan for a year; the HCDP that it serves covers that year.',
    id: 'Satu instansi memiliki paling banyak satu rencana terbuka untuk satu tahun; HCDP yang didukungnya mencakup tahun itu.',
  },
  refusals: {
    planExists: (d: { planId: string; status: string }) => ({
      en: `The plan ${d.planId} exists already and is ${statusName(d.status).en}. Work on that one, or revise it once it is established.`,
      id: `Rencana ${d.planId} sudah ada dan berstatus ${statusName(d.status).id}. Kerjakan rencana itu, atau ubah setelah ditetapkan.`,
    }),
    wrongStream: (d: { planId: string; expected: string }) => ({
      en: `The plan of that agency and year is ${d.expected}, not ${d.planId}. Send the command to ${d.expected}.`,
      id: `Rencana instansi dan tahun itu adalah ${d.expected}, bukan ${d.planId}. Kirim perintah ke ${d.expected}.`,
    }),
    outsideHcdp: (d: { hcdpId: string; from: number; to: number; year: number }) => ({
      en: `The HCDP ${d.hcdpId} covers the years ${d.from} to ${d.to}, not ${d.year}. Name the one that covers ${d.year}, or leave hcdpId out.`,
      id: `HCDP ${d.hcdpId} mencakup tahun ${d.from} sampai ${d.to}, bukan ${d.year}. Sebutkan HCDP yang mencakup ${d.year}, atau kosongkan hcdpId.`,
    }),
  },
});

export const R11 = rule('R11', {
  text: {
    en: 'Items change only while the plan is a draft or was returned; submission freezes the content by a hash.',
    id: 'Butir hanya berubah selama rencana berupa konsep atau dikembalikan; pengajuan mengunci isi dengan hash.',
  },
  refusals: {
    frozen: (d: { status: string }) => ({
      en: `The plan is ${statusName(d.status).en}; its items cannot change. Have it returned first, or revise it once it is established.`,
      id: `Rencana berstatus ${statusName(d.status).id}; butirnya tidak dapat diubah. Mintalah dikembalikan dahulu, atau ubah setelah ditetapkan.`,
    }),
    itemExists: (d: { itemId: string }) => ({
      en: `The plan has an item ${d.itemId} already. Give the new item an id of its own.`,
      id: `Rencana sudah memuat butir ${d.itemId}. Beri id sendiri untuk butir baru.`,
    }),
    empty: () => ({
      en: 'The plan has no items. Add at least one before you submit it.',
      id: 'Rencana tidak memuat butir. Tambahkan paling sedikit satu sebelum diajukan.',
    }),
  },
});

export const R12 = rule('R12', {
  text: {
    en: 'A plan is established only with the content that was submitted; after that only a revision changes it.',
    id: 'Rencana hanya ditetapkan dengan isi yang diajukan; sesudah itu hanya diubah melalui revisi.',
  },
  refusals: {
    contentDiffers: (d: { submitted: string | undefined; given: string }) => ({
      en: `The content hash ${d.given} is not that of the submitted plan (${d.submitted ?? 'none'}). Read the plan again and sign what was submitted.`,
      id: `Hash isi ${d.given} bukan hash rencana yang diajukan (${d.submitted ?? 'tidak ada'}). Baca kembali rencananya dan tetapkan isi yang diajukan.`,
    }),
    notEstablished: (d: { status: string }) => ({
      en: `The plan is ${statusName(d.status).en}; only an established plan is revised. Change the draft instead.`,
      id: `Rencana berstatus ${statusName(d.status).id}; hanya rencana yang telah ditetapkan yang direvisi. Ubah konsepnya.`,
    }),
  },
});

/** Refuses a plan that serves an HCDP which there is not, of another agency (G02), or of other years (R10). */
export function servesHcdp(
  plan: { readonly agencyId: AgencyId; readonly year: number },
  named: HcdpId,
  hcdp: Hcdp,
): Rejection | undefined {
  if (hcdp.status === 'none') return G02.refuse('notFound', { what: 'hcdp', id: named });
  const { from, to } = hcdp.years;
  if (hcdp.agencyId !== plan.agencyId) {
    return G02.refuse('mismatch', { what: 'hcdp', given: named, expected: hcdpId(plan.agencyId, hcdp.years) });
  }
  const { year } = plan;
  return year < from || to < year ? R10.refuse('outsideHcdp', { hcdpId: named, from, to, year }) : undefined;
}

/** Refuses a plan whose content is not what was submitted (R12): both the hash given and the items of the stream must agree. */
export function contentAsSubmitted(plan: DevelopmentPlan, given: Sha256): Rejection | undefined {
  if (plan.status === 'none') return undefined;
  if (given === plan.contentHash && given === contentHash(plan.items)) return undefined;
  return R12.refuse('contentDiffers', { submitted: plan.contentHash, given });
}
