import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asked, USAGE } from './arguments.js';
import { CONTESTANTS, type ContestantName } from './contestants/contestant.js';
import { benchDriver } from './driver.js';
import { machine } from './machine.js';
import { installPeers, type Peers } from './peers.js';
import { RESULTS } from './places.js';
import { PREPARED } from './prepared.js';
import { type Rounds, report, reportText } from './report.js';
import { inChild, roundsOf, roundsTogether } from './rounds.js';
import { type Scenario, scenarios } from './scenarios/index.js';
import { FULL, QUICK } from './sizes.js';

async function main(): Promise<void> {
  const wanted = asked(process.argv.slice(2));
  if (wanted.help) return print(USAGE);
  const sizes = wanted.quick ? QUICK : FULL;
  const log = wanted.log ?? sizes.log;
  const peers: Peers = wanted.noPeers ? { installed: false, why: 'left out' } : installPeers(tell);
  const contestants = CONTESTANTS.filter((contestant) => contestant !== 'emmett' || peers.installed);
  const driver = benchDriver().name;
  const folder = mkdtempSync(join(wanted.folder, 'pembinaan-bench-'));
  const prepared = join(folder, 'prepared');
  mkdirSync(prepared);
  try {
    const about = {
      at: new Date().toISOString(),
      quick: wanted.quick,
      machine: machine(folder, wanted.quick ? 200 : 2000, wanted.quick ? 1 : 5),
      driver,
      peers,
    };
    const chosen = scenarios.filter(
      ({ name }) => wanted.only.length === 0 || wanted.only.some((start) => name.startsWith(start)),
    );
    const rounds: Rounds[] = [];
    const ready: ContestantName[] = [];
    for (const contestant of contestants) {
      const files = filesFor(contestant, chosen);
      if (files.length > 0) tell(`Preparing the files of ${contestant} …`);
      const made =
        files.length === 0 ? [] : await inChild(files, contestant, { folder, prepared, quick: wanted.quick, log });
      const failure = made.find((one) => one.failure !== undefined)?.failure;
      if (failure === undefined) ready.push(contestant);
      else rounds.push(notPrepared(contestant, failure));
    }
    const options = {
      folder,
      prepared,
      quick: wanted.quick,
      log,
      contestants: ready,
      rounds: wanted.rounds ?? sizes.rounds,
      tell,
    };
    if (wanted.quick) rounds.push(...(await roundsTogether(chosen, options)));
    else for (const scenario of chosen) rounds.push(...(await roundsOf(scenario, options)));
    const found = report(rounds, about);
    mkdirSync(RESULTS, { recursive: true });
    const file = join(RESULTS, `${about.at.replaceAll(':', '-')}${wanted.quick ? '-quick' : ''}.json`);
    writeFileSync(file, `${JSON.stringify(found, undefined, 2)}\n`);
    print(`\n${reportText(found)}\n\n${file}`);
    if (found.failures.length > 0) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The tasks that prepare what the chosen scenarios read. */
function filesFor(contestant: ContestantName, chosen: readonly Scenario[]): readonly string[] {
  const taking = chosen.filter(({ contestants }) => contestants.includes(contestant));
  return PREPARED.filter((file) => taking.some(({ reads }) => reads.includes(file))).map((file) => `prepare-${file}`);
}

/** A contestant whose files cannot be made is left out, and the report says so. */
function notPrepared(contestant: ContestantName, failure: string): Rounds {
  return { scenario: 'prepare', title: 'the files', durable: false, contestant, measurements: [], failure };
}

/** What is being done goes to the error stream, so that the output holds the report alone. */
function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

await main();
