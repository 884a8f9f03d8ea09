import { randomInt } from 'node:crypto';
import { type Chance, chance, seedOf } from './programs/chance.mjs';

const SEED = Number(process.env.FAULTS_SEED ?? randomInt(1, 1_000_000));

/**
 * The chance of one fault test. Its seed is printed; `FAULTS_SEED=… npm run faults` makes the same choices again (where a process dies
 * also hangs on the machine).
 */
export function chanceOf(test: string): Chance {
  process.stdout.write(`FAULTS_SEED=${SEED} (${test})\n`);
  return chance(SEED + seedOf(test));
}
