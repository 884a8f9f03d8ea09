import type { Bilingual } from '@pembinaan/event-sourcing';
import { LocalDate, Year } from '../../values/local-date.js';
import { Holiday, type PolicyFigures } from './figures.js';

const problems = {
  separator: {
    en: 'There is neither a comma nor a semicolon. Write the day, a comma, and the name: 2026-01-01,Tahun Baru Masehi.',
    id: 'Tidak ada koma atau titik koma. Tulis tanggal, koma, lalu nama: 2026-01-01,Tahun Baru Masehi.',
  },
  date: {
    en: 'The line does not begin with a day of the calendar. Write it as year-month-day: 2026-01-01.',
    id: 'Baris tidak diawali tanggal dalam kalender. Tulis sebagai tahun-bulan-tanggal: 2026-01-01.',
  },
  name: {
    en: 'The name is empty or longer than 200 characters. Write the name of the holiday after the day.',
    id: 'Namanya kosong atau lebih dari 200 karakter. Tulis nama hari libur sesudah tanggal.',
  },
  twice: {
    en: 'An earlier line has the same day and the same name. Remove one of the two.',
    id: 'Baris sebelumnya memuat tanggal dan nama yang sama. Hapus salah satunya.',
  },
} as const satisfies Record<string, Bilingual>;

/** What is wrong with a line, counted from 1. */
export interface HolidayProblem {
  readonly line: number;
  readonly code: keyof typeof problems;
  readonly message: Bilingual;
}

/** The value of the figure `holidays`, or everything that is wrong with the list. */
export type HolidayList =
  | { readonly ok: true; readonly value: PolicyFigures['holidays']['value'] }
  | { readonly ok: false; readonly problems: readonly HolidayProblem[] };

/**
 * Reads a list of holidays and joint leave days for the policy, such as an agency types it from the yearly joint decree of three ministers
 * (SKB 3 Menteri): a line for each, the day, a comma or semicolon, and the name. Blank lines and lines that begin with `#` are left out.
 *
 * ```ts
 * const list = holidayList('2026-01-01,Tahun Baru Masehi\n2026-03-19;Hari Suci Nyepi');
 * if (list.ok) list.value.years; // [2026]
 * ```
 *
 * The list is taken to be whole for each year of which it has a day: give whole years, or deadlines will seem certain that are not.
 */
export function holidayList(text: string): HolidayList {
  const days: Holiday[] = [];
  const found: HolidayProblem[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    // This takes away the byte order mark of a spreadsheet and the carriage return of Windows, too.
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const read = holidayOf(line, days);
    if (typeof read === 'string') found.push({ line: index + 1, code: read, message: problems[read] });
    else days.push(read);
  }
  if (found.length > 0) return { ok: false, problems: found };
  days.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  const years = new Set(days.map(({ date }) => Year.parse(Number(date.slice(0, 4)))));
  return { ok: true, value: { years: [...years], days } };
}

function holidayOf(line: string, before: readonly Holiday[]): Holiday | HolidayProblem['code'] {
  const separator = line.search(/[,;]/);
  if (separator < 0) return 'separator';
  const date = LocalDate.safeParse(line.slice(0, separator).trim());
  if (!date.success || !Year.safeParse(Number(date.data.slice(0, 4))).success) return 'date';
  const holiday = Holiday.safeParse({ date: date.data, name: unquoted(line.slice(separator + 1).trim()) });
  if (!holiday.success) return 'name';
  const twice = before.some((known) => known.date === date.data && known.name === holiday.data.name);
  return twice ? 'twice' : holiday.data;
}

/** A name with a comma in it comes from a spreadsheet in quotation marks, with its own doubled. */
function unquoted(name: string): string {
  return /^".*"$/.test(name) ? name.slice(1, -1).replaceAll('""', '"').trim() : name;
}
