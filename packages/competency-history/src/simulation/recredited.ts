import {
  type Activity,
  capped,
  counted,
  type DevelopmentForm,
  Jp,
  type JpCap,
  type JpPart,
  type JpRule,
  type JpSource,
  type JpVariant,
  jpRuleFor,
  type LocalDate,
  type PolicyFigures,
  type RawPart,
  sourceKey,
} from '@pembinaan/core';

/** What a person did, as far as the JP table asks for it: the JP of the programme, the days with their minutes, and whether abroad. */
export type KnownActivity = Pick<Activity, 'programJp' | 'meetings' | 'international'>;

/** A credit of one person as the record has it. JP are hundredths. */
export interface KnownCredit {
  readonly source: JpSource;
  /** The year of the ledger in which it stands. */
  readonly year: number;
  readonly form: DevelopmentForm;
  readonly variant?: JpVariant | undefined;
  /** The day whose policy counts. */
  readonly activityDate: LocalDate;
  readonly jpRaw: Jp;
  readonly jpCredited: Jp;
  /** The JP by meeting or day, where they are not those of the activity date alone. */
  readonly parts?: readonly JpPart[] | undefined;
  /** The position at which it was recorded; sorts as text. */
  readonly recordedOrder: string;
  /** What was done, as the ledger read it for this credit; without it the JP cannot be counted by another table. */
  readonly activity?: KnownActivity | undefined;
}

/**
 * How the JP came about: counted anew by the table; kept as recorded before the caps, and the caps applied; left at nothing, since the
 * record has nothing for it; or refused, as the ledger would refuse it under these figures.
 */
export type Recrediting = 'recounted' | 'recapped' | 'unearned' | 'refused';

/** Why the ledger would credit nothing: G01 without a policy on the day, R22 for a form or an activity that the table does not count. */
export type RecreditingRefusal = 'noPolicy' | 'formNotInTable' | 'notCountable';

/** A credit under other figures. JP are hundredths. */
export interface RecreditedCredit {
  readonly recorded: KnownCredit;
  readonly how: Recrediting;
  readonly refusal: RecreditingRefusal | null;
  /** Before the caps; 0 where it is refused. */
  readonly jpRaw: Jp;
  readonly jpCredited: Jp;
  /** The cap that took the difference, as the figures have it. */
  readonly capApplied: JpCap | null;
  /** The JP by meeting or day, before and after the cap; all on the activity date without a cap, none where nothing is earned. */
  readonly parts: readonly JpPart[];
}

/**
 * The credits of one person as the ledger would have made them under other figures, in the order in which they were recorded (R22).
 *
 * A cap is used up in the order of recording, by the credits of the form in the same year and its two neighbours. Of a source that
 * occurs in a year more than once, the later credit takes the place of the earlier, as a correction does in the ledger: given the whole
 * record, the figures in force give exactly what the ledger has. Given the standing credits alone, a credit that was cut by one that has
 * been taken back since comes out whole.
 *
 * Where the activity is not known, the caps apply to the parts that were recorded. A credit without parts counts as one meeting on the
 * activity date, so that a cap which is new for a form of many days takes more than it would.
 *
 * Where one policy holds on all days, a higher cap never lowers the total. One that is higher on some days only may, where it is in
 * meetings: it lets in a meeting that is worth less than a later one that it keeps out.
 *
 * @param credits of one person over all years, in any order
 * @param figuresOn the figures in force on a day; undefined where there is no policy
 */
export function recredited(
  credits: readonly KnownCredit[],
  figuresOn: (day: LocalDate) => PolicyFigures | undefined,
): readonly RecreditedCredit[] {
  const ledgers = new Map<string, RecreditedCredit>();
  for (const credit of inOrderOfRecording(credits)) {
    const place = placeOf(credit);
    // What is corrected counts towards no cap, and its correction stands where it was recorded itself.
    ledgers.delete(place);
    ledgers.set(place, creditedAnew(credit, figuresOn(credit.activityDate), [...ledgers.values()]));
  }
  return [...ledgers.values()];
}

function inOrderOfRecording(credits: readonly KnownCredit[]): readonly KnownCredit[] {
  return [...credits].sort((a, b) =>
    a.recordedOrder < b.recordedOrder ? -1 : a.recordedOrder > b.recordedOrder ? 1 : 0,
  );
}

/** A source stands in the ledger of a year once. */
function placeOf({ year, source }: KnownCredit): string {
  return `${year}/${sourceKey(source)}`;
}

function creditedAnew(
  recorded: KnownCredit,
  figures: PolicyFigures | undefined,
  standing: readonly RecreditedCredit[],
): RecreditedCredit {
  // What was taken back is earned by no table.
  if (recorded.jpRaw === 0) return nothing(recorded, 'unearned', null);
  if (figures === undefined) return nothing(recorded, 'refused', 'noPolicy');
  const rule = jpRuleFor(recorded.form, figures, recorded.variant);
  if (rule === undefined) return nothing(recorded, 'refused', 'formNotInTable');
  const raw = rawOf(recorded, rule);
  if (raw === undefined) return nothing(recorded, 'refused', 'notCountable');

  const before = standing.filter((credit) => sharesCap(credit.recorded, recorded)).flatMap(({ parts }) => parts);
  const parts = capped(raw, rule.cap, before);
  const jpRaw = sumOf(parts, (part) => part.jpRaw);
  const jpCredited = sumOf(parts, (part) => part.jpCredited);
  return {
    recorded,
    how: recorded.activity === undefined ? 'recapped' : 'recounted',
    refusal: null,
    jpRaw,
    jpCredited,
    capApplied: rule.cap !== undefined && jpCredited < jpRaw ? rule.cap : null,
    // The ledger keeps meetings and days only under a cap; a cap of another policy version finds the rest on the activity date.
    parts: rule.cap === undefined ? [{ date: recorded.activityDate, jpRaw, jpCredited }] : parts,
  };
}

function nothing(
  recorded: KnownCredit,
  how: 'unearned' | 'refused',
  refusal: RecreditingRefusal | null,
): RecreditedCredit {
  return { recorded, how, refusal, jpRaw: NOTHING, jpCredited: NOTHING, capApplied: null, parts: [] };
}

const NOTHING = Jp.parse(0);

/** The JP before the caps: by the table where the activity is known, else as they were recorded. */
function rawOf(credit: KnownCredit, rule: JpRule): readonly RawPart[] | undefined {
  const { form, variant, activityDate, jpRaw, parts, activity } = credit;
  if (activity === undefined) {
    return parts?.map((part) => ({ date: part.date, jpRaw: part.jpRaw })) ?? [{ date: activityDate, jpRaw }];
  }
  return counted({ ...activity, form, variant, date: activityDate, mentorId: undefined }, rule);
}

/** Credits of one form; the ledger looks one year back and one ahead, for activities that reach over New Year. */
function sharesCap(a: KnownCredit, b: KnownCredit): boolean {
  return a.form === b.form && a.variant === b.variant && Math.abs(a.year - b.year) <= 1;
}

function sumOf(parts: readonly JpPart[], of: (part: JpPart) => number): Jp {
  return Jp.parse(parts.reduce((sum, part) => sum + of(part), 0));
}
