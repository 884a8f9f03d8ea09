import * as z from 'zod';
import type { Jp } from '../../values/amounts.js';
import type { PositionKind } from '../../values/competency.js';
import type { PerformancePredicate } from '../../values/performance.js';

/** Highest education; `d4` counts as `s1`, and `d2`, `d1` and `slta` (senior high school) count alike. */
export const Education = z.enum(['s3', 's2', 's1', 'd4', 'd3', 'd2', 'd1', 'slta', 'belowSlta']);
export type Education = z.output<typeof Education>;

/** The heaviest disciplinary sanction in force; `none` must be said, it is not taken for granted. */
export const Sanction = z.enum(['none', 'light', 'medium', 'heavy']);
export type Sanction = z.output<typeof Sanction>;

/** What is known of one person for one year. What is absent is not known: it scores nothing, and is told as missing. */
export interface IpAsnInput {
  readonly education?: Education;
  readonly positionKind?: PositionKind;
  /** Whether the leadership training of the position was completed; asked of JPT, administrators and pengawas. */
  readonly leadershipTraining?: boolean;
  /** Whether the functional training of the position was completed; asked of functional positions. */
  readonly functionalTraining?: boolean;
  /**
   * Set where the agency counts the profession itself as functional training: local practice for doctors, teachers, pharmacists, nurses,
   * midwives, assessors and psychologists, of which no regulation was found. It counts for functional positions only.
   */
  readonly professionCountsAsFunctional?: boolean;
  /** JP hundredths of technical training; 0 where there was none. */
  readonly technicalJp?: Jp;
  /** Whether there was a seminar, workshop or internship. */
  readonly seminar?: boolean;
  readonly predicate?: PerformancePredicate;
  readonly sanction?: Sanction;
}
