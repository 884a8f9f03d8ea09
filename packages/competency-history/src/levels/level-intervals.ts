import { type AssessmentMethod, addDays, LocalDate } from '@pembinaan/core';

/** An assessment of a person as it was recorded, also where it was corrected later. */
export interface KnownAssessment {
  readonly competency: string;
  /** 1-5. */
  readonly level: number;
  readonly method: AssessmentMethod;
  readonly assessedOn: LocalDate;
  /** The last day of its validity; null where it has none. */
  readonly validUntil: LocalDate | null;
  readonly eventId: string;
  /** Its place in the stream of the person: of two assessments of one day, the one recorded last gives the level. */
  readonly revision: number;
  /** The event that corrected it; what was corrected gives no level. */
  readonly correctedBy: string | null;
}

/** Days in a row on which one assessment explains the level of a person in a competency. */
export interface LevelInterval {
  readonly competency: string;
  readonly from: LocalDate;
  /** The last day, included; null where nothing known ends it. */
  readonly until: LocalDate | null;
  /** 1-5; null from the day on which the last valid assessment has lapsed to the day before the next one. */
  readonly level: number | null;
  /** The assessment that gives the level or, where there is none, the one that lapsed. */
  readonly by: Pick<KnownAssessment, 'eventId' | 'method' | 'assessedOn'>;
  /**
   * Why it ends: it does not; a later assessment takes its place; or its validity is over, also where a later assessment begins the
   * day after.
   */
  readonly ended: 'runs' | 'replaced' | 'lapsed';
}

/**
 * The level of a person in a competency over time, as assessed by others (R06), from the first assessment on: sorted, one interval
 * ends the day before the next one begins, and only the last may run. Each day says what `assessmentOn` says. Where the latest
 * assessment lapses and an older one is still valid, the older one gives the level again.
 *
 * It knows no today: an assessment that is valid until a day to come is followed by the interval without a level that comes then.
 * @param assessments of one person, in any order
 */
export function levelIntervals(assessments: readonly KnownAssessment[], competency: string): readonly LevelInterval[] {
  return intervalsOf(assessments.filter((known) => known.competency === competency && known.method !== 'self'));
}

/** What the person thought over time, stored apart: a self-assessment closes no gap (R06). Otherwise as `levelIntervals`. */
export function selfLevelIntervals(
  assessments: readonly KnownAssessment[],
  competency: string,
): readonly LevelInterval[] {
  return intervalsOf(assessments.filter((known) => known.competency === competency && known.method === 'self'));
}

function intervalsOf(assessments: readonly KnownAssessment[]): readonly LevelInterval[] {
  const turns = turnsOf(assessments.filter(everCounts).sort(byTakingEffect));
  return turns.map(({ from, by, gives }, index): LevelInterval => {
    const next = turns[index + 1];
    const until = next === undefined ? null : addDays(next.from, -1);
    const { competency, level, eventId, method, assessedOn } = by;
    return {
      competency,
      from,
      until,
      level: gives ? level : null,
      by: { eventId, method, assessedOn },
      ended: until === null ? 'runs' : until === by.validUntil ? 'lapsed' : 'replaced',
    };
  });
}

/** A day from which on an assessment explains the level: because it gives one or, where it gives none, because it lapsed. */
interface Turn {
  readonly from: LocalDate;
  readonly by: KnownAssessment;
  readonly gives: boolean;
}

function turnsOf(inOrder: readonly KnownAssessment[]): readonly Turn[] {
  const turns: Turn[] = [];
  // Those that may still give the level, the one that gives it last. Each of them outlasts those after it: an older assessment that
  // lapses no later than a newer one never gives the level again and is let go, so that each is put in and taken out once.
  const valid: KnownAssessment[] = [];
  for (const next of inOrder) {
    lapse(turns, valid, next.assessedOn);
    while (lapsesNoLaterThan(next, valid.at(-1))) valid.pop();
    valid.push(next);
    // Of one day, the one recorded last takes the whole of it; so does an assessment the day after a lapse.
    if (turns.at(-1)?.from === next.assessedOn) turns.pop();
    turns.push({ from: next.assessedOn, by: next, gives: true });
  }
  lapse(turns, valid, LAST_DAY);
  return turns;
}

/** Takes out what lapses before the day, and adds the turn of the day after each lapse. */
function lapse(turns: Turn[], valid: KnownAssessment[], before: LocalDate): void {
  for (let last = valid.at(-1); last !== undefined && lastDay(last) < before; last = valid.at(-1)) {
    valid.pop();
    const older = valid.at(-1);
    turns.push({ from: addDays(lastDay(last), 1), by: older ?? last, gives: older !== undefined });
  }
}

function lapsesNoLaterThan(newer: KnownAssessment, older: KnownAssessment | undefined): boolean {
  return older !== undefined && lastDay(older) <= lastDay(newer);
}

/** Not where it was corrected, nor where its validity was over before it began. */
function everCounts({ correctedBy, assessedOn, validUntil }: KnownAssessment): boolean {
  return correctedBy === null && (validUntil === null || assessedOn <= validUntil);
}

function byTakingEffect(a: KnownAssessment, b: KnownAssessment): number {
  if (a.assessedOn === b.assessedOn) return a.revision - b.revision;
  return a.assessedOn < b.assessedOn ? -1 : 1;
}

/** The last day that can be written: no day comes after it, so that what is valid until then never lapses. */
const LAST_DAY = LocalDate.parse('9999-12-31');

function lastDay({ validUntil }: KnownAssessment): LocalDate {
  return validUntil ?? LAST_DAY;
}
