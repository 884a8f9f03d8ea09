import { type JpCap, type JpPart, type JpRule, jpRuleFor, type LocalDate, type PolicyFigures } from '@pembinaan/core';
import type { PersonEntryOf } from '../files/entry.js';
import type { PersonFile } from '../records/record.js';
import { activityIn } from './activities.js';
import { type KnownActivity, type KnownCredit, type RecreditedCredit, recredited } from './recredited.js';

/** What a credit comes to in place of what was recorded, in the fields of its event. JP are hundredths. */
export interface CreditAnew {
  readonly jpRaw: number;
  readonly jpCredited: number;
  readonly capApplied: JpCap | null;
  readonly parts: readonly JpPart[] | null;
}

/** The figures in force on a day; undefined where there is no policy. */
export type FiguresOn = (day: LocalDate) => PolicyFigures | undefined;

/**
 * The credits of a person that come to something else under other figures, by the id of their event. All are credited twice, by the figures
 * that were adopted and by the others, and what comes out alike stays as it was recorded: a ledger that was filled elsewhere, or under a
 * policy that was adopted late, changes by nothing but the change. A credit whose place another one took stays as recorded too; it counts
 * for nothing.
 *
 * @param files all files of the person, with what was corrected and what lies ahead
 */
export function creditsAnew(
  files: readonly PersonFile[],
  before: FiguresOn,
  after: FiguresOn,
): ReadonlyMap<string, CreditAnew> {
  const credits = creditsIn(files);
  const asAdopted = new Map(by(credits, before).map((credit) => [eventOf(credit), credit]));
  const found = new Map<string, CreditAnew>();
  for (const credit of by(credits, after)) {
    const eventId = eventOf(credit);
    if (!isAlike(asAdopted.get(eventId), credit)) found.set(eventId, anew(credit));
  }
  return found;
}

interface FiledCredit extends KnownCredit {
  readonly eventId: string;
}

function by(credits: readonly FiledCredit[], figuresOn: FiguresOn): readonly Recredited[] {
  const given = new Map(
    credits.map((credit) => [credit.recordedOrder, { credit, counted: countable(credit, figuresOn) }]),
  );
  return recredited(
    [...given.values()].map(({ counted }) => counted),
    figuresOn,
  ).flatMap((result) => {
    const credit = given.get(result.recorded.recordedOrder)?.credit;
    return credit === undefined ? [] : [{ ...result, credit }];
  });
}

type Recredited = RecreditedCredit & { readonly credit: FiledCredit };

function eventOf({ credit }: Recredited): string {
  return credit.eventId;
}

/** An activity whose days nobody knows tells nothing to a rule that counts days: the JP before the caps then stay as recorded. */
function countable({ activity, ...credit }: FiledCredit, figuresOn: FiguresOn): KnownCredit {
  const figures = figuresOn(credit.activityDate);
  const rule = figures && jpRuleFor(credit.form, figures, credit.variant);
  return activity === undefined || (rule !== undefined && !tellsEnough(activity, rule))
    ? credit
    : { ...credit, activity };
}

function tellsEnough({ programJp, meetings }: KnownActivity, { mode }: JpRule): boolean {
  if (mode === 'perActivity') return true;
  return mode === 'program' ? programJp !== undefined : meetings !== undefined;
}

function creditsIn(files: readonly PersonFile[]): readonly FiledCredit[] {
  const byStream = new Map(files.map((file) => [file.stream, file]));
  return files.flatMap(({ stream, entries }) =>
    entries.flatMap((entry) => (entry.type === 'JpCredited' ? [creditOf(entry, stream, byStream)] : [])),
  );
}

function creditOf(
  { eventId, position, data }: PersonEntryOf<'JpCredited'>,
  ledger: string,
  files: ReadonlyMap<string, PersonFile>,
): FiledCredit {
  const { source, year, form, variant, activityDate, jpRaw, jpCredited, parts } = data;
  return {
    eventId,
    source,
    year,
    form,
    variant,
    activityDate,
    jpRaw,
    jpCredited,
    parts,
    recordedOrder: position,
    activity: activityIn(files, source, ledger, position),
  };
}

function isAlike(one: RecreditedCredit | undefined, other: RecreditedCredit): boolean {
  return (
    one?.jpRaw === other.jpRaw &&
    one.jpCredited === other.jpCredited &&
    JSON.stringify(one.capApplied) === JSON.stringify(other.capApplied)
  );
}

function anew({ jpRaw, jpCredited, capApplied, parts, recorded }: RecreditedCredit): CreditAnew {
  const apart = parts.length > 1 || parts.some(({ date }) => date !== recorded.activityDate);
  return { jpRaw, jpCredited, capApplied, parts: apart ? parts : null };
}
