import { type Rejection, rule } from '@pembinaan/event-sourcing';
import type { LocalDate } from '../../values/local-date.js';
import type { FigureKey } from '../policy/figures.js';
import type { PolicyInForce } from '../policy/state.js';
import { statusName, type Thing, things } from './names.js';

/** Not of the forty: what the library itself needs so that a decision can be explained. */
export const G01 = rule('G01', {
  text: {
    en: 'A decision that needs a figure rests on a policy version that is in force on its day and has that figure; its figures do not contradict each other.',
    id: 'Keputusan yang memerlukan angka bersandar pada versi kebijakan yang berlaku pada harinya dan memuat angka itu; angka-angkanya tidak saling bertentangan.',
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
    figureRepeats: (d: { key: FigureKey; item: string }) => ({
      en: `The figure ${d.key} holds ${d.item} twice, so that nobody could tell which one counts. Give each once.`,
      id: `Angka ${d.key} memuat ${d.item} dua kali, sehingga tidak jelas mana yang berlaku. Isi masing-masing satu kali.`,
    }),
    figureNotAscending: (d: { key: FigureKey; values: readonly number[] }) => ({
      en: `The bounds of ${d.key} do not rise from one to the next (${d.values.join(', ')}). Put them in order.`,
      id: `Batas pada ${d.key} tidak naik dari satu ke berikutnya (${d.values.join(', ')}). Urutkan kembali.`,
    }),
    weightless: (d: { key: FigureKey }) => ({
      en: `All weights of ${d.key} are 0. Give at least one element a weight.`,
      id: `Semua bobot pada ${d.key} bernilai 0. Beri bobot pada paling sedikit satu unsur.`,
    }),
    weightsNotHundred: (d: { key: FigureKey; sum: number }) => ({
      en: `The weights of ${d.key} are ${d.sum} together, not 100. Correct them.`,
      id: `Jumlah bobot pada ${d.key} adalah ${d.sum}, bukan 100. Perbaiki bobotnya.`,
    }),
    pointsNotWeight: (d: { key: FigureKey; points: number; weight: number }) => ({
      en: `By ${d.key} one can reach ${d.points} hundredths, but the weight of the dimension is ${d.weight}. Correct the points or the weight.`,
      id: `Menurut ${d.key} nilai tertingginya ${d.points} perseratus, sedangkan bobot dimensinya ${d.weight}. Perbaiki nilai atau bobotnya.`,
    }),
    holidayOutside: (d: { date: string }) => ({
      en: `The holiday ${d.date} lies in a year for which the list is not said to be whole. Add its year to years, or leave it out.`,
      id: `Hari libur ${d.date} berada pada tahun yang daftarnya tidak dinyatakan lengkap. Tambahkan tahunnya pada years, atau hapus hari itu.`,
    }),
    jpValueMissing: (d: { form: string; mode: string }) => ({
      en: `The form ${d.form} is counted by the mode '${d.mode}', which needs a value, and has none. Give value, or choose another mode.`,
      id: `Bentuk ${d.form} dihitung dengan mode '${d.mode}' yang memerlukan nilai, tetapi nilainya kosong. Isi value, atau pilih mode lain.`,
    }),
  },
});

const anyOf = (needed: readonly string[], language: 'en' | 'id', or: string): string =>
  needed.map((status) => statusName(status)[language]).join(` ${or} `);
const withArticle = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;

export const G02 = rule('G02', {
  text: {
    en: 'Acts follow the order of the lifecycle: nothing is verified that was not proposed, nothing is done twice or recorded before it happens, and only who serves takes part.',
    id: 'Tindakan mengikuti urutan daur: tidak ada yang diverifikasi sebelum diusulkan, dilakukan dua kali, atau dicatat sebelum terjadi, dan hanya yang aktif bekerja yang ikut serta.',
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
    notYet: (d: { what: Thing; date: string; today: string }) => ({
      en: `The ${things[d.what].en} of ${d.date} has not taken place yet (today is ${d.today}). Record it afterwards.`,
      id: `Hari ini ${d.today}; ${things[d.what].id} tanggal ${d.date} belum berlangsung. Catat setelah berlangsung.`,
    }),
    before: (d: { what: Thing; date: string; of: Thing; begun: string }) => ({
      en: `The ${things[d.what].en} of ${d.date} lies before the ${things[d.of].en} began on ${d.begun}. Correct the date.`,
      id: `Tanggal ${things[d.what].id}, ${d.date}, mendahului dimulainya ${things[d.of].id} pada ${d.begun}. Perbaiki tanggalnya.`,
    }),
    inPast: (d: { what: Thing; date: string; today: string }) => ({
      en: `The day set for the ${things[d.what].en}, ${d.date}, has passed (today is ${d.today}). Set today or a later day.`,
      id: `Tenggat ${things[d.what].id}, ${d.date}, sudah lewat (hari ini ${d.today}). Tetapkan hari ini atau hari sesudahnya.`,
    }),
    namedTwice: (d: { subjectId: string }) => ({
      en: `${d.subjectId} is named twice. Name each person once.`,
      id: `${d.subjectId} disebut dua kali. Sebutkan setiap orang satu kali.`,
    }),
    notServing: (d: { subjectId: string; on: string }) => ({
      en: `${d.subjectId} is not registered as serving on ${d.on}. Register the person first, or name somebody who serves.`,
      id: `${d.subjectId} tidak terdaftar aktif bekerja pada ${d.on}. Daftarkan dahulu, atau sebutkan orang yang aktif bekerja.`,
    }),
  },
});

export const G03 = rule('G03', {
  text: {
    en: 'What is to stay unnamed leaves no trace of who said it: an intake that is no employee sends it, and on behalf of nobody.',
    id: 'Yang disampaikan tanpa nama tidak meninggalkan jejak penyampainya: saluran penerima yang bukan pegawai mengirimnya, dan tidak atas nama siapa pun.',
  },
  refusals: {
    byEmployee: (d: { subjectId: string }) => ({
      en: `It is to stay unnamed, but ${d.subjectId} is an employee, whom the log would keep as its sender. Let the intake send it, or set unnamed to false.`,
      id: `Penyampainya tidak ingin disebut, tetapi ${d.subjectId} adalah pegawai yang akan tercatat sebagai pengirim. Kirim melalui saluran penerima, atau isi unnamed dengan false.`,
    }),
    forSomebody: () => ({
      en: 'It is to stay unnamed, but is sent on behalf of somebody, whom the log would keep. Leave onBehalfOf out, or set unnamed to false.',
      id: 'Penyampainya tidak ingin disebut, tetapi perintah dikirim atas nama seseorang yang akan tercatat. Kosongkan onBehalfOf, atau isi unnamed dengan false.',
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

/** Refuses to record something before it took place (G02). */
export function tookPlace(what: Thing, date: LocalDate, today: LocalDate): Rejection | undefined {
  return date > today ? G02.refuse('notYet', { what, date, today }) : undefined;
}

/** The refusal of a decision for which no policy is in force (G01). */
export function noPolicy(policy: PolicyInForce): Rejection {
  return G01.refuse('noPolicy', { on: policy.on });
}

/** The refusal of a decision that needs a figure which the policy in force does not set (G01). */
export function figureNotSet(policy: PolicyInForce, key: FigureKey): Rejection {
  return G01.refuse('figureNotSet', { key, version: policy.version });
}
