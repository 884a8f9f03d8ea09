import type { JpCap, JpRule } from '../../governance/policy/figures.js';
import { Jp } from '../../values/amounts.js';
import { type LocalDate, monthOf } from '../../values/local-date.js';
import type { Activity } from './activity.js';
import type { JpPart } from './events.js';

/** JP hundredths of one meeting, one day or one module, before any cap. */
export interface RawPart {
  readonly date: LocalDate;
  readonly jpRaw: Jp;
}

/**
 * The JP of an activity by a rule of the table, before caps: one part for each thing that is counted. Undefined where the rule asks
 * for a figure that neither the table nor the activity has.
 *
 * Abroad, the rule gives other JP for each thing that is counted, or a factor on them; where it says nothing, abroad counts as at home.
 * Every part is rounded half up to whole hundredths.
 */
export function counted(activity: Activity, rule: JpRule): readonly RawPart[] | undefined {
  const { mode } = rule;
  const abroad = activity.international ? rule.international : undefined;
  const factor = abroad?.kind === 'factor' ? abroad.basisPoints : 10_000;
  const part = (date: LocalDate, jp: number): RawPart => ({ date, jpRaw: Jp.parse(divided(jp * factor, 10_000)) });

  if (mode === 'hours' || mode === 'minutes') {
    // Time is worth no fixed JP, so that there are none to be put in their place.
    if (rule.value === undefined || abroad?.kind === 'value') return undefined;
    const minutesOfJp = rule.value;
    return spells(activity, rule.cap)?.map(([date, minutes]) => part(date, divided(minutes * 100, minutesOfJp)));
  }
  const home = mode === 'program' ? activity.programJp : rule.value;
  const each = abroad?.kind === 'value' ? abroad.value : home;
  if (each === undefined) return undefined;
  return occasions(activity, mode)?.map((date) => part(date, each));
}

/** The days on which something is counted as a whole: the activity itself, its meetings, or its days. */
function occasions({ date, meetings }: Activity, mode: JpRule['mode']): readonly LocalDate[] | undefined {
  if (mode === 'program' || mode === 'perActivity') return [date];
  if (mode === 'perMeeting') return meetings?.map((meeting) => meeting.date);
  return meetings && minutesByDay(meetings).map(([day]) => day);
}

/** The minutes that are counted together: those of a day, or of the module where the cap is one for the module. */
function spells(
  { date, meetings }: Activity,
  cap: JpCap | undefined,
): readonly (readonly [LocalDate, number])[] | undefined {
  if (meetings === undefined) return undefined;
  if (cap?.per !== 'module') return minutesByDay(meetings);
  return [[date, meetings.reduce((sum, { minutes }) => sum + minutes, 0)]];
}

/** The days of the meetings, each once and in their order, with the minutes of the day. */
function minutesByDay(meetings: NonNullable<Activity['meetings']>): readonly (readonly [LocalDate, number])[] {
  const minutesOn = new Map<LocalDate, number>();
  for (const { date, minutes } of meetings) minutesOn.set(date, (minutesOn.get(date) ?? 0) + minutes);
  return [...minutesOn].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** A quotient of whole numbers, rounded half up: 120 minutes are 267 hundredths of a JP of 45 minutes. */
function divided(dividend: number, divisor: number): number {
  return Math.floor((2 * dividend + divisor) / (2 * divisor));
}

/**
 * What of the parts counts under a cap, after what was credited before for the same form in the same day or month. A cap in JP cuts a
 * part; a cap in meetings takes a meeting whole or not at all. A cap for the module begins anew with each activity.
 */
export function capped(raw: readonly RawPart[], cap: JpCap | undefined, before: readonly JpPart[]): readonly JpPart[] {
  if (cap === undefined) return raw.map((part) => ({ ...part, jpCredited: part.jpRaw }));
  const span = (date: LocalDate): string => (cap.per === 'day' ? date : cap.per === 'month' ? monthOf(date) : 'module');
  const weight = (jp: number): number => (cap.unit === 'jp' ? jp : Math.sign(jp));
  const used = new Map<string, number>();
  const use = ({ date, jpCredited }: JpPart): void => {
    used.set(span(date), (used.get(span(date)) ?? 0) + weight(jpCredited));
  };
  if (cap.per !== 'module') before.forEach(use);
  return raw.map(({ date, jpRaw }) => {
    const left = Math.max(0, cap.value - (used.get(span(date)) ?? 0));
    const counts = cap.unit === 'jp' ? Math.min(jpRaw, left) : left > 0 ? jpRaw : 0;
    const part: JpPart = { date, jpRaw, jpCredited: Jp.parse(counts) };
    use(part);
    return part;
  });
}
