import type { JpRule } from '../../governance/policy/figures.js';
import { Jp } from '../../values/amounts.js';
import { type LocalDate, monthOf } from '../../values/local-date.js';
import type { Activity } from './claim.js';
import type { JpPart } from './events.js';

/** JP hundredths of one meeting or one day, before any cap. */
export interface RawPart {
  readonly date: LocalDate;
  readonly jpRaw: Jp;
}

/**
 * The JP of an activity by a rule of the table, before caps: one part for each thing that is counted. Undefined where the rule asks
 * for a figure that neither the table nor the activity has.
 */
export function counted(activity: Activity, rule: JpRule, minutesOfJp: number): readonly RawPart[] | undefined {
  const { date, programJp, meetings } = activity;
  const { mode, value } = rule;
  if (mode === 'program') return programJp && [{ date, jpRaw: programJp }];
  if (mode === 'hours')
    return daysOf(meetings).map(([day, minutes]) => ({ date: day, jpRaw: jpOf(minutes, minutesOfJp) }));
  if (value === undefined) return undefined;
  if (mode === 'perActivity') return [{ date, jpRaw: value }];
  if (mode === 'perDay') return daysOf(meetings).map(([day]) => ({ date: day, jpRaw: value }));
  return meetings.map((meeting) => ({ date: meeting.date, jpRaw: value }));
}

/** The days of the meetings, each once and in their order, with the minutes of the day. */
function daysOf(meetings: Activity['meetings']): readonly (readonly [LocalDate, number])[] {
  const minutesOn = new Map<LocalDate, number>();
  for (const { date, minutes } of meetings) minutesOn.set(date, (minutesOn.get(date) ?? 0) + minutes);
  return [...minutesOn].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Minutes as JP hundredths, rounded half up: 120 minutes are 2.67 JP of 45 minutes. */
function jpOf(minutes: number, minutesOfJp: number): Jp {
  return Jp.parse(Math.floor((2 * minutes * 100 + minutesOfJp) / (2 * minutesOfJp)));
}

/**
 * What of the parts counts under a cap, after what was credited before for the same form in the same day or month. A cap in JP cuts a
 * part; a cap in meetings takes a meeting whole or not at all.
 */
export function capped(raw: readonly RawPart[], cap: JpRule['cap'], before: readonly JpPart[]): readonly JpPart[] {
  if (cap === undefined) return raw.map((part) => ({ ...part, jpCredited: part.jpRaw }));
  const span = (date: LocalDate): string => (cap.per === 'day' ? date : monthOf(date));
  const weight = (jp: number): number => (cap.unit === 'jp' ? jp : Math.sign(jp));
  const used = new Map<string, number>();
  const use = ({ date, jpCredited }: JpPart): void => {
    used.set(span(date), (used.get(span(date)) ?? 0) + weight(jpCredited));
  };
  before.forEach(use);
  return raw.map(({ date, jpRaw }) => {
    const left = Math.max(0, cap.value - (used.get(span(date)) ?? 0));
    const counts = cap.unit === 'jp' ? Math.min(jpRaw, left) : left > 0 ? jpRaw : 0;
    const part: JpPart = { date, jpRaw, jpCredited: Jp.parse(counts) };
    use(part);
    return part;
  });
}
