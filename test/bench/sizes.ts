/** How much each scenario does. */
export interface Sizes {
  readonly rounds: number;
  readonly single: number;
  readonly batches: Readonly<Record<10 | 100 | 1000, number>>;
  readonly callers: number;
  readonly commands: number;
  /** Streams that are read, by their length. */
  readonly streams: Readonly<Record<20 | 1000, number>>;
  /** Events of the log that is replayed. */
  readonly log: number;
  /** Events that are replayed beside the other library. */
  readonly fold: number;
  readonly catchUp: number;
  readonly grown: number;
  /** Whole years of a regency, for the views on people. */
  readonly regency: { readonly employees: number; readonly years: number };
  /** A regency with many programmes, for their evaluation. */
  readonly programs: { readonly employees: number; readonly years: number; readonly programs: number };
  /** How often each question is asked, at most. */
  readonly questions: number;
}

export const FULL: Sizes = {
  rounds: 5,
  single: 4000,
  batches: { 10: 20_000, 100: 40_000, 1000: 60_000 },
  callers: 20_000,
  commands: 2000,
  streams: { 20: 2000, 1000: 60 },
  log: 1_000_000,
  fold: 50_000,
  catchUp: 10_000,
  grown: 50_000,
  regency: { employees: 5000, years: 5 },
  programs: { employees: 5000, years: 2, programs: 1000 },
  questions: 41,
};

/** Every path of the code, for continuous integration. */
export const QUICK: Sizes = {
  rounds: 1,
  single: 200,
  batches: { 10: 400, 100: 1000, 1000: 3000 },
  callers: 640,
  commands: 50,
  streams: { 20: 40, 1000: 2 },
  log: 6000,
  fold: 1500,
  catchUp: 200,
  grown: 3000,
  regency: { employees: 60, years: 1 },
  programs: { employees: 60, years: 2, programs: 12 },
  questions: 3,
};
