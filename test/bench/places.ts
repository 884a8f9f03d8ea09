import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** The folder of the benchmark, whether it runs from its sources or from what was built of them. */
export const BENCH = basename(dirname(here)) === 'dist' ? join(here, '..', '..') : here;

/** The package of the peers, which only the benchmark installs. */
export const PEERS = join(BENCH, 'peers');

/** Where the figures of each run are kept; ignored by git. */
export const RESULTS = join(BENCH, 'results');
