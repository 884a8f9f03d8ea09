import { pembinaan } from '@pembinaan/core';
import type { RecordedEvent } from '@pembinaan/event-sourcing';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { agencyFrom } from './agency.js';
import { agencyCommands, beginning, tellToTheEnd } from './commands/index.js';
import type { History } from './laws/history.js';
import { finalLaws, violations } from './laws/index.js';
import { repeatedLeavesNothing, sameStatesAgain } from './laws/replay.js';
import { FIRST_DAY, opening } from './opening.js';
import { tableOf, tally } from './tally.js';

/** Longer: `MODEL_RUNS=200 npx vitest run test/model`. Again: `MODEL_SEED=…`, as a failure prints it. */
const RUNS = Number(process.env.MODEL_RUNS ?? 30);
const SEED = Number(process.env.MODEL_SEED ?? 2026);

/** A slow machine is given this long; a failing history is made smaller until then. */
const LIMIT = { interruptAfterTimeLimit: RUNS * 8_000 };
const TIMEOUT = RUNS * 20_000;

/** Commands that no rule can refuse: whoever sends them well-formed has them recorded. */
const NEVER_REFUSED: readonly string[] = [];

const counts = tally();
let log: readonly RecordedEvent[];

/** Fails with all that is wrong with a history. */
function lawful(history: History): void {
  expect(violations(history), 'rules that the log breaks').toEqual([]);
}

/** A history of an agency: two stories that always begin, and whatever commands come between. */
const histories = fc.asyncProperty(fc.nat(), agencyCommands(60), async (seed, commands) => {
  const examine = { every: 50, by: lawful };
  const agency = await agencyFrom({ name: 'run', today: FIRST_DAY, tally: counts, log, examine });
  const model = beginning(agency, seed);
  try {
    await fc.asyncModelRun(() => ({ model, real: agency }), commands);
    await tellToTheEnd(model, agency);
    await agency.settle();
    lawful(agency.history);
    expect(violations(agency.history, finalLaws), 'what has not followed in the end').toEqual([]);
    await sameStatesAgain(agency);
    await repeatedLeavesNothing(agency, 20);
  } catch (error) {
    throw new Error(`After ${agency.trace.length} commands, the last of them:\n${agency.trace.slice(-25).join('\n')}`, {
      cause: error,
    });
  }
});

describe('any history of an agency', () => {
  beforeAll(async () => {
    log = await opening();
  });

  it(
    'keeps every rule, whatever is sent; what is refused leaves nothing; a replay gives the same states',
    () => fc.assert(histories, { ...LIMIT, numRuns: RUNS, seed: SEED }),
    TIMEOUT,
  );

  it(
    'does so for a seed of this day too',
    () => fc.assert(histories, { ...LIMIT, numRuns: Math.ceil(RUNS / 5) }),
    TIMEOUT,
  );

  it('sends every command, to be accepted and to be refused', () => {
    const commands = pembinaan.commands.map(({ type }) => type);
    process.stdout.write(`\n${tableOf(counts, commands)}\n`);
    expect(
      commands.filter((type) => !counts.accepted.has(type)),
      'never accepted',
    ).toEqual([]);
    expect(
      commands.filter((type) => !counts.refused.has(type)),
      'never refused',
    ).toEqual(NEVER_REFUSED);
  });
});
