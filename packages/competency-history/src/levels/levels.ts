import { grouped, latestBy } from '@pembinaan/core';

/** The level of a person in one competency against the standard of the position. */
export interface LevelLine {
  readonly competency: string;
  /** 1-5; null where the standard does not ask for it. */
  readonly required: number | null;
  /** 1-5; null where there is no valid assessment by somebody else. */
  readonly actual: number | null;
  /** Required less actual, never below 0; an absent assessment counts as 0. Null where nothing is required. */
  readonly gap: number | null;
  /** How, when and by which event the level is known. */
  readonly by: { readonly method: string; readonly on: string; readonly eventId: string } | null;
  /** What the person thinks, shown apart: a self-assessment closes no gap (R06). */
  readonly self: number | null;
}

/** An assessment that was not corrected. */
export interface StandingAssessment {
  readonly competency: string;
  readonly level: number;
  readonly method: string;
  readonly assessedOn: string;
  readonly validUntil: string | null;
  readonly eventId: string;
}

/** The levels of a person on a day, by competency: all that are required and all that were ever assessed. */
export function levelLines(
  assessments: readonly StandingAssessment[],
  required: ReadonlyMap<string, number>,
  on: string,
): readonly LevelLine[] {
  const known = grouped(assessments, ({ competency }) => competency);
  const codes = new Set([...required.keys(), ...known.keys()]);
  return [...codes].sort().map((competency) => {
    const own = known.get(competency) ?? [];
    const byOthers = assessmentOn(own, competency, on, ({ method }) => method !== 'self');
    const bySelf = assessmentOn(own, competency, on, ({ method }) => method === 'self');
    const need = required.get(competency) ?? null;
    const actual = byOthers?.level ?? null;
    return {
      competency,
      required: need,
      actual,
      gap: need === null ? null : Math.max(0, need - (actual ?? 0)),
      by: byOthers ? { method: byOthers.method, on: byOthers.assessedOn, eventId: byOthers.eventId } : null,
      self: bySelf?.level ?? null,
    };
  });
}

/** The assessment that gives a level on a day: the latest by then that is still valid. */
export function assessmentOn<A extends StandingAssessment>(
  assessments: readonly A[],
  competency: string,
  on: string,
  counts: (assessment: A) => boolean,
): A | undefined {
  return latestBy(
    assessments.filter(
      (known) =>
        known.competency === competency && counts(known) && (known.validUntil === null || on <= known.validUntil),
    ),
    on,
    ({ assessedOn }) => assessedOn,
  );
}
