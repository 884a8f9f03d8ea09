import type { Agency, Attempt } from './agency.js';
import type { Dice } from './dice.js';
import { wrong } from './faults.js';

/** One plausible command at this moment; undefined where nothing of the kind can be done. */
export type Move = (agency: Agency, dice: Dice) => Attempt | undefined;

/** The moves of a phase by what they do. */
export type Moves = Readonly<Record<string, Move>>;

/** A sub-story, told in chapters. Between two of them it waits for a day, and other stories go on. */
export type Story = (agency: Agency, dice: Dice) => AsyncGenerator<string, void>;

/**
 * Sends a command as it should be; now and then somebody first gets it wrong. True when it was accepted one way or the other, so that the
 * story can go on.
 */
export async function play(agency: Agency, dice: Dice, attempt: Attempt | undefined): Promise<boolean> {
  if (attempt === undefined) return false;
  if (dice.chance(18)) {
    const bad = wrong(attempt, agency, dice);
    if (bad !== undefined && (await agency.send(bad)).accepted) return true;
  }
  const { accepted } = await agency.send(attempt);
  if (accepted && dice.chance(4)) await agency.send({ ...attempt, fault: 'once more' });
  return accepted;
}
