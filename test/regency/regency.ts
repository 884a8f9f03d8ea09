import { atWork, DAY_MS, dayIn } from './days.js';
import type { Append } from './desk.js';
import { dice } from './dice.js';
import { foundTown, openAgency, putRegistrations } from './opening.js';
import { putYear } from './year.js';

export interface RegencyOptions {
  /** The same seed gives the same events, byte for byte; `rekaan` when absent. */
  readonly seed?: string;
  /** How many civil servants serve at a time; 5,000 when absent. */
  readonly employees?: number;
  /** How many programmes run at a time; one for 50 civil servants when absent. */
  readonly programs?: number;
  /** How many years are told; 5 when absent. A regency of 5,000 has about 1.5 million events in five years. */
  readonly years?: number;
  /** Exactly so many events, whatever years they take; the last append is cut where it would go beyond. */
  readonly events?: number;
  /** The first year; 2022 when absent. */
  readonly from?: number;
}

/**
 * The events of an invented regency, append by append, in the order of time; made while they are asked for, so that memory holds what
 * is still to come and not what was.
 *
 * Every payload is made by the definition of its event. Metadata are as the command handler writes them: actor and authority, ids of
 * command, cause and connection, policy, the streams that the decision rested on, a salt.
 */
export function* regency(options: RegencyOptions = {}): Generator<Append, void, undefined> {
  const { seed = 'rekaan', employees = 5000, programs, years = 5, events, from = 2022 } = options;
  const town = foundTown(dice(seed), employees, programs);
  const { agenda, desk } = town;
  const end = events === undefined ? dayIn(from + years, 1, 1) * DAY_MS : Number.POSITIVE_INFINITY;
  let left = events ?? Number.POSITIVE_INFINITY;

  const opening = dayIn(from, 1, 3);
  agenda.put(atWork(opening, 0), () => openAgency(town, opening));
  putRegistrations(town, opening, employees);
  const startYear = (year: number): readonly Append[] => {
    putYear(town, year);
    agenda.put(dayIn(year + 1, 1, 1) * DAY_MS, () => startYear(year + 1));
    return [];
  };
  startYear(from);

  for (let next = agenda.take(); next !== undefined && next.moment < end; next = agenda.take()) {
    desk.moment = next.moment;
    for (const append of next.task()) {
      if (append.events.length >= left) {
        yield { ...append, events: append.events.slice(0, left) };
        return;
      }
      left -= append.events.length;
      yield append;
    }
  }
}
