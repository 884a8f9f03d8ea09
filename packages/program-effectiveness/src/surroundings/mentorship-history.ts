import type { Told } from '../program/told.js';

/** A mentorship that belongs to a programme: what came of it. */
export interface MentorshipHistory {
  readonly mentorshipId: string;
  readonly approved: boolean;
  /** Sessions that the other party confirmed; those that were only recorded; those that it disputed. */
  readonly confirmed: number;
  readonly recorded: number;
  readonly disputed: number;
  /** Minutes of the confirmed sessions. */
  readonly minutes: number;
  readonly outcome: string | null;
  readonly told: readonly Told[];
}
