import type { LocalDate } from '@pembinaan/core';
import type { Instant } from '@pembinaan/event-sourcing';
import type { Departure } from '../advice/index.js';
import type { LineageStep } from '../aftermath/lineage.js';
import type { ProgramAccount } from '../card/index.js';
import type { ProgramEvaluation, ProgramSubject, TakenDecision } from './program-subject.js';

/** Everything about one programme, as of a day and a moment. */
export interface ProgramView extends ProgramEvaluation {
  readonly asOf: {
    readonly effective: LocalDate;
    /** Null where everything is known that is recorded now. */
    readonly recorded: Instant | null;
    /** The position of the log up to which it was read; null where the moment bounds what was known, and for an empty log. */
    readonly position: string | null;
  };
  /** What it is and did. */
  readonly account: ProgramAccount;
  /** What was recommended, beside what the evidence advised then. */
  readonly recommendations: readonly Departure[];
  /** What was decided, beside both. */
  readonly decisions: readonly TakenDecision[];
  /** How it came to be and what came of it over the years. */
  readonly lineage: readonly LineageStep[];
}

/** Works out everything about a programme. */
export async function programViewOf(subject: ProgramSubject): Promise<ProgramView> {
  const { effective, recorded = null, position } = subject.reading.clock;
  return {
    ...(await subject.evaluation()),
    asOf: { effective, recorded, position: (recorded === null && position) || null },
    account: await subject.account(),
    recommendations: await subject.recommendations(),
    decisions: await subject.decisions(),
    lineage: await subject.lineage(),
  };
}
