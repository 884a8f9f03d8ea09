import { tell } from '../faults/programs/parent.mjs';

/** Tells the memory of this process every other second, beside what `more` has to tell. */
export function reportOnAndOn(more = async () => ({})) {
  const report = async () => {
    const { rss } = process.memoryUsage();
    tell({ kind: 'status', rss, ...(await more()) });
  };
  setInterval(() => report().catch(fail), 2000);
}

/** Ends the process; the parent reads why. */
export function fail(error) {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
}
