import type { PoisonPolicy } from './parking.js';

/** When what was folded is stored: as soon as one of these is reached, at the end of the append in hand. */
export interface CommitBounds {
  /** Events since the last commit. */
  readonly events: number;
  /** Milliseconds since the last commit. */
  readonly ms: number;
  /** About how many characters the rows that are held in memory have as JSON. */
  readonly weight: number;
}

/** What is folded between two commits. */
export interface CommitUnit {
  add(events: number): void;
  isDue(weight: number): boolean;
  /** Whether it is due for so long that the end of an append is not waited for any more. */
  isOverdue(): boolean;
  /** Does the commit, and begins the next unit. */
  measure(commit: () => Promise<void>): Promise<void>;
}

/** A commit writes whole rows, whatever few events changed in them: most of the time belongs to the fold. */
const SHARE = 8;
/** But no more than this is done again after a crash. */
const LONGEST_MS = 30_000;
/** Where a poison event is set aside, what is not stored yet is folded again: less of it is kept. */
const EVENTS_WHILE_PARKING = 20_000;
/** About how much an event adds to the rows that it changes. */
const GROWTH = 300;
const OVERDUE_EVENTS = 10_000;

export function commitUnit(bounds: CommitBounds, policy: PoisonPolicy): CommitUnit {
  const most = policy === 'stop' ? bounds.events : Math.min(bounds.events, EVENTS_WHILE_PARKING);
  let events = 0;
  let dueAt: number | undefined;
  let began = performance.now();
  let lastMs = 0;

  return {
    add(more) {
      events += more;
    },
    isDue(weight) {
      const ms = performance.now() - began;
      const due =
        events >= most ||
        ms >= Math.min(Math.max(bounds.ms, SHARE * lastMs), Math.max(bounds.ms, LONGEST_MS)) ||
        weight + events * GROWTH >= bounds.weight;
      if (due) dueAt ??= events;
      return due;
    },
    isOverdue: () => dueAt !== undefined && events - dueAt >= OVERDUE_EVENTS,
    async measure(commit) {
      const start = performance.now();
      await commit();
      began = performance.now();
      lastMs = began - start;
      events = 0;
      dueAt = undefined;
    },
  };
}
