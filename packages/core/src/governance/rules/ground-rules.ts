import { type Rejection, rule } from '@pembinaan/event-sourcing';
import type { FigureKey } from '../policy/figures.js';
import type { PolicyInForce } from '../policy/state.js';
import { statusName, type Thing, things } from './names.js';

/** Not of the forty: what the library itself needs so that a decision can be explained. */
export const G01 = rule('G01', {
  text: {
    en: 'A decision that needs a figure rests on a policy version that is in force on its day and has that figure.',
    id: 'Keputusan yang memerlukan angka bersandar pada versi kebijakan yang berlaku pada harinya dan memuat angka itu.',
  },
  refusals: {
    noPolicy: (d: { on: string }) => ({
      en: `No policy version is in force on ${d.on}. Adopt one first, for example indonesia-2026.`,
      id: `Tidak ada versi kebijakan yang berlaku pada ${d.on}. Tetapkan dahulu, misalnya indonesia-2026.`,
    }),
    figureNotSet: (d: { key: string; version: string | undefined }) => ({
      en: `The policy ${d.version ?? ''} does not set ${d.key}, which this act needs; it has no default. Adopt a version that sets it.`,
      id: `Kebijakan ${d.version ?? ''} tidak menetapkan ${d.key} yang diperlukan; angka ini tidak memiliki nilai bawaan. Tetapkan versi yang memuatnya.`,
    }),
    unknownTimeZone: () => ({
      en: 'The time zone of the figures is not in the IANA database, so that no day could be told. Use a name such as Asia/Jakarta, Asia/Makassar or Asia/Jayapura.',
      id: 'Zona waktu pada angka kebijakan tidak ada dalam basis data IANA, sehingga hari tidak dapat ditentukan. Gunakan nama seperti Asia/Jakarta, Asia/Makassar, atau Asia/Jayapura.',
    }),
  },
});

const anyOf = (needed: readonly string[], language: 'en' | 'id', or: string): string =>
  needed.map((status) => statusName(status)[language]).join(` ${or} `);
const withArticle = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;

export const G02 = rule('G02', {
  text: {
    en: 'Acts follow the order of the lifecycle: nothing is verified that was not proposed, nothing is done twice.',
    id: 'Tindakan mengikuti urutan daur: tidak ada yang diverifikasi sebelum diusulkan, tidak ada yang dilakukan dua kali.',
  },
  refusals: {
    notFound: (d: { what: Thing; id: string }) => ({
      en: `There is no ${things[d.what].en} ${d.id}. Check the id, or create it first.`,
      id: `Tidak ada ${things[d.what].id} ${d.id}. Periksa id-nya, atau buat dahulu.`,
    }),
    alreadyExists: (d: { what: Thing; id: string }) => ({
      en: `There is ${withArticle(things[d.what].en)} ${d.id} already. Use another id, or correct the existing one.`,
      id: `Sudah ada ${things[d.what].id} ${d.id}. Gunakan id lain, atau perbaiki yang ada.`,
    }),
    alreadyDecided: (d: { what: Thing; id: string }) => ({
      en: `The ${things[d.what].en} ${d.id} was decided on before; it carries one decision. Have a new one made.`,
      id: `Sudah ada keputusan atas ${things[d.what].id} ${d.id}; satu hanya untuk satu keputusan. Mintalah yang baru.`,
    }),
    wrongStatus: (d: { what: Thing; status: string; needed: readonly string[] }) => ({
      en: `The ${things[d.what].en} is ${statusName(d.status).en}; this act needs it to be ${anyOf(d.needed, 'en', 'or')}. Do the step that is missing first.`,
      id: `Status ${things[d.what].id}: ${statusName(d.status).id}; tindakan ini memerlukan status ${anyOf(d.needed, 'id', 'atau')}. Lakukan dahulu langkah yang belum dilakukan.`,
    }),
    mismatch: (d: { what: Thing; given: string; expected: string }) => ({
      en: `The ${things[d.what].en} is ${d.given} here but should be ${d.expected}. Send the right one.`,
      id: `Di sini ${things[d.what].id} adalah ${d.given}, seharusnya ${d.expected}. Kirim yang benar.`,
    }),
  },
});

/** Refuses an act on something that is not in one of the needed states (G02). */
export function inStatus<T extends { readonly status: string }>(
  what: Thing,
  state: T,
  ...needed: readonly T['status'][]
): Rejection | undefined {
  return needed.includes(state.status) ? undefined : G02.refuse('wrongStatus', { what, status: state.status, needed });
}

/** The refusal of a decision for which no policy is in force (G01). */
export function noPolicy(policy: PolicyInForce): Rejection {
  return G01.refuse('noPolicy', { on: policy.on });
}

/** The refusal of a decision that needs a figure which the policy in force does not set (G01). */
export function figureNotSet(policy: PolicyInForce, key: FigureKey): Rejection {
  return G01.refuse('figureNotSet', { key, version: policy.version });
}
