import type { ProgramHistory, WorkplaceHistory } from '../program/program-history.js';
import type { Told } from '../program/told.js';

/** Learning at workplaces that belongs to a programme: internships, secondments, benchmarking. */
export interface WorkplaceAccount {
  readonly assigned: number;
  readonly completed: number;
  readonly stopped: number;
  /** Neither completed nor stopped yet. */
  readonly open: number;
  /** Of the assigned, those whom a partner hosted; another unit of the agency hosted the others. */
  readonly atPartners: number;
  /** JP hundredths of those that were completed. */
  readonly jpCompleted: number;
  /** Lessons that were brought back. */
  readonly lessons: number;
  readonly told: readonly Told[];
}

export function workplaceOf({ workplace }: ProgramHistory): WorkplaceAccount {
  const ended = (outcome: 'completed' | 'stopped'): readonly WorkplaceHistory[] =>
    workplace.filter(({ completed }) => completed?.outcome === outcome);
  const completed = ended('completed');
  return {
    assigned: workplace.length,
    completed: completed.length,
    stopped: ended('stopped').length,
    open: workplace.filter((learning) => learning.completed === null).length,
    atPartners: workplace.filter(({ host }) => host.kind === 'partner').length,
    jpCompleted: completed.reduce((sum, { jp }) => sum + jp, 0),
    lessons: workplace.reduce((sum, learning) => sum + (learning.completed?.lessons.length ?? 0), 0),
    told: workplace.flatMap((learning) => [
      learning.told,
      ...(learning.completed === null ? [] : [learning.completed.told]),
    ]),
  };
}
