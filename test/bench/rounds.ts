import { fork } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ContestantName } from './contestants/contestant.js';
import type { Measurement } from './measurement.js';
import type { Rounds } from './report.js';
import type { Scenario } from './scenarios/index.js';

export interface RoundOptions {
  readonly folder: string;
  readonly prepared: string;
  readonly quick: boolean;
  readonly log: number;
  readonly rounds: number;
  readonly contestants: readonly ContestantName[];
  tell(line: string): void;
}

/** All rounds of a scenario, contestant by contestant in turn (A B C, A B C), each in a process and a folder of its own. */
export async function roundsOf(scenario: Scenario, options: RoundOptions): Promise<readonly Rounds[]> {
  const taking = scenario.contestants.filter((contestant) => options.contestants.includes(contestant));
  const found = new Map(taking.map((contestant) => [contestant, [] as Outcome[]]));
  for (let round = 0; round < options.rounds; round++) {
    for (const [contestant, outcomes] of found) {
      // What failed once is not tried again.
      if (outcomes.some(({ failure }) => failure !== undefined)) continue;
      options.tell(`${scenario.title}, ${contestant}, round ${round + 1} of ${options.rounds}`);
      outcomes.push(...(await inChild([scenario.name], contestant, options)));
    }
  }
  return [...found].map(([contestant, outcomes]) => roundsFrom(scenario, contestant, outcomes));
}

/** Each scenario once, all those of a contestant in one process: for small runs, in which starting processes would take most of the time. */
export async function roundsTogether(
  scenarios: readonly Scenario[],
  options: RoundOptions,
): Promise<readonly Rounds[]> {
  const rounds: Rounds[] = [];
  for (const contestant of options.contestants) {
    const taking = scenarios.filter(({ contestants }) => contestants.includes(contestant));
    if (taking.length === 0) continue;
    options.tell(`${taking.length} scenarios, ${contestant}`);
    const outcomes = await inChild(
      taking.map(({ name }) => name),
      contestant,
      options,
    );
    for (const scenario of taking) {
      const own = outcomes.filter(({ task }) => task === scenario.name || task === '');
      rounds.push(roundsFrom(scenario, contestant, own));
    }
  }
  const order = scenarios.map(({ name }) => name);
  return rounds.sort((a, b) => order.indexOf(a.scenario) - order.indexOf(b.scenario));
}

/** What a process sent for a task; a failure without a task is that of the process. */
export interface Outcome {
  readonly task: string;
  readonly result?: unknown;
  readonly failure?: string;
}

/** Runs tasks in a process of its own. */
export async function inChild(
  tasks: readonly string[],
  contestant: ContestantName,
  { folder, prepared, quick, log }: Pick<RoundOptions, 'folder' | 'prepared' | 'quick' | 'log'>,
): Promise<readonly Outcome[]> {
  const own = join(folder, 'round');
  rmSync(own, { recursive: true, force: true });
  mkdirSync(own, { recursive: true });
  try {
    return await new Promise((resolve) => {
      const child = fork(
        fileURLToPath(new URL('./child.js', import.meta.url)),
        [tasks.join(','), contestant, own, prepared, quick ? 'quick' : 'full', String(log)],
        { execArgv: ['--expose-gc'], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] },
      );
      let answer: unknown;
      let complaint = '';
      child.stderr?.on('data', (text) => {
        complaint = `${complaint}${text}`.slice(-2000);
      });
      child.on('message', (message) => {
        answer = message;
      });
      child.on('error', (error) => resolve([{ task: '', failure: error.message }]));
      child.on('close', (code) => {
        if (areOutcomes(answer)) resolve(answer);
        else resolve([{ task: '', failure: `The process ended with ${code} and said nothing. ${complaint}` }]);
      });
    });
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

function roundsFrom(scenario: Scenario, contestant: ContestantName, outcomes: readonly Outcome[]): Rounds {
  const { name, title, durable } = scenario;
  const failure = outcomes.find((outcome) => outcome.failure !== undefined)?.failure;
  return {
    scenario: name,
    title,
    durable,
    contestant,
    measurements: outcomes.map(({ result }) => result).filter(isMeasurement),
    ...(failure !== undefined && { failure }),
  };
}

function areOutcomes(message: unknown): message is readonly Outcome[] {
  return Array.isArray(message) && message.every((one) => typeof one === 'object' && one !== null && 'task' in one);
}

function isMeasurement(value: unknown): value is Measurement {
  return typeof value === 'object' && value !== null && 'seconds' in value && 'settings' in value && 'count' in value;
}
