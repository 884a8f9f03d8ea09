import { grouped, type LocalDate } from '@pembinaan/core';
import type { ProgramHistory } from '../program/program-history.js';
import type { Told } from '../program/told.js';

/**
 * What leaders did for a programme, by role. It stands beside what came of the programme and never as a cause of it: that the two go together
 * proves nothing, since leaders go where things go well, and things are made to go well where leaders go. Nothing is worked out from the one
 * and the other.
 */
export interface LeadersAccount {
  /** `supervise`, `open`, `attend`, `teach`, `mentor`, `forum` or `facilitate`. */
  readonly role: string;
  readonly times: number;
  /** Ids of the leaders, sorted. */
  readonly leaders: readonly string[];
  readonly firstOn: LocalDate;
  readonly lastOn: LocalDate;
  readonly told: readonly Told[];
}

/** By role, in the order in which each was taken first. */
export function leadersOf({ involvements }: ProgramHistory): readonly LeadersAccount[] {
  const inTime = [...involvements].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return [...grouped(inTime, ({ role }) => role)].flatMap(([role, own]): readonly LeadersAccount[] => {
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [
      {
        role,
        times: own.length,
        leaders: [...new Set(own.map(({ leaderId }) => leaderId))].sort(),
        firstOn: first.date,
        lastOn: last.date,
        told: own.map(({ told }) => told),
      },
    ];
  });
}
