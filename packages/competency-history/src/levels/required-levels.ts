import { grouped } from '@pembinaan/core';
import type { LevelRecord } from '../records/level-records.js';
import { assessmentOn } from './levels.js';

/** What a standard requires of a person in one competency, and what there is. */
export interface RequiredLevel {
  readonly competency: string;
  /** 1-5. */
  readonly required: number;
  /** 1-5; null where there is no valid assessment by somebody else. */
  readonly actual: number | null;
  /** Required less actual, never below 0; an absent assessment counts as 0 (R06). */
  readonly gap: number;
  /** Whether a gap in this competency was ever validated. */
  readonly validated: boolean;
}

/** The levels of a person on a day in what a standard requires, each assessment looked at once. */
export function requiredLevels(
  record: LevelRecord | undefined,
  required: ReadonlyMap<string, number>,
  on: string,
): readonly RequiredLevel[] {
  const byCompetency = grouped(Object.values(record?.assessments ?? {}), ({ competency }) => competency);
  return [...required].map(([competency, level]) => {
    const known = byCompetency.get(competency) ?? [];
    const actual = assessmentOn(known, competency, on, ({ method }) => method !== 'self')?.level ?? null;
    return {
      competency,
      required: level,
      actual,
      gap: Math.max(0, level - (actual ?? 0)),
      validated: record?.validated[competency] !== undefined,
    };
  });
}
