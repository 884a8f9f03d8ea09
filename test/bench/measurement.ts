/** Under which conditions something was measured: what must be alike before two rates are divided. */
export interface Settings {
  /** Package and version of the SQLite binding. */
  readonly driver: string;
  /** `PRAGMA synchronous`, as the connection itself tells. */
  readonly synchronous: 'off' | 'normal' | 'full' | 'extra' | 'none';
  /** `PRAGMA journal_mode`, as the connection itself tells. */
  readonly journal: string;
  /** Whether what was acknowledged survives a power failure. */
  readonly durable: boolean;
  /** How the events come: `one by one`, `batches of 10`, … */
  readonly pattern: string;
  readonly events: number;
  /** Characters of JSON in data and metadata. */
  readonly bytes: number;
  /** How many callers, or threads, worked at the same time. */
  readonly callers: number;
}

/** One round of one contestant in one scenario, measured in a process of its own. */
export interface Measurement {
  readonly seconds: number;
  /** What the rate counts: events, commands, streams. */
  readonly count: number;
  readonly unit: string;
  readonly settings: Settings;
  /** Most memory of the process, megabytes. */
  readonly peakMb: number;
  /** What the process needs for the folded views, megabytes; for replays. */
  readonly viewsMb?: number;
  /** Questions that were asked many times, each of other people and units. */
  readonly questions?: readonly Question[];
  /** Other figures that belong to the scenario. */
  readonly figures?: Readonly<Record<string, number>>;
}

/** How long the answer to a question took, milliseconds. */
export interface Question {
  readonly question: string;
  readonly median: number;
  /** Of twenty answers, nineteen took no longer. */
  readonly p95: number;
  /** Lines of the last answer. */
  readonly lines: number;
}

/** Counts a second. */
export function rateOf({ count, seconds }: Measurement): number {
  return count / seconds;
}
