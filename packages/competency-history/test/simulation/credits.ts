import {
  type DevelopmentForm,
  indonesia2026,
  Jp,
  type JpCap,
  type JpRule,
  JpSource,
  LocalDate,
  PolicyFigures,
} from '@pembinaan/core';
import type { KnownActivity, KnownCredit, RecreditedCredit } from '../../src/simulation/recredited.js';

export const figures = indonesia2026.figures;
export type Figures = Partial<Record<keyof PolicyFigures, unknown>>;

/** The default figures with other values, set by the agency. */
export function withFigures(values: Figures): PolicyFigures {
  const changes = Object.entries(values).map(([key, value]) => [
    key,
    { value, basis: 'A simulation', certainty: 'agency' },
  ]);
  return PolicyFigures.parse({ ...figures, ...Object.fromEntries(changes) });
}

/** The default figures with another table. */
export const withTable = (rowOf: (row: JpRule) => JpRule, values: Figures = {}): PolicyFigures =>
  withFigures({ ...values, 'jp.table': figures['jp.table'].value.map(rowOf) });
export const withRow = (changed: JpRule): PolicyFigures =>
  withTable((row) => (row.form === changed.form && row.variant === changed.variant ? changed : row));
export const withoutForm = (form: DevelopmentForm): PolicyFigures =>
  withFigures({ 'jp.table': figures['jp.table'].value.filter((row) => row.form !== form) });

/** Those figures on every day. */
export const always = (those: PolicyFigures) => () => those;

export const dayCap = (value: number): JpCap => ({ per: 'day', unit: 'jp', value });
export const selfStudyUpTo = (jp: number) => withRow({ form: 'NKL09', mode: 'hours', cap: dayCap(jp) });

export type Details = Partial<Omit<KnownCredit, 'jpRaw' | 'jpCredited' | 'activityDate' | 'parts'>> & {
  readonly on?: string;
  readonly parts?: readonly (readonly [day: string, raw: number, credited: number])[];
};

let recordings = 0;
/** Self-study on 4 May 2026, unless it says otherwise; recorded in the order of the calls. */
export function credit(raw: number, credited: number, details: Details = {}): KnownCredit {
  recordings += 1;
  const recordedOrder = String(recordings).padStart(8, '0');
  const { on = '2026-05-04', parts, ...others } = details;
  return {
    source: claimOf(`claim-${recordings}`),
    year: Number(on.slice(0, 4)),
    form: 'NKL09',
    activityDate: LocalDate.parse(on),
    jpRaw: Jp.parse(raw),
    jpCredited: Jp.parse(credited),
    ...(parts && { parts: parts.map(partOf) }),
    recordedOrder,
    ...others,
  };
}

export const claimOf = (claimId: string) => JpSource.parse({ kind: 'claim', claimId });
export const partOf = ([day, raw, credited]: readonly [string, number, number]) => ({
  date: LocalDate.parse(day),
  jpRaw: Jp.parse(raw),
  jpCredited: Jp.parse(credited),
});
export const study = (
  ...days: readonly (readonly [day: string, minutes: number])[]
): { readonly activity: KnownActivity } => ({
  activity: {
    programJp: undefined,
    meetings: days.map(([day, minutes]) => ({ date: LocalDate.parse(day), minutes })),
    international: false,
  },
});
export const session = (on: string, credited: number, details: Details = {}) =>
  credit(200, credited, { form: 'NKL02', on, ...study([on, 60]), ...details });

export const creditedOf = (results: readonly RecreditedCredit[]) => results.map(({ jpCredited }) => jpCredited);
export const total = (results: readonly RecreditedCredit[]) =>
  results.reduce((sum, { jpCredited }) => sum + jpCredited, 0);
export const withoutActivity = ({ activity: _, ...others }: KnownCredit): KnownCredit => others;

export type Spell = { readonly date: string; readonly minutes: number };

export const known = (days: readonly Spell[], international = false, programJp?: number): KnownActivity => ({
  programJp: programJp === undefined ? undefined : Jp.parse(programJp),
  meetings: days.map(({ date, minutes }) => ({ date: LocalDate.parse(date), minutes })),
  international,
});
