import type { ProgramHistory } from '../program/program-history.js';
import type { Told } from '../program/told.js';
import type { MentorshipHistory } from '../surroundings/mentorship-history.js';
import type { ProgramSurroundings } from '../surroundings/surroundings.js';
import { type Frequency, frequenciesOf } from './frequency.js';
import { type Disclosed, disclosed } from './told-parts.js';

/** The mentoring that belongs to a programme. `suppressed` is of the outcomes, which tell how two people got on. */
export interface MentoringAccount extends Disclosed {
  readonly proposed: number;
  readonly approved: number;
  /** Sessions that the other party confirmed, with their minutes; those not answered yet; those that it disputed. */
  readonly sessions: number;
  readonly minutes: number;
  readonly unanswered: number;
  readonly disputed: number;
  readonly ended: number;
  /** How they ended, most frequent first; null where too few ended to be told. */
  readonly outcomes: readonly Frequency[] | null;
  readonly told: readonly Told[];
}

export function mentoringOf(
  { mentorships }: ProgramHistory,
  surroundings: ProgramSurroundings,
  minimumN: number,
): MentoringAccount {
  const known = mentorships.flatMap(({ mentorshipId }) => surroundings.mentorships.get(mentorshipId) ?? []);
  const sum = (amountOf: (mentorship: MentorshipHistory) => number): number =>
    known.reduce((total, mentorship) => total + amountOf(mentorship), 0);
  const outcomes = known.flatMap(({ outcome }) => outcome ?? []);
  const mentees = new Set(
    mentorships.flatMap(({ mentorshipId, menteeId }) =>
      (surroundings.mentorships.get(mentorshipId)?.outcome ?? null) === null ? [] : [menteeId],
    ),
  );
  const notTold = outcomes.length === 0 ? 'nobody' : mentees.size < minimumN ? 'tooFew' : null;
  return {
    ...disclosed(notTold),
    proposed: mentorships.length,
    approved: known.filter(({ approved }) => approved).length,
    sessions: sum(({ confirmed }) => confirmed),
    minutes: sum(({ minutes }) => minutes),
    unanswered: sum(({ recorded }) => recorded),
    disputed: sum(({ disputed }) => disputed),
    ended: outcomes.length,
    outcomes: notTold === null ? frequenciesOf(outcomes) : null,
    told: mentorships.map(({ told }) => told),
  };
}
