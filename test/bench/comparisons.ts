import type { ContestantName } from './contestants/contestant.js';
import type { Settings } from './measurement.js';

/** One figure of the report: the rate of a contestant in a scenario. */
export interface Figure {
  readonly scenario: string;
  readonly contestant: ContestantName;
}

/** Two figures to be divided, and what the issue asks of the ratio. */
export interface Comparison {
  readonly title: string;
  readonly one: Figure;
  readonly other: Figure;
  readonly atLeast?: number;
  /** Conditions in which the two differ on purpose. */
  readonly apart?: readonly (keyof Settings)[];
}

const compare = (
  title: string,
  scenario: string,
  other: ContestantName,
  more: Pick<Comparison, 'atLeast' | 'apart'> = {},
): Comparison => ({ title, one: { scenario, contestant: 'library' }, other: { scenario, contestant: other }, ...more });

/** The other library brings a driver of its own. */
const PEER = { apart: ['driver'] } as const;

/** What is compared with what, and the thresholds of the specification. */
export const comparisons: readonly Comparison[] = [
  compare('single append / bare driver', 'single', 'bare', { atLeast: 0.8 }),
  compare('single append / emmett', 'single', 'emmett', { atLeast: 5, ...PEER }),
  compare('batches of 10 / bare driver', 'batch-10', 'bare'),
  compare('batches of 10 / emmett', 'batch-10', 'emmett', PEER),
  compare('batches of 100 / bare driver', 'batch-100', 'bare'),
  compare('batches of 100 / emmett', 'batch-100', 'emmett', PEER),
  compare('batches of 1000 / bare driver', 'batch-1000', 'bare', { atLeast: 0.7 }),
  compare('batches of 1000 / emmett', 'batch-1000', 'emmett', PEER),
  {
    title: '64 callers / one caller',
    one: { scenario: 'callers-64', contestant: 'library' },
    other: { scenario: 'callers-1', contestant: 'library' },
    atLeast: 4,
    apart: ['callers'],
  },
  compare('command / bare append of its events', 'commands', 'bare', { atLeast: 0.4 }),
  compare('batches of 1000, grown file / bare driver', 'grown-1000', 'bare'),
  compare('streams of 20 / bare driver', 'read-20', 'bare'),
  compare('streams of 20 / emmett', 'read-20', 'emmett', PEER),
  compare('streams of 1000 / bare driver', 'read-1000', 'bare'),
  compare('streams of 1000 / emmett', 'read-1000', 'emmett', PEER),
  compare('replay, trusted / scan of the same rows', 'replay-trusted', 'bare', { atLeast: 0.8 }),
  compare('replay, validated / scan of the same rows', 'replay-validated', 'bare', { atLeast: 0.55 }),
  {
    title: 'replay, trusted / scan of all rows',
    one: { scenario: 'replay-trusted', contestant: 'library' },
    other: { scenario: 'scan-all', contestant: 'bare' },
  },
  {
    title: 'replay by two workers / by one',
    one: { scenario: 'replay-workers', contestant: 'library' },
    other: { scenario: 'replay-validated', contestant: 'library' },
    atLeast: 1.6,
    apart: ['callers'],
  },
  compare('view of few types / scan of the same rows', 'replay-few', 'bare'),
  compare('replay into a fold / emmett', 'fold-beside-peer', 'emmett', { atLeast: 10, ...PEER }),
];
