import type { Row } from './report.js';
import { summary } from './statistics.js';

/** A requirement that is not a ratio of two rates. */
export interface Requirement {
  readonly title: string;
  readonly wanted: string;
  readonly found: string;
  readonly met: boolean;
}

const MOST_MB = 400;
const MOST_SHARE = 0.02;
const MOST_MS = 20;

/** Memory and catch-up, as the specification has them. */
export function requirements(rows: readonly Row[]): readonly Requirement[] {
  const row = (scenario: string): Row | undefined =>
    rows.find((known) => known.scenario === scenario && known.contestant === 'library');
  const found: Requirement[] = [];
  for (const scenario of ['replay-validated', 'replay-trusted']) {
    const replay = row(scenario);
    if (replay?.viewsMb === undefined) continue;
    const own = replay.peakMb - replay.viewsMb;
    found.push({
      title: `${replay.title}: peak memory less the views`,
      wanted: `<= ${MOST_MB} MB`,
      found: `${own.toFixed(0)} MB (peak ${replay.peakMb.toFixed(0)}, views ${replay.viewsMb.toFixed(0)})`,
      met: own <= MOST_MB,
    });
  }
  for (const [scenario, full] of [
    ['catch-up-memory', 'replay-validated'],
    ['catch-up-file', 'build-file'],
  ] as const) {
    const [caughtUp, whole] = [row(scenario), row(full)];
    if (caughtUp === undefined || whole === undefined) continue;
    const share = caughtUp.seconds.median / whole.seconds.median;
    found.push({
      title: `${caughtUp.title}: time of the full ${scenario === 'catch-up-file' ? 'build' : 'replay'}`,
      wanted: `< ${MOST_SHARE * 100}%`,
      found: `${(share * 100).toFixed(2)}%`,
      met: share < MOST_SHARE,
    });
  }
  const [few, whole] = [row('replay-few'), row('replay-validated')];
  if (few?.figures?.handled !== undefined && whole?.figures?.handled !== undefined) {
    const time = few.seconds.median / whole.seconds.median;
    const events = few.figures.handled / whole.figures.handled;
    found.push({
      title: 'view of few types: share of the time, for its share of the events',
      wanted: 'in proportion',
      found: `${(time * 100).toFixed(2)}% of the time for ${(events * 100).toFixed(2)}% of the events`,
      met: time <= Math.max(0.05, events * 3),
    });
  }
  const asked = row('regency-questions')?.questions;
  if (asked !== undefined) {
    const over = asked.filter(({ median }) => median >= MOST_MS);
    const medians = asked.map(({ median }) => median);
    found.push({
      title: 'questions on the read model: median of each',
      wanted: `< ${MOST_MS} ms`,
      found: `${asked.length - over.length} of ${asked.length}; the middle one ${summary(medians).median.toFixed(1)} ms`,
      met: over.length === 0,
    });
  }
  return found;
}
