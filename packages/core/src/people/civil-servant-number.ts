import type { Bilingual } from '@pembinaan/event-sourcing';
import { LocalDate } from '../values/local-date.js';
import type { EmploymentKind } from './employee/events.js';

/** What a NIP and a NI PPPK have in common. */
interface NumberParts {
  readonly birthDate: LocalDate;
  readonly sex: 'male' | 'female';
  /** Three digits. */
  readonly serial: string;
}

/** A number as it was read. Personal data: it tells birth date and sex, and stays in the vault. */
export type CivilServantNumber =
  /** NIP of a PNS; `appointedIn` is the month of the appointment as CPNS, `2015-03`. */
  | (NumberParts & { readonly kind: 'nip'; readonly appointedIn: string })
  /** NI PPPK; the two digits after the year tell the kind of contract in the samples (`24` part time), officially nothing. */
  | (NumberParts & { readonly kind: 'niPppk'; readonly appointedInYear: string; readonly contractCode: string })
  /** Neither a month nor a contract code that is known: a new code, or a slip. */
  | (NumberParts & { readonly kind: 'ambiguous'; readonly appointedInYear: string; readonly digits: string });

const problems = {
  notDigits: {
    en: 'The number holds something else than digits. Write the digits alone, without spaces or letters.',
    id: 'Nomor memuat selain angka. Tulis angkanya saja, tanpa spasi atau huruf.',
  },
  length: {
    en: 'The number does not have 18 digits. Copy it again from the decree.',
    id: 'Nomor tidak terdiri atas 18 angka. Salin kembali dari surat keputusan.',
  },
  birthDate: {
    en: 'Digits 1 to 8 are not a day of the calendar. Check the birth date (year, month, day).',
    id: 'Angka ke-1 sampai ke-8 bukan tanggal dalam kalender. Periksa tanggal lahir (tahun, bulan, tanggal).',
  },
  tooYoung: {
    en: 'Digits 9 to 14 put the appointment before the age of 16. Check birth date and appointment.',
    id: 'Angka ke-9 sampai ke-14 menunjukkan pengangkatan sebelum usia 16 tahun. Periksa tanggal lahir dan pengangkatan.',
  },
  sex: {
    en: 'Digit 15 is neither 1 (male) nor 2 (female). Check it.',
    id: 'Angka ke-15 bukan 1 (laki-laki) atau 2 (perempuan). Periksa kembali.',
  },
} as const satisfies Record<string, Bilingual>;

/** What is wrong with a number. It never repeats the number itself. */
export interface NumberProblem {
  readonly code: keyof typeof problems;
  readonly message: Bilingual;
}

/** A number, or everything that is wrong with it. */
export type ParsedCivilServantNumber =
  | { readonly ok: true; readonly number: CivilServantNumber }
  | { readonly ok: false; readonly problems: readonly NumberProblem[] };

/** A civil servant is at least that old at the appointment; a check of sense, not of law. */
const YOUNGEST = 16;

/** Contract codes begin here in all samples that were found; a month never gets there. */
const FIRST_CONTRACT_CODE = 21;

/**
 * Reads an NIP (birth date 8, month of appointment 6, sex 1, serial 3) or a NI PPPK (birth date 8, year of appointment 4, code 2,
 * sex 1, serial 3). There is no check digit.
 *
 * The kind is told from digits 13 and 14: 01 to 12 is a month and hence an NIP, 21 and above the code of a PPPK. No regulation says
 * so: use it to warn where the declared employment disagrees, never to decide it.
 *
 * ```ts
 * const read = parseCivilServantNumber('199001012015031001');
 * read.ok && read.number.kind; // 'nip'
 * ```
 *
 * Basis: Perka BKN 22/2007 and 43/2007; published samples of NI PPPK. The numbers in our examples are invented.
 */
export function parseCivilServantNumber(text: string): ParsedCivilServantNumber {
  if (!/^[0-9]*$/.test(text)) return wrong(['notDigits']);
  if (text.length !== 18) return wrong(['length']);

  const birthDate = LocalDate.safeParse(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`);
  const sex = SEXES.get(text.slice(14, 15));
  const kind = kindOf(text);
  const found: NumberProblem['code'][] = [];
  if (!birthDate.success) found.push('birthDate');
  else if (appointedBy(text, kind) < birthdayAt(YOUNGEST, birthDate.data)) found.push('tooYoung');
  if (sex === undefined) found.push('sex');
  if (!birthDate.success || sex === undefined || found.length > 0) return wrong(found);

  const parts: NumberParts = { birthDate: birthDate.data, sex, serial: text.slice(15) };
  const year = text.slice(8, 12);
  const digits = text.slice(12, 14);
  switch (kind) {
    case 'nip':
      return { ok: true, number: { ...parts, kind, appointedIn: `${year}-${digits}` } };
    case 'niPppk':
      return { ok: true, number: { ...parts, kind, appointedInYear: year, contractCode: digits } };
    case 'ambiguous':
      return { ok: true, number: { ...parts, kind, appointedInYear: year, digits } };
  }
}

/**
 * A warning where digits 13 and 14 of a number do not go with the employment that was declared; undefined where they do, or where they
 * tell nothing. The employment that was declared stands: no regulation gives these digits a meaning for PPPK.
 */
export function kindDisagreement(number: CivilServantNumber, declared: EmploymentKind): Bilingual | undefined {
  if (declared === 'pns') return number.kind === 'nip' ? undefined : notAnNip;
  return number.kind === 'nip' ? notANiPppk : undefined;
}

const notAnNip: Bilingual = {
  en: 'A PNS was declared, but digits 13 and 14 are no month. Check the number and the kind of employment.',
  id: 'Dinyatakan sebagai PNS, tetapi angka ke-13 dan ke-14 bukan bulan. Periksa nomor dan jenis kepegawaiannya.',
};
const notANiPppk: Bilingual = {
  en: 'A PPPK was declared, but digits 13 and 14 are a month, as in an NIP. Check the number and the kind of employment.',
  id: 'Dinyatakan sebagai PPPK, tetapi angka ke-13 dan ke-14 adalah bulan, seperti pada NIP. Periksa nomor dan jenis kepegawaiannya.',
};

const SEXES: ReadonlyMap<string, NumberParts['sex']> = new Map([
  ['1', 'male'],
  ['2', 'female'],
]);

function wrong(codes: readonly NumberProblem['code'][]): ParsedCivilServantNumber {
  return { ok: false, problems: codes.map((code) => ({ code, message: problems[code] })) };
}

function kindOf(text: string): CivilServantNumber['kind'] {
  const digits = Number(text.slice(12, 14));
  if (digits >= 1 && digits <= 12) return 'nip';
  return digits >= FIRST_CONTRACT_CODE ? 'niPppk' : 'ambiguous';
}

/** The day by which the person was appointed at the latest: an NIP tells the first day of a month, the others only the year. */
function appointedBy(text: string, kind: CivilServantNumber['kind']): string {
  const year = text.slice(8, 12);
  return kind === 'nip' ? `${year}-${text.slice(12, 14)}-01` : `${year}-12-31`;
}

/** Text that sorts like the birthday of that age; 29 February may stand in a year that has none. */
function birthdayAt(age: number, birthDate: LocalDate): string {
  return `${String(Number(birthDate.slice(0, 4)) + age).padStart(4, '0')}${birthDate.slice(4)}`;
}
