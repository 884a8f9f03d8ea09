import { type Comparison, comparisons } from './comparisons.js';
import type { ContestantName } from './contestants/contestant.js';
import type { Machine } from './machine.js';
import { type Measurement, type Question, rateOf, type Settings } from './measurement.js';
import type { Peers } from './peers.js';
import { type Ratio, ratio, ratioText } from './ratio.js';
import { type Requirement, requirements } from './requirements.js';
import { type Summary, summary } from './statistics.js';
import { figure, table } from './table.js';

/** All rounds of one contestant in one scenario. */
export interface Rounds {
  readonly scenario: string;
  readonly title: string;
  readonly durable: boolean;
  readonly contestant: ContestantName;
  readonly measurements: readonly Measurement[];
  /** Why there is no measurement, when one failed. */
  readonly failure?: string;
}

/** One line of the table. */
export interface Row {
  readonly scenario: string;
  readonly title: string;
  readonly durable: boolean;
  readonly contestant: ContestantName;
  readonly unit: string;
  readonly rate: Summary;
  readonly seconds: Summary;
  readonly settings: Settings;
  readonly peakMb: number;
  readonly viewsMb?: number;
  readonly figures?: Readonly<Record<string, number>>;
  readonly questions?: readonly Question[];
}

export interface Compared {
  readonly title: string;
  readonly ratio: Ratio;
  readonly atLeast?: number;
  readonly met?: boolean;
}

/** What a run came to; this is what is written as JSON. */
export interface Report {
  readonly at: string;
  readonly quick: boolean;
  readonly machine: Machine;
  readonly driver: string;
  readonly peers: Peers;
  readonly rows: readonly Row[];
  readonly ratios: readonly Compared[];
  readonly requirements: readonly Requirement[];
  readonly failures: readonly {
    readonly scenario: string;
    readonly contestant: ContestantName;
    readonly why: string;
  }[];
}

export function report(
  rounds: readonly Rounds[],
  about: Pick<Report, 'at' | 'quick' | 'machine' | 'driver' | 'peers'>,
): Report {
  const rows = rounds.flatMap(rowOf);
  return {
    ...about,
    rows,
    ratios: comparisons.flatMap((comparison) => compared(comparison, rows)),
    requirements: requirements(rows),
    failures: rounds.flatMap(({ scenario, contestant, failure }) =>
      failure === undefined ? [] : [{ scenario, contestant, why: failure }],
    ),
  };
}

function rowOf({ scenario, title, durable, contestant, measurements }: Rounds): readonly Row[] {
  const last = measurements.at(-1);
  if (last === undefined) return [];
  return [
    {
      scenario,
      title,
      durable,
      contestant,
      unit: last.unit,
      rate: summary(measurements.map(rateOf)),
      seconds: summary(measurements.map(({ seconds }) => seconds)),
      settings: last.settings,
      peakMb: summary(measurements.map(({ peakMb }) => peakMb)).median,
      ...(last.viewsMb !== undefined && { viewsMb: summary(measurements.map(({ viewsMb }) => viewsMb ?? 0)).median }),
      ...(last.figures !== undefined && { figures: last.figures }),
      ...(last.questions !== undefined && { questions: last.questions }),
    },
  ];
}

function compared({ title, one, other, atLeast, apart }: Comparison, rows: readonly Row[]): readonly Compared[] {
  const [upper, lower] = [one, other].map(({ scenario, contestant }) =>
    rows.find((row) => row.scenario === scenario && row.contestant === contestant),
  );
  // What was not measured, such as a peer that could not be installed, is not compared.
  if (upper === undefined || lower === undefined) return [];
  const found = ratio(
    { median: upper.rate.median, settings: upper.settings },
    { median: lower.rate.median, settings: lower.settings },
    apart,
  );
  return [
    {
      title,
      ratio: found,
      ...(atLeast !== undefined && { atLeast, met: found.like && found.value >= atLeast }),
    },
  ];
}

/** The report for people. Thresholds are told in full runs only: small ones measure the start of everything. */
export function reportText({
  machine,
  driver,
  peers,
  rows,
  ratios,
  requirements: asked,
  failures,
  quick,
}: Report): string {
  const safe = machine.fdatasync.median;
  const parts = [
    `${machine.node}, ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB; driver: ${driver}`,
    `fdatasync of 4 KB: ${figure(safe)} a second (${figure(machine.fdatasync.least)} to ${figure(machine.fdatasync.most)})`,
    peers.installed
      ? `emmett ${peers.emmett}, emmett-sqlite ${peers.emmettSqlite}`
      : `emmett is not compared: it could not be installed (${peers.why})`,
    '',
    table(
      ['scenario', 'contestant', 'median/s', 'least', 'most', 'per fdatasync', 'peak MB', 'sync', 'unit'],
      rows.map(({ title, contestant, rate, durable, peakMb, settings, unit }) => [
        title,
        contestant,
        figure(rate.median),
        figure(rate.least),
        figure(rate.most),
        durable ? figure(rate.median / safe) : '',
        figure(peakMb),
        durable ? `${settings.synchronous} ${settings.journal}` : '',
        unit,
      ]),
    ),
    '',
    table(
      ['ratio', 'found', ...(quick ? [] : ['wanted', ''])],
      ratios.map(({ title, ratio: found, atLeast, met }) => [
        title,
        ratioText(found),
        ...(quick
          ? []
          : [atLeast === undefined ? '' : `>= ${atLeast}`, met === undefined ? '' : met ? 'met' : 'NOT MET']),
      ]),
    ),
  ];
  if (!quick && asked.length > 0) {
    parts.push(
      '',
      table(
        ['requirement', 'found', 'wanted', ''],
        asked.map(({ title, found, wanted, met }) => [title, found, wanted, met ? 'met' : 'NOT MET']),
      ),
    );
  }
  const whole = rows.filter(({ figures }) => figures?.views !== undefined);
  if (whole.length > 0) {
    parts.push(
      '',
      table(
        ['', 'views', 'events', 'seconds', 'peak MB', 'MB of the views'],
        whole.map(({ title, figures, seconds, peakMb, viewsMb }) => [
          title,
          figure(figures?.views ?? 0),
          figure(figures?.events ?? 0),
          figure(seconds.median),
          figure(peakMb),
          figure(viewsMb ?? figures?.['MB of the file'] ?? 0),
        ]),
      ),
    );
  }
  for (const { title, questions } of rows) {
    if (questions === undefined) continue;
    parts.push(
      '',
      table(
        [title, 'median ms', '95% within', 'lines'],
        questions.map(({ question, median, p95, lines }) => [
          question,
          median.toFixed(1),
          p95.toFixed(1),
          String(lines),
        ]),
      ),
    );
  }
  if (failures.length > 0) {
    parts.push(
      '',
      'Not measured:',
      ...failures.map(({ scenario, contestant, why }) => `  ${scenario} ${contestant}: ${why}`),
    );
  }
  return parts.join('\n');
}
