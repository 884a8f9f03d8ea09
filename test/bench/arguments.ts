import { tmpdir } from 'node:os';
import { parseArgs } from 'node:util';

/** What the user asked for. */
export interface Asked {
  readonly quick: boolean;
  /** Events in the log that is replayed; as the sizes have it, when undefined. */
  readonly log: number | undefined;
  readonly rounds: number | undefined;
  /** Scenarios whose names begin with one of these; all, when empty. */
  readonly only: readonly string[];
  /** The folder, and with it the disk, on which it is measured. */
  readonly folder: string;
  /** Leaves out what has to be installed. */
  readonly noPeers: boolean;
  readonly help: boolean;
}

export const USAGE = `npm run bench -- [options]
  --quick          small sizes, one round, no thresholds (for continuous integration)
  --large          a log of 5,000,000 events instead of 1,000,000
  --log <n>        a log of so many events
  --rounds <n>     rounds of each scenario (5)
  --only <names>   scenarios that begin so, separated by commas: single,batch,callers,commands,grown,read,scan,replay,fold,build,catch-up,
                   regency,program
  --folder <path>  where to write, and so which disk is measured (the system's folder for temporary files)
  --no-peers       without what only the benchmark installs`;

const LARGE_LOG = 5_000_000;

/** @throws TypeError for an option that is not known; RangeError for a number that is none. */
export function asked(args: readonly string[]): Asked {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      large: { type: 'boolean', default: false },
      log: { type: 'string' },
      rounds: { type: 'string' },
      only: { type: 'string', default: '' },
      folder: { type: 'string', default: tmpdir() },
      'no-peers': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    quick: values.quick,
    log: values.large ? LARGE_LOG : wholeNumber('--log', values.log),
    rounds: wholeNumber('--rounds', values.rounds),
    only: values.only.split(',').filter((name) => name !== ''),
    folder: values.folder,
    noPeers: values['no-peers'],
    help: values.help,
  };
}

function wholeNumber(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new RangeError(`${option} ${text}: give a whole number from 1.`);
  return value;
}
